"""How points follow a merge of customers: a member goes over as it is, or its points to the member that is there."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import Follower, Memory
from crm_loyalty import ledger
from crm_loyalty.models import Account, Member
from guanxi import Conflict, _, clock, execute, fetch, fetch_value

_HAND_ON = "UPDATE crm_loyalty_member SET customer_id = $2 WHERE id = $1 AND customer_id = $3"
_ACCOUNTS_LIKE = """
INSERT INTO crm_loyalty_account (revision, created_at, updated_at, member_id, customer_id, type_id, number,
    balance, held, debt)
SELECT 1, $3, $3, m.id, m.customer_id, a.type_id,
    m.card_number || CASE p.code WHEN 'points' THEN '' ELSE '-' || p.code END, 0, 0, 0
FROM crm_loyalty_account a JOIN crm_loyalty_point_type p ON p.id = a.type_id
JOIN crm_loyalty_member m ON m.id = $2 WHERE a.member_id = $1 ORDER BY a.id
ON CONFLICT (member_id, type_id) DO NOTHING
"""
_MERGED = "UPDATE crm_loyalty_member SET merged_into_id = $2 WHERE id = $1"
"""figures of the survivor count the purchases of the loser, at their own time"""
_RETIER = "SELECT crm_loyalty_retier($1, $2, false)"
_TAKEN = _("This merge cannot be undone any more: points came to the merged customer since.")


async def _member(customer_id: int) -> int | None:
    id: int | None = await fetch_value("SELECT id FROM crm_loyalty_member WHERE customer_id = $1", customer_id)
    return id


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    loser, survivor = await _member(loser_id), await _member(survivor_id)
    if loser is None:
        return None
    if survivor is None:
        await execute(_HAND_ON, loser, survivor_id, loser_id)
        return {"member": loser}
    await execute(_ACCOUNTS_LIKE, loser, survivor, clock.now())
    pairs = await fetch(
        "SELECT a.id AS loser, b.id AS survivor FROM crm_loyalty_account a"
        " JOIN crm_loyalty_account b ON b.member_id = $2 AND b.type_id = a.type_id"
        " WHERE a.member_id = $1 ORDER BY a.id",
        loser,
        survivor,
    )
    moved = [await ledger.hand_over(pair["loser"], pair["survivor"]) for pair in pairs]
    moved = [each for each in moved if each is not None]
    if not moved:
        return None
    await execute(_MERGED, loser, survivor)
    await execute(_RETIER, [survivor], clock.now())
    return {"accounts": moved}


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Raises PointsSpent, Conflict. Merges made before there were members remember one account."""
    if "accounts" in memory or "from" in memory:
        for each in reversed(memory.get("accounts", [memory])):
            await ledger.hand_back(each)
        loser = await _member(loser_id)
        await execute(_MERGED, loser, None)
        await execute(_RETIER, [loser, await _member(survivor_id)], clock.now())
        return
    if await _member(loser_id) is not None:
        raise Conflict(_TAKEN)
    await execute(_HAND_ON, await _remembered(memory), loser_id, survivor_id)


async def _remembered(memory: Memory) -> Any:
    if "member" in memory:
        return memory["member"]
    return await fetch_value("SELECT member_id FROM crm_loyalty_account WHERE id = $1", memory["account"])


async def _left(customer_ids: list[int]) -> set[int]:
    """A member whose points were handed over stays, with nothing in its accounts."""
    rows = await fetch(
        "SELECT m.customer_id FROM crm_loyalty_member m WHERE m.customer_id = ANY($1::bigint[]) AND (m.growth <> 0"
        " OR EXISTS (SELECT 1 FROM crm_loyalty_account a WHERE a.member_id = m.id"
        " AND (a.balance, a.held, a.debt) <> (0, 0, 0)))",
        customer_ids,
    )
    return {row["customer_id"] for row in rows}


FOLLOWER = Follower(
    name="crm_loyalty.accounts", label=_("Members"), models=(Member, Account), left=_left, move=_move, back=_back
)
