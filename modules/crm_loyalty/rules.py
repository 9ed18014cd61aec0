"""What a purchase earns and until when: pure functions of the amount, the instant and a version of the rule."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from crm_loyalty.choices import Expiry
from crm_loyalty.earning import Basis
from guanxi import clock

USUAL_BASIS = Basis(coupons=False, points=False)


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """`points` for each `amount` minor units of `currency`."""

    id: int
    currency: str
    points: int
    amount: int
    expiry: Expiry
    months: int
    days: int
    valid_from: datetime
    basis: Basis = USUAL_BASIS


def points_for(rule: RuleVersion, amount: int) -> int:
    """Rounded down; nothing for an amount that is not positive."""
    return max(0, amount) * rule.points // rule.amount


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or the last one where that month is shorter: Jan 31 + 1 = Feb 28."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def expires_at(rule: RuleVersion, earned_at: datetime, zone: ZoneInfo) -> datetime | None:
    """The first instant at which points are over: the end of a local day. None: never."""
    if rule.expiry is Expiry.NEVER:
        return None
    return _end(rule, earned_at.astimezone(zone).date(), zone)


@lru_cache(maxsize=4096)
def _end(rule: RuleVersion, earned_on: date, zone: ZoneInfo) -> datetime:
    return clock.day_end(_last_day(rule, earned_on), zone)


def _last_day(rule: RuleVersion, earned_on: date) -> date:
    if rule.expiry is Expiry.DAYS:
        return earned_on + timedelta(days=rule.days)
    day = add_months(earned_on, rule.months)
    if rule.expiry is Expiry.MONTH_END:
        return month_end(day.year, day.month)
    if rule.expiry is Expiry.QUARTER_END:
        return month_end(day.year, (day.month + 2) // 3 * 3)
    if rule.expiry is Expiry.YEAR_END:
        return month_end(day.year, 12)
    return day


def available_at(earned_at: datetime, days: int, over: datetime | None, zone: ZoneInfo) -> datetime:
    """The first instant at which points can be spent: `days` later, from the start of the local day; at once for none,
    and for points that would be over by then."""
    if days == 0:
        return earned_at
    start = clock.day_start(earned_at.astimezone(zone).date() + timedelta(days=days), zone)
    return earned_at if over is not None and over <= start else start


def rule_at(rules: list[RuleVersion], currency: str, at: datetime) -> RuleVersion | None:
    """The version for `currency` that was valid at `at`. `rules` come latest version first."""
    return next((rule for rule in rules if rule.currency == currency and rule.valid_from <= at), None)
