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


def of_visible_customers(field: str = "customer") -> where.Condition:
    """For records that belong to a customer by the foreign key `field`: those of the customers one may see."""
    condition = visible_customers()
    return where.ALWAYS if condition is where.ALWAYS else where.related(field, condition)
