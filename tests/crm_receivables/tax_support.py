"""Tax invoices for tests."""

from __future__ import annotations

from itertools import count
from typing import Any

from crm_receivables.tax_invoice_models import TaxInvoice
from guanxi import create, get, update
from tests.crm_receivables.support import DAY, figures

_numbers = count(1)


def next_number() -> str:
    return f"2632{next(_numbers):016}"


async def drawn(customer_id: int, total: int, /, *parts: tuple[int, int], tax: int = 0, **more: Any) -> TaxInvoice:
    """A digital one over `total` with parts (invoice, amount)."""
    values = {
        "number": next_number(),
        "issued_on": DAY,
        "customer_id": customer_id,
        "net": total - tax,
        "tax": tax,
        **more,
    }
    if parts:
        values["parts"] = [{"invoice_id": invoice, "amount": amount} for invoice, amount in parts]
    return await create(TaxInvoice, values)


async def red(of: TaxInvoice, total: int, *parts: tuple[int, int], **more: Any) -> TaxInvoice:
    return await drawn(of.customer_id, -total, *parts, reverses_number=of.number, **more)


async def change(record: TaxInvoice, *parts: tuple[int, int], **values: Any) -> TaxInvoice:
    rows = [{"invoice_id": invoice, "amount": amount} for invoice, amount in parts]
    return await update(TaxInvoice, record.id, {**values, "parts": rows})


async def again(record: TaxInvoice) -> TaxInvoice:
    return await get(TaxInvoice, record.id)


async def covered(invoice_id: int) -> tuple[int, int]:
    """What tax invoices cover of it, and what is left."""
    done, left = await figures("invoice", invoice_id, "tax_invoiced", "tax_open")
    return int(done), int(left)
