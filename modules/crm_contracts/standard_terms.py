"""The terms that a new contract starts with; each company sets its own. One clause a line, in the same order."""

from __future__ import annotations

TERMS_ZH = """\
双方经友好协商，就本合同所列产品与服务达成一致，共同遵守。
乙方按本合同约定的规格、数量与期限交付；甲方应在交付后五个工作日内验收，逾期未提出书面异议视为验收合格。
甲方按付款计划支付合同价款；乙方在收款后依法开具等额增值税发票。
甲方逾期付款的，每逾期一日按应付未付金额的万分之五支付违约金。
乙方逾期交付的，每逾期一日按未交付部分价款的万分之五支付违约金。
双方对在履行本合同中知悉的对方商业秘密负有保密义务，合同终止后两年内仍然有效。
因不可抗力不能履行合同的，受影响一方应及时通知对方，并在合理期限内提供证明。
赠品及其他承诺以本合同附件所列为准，未列入附件的口头承诺无效。
因本合同引起的争议，双方应协商解决；协商不成的，提交乙方所在地有管辖权的人民法院诉讼解决。
本合同一式两份，双方各执一份，自双方签字盖章之日起生效，具有同等法律效力。"""

TERMS_EN = """\
The parties have agreed on the products and services listed in this contract and shall both abide by it.
The seller delivers to the agreed specification, quantity and time. The buyer inspects within five working days of \
delivery; without written objection by then, the delivery counts as accepted.
The buyer pays as set out in the payment plan. The seller issues a VAT invoice for each amount received.
For late payment the buyer owes 0.05 % of the overdue amount for each day of delay.
For late delivery the seller owes 0.05 % of the price of the undelivered part for each day of delay.
Each party keeps the other's business secrets that it learns of in confidence, also for two years after it ends.
A party prevented from performing by force majeure informs the other without delay and provides evidence in due time.
Gifts and other promises bind only as listed in the annex. Oral promises that are not in the annex are void.
Disputes are settled by negotiation, failing which by the competent people's court at the seller's domicile.
This contract is made in two copies, one for each party, equally valid and effective once signed and sealed by both."""
