"""Tables of campaigns: what earns points beside the earning rule, and what they gave."""

from __future__ import annotations

from datetime import date
from typing import Any

from tortoise import fields

from crm_loyalty.campaign_choices import Activity, Birthday, Rounding, Trigger
from guanxi import Record


def _key(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


class Campaign(Record):
    """Points for purchases that fit, for check-ins or for an activity. Each change of it is kept as a version."""

    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    trigger = fields.CharEnumField(Trigger, max_length=10)
    activity: Any = fields.CharEnumField(Activity, null=True, max_length=10)
    """ACTIVITY: which"""
    active = fields.BooleanField(default=True)
    valid_from: date | None = fields.DateField(null=True)
    valid_until: date | None = fields.DateField(null=True)
    """the last of the company's days"""
    points = fields.BigIntField()
    """each time, or for each `amount`"""
    currency = fields.CharField(max_length=3)
    amount: int | None = fields.BigIntField(null=True)
    """minor units of what counts"""
    factor: int | None = fields.IntField(null=True)
    """percent of what the rule gives, with the rule's own 100: in place of `points`"""
    rounding = fields.CharEnumField(Rounding, default=Rounding.DOWN, max_length=8)
    minimum = fields.BigIntField(default=0)
    """minor units of what counts"""
    on_tax = fields.BooleanField(default=True)
    on_freight = fields.BooleanField(default=False)
    on_coupons = fields.BooleanField(default=False)
    on_points = fields.BooleanField(default=False)
    on_stored_value = fields.BooleanField(default=True)
    products: Any = fields.JSONField(default=list)
    """codes of products or of categories; none: all"""
    first_purchase = fields.BooleanField(default=False)
    birthday = fields.CharEnumField(Birthday, default=Birthday.ANY, max_length=6)
    tier: Any = fields.ForeignKeyField("crm_loyalty.Tier", related_name=False, null=True, on_delete=fields.RESTRICT)
    """from this one up"""
    streak_days = fields.IntField(default=0)
    streak_points = fields.BigIntField(default=0)
    """CHECK_IN: more on each of so many days in a row"""
    per_day = fields.BigIntField(default=0)
    """points of a member on one of the company's days at most; 0: no limit, as for the next two"""
    per_member = fields.BigIntField(default=0)
    budget = fields.BigIntField(default=0)
    """points of all members"""
    given = fields.BigIntField(default=0)
    """of the budget; kept where there is one"""

    class Meta:
        table = "crm_loyalty_campaign"
        indexes = (("name", "id"), ("tier_id",))


class CampaignVersion(Record):
    """What a campaign said from one change to the next. Written by the database, never changed."""

    campaign: Any = _key("crm_loyalty.Campaign")
    version = fields.IntField()
    """the campaign's revision"""
    terms: Any = fields.JSONField()

    class Meta:
        table = "crm_loyalty_campaign_version"
        unique_together = (("campaign_id", "version"),)


class Award(Record):
    """Which campaign gave an entry's points, as which version, and for what. Never changed."""

    entry: Any = fields.OneToOneField("crm_loyalty.Entry", related_name=False, on_delete=fields.RESTRICT)
    campaign: Any = _key("crm_loyalty.Campaign")
    version = fields.IntField()
    account: Any = _key("crm_loyalty.Account")
    points = fields.BigIntField()
    purchase = fields.CharField(max_length=200)
    """the source of the purchase or activity; that of the entry names the campaign, too"""
    basis = fields.BigIntField(default=0)
    """minor units that counted"""
    day: date = fields.DateField()

    class Meta:
        table = "crm_loyalty_award"
        indexes = (("account_id", "campaign_id", "day"), ("purchase",), ("campaign_id", "id"))


class CheckIn(Record):
    """A member was there on one of the company's days; once a day."""

    member: Any = _key("crm_loyalty.Member")
    day: date = fields.DateField()
    streak = fields.IntField()
    """days in a row, this one included"""

    class Meta:
        table = "crm_loyalty_check_in"
        unique_together = (("member_id", "day"),)
