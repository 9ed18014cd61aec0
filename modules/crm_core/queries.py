"""Which customers a user may see."""

from __future__ import annotations

from crm_core.permissions import CorePermission
from guanxi import current_actor, where


def visible_customers() -> where.Condition:
    """One's own, one's department's, or all customers, as the current actor's permissions say."""
    actor = current_actor()
    if actor.has(CorePermission.SEE_ALL):
        return where.ALWAYS
    if not actor.signed_in or actor.id is None:
        return where.NEVER
    own = where.eq("owner", actor.id)
    if actor.has(CorePermission.SEE_DEPARTMENT) and actor.department_id is not None:
        return where.any_of(own, where.eq("department", actor.department_id))
    return own


def scope_arguments() -> tuple[bool, int | None, int | None]:
    """See everything, user, department: what `scope_condition()` wants to know of the current actor."""
    actor = current_actor()
    department = actor.department_id if actor.has(CorePermission.SEE_DEPARTMENT) else None
    return actor.has(CorePermission.SEE_ALL), actor.id if actor.signed_in else None, department


def scope_condition(first: int, customer: str = "c") -> str:
    """`visible_customers()` for SQL written by hand, where `customer` is the customers' table.

    The three `scope_arguments()` are the statement's arguments from `$first` on.
    """
    return f"(${first} OR {customer}.owner_id = ${first + 1} OR {customer}.department_id = ${first + 2})"


def visible_customers_sql(first: int) -> str:
    """`id` and `name` of the customers in scope, to join in SQL written by hand; arguments as of `scope_condition`."""
    return f"(SELECT c.id, c.name FROM crm_core_customer c WHERE {scope_condition(first)})"  # noqa: S608


def of_visible_customers(field: str = "customer") -> where.Condition:
    """For records that belong to a customer by the foreign key `field`: those of the customers one may see."""
    condition = visible_customers()
    return where.ALWAYS if condition is where.ALWAYS else where.related(field, condition)
