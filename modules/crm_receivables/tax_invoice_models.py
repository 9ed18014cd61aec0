"""Tables of Chinese tax invoices (发票): drawn in the tax bureau's system, kept here beside what they are drawn for."""

from __future__ import annotations

from datetime import date
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_receivables.tax_invoice_choices import TaxInvoiceKind, TaxInvoiceState
from guanxi import Record

CURRENCY = "CNY"
"""the one currency of tax invoices"""


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def _perhaps_to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class TaxInvoice(Record):
    """Amounts are minor units of yuan (fen), negative on a red letter (红字发票)."""

    customer_id: int
    reverses_id: int | None

    kind = fields.CharEnumField(TaxInvoiceKind, default=TaxInvoiceKind.DIGITAL_GENERAL, max_length=20)
    code = fields.CharField(max_length=12, default="")
    """发票代码, of the old kinds only"""
    number = fields.CharField(max_length=20)
    """发票号码: 20 digits of a digital one, else 8"""
    issued_on: date = fields.DateField()
    customer: Any = _to("crm_core.Customer")
    buyer_name = fields.CharField(max_length=200, default="")
    """as it stands on the tax invoice"""
    buyer_tax_number = fields.CharField(max_length=30, default="")
    net = fields.BigIntField()
    tax = fields.BigIntField()
    total = fields.BigIntField()
    allocated = fields.BigIntField(default=0)
    """of the total, to invoices; kept by the database (migration 10), and so is `reversed`"""
    reversed = fields.BigIntField(default=0)
    """of the total, by red letters"""
    state = fields.CharEnumField(TaxInvoiceState, default=TaxInvoiceState.NORMAL, max_length=15)
    drawer = fields.CharField(max_length=60, default="")
    """开票人"""
    reverses_number = fields.CharField(max_length=20, default="")
    """of a red letter: the number of what it reverses, which need not be here"""
    reverses: Any = _perhaps_to("crm_receivables.TaxInvoice")
    confirmation_number = fields.CharField(max_length=40, default="")
    """红字确认单编号"""
    remark = fields.CharField(max_length=300, default="")

    class Meta:
        table = "crm_receivables_tax_invoice"
        indexes = (("customer_id", "id"), ("issued_on", "id"), ("number",), ("reverses_id",))
        unique_together = (("code", "number"),)


class TaxInvoicePart(Model):
    """What of a tax invoice stands for an invoice, or with a credit note for what that took back."""

    id = fields.BigIntField(primary_key=True)
    tax_invoice: Any = _to("crm_receivables.TaxInvoice")
    invoice: Any = _to("crm_receivables.Invoice")
    credit_note: Any = _perhaps_to("crm_receivables.CreditNote")
    amount = fields.BigIntField()
    """with the sign of the tax invoice"""

    class Meta:
        table = "crm_receivables_tax_invoice_part"
        indexes = (("tax_invoice_id", "id"), ("invoice_id", "id"), ("credit_note_id",))
