"""Tables of what keeps an installment from being dunned: disputes, blocks, promises."""

from __future__ import annotations

from datetime import date
from typing import Any

from tortoise import fields

from crm_collection.choices import DisputeState, PromiseState
from guanxi import Record


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def _perhaps_to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class Dispute(Record):
    """The customer does not agree with an invoice, or with one installment of it."""

    customer_id: int
    invoice_id: int
    installment_id: int | None

    customer: Any = _to("crm_core.Customer")
    invoice: Any = _to("crm_receivables.Invoice")
    installment: Any = _perhaps_to("crm_receivables.Installment")
    """empty: the whole invoice"""
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    """what is in dispute"""
    reason = fields.CharField(max_length=500)
    state = fields.CharEnumField(DisputeState, default=DisputeState.OPEN, max_length=10)
    resolved_on: date | None = fields.DateField(null=True)
    resolution = fields.CharField(max_length=500, default="")

    class Meta:
        table = "crm_collection_dispute"
        indexes = (("customer_id", "id"), ("invoice_id",), ("state", "id"))


class Block(Record):
    """Somebody decided that a customer, or an installment, is not dunned."""

    customer_id: int
    installment_id: int | None

    customer: Any = _to("crm_core.Customer")
    installment: Any = _perhaps_to("crm_receivables.Installment")
    """empty: all of the customer's"""
    until_on: date | None = fields.DateField(null=True)
    """the last day it holds; empty: until it is lifted"""
    reason = fields.CharField(max_length=500)
    lifted_on: date | None = fields.DateField(null=True)

    class Meta:
        table = "crm_collection_block"
        indexes = (("customer_id", "id"), ("installment_id",))


class Promise(Record):
    """The customer said that it pays `amount` by `due_on`."""

    customer_id: int
    installment_id: int | None

    customer: Any = _to("crm_core.Customer")
    installment: Any = _perhaps_to("crm_receivables.Installment")
    """empty: whatever the customer pays in the currency counts"""
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    due_on: date = fields.DateField()
    made_on: date = fields.DateField()
    """payments count from this day on"""
    state = fields.CharEnumField(PromiseState, default=PromiseState.OPEN, max_length=10)
    received = fields.BigIntField(default=0)
    """when it was settled"""
    settled_on: date | None = fields.DateField(null=True)
    note = fields.CharField(max_length=500, default="")

    class Meta:
        table = "crm_collection_promise"
        indexes = (("customer_id", "id"), ("state", "due_on", "id"), ("due_on", "id"))
