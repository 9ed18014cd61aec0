"""Who has to approve which contracts, what was decided, and who stands in for whom."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tortoise import fields

from crm_contracts.choices import ApprovalState
from guanxi import Record


def _perhaps_to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class ApprovalRule(Record):
    """Contracts to which all that it names applies want its approval. A rule that names nothing is for all."""

    name = fields.CharField(max_length=100, unique=True)
    step = fields.SmallIntField(default=1)
    """rules of a lower step come first; those of one step are decided side by side"""
    type: Any = _perhaps_to("crm_contracts.ContractType")
    currency = fields.CharField(max_length=3)
    minimum = fields.BigIntField(null=True)
    """minor units of `currency`, of what is charged once and what recurs in a year together"""
    discount: Decimal | None = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    """percent below the list price, of the line with the most"""
    role: Any = fields.ForeignKeyField("guanxi.Role", related_name=False, on_delete=fields.RESTRICT)
    approver: Any = _perhaps_to("guanxi.User")
    """who decides; none: any one user of the role"""
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_contracts_approval_rule"


class Approval(Record):
    """What one rule asks for one contract. A contract that comes back for review gets new ones."""

    contract_id: int
    approver_id: int | None
    role_id: int | None
    decided_by_id: int | None

    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.CASCADE)
    rule = fields.CharField(max_length=100)
    step = fields.SmallIntField()
    state = fields.CharEnumField(ApprovalState, max_length=8)
    approver: Any = _perhaps_to("guanxi.User")
    role: Any = _perhaps_to("guanxi.Role")
    """exactly one of `approver` and `role` is there"""
    assigned_to = fields.CharField(max_length=200)
    """the approver's or the role's name"""
    asked_by: Any = _perhaps_to("guanxi.User")
    decided_by: Any = _perhaps_to("guanxi.User")
    decided_at: datetime | None = fields.DatetimeField(null=True)
    comment = fields.CharField(max_length=500, default="")
    reason = fields.CharField(max_length=500, default="", db_default="")
    """why it was handed in, where that was asked"""
    measured: Any = fields.CharField(max_length=32, null=True)
    """where the discount alone is asked for: `discounts.measure` of the lines that it is given for"""

    class Meta:
        table = "crm_contracts_approval"
        indexes = (("contract_id", "id"),)


class Delegation(Record):
    """From the first to the last day, `delegate` decides what `user` could (审批代理)."""

    user_id: int
    delegate_id: int

    user: Any = fields.ForeignKeyField("guanxi.User", related_name=False, on_delete=fields.RESTRICT)
    delegate: Any = fields.ForeignKeyField("guanxi.User", related_name=False, on_delete=fields.RESTRICT)
    from_on: date = fields.DateField()
    until_on: date = fields.DateField()

    class Meta:
        table = "crm_contracts_delegation"
        indexes = (("delegate_id", "until_on"), ("user_id", "id"))
