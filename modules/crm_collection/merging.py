"""How notices, promises and limits follow a merge of customers."""

from __future__ import annotations

from typing import Any

from crm_collection.credit_models import CreditLimit, CreditRelease
from crm_collection.dunning_models import Notice
from crm_collection.exception_models import Block, Dispute, Promise
from crm_collection.policy_models import Terms
from crm_core.extensions import Follower, Memory
from guanxi import _, execute, fetch

_OWN = {"crm_collection_terms": "true", "crm_collection_credit_limit": "mine.currency = theirs.currency"}
"""tables with one row a customer, and what else must be equal for two rows to stand in each other's way"""


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
        models=(Notice, Promise, Dispute, Block, CreditRelease),
        more={
            Promise: _("Promises to pay"),
            Dispute: _("Disputes"),
            Block: _("Dunning blocks"),
            CreditRelease: _("Contracts past the credit limit"),
        },
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
