"""Late interest: a pure function of an installment's balance at the end of each day after it was due (A16)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from crm_receivables.services import settled
from guanxi import fetch, round_half_away

_ONE_DAY = date.resolution
_CHARGED = """
SELECT installment_id, max(ends_on) AS until FROM crm_collection_charge
WHERE kind = 'interest' AND installment_id = ANY($1::bigint[]) GROUP BY installment_id
"""


@dataclass(frozen=True, slots=True)
class Owed:
    """An installment, and what a day of delay costs in percent."""

    installment_id: int
    amount: int
    due_on: date
    daily_rate: Decimal


@dataclass(frozen=True, slots=True)
class Accrued:
    """Interest of the days after `starts_on` up to `ends_on` that was not charged yet, minor units."""

    installment_id: int
    starts_on: date
    ends_on: date
    amount: int


def interest(
    amount: int, due_on: date, settlements: Sequence[tuple[date, int]], rate: Decimal, start: date, end: date
) -> Fraction:
    """Of the days after `start` up to `end` that come after the due date, exact: minor units, not rounded.

    `settlements` are what was settled on which day, below zero where it was taken back, in order of days; `rate` is
    percent a day. So interest(t0, t2) = interest(t0, t1) + interest(t1, t2).
    """
    day = max(start, due_on)
    if end <= day:
        return Fraction(0)
    balance, balance_days = amount, 0
    for on, part in settlements:
        if on > end:
            break
        if on > day + _ONE_DAY:  # the days up to the one before it
            balance_days += balance * (on - day - _ONE_DAY).days
            day = on - _ONE_DAY
        balance -= part
    balance_days += balance * (end - day).days
    return Fraction(balance_days, 100) * Fraction(rate)


def rounded(exact: Fraction) -> int:
    return round_half_away(exact.numerator, exact.denominator)


async def accrued(items: Sequence[Owed], until: date) -> dict[int, Accrued]:
    """By installment, what was not charged yet up to and with `until`; two statements for any number of them."""
    ids = [item.installment_id for item in items]
    charged = {row["installment_id"]: row["until"] for row in await fetch(_CHARGED, ids)}
    changes: dict[int, list[tuple[date, int]]] = {}
    for change in await settled(ids, until):
        changes.setdefault(change.installment_id, []).append((change.on, change.amount))
    made = {}
    for item in items:
        id, start = item.installment_id, charged.get(item.installment_id, item.due_on)
        exact = interest(item.amount, item.due_on, changes.get(id, ()), item.daily_rate, start, until)
        made[id] = Accrued(id, start, max(start, until), rounded(exact))
    return made
