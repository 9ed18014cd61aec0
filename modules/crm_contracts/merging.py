"""How contracts and price lists follow a merge of customers. Confirmed contracts keep the parties as they were."""

from __future__ import annotations

from crm_contracts.models import Contract
from crm_contracts.price_models import PriceAssignment
from crm_core.extensions import Follower, Memory
from guanxi import _, execute, fetch

_MOVE = """
UPDATE crm_contracts_price_assignment a SET customer_id = $2 WHERE customer_id = $1 AND NOT EXISTS (
    SELECT FROM crm_contracts_price_assignment o WHERE o.customer_id = $2 AND o.currency = a.currency)
RETURNING id
"""
_BACK = """
UPDATE crm_contracts_price_assignment a SET customer_id = $1
WHERE customer_id = $2 AND id = ANY($3::bigint[]) AND NOT EXISTS (
    SELECT FROM crm_contracts_price_assignment o WHERE o.customer_id = $1 AND o.currency = a.currency)
"""


async def _move_lists(loser_id: int, survivor_id: int) -> Memory | None:
    """The customer that is left keeps a list of its own."""
    moved = [row["id"] for row in await fetch(_MOVE, loser_id, survivor_id)]
    return moved or None


async def _lists_back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    await execute(_BACK, loser_id, survivor_id, memory)


FOLLOWER = Follower(name="crm_contracts.contracts", label=_("Contracts"), models=(Contract,))
PRICE_LISTS = Follower(
    name="crm_contracts.price_lists",
    label=_("Price lists"),
    models=(PriceAssignment,),
    move=_move_lists,
    back=_lists_back,
)
