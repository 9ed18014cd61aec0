"""A contract that does not exist: what templates are tried on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from crm_contracts.choices import Billing, ContractState, DocumentLanguage, PaymentMethod, Recurrence
from crm_contracts.models import Contract
from crm_contracts.paper import Paper


def sample_paper() -> Paper:
    """Lines charged once and each month, a plan of two parts, gifts in the annex."""
    contract = Contract(
        number="HT-2026-000318",
        title="中央空调设备采购与维保合同",
        state=ContractState.DRAFT,
        currency="CNY",
        total=18_580_000,
        subtotal=16_442_478,
        tax=2_137_522,
        yearly=3_360_000,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        payment_method=PaymentMethod.BANK_TRANSFER,
        language=DocumentLanguage.BOTH,
        our_signatory="周敏",
        their_signatory="王建国",
        annex="赠送滤网两套，随首批货物交付。",
        annex_en="Two sets of filters free of charge with the first delivery.",
        updated_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return Paper(contract, _PARTIES, [*_LINES], [*_PLAN])


_PARTIES = {
    "buyer": {
        "name": "靖江市春意空调有限公司",
        "address": "江苏省靖江市人民中路 88 号",
        "tax_number": "91321282MA1X2Y3Z4W",
        "phone": "0523-84801234",
    },
    "seller": {
        "name": "关系科技有限公司",
        "name_en": "Guanxi Technology Ltd.",
        "address": "上海市浦东新区世纪大道 100 号",
        "tax_number": "91310115MA1K3L4M5N",
        "phone": "021-58880000",
        "bank": "中国工商银行上海浦东支行",
        "bank_account": "1001 2345 6789 0123 456",
    },
}


def _line(name: str, name_en: str, unit: str, quantity: int, price: int, rate: int, recurrence: Recurrence) -> Any:
    return {
        "name": name,
        "name_en": name_en,
        "description": name,
        "unit": unit,
        "quantity": Decimal(quantity),
        "unit_price": price,
        "discount": Decimal(0),
        "tax_rate": Decimal(rate),
        "amount": quantity * price,
        "recurrence": recurrence.value,
        "interval": 1,
        "billing": Billing.ADVANCE.value,
    }


_LINES = (
    _line("多联机中央空调 12HP", "Multi-split air conditioner, 12 HP", "套", 2, 8_650_000, 13, Recurrence.NONE),
    _line("安装与调试", "Installation and commissioning", "项", 1, 1_280_000, 9, Recurrence.NONE),
    _line("年度维护保养", "Maintenance plan", "月", 1, 280_000, 6, Recurrence.MONTH),
)
_PLAN = (
    {"label": "预付款", "due_on": None, "percent": Decimal(30), "amount": 5_574_000},
    {"label": "尾款", "due_on": date(2026, 3, 1), "percent": Decimal(70), "amount": 13_006_000},
)
