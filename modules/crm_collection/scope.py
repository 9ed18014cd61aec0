"""Days and scope, as everything here needs them."""

from __future__ import annotations

from crm_core.services import ScopeArguments, scope_arguments
from crm_receivables.permissions import ReceivablesPermission
from guanxi import current_actor

EVERYBODY: ScopeArguments = (None, None, None)


def scope_of_sql() -> ScopeArguments:
    """Whose items one sees, as receivables show them; for `visible_customers_sql`."""
    if current_actor().has(ReceivablesPermission.SEE_ALL):
        return EVERYBODY
    return scope_arguments()
