"""What follows the last signature: the contract is signed, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crm_contracts import signing
from crm_contracts.asking import mail_link
from crm_contracts.models import Contract
from crm_contracts.signature_choices import Side
from guanxi import Actor, Conflict, clock, fetch, fetch_row, get, today, use_actor

_COMPLETE = """
UPDATE crm_contracts_signature_request SET state = 'completed', ended_at = $2, updated_at = $2, revision = revision + 1
WHERE id = $1 AND state = 'open' RETURNING id
"""
_NAMES = "SELECT id, side, signed_name FROM crm_contracts_signatory WHERE request_id = $1 ORDER BY id"
_LONGEST = 100


async def complete(request_id: int, contract_id: int) -> None:
    """Take the step `sign` for the program and tell all who signed; the caller has locked the contract."""
    if not await fetch_row(_COMPLETE, request_id, clock.now()):
        raise Conflict()
    rows = await fetch(_NAMES, request_id)
    with use_actor(Actor(kind="system", name="system", elevated=True)):
        values: dict[str, Any] = {
            "signed_on": today(),
            "our_signatory": _names(row["signed_name"] for row in rows if row["side"] == Side.OURS),
            "their_signatory": _names(row["signed_name"] for row in rows if row["side"] == Side.THEIRS),
        }
        await signing.sign(await get(Contract, contract_id), values)
    for row in rows:
        await mail_link(row["id"], "all_signed")


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)[:_LONGEST]
