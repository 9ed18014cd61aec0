"""Tables of the points ledger. Points are integers; only the functions of the migrations write the ledger.

Entries, lots, consumptions and holds of an account change under its row lock. At every commit `balance` = Σ entries =
Σ lots' `remaining` − `debt`, and a member's `growth` = Σ growth of the entries of all its accounts.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from crm_loyalty.choices import (
    EntryKind,
    Expiry,
    GiftKind,
    HoldState,
    RequestKind,
    RequestState,
    RewardKind,
    TierMeasure,
    TierReason,
    TierStep,
    TierWindow,
)
from guanxi import Record, clock


def _key(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, on_delete=fields.RESTRICT)


def _optional_key(model: str) -> Any:
    return fields.ForeignKeyField(model, related_name=False, null=True, on_delete=fields.RESTRICT)


def _past_tier() -> Any:
    """A tier that may have been deleted since."""
    return fields.ForeignKeyField(
        "crm_loyalty.Tier", related_name=False, null=True, on_delete=fields.NO_ACTION, db_constraint=False
    )


class Tier(Record):
    """Members whose figure reached `threshold` are in it, until the next higher one."""

    name = fields.CharField(max_length=60, unique=True)
    name_zh = fields.CharField(max_length=60, default="")
    threshold = fields.BigIntField(unique=True)
    """growth, minor units of the company's currency, or purchases, as the program measures"""
    spend: int | None = fields.BigIntField(null=True)
    """the threshold, where it is an amount; the database keeps it and the currency, the company's, so"""
    currency = fields.CharField(max_length=3, default="")
    multiplier = fields.IntField(default=100)
    """percent of the points, not of the growth, that purchases earn"""
    discount = fields.IntField(default=0)
    """basis points; for tills"""
    service_class = fields.CharField(max_length=60, default="")
    benefits = fields.TextField(default="")
    benefits_zh = fields.TextField(default="")
    gift_points: int | None = fields.IntField(null=True)
    """that members get for reaching it, once; likewise the next ones"""
    kind: Any = fields.CharEnumField(GiftKind, null=True, max_length=10)
    gift = fields.CharField(max_length=160, default="")
    """as people read it"""
    what: int | None = fields.BigIntField(null=True)
    """the same for the giver of this kind"""
    gift_since: datetime | None = fields.DatetimeField(null=True)
    """who reached it before gets none; None: there is no gift"""

    class Meta:
        table = "crm_loyalty_tier"


class TierProgram(Record):
    """How tiers are made. There is one, always."""

    name = fields.CharField(max_length=60)
    name_zh = fields.CharField(max_length=60)
    measure = fields.CharEnumField(TierMeasure, default=TierMeasure.GROWTH, max_length=10)
    period = fields.CharEnumField(TierWindow, default=TierWindow.ALL_TIME, max_length=10)
    months = fields.IntField(default=12)
    """of a rolling window"""
    keep_months = fields.IntField(default=0)
    """months from reaching a tier to its first review, and from one to the next; 0: it follows the figure at once"""
    grace_days = fields.IntField(default=0)
    step = fields.CharEnumField(TierStep, default=TierStep.FIGURE, max_length=10)

    class Meta:
        table = "crm_loyalty_tier_program"


class Rule(Record):
    """A version of how points are earned in one currency; never changed, only followed by the next version."""

    version = fields.IntField(unique=True)
    currency = fields.CharField(max_length=3)
    points = fields.IntField()
    """earned for each `amount`, rounded down"""
    amount = fields.BigIntField()
    """minor units of `currency`"""
    expiry = fields.CharEnumField(Expiry, max_length=12)
    months = fields.IntField(default=12)
    days = fields.IntField(default=0)
    valid_from: datetime = fields.DatetimeField()
    on_tax = fields.BooleanField(default=True, db_default=True)
    """whether the tax in a purchase earns; likewise the next ones"""
    on_freight = fields.BooleanField(default=True, db_default=True)
    on_coupons = fields.BooleanField(default=False, db_default=False)
    on_points = fields.BooleanField(default=False, db_default=False)
    on_stored_value = fields.BooleanField(default=True, db_default=True)

    class Meta:
        table = "crm_loyalty_rule"


class PointType(Record):
    """A kind of points with its own balances: 积分, stamps, miles. That of the code `points` is always there."""

    code = fields.CharField(max_length=30, unique=True)
    """what programs name it by; never changed"""
    name = fields.CharField(max_length=60)
    name_zh = fields.CharField(max_length=60, default="")

    class Meta:
        table = "crm_loyalty_point_type"


class Member(Record):
    """A customer in the program: card and tier, however many types of points there are."""

    customer: Any = fields.OneToOneField("crm_core.Customer", related_name=False, on_delete=fields.RESTRICT)
    customer_id: int
    card_number = fields.CharField(max_length=20, unique=True)
    """64 random bits"""
    growth = fields.BigIntField(default=0)
    """成长值: Σ of the entries' growth; never spent"""
    tier: Any = _optional_key("crm_loyalty.Tier")
    """in force: the higher of earned and granted; set by a trigger"""
    tier_id: int | None
    earned_tier: Any = _optional_key("crm_loyalty.Tier")
    tier_since: date | None = fields.DateField(null=True)
    """the local day on which the earned tier was reached; reviews are counted from it"""
    review_on: date | None = fields.DateField(null=True)
    """the last local day on which the earned tier is kept whatever the figure is; None: it needs no review"""
    review_at: datetime | None = fields.DatetimeField(null=True)
    """the end of `review_on` and of the days of grace: what the figure is then decides"""
    granted_tier: Any = _optional_key("crm_loyalty.Tier")
    granted_until: datetime | None = fields.DatetimeField(null=True)
    """the first instant at which the granted tier is over"""
    merged_into: Any = _optional_key("crm_loyalty.Member")
    """whose figure this member's purchases count for since their customers are one"""

    class Meta:
        table = "crm_loyalty_member"
        indexes = (("tier_id", "id"),)


class TierChange(Record):
    """One change of a member's tier in force, or a tier that was given. Append-only. Joining is no change."""

    member: Any = _key("crm_loyalty.Member")
    from_tier: Any = _past_tier()
    to_tier: Any = _past_tier()
    at: datetime = fields.DatetimeField()
    why = fields.CharEnumField(TierReason, max_length=10)
    figure: int | None = fields.BigIntField(null=True)
    """growth, minor units or purchases that decided"""
    measure: Any = fields.CharEnumField(TierMeasure, null=True, max_length=10)
    """of the figure; None: not known any more"""
    currency = fields.CharField(max_length=3, default="")
    """of a figure that is an amount"""
    counted: int | None = fields.BigIntField(null=True)
    """the figure where it is no amount, else `spent`; the database generates both"""
    spent: int | None = fields.BigIntField(null=True)
    until: date | None = fields.DateField(null=True)
    """the last day of a tier that was given"""
    reason = fields.CharField(max_length=300, default="")
    actor = fields.CharField(max_length=200, default="")

    class Meta:
        table = "crm_loyalty_tier_change"
        indexes = (("member_id", "id"),)


class TierGift(Record):
    """What a member got for reaching a tier. Append-only: once, however often it is reached."""

    member: Any = _key("crm_loyalty.Member")
    tier: Any = _past_tier()
    points = fields.IntField(default=0)
    kind: Any = fields.CharEnumField(GiftKind, null=True, max_length=10)
    given = fields.CharField(max_length=200, default="")
    """such as a coupon's code"""

    class Meta:
        table = "crm_loyalty_tier_gift"
        unique_together = (("member", "tier"),)
        indexes = (("tier_id", "id"),)


class Account(Record):
    """A member's points of one type."""

    member: Any = _key("crm_loyalty.Member")
    member_id: int
    customer: Any = _key("crm_core.Customer")
    customer_id: int
    """the member's; the database keeps it so"""
    type: Any = _key("crm_loyalty.PointType")
    type_id: int
    number = fields.CharField(max_length=60, unique=True)
    """the card's number; followed by the type's code where that is not `points`"""
    balance = fields.BigIntField(default=0)
    """below zero only by debt"""
    held = fields.BigIntField(default=0)
    """Σ of open holds"""
    debt = fields.BigIntField(default=0)
    pending_until: datetime | None = fields.DatetimeField(null=True)
    """no lot is pending after this instant; None: none is"""

    class Meta:
        table = "crm_loyalty_account"
        unique_together = (("member_id", "type_id"),)
        indexes = (("customer_id", "type_id"),)


class Entry(Record):
    """One movement of points. The database refuses to change or delete it."""

    account: Any = _key("crm_loyalty.Account")
    kind = fields.CharEnumField(EntryKind, max_length=16)
    points = fields.BigIntField()
    growth = fields.BigIntField(default=0)
    """what it adds to the member's growth"""
    balance_after = fields.BigIntField()
    source = fields.CharField(max_length=200, unique=True)
    """`payment:12`: what caused it, once"""
    amount: int | None = fields.BigIntField(null=True)
    """minor units paid or refunded"""
    rule: Any = _optional_key("crm_loyalty.Rule")
    reverses: Any = _optional_key("crm_loyalty.Entry")
    reason = fields.CharField(max_length=300, default="")
    at: datetime = fields.DatetimeField(default=clock.now)
    actor = fields.CharField(max_length=200, default="")

    class Meta:
        table = "crm_loyalty_entry"
        indexes = (("account_id", "id"), ("at", "id"))


class Lot(Record):
    """Points that came together and expire together."""

    account: Any = _key("crm_loyalty.Account")
    entry: Any = _key("crm_loyalty.Entry")
    earned_at: datetime = fields.DatetimeField()
    available_at: datetime = fields.DatetimeField()
    """points of a lot are pending before: in the balance, not to be spent"""
    expires_at: datetime | None = fields.DatetimeField(null=True)
    """the first instant at which they are over"""
    points = fields.BigIntField()
    remaining = fields.BigIntField()

    class Meta:
        table = "crm_loyalty_lot"
        indexes = (("entry_id",), ("account_id", "id"))


class Consumption(Model):
    """How many points of a lot an entry took; negative where a reversal gave them back. Append-only."""

    id = fields.BigIntField(primary_key=True)
    entry: Any = _key("crm_loyalty.Entry")
    lot: Any = _key("crm_loyalty.Lot")
    points = fields.BigIntField()

    class Meta:
        table = "crm_loyalty_consumption"
        indexes = (("entry_id",), ("lot_id",))


class Hold(Record):
    """Points set aside for a purchase under way."""

    account: Any = _key("crm_loyalty.Account")
    points = fields.BigIntField()
    state = fields.CharEnumField(HoldState, default=HoldState.OPEN, max_length=12)
    expires_at: datetime = fields.DatetimeField()
    source = fields.CharField(max_length=200, unique=True)
    entry: Any = _optional_key("crm_loyalty.Entry")
    """the redemption that captured it"""

    class Meta:
        table = "crm_loyalty_hold"
        indexes = (("account_id", "id"),)


class PointsRequest(Record):
    """A large adjustment or a transfer, once somebody else agrees. Points that would go are held meanwhile."""

    created_by_id: int | None
    account_id: int
    to_account_id: int | None
    hold_id: int | None

    kind = fields.CharEnumField(RequestKind, max_length=10)
    account: Any = _key("crm_loyalty.Account")
    to_account: Any = _optional_key("crm_loyalty.Account")
    """TRANSFER: of the same type"""
    points = fields.BigIntField()
    """below zero: an adjustment that takes points away"""
    reason = fields.CharField(max_length=300)
    state = fields.CharEnumField(RequestState, default=RequestState.REQUESTED, max_length=10)
    hold: Any = _optional_key("crm_loyalty.Hold")
    entry: Any = _optional_key("crm_loyalty.Entry")
    """what the approval booked"""
    decided_by: Any = _optional_key("guanxi.User")
    decided_at: datetime | None = fields.DatetimeField(null=True)
    remark = fields.CharField(max_length=300, default="")
    """of who decided"""

    class Meta:
        table = "crm_loyalty_request"
        indexes = (("account_id", "id"), ("state", "id"))


class Reward(Record):
    name = fields.CharField(max_length=120)
    name_zh = fields.CharField(max_length=120, default="")
    type: Any = _key("crm_loyalty.PointType")
    type_id: int
    points = fields.BigIntField()
    stock = fields.IntField(default=0)
    active = fields.BooleanField(default=True)
    kind = fields.CharEnumField(RewardKind, default=RewardKind.VOUCHER, max_length=10)
    gift = fields.CharField(max_length=160, default="")
    """what it gives beside a voucher, as people read it"""
    what: int | None = fields.BigIntField(null=True)
    """the same for the giver of this kind: a campaign, an amount"""

    class Meta:
        table = "crm_loyalty_reward"
        indexes = (("name", "id"),)


class Voucher(Record):
    """What a customer got for points; the shop takes it against its code."""

    code = fields.CharField(max_length=20, unique=True)
    """64 random bits"""
    account: Any = _key("crm_loyalty.Account")
    reward: Any = _key("crm_loyalty.Reward")
    entry: Any = fields.OneToOneField("crm_loyalty.Entry", related_name=False, on_delete=fields.RESTRICT)
    used_at: datetime | None = fields.DatetimeField(null=True)
    used_for: Any = fields.CharField(max_length=200, null=True)
    """what took it, once"""
    void = fields.BooleanField(default=False)
    """the redemption was reversed"""
    kind = fields.CharEnumField(RewardKind, default=RewardKind.VOUCHER, max_length=10)
    given = fields.CharField(max_length=200, default="")
    """of other kinds: what the customer got instead, such as a coupon's code"""

    class Meta:
        table = "crm_loyalty_voucher"
        indexes = (("account_id", "id"), ("reward_id", "id"))


class Code(Model):
    """What a member tells at the counter to redeem so many points: good once, for some minutes and tries."""

    id = fields.BigIntField(primary_key=True)
    account: Any = _key("crm_loyalty.Account")
    points = fields.BigIntField()
    code_hash = fields.CharField(max_length=200)
    """argon2id, of the code with account and points before it"""
    tries = fields.SmallIntField(default=0)
    created_at: datetime = fields.DatetimeField(default=clock.now)
    expires_at: datetime = fields.DatetimeField()
    used_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "crm_loyalty_code"
        indexes = (("account_id", "id"), ("created_at",))
