"""The register of contract numbers (预领合同登记)."""

from __future__ import annotations

from typing import Any

from tortoise import fields

from crm_contracts.choices import NumberState
from guanxi import Record


class ContractNumber(Record):
    """Every number that was ever given out, so that no gap in a year's series stays unexplained."""

    holder_id: int | None
    contract_id: int | None

    number = fields.CharField(max_length=30, unique=True)
    year = fields.SmallIntField()
    state = fields.CharEnumField(NumberState, max_length=8)
    holder: Any = fields.ForeignKeyField("guanxi.User", related_name=False, null=True, on_delete=fields.RESTRICT)
    """who drew it beforehand; none: given when its contract was approved"""
    contract: Any = fields.ForeignKeyField(
        "crm_contracts.Contract", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    reason = fields.CharField(max_length=500, default="")
    """why it was returned or declared void"""

    class Meta:
        table = "crm_contracts_number"
        indexes = (("holder_id", "id"), ("state", "year", "number"))
