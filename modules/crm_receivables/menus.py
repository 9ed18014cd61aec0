"""The menu of receivables."""

from __future__ import annotations

from crm_receivables.permissions import ReceivablesPermission
from guanxi import Access, Menu, Text, _

_SECTION = _("Receivables")
_READ = ReceivablesPermission.READ
_JOURNAL = ReceivablesPermission.JOURNAL


def _entry(order: int, label: Text, path: str, icon: str, access: Access = _READ) -> Menu:
    return Menu(label=label, href=f"/crm_receivables/{path}", access=access, section=_SECTION, order=order, icon=icon)


MENU = (
    _entry(10, _("Invoices"), "invoices", "file"),
    _entry(20, _("Payments"), "payments", "money"),
    _entry(22, _("Credit notes"), "credit_notes", "file"),
    _entry(24, _("Write-offs"), "write_offs", "close"),
    _entry(30, _("Due and overdue"), "installments?outstanding.gt=0&sort=due_on", "clock"),
    _entry(40, _("Aging"), "aging", "chart"),
    _entry(45, _("Collection outlook"), "outlook", "chart"),
    _entry(80, _("Journal"), "journal", "file", _JOURNAL),
    _entry(85, _("Month close"), "month_closes", "check", _JOURNAL),
    _entry(86, _("Exchange differences"), "exchange", "chart", _JOURNAL),
    _entry(87, _("Exchange rates"), "exchange_rates", "money", _JOURNAL),
)
