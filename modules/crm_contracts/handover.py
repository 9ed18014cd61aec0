"""Contracts that are not over go with their customer to its new owner."""

from __future__ import annotations

from crm_contracts.choices import ContractState
from crm_contracts.states import OVER, values
from crm_core.extensions import Handover
from guanxi import AuditItem, _, audit_many, clock, fetch, fetch_value

_ENDED = values(OVER | {ContractState.CANCELLED})
_COUNT = """
SELECT count(*) FROM crm_contracts_contract
WHERE customer_id = ANY($1) AND owner_id = $2 AND state <> ALL($3::text[])
"""
_MOVE = """
UPDATE crm_contracts_contract SET owner_id = $3, revision = revision + 1, updated_at = $4
WHERE customer_id = ANY($1) AND owner_id = $2 AND state <> ALL($5::text[])
RETURNING id, COALESCE(number, title) AS label
"""


async def _move(customer_ids: list[int], giver: int, taker: int) -> None:
    rows = await fetch(_MOVE, customer_ids, giver, taker, clock.now(), _ENDED)
    entries = [AuditItem(row["id"], row["label"], {"owner_id": giver}, {"owner_id": taker}) for row in rows]
    await audit_many("update", "crm_contracts/contracts", entries)


async def _count(customer_ids: list[int], giver: int) -> int:
    return int(await fetch_value(_COUNT, customer_ids, giver, _ENDED))


HANDOVER = Handover(name="contracts", title=_("Contracts"), move=_move, count=_count)
