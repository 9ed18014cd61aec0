"""Exchange differences of what customers owe and have on account in foreign currencies, as of any day.

Cumulative: figures are made of all that ever moved a position, at the rate of its day, and months book what they have
grown by. A month that is closed keeps its rates and its entries, so its figures come out the same for good.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec

from crm_receivables import exchange_sql
from crm_receivables.errors import RateMissing
from guanxi import (
    author_id,
    clock,
    current_company,
    exponent,
    fetch,
    fetch_row,
    fetch_value,
    held_currency,
)


class ExchangeRow(msgspec.Struct, frozen=True):
    currency: str
    position: int
    """minor units of the currency: receivables less money on account"""
    rate_on: date
    rate: Decimal
    """of the day, or the last one before it"""
    value: int
    """the position at that rate; here and below minor units of the own currency"""
    historic: int
    """what moved the position, each at the rate of its day"""
    valuation: int
    """value less historic value: what the account of that name comes to"""
    realized: int
    """gains since the last month closed before the day, or losses where negative; `unrealized` likewise"""
    unrealized: int


class MissingRate(msgspec.Struct, frozen=True):
    currency: str
    day: date
    """the first that has no rate on it or before it"""


class ExchangeReport(msgspec.Struct, frozen=True):
    as_of: date
    currency: str
    """the own one"""
    closed: bool
    """the differences were booked; else they are what closing a month on that day would book"""
    rows: list[ExchangeRow]
    missing: list[MissingRate]


async def own_currency() -> str:
    """What the books are valued in: the company's currency, which stays once differences were booked in it."""
    return str(await fetch_value(exchange_sql.OWN_CURRENCY) or current_company().currency)


async def exchange_report(as_of: date) -> ExchangeReport:
    own = await own_currency()
    missing = [MissingRate(**row) for row in await fetch(exchange_sql.UNRATED, as_of, own)]
    codes = [code for code in await _rated(own) if code not in {each.currency for each in missing}]
    rows = await fetch(exchange_sql.REPORT, as_of, own, codes, _factors(codes, own), as_of - timedelta(days=1))
    closed = await fetch_value(exchange_sql.IS_CLOSED, as_of)
    return ExchangeReport(as_of, own, bool(closed), [_row(row) for row in rows if _tells(row)], missing)


def _row(row: Any) -> ExchangeRow:
    names = ("currency", "position", "rate_on", "rate", "value", "historic", "realized", "unrealized")
    return ExchangeRow(valuation=row["value"] - row["historic"], **{name: row[name] for name in names})


def _tells(row: Any) -> bool:
    """A currency that was settled long ago has nothing to tell."""
    return any(row[name] for name in ("position", "realized", "unrealized"))


async def book_differences(until: date, close_id: int, revision: int) -> list[Any]:
    """In the transaction that closes the month, which holds journal and rates. Raises RateMissing."""
    held = await held_currency()
    own = str(await fetch_value(exchange_sql.OWN_CURRENCY) or held)
    missing = await fetch_row(exchange_sql.UNRATED, until, own)
    if missing is not None:
        raise RateMissing(currency=missing["currency"], day=missing["day"])
    codes = await _rated(own)
    given = (until, own, codes, _factors(codes, own), until, close_id, revision, clock.now(), author_id())
    return await fetch(exchange_sql.BOOK, *given)


async def _rated(own: str) -> list[str]:
    return [row["currency"] for row in await fetch(exchange_sql.RATED, own)]


def _factors(codes: Sequence[str], own: str) -> list[Decimal]:
    """From minor units of each to those of the own currency, before the rate."""
    return [Decimal(1).scaleb(exponent(own) - exponent(code)) for code in codes]


async def rates_on(day: date, codes: Sequence[str]) -> tuple[str, dict[str, Decimal | None]]:
    """The own currency, and the rate of each of `codes`; None where there is none on or before the day."""
    rows = await fetch(exchange_sql.RATES_ON, list(codes), day, current_company().currency)
    return rows[0]["own_currency"], {row["currency"]: row["rate"] for row in rows}


def worth(amount: int, code: str, rate: Decimal, own: str) -> int:
    """Minor units of the own currency, rounded half to even."""
    return round(amount * Fraction(rate) * Fraction(10) ** (exponent(own) - exponent(code)))
