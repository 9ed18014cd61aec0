"""Which invoices and payments a user may see: those of visible customers, or all."""

from __future__ import annotations

from crm_core.services import ScopeArguments, of_visible_customers, scope_arguments
from crm_receivables.permissions import ReceivablesPermission
from guanxi import current_actor, where


def visible_receivables() -> where.Condition:
    if current_actor().has(ReceivablesPermission.SEE_ALL):
        return where.ALWAYS
    return of_visible_customers()


def scope_of_sql() -> ScopeArguments:
    """The same for SQL written by hand, for `visible_customers_sql`."""
    shared, owner, department = scope_arguments()
    return None if current_actor().has(ReceivablesPermission.SEE_ALL) else shared, owner, department
