"""What points tell in a customer's timeline: movements, changes of the tier, and vouchers that were used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_loyalty.choices import EntryKind, TierReason
from crm_loyalty.permissions import LoyaltyPermission
from crm_loyalty.services import Movement
from crm_loyalty.texts import cause, name_in, signed
from guanxi import TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch

_MOVES = """
WITH account AS MATERIALIZED (
    SELECT id, member_id FROM crm_loyalty_account WHERE customer_id = ANY($1::bigint[])
), move AS (
    SELECT e.id * 3 AS id, e.at, e.kind, e.id AS record_id, e.points, e.source, e.reason, e.balance_after, e.actor,
        e.created_by_id, NULL::bigint AS reward_id, NULL::bigint AS tier_id
    FROM account JOIN crm_loyalty_entry e ON e.account_id = account.id WHERE e.points <> 0
    UNION ALL
    SELECT v.id * 3 + 1, v.used_at, 'used', v.id, 0, '', '', 0, '', NULL, v.reward_id, NULL
    FROM account JOIN crm_loyalty_voucher v ON v.account_id = account.id WHERE v.used_at IS NOT NULL
    UNION ALL
    SELECT c.id * 3 + 2, c.at, 'tier', c.id, 0, c.why, c.reason, 0, c.actor, c.created_by_id, NULL, c.to_tier_id
    FROM (SELECT DISTINCT member_id FROM account) a JOIN crm_loyalty_tier_change c ON c.member_id = a.member_id
), shown AS (
    SELECT * FROM move WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
)
SELECT s.*, t.name AS tier, t.name_zh AS tier_zh, r.name AS reward, r.name_zh AS reward_zh FROM shown s
LEFT JOIN crm_loyalty_reward r ON r.id = s.reward_id
LEFT JOIN crm_loyalty_tier t ON t.id = s.tier_id
ORDER BY s.at DESC, s.id DESC
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_MOVES, list(customer_ids), mark.at, mark.id, limit)
    tell = {"used": _voucher, "tier": _tier}
    return [tell.get(row["kind"], _movement)(row) for row in rows]


def _movement(row: Mapping[str, Any]) -> TimelineEvent:
    kind = EntryKind(row["kind"])
    moved = Movement(
        row["record_id"], row["at"], kind, row["points"], row["source"], row["reason"], row["balance_after"]
    )
    why = cause(moved)
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Points: {kind}", kind=kind.label),
        text=" · ".join(filter(None, (signed(row["points"]), why if why != str(kind.label) else ""))),
        who=row["actor"] if row["created_by_id"] is not None else "",
        href=f"/crm_loyalty/entries/{row['record_id']}",
        icon="star",
        tone=kind.tone,
    )


def _tier(row: Mapping[str, Any]) -> TimelineEvent:
    why = TierReason(row["source"])
    tier = name_in(row["tier"], row["tier_zh"]) if row["tier"] else str(_("No tier"))
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Tier: {tier}", tier=tier),
        text=" · ".join(filter(None, (str(why.label), row["reason"]))),
        who=row["actor"] if row["created_by_id"] is not None else "",
        href=f"/crm_loyalty/tier_changes/{row['record_id']}",
        icon="shield",
        tone=why.tone,
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
