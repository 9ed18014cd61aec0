"""Which customers a user may see."""

from __future__ import annotations

from typing import Literal

from crm_core.permissions import CorePermission
from guanxi import Share, author_id, current_actor, current_locale, where

TEAMS = Share(name="crm_core.teams", table="crm_core_member", record="customer_id", user="user_id")
"""The customers in whose team a user is, read with the user"""


def _shared() -> list[int]:
    return list(current_actor().shared.get(TEAMS.name, ()))


def visible_customers() -> where.Condition:
    """One's own and those in whose team one is, one's department's, or all, as the current actor's permissions say."""
    actor = current_actor()
    if actor.has(CorePermission.SEE_ALL):
        return where.ALWAYS
    if not actor.signed_in or actor.id is None:
        return where.NEVER
    parts = [where.eq("owner", actor.id)]
    if actor.has(CorePermission.SEE_DEPARTMENT) and actor.department_id is not None:
        parts.append(where.eq("department", actor.department_id))
    if shared := _shared():
        parts.append(where.in_("id", shared))
    return where.any_of(*parts)


Grouping = Literal["customer", "owner", "region"]
ScopeArguments = tuple[list[int] | None, int | None, int | None]


def scope_arguments() -> ScopeArguments:
    """What `scope_condition()` wants to know of the current actor: the customers in whose team the user is, or None
    for one who sees everything; the user; the department."""
    actor = current_actor()
    department = actor.department_id if actor.has(CorePermission.SEE_DEPARTMENT) else None
    user = author_id()
    return None if actor.has(CorePermission.SEE_ALL) else _shared(), user, department


def scope_condition(first: int, customer: str = "c") -> str:
    """`visible_customers()` for SQL written by hand, where `customer` is the customers' table.

    The three `scope_arguments()` are the statement's arguments from `$first` on.
    """
    return (
        f"(${first}::bigint[] IS NULL OR {customer}.owner_id = ${first + 1} OR {customer}.department_id = ${first + 2}"
        f" OR {customer}.id = ANY(${first}::bigint[]))"
    )


def followed_condition(customer: str = "c") -> str:
    """Whom plans, reminders and lists of what is due are for: customers that are neither put away, lost, merged nor
    anonymized. A day that somebody sets for another one stands on its form alone."""
    return f"""(NOT {customer}.archived AND {customer}.stage <> 'lost'
    AND NOT EXISTS (SELECT FROM crm_core_merge m WHERE m.loser_id = {customer}.id AND m.undone_at IS NULL)
    AND NOT EXISTS (SELECT FROM crm_core_anonymization n WHERE n.customer_id = {customer}.id))"""  # noqa: S608


def visible_customers_sql(first: int) -> str:
    """`id` and `name` of the customers in scope, to join in SQL written by hand; arguments as of `scope_condition`."""
    return f"(SELECT c.id, c.name FROM crm_core_customer c WHERE {scope_condition(first)})"  # noqa: S608


def grouped_customers_sql(first: int, by: Grouping) -> str:
    """The customers in scope as `visible_customers_sql`, each with `owner_id`, `region_id`, and `group_id` and
    `group_name` of what they are grouped by: themselves, their owner or their region; null where they have none."""
    region = "coalesce(nullif(t.name_zh, ''), t.name)" if current_locale() == "zh_CN" else "t.name"
    id, name, join = {
        "customer": ("c.id", "c.name", ""),
        "owner": ("c.owner_id", "u.name", "LEFT JOIN guanxi_user u ON u.id = c.owner_id"),
        "region": ("c.region_id", region, "LEFT JOIN crm_core_term t ON t.id = c.region_id"),
    }[by]
    return f"""(SELECT c.id, c.owner_id, c.region_id, {id} AS group_id, {name} AS group_name
        FROM crm_core_customer c {join} WHERE {scope_condition(first)})"""  # noqa: S608


def value_class_sql(customer: str) -> str:
    """The id of the value class of a customer, for SQL written by hand; `customer`: an expression for its id."""
    return f"(SELECT c.value_class_id FROM crm_core_customer c WHERE c.id = {customer})"  # noqa: S608


def of_visible_customers(field: str = "customer") -> where.Condition:
    """For records that belong to a customer by the foreign key `field`: those of the customers one may see."""
    condition = visible_customers()
    return where.ALWAYS if condition is where.ALWAYS else where.related(field, condition)
