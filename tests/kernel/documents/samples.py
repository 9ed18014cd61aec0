"""A bilingual contract of two pages, and the shortest job there is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from guanxi.documents import PdfJob

CREATED = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="6" fill="#17445c"/>'
    b'<path d="M11 27V13h5l4 8 4-8h5v14" fill="none" stroke="#fff" stroke-width="3"/></svg>'
)

_CLAUSES = (
    ("交付", "Delivery",
     "乙方应于收到首期款后十五个工作日内将货物送达甲方指定地点，运输费用及途中风险由乙方承担，直至甲方签收为止。",
     "The Seller shall deliver the goods to the place named by the Buyer within fifteen working days of receipt "
     "of the first instalment. Freight and risk in transit are borne by the Seller until the Buyer signs for them."),
    ("验收", "Acceptance",
     "甲方应自签收之日起七日内完成验收；逾期未提出书面异议的，视为验收合格。",
     "The Buyer shall inspect the goods within seven days of signing for them. Goods not objected to in writing "
     "within that time are deemed accepted."),
    ("付款", "Payment",
     "合同签订后五日内支付总价的百分之三十；验收合格后十日内支付百分之六十；余款百分之十作为质保金，于质保期满后支付。",
     "Thirty per cent of the total is due within five days of signature, sixty per cent within ten days of "
     "acceptance, and the remaining ten per cent at the end of the warranty period."),
    ("质量保证", "Warranty",
     "质保期为验收合格之日起十二个月。质保期内因产品自身原因产生的故障，乙方应在四十八小时内响应并免费维修或更换。",
     "The warranty runs for twelve months from acceptance. The Seller answers within forty-eight hours and repairs "
     "or replaces free of charge whatever fails of its own accord in that time."),
    ("违约责任", "Liability",
     "任何一方逾期履行的，每逾期一日应按逾期部分金额的万分之五向对方支付违约金，累计不超过合同总价的百分之十。",
     "A party in delay pays the other 0.05 per cent of the amount delayed for each day, at most ten per cent of the "
     "contract price in all."),
    ("争议解决", "Disputes",
     "因本合同引起的争议，双方应协商解决；协商不成的，提交上海国际经济贸易仲裁委员会按其现行规则仲裁。",
     "Disputes that cannot be settled amicably are submitted to the Shanghai International Economic and Trade "
     "Arbitration Commission under its rules then in force."),
    ("文本", "Language",
     "本合同一式两份，双方各执一份，具有同等法律效力；中英文如有歧义，以中文为准。",
     "This contract is made in two originals of equal force, one for each party. The Chinese text prevails."),
)

CONTRACT_DATA: dict[str, Any] = {
    "number": "HT-2026-000318",
    "signed": "2026年11月22日",
    "term": "2026-11-22 – 2027-11-21",
    "payment": "分期 30 / 60 / 10",
    "seller": {
        "name": "明川精密仪器（上海）有限公司",
        "english": "Mingchuan Precision Instruments (Shanghai) Co., Ltd.",
        "address": "上海市浦东新区张江路 88 号 3 幢 501 室",
        "phone": "+86 21 5555 0188",
        "mail": "sales@mingchuan.example",
        "code": "91310115MA1K3XXX8Q",
    },
    "buyer": {
        "name": "苏州恒远自动化科技股份有限公司",
        "english": "Suzhou Hengyuan Automation Technology Corp.",
        "address": "江苏省苏州市工业园区星湖街 328 号",
        "code": "91320594MA20YYY53K",
    },
    "lines": [
        {"name": "三坐标测量机 MC-860", "note": "行程 800 × 600 × 500 mm，精度 1.9 µm", "quantity": "1 台",
         "price": "¥486,000.00", "tax": "13%", "amount": "¥486,000.00"},
        {"name": "接触式测头组件 TP-20", "note": "含五向测针套装", "quantity": "2 套",
         "price": "¥28,500.00", "tax": "13%", "amount": "¥57,000.00"},
        {"name": "测量软件年度许可", "note": "Measurement software, yearly", "quantity": "3 个",
         "price": "¥12,800.00", "tax": "6%", "amount": "¥38,400.00"},
        {"name": "安装调试与操作培训", "note": "现场三天，不超过六人", "quantity": "1 次",
         "price": "¥18,000.00", "tax": "6%", "amount": "¥18,000.00"},
    ],
    "net": "¥599,400.00",
    "tax": "¥73,974.00",
    "total": "¥673,374.00",
    "words": "陆拾柒万叁仟叁佰柒拾肆元整",
    "clauses": [
        {"zh_title": zh_title, "en_title": en_title, "zh": zh, "en": en} for zh_title, en_title, zh, en in _CLAUSES
    ],
}


def contract(**changes: Any) -> PdfJob:
    fields: dict[str, Any] = {
        "template": (Path(__file__).parent / "contract.html").read_text(encoding="utf-8"),
        "data": CONTRACT_DATA,
        "title": "销售合同 HT-2026-000318",
        "language": "zh-CN",
        "created": CREATED,
        "assets": {"logo": LOGO},
    }
    return PdfJob(**fields | changes)


def small(template: str = "<p>{{ name }}", **changes: Any) -> PdfJob:
    fields: dict[str, Any] = {
        "template": template,
        "data": {"name": "关系"},
        "title": "Small",
        "language": "en",
        "created": CREATED,
    }
    return PdfJob(**fields | changes)
