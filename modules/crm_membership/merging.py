"""How memberships follow a merge of customers, and come back; the tier in force follows them."""

from __future__ import annotations

from crm_core.extensions import Follower, Memory
from crm_membership.following import follow
from crm_membership.models import Grant, Membership
from guanxi import _, clock, execute, fetch

_MOVE = """
UPDATE crm_membership_membership m SET customer_id = $2, revision = revision + 1, updated_at = $3,
    order_key = CASE WHEN order_key IS NULL OR EXISTS (SELECT FROM crm_membership_membership o
        WHERE o.order_key = $2::bigint || ':' || m.plan_id) THEN order_key ELSE $2::bigint || ':' || plan_id END
WHERE customer_id = $1 AND ($4::bigint[] IS NULL OR id = ANY($4::bigint[])) RETURNING id
"""
"""(from, to, now, which of them; null: all). An order that waits is the taker's now, too: the same again is one."""
_TAKE = """
DELETE FROM crm_membership_grant WHERE customer_id = $1
RETURNING tier_id, last_day::text, kept_tier_id, kept_until::text
"""
_PUT = """
INSERT INTO crm_membership_grant (revision, created_at, updated_at, customer_id, tier_id, last_day, kept_tier_id,
    kept_until)
VALUES (1, $2, $2, $1, $3, $4::text::date, $5, $6::text::date) ON CONFLICT (customer_id) DO NOTHING
"""


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    """What the loser was given goes to the survivor where that had nothing: its member went over as it was."""
    moved = [row["id"] for row in await fetch(_MOVE, loser_id, survivor_id, clock.now(), None)]
    grants = [list(row) for row in await fetch(_TAKE, loser_id)]
    if not moved and not grants:
        return None
    for grant in grants:
        await execute(_PUT, survivor_id, clock.now(), *grant)
    await follow(survivor_id)
    return {"moved": moved, "grants": grants}


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    await fetch(_MOVE, survivor_id, loser_id, clock.now(), memory["moved"])
    for grant in memory["grants"]:
        await execute(_PUT, loser_id, clock.now(), *grant)
    await follow(survivor_id)
    await follow(loser_id)


FOLLOWER = Follower(
    name="crm_membership.memberships",
    label=_("Paid memberships"),
    models=(Membership, Grant),
    move=_move,
    back=_back,
)
