"""How points follow a merge of customers: an account goes over as it is, or its points to the account that is there."""

from __future__ import annotations

from crm_core.extensions import Follower, Memory
from crm_loyalty import ledger
from crm_loyalty.models import Account
from guanxi import Conflict, _, execute, fetch

_HAND_ON = "UPDATE crm_loyalty_account SET customer_id = $2 WHERE id = $1 AND customer_id = $3"
_TAKEN = _("This merge cannot be undone any more: points came to the merged customer since.")


async def _accounts(*customer_ids: int) -> dict[int, int]:
    """By customer."""
    rows = await fetch(
        "SELECT customer_id, id FROM crm_loyalty_account WHERE customer_id = ANY($1::bigint[])", list(customer_ids)
    )
    return {row["customer_id"]: row["id"] for row in rows}


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    accounts = await _accounts(loser_id, survivor_id)
    if loser_id not in accounts:
        return None
    if survivor_id in accounts:
        return await ledger.hand_over(accounts[loser_id], accounts[survivor_id])
    await execute(_HAND_ON, accounts[loser_id], survivor_id, loser_id)
    return {"account": accounts[loser_id]}


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Raises PointsSpent, Conflict."""
    if "account" not in memory:
        await ledger.hand_back(memory)
        return
    if loser_id in await _accounts(loser_id):
        raise Conflict(_TAKEN)
    await execute(_HAND_ON, memory["account"], loser_id, survivor_id)


async def _left(customer_ids: list[int]) -> set[int]:
    """An account whose points were handed over stays, with nothing in it."""
    rows = await fetch(
        "SELECT customer_id FROM crm_loyalty_account WHERE customer_id = ANY($1::bigint[])"
        " AND (balance, held, debt, growth) <> (0, 0, 0, 0)",
        customer_ids,
    )
    return {row["customer_id"] for row in rows}


FOLLOWER = Follower(
    name="crm_loyalty.accounts", label=_("Points accounts"), models=(Account,), left=_left, move=_move, back=_back
)
