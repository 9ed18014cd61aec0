"""Who owes what, and since when, as of any day: a past day never sees what came later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from crm_receivables.aging_sql import OPEN_AS_OF, aging_sql
from crm_receivables.choices import AgingGroup
from crm_receivables.exchange import rates_on, worth
from crm_receivables.scope import scope_of_sql
from guanxi import current_company, fetch, today

BUCKETS = ("current", "days_30", "days_60", "days_90", "older", "credit", "outstanding")
_PARTS = BUCKETS[:-1]
MOST = 10_000
"""rows that are given out"""


class AgingRow(msgspec.Struct, frozen=True):
    """Minor units. The buckets and the credit, which is negative, sum to `outstanding`."""

    currency: str
    id: int | None
    """of the customer, owner, region or contract; null for what has none"""
    name: str
    current: int
    days_30: int
    """1 to 30 days overdue"""
    days_60: int
    days_90: int
    older: int
    credit: int
    """received and not allocated"""
    outstanding: int


class AgingTotal(msgspec.Struct, frozen=True):
    currency: str
    count: int
    """of rows, whether given out or not"""
    current: int
    days_30: int
    days_60: int
    days_90: int
    older: int
    credit: int
    outstanding: int


class Aging(msgspec.Struct, frozen=True):
    as_of: date
    by: AgingGroup
    rows: list[AgingRow]
    totals: list[AgingTotal]
    own: AgingTotal | None = None
    """all totals in the own currency at the rates of the day; null where all are in it, or one has no rate"""


class AgingFilter(msgspec.Struct, frozen=True):
    """Only of this customer, of customers of this owner or in this region."""

    customer: int | None = None
    owner: int | None = None
    region: int | None = None


async def aging(
    as_of: date | None = None,
    customer_id: int | None = None,
    *,
    by: AgingGroup = AgingGroup.CUSTOMER,
    only: AgingFilter | None = None,
    limit: int = MOST,
) -> Aging:
    """Of the customers that the current actor may see, by currency, who owes most first. Two statements."""
    day, only = as_of or today(), only or AgingFilter(customer_id)
    sql = aging_sql(by, customer=only.customer is not None)
    rows = await fetch(sql, day, *scope_of_sql(), only.customer, only.owner, only.region, limit)
    totals = [
        AgingTotal(row["currency"], row["group_id"], *(row[name] for name in BUCKETS))
        for row in rows
        if not row["place"]
    ]
    return Aging(day, by, [_row(row) for row in rows if row["place"]], totals, await _in_own_currency(totals, day))


async def _in_own_currency(totals: Sequence[AgingTotal], day: date) -> AgingTotal | None:
    """Each bucket rounded once for each currency; `outstanding` is what they sum to."""
    if all(total.currency == current_company().currency for total in totals):
        return None
    own, rates = await rates_on(day, [total.currency for total in totals])
    sums = dict.fromkeys(_PARTS, 0)
    for total in totals:
        rate = rates[total.currency]
        if rate is None:
            return None
        for name in _PARTS:
            sums[name] += worth(getattr(total, name), total.currency, rate, own)
    return AgingTotal(own, sum(total.count for total in totals), outstanding=sum(sums.values()), **sums)


def _row(row: Any) -> AgingRow:
    return AgingRow(row["currency"], row["group_id"], row["group_name"] or "", *(row[name] for name in BUCKETS))


async def open_as_of(day: date, customer_id: int, limit: int, offset: int = 0) -> list[Any]:
    """What was open of a customer on a day: installments, the longest due first. The caller has checked the scope."""
    return await fetch(OPEN_AS_OF, day, customer_id, limit, offset)
