"""Tables of how much customers may owe."""

from __future__ import annotations

from typing import Any

from tortoise import fields

from guanxi import Record


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


class CreditLimit(Record):
    """No contract comes into force, and no invoice is posted by hand, that lets the customer owe more in this currency
    (`crediting.check`)."""

    customer_id: int

    customer: Any = _to("crm_core.Customer")
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    """minor units; 0: the customer pays in advance"""
    hold = fields.BooleanField(default=False)
    """nothing is sold to the customer, in any currency"""
    note = fields.CharField(max_length=300, default="")

    class Meta:
        table = "crm_collection_credit_limit"
        unique_together = (("customer", "currency"),)


class CreditRelease(Record):
    """Somebody lets one contract pass limit and hold."""

    customer_id: int
    contract_id: int

    contract: Any = fields.OneToOneField("crm_contracts.Contract", related_name=False, on_delete=fields.RESTRICT)
    customer: Any = _to("crm_core.Customer")
    reason = fields.CharField(max_length=500)

    class Meta:
        table = "crm_collection_credit_release"
        indexes = (("customer_id", "id"),)
