from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from crm_loyalty.choices import Expiry
from crm_loyalty.rules import RuleVersion, add_months, expires_at, points_for, rule_at

SHANGHAI = ZoneInfo("Asia/Shanghai")
PAST = datetime(2000, 1, 1, tzinfo=UTC)


def rule(
    points: int = 1,
    amount: int = 100,
    expiry: Expiry = Expiry.MONTHS,
    months: int = 1,
    days: int = 0,
    currency: str = "CNY",
) -> RuleVersion:
    return RuleVersion(1, currency, points, amount, expiry, months, days, PAST)


@pytest.mark.parametrize(
    ("amount", "points", "earned"),
    [(0, 1, 0), (99, 1, 0), (100, 1, 1), (199, 1, 1), (-500, 1, 0), (150, 3, 4), (10**15, 1, 10**13)],
)
def test_points_are_rounded_down(amount: int, points: int, earned: int) -> None:
    assert points_for(rule(points), amount) == earned


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 5, 15), 0, date(2026, 5, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_end_with_the_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_points_last_to_the_end_of_the_local_day() -> None:
    # 23:30 UTC on January 30 is January 31 in Shanghai: over at midnight after February 28 there.
    earned = datetime(2026, 1, 30, 23, 30, tzinfo=UTC)
    assert expires_at(rule(), earned, SHANGHAI) == datetime(2026, 2, 28, 16, tzinfo=UTC)
    assert expires_at(rule(), earned, ZoneInfo("UTC")) == datetime(2026, 3, 1, tzinfo=UTC)


def test_points_may_last_to_the_end_of_a_year_or_for_ever() -> None:
    earned = datetime(2026, 3, 5, tzinfo=UTC)
    this_year = rule(expiry=Expiry.YEAR_END, months=0)
    next_year = rule(expiry=Expiry.YEAR_END, months=12)
    assert expires_at(this_year, earned, SHANGHAI) == datetime(2026, 12, 31, 16, tzinfo=UTC)
    assert expires_at(next_year, earned, SHANGHAI) == datetime(2027, 12, 31, 16, tzinfo=UTC)
    assert expires_at(rule(expiry=Expiry.NEVER), earned, SHANGHAI) is None


@pytest.mark.parametrize(
    ("expiry", "months", "days", "last"),
    [
        (Expiry.DAYS, 0, 30, date(2026, 3, 2)),
        (Expiry.DAYS, 5, 1, date(2026, 2, 1)),
        (Expiry.MONTH_END, 0, 0, date(2026, 1, 31)),
        (Expiry.MONTH_END, 1, 0, date(2026, 2, 28)),
        (Expiry.MONTH_END, 25, 0, date(2028, 2, 29)),
        (Expiry.QUARTER_END, 0, 0, date(2026, 3, 31)),
        (Expiry.QUARTER_END, 3, 0, date(2026, 6, 30)),
        (Expiry.QUARTER_END, 11, 0, date(2026, 12, 31)),
        (Expiry.YEAR_END, 11, 0, date(2026, 12, 31)),
        (Expiry.YEAR_END, 12, 0, date(2027, 12, 31)),
    ],
)
def test_the_last_day_of_points_earned_on_january_31(expiry: Expiry, months: int, days: int, last: date) -> None:
    found = expires_at(rule(expiry=expiry, months=months, days=days), datetime(2026, 1, 30, 16, tzinfo=UTC), SHANGHAI)
    assert found == datetime(last.year, last.month, last.day, 16, tzinfo=UTC)


def test_the_latest_version_of_the_currency_counts() -> None:
    later = RuleVersion(2, "CNY", 2, 100, Expiry.NEVER, 0, 0, datetime(2026, 1, 1, tzinfo=UTC))
    versions = [later, rule(), rule(currency="EUR")]
    assert rule_at(versions, "CNY", datetime(2026, 1, 1, tzinfo=UTC)) is later
    assert rule_at(versions, "CNY", datetime(2025, 12, 31, 23, 59, tzinfo=UTC)) is versions[1]
    assert rule_at(versions, "EUR", datetime(2026, 1, 1, tzinfo=UTC)) is versions[2]
    assert rule_at(versions, "JPY", datetime(2026, 1, 1, tzinfo=UTC)) is None
