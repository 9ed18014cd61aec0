"""Tables of automatic renewal: price indexes, contracts that could not be renewed, and reminders that were given."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_contracts.choices import ProblemState, ReminderKind, RenewalReason
from guanxi import Record, clock


class PriceIndex(Record):
    """A series of monthly values that contracts name, such as a consumer price index (价格指数)."""

    name = fields.CharField(max_length=100, unique=True)
    name_zh = fields.CharField(max_length=100, default="")
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_price_index"


class IndexValue(Record):
    price_index_id: int

    price_index: Any = fields.ForeignKeyField("crm_contracts.PriceIndex", related_name=False, on_delete=fields.RESTRICT)
    month: date = fields.DateField()
    """its first day"""
    value: Decimal = fields.DecimalField(max_digits=14, decimal_places=4)

    class Meta:
        table = "crm_contracts_index_value"
        unique_together = (("price_index", "month"),)
        indexes = (("month", "id"),)


class RenewalProblem(Record):
    """A contract that should have gone on and waits. All others go on."""

    contract_id: int

    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    title = fields.CharField(max_length=200, default="")
    """the contract's"""
    due_on: date = fields.DateField()
    """the first day of the term that is missing"""
    reason = fields.CharEnumField(RenewalReason, max_length=8)
    state = fields.CharEnumField(ProblemState, default=ProblemState.OPEN, max_length=8)

    class Meta:
        table = "crm_contracts_renewal_problem"
        indexes = (("state", "id"), ("contract_id", "id"))


class Reminder(Model):
    """That the owner of a contract was told of a day, so many days before it: once for each."""

    id = fields.BigIntField(primary_key=True)
    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    kind = fields.CharEnumField(ReminderKind, max_length=6)
    day: date = fields.DateField()
    """that it was about"""
    days_before = fields.SmallIntField()
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_contracts_reminder"
        unique_together = (("contract", "kind", "day", "days_before"),)
