"""How memberships follow a merge of customers, and come back; the tier in force follows them."""

from __future__ import annotations

from crm_core.extensions import Follower, Memory
from crm_membership.following import follow
from crm_membership.models import Grant, Membership
from guanxi import _, clock, fetch

_MOVE = """
UPDATE crm_membership_membership SET customer_id = $2, revision = revision + 1, updated_at = $3
WHERE customer_id = $1 RETURNING id
"""
_BACK = """
UPDATE crm_membership_membership SET customer_id = $1, revision = revision + 1, updated_at = $4
WHERE customer_id = $2 AND id = ANY($3::bigint[]) RETURNING id
"""
_HAND_ON = """
UPDATE crm_membership_grant SET customer_id = $2 WHERE customer_id = $1
    AND NOT EXISTS (SELECT FROM crm_membership_grant WHERE customer_id = $2) RETURNING id
"""


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    """What the loser was given goes to the survivor where that had nothing; else it stays behind with the member."""
    moved = [row["id"] for row in await fetch(_MOVE, loser_id, survivor_id, clock.now())]
    granted = await fetch(_HAND_ON, loser_id, survivor_id)
    if not moved and not granted:
        return None
    await follow(survivor_id)
    return {"moved": moved, "granted": bool(granted)}


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    await fetch(_BACK, loser_id, survivor_id, memory["moved"], clock.now())
    if memory["granted"]:
        await fetch(_HAND_ON, survivor_id, loser_id)
    await follow(survivor_id)
    await follow(loser_id)


FOLLOWER = Follower(
    name="crm_membership.memberships",
    label=_("Paid memberships"),
    models=(Membership, Grant),
    move=_move,
    back=_back,
)
