"""Which contracts a user may see, and what is still to be charged."""

from __future__ import annotations

from datetime import date

from crm_contracts.due_sql import due_parts, paused_days, problem
from crm_contracts.permissions import ContractPermission
from crm_core.services import of_visible_customers, scope_arguments, visible_customers_sql
from guanxi import Share, current_actor, fetch, fetch_value, where

APPROVERS = Share(name="crm_contracts.approvals", table="crm_contracts_approver", record="contract_id", user="user_id")
"""contracts that users are or were asked to approve; the table is a view"""

SEEN = f"($1 OR k.owner_id = $3 OR EXISTS (SELECT FROM {visible_customers_sql(2)} c WHERE c.id = k.customer_id))"
"""`visible_contracts` for SQL written by hand, of contracts `k`, without those that one is only asked to approve; its
arguments are `scope_of_sql()`"""


def scope_of_sql() -> tuple[bool, list[int] | None, int | None, int | None]:
    return (current_actor().has(ContractPermission.SEE_ALL), *scope_arguments())


def visible_contracts() -> where.Condition:
    """One's own contracts, those of the customers one may see and those that one is asked to approve, or all."""
    actor = current_actor()
    if actor.has(ContractPermission.SEE_ALL):
        return where.ALWAYS
    if not actor.signed_in or actor.id is None:
        return where.NEVER
    customers = of_visible_customers()
    if customers is where.ALWAYS:
        return where.ALWAYS
    asked = actor.shared.get(APPROVERS.name)
    to_approve = [where.in_("id", list(asked))] if asked else []
    return where.any_of(where.eq("owner", actor.id), *to_approve, customers)


async def contract_number(contract_id: int | None) -> str:
    """Empty for no contract, or one without a number; whatever the current actor may see."""
    number = await fetch_value("SELECT number FROM crm_contracts_contract WHERE id = $1", contract_id)
    return number or ""


def contract_numbers_sql() -> str:
    """`id` and `number` of contracts, for SQL written by hand; whatever the current actor may see."""
    return "(SELECT id, number FROM crm_contracts_contract)"


async def contracts_of_customer(customer_id: int) -> list[int]:
    """Ids; whatever the current actor may see."""
    rows = await fetch("SELECT id FROM crm_contracts_contract WHERE customer_id = $1 ORDER BY id", customer_id)
    return [row["id"] for row in rows]


def usable_templates() -> where.Condition:
    """Those that contracts may name: published, and not put away."""
    return where.all_of(where.eq("active", True), where.gt("version", 0))


async def lines_of_contract(contract_id: int) -> list[int]:
    """Ids of its recurring lines; whatever the current actor may see."""
    rows = await fetch(
        "SELECT id FROM crm_contracts_line WHERE contract_id = $1 AND recurrence <> 'none' ORDER BY id", contract_id
    )
    return [row["id"] for row in rows]


def of_visible_contracts(field: str = "contract") -> where.Condition:
    """For records that belong to a contract by the foreign key `field`."""
    condition = visible_contracts()
    return where.ALWAYS if condition is where.ALWAYS else where.related(field, condition)


async def count_due_charges(today: date) -> int:
    """How many charges the next calls of `take_due_charges` would give out, at most a hundred periods of each line."""
    lines = f"""(
        SELECT * FROM (
            SELECT l.*, {paused_days("l.contract_id")} AS paused, {problem("l.anchor_on")} AS problem
            FROM crm_contracts_line l WHERE l.next_due_on <= $1 AND NOT l.blocked OFFSET 0
        ) due WHERE problem IS NULL
    )"""  # noqa: S608
    return int(await fetch_value(f"SELECT count(*) FROM ({due_parts(lines, '$1')}) part", today))  # noqa: S608
