"""Tables of what was sent, and of late interest and fees that were charged."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_collection.choices import Channel, ChargeKind, NoticeState
from guanxi import Record, clock


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


class Notice(Record):
    """What one customer got, or is to be told, at one level on one day, for all its installments at that level."""

    customer_id: int
    level_id: int
    assignee_id: int | None

    number = fields.CharField(max_length=30, unique=True)
    """DN-00000001; there may be gaps"""
    customer: Any = _to("crm_core.Customer")
    level: Any = _to("crm_collection.Level")
    level_number = fields.SmallIntField()
    channel = fields.CharEnumField(Channel, max_length=8)
    run_on: date = fields.DateField()
    locale = fields.CharField(max_length=10)
    address = fields.CharField(max_length=300, default="")
    """where it went: of a mail the e-mail address"""
    subject = fields.CharField(max_length=300)
    text = fields.TextField()
    """as it was sent, without the table of installments"""
    state = fields.CharEnumField(NoticeState, max_length=8)
    assignee: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    """who is to call, post or do it: the customer's owner then"""
    mail_id: int | None = fields.BigIntField(null=True)
    """of the outbox"""
    done_on: date | None = fields.DateField(null=True)
    result = fields.CharField(max_length=500, default="")

    class Meta:
        table = "crm_collection_notice"
        indexes = (("customer_id", "id"), ("state", "run_on", "id"), ("run_on", "id"))


class Step(Model):
    """An installment in a notice, as it was that day; append-only. An installment gets each level once (A14)."""

    id = fields.BigIntField(primary_key=True)
    notice: Any = _to("crm_collection.Notice")
    installment: Any = _to("crm_receivables.Installment")
    number = fields.CharField(max_length=40)
    """of the installment"""
    level_number = fields.SmallIntField()
    run_on: date = fields.DateField()
    due_on: date = fields.DateField()
    currency = fields.CharField(max_length=3)
    outstanding = fields.BigIntField()
    """of that day (A15)"""
    interest = fields.BigIntField(default=0)
    """late interest so far that was not charged yet; 0 where the level does not name it"""
    fee = fields.BigIntField(default=0)
    """of the notice, at its first installment of the currency"""
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_collection_step"
        unique_together = (("installment", "level_number"),)
        indexes = (("notice_id", "id"),)


class Charge(Model):
    """Late interest of an installment for the days after `starts_on` up to `ends_on`, or the fee of a step, on an
    invoice; append-only but for `released_on` (migration 2)."""

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(ChargeKind, max_length=8)
    installment: Any = _to("crm_receivables.Installment")
    starts_on: date = fields.DateField()
    ends_on: date = fields.DateField()
    step_id: int | None = fields.BigIntField(null=True)
    amount = fields.BigIntField()
    currency = fields.CharField(max_length=3)
    invoice: Any = _to("crm_receivables.Invoice")
    created_at: datetime = fields.DatetimeField(default=clock.now)
    created_by_id: int | None = fields.BigIntField(null=True)
    released_on: date | None = fields.DateField(null=True)
    """when its invoice was voided or credited in full: from then on its days, or its step, may be charged again"""

    class Meta:
        table = "crm_collection_charge"
        indexes = (("invoice_id",),)
