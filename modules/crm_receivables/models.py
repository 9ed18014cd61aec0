"""Tables of invoices, payments and the journal. Amounts are integers of minor units, prices include tax."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_receivables.choices import Account, Direction, EntryKind, InvoiceState, InvoiceStatus, PaymentMethod
from guanxi import Record, clock


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def _perhaps_to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class Invoice(Record):
    """Its amounts never change once it is posted; the database refuses it (migration 1)."""

    customer_id: int
    contract_id: int | None

    number: Any = fields.CharField(max_length=30, null=True, unique=True)
    """INV-2026-000001, gap-free in a year; drafts have none"""
    reference: Any = fields.CharField(max_length=80, null=True, unique=True)
    """its number in another system"""
    source: Any = fields.CharField(max_length=60, null=True, unique=True)
    """what it was made from, `contract:12`: a replay cannot make it again"""
    customer: Any = _to("crm_core.Customer")
    contract: Any = _perhaps_to("crm_contracts.Contract")
    currency = fields.CharField(max_length=3)
    state = fields.CharEnumField(InvoiceState, default=InvoiceState.DRAFT, max_length=8)
    status = fields.CharEnumField(InvoiceStatus, default=InvoiceStatus.DRAFT, max_length=12)
    posted_on: date | None = fields.DateField(null=True)
    voided_on: date | None = fields.DateField(null=True)
    due_on: date | None = fields.DateField(null=True)
    """of a posted one: when the next unpaid installment is due, or the last one was"""
    subtotal = fields.BigIntField(default=0)
    """without tax"""
    tax = fields.BigIntField(default=0)
    total = fields.BigIntField(default=0)
    allocated = fields.BigIntField(default=0)
    """of the total, by whatever settles; it is the sum of the next three"""
    paid = fields.BigIntField(default=0)
    """by money; kept by the database (migration 12)"""
    settled_by_credit = fields.BigIntField(default=0)
    """by credit notes, also by those of other invoices"""
    written_off = fields.BigIntField(default=0)
    outstanding = fields.BigIntField(default=0)
    credited = fields.BigIntField(default=0)
    """of the total, by credit notes of this invoice, whatever they settle: what was paid before goes on account"""
    tax_invoiced = fields.BigIntField(default=0)
    """of the total, by Chinese tax invoices less red letters; kept by the database (migration 10), like the next"""
    tax_open = fields.BigIntField(default=0)
    """still to be covered by a tax invoice, or below zero to be taken back by a red letter; of invoices in yuan only"""
    parties: dict[str, dict[str, str]] | None = fields.JSONField(null=True)
    """who billed whom when it was posted, see `parties`"""
    note = fields.CharField(max_length=500, default="")

    class Meta:
        table = "crm_receivables_invoice"
        indexes = (
            ("customer_id", "id"),
            ("contract_id",),
            ("status", "due_on", "id"),
            ("posted_on", "id"),
            ("due_on", "id"),
        )


class InvoiceLine(Model):
    id = fields.BigIntField(primary_key=True)
    invoice: Any = _to("crm_receivables.Invoice")
    description = fields.CharField(max_length=300)
    quantity: Decimal = fields.DecimalField(max_digits=14, decimal_places=4, default=Decimal(1))
    unit_price = fields.BigIntField(default=0)
    """tax included"""
    tax_rate: Decimal = fields.DecimalField(max_digits=5, decimal_places=2, default=Decimal(0))
    """percent"""
    amount = fields.BigIntField(default=0)
    """tax included"""
    tax = fields.BigIntField(default=0)
    contract_line_id: int | None = fields.BigIntField(null=True)
    """the contract's line that was charged, for the period"""
    period_start: date | None = fields.DateField(null=True)
    period_end: date | None = fields.DateField(null=True)

    class Meta:
        table = "crm_receivables_line"
        indexes = (("invoice_id", "id"),)
        unique_together = (("contract_line_id", "period_start"),)


class Installment(Record):
    """A receivable: a part of an invoice that is due on a day. `allocated` changes by `locks` alone."""

    number = fields.CharField(max_length=40, unique=True)
    """INV-2026-000001/2"""
    invoice: Any = _to("crm_receivables.Invoice")
    customer: Any = _to("crm_core.Customer")
    currency = fields.CharField(max_length=3)
    label = fields.CharField(max_length=100, default="")
    posted_on: date = fields.DateField()
    """the invoice's day, and below the day on which that was voided: aging reads a million of these and no invoice"""
    voided_on: date | None = fields.DateField(null=True)
    due_on: date = fields.DateField()
    amount = fields.BigIntField()
    allocated = fields.BigIntField(default=0)
    outstanding = fields.BigIntField()
    voided = fields.BooleanField(default=False)
    reversed_on: date | None = fields.DateField(null=True)
    """when an allocation was last taken back: no later one takes effect before, so that no day's balance is negative"""

    class Meta:
        table = "crm_receivables_installment"
        indexes = (("invoice_id", "id"), ("due_on", "id"))


class Payment(Record):
    customer_id: int

    number = fields.CharField(max_length=30, unique=True)
    """PM-00000001; there may be gaps"""
    customer: Any = _to("crm_core.Customer")
    direction = fields.CharEnumField(Direction, default=Direction.IN, max_length=4)
    method = fields.CharEnumField(PaymentMethod, default=PaymentMethod.BANK_TRANSFER, max_length=20, null=True)
    """of money that moved; credit notes and write-offs have none"""
    account = fields.CharField(max_length=80, default="")
    """our account that the money came to or went from"""
    handler: Any = _perhaps_to("guanxi.User")
    reference = fields.CharField(max_length=120, default="")
    """the bank's or provider's number of it; unique within the method"""
    received_on: date = fields.DateField()
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    allocated = fields.BigIntField(default=0)
    refunded = fields.BigIntField(default=0)
    reversed = fields.BigIntField(default=0)
    """all of it, or nothing"""
    received = fields.BigIntField(default=0)
    """money that came and stayed, so nothing of credit notes; computed by the database"""
    on_account = fields.BigIntField(default=0)
    held = fields.BigIntField(default=0)
    """promised back through whoever brought it, until that is booked: nobody else gives it back or reverses it"""
    """neither allocated, refunded nor reversed"""
    reversed_on: date | None = fields.DateField(null=True)
    """see Installment.reversed_on"""
    note = fields.CharField(max_length=500, default="")

    class Meta:
        table = "crm_receivables_payment"
        indexes = (("customer_id", "id"), ("received_on", "id"))


class JournalEntry(Model):
    """Append-only; its postings sum to zero in each currency, which the database checks for each statement."""

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(EntryKind, max_length=12)
    posted_on: date = fields.DateField()
    invoice: Any = _perhaps_to("crm_receivables.Invoice")
    payment: Any = _perhaps_to("crm_receivables.Payment")
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "crm_receivables_entry"
        indexes = (("invoice_id",), ("posted_on",))


class Posting(Model):
    id = fields.BigIntField(primary_key=True)
    entry: Any = _to("crm_receivables.JournalEntry")
    account = fields.CharEnumField(Account, max_length=12)
    customer: Any = _perhaps_to("crm_core.Customer")
    """null for exchange differences, which are those of a whole currency"""
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    """a debit, or a credit where negative"""

    class Meta:
        table = "crm_receivables_posting"
        indexes = (("entry_id",), ("account", "customer_id"))


class Allocation(Model):
    """A part of a payment that settles an installment; append-only. Its reversal, if any, points to it."""

    id = fields.BigIntField(primary_key=True)
    entry: Any = _to("crm_receivables.JournalEntry")
    payment: Any = _to("crm_receivables.Payment")
    installment: Any = _to("crm_receivables.Installment")
    invoice: Any = _to("crm_receivables.Invoice")
    amount = fields.BigIntField()
    """always positive; a reversal takes it back"""
    kind = fields.CharEnumField(EntryKind, max_length=12, default=EntryKind.ALLOCATION)
    """ALLOCATION or UNALLOCATION; computed by the database, like the next"""
    settled = fields.BigIntField(default=0)
    """the amount, below zero where it was taken back"""
    effective_on: date = fields.DateField()
    invoiced_on: date = fields.DateField()
    """since when the installment was owed; with `received_on`, it says on which days this made a difference"""
    received_on: date = fields.DateField()
    """since when the payment was there"""
    reverses_id: int | None = fields.BigIntField(null=True, unique=True)
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "crm_receivables_allocation"
        indexes = (("payment_id", "id"), ("invoice_id", "id"), ("installment_id", "effective_on"))


class Refund(Model):
    """Money of a payment given back; append-only. `paid_out` is the outgoing payment."""

    id = fields.BigIntField(primary_key=True)
    entry: Any = _to("crm_receivables.JournalEntry")
    payment: Any = _to("crm_receivables.Payment")
    paid_out_id: int = fields.BigIntField(unique=True)
    amount = fields.BigIntField()
    refunded_on: date = fields.DateField()
    reason = fields.CharField(max_length=300, default="")
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)

    class Meta:
        table = "crm_receivables_refund"
        indexes = (("payment_id", "id"),)
