"""Whose customers are offered as candidates: those that the user may see, or all for who sees all invoices."""

from __future__ import annotations

from crm_core.services import ScopeArguments, scope_arguments
from crm_receivables.permissions import ReceivablesPermission
from guanxi import may


def scope_of_candidates() -> ScopeArguments:
    """For `visible_customers_sql`."""
    shared, owner, department = scope_arguments()
    return None if may(ReceivablesPermission.SEE_ALL) else shared, owner, department
