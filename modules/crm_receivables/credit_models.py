"""Tables of what takes back what was billed or received. Each is a payment, too, that is allocated like money."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_receivables.choices import CreditNoteState, ReversalCause, WriteOffState
from guanxi import Record, clock


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


class CreditNote(Record):
    """Takes back part or all of a posted invoice. It never changes but for its state."""

    customer_id: int
    invoice_id: int

    number = fields.CharField(max_length=30, unique=True)
    """CN-2026-000001, gap-free in a year"""
    invoice: Any = _to("crm_receivables.Invoice")
    customer: Any = _to("crm_core.Customer")
    payment_id: int = fields.BigIntField(unique=True)
    """the credit that it gave"""
    posted_on: date = fields.DateField()
    currency = fields.CharField(max_length=3)
    subtotal = fields.BigIntField()
    tax = fields.BigIntField()
    total = fields.BigIntField()
    reason = fields.CharField(max_length=300)
    state = fields.CharEnumField(CreditNoteState, default=CreditNoteState.POSTED, max_length=8)

    class Meta:
        table = "crm_receivables_credit_note"
        indexes = (("invoice_id", "id"), ("customer_id", "id"), ("posted_on", "id"))


class CreditLine(Model):
    id = fields.BigIntField(primary_key=True)
    note: Any = _to("crm_receivables.CreditNote")
    line: Any = _to("crm_receivables.InvoiceLine")
    description = fields.CharField(max_length=300)
    tax_rate: Decimal = fields.DecimalField(max_digits=5, decimal_places=2)
    """percent"""
    amount = fields.BigIntField()
    """of the invoice's line, tax included"""
    tax = fields.BigIntField()

    class Meta:
        table = "crm_receivables_credit_line"
        indexes = (("line_id",),)
        unique_together = (("note_id", "line_id"),)


class WriteOff(Record):
    """What will not be paid any more, once somebody else agrees."""

    invoice_id: int
    created_by_id: int | None

    number = fields.CharField(max_length=30, unique=True)
    """WO-000001; there may be gaps"""
    invoice: Any = _to("crm_receivables.Invoice")
    customer: Any = _to("crm_core.Customer")
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    reason = fields.CharField(max_length=300)
    state = fields.CharEnumField(WriteOffState, default=WriteOffState.REQUESTED, max_length=10)
    decided_by: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    decided_on: date | None = fields.DateField(null=True)
    remark = fields.CharField(max_length=300, default="")
    """of who decided"""
    payment_id = fields.BigIntField(null=True, unique=True)
    """the credit that it gave"""

    class Meta:
        table = "crm_receivables_write_off"
        indexes = (("invoice_id", "id"), ("customer_id", "id"), ("state", "id"))


class Reversal(Model):
    """A payment, credit note or write-off that does not count any more; append-only."""

    id = fields.BigIntField(primary_key=True)
    entry: Any = _to("crm_receivables.JournalEntry")
    payment_id: int = fields.BigIntField(unique=True)
    amount = fields.BigIntField()
    cause = fields.CharEnumField(ReversalCause, max_length=10)
    reversed_on: date = fields.DateField()
    reason = fields.CharField(max_length=300, default="")
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "crm_receivables_reversal"
