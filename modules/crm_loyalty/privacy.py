"""What loyalty holds about a person: movements, check-ins, vouchers, tiers, and what staff asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from crm_core.extensions import PersonalData
from guanxi import Field, Kind, _, clock, erase_traces, execute, fetch

_ENTRIES = """
SELECT coalesce(a.number, m.card_number) AS card_number, e.created_at AS at, e.kind, e.points
FROM crm_loyalty_member m LEFT JOIN crm_loyalty_account a ON a.member_id = m.id
LEFT JOIN crm_loyalty_entry e ON e.account_id = a.id WHERE m.customer_id = $1 ORDER BY e.id
"""
_CHECK_INS = """
SELECT c.day, c.streak FROM crm_loyalty_check_in c JOIN crm_loyalty_member m ON m.id = c.member_id
WHERE m.customer_id = $1 ORDER BY c.day
"""
_VOUCHERS = """
SELECT v.code, r.name AS reward, v.created_at, v.used_at, v.void FROM crm_loyalty_voucher v
JOIN crm_loyalty_reward r ON r.id = v.reward_id JOIN crm_loyalty_account a ON a.id = v.account_id
WHERE a.customer_id = $1 ORDER BY v.id
"""
_TIERS = """
SELECT c.at, f.name AS from_tier, t.name AS to_tier, c.why, c.until FROM crm_loyalty_tier_change c
JOIN crm_loyalty_member m ON m.id = c.member_id
LEFT JOIN crm_loyalty_tier f ON f.id = c.from_tier_id LEFT JOIN crm_loyalty_tier t ON t.id = c.to_tier_id
WHERE m.customer_id = $1 ORDER BY c.id
"""
_TIER_GIFTS = """
SELECT g.created_at AS at, t.name AS tier, g.points, g.given FROM crm_loyalty_tier_gift g
JOIN crm_loyalty_member m ON m.id = g.member_id LEFT JOIN crm_loyalty_tier t ON t.id = g.tier_id
WHERE m.customer_id = $1 ORDER BY g.id
"""
_TIERS_WHY = _TIERS.replace("c.until FROM", "c.until, c.reason FROM")
_MEMBERS = "SELECT id FROM crm_loyalty_member WHERE customer_id = $1"
_FORGET_TIERS = f"UPDATE crm_loyalty_tier_change SET reason = '' WHERE reason <> '' AND member_id IN ({_MEMBERS})"  # noqa: S608
_REQUESTS = """
SELECT q.created_at, q.kind, q.points, q.state, q.reason, q.remark FROM crm_loyalty_request q
JOIN crm_loyalty_account a ON a.id = q.account_id WHERE a.customer_id = $1 ORDER BY q.id
"""
_FORGET_REQUESTS = """
UPDATE crm_loyalty_request q SET reason = '', remark = '', revision = q.revision + 1, updated_at = $2
FROM crm_loyalty_account a WHERE a.id = q.account_id AND a.customer_id = $1
"""


def _rows(sql: str) -> Callable[[int], Awaitable[list[dict[str, Any]]]]:
    async def load(customer_id: int) -> list[dict[str, Any]]:
        return [dict(row) for row in await fetch(sql, customer_id)]

    return load


async def _forget_requests(customer_id: int) -> None:
    """The reasons that staff wrote."""
    await execute(_FORGET_REQUESTS, customer_id, clock.now())


async def _forget_tiers(customer_id: int) -> None:
    """Why tiers were given, there and in the members' history: all that the database lets go of a tier change."""
    await execute(_FORGET_TIERS, customer_id)
    await erase_traces("crm_loyalty/members", [row["id"] for row in await fetch(_MEMBERS, customer_id)])


PERSONAL = (
    PersonalData(
        name="loyalty",
        title=_("Points"),
        load=_rows(_ENTRIES),
        own=_rows(_ENTRIES),
        order=50,
        resource=lambda row: "crm_loyalty/entries",
        fields=(Field("card_number", _("Card number")), Field("at", _("Time"), kind=Kind.DATETIME)),
    ),
    PersonalData(
        name="check_ins",
        title=_("Daily check-in"),
        load=_rows(_CHECK_INS),
        own=_rows(_CHECK_INS),
        order=51,
        fields=(Field("day", _("Day"), kind=Kind.DATE), Field("streak", _("Days in a row"), kind=Kind.INTEGER)),
    ),
    PersonalData(
        name="vouchers",
        title=_("Vouchers"),
        load=_rows(_VOUCHERS),
        own=_rows(_VOUCHERS),
        order=52,
        resource=lambda row: "crm_loyalty/vouchers",
        fields=(Field("reward", _("Reward"), kind=Kind.TEXT),),
    ),
    PersonalData(
        name="tiers",
        title=_("Tier changes"),
        load=_rows(_TIERS_WHY),
        own=_rows(_TIERS),
        order=53,
        resource=lambda row: "crm_loyalty/tier_changes",
        fields=(
            Field("from_tier", _("From tier"), kind=Kind.TEXT),
            Field("to_tier", _("To tier"), kind=Kind.TEXT),
        ),
        erase=_forget_tiers,
    ),
    PersonalData(
        name="tier_gifts",
        title=_("Gifts for reaching tiers"),
        load=_rows(_TIER_GIFTS),
        own=_rows(_TIER_GIFTS),
        order=54,
        resource=lambda row: "crm_loyalty/tier_gifts",
        fields=(
            Field("tier", _("Tier"), kind=Kind.TEXT),
            Field("points", _("Points"), kind=Kind.INTEGER),
            Field("given", _("What was given"), kind=Kind.TEXT),
        ),
    ),
    PersonalData(
        name="points_requests",
        title=_("Points requests"),
        load=_rows(_REQUESTS),
        order=55,
        resource=lambda row: "crm_loyalty/requests",
        fields=(Field("created_at", _("Time"), kind=Kind.DATETIME),),
        erase=_forget_requests,
    ),
)
