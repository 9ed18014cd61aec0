"""Who owes what, and since when, as of any day: a past day never sees what came later."""

from __future__ import annotations

from datetime import date

import msgspec

from crm_receivables import queries
from crm_receivables.posting import today
from crm_receivables.scope import scope_of_sql
from guanxi import fetch

BUCKETS = ("current", "days_30", "days_60", "days_90", "older", "credit", "outstanding")


class AgingRow(msgspec.Struct, frozen=True):
    """Minor units. The buckets and the credit, which is negative, sum to `outstanding`."""

    currency: str
    customer_id: int
    customer: str
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
    current: int
    days_30: int
    days_60: int
    days_90: int
    older: int
    credit: int
    outstanding: int


class Aging(msgspec.Struct, frozen=True):
    as_of: date
    rows: list[AgingRow]
    totals: list[AgingTotal]


async def aging(as_of: date | None = None, customer_id: int | None = None) -> Aging:
    """Of the customers that the current actor may see, by currency, who owes most first. One statement."""
    day = as_of or today()
    rows = [AgingRow(**row) for row in await fetch(queries.AGING, day, *scope_of_sql(), customer_id)]
    currencies = dict.fromkeys(row.currency for row in rows)
    totals = [
        AgingTotal(code, *(sum(getattr(row, name) for row in rows if row.currency == code) for name in BUCKETS))
        for code in currencies
    ]
    return Aging(day, rows, totals)
