"""How stored value follows a merge: a wallet goes over as it is, or what is in it to the one that is there."""

from __future__ import annotations

from crm_core.extensions import Follower, Memory
from crm_wallet import ledger
from crm_wallet.billing_models import CashBack
from crm_wallet.models import Wallet
from guanxi import Conflict, _, execute, fetch

_HAND_ON = "UPDATE crm_wallet_wallet SET customer_id = $2, revision = revision + 1 WHERE id = $1 AND customer_id = $3"
_TAKEN = _("This merge cannot be undone any more: stored value came to the merged customer since.")


async def _wallets(customer_id: int) -> dict[str, int]:
    """By currency."""
    rows = await fetch("SELECT currency, id FROM crm_wallet_wallet WHERE customer_id = $1 ORDER BY id", customer_id)
    return {row["currency"]: row["id"] for row in rows}


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    """Raises OpenHolds."""
    own, there = await _wallets(loser_id), await _wallets(survivor_id)
    moved, handed = [], []
    for currency, id in own.items():
        if currency in there:
            memory = await ledger.hand_over(id, there[currency])
            handed += [memory] if memory is not None else []
        else:
            await execute(_HAND_ON, id, survivor_id, loser_id)
            moved.append(id)
    return {"wallets": moved, "handed": handed} if moved or handed else None


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Raises ValueSpent, Conflict."""
    rows = await fetch("SELECT currency FROM crm_wallet_wallet WHERE id = ANY($1::bigint[])", memory["wallets"])
    if {row["currency"] for row in rows} & set(await _wallets(loser_id)):
        raise Conflict(_TAKEN)
    for id in memory["wallets"]:
        await execute(_HAND_ON, id, loser_id, survivor_id)
    for each in memory["handed"]:
        await ledger.hand_back(each)


async def _left(customer_ids: list[int]) -> set[int]:
    """A wallet that was emptied stays, with nothing in it."""
    rows = await fetch(
        "SELECT customer_id FROM crm_wallet_wallet WHERE customer_id = ANY($1::bigint[])"
        " AND (principal, bonus, held_principal, held_bonus, paid) <> (0, 0, 0, 0, 0)",
        customer_ids,
    )
    return {row["customer_id"] for row in rows}


FOLLOWERS = (
    Follower(name="crm_wallet.wallets", label=_("Wallets"), models=(Wallet,), left=_left, move=_move, back=_back),
    Follower(name="crm_wallet.cash_backs", label=_("Cash-back"), models=(CashBack,)),
)
