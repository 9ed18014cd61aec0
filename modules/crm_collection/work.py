"""The work list: customers by what chasing them is expected to bring."""

from __future__ import annotations

from datetime import date

import msgspec

from crm_collection.choices import Channel
from crm_collection.scope import scope_of_sql
from crm_collection.work_sql import TOTALS, WORK
from guanxi import Text, _, fetch, show_date, today

PAGE = 50
FORMULA = _(
    "Expected = overdue amount × likelihood. Likelihood by age: up to 30 days 95 %, 60 days 85 %, 90 days 70 %,"
    " 180 days 50 %, 365 days 25 %, older 10 %; less a fifth for each promise broken within a year, at most four"
    " fifths; × 90 % for who paid 16 to 45 days late on average in the last year, × 75 % for later, × 80 % for who"
    " paid nothing."
)


class WorkRow(msgspec.Struct, frozen=True):
    """Amounts are minor units."""

    customer_id: int
    customer: str
    email: str
    owner: str
    currency: str
    overdue: int
    items: int
    days: int
    """since the oldest was due"""
    expected: int
    percent: int
    broken: int
    """promises within a year"""
    days_late: int | None
    """on average, of what was paid within a year"""
    oldest_id: int
    """the installment that is due the longest"""
    disputed: int
    blocked: bool
    promised: bool
    last_contact_on: date | None
    next_contact_on: date | None
    level_number: int | None
    run_on: date | None
    to_do: str | None
    """the channel of the last notice, where it waits for somebody"""
    promise_on: date | None
    promise: int | None


class WorkTotal(msgspec.Struct, frozen=True):
    currency: str
    overdue: int
    expected: int
    customers: int
    broken: int


async def work(currency: str, offset: int = 0, limit: int = PAGE) -> list[WorkRow]:
    """Of the customers that the current actor may see, the largest expected recovery first. One statement."""
    return [WorkRow(**row) for row in await fetch(WORK, today(), *scope_of_sql(), currency, limit, offset)]


async def work_totals() -> list[WorkTotal]:
    return [WorkTotal(**row) for row in await fetch(TOTALS, today(), *scope_of_sql(), None)]


def next_step(row: WorkRow) -> Text:
    """What the program, or somebody, does next."""
    if row.promise_on is not None:
        return _("pays by {day}, as promised", day=show_date(row.promise_on))
    if row.blocked:
        return _("dunning is blocked")
    if row.disputed >= row.overdue:
        return _("decide the dispute")
    if row.to_do is not None:
        return _("to do: {what}, level {number}", what=Channel(row.to_do).label, number=row.level_number)
    if not row.email:
        return _("find an e-mail address")
    if row.next_contact_on is not None:
        return _("contact on {day}", day=show_date(row.next_contact_on))
    if row.run_on is not None:
        return _("level {number} went out on {day}", number=row.level_number, day=show_date(row.run_on))
    return _("nothing was sent yet")
