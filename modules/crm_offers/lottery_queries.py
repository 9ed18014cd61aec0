"""Reading lotteries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from guanxi import fetch, fetch_row

_LOTTERY = (
    "SELECT id, name, name_zh, state, starts_at, ends_at, per_day, per_customer, ticket_points, seed_hash, sealed_seed,"
    " seed, draws FROM crm_offers_lottery"
)


async def lottery(lottery_id: int) -> Any:
    return await fetch_row(f"{_LOTTERY} WHERE id = $1", lottery_id)


async def prizes(lottery_id: int) -> list[Any]:
    """In the order in which they take the rolls."""
    return await fetch(
        "SELECT id, name, name_zh, kind, odds, stock, given, points FROM crm_offers_prize WHERE lottery_id = $1"
        " ORDER BY id",
        lottery_id,
    )


async def draws(lottery_id: int) -> list[Any]:
    return await fetch(
        "SELECT number, entrant, roll, drawn_id, given_id FROM crm_offers_draw WHERE lottery_id = $1 ORDER BY number",
        lottery_id,
    )


async def drawn(draw_id: int) -> Any:
    """What was given."""
    row = await fetch_row(
        "SELECT p.name, p.name_zh, p.kind, p.points, k.code FROM crm_offers_draw d"
        " JOIN crm_offers_prize p ON p.id = d.given_id LEFT JOIN crm_offers_coupon k ON k.id = d.coupon_id"
        " WHERE d.id = $1",
        draw_id,
    )
    assert row is not None
    return row


async def shown_to_members(now: datetime, since: datetime) -> list[Any]:
    """Those that run, and those that ended after `since`; the sooner to end the earlier."""
    return await fetch(
        f"{_LOTTERY} WHERE state = 'published' AND (starts_at IS NULL OR starts_at <= $1)"
        " OR state = 'ended' AND updated_at > $2 ORDER BY state = 'ended', ends_at NULLS LAST, id LIMIT 5",
        now,
        since,
    )


async def own_draws(customer_id: int, lotteries: Sequence[int], limit: int) -> list[Any]:
    return await fetch(
        "SELECT d.lottery_id, d.number, d.at, d.day, d.roll, d.entrant, p.name, p.name_zh, p.kind, k.code"
        " FROM crm_offers_draw d"
        " JOIN crm_offers_prize p ON p.id = d.given_id LEFT JOIN crm_offers_coupon k ON k.id = d.coupon_id"
        " WHERE d.customer_id = $1 AND d.lottery_id = ANY($2::bigint[]) ORDER BY d.id DESC LIMIT $3",
        customer_id,
        list(lotteries),
        limit,
    )


async def counts(customer_id: int, lottery_id: int, day: date) -> tuple[int, int]:
    """The customer's draws in all, and on this day."""
    row = await fetch_row(
        "SELECT count(*) AS n, count(*) FILTER (WHERE day = $3) AS on_day FROM crm_offers_draw"
        " WHERE customer_id = $1 AND lottery_id = $2",
        customer_id,
        lottery_id,
        day,
    )
    return (int(row["n"]), int(row["on_day"])) if row is not None else (0, 0)


async def over(now: datetime) -> list[int]:
    """Lotteries whose end has come."""
    rows = await fetch("SELECT id FROM crm_offers_lottery WHERE state = 'published' AND ends_at <= $1 ORDER BY id", now)
    return [row["id"] for row in rows]
