"""How names in the community follow a merge of customers, and come back: clubs and posts hang on them.

The name of the customer that is left stays the one in use, where it has one.
"""

from __future__ import annotations

from crm_community.models import Profile
from crm_core.extensions import Follower, Memory
from guanxi import _, clock, execute, fetch

_MOVE = """
UPDATE crm_community_profile p SET customer_id = $2, revision = revision + 1, updated_at = $3,
    main = main AND NOT EXISTS (SELECT FROM crm_community_profile o WHERE o.customer_id = $2 AND o.main)
FROM (SELECT id, main AS was FROM crm_community_profile WHERE customer_id = $1) AS old
WHERE p.id = old.id RETURNING p.id, old.was
"""
_BACK = """
UPDATE crm_community_profile p SET customer_id = $1, revision = revision + 1, updated_at = $5,
    main = old.was AND NOT EXISTS (SELECT FROM crm_community_profile o WHERE o.customer_id = $1 AND o.main)
FROM unnest($3::bigint[], $4::boolean[]) AS old (id, was) WHERE p.id = old.id AND p.customer_id = $2
"""


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    rows = await fetch(_MOVE, loser_id, survivor_id, clock.now())
    return [[row["id"], row["was"]] for row in rows] or None


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    ids, were = [row[0] for row in memory], [row[1] for row in memory]
    await execute(_BACK, loser_id, survivor_id, ids, were, clock.now())


FOLLOWER = Follower(
    name="crm_community.profiles", label=_("Names in the community"), models=(Profile,), move=_move, back=_back
)
