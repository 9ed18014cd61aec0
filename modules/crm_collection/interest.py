"""Late interest: a pure function of an installment's balance at the end of each day after it was due (A16), and the
days of it that were not charged yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from crm_receivables.services import day_balances_sql
from guanxi import fetch, round_half_away

_ONE_DAY = date.resolution
Days = tuple[date, date]
"""the days after the first one up to and with the second"""


def history_sql(item: str = "o") -> str:
    """LATERAL joins of what settled an installment, day by day, and of its days that were charged, both in order: the
    columns `HISTORY`."""
    return f"""CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(s.counts_on ORDER BY s.counts_on), '{{}}') AS settled_on,
            coalesce(array_agg(s.amount ORDER BY s.counts_on), '{{}}') AS settled
        FROM {day_balances_sql()} s WHERE s.installment_id = {item}.installment_id
    ) settlements CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(g.starts_on ORDER BY g.starts_on), '{{}}') AS charged_from,
            coalesce(array_agg(g.ends_on ORDER BY g.starts_on), '{{}}') AS charged_to
        FROM crm_collection_charge g
        WHERE g.installment_id = {item}.installment_id AND g.kind = 'interest' AND g.released_on IS NULL
    ) charges"""  # noqa: S608


HISTORY = "settled_on, settled, charged_from, charged_to"
_HISTORY = f"""
SELECT o.installment_id, {HISTORY} FROM unnest($1::bigint[]) AS o (installment_id) {history_sql()}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Owed:
    """An installment, and what a day of delay costs in percent."""

    installment_id: int
    amount: int
    due_on: date
    daily_rate: Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """Interest of the days after `starts_on` up to `ends_on`, minor units. `days`: those with a balance."""

    starts_on: date
    ends_on: date
    days: int
    amount: int


@dataclass(frozen=True, slots=True)
class Accrued:
    """Interest of an installment that was not charged yet: of the days before, between and after those that were."""

    installment_id: int
    spans: tuple[Span, ...]

    @property
    def amount(self) -> int:
        return sum(span.amount for span in self.spans)


def balances(
    amount: int, settlements: Sequence[tuple[date, int]], start: date, end: date
) -> Iterator[tuple[date, date, int]]:
    """The days after `start` up to `end`, of which there is one at least, in order, with the balance at their ends.

    `settlements` are what was settled on which day, below zero where it was taken back, in order of days.
    """
    balance, day = amount, start
    for on, part in settlements:
        if on > end:
            break
        if on > day + _ONE_DAY:  # the days up to the one before it
            yield day, on - _ONE_DAY, max(balance, 0)
            day = on - _ONE_DAY
        balance -= part
    yield day, end, max(balance, 0)


def interest(
    amount: int, due_on: date, settlements: Sequence[tuple[date, int]], rate: Decimal, start: date, end: date
) -> Fraction:
    """Of the days after `start` up to `end` that come after the due date, exact: minor units, not rounded.

    `rate` is percent a day. So interest(t0, t2) = interest(t0, t1) + interest(t1, t2).
    """
    start = max(start, due_on)
    if end <= start:
        return Fraction(0)
    parts = balances(amount, settlements, start, end)
    return Fraction(sum(balance * (to - after).days for after, to, balance in parts), 100) * Fraction(rate)


def rounded(exact: Fraction) -> int:
    return round_half_away(exact.numerator, exact.denominator)


def uncharged(due_on: date, charged: Sequence[Days], until: date) -> Iterator[Days]:
    """What is left of the days after `due_on` up to `until` without those that were charged, which are in order."""
    day = due_on
    for start, end in charged:
        if day < min(start, until):
            yield day, min(start, until)
        day = max(day, end)
    if day < until:
        yield day, until


def accrued_of(item: Owed, history: Any, until: date) -> Accrued:
    """Up to and with `until`; `history` is a row with the columns `HISTORY`."""
    settlements = list(zip(history["settled_on"], history["settled"], strict=True))
    charged = list(zip(history["charged_from"], history["charged_to"], strict=True))
    spans = (_span(item, settlements, start, end) for start, end in uncharged(item.due_on, charged, until))
    return Accrued(item.installment_id, tuple(span for span in spans if span.amount))


def _span(item: Owed, settlements: Sequence[tuple[date, int]], start: date, end: date) -> Span:
    """From the first day with a balance to the last one: what is open again later is charged then."""
    exact = interest(item.amount, item.due_on, settlements, item.daily_rate, start, end)
    late = [each for each in balances(item.amount, settlements, start, end) if each[2]]
    first, last = (late[0][0], late[-1][1]) if late else (start, end)
    return Span(first, last, sum((to - after).days for after, to, _balance in late), rounded(exact))


async def accrued(items: Sequence[Owed], until: date) -> dict[int, Accrued]:
    """By installment, what was not charged yet up to and with `until`; one statement for any number of them."""
    rows = await fetch(_HISTORY, [item.installment_id for item in items])
    found = {row["installment_id"]: row for row in rows}
    return {item.installment_id: accrued_of(item, found[item.installment_id], until) for item in items}
