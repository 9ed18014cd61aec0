"""Tables of coupons. Amounts are minor units; only the functions of the migrations move coupons.

Lotteries are in `lottery_models`. Campaigns are locked before coupons, both in id order.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields

from crm_offers.choices import BatchState, CampaignState, CouponState, EventKind, Stacking, Worth
from guanxi import Record, clock


def key(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def optional_key(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


class Campaign(Record):
    """What coupons are worth, for whom, how many. Its terms do not change any more once it was opened."""

    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    state = fields.CharEnumField(CampaignState, default=CampaignState.DRAFT, max_length=8)
    worth = fields.CharEnumField(Worth, default=Worth.AMOUNT, max_length=8)
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField(default=0)
    percent = fields.IntField(default=0)
    """basis points: 1000 is 10 % off"""
    cap: int | None = fields.BigIntField(null=True)
    """the most that `percent` takes off"""
    gift = fields.CharField(max_length=200, default="")
    minimum_spend = fields.BigIntField(default=0)
    valid_from: date | None = fields.DateField(null=True)
    valid_until: date | None = fields.DateField(null=True)
    """the last day"""
    valid_days: int | None = fields.IntField(null=True)
    """days after that of issue; good to the end of the last one"""
    stock: int | None = fields.IntField(null=True)
    per_customer: int | None = fields.IntField(null=True)
    level: Any = optional_key("crm_core.Term")
    level_id: int | None
    value_class: Any = optional_key("crm_core.Term")
    value_class_id: int | None
    tag = fields.CharField(max_length=60, default="")
    stacking = fields.CharEnumField(Stacking, default=Stacking.EXCLUSIVE, max_length=10)
    public_code = fields.CharField(max_length=40, null=True, unique=True)
    """one word for many customers, in capitals"""
    issued = fields.IntField(default=0)
    """coupons made, and those that a batch under way is to make"""
    redeemed = fields.IntField(default=0)
    discount = fields.BigIntField(default=0)
    """Σ of what its coupons took off"""
    ordered = fields.BigIntField(default=0)
    """Σ of the orders that they were redeemed on, before all discounts"""

    class Meta:
        table = "crm_offers_campaign"
        indexes = (("name", "id"),)


class Batch(Record):
    """Coupons issued by a job: `wanted` codes for whoever has them, or one for each customer of the campaign."""

    campaign: Any = key("crm_offers.Campaign")
    wanted: int | None = fields.IntField(null=True)
    """None: one for each customer"""
    issued = fields.IntField(default=0)
    state = fields.CharEnumField(BatchState, default=BatchState.WAITING, max_length=8)

    class Meta:
        table = "crm_offers_batch"
        indexes = (("campaign_id", "id"),)


class Redemption(Record):
    """An order and the coupons on it. Nothing changes but that it is taken back once."""

    source = fields.CharField(max_length=200, unique=True)
    """`order:12`: what caused it, once"""
    codes = fields.CharField(max_length=64)
    """SHA-256 of the codes, to know a repeated call"""
    currency = fields.CharField(max_length=3)
    amount = fields.BigIntField()
    """of the order, before all discounts"""
    discount = fields.BigIntField()
    at: datetime = fields.DatetimeField(default=clock.now)
    actor = fields.CharField(max_length=200, default="")
    reversed_at: datetime | None = fields.DatetimeField(null=True)
    reversal = fields.CharField(max_length=200, null=True, unique=True)
    """the source of the reversal"""

    class Meta:
        table = "crm_offers_redemption"
        indexes = (("at", "id"),)


class Coupon(Record):
    campaign: Any = key("crm_offers.Campaign")
    campaign_id: int
    customer: Any = optional_key("crm_core.Customer")
    customer_id: int | None
    """None: whoever has the code, until it is redeemed for somebody"""
    code = fields.CharField(max_length=19)
    """80 random bits, printed in four groups"""
    code_hash = fields.CharField(max_length=64, unique=True)
    """SHA-256 of the code: what it is looked up by, so that the time tells nothing of the code"""
    state = fields.CharEnumField(CouponState, default=CouponState.ISSUED, max_length=8)
    valid_from: datetime | None = fields.DatetimeField(null=True)
    valid_until: datetime | None = fields.DatetimeField(null=True)
    """the first instant at which it is over"""
    source = fields.CharField(max_length=200, unique=True)
    """what it was issued for, once"""
    batch: Any = optional_key("crm_offers.Batch")
    held_by = fields.CharField(max_length=200, null=True)
    """the order that holds it"""
    held_until: datetime | None = fields.DatetimeField(null=True)
    redemption: Any = optional_key("crm_offers.Redemption")

    class Meta:
        table = "crm_offers_coupon"
        indexes = (("campaign_id", "customer_id"), ("customer_id", "id"), ("batch_id",), ("redemption_id",))


class Event(Record):
    """What happened to a coupon. The database refuses to change or delete it."""

    coupon: Any = key("crm_offers.Coupon")
    campaign: Any = key("crm_offers.Campaign")
    kind = fields.CharEnumField(EventKind, max_length=8)
    source = fields.CharField(max_length=200)
    redemption: Any = optional_key("crm_offers.Redemption")
    currency = fields.CharField(max_length=3)
    discount = fields.BigIntField(default=0)
    """what it took off; below zero where that was given back"""
    at: datetime = fields.DatetimeField(default=clock.now)
    actor = fields.CharField(max_length=200, default="")

    class Meta:
        table = "crm_offers_event"
        indexes = (("coupon_id", "id"), ("campaign_id", "id"), ("redemption_id",), ("at", "id"))
