"""Reading the ledger, and which of it a user may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from crm_core.services import visible_customers
from crm_loyalty.choices import Expiry
from crm_loyalty.rules import RuleVersion
from guanxi import clock, execute, fetch, fetch_row, where

_DIFFERENCES = """
WITH entries AS (
    SELECT account_id, sum(points) AS points, sum(growth) AS growth FROM crm_loyalty_entry GROUP BY 1
), lots AS (
    SELECT account_id, sum(remaining) AS points FROM crm_loyalty_lot GROUP BY 1
), holds AS (
    SELECT account_id, sum(points) AS points FROM crm_loyalty_hold WHERE state = 'open' GROUP BY 1
), used AS (
    SELECT lot_id, sum(points) AS points FROM crm_loyalty_consumption GROUP BY 1
), taken AS (
    SELECT entry_id, sum(points) AS points FROM crm_loyalty_consumption GROUP BY 1
), debts AS (
    SELECT e.account_id,
        sum(CASE e.kind WHEN 'debt' THEN -e.points - coalesce(t.points, 0) ELSE -e.points END) AS points
    FROM crm_loyalty_entry e LEFT JOIN taken t ON t.entry_id = e.id WHERE e.kind IN ('debt', 'waive') GROUP BY 1
)
SELECT a.id FROM crm_loyalty_account a
LEFT JOIN entries e ON e.account_id = a.id LEFT JOIN lots l ON l.account_id = a.id
LEFT JOIN holds h ON h.account_id = a.id LEFT JOIN debts d ON d.account_id = a.id
WHERE a.balance <> coalesce(e.points, 0) OR a.growth <> coalesce(e.growth, 0) OR a.held <> coalesce(h.points, 0)
   OR a.balance + a.debt <> coalesce(l.points, 0) OR a.debt <> coalesce(d.points, 0)
   OR a.tier_id IS DISTINCT FROM (
       SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= coalesce(e.growth, 0) ORDER BY t.threshold DESC LIMIT 1)
UNION
SELECT l.account_id FROM crm_loyalty_lot l LEFT JOIN used u ON u.lot_id = l.id
WHERE l.points - l.remaining <> coalesce(u.points, 0)
UNION
SELECT e.account_id FROM crm_loyalty_entry e LEFT JOIN taken t ON t.entry_id = e.id
LEFT JOIN crm_loyalty_lot l ON l.entry_id = e.id
WHERE e.kind NOT IN ('debt', 'waive') AND e.points <> coalesce(l.points, 0) - coalesce(t.points, 0)
   OR e.kind = 'debt' AND coalesce(t.points, 0) > -e.points
ORDER BY 1
"""


def visible_accounts() -> where.Condition:
    condition = visible_customers()
    return where.ALWAYS if condition is where.ALWAYS else where.related("customer", condition)


def of_visible_accounts() -> where.Condition:
    """For what belongs to an account."""
    condition = visible_accounts()
    return where.ALWAYS if condition is where.ALWAYS else where.related("account", condition)


def search_accounts(text: str) -> where.Condition:
    """By card, or by the customer's name or code."""
    customer = where.any_of(where.contains("name", text), where.contains("code", text))
    return where.any_of(where.contains("card_number", text), where.related("customer", customer))


async def all_rules() -> list[RuleVersion]:
    """Every version, the latest first."""
    rows = await fetch(
        "SELECT id, currency, points, amount, expiry, months, valid_from FROM crm_loyalty_rule ORDER BY version DESC"
    )
    return [RuleVersion(**{**row, "expiry": msgspec.convert(row["expiry"], Expiry)}) for row in rows]


async def account_row(customer_id: int, now: datetime, soon: datetime) -> Any:
    """The account as it stands at `now`: holds that are over count no more, points that are over neither."""
    return await fetch_row(
        """
        SELECT a.id, a.card_number, a.balance, a.debt, a.growth, t.id AS tier_id, t.name AS tier, t.name_zh AS tier_zh,
            coalesce((SELECT sum(points) FROM crm_loyalty_hold
                WHERE account_id = a.id AND state = 'open' AND expires_at > $2), 0)::bigint AS held,
            coalesce((SELECT sum(remaining) FROM crm_loyalty_lot
                WHERE account_id = a.id AND remaining > 0 AND expires_at <= $2), 0)::bigint AS due,
            coalesce((SELECT sum(remaining) FROM crm_loyalty_lot
                WHERE account_id = a.id AND remaining > 0 AND expires_at > $2 AND expires_at <= $3), 0)::bigint AS soon,
            n.name AS next_tier, n.name_zh AS next_tier_zh, n.threshold - a.growth AS missing
        FROM crm_loyalty_account a
        LEFT JOIN crm_loyalty_tier t ON t.id = a.tier_id
        LEFT JOIN LATERAL (SELECT name, name_zh, threshold FROM crm_loyalty_tier
            WHERE threshold > a.growth ORDER BY threshold LIMIT 1) n ON true
        WHERE a.customer_id = $1
        """,
        customer_id,
        now,
        soon,
    )


async def entries_of(customer_id: int, since: datetime | None, until: datetime | None, limit: int) -> list[Any]:
    """The customer's movements in [since, until), the latest first; those of no points are left out."""
    return await fetch(
        "SELECT e.id, e.at, e.kind, e.points, e.source, e.reason, e.balance_after FROM crm_loyalty_entry e"
        " JOIN crm_loyalty_account a ON a.id = e.account_id WHERE a.customer_id = $1 AND e.points <> 0"
        " AND ($2::timestamptz IS NULL OR e.created_at >= $2) AND ($3::timestamptz IS NULL OR e.created_at < $3)"
        " ORDER BY e.id DESC LIMIT $4",
        customer_id,
        since,
        until,
        limit,
    )


async def balance_at(customer_id: int, at: datetime) -> int:
    """Σ of what was booked before `at`."""
    row = await fetch_row(
        "SELECT coalesce(sum(e.points), 0)::bigint AS points FROM crm_loyalty_entry e"
        " JOIN crm_loyalty_account a ON a.id = e.account_id WHERE a.customer_id = $1 AND e.created_at < $2",
        customer_id,
        at,
    )
    return int(row["points"]) if row is not None else 0


async def expiring(customer_id: int, limit: int) -> list[Any]:
    """Live lots, soonest expiry first, those without one last."""
    return await fetch(
        "SELECT l.expires_at, sum(l.remaining)::bigint AS points FROM crm_loyalty_lot l"
        " JOIN crm_loyalty_account a ON a.id = l.account_id WHERE a.customer_id = $1 AND l.remaining > 0"
        " AND (l.expires_at IS NULL OR l.expires_at > $2) GROUP BY 1 ORDER BY l.expires_at NULLS LAST LIMIT $3",
        customer_id,
        clock.now(),
        limit,
    )


async def customer_of_hold(hold_id: int) -> int | None:
    row = await fetch_row(
        "SELECT a.customer_id FROM crm_loyalty_hold h"
        " JOIN crm_loyalty_account a ON a.id = h.account_id WHERE h.id = $1",
        hold_id,
    )
    return None if row is None else int(row["customer_id"])


async def customer_of_entry(entry_id: int) -> int | None:
    row = await fetch_row(
        "SELECT a.customer_id FROM crm_loyalty_entry e"
        " JOIN crm_loyalty_account a ON a.id = e.account_id WHERE e.id = $1",
        entry_id,
    )
    return None if row is None else int(row["customer_id"])


async def totals_by_tier() -> list[Any]:
    """Of all accounts by tier, the lowest first: how many, their points, held, owed."""
    return await fetch(
        "SELECT t.id AS tier_id, t.name, t.name_zh, count(*) AS accounts,"
        " coalesce(sum(a.balance), 0)::bigint AS points, coalesce(sum(a.held), 0)::bigint AS held,"
        " coalesce(sum(a.debt), 0)::bigint AS debt FROM crm_loyalty_account a"
        " LEFT JOIN crm_loyalty_tier t ON t.id = a.tier_id GROUP BY t.id ORDER BY t.threshold NULLS FIRST"
    )


async def points_by_month(since: datetime, zone: str) -> list[Any]:
    """What was earned and redeemed since, by kind and month in `zone`; both positive."""
    return await fetch(
        "SELECT kind, date_trunc('month', at AT TIME ZONE $2::text)::date AS month, abs(sum(points))::bigint AS points"
        " FROM crm_loyalty_entry WHERE at >= $1 AND kind IN ('earn', 'redeem') GROUP BY 1, 2",
        since,
        zone,
    )


async def set_tiers() -> None:
    """Accounts follow the tiers as they are now."""
    await execute("SELECT crm_loyalty_set_tiers()")


async def differences() -> list[int]:
    """Ids of accounts whose stored figures are not what the ledger says, recomputed from its first entry."""
    return [row["id"] for row in await fetch(_DIFFERENCES)]
