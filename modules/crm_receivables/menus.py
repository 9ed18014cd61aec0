"""The menu of receivables."""

from __future__ import annotations

from collections.abc import Callable

from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.tax_invoice_settings import are_shown
from guanxi import Access, Menu, Text, _

_SECTION = _("Receivables")
_READ = ReceivablesPermission.READ
_JOURNAL = ReceivablesPermission.JOURNAL


_COVERED = "columns=number,customer,posted_on,total,credited,tax_invoiced,tax_open,status"
_TO_DRAW = f"invoices?tax_open.gt=0&sort=posted_on&{_COVERED}"
"""what was posted and is not covered by tax invoices yet"""
_RED_LETTERS = f"invoices?tax_open.lt=0&sort=posted_on&{_COVERED}"
"""what was credited or voided, and tax invoices still cover"""


def _entry(
    order: int, label: Text, path: str, icon: str, access: Access = _READ, shown: Callable[[], bool] = lambda: True
) -> Menu:
    href = f"/crm_receivables/{path}"
    return Menu(label=label, href=href, access=access, section=_SECTION, order=order, icon=icon, shown=shown)


MENU = (
    _entry(10, _("Invoices"), "invoices", "file"),
    _entry(20, _("Payments"), "payments", "money"),
    _entry(22, _("Credit notes"), "credit_notes", "file"),
    _entry(24, _("Write-offs"), "write_offs", "close"),
    _entry(26, _("Tax invoices"), "tax_invoices", "file", shown=are_shown),
    _entry(28, _("Tax invoices to draw"), _TO_DRAW, "pencil", shown=are_shown),
    _entry(29, _("Red letters due"), _RED_LETTERS, "alert", shown=are_shown),
    _entry(30, _("Due and overdue"), "installments?outstanding.gt=0&sort=due_on", "clock"),
    _entry(40, _("Aging"), "aging", "chart"),
    _entry(42, _("Statement of account"), "statement", "file"),
    _entry(45, _("Collection outlook"), "outlook", "chart"),
    _entry(80, _("Journal"), "journal", "file", _JOURNAL),
    _entry(85, _("Month close"), "month_closes", "check", _JOURNAL),
    _entry(86, _("Exchange differences"), "exchange", "chart", _JOURNAL),
    _entry(87, _("Exchange rates"), "exchange_rates", "money", _JOURNAL),
)
