"""Calls, letters and tasks that wait for a user go with the customers that are handed to another one."""

from __future__ import annotations

from crm_collection.dunning import NOTICES
from crm_core.extensions import Handover
from guanxi import AuditItem, _, audit_many, clock, fetch, fetch_value

_MINE = "state = 'open' AND customer_id = ANY($1::bigint[]) AND assignee_id = $2"
_MOVE = f"""
UPDATE crm_collection_notice SET assignee_id = $3, revision = revision + 1, updated_at = $4 WHERE {_MINE}
RETURNING id, number
"""  # noqa: S608


async def _move(customer_ids: list[int], giver: int, taker: int) -> None:
    rows = await fetch(_MOVE, customer_ids, giver, taker, clock.now())
    entries = [
        AuditItem(row["id"], row["number"], before={"assignee_id": giver}, after={"assignee_id": taker}) for row in rows
    ]
    await audit_many("update", NOTICES, entries)


async def _count(customer_ids: list[int], giver: int) -> int:
    sql = f"SELECT count(*) FROM crm_collection_notice WHERE {_MINE}"  # noqa: S608
    return int(await fetch_value(sql, customer_ids, giver))


HANDOVER = Handover(name="collection", title=_("Calls, letters and tasks"), move=_move, count=_count)
