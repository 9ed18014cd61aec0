"""Tables of referrals. Who was recommended points to who recommended; the database refuses rings.

Customers are locked first, in id order; then the one lock of all that changes who points to whom; then referrals.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_referrals.choices import Channel, ReferralState, Why
from guanxi import Record, clock


def _customer() -> Any:
    return fields.ForeignKeyField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)


class Code(Record):
    """What a customer hands on. After a merge a customer has several; one is the `main` one (migration 1)."""

    customer: Any = _customer()
    customer_id: int
    code = fields.CharField(max_length=13, unique=True)
    """64 random bits, in capitals and digits without I, L, O and U"""
    main = fields.BooleanField(default=True)

    class Meta:
        table = "crm_referrals_code"
        indexes = (("customer_id", "id"),)


class Referral(Record):
    """At most one for each new customer, for ever."""

    referrer: Any = _customer()
    referrer_id: int
    referred: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    referred_id: int
    channel = fields.CharEnumField(Channel, max_length=8)
    state = fields.CharEnumField(ReferralState, default=ReferralState.WAITING, max_length=10)
    why: Any = fields.CharEnumField(Why, null=True, max_length=12)
    note = fields.CharField(max_length=300, default="")
    order_source = fields.CharField(max_length=200, null=True, unique=True)
    """`payment:12`: the first payment that was enough"""
    currency = fields.CharField(max_length=3, default="")
    """the company's, until an order says it"""
    amount = fields.BigIntField(default=0)
    """of the order, minor units"""
    refunded = fields.BigIntField(default=0)
    paid_on: date | None = fields.DateField(null=True)
    refunded_on: date | None = fields.DateField(null=True)
    """the last time"""
    rewarded_at: datetime | None = fields.DatetimeField(null=True)
    referrer_points = fields.BigIntField(default=0)
    referred_points = fields.BigIntField(default=0)

    class Meta:
        table = "crm_referrals_referral"
        indexes = (("referrer_id", "id"), ("state", "id"), ("state", "paid_on"))


class Refund(Model):
    """What was given back of an order, once for each source."""

    id = fields.BigIntField(primary_key=True)
    order_source = fields.CharField(max_length=200)
    source = fields.CharField(max_length=200, unique=True)
    amount = fields.BigIntField()
    at: datetime = fields.DatetimeField(default=clock.now)

    class Meta:
        table = "crm_referrals_refund"
        indexes = (("order_source",),)
