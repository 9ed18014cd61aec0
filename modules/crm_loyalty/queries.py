"""Reading the ledger, and which of it a user may see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from crm_core.services import visible_customers
from crm_loyalty.choices import Expiry, TierMeasure
from crm_loyalty.earning import basis_in
from crm_loyalty.errors import NoAccount
from crm_loyalty.rules import RuleVersion
from guanxi import clock, execute, fetch, fetch_row, fetch_value, where

_DIFFERENCES = """
WITH entries AS (
    SELECT account_id, sum(points) AS points FROM crm_loyalty_entry GROUP BY 1
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
), grown AS (
    SELECT a.member_id, sum(e.growth) AS growth FROM crm_loyalty_entry e
    JOIN crm_loyalty_account a ON a.id = e.account_id GROUP BY 1
)
SELECT a.member_id AS id FROM crm_loyalty_account a
LEFT JOIN entries e ON e.account_id = a.id LEFT JOIN lots l ON l.account_id = a.id
LEFT JOIN holds h ON h.account_id = a.id LEFT JOIN debts d ON d.account_id = a.id
WHERE a.balance <> coalesce(e.points, 0) OR a.held <> coalesce(h.points, 0)
   OR a.balance + a.debt <> coalesce(l.points, 0) OR a.debt <> coalesce(d.points, 0)
   OR coalesce(a.pending_until, '-infinity') < (SELECT max(p.available_at) FROM crm_loyalty_lot p
       WHERE p.account_id = a.id AND p.remaining > 0 AND p.available_at > greatest(p.created_at, a.updated_at))
UNION
SELECT m.id FROM crm_loyalty_member m LEFT JOIN grown g ON g.member_id = m.id
WHERE m.growth <> coalesce(g.growth, 0)
   OR m.tier_id IS DISTINCT FROM CASE WHEN m.granted_tier_id IS NULL THEN m.earned_tier_id
       ELSE crm_loyalty_higher(m.earned_tier_id, m.granted_tier_id) END
   OR NOT crm_loyalty_tier_sound(m, coalesce(g.growth, 0)::bigint, $1)
UNION
SELECT c.member_id FROM (
    SELECT member_id, from_tier_id, to_tier_id, row_number() OVER changes AS n,
        lag(to_tier_id) OVER changes AS before, lead(id) OVER changes IS NULL AS latest
    FROM crm_loyalty_tier_change WINDOW changes AS (PARTITION BY member_id ORDER BY id)) c
JOIN crm_loyalty_member m ON m.id = c.member_id
WHERE c.n > 1 AND c.from_tier_id IS DISTINCT FROM c.before OR c.latest AND c.to_tier_id IS DISTINCT FROM m.tier_id
UNION
SELECT a.member_id FROM crm_loyalty_lot l JOIN crm_loyalty_account a ON a.id = l.account_id
LEFT JOIN used u ON u.lot_id = l.id
WHERE l.points - l.remaining <> coalesce(u.points, 0)
UNION
SELECT a.member_id FROM crm_loyalty_entry e JOIN crm_loyalty_account a ON a.id = e.account_id
LEFT JOIN taken t ON t.entry_id = e.id
LEFT JOIN crm_loyalty_lot l ON l.entry_id = e.id
WHERE e.kind NOT IN ('debt', 'waive') AND e.points <> coalesce(l.points, 0) - coalesce(t.points, 0)
   OR e.kind = 'debt' AND coalesce(t.points, 0) > -e.points
ORDER BY 1
"""


def visible_accounts() -> where.Condition:
    """Accounts and members of customers that the actor may see."""
    condition = visible_customers()
    return where.ALWAYS if condition is where.ALWAYS else where.related("customer", condition)


def of_visible_accounts() -> where.Condition:
    """For what belongs to an account."""
    condition = visible_accounts()
    return where.ALWAYS if condition is where.ALWAYS else where.related("account", condition)


def search_members(text: str) -> where.Condition:
    return _search("card_number", text)


def search_accounts(text: str) -> where.Condition:
    return _search("number", text)


def _search(column: str, text: str) -> where.Condition:
    """By card, or by the customer's name or code."""
    customer = where.any_of(where.contains("name", text), where.contains("code", text))
    return where.any_of(where.contains(column, text), where.related("customer", customer))


async def all_rules() -> list[RuleVersion]:
    """Every version, the latest first."""
    rows = await fetch(
        "SELECT id, currency, points, amount, expiry, months, days, valid_from,"
        " on_tax, on_freight, on_coupons, on_points, on_stored_value FROM crm_loyalty_rule ORDER BY version DESC"
    )
    return [_rule(row) for row in rows]


def _rule(row: Any) -> RuleVersion:
    same = ("id", "currency", "points", "amount", "months", "days", "valid_from")
    expiry = msgspec.convert(row["expiry"], Expiry)
    return RuleVersion(**{name: row[name] for name in same}, expiry=expiry, basis=basis_in(row))


async def account_rows(customer_id: int, now: datetime, soon: datetime) -> list[Any]:
    """The customer's accounts as they stand at `now`, the first type first: what is over then counts no more."""
    return await fetch(
        """
        SELECT a.id, p.code AS type, p.name AS type_name, p.name_zh AS type_zh, m.id AS member_id, m.card_number,
            a.balance, a.debt, m.growth, t.id AS tier_id, t.name AS tier, t.name_zh AS tier_zh, h.held, l.due, l.soon,
            l.pending, n.name AS next_tier, n.name_zh AS next_tier_zh, n.threshold - s.figure AS missing,
            s.measure, s.figure, s.kept_until, s.to_keep, t.multiplier, t.discount, t.service_class, t.benefits,
            t.benefits_zh
        FROM crm_loyalty_member m
        CROSS JOIN LATERAL crm_loyalty_standing(m.id, $2) s
        JOIN crm_loyalty_account a ON a.member_id = m.id
        JOIN crm_loyalty_point_type p ON p.id = a.type_id
        LEFT JOIN crm_loyalty_tier t ON t.id = m.tier_id
        LEFT JOIN LATERAL (SELECT name, name_zh, threshold FROM crm_loyalty_tier
            WHERE threshold > greatest(s.figure, t.threshold) ORDER BY threshold LIMIT 1) n ON true
        CROSS JOIN LATERAL (SELECT coalesce(sum(points), 0)::bigint AS held FROM crm_loyalty_hold
            WHERE account_id = a.id AND state = 'open' AND expires_at > $2) h
        CROSS JOIN LATERAL (SELECT
            coalesce(sum(remaining) FILTER (WHERE expires_at <= $2), 0)::bigint AS due,
            coalesce(sum(remaining) FILTER (WHERE expires_at > $2 AND expires_at <= $3), 0)::bigint AS soon,
            coalesce(sum(remaining) FILTER (
                WHERE a.pending_until IS NOT NULL AND available_at > $2), 0)::bigint AS pending
            FROM crm_loyalty_lot WHERE account_id = a.id AND remaining > 0) l
        WHERE m.customer_id = $1 ORDER BY a.type_id
        """,
        customer_id,
        now,
        soon,
    )


async def entries_of(
    customer_id: int, type: str, since: datetime | None, until: datetime | None, limit: int
) -> list[Any]:
    """The customer's movements in [since, until), the latest first; those of no points are left out."""
    return await fetch(
        "SELECT e.id, e.at, e.kind, e.points, e.source, e.reason, e.balance_after, c.name AS campaign,"
        " c.name_zh AS campaign_zh FROM crm_loyalty_entry e"
        " LEFT JOIN crm_loyalty_award w ON e.kind = 'bonus' AND w.entry_id = e.id"
        " LEFT JOIN crm_loyalty_campaign c ON c.id = w.campaign_id"
        " WHERE e.account_id = crm_loyalty_account_of($1, $2) AND e.points <> 0"
        " AND ($3::timestamptz IS NULL OR e.created_at >= $3) AND ($4::timestamptz IS NULL OR e.created_at < $4)"
        " ORDER BY e.id DESC LIMIT $5",
        customer_id,
        type,
        since,
        until,
        limit,
    )


async def award_sources(purchases: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    """Of each purchase the sources of its awards' entries, with their campaigns."""
    rows = await fetch(
        "SELECT w.purchase, e.source, w.campaign_id FROM crm_loyalty_award w"
        " JOIN crm_loyalty_entry e ON e.id = w.entry_id WHERE w.purchase = ANY($1::text[]) ORDER BY e.id",
        list(purchases),
    )
    found: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        found.setdefault(row["purchase"], []).append((row["source"], row["campaign_id"]))
    return found


async def balance_at(customer_id: int, type: str, at: datetime) -> int:
    """Σ of what was booked before `at`."""
    row = await fetch_row(
        "SELECT coalesce(sum(points), 0)::bigint AS points FROM crm_loyalty_entry"
        " WHERE account_id = crm_loyalty_account_of($1, $2) AND created_at < $3",
        customer_id,
        type,
        at,
    )
    return int(row["points"]) if row is not None else 0


async def expiring(customer_id: int, type: str, limit: int) -> list[Any]:
    """Live lots, soonest expiry first, those without one last."""
    return await fetch(
        "SELECT expires_at, sum(remaining)::bigint AS points FROM crm_loyalty_lot"
        " WHERE account_id = crm_loyalty_account_of($1, $2) AND remaining > 0"
        " AND (expires_at IS NULL OR expires_at > $3) GROUP BY 1 ORDER BY expires_at NULLS LAST LIMIT $4",
        customer_id,
        type,
        clock.now(),
        limit,
    )


async def expiring_accounts(after: int, limit: int, now: datetime, until: datetime, zone: str) -> list[Any]:
    """The next accounts with points that expire in (now, until], a row for each last day of theirs."""
    return await fetch(
        """
        WITH next AS (
            SELECT DISTINCT account_id FROM crm_loyalty_lot
            WHERE remaining > 0 AND expires_at > $3 AND expires_at <= $4 AND account_id > $1
            ORDER BY account_id LIMIT $2
        )
        SELECT a.id, a.customer_id, a.balance, p.name AS type_name, p.name_zh AS type_zh,
            sum(l.remaining)::bigint AS points,
            (l.expires_at AT TIME ZONE $5::text - interval '1 second')::date AS day
        FROM next JOIN crm_loyalty_account a ON a.id = next.account_id
        JOIN crm_loyalty_point_type p ON p.id = a.type_id
        JOIN crm_loyalty_lot l ON l.account_id = a.id AND l.remaining > 0 AND l.expires_at > $3 AND l.expires_at <= $4
        GROUP BY a.id, p.id, day ORDER BY a.id, day
        """,
        after,
        limit,
        now,
        until,
        zone,
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


async def point_types() -> list[Any]:
    return await fetch("SELECT code, name, name_zh FROM crm_loyalty_point_type ORDER BY id")


async def main_type() -> int:
    return int(await fetch_value("SELECT id FROM crm_loyalty_point_type WHERE code = 'points'"))


async def type_code(type_id: int | None) -> str | None:
    return await fetch_value("SELECT code FROM crm_loyalty_point_type WHERE id = $1", type_id)  # type: ignore[no-any-return]


async def account_of(customer_id: int, type: str) -> int | None:
    id: int | None = await fetch_value("SELECT crm_loyalty_account_of($1, $2)", customer_id, type)
    return id


async def owner_of(account_id: int) -> tuple[int, str]:
    """The customer of an account, and the code of its type."""
    row = await fetch_row(
        "SELECT a.customer_id, p.code FROM crm_loyalty_account a"
        " JOIN crm_loyalty_point_type p ON p.id = a.type_id WHERE a.id = $1",
        account_id,
    )
    assert row is not None
    return row["customer_id"], row["code"]


async def offered_rewards() -> list[Any]:
    """To members: the cheapest first. Those that are gone are shown, too."""
    return await fetch(
        "SELECT r.id, r.name, r.name_zh, r.points, r.stock, r.kind, p.code AS type, p.name AS type_name,"
        " p.name_zh AS type_zh FROM crm_loyalty_reward r JOIN crm_loyalty_point_type p ON p.id = r.type_id"
        " WHERE r.active ORDER BY r.points, r.id LIMIT 200"
    )


_OWN = (
    "SELECT v.id, CASE v.kind WHEN 'voucher' THEN v.code ELSE '' END AS code, v.kind, v.given, v.used_at, v.void,"
    " v.created_at, r.name, r.name_zh"
    " FROM crm_loyalty_voucher v JOIN crm_loyalty_account a ON a.id = v.account_id"
    " JOIN crm_loyalty_reward r ON r.id = v.reward_id WHERE a.customer_id = $1"
)


async def vouchers_of(customer_id: int, limit: int) -> list[Any]:
    """What the customer got for points: vouchers to be used first, then the latest."""
    return await fetch(
        f"{_OWN} ORDER BY v.kind <> 'voucher' OR v.used_at IS NOT NULL OR v.void, v.id DESC LIMIT $2",
        customer_id,
        limit,
    )


async def own_voucher(customer_id: int, voucher_id: int) -> Any:
    return await fetch_row(f"{_OWN} AND v.id = $2 AND v.kind = 'voucher'", customer_id, voucher_id)


async def claims_of(customer_id: int, reward_id: int) -> int:
    """How often the customer took this reward in the portal; what was reversed counts, too."""
    return int(
        await fetch_value(
            "SELECT count(*) FROM crm_loyalty_account a JOIN crm_loyalty_voucher v ON v.account_id = a.id"
            " JOIN crm_loyalty_entry e ON e.id = v.entry_id"
            " WHERE a.customer_id = $1 AND v.reward_id = $2 AND e.source LIKE $3",
            customer_id,
            reward_id,
            f"portal:{reward_id}:{customer_id}:%",
        )
    )


async def totals_by_tier() -> list[Any]:
    """Of all members by tier, the lowest first: how many, their points of the main type, held, owed."""
    return await fetch(
        "SELECT t.id AS tier_id, t.name, t.name_zh, count(*) AS accounts,"
        " coalesce(sum(a.balance), 0)::bigint AS points, coalesce(sum(a.held), 0)::bigint AS held,"
        " coalesce(sum(a.debt), 0)::bigint AS debt FROM crm_loyalty_member m"
        " LEFT JOIN crm_loyalty_account a ON a.member_id = m.id"
        " AND a.type_id = (SELECT id FROM crm_loyalty_point_type WHERE code = 'points')"
        " LEFT JOIN crm_loyalty_tier t ON t.id = m.tier_id GROUP BY t.id ORDER BY t.threshold NULLS FIRST"
    )


async def points_by_month(since: datetime, zone: str) -> list[Any]:
    """Of the main type since: what was earned, and redeemed less what was given back, by month of booking in `zone`."""
    return await fetch(
        "SELECT CASE WHEN e.kind IN ('earn', 'bonus') THEN 'earned' ELSE 'redeemed' END AS moved,"
        " date_trunc('month', e.created_at AT TIME ZONE $2::text)::date AS month,"
        " (sum(e.points) * CASE WHEN e.kind IN ('earn', 'bonus') THEN 1 ELSE -1 END)::bigint AS points"
        " FROM crm_loyalty_entry e JOIN crm_loyalty_account a ON a.id = e.account_id"
        " AND a.type_id = (SELECT id FROM crm_loyalty_point_type WHERE code = 'points')"
        " WHERE e.created_at >= $1 AND e.kind IN ('earn', 'bonus', 'redeem', 'reverse_redeem')"
        " GROUP BY 1, 2, e.kind IN ('earn', 'bonus')",
        since,
        zone,
    )


async def tier_rows() -> list[Any]:
    return await fetch(
        "SELECT id, name, name_zh, threshold, multiplier, discount, service_class, benefits, benefits_zh"
        " FROM crm_loyalty_tier ORDER BY threshold"
    )


_DUE_TIER_GIFTS = """
WITH reached AS (
    SELECT c.member_id, t.id AS tier_id FROM crm_loyalty_tier t
    JOIN crm_loyalty_tier_change c ON c.to_tier_id = t.id AND c.at >= greatest(t.gift_since, $3) AND c.at <= $4
    WHERE c.why IN ('reached', 'given') AND crm_loyalty_level(c.from_tier_id) < t.threshold
    UNION
    SELECT m.id, t.id FROM crm_loyalty_tier t
    JOIN crm_loyalty_member m ON m.created_at >= greatest(t.gift_since, $3) AND m.created_at <= $4
    WHERE t.threshold = 0 AND t.gift_since IS NOT NULL
)
SELECT m.id AS member_id, m.customer_id, t.id AS tier_id, t.name, t.name_zh, t.gift_points, t.kind, t.what
FROM reached r JOIN crm_loyalty_tier t ON t.id = r.tier_id AND t.gift_since IS NOT NULL
JOIN crm_loyalty_member m ON m.id = r.member_id AND m.merged_into_id IS NULL
WHERE (m.id, t.id) > ($1, $2) AND crm_loyalty_level(m.tier_id) >= t.threshold AND NOT EXISTS (
    SELECT FROM crm_loyalty_family(m.id) f JOIN crm_loyalty_tier_gift g ON g.member_id = f AND g.tier_id = t.id)
ORDER BY m.id, t.id LIMIT $5
"""


async def due_tier_gifts(after: int, after_tier: int, since: datetime, until: datetime, limit: int) -> list[Any]:
    """Members who reached a tier with a gift from below in that time, or joined in the lowest, are in no lower one now
    and did not get it yet, nor did who was merged into them; with what it is. Tiers made anew give nothing."""
    return await fetch(_DUE_TIER_GIFTS, after, after_tier, since, until, limit)


async def member_of(customer_id: int) -> tuple[int, str]:
    """The id and the card of a customer that is a member. Raises NoAccount."""
    row = await fetch_row("SELECT id, card_number FROM crm_loyalty_member WHERE customer_id = $1", customer_id)
    if row is None:
        raise NoAccount()
    return row["id"], row["card_number"]


async def tier_measure() -> TierMeasure:
    return TierMeasure(await fetch_value("SELECT measure FROM crm_loyalty_tier_program"))


async def tiers_follow_growth() -> bool:
    return bool(await fetch_value("SELECT crm_loyalty_tiers_follow_growth()"))


async def set_tiers(now: datetime) -> None:
    """Members follow the tiers as they are now, where these follow all growth."""
    await execute("SELECT crm_loyalty_set_tiers($1)", now)


async def differences() -> list[int]:
    """Ids of members whose stored figures are not what the ledger says, recomputed from its first entry."""
    return [row["id"] for row in await fetch(_DIFFERENCES, clock.now())]


_OF_CARD = """
WITH RECURSIVE up AS (
    SELECT id, customer_id, merged_into_id FROM crm_loyalty_member WHERE card_number = $1
    UNION
    SELECT m.id, m.customer_id, m.merged_into_id FROM crm_loyalty_member m JOIN up ON m.id = up.merged_into_id
)
SELECT customer_id FROM up WHERE merged_into_id IS NULL
"""


async def customer_of_card(number: str) -> int | None:
    """Who holds the card; of a card that was merged away, who survived."""
    id = await fetch_value(_OF_CARD, number)
    return None if id is None else int(id)
