"""Which contracts a user may see, and what is still to be charged."""

from __future__ import annotations

from datetime import date

import asyncpg

from crm_contracts.permissions import ContractPermission
from crm_core.services import of_visible_customers
from guanxi import Share, current_actor, fetch, fetch_value, where

APPROVERS = Share(name="crm_contracts.approvals", table="crm_contracts_approver", record="contract_id", user="user_id")
"""contracts that users are or were asked to approve; the table is a view"""


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


async def contracts_of_customer(customer_id: int) -> list[int]:
    """Ids; whatever the current actor may see."""
    rows = await fetch("SELECT id FROM crm_contracts_contract WHERE customer_id = $1 ORDER BY id", customer_id)
    return [row["id"] for row in rows]


def usable_templates() -> where.Condition:
    """Those that contracts may name: published, and not put away."""
    return where.all_of(where.eq("active", True), where.gt("version", 0))


def of_visible_contracts(field: str = "contract") -> where.Condition:
    """For records that belong to a contract by the foreign key `field`."""
    condition = visible_contracts()
    return where.ALWAYS if condition is where.ALWAYS else where.related(field, condition)


async def count_due_charges(today: date) -> int:
    """How many charges the next calls of `take_due_charges` would give out, at most a hundred for each line."""
    return int(
        await fetch_value(
            "SELECT count(*) FROM (SELECT *, crm_contracts_problem("
            "  anchor_on, recurrence, interval, next_period, charged_through, amount) AS problem"
            " FROM crm_contracts_line WHERE next_due_on <= $1 AND NOT blocked OFFSET 0) l"
            " CROSS JOIN LATERAL crm_contracts_due_periods(l.anchor_on, l.recurrence, l.interval, l.billing,"
            "  l.next_period, l.charged_through, l.last_on, l.amount, $1) p WHERE l.problem IS NULL",
            today,
        )
    )


async def charges_ahead(contract_id: int, until: date) -> list[asyncpg.Record]:
    """What a contract will be charged for up to the day `until`, in order, at most a hundred periods of each line.

    Drafts and unsigned contracts show what signing them would bring.
    """
    return await fetch(
        """
        SELECT p.due_on, l.description, p.period_start, p.period_end, p.amount
        FROM (
            SELECT l.*, COALESCE(l.anchor_on, c.starts_on) AS anchor, LEAST(c.ends_on, c.terminated_on) AS ending
            FROM crm_contracts_line l JOIN crm_contracts_contract c ON c.id = l.contract_id
            WHERE c.id = $2 AND l.recurrence <> 'none' AND NOT l.blocked
              AND (l.next_due_on IS NOT NULL OR c.state IN ('draft', 'in_review', 'approved', 'sent'))
              AND crm_contracts_problem(COALESCE(l.anchor_on, c.starts_on), l.recurrence, l.interval, l.next_period,
                                        l.charged_through, l.amount) IS NULL
            OFFSET 0
        ) l
        CROSS JOIN LATERAL crm_contracts_due_periods(
            l.anchor, l.recurrence, l.interval, l.billing, l.next_period, l.charged_through, l.ending, l.amount, $1) p
        ORDER BY p.due_on, l.id, p.k
        """,
        until,
        contract_id,
    )
