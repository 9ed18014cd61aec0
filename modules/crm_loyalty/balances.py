"""What a customer has: balances of points of each type, tier and benefits; and the movements that made them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from crm_loyalty import queries
from crm_loyalty.choices import EntryKind, TierMeasure
from crm_loyalty.ledger import POINTS
from crm_loyalty.settings import LoyaltySettings
from guanxi import clock, settings_of


@dataclass(frozen=True, slots=True)
class Balance:
    """`balance` is below zero by `debt` at most; `available` can be spent now; `missing` leads to the next tier.

    `pending` points are in the balance, and can be spent later. Card, growth and tier are the member's. `figure`,
    `missing` and `missing_to_keep` are what `measure` says: growth, minor units of the company's currency, purchases.
    """

    balance: int
    available: int
    held: int
    pending: int
    debt: int
    growth: int
    expiring_soon: int
    type: str = POINTS
    type_name: str = ""
    type_zh: str = ""
    card_number: str = ""
    member_id: int | None = None
    account_id: int | None = None
    tier: str = ""
    tier_zh: str = ""
    next_tier: str = ""
    next_tier_zh: str = ""
    missing: int | None = None
    measure: TierMeasure = TierMeasure.GROWTH
    figure: int = 0
    kept_until: date | None = None
    """the last day on which the tier is in force whatever the figure is; None: there is no such day"""
    missing_to_keep: int | None = None
    """for the review after that day; None: there is none"""
    multiplier: int = 100
    discount: int = 0
    service_class: str = ""
    benefits: str = ""
    benefits_zh: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    entry_id: int
    at: datetime
    kind: EntryKind
    points: int
    source: str
    reason: str
    balance: int
    campaign: str = ""
    campaign_zh: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """opening + Σ movements = closing; the latest movement first."""

    opening: int
    movements: list[Movement]
    closing: int


async def balance(customer_id: int, *, type: str = POINTS) -> Balance:
    """All zero for a customer that has no account of this type."""
    found = [each for each in await balances(customer_id) if each.type == type]
    return found[0] if found else Balance(0, 0, 0, 0, 0, 0, 0, type)


async def balances(customer_id: int) -> list[Balance]:
    """Of all types that the customer has an account of."""
    now = clock.now()
    rows = await queries.account_rows(customer_id, now, now + timedelta(days=settings_of(LoyaltySettings).soon_days))
    return [_balance(row) for row in rows]


def _balance(row: Mapping[str, Any]) -> Balance:
    return Balance(
        balance=row["balance"] - (0 if row["held"] else row["due"]),
        available=max(0, row["balance"] - row["held"] - row["due"] - row["pending"]),
        held=row["held"],
        pending=row["pending"],
        debt=row["debt"],
        growth=row["growth"],
        expiring_soon=row["soon"],
        type=row["type"],
        type_name=row["type_name"],
        type_zh=row["type_zh"] or row["type_name"],
        card_number=row["card_number"],
        member_id=row["member_id"],
        account_id=row["id"],
        tier=row["tier"] or "",
        tier_zh=row["tier_zh"] or row["tier"] or "",
        next_tier=row["next_tier"] or "",
        next_tier_zh=row["next_tier_zh"] or row["next_tier"] or "",
        missing=row["missing"],
        measure=TierMeasure(row["measure"]),
        figure=row["figure"],
        kept_until=row["kept_until"],
        missing_to_keep=row["to_keep"],
        **_benefits(row),
    )


def _benefits(row: Mapping[str, Any]) -> dict[str, Any]:
    """Of the tier in force; nothing without one."""
    if row["tier_id"] is None:
        return {}
    names = ("multiplier", "discount", "service_class", "benefits")
    return {**{name: row[name] for name in names}, "benefits_zh": row["benefits_zh"] or row["benefits"]}


async def statement(
    customer_id: int,
    since: datetime | None = None,
    until: datetime | None = None,
    *,
    type: str = POINTS,
    limit: int = 1000,
) -> Statement:
    """What was booked in [since, until). Of more than `limit` movements the latest; `opening` is before those."""
    rows = await queries.entries_of(customer_id, type, since, until, limit)
    movements = [
        Movement(
            row["id"],
            row["at"],
            msgspec.convert(row["kind"], EntryKind),
            row["points"],
            row["source"],
            row["reason"],
            row["balance_after"],
            row["campaign"] or "",
            row["campaign_zh"] or row["campaign"] or "",
        )
        for row in rows
    ]
    if movements:
        return Statement(movements[-1].balance - movements[-1].points, movements, movements[0].balance)
    opening = await queries.balance_at(customer_id, type, until or clock.now())
    return Statement(opening, [], opening)
