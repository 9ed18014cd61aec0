"""What is owed in points: issued, redeemed and expired month by month, and what of it is expected to be redeemed.

At every month: opening + earned + granted + redeemed + expired + taken = closing (money.md B15); the last closing is
the sum of all balances.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_loyalty.ledger import refusing
from crm_loyalty.services import POINTS
from crm_loyalty.settings import LoyaltySettings
from guanxi import clock, current_company, fetch, fetch_row, recent_months, settings_of

_MOVED = """
SELECT CASE WHEN e.created_at >= $2 THEN date_trunc('month', e.created_at AT TIME ZONE $3::text)::date END AS month,
    CASE WHEN e.kind IN ('earn', 'bonus') THEN 'earned'
         WHEN e.kind = 'grace' OR (e.kind = 'adjust' AND e.points > 0) THEN 'granted'
         WHEN e.kind IN ('redeem', 'reverse_redeem') THEN 'redeemed'
         WHEN e.kind = 'expire' THEN 'expired'
         ELSE 'taken' END AS moved,
    sum(e.points)::bigint AS points
FROM crm_loyalty_entry e JOIN crm_loyalty_account a ON a.id = e.account_id WHERE a.type_id = crm_loyalty_type($1)
GROUP BY 1, 2
"""
_EXPERIENCE = """
SELECT coalesce(sum(l.points), 0)::bigint AS issued, coalesce(sum((
    SELECT sum(c.points) FROM crm_loyalty_consumption c JOIN crm_loyalty_entry e ON e.id = c.entry_id
    WHERE c.lot_id = l.id AND e.kind = 'expire')), 0)::bigint AS expired
FROM crm_loyalty_lot l JOIN crm_loyalty_account a ON a.id = l.account_id
WHERE a.type_id = crm_loyalty_type($1) AND l.expires_at > $2 AND l.expires_at <= $3
"""
"""Of the lots that came to their end: how many points, and how many of them nobody redeemed."""


@dataclass(frozen=True, slots=True)
class Month:
    """Points; what went is below zero. `taken`: for refunds, by hand, and waived debts above zero."""

    first: date
    opening: int
    earned: int
    granted: int
    redeemed: int
    expired: int
    taken: int
    closing: int


@dataclass(frozen=True, slots=True)
class Liability:
    """`outstanding` points are owed; `breakage` of them are expected to expire, as those of the last three years did.

    `value` is what the rest costs, in minor units of `currency`, by the settings; None where they do not value points.
    """

    type: str
    months: list[Month]
    outstanding: int
    breakage: int
    expected: int
    currency: str
    value: int | None


@refusing
async def liability(type: str = POINTS) -> Liability:
    """Of the last twelve months, in the company's time zone. Raises NoSuchType."""
    company, months = current_company(), recent_months(12)
    since = clock.day_start(months[0], company.zone)
    rows = await fetch(_MOVED, type, since, str(company.zone))
    moved = {(row["month"], row["moved"]): row["points"] for row in rows}
    opening = sum(points for (month, _moved), points in moved.items() if month is None)
    found = []
    for first in months:
        parts = {name: moved.get((first, name), 0) for name in ("earned", "granted", "redeemed", "expired", "taken")}
        found.append(Month(first=first, opening=opening, **parts, closing=opening + sum(parts.values())))
        opening = found[-1].closing
    breakage = await _breakage(type, opening)
    expected = max(0, opening) - breakage
    worth = settings_of(LoyaltySettings).worth
    value = (2 * expected * worth + 1000) // 2000 if worth else None
    return Liability(type, found, opening, breakage, expected, company.currency, value)


async def _breakage(type: str, outstanding: int) -> int:
    now = clock.now()
    row = await fetch_row(_EXPERIENCE, type, now.replace(year=now.year - 3, day=min(now.day, 28)), now)
    assert row is not None
    return max(0, outstanding) * int(row["expired"]) // row["issued"] if row["issued"] else 0
