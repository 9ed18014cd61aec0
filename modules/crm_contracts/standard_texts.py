"""The texts of the standard contract: clauses as (code, name, English name, Chinese text, English text)."""

from __future__ import annotations

CLAUSES = (
    (
        "delivery",
        "交付与验收",
        "Delivery and acceptance",
        "乙方按本合同约定的规格、数量与期限交付；甲方应在交付后五个工作日内验收，逾期未提出书面异议视为验收合格。",
        "The seller delivers to the agreed specification, quantity and time. The buyer inspects within five working"
        " days of delivery; without written objection by then, the delivery counts as accepted.",
    ),
    (
        "invoice",
        "发票",
        "Invoices",
        "乙方在收款后依法开具等额增值税发票。",
        "The seller issues a VAT invoice for each amount received.",
    ),
    (
        "default",
        "违约责任",
        "Default",
        "甲方逾期付款的，每逾期一日按应付未付金额的万分之五支付违约金。\n"
        "乙方逾期交付的，每逾期一日按未交付部分价款的万分之五支付违约金。",
        "For late payment the buyer owes 0.05 % of the overdue amount for each day of delay.\n"
        "For late delivery the seller owes 0.05 % of the price of the undelivered part for each day of delay.",
    ),
    (
        "confidentiality",
        "保密",
        "Confidentiality",
        "双方对在履行本合同中知悉的对方商业秘密负有保密义务，合同终止后两年内仍然有效。",
        "Each party keeps the other's business secrets that it learns of in confidence, also for two years after the"
        " contract ends.",
    ),
    (
        "force_majeure",
        "不可抗力",
        "Force majeure",
        "因不可抗力不能履行合同的，受影响一方应及时通知对方，并在合理期限内提供证明。",
        "A party prevented from performing by force majeure informs the other without delay and provides evidence in"
        " due time.",
    ),
    (
        "disputes",
        "争议解决",
        "Disputes",
        "因本合同引起的争议，双方应协商解决；协商不成的，提交乙方所在地有管辖权的人民法院诉讼解决。",
        "Disputes are settled by negotiation, failing which by the competent people's court at the seller's domicile.",
    ),
)

TEMPLATE = """\
# 一、合同标的
{{ customer.name }}（甲方）与{{ seller.name }}（乙方）经友好协商，就本合同所列产品与服务达成一致，共同遵守。
# 二、交付与验收
{{ clause("delivery") }}
# 三、价款与支付
本合同总价为{{ contract.total }}{% if contract.total_words %}（大写：{{ contract.total_words }}）{% endif %}，含税\
{% if contract.yearly %}；周期性服务全年合计{{ contract.yearly }}{% endif %}。
{% if plan %}
甲方按付款计划分{{ plan|length }}期以{{ contract.payment_method }}方式支付合同价款。
{% else %}
甲方以{{ contract.payment_method }}方式支付合同价款。
{% endif %}
{{ clause("invoice") }}
# 四、违约责任
{{ clause("default") }}
# 五、保密
{{ clause("confidentiality") }}
# 六、不可抗力
{{ clause("force_majeure") }}
# 七、附件与其他约定
赠品及其他承诺以本合同附件所列为准，未列入附件的口头承诺无效。
{{ contract.terms }}
# 八、争议解决与生效
{{ clause("disputes") }}
本合同一式两份，双方各执一份，自双方签字盖章之日起生效，具有同等法律效力。
"""

TEMPLATE_EN = """\
# 1. Subject
{{ customer.name }} (Party A) and {{ seller.name_en or seller.name }} (Party B) have agreed on the products and \
services listed in this contract and shall both abide by it.
# 2. Delivery and acceptance
{{ clause("delivery") }}
# 3. Price and payment
The total price is {{ contract.total }}, tax included\
{% if contract.yearly %}; recurring services come to {{ contract.yearly }} in a year{% endif %}.
{% if plan %}
The buyer pays in {{ plan|length }} installments as set out in the payment plan, by {{ contract.payment_method|lower }}.
{% else %}
The buyer pays by {{ contract.payment_method|lower }}.
{% endif %}
{{ clause("invoice") }}
# 4. Default
{{ clause("default") }}
# 5. Confidentiality
{{ clause("confidentiality") }}
# 6. Force majeure
{{ clause("force_majeure") }}
# 7. Annex and other agreements
Gifts and other promises bind only as listed in the annex. Oral promises that are not in the annex are void.
{{ contract.terms }}
# 8. Disputes and effect
{{ clause("disputes") }}
This contract is made in two copies, one for each party, equally valid and effective once signed and sealed by both.
"""
