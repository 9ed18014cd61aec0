"""Tables of paid memberships. Whether one is paid is what its invoice says; the tier itself is kept by crm_loyalty."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tortoise import fields

from crm_membership.choices import MembershipState
from guanxi import Record


def _to(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


class Plan(Record):
    """What is for sale: a tier for some months."""

    tier_id: int

    name = fields.CharField(max_length=100, unique=True)
    name_zh = fields.CharField(max_length=100, default="")
    tier: Any = _to("crm_loyalty.Tier")
    months = fields.IntField(default=12)
    currency = fields.CharField(max_length=3)
    price = fields.BigIntField()
    """minor units, tax included"""
    tax_rate: Decimal = fields.DecimalField(max_digits=5, decimal_places=2, default=Decimal(0))
    """percent"""
    in_portal = fields.BooleanField(default=True)
    """customers may order it themselves"""
    active = fields.BooleanField(default=True)

    class Meta:
        table = "crm_membership_plan"
        indexes = (("tier_id",),)


class Membership(Record):
    """One that was ordered. `tier` and `months` are the plan's when it was."""

    customer_id: int
    plan_id: int
    tier_id: int
    invoice_id: int | None

    customer: Any = _to("crm_core.Customer")
    plan: Any = _to("crm_membership.Plan")
    tier: Any = _to("crm_loyalty.Tier")
    months = fields.IntField()
    state = fields.CharEnumField(MembershipState, default=MembershipState.WAITING, max_length=8)
    invoice: Any = fields.OneToOneField(
        "crm_receivables.Invoice", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    """null while the order is being made"""
    order_key: Any = fields.CharField(max_length=50, null=True, unique=True)
    """`<customer>:<plan>` until it is paid for or canceled: the same order twice is one"""
    pay_by: date = fields.DateField()
    paid_on: date | None = fields.DateField(null=True)
    first_day: date | None = fields.DateField(null=True)
    last_day: date | None = fields.DateField(null=True)
    stopped_on: date | None = fields.DateField(null=True)
    """since when one that had begun is not paid any more; paid again, the days that were left run on"""

    class Meta:
        table = "crm_membership_membership"
        indexes = (("customer_id", "id"), ("state", "pay_by"), ("plan_id", "id"))


class Grant(Record):
    """The tier that a customer was given for memberships, and the one that people had given, which comes back."""

    customer: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    tier: Any = _to("crm_loyalty.Tier")
    last_day: date = fields.DateField()
    kept_tier: Any = fields.ForeignKeyField(
        "crm_loyalty.Tier", related_name=False, null=True, on_delete=fields.RESTRICT
    )
    kept_until: date | None = fields.DateField(null=True)
    """the last day"""

    class Meta:
        table = "crm_membership_grant"


class TierPriceList(Record):
    """By which list members of a tier buy; one list for each currency."""

    tier_id: int
    price_list_id: int

    tier: Any = _to("crm_loyalty.Tier")
    price_list: Any = _to("crm_contracts.PriceList")
    currency = fields.CharField(max_length=3)
    """the list's, which never changes"""

    class Meta:
        table = "crm_membership_tier_price_list"
        unique_together = (("tier", "currency"),)
        indexes = (("price_list_id", "id"),)
