"""How wishes follow a merge of customers: where both had those of one year, the merged customer's stay with it."""

from __future__ import annotations

from crm_care.models import Message
from crm_core.extensions import Follower, Memory
from guanxi import Conflict, _, execute, fetch

_MOVE = """
UPDATE crm_care_message m SET customer_id = $2 WHERE customer_id = $1 AND NOT doubled AND NOT EXISTS (
    SELECT FROM crm_care_message o WHERE o.plan_id = m.plan_id AND o.year = m.year AND o.customer_id = $2)
RETURNING id
"""
_KEEP = "UPDATE crm_care_message SET doubled = true WHERE customer_id = $1 AND NOT doubled RETURNING id"
_BACK = "UPDATE crm_care_message SET customer_id = $1 WHERE customer_id = $2 AND id = ANY($3::bigint[]) RETURNING id"
_LOST = _("This merge cannot be undone any more: wishes that it moved were handed on since.")


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    moved = [row["id"] for row in await fetch(_MOVE, loser_id, survivor_id)]
    kept = [row["id"] for row in await fetch(_KEEP, loser_id)]
    return {"moved": moved, "kept": kept} if moved or kept else None


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    if len(await fetch(_BACK, loser_id, survivor_id, memory["moved"])) != len(memory["moved"]):
        raise Conflict(_LOST)
    await execute("UPDATE crm_care_message SET doubled = false WHERE id = ANY($1::bigint[])", memory["kept"])


async def _left(customer_ids: list[int]) -> set[int]:
    rows = await fetch(
        "SELECT DISTINCT customer_id FROM crm_care_message WHERE customer_id = ANY($1::bigint[]) AND NOT doubled",
        customer_ids,
    )
    return {row["customer_id"] for row in rows}


FOLLOWER = Follower(
    name="crm_care.messages", label=_("Wishes sent"), models=(Message,), move=_move, back=_back, left=_left
)
"""What a customer got of a year is not sent to the one that is left once more."""
