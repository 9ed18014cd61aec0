"""The table of what contracts are to deliver, and what was delivered and accepted (交付情况)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tortoise import fields

from crm_contracts.choices import DeliveryState
from guanxi import Record


class Delivery(Record):
    contract_id: int
    contract_line_id: int | None
    responsible_id: int | None

    contract: Any = fields.ForeignKeyField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    contract_line: Any = fields.ForeignKeyField(
        "crm_contracts.ContractLine", related_name=False, null=True, on_delete=fields.SET_NULL
    )
    """the line of this description; none: it stands for itself"""
    what = fields.CharField(max_length=300)
    quantity: Decimal = fields.DecimalField(max_digits=14, decimal_places=4)
    due_on: date = fields.DateField()
    responsible: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    """who is told when it is late"""
    delivered: Decimal = fields.DecimalField(max_digits=14, decimal_places=4, default=Decimal(0))
    delivered_on: date | None = fields.DateField(null=True)
    """the last of its parts"""
    accepted_on: date | None = fields.DateField(null=True)
    accepted_by = fields.CharField(max_length=100, default="")
    """of the customer's people"""
    state = fields.CharEnumField(DeliveryState, default=DeliveryState.PLANNED, max_length=9)
    note = fields.CharField(max_length=500, default="")
    told_late_for: date | None = fields.DateField(null=True)
    """the due day that the responsible user was reminded of"""

    class Meta:
        table = "crm_contracts_delivery"
        indexes = (("contract_id", "id"), ("due_on", "id"), ("state", "due_on"), ("responsible_id",))
