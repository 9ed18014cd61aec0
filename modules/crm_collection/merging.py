"""How notices, promises and limits follow a merge of customers."""

from __future__ import annotations

from typing import Any

from crm_collection.credit_models import CreditLimit, CreditRelease
from crm_collection.dunning_models import Notice
from crm_collection.excepting import LIFT_EXPIRED
from crm_collection.exception_models import Block, Dispute, Promise
from crm_collection.policy_models import Terms
from crm_core.extensions import Follower, Memory
from guanxi import Conflict, _, clock, execute, fetch, today

_OWN = {"crm_collection_terms": "true", "crm_collection_credit_limit": "mine.currency = theirs.currency"}
"""tables with one row a customer, and what else must be equal for two rows to stand in each other's way"""

_RECORDS = (Notice, Promise, Dispute, Block, CreditRelease)
_CLOSE = {
    "promise": """
UPDATE crm_collection_promise mine SET state = 'withdrawn', settled_on = $3, revision = revision + 1, updated_at = $4
WHERE customer_id = $1 AND installment_id IS NULL AND state = 'open' AND EXISTS (
    SELECT FROM crm_collection_promise theirs WHERE theirs.customer_id = $2 AND theirs.installment_id IS NULL
        AND theirs.state = 'open' AND theirs.currency = mine.currency)
RETURNING id
""",
    "block": """
UPDATE crm_collection_block SET lifted_on = $3, revision = revision + 1, updated_at = $4
WHERE customer_id = $1 AND installment_id IS NULL AND lifted_on IS NULL AND EXISTS (
    SELECT FROM crm_collection_block theirs WHERE theirs.customer_id = $2 AND theirs.installment_id IS NULL
        AND theirs.lifted_on IS NULL)
RETURNING id
""",
}
_REOPEN = {
    "promise": """
UPDATE crm_collection_promise mine SET state = 'open', settled_on = NULL, revision = revision + 1, updated_at = $3
WHERE id = ANY($1::bigint[]) AND customer_id = $2 AND state = 'withdrawn' AND NOT EXISTS (
    SELECT FROM crm_collection_promise other WHERE other.customer_id = $2 AND other.installment_id IS NULL
        AND other.state = 'open' AND other.currency = mine.currency)
""",
    "block": """
UPDATE crm_collection_block SET lifted_on = NULL, revision = revision + 1, updated_at = $3
WHERE id = ANY($1::bigint[]) AND customer_id = $2 AND NOT EXISTS (
    SELECT FROM crm_collection_block other WHERE other.customer_id = $2 AND other.installment_id IS NULL
        AND other.lifted_on IS NULL)
""",
}


async def _move_records(loser_id: int, survivor_id: int) -> Memory | None:
    """A customer has one open promise in a currency, and one block: where both have, the survivor's holds."""
    day, now = today(), clock.now()
    await execute(LIFT_EXPIRED, [loser_id, survivor_id], None, day, now)
    closed = {
        name: [row["id"] for row in await fetch(sql, loser_id, survivor_id, day, now)] for name, sql in _CLOSE.items()
    }
    moved = {
        model._meta.db_table: await _change(model._meta.db_table, loser_id, survivor_id, None) for model in _RECORDS
    }
    memory: dict[str, Any] = {table: ids for table, ids in moved.items() if ids}
    if any(closed.values()):
        memory["closed"] = closed
    return memory or None


async def _records_back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Raises Conflict where rows are not the survivor's any more."""
    for model in _RECORDS:
        ids = memory.get(model._meta.db_table, [])
        if len(await _change(model._meta.db_table, survivor_id, loser_id, ids)) < len(ids):
            raise Conflict(_("This merge cannot be undone any more: what was done to collect was handed on since."))
    for name, ids in memory.get("closed", {}).items():  # merges of earlier versions closed nothing
        await execute(_REOPEN[name], ids, loser_id, clock.now())


async def _change(table: str, from_id: int, to_id: int, ids: list[int] | None) -> list[int]:
    sql = (
        f"UPDATE {table} SET customer_id = $2 WHERE customer_id = $1"  # noqa: S608
        " AND ($3::bigint[] IS NULL OR id = ANY($3::bigint[])) RETURNING id"
    )
    return sorted(row["id"] for row in await fetch(sql, from_id, to_id, ids))


async def _move(loser_id: int, survivor_id: int) -> Memory | None:
    """Where both have terms, or a limit in a currency, the survivor's hold; the other one's are remembered."""
    memory: dict[str, Any] = {}
    for table, same in _OWN.items():
        dropped = await fetch(
            f"DELETE FROM {table} mine USING {table} theirs WHERE mine.customer_id = $1"  # noqa: S608
            f" AND theirs.customer_id = $2 AND {same} RETURNING to_jsonb(mine)::text AS row",
            loser_id,
            survivor_id,
        )
        moved = await fetch(
            f"UPDATE {table} SET customer_id = $2 WHERE customer_id = $1 RETURNING id",  # noqa: S608
            loser_id,
            survivor_id,
        )
        if dropped or moved:
            memory[table] = {"moved": [row["id"] for row in moved], "dropped": [row["row"] for row in dropped]}
    return memory or None


async def _back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    """What was deleted since stays deleted."""
    for table, kept in memory.items():
        await execute(
            f"UPDATE {table} SET customer_id = $1 WHERE customer_id = $2 AND id = ANY($3::bigint[])",  # noqa: S608
            loser_id,
            survivor_id,
            kept["moved"],
        )
        await execute(
            f"INSERT INTO {table} SELECT r.* FROM unnest($1::text[]) AS each (row)"  # noqa: S608
            f" CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, each.row::jsonb) r ON CONFLICT DO NOTHING",
            kept["dropped"],
        )


FOLLOWERS = (
    Follower(
        name="crm_collection.records",
        label=_("Dunning notices"),
        models=_RECORDS,
        more={
            Promise: _("Promises to pay"),
            Dispute: _("Disputes"),
            Block: _("Dunning blocks"),
            CreditRelease: _("Contracts past the credit limit"),
        },
        move=_move_records,
        back=_records_back,
    ),
    Follower(
        name="crm_collection.agreed",
        label=_("Terms of customers"),
        models=(Terms, CreditLimit),
        more={CreditLimit: _("Credit limits")},
        move=_move,
        back=_back,
    ),
)
