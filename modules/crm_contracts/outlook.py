"""What recurs: what it came to, what will be billed, and what runs out. Of the contracts that the reader sees."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from crm_contracts import outlook_sql
from crm_contracts.queries import scope_of_sql
from guanxi import fetch, recent_months, today

MONTHS = 12
_LISTED = 30


class BilledMonth(msgspec.Struct, frozen=True):
    """Minor units, tax included."""

    month: date
    currency: str
    amount: int
    charges: int


class RecurringMonth(msgspec.Struct, frozen=True):
    """Minor units a month, tax included; `new`, `expansion`, `contraction` and `churn` sum to the change."""

    month: date
    currency: str
    amount: int
    customers: int
    new: int
    expansion: int
    contraction: int
    """zero or negative"""
    churn: int
    """zero or negative"""


class ExpiringMonth(msgspec.Struct, frozen=True):
    month: date
    currency: str
    contracts: int
    monthly: int
    """what their recurring lines come to in a month"""


class ExpiringContract(msgspec.Struct, frozen=True):
    id: int
    number: str
    title: str
    ends_on: date
    currency: str
    monthly: int


class Expiring(msgspec.Struct, frozen=True):
    months: list[ExpiringMonth]
    contracts: list[ExpiringContract]
    """the first of them"""


class Outlook(msgspec.Struct, frozen=True):
    recurring: list[RecurringMonth]
    billed: list[BilledMonth]
    expiring: Expiring


def coming_months() -> list[date]:
    """The first days of this month and those after it."""
    months = [today().replace(day=1)]
    while len(months) < MONTHS:
        months.append((months[-1] + timedelta(days=31)).replace(day=1))
    return months


def _last_day() -> date:
    return (coming_months()[-1] + timedelta(days=31)).replace(day=1) - timedelta(days=1)


async def billed_ahead() -> list[BilledMonth]:
    """What will be billed in this month and the eleven after it; of usage, what is recorded already. One statement."""
    return [
        BilledMonth(**row) for row in await fetch(outlook_sql.BILLED, *scope_of_sql(), _last_day(), coming_months()[0])
    ]


async def recurring_revenue() -> list[RecurringMonth]:
    """What recurring lines came to a month (MRR), as of the last day of each of the last twelve months.

    A line counts on the days on which it is charged: from the end of its free periods to its last day, to the day that
    reached its cap or to where it was stopped, without pauses; this month counts as it will end. A year has 12 months,
    4 quarters, 52 weeks and 365 days, whatever the calendar; each line is rounded once. Lines billed by usage do not
    count. What changed is told by customer and currency: `new` from nothing, `churn` to nothing, so that a contract
    that follows another one is no change.
    """
    months = recent_months(MONTHS)
    return [RecurringMonth(**row) for row in await fetch(outlook_sql.RECURRING, *scope_of_sql(), months[0], months[-1])]


async def expiring() -> Expiring:
    """Signed contracts whose last day is from today to the end of the eleventh month after this one."""
    rows = await fetch(outlook_sql.EXPIRING, *scope_of_sql(), today(), _last_day(), _LISTED)
    months = [
        ExpiringMonth(row["month"], row["currency"], row["contracts"], row["monthly"]) for row in rows if row["month"]
    ]
    contracts = [
        ExpiringContract(**{name: row[name] for name in ExpiringContract.__struct_fields__})
        for row in rows
        if row["month"] is None
    ]
    return Expiring(months, contracts)


async def outlook() -> Outlook:
    return Outlook(await recurring_revenue(), await billed_ahead(), await expiring())
