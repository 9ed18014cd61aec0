"""What other add-ons may call."""

from __future__ import annotations

from crm_receivables import queries
from crm_receivables.aging import Aging, AgingRow, aging
from crm_receivables.allocating import Portion, allocate_payment, allocate_portions, on_account, unallocate
from crm_receivables.amounts import MAX_LINES
from crm_receivables.balances import day_balances_sql, received_sql, settlements_sql
from crm_receivables.choices import MoneyMethod, PaymentMethod, ReversalCause
from crm_receivables.crediting import credit_invoice
from crm_receivables.invoice_balance import (
    InvoiceBalance,
    hold_invoices,
    invoice_balance,
    invoice_balances,
    invoices_of_customer,
    is_reversed,
    settle_with,
    visible_invoice,
    was_reversed,
)
from crm_receivables.open_days import first_open_day
from crm_receivables.open_items import OpenItem, billed_items_sql, late_items_sql, open_items, open_items_sql
from crm_receivables.paid_out import paid_out_sql
from crm_receivables.paying import pay_addresses
from crm_receivables.payments import (
    NewPayment,
    hold_payment,
    record_payment,
    record_payments,
    refund_payment,
    set_held,
    void_invoice,
)
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.reversing import reverse_payment
from crm_receivables.scope import visible_receivables
from crm_receivables.shares import oldest_first, typed_amounts
from guanxi import fetch

__all__ = [
    "MAX_LINES",
    "Aging",
    "AgingRow",
    "InvoiceBalance",
    "MoneyMethod",
    "NewInstallment",
    "NewInvoice",
    "NewLine",
    "NewPayment",
    "OpenItem",
    "PaymentMethod",
    "Portion",
    "ReversalCause",
    "aging",
    "allocate_payment",
    "allocate_portions",
    "billed_items_sql",
    "credit_invoice",
    "day_balances_sql",
    "first_open_day",
    "hold_invoices",
    "hold_payment",
    "invoice_balance",
    "invoice_balances",
    "invoices_of_customer",
    "is_reversed",
    "late_items_sql",
    "oldest_first",
    "on_account",
    "open_items",
    "open_items_sql",
    "outstanding",
    "paid_out_sql",
    "pay_addresses",
    "post_invoices",
    "received_sql",
    "record_payment",
    "record_payments",
    "refund_payment",
    "reverse_payment",
    "set_held",
    "settle_with",
    "settlements_sql",
    "typed_amounts",
    "unallocate",
    "visible_invoice",
    "visible_receivables",
    "void_invoice",
    "was_reversed",
]


async def outstanding(customer_id: int) -> dict[str, int]:
    """What a customer owes by currency, minor units; what is on account is not taken off."""
    rows = await fetch(queries.OUTSTANDING, customer_id)
    return {row["currency"]: row["amount"] for row in rows}
