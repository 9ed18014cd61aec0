"""What other add-ons may call."""

from __future__ import annotations

from crm_receivables import queries
from crm_receivables.aging import Aging, AgingRow, aging
from crm_receivables.allocating import Portion, allocate_payment, allocate_portions, unallocate
from crm_receivables.payments import NewPayment, record_payment, record_payments, refund_payment, void_invoice
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.scope import visible_receivables
from guanxi import fetch

__all__ = [
    "Aging",
    "AgingRow",
    "NewInstallment",
    "NewInvoice",
    "NewLine",
    "NewPayment",
    "Portion",
    "aging",
    "allocate_payment",
    "allocate_portions",
    "outstanding",
    "post_invoices",
    "record_payment",
    "record_payments",
    "refund_payment",
    "unallocate",
    "visible_receivables",
    "void_invoice",
]


async def outstanding(customer_id: int) -> dict[str, int]:
    """What a customer owes by currency, minor units; what is on account is not taken off."""
    rows = await fetch(queries.OUTSTANDING, customer_id)
    return {row["currency"]: row["amount"] for row in rows}
