"""Tables of what changes the charges of recurring lines: pauses and usage."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields
from tortoise.models import Model

from guanxi import Record, clock


class Pause(Model):
    """Days of a contract that are not charged. No two of a contract overlap."""

    id = fields.BigIntField(primary_key=True)
    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    starts_on: date = fields.DateField()
    ends_on: date | None = fields.DateField(null=True)
    """the last day, included; none: until the contract is resumed"""
    reason = fields.CharField(max_length=500, default="")
    created_at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_contracts_pause"
        indexes = (("contract_id", "starts_on"),)


class Usage(Record):
    """What was used of a line on a day; append-only, corrected by negative quantities (migration 4)."""

    contract_id: int
    contract_line_id: int
    charge_id: int | None

    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    contract_line: Any = fields.ForeignKeyField(
        "crm_contracts.ContractLine", related_name=False, on_delete=fields.RESTRICT
    )
    line = fields.CharField(max_length=300, default="")
    """the line's description"""
    used_on: date = fields.DateField()
    quantity: Decimal = fields.DecimalField(max_digits=14, decimal_places=4)
    reference = fields.CharField(max_length=120)
    """the meter's number of it: the same one counts once for a line"""
    charge: Any = fields.ForeignKeyField(
        "crm_contracts.Charge", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """what it was billed with"""
    billed_through: date | None = fields.DateField(null=True)
    """the last day of that charge"""
    late = fields.BooleanField(default=False)
    """came in when its own period was billed already, so it was billed with a later one"""

    class Meta:
        table = "crm_contracts_usage"
        unique_together = (("contract_line", "reference"),)
        indexes = (("contract_id", "id"), ("used_on", "id"), ("charge_id",))
