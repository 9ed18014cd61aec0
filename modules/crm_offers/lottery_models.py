"""Tables of lotteries. Prizes and odds do not change after publication; draws never do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields

from crm_offers.choices import LotteryState, PrizeKind
from crm_offers.models import key, optional_key
from guanxi import Record, clock


class Lottery(Record):
    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    state = fields.CharEnumField(LotteryState, default=LotteryState.DRAFT, max_length=10)
    starts_at: datetime | None = fields.DatetimeField(null=True)
    ends_at: datetime | None = fields.DatetimeField(null=True)
    per_day: int | None = fields.IntField(null=True)
    """draws of one customer on one of the company's days"""
    per_customer: int | None = fields.IntField(null=True)
    ticket_points = fields.IntField(default=0)
    """what a draw costs"""
    seed_hash = fields.CharField(max_length=64, default="")
    """SHA-256 of the seed, in hexadecimal, told at publication"""
    sealed_seed = fields.TextField(default="")
    """the seed, encrypted until the end"""
    seed = fields.CharField(max_length=64, default="")
    """told at the end"""
    draws = fields.IntField(default=0)

    class Meta:
        table = "crm_offers_lottery"
        indexes = (("name", "id"),)


class Prize(Record):
    lottery: Any = key("crm_offers.Lottery")
    lottery_id: int
    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    kind = fields.CharEnumField(PrizeKind, default=PrizeKind.TEXT, max_length=8)
    odds = fields.IntField()
    """parts per million; all prizes of a lottery together 1,000,000"""
    stock: int | None = fields.IntField(null=True)
    campaign: Any = optional_key("crm_offers.Campaign")
    points = fields.IntField(default=0)
    given = fields.IntField(default=0)

    class Meta:
        table = "crm_offers_prize"
        indexes = (("lottery_id", "id"), ("campaign_id",))


class Draw(Record):
    """One draw. The database lets nothing of it change but the customer, where two are merged."""

    lottery: Any = key("crm_offers.Lottery")
    lottery_id: int
    number = fields.IntField()
    """1, 2, 3 … of the lottery"""
    customer: Any = key("crm_core.Customer")
    customer_id: int
    entrant = fields.CharField(max_length=20)
    """the customer's number at that time: part of what is hashed"""
    roll = fields.IntField()
    """0 to 999,999"""
    drawn: Any = key("crm_offers.Prize")
    """the prize that the roll means"""
    given: Any = key("crm_offers.Prize")
    """the same, or no prize where that one was out of stock"""
    given_id: int
    coupon: Any = optional_key("crm_offers.Coupon")
    source = fields.CharField(max_length=200, unique=True)
    day: date = fields.DateField()
    """the company's"""
    at: datetime = fields.DatetimeField(default=clock.now)
    actor = fields.CharField(max_length=200, default="")

    class Meta:
        table = "crm_offers_draw"
        unique_together = (("lottery_id", "number"),)
        indexes = (
            ("lottery_id", "customer_id", "day"),
            ("customer_id", "id"),
            ("given_id",),
            ("drawn_id",),
            ("coupon_id",),
        )
