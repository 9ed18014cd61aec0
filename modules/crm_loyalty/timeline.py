"""What points tell in a customer's timeline: movements, the tiers they led to, and vouchers that were used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_loyalty.choices import EntryKind
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.services import Movement
from crm_loyalty.texts import cause, name_in, signed
from guanxi import TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch

_MOVES = """
WITH account AS MATERIALIZED (
    SELECT id, member_id FROM crm_loyalty_account WHERE customer_id = ANY($1::bigint[])
), move AS (
    SELECT e.id * 2 AS id, e.at, e.kind, e.id AS record_id, e.points, e.source, e.reason, e.balance_after, e.growth,
        sum(e.growth) OVER (PARTITION BY account.member_id ORDER BY e.id) AS grown, e.actor, e.created_by_id,
        NULL::bigint AS reward_id
    FROM account JOIN crm_loyalty_entry e ON e.account_id = account.id
    UNION ALL
    SELECT v.id * 2 + 1, v.used_at, 'used', v.id, 0, '', '', 0, 0, 0, '', NULL, v.reward_id
    FROM account JOIN crm_loyalty_voucher v ON v.account_id = account.id WHERE v.used_at IS NOT NULL
), shown AS (
    SELECT * FROM move WHERE (points <> 0 OR kind = 'used') AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
)
SELECT s.*, t.name AS tier, t.name_zh AS tier_zh, r.name AS reward, r.name_zh AS reward_zh FROM shown s
LEFT JOIN crm_loyalty_reward r ON r.id = s.reward_id
LEFT JOIN LATERAL (SELECT name, name_zh FROM crm_loyalty_tier
    WHERE threshold > s.grown - s.growth AND threshold <= s.grown ORDER BY threshold DESC LIMIT 1) t ON true
ORDER BY s.at DESC, s.id DESC
"""
"""A tier is reached by the movement that takes the growth to its threshold, as the tiers are now."""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_MOVES, list(customer_ids), mark.at, mark.id, limit)
    return [_voucher(row) if row["kind"] == "used" else _movement(row) for row in rows]


def _movement(row: Mapping[str, Any]) -> TimelineEvent:
    kind = EntryKind(row["kind"])
    moved = Movement(
        row["record_id"], row["at"], kind, row["points"], row["source"], row["reason"], row["balance_after"]
    )
    why = cause(moved)
    tier = str(_("Tier reached: {tier}", tier=name_in(row["tier"], row["tier_zh"]))) if row["tier"] else ""
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Points: {kind}", kind=kind.label),
        text=" · ".join(filter(None, (signed(row["points"]), why if why != str(kind.label) else "", tier))),
        who=row["actor"] if row["created_by_id"] is not None else "",
        href=f"/crm_loyalty/entries/{row['record_id']}",
        icon="shield" if tier else "star",
        tone=kind.tone,
    )


def _voucher(row: Mapping[str, Any]) -> TimelineEvent:
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Voucher used"),
        text=name_in(row["reward"], row["reward_zh"]) or row["reward"],
        href=f"/crm_loyalty/vouchers/{row['record_id']}",
        icon="gift",
        tone=Tone.OK,
    )


SOURCE = TimelineSource(
    name="points", label=_("Points"), access=LoyaltyPermission.READ, load=_load, icon="star", order=50
)
