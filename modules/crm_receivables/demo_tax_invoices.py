"""Demo data: tax invoices for the oldest invoices; one in part, one taken back by a red letter."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from crm_receivables.tax_invoice_choices import TaxInvoiceKind
from crm_receivables.tax_invoice_models import TaxInvoice
from guanxi import create, fetch, today

_NUMBER = "2632100000000000"
_DRAWER = "王芳 Wang Fang"


async def make_tax_invoices() -> None:
    rows = await fetch(
        "SELECT id, customer_id, posted_on, tax_open, tax, total FROM crm_receivables_invoice"
        " WHERE tax_open > 0 AND contract_id IS NULL ORDER BY posted_on, id LIMIT 5"
    )
    for index, row in enumerate(rows):
        amount = row["tax_open"] // 2 if index == 1 else row["tax_open"]
        made = await _draw(index, row, amount)
        if index == 2:
            await _reverse(made)


async def _draw(index: int, row: Any, amount: int) -> TaxInvoice:
    tax = amount * row["tax"] // row["total"]
    special = index % 2 == 0
    return await create(
        TaxInvoice,
        {
            "kind": TaxInvoiceKind.DIGITAL_SPECIAL if special else TaxInvoiceKind.DIGITAL_GENERAL,
            "number": f"{_NUMBER}{index + 1:04}",
            "issued_on": min(row["posted_on"] + timedelta(days=2), today()),
            "customer_id": row["customer_id"],
            "net": amount - tax,
            "tax": tax,
            "drawer": _DRAWER,
            "parts": [{"invoice_id": row["id"], "amount": amount}],
        },
    )


async def _reverse(made: TaxInvoice) -> None:
    """A tenth of it."""
    amount = made.total // 10
    tax = amount * made.tax // made.total
    await create(
        TaxInvoice,
        {
            "kind": made.kind,
            "number": f"{_NUMBER}9001",
            "issued_on": min(made.issued_on + timedelta(days=5), today()),
            "customer_id": made.customer_id,
            "net": tax - amount,
            "tax": -tax,
            "drawer": _DRAWER,
            "reverses_number": made.number,
            "confirmation_number": "3210012600000001",
            "remark": "部分退货 Returned in part",
        },
    )
