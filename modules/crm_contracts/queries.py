"""Which contracts a user may see, and what is still to be charged."""

from __future__ import annotations

from datetime import date

from crm_contracts.periods import DUE_PERIODS, SANE
from crm_contracts.permissions import ContractPermission
from crm_core.services import of_visible_customers
from guanxi import current_actor, fetch_value, where


def visible_contracts() -> where.Condition:
    """One's own contracts and those of the customers one may see, or all."""
    actor = current_actor()
    if actor.has(ContractPermission.SEE_ALL):
        return where.ALWAYS
    if not actor.signed_in or actor.id is None:
        return where.NEVER
    customers = of_visible_customers()
    return customers if customers is where.ALWAYS else where.any_of(where.eq("owner", actor.id), customers)


def of_visible_contracts(field: str = "contract") -> where.Condition:
    """For records that belong to a contract by the foreign key `field`."""
    condition = visible_contracts()
    return where.ALWAYS if condition is where.ALWAYS else where.related(field, condition)


async def count_due_charges(today: date) -> int:
    """How many charges the next calls of `take_due_charges` would give out, at most a hundred for each line."""
    sql = f"""
        WITH picked AS MATERIALIZED (
            SELECT l.*, {SANE} AS problem FROM crm_contracts_line l WHERE next_due_on <= $1 AND NOT blocked
        )
        SELECT count(*) FROM (SELECT * FROM picked WHERE problem IS NULL) l {DUE_PERIODS}
    """
    return int(await fetch_value(sql, today))
