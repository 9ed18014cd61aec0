"""Days and scope, as everything here needs them."""

from __future__ import annotations

from datetime import date

from crm_core.services import ScopeArguments, scope_arguments
from crm_receivables.permissions import ReceivablesPermission
from guanxi import clock, current_actor, current_company

EVERYBODY: ScopeArguments = (None, None, None)


def today() -> date:
    return clock.today(current_company().zone)


def author_id() -> int | None:
    actor = current_actor()
    return actor.id if actor.signed_in else None


def scope_of_sql() -> ScopeArguments:
    """Whose items one sees, as receivables show them; for `visible_customers_sql`."""
    if current_actor().has(ReceivablesPermission.SEE_ALL):
        return EVERYBODY
    return scope_arguments()
