"""Which invoices and payments a user may see: those of visible customers, or all."""

from __future__ import annotations

from crm_core.services import of_visible_customers, scope_arguments
from crm_receivables.permissions import ReceivablesPermission
from guanxi import current_actor, where


def visible_receivables() -> where.Condition:
    if current_actor().has(ReceivablesPermission.SEE_ALL):
        return where.ALWAYS
    return of_visible_customers()


def scope_of_sql() -> tuple[bool, int | None, int | None]:
    """The same for SQL written by hand: sees everything, else the owner or the department of visible customers."""
    everything, owner, department = scope_arguments()
    return everything or current_actor().has(ReceivablesPermission.SEE_ALL), owner, department
