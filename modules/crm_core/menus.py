"""The entries of the menu: daily work, the quality of data, and privacy."""

from __future__ import annotations

from crm_core import overdue
from crm_core.permissions import CorePermission as P
from guanxi import Menu, Permission, Text, _

_CUSTOMERS, _QUALITY, _PRIVACY = _("Customers"), _("Data quality"), _("Privacy")


def _menu(section: Text, order: int, label: Text, path: str, access: Permission, icon: str) -> Menu:
    href = path if path.startswith("/") else f"/crm_core/{path}"
    return Menu(label=label, href=href, access=access, section=section, order=order, icon=icon)


MENUS = (
    _menu(_CUSTOMERS, 10, _("Customers"), "customers?archived=0", P.READ, "users"),
    _menu(_CUSTOMERS, 20, _("Contacts"), "contacts?archived=0", P.READ, "user"),
    _menu(_CUSTOMERS, 30, _("Follow-ups"), "activities", P.READ, "chat"),
    _menu(_CUSTOMERS, 40, _("Overdue follow-ups"), overdue.PATH, P.READ, "alert"),
    _menu(_CUSTOMERS, 50, _("Contact plans"), "contact_plans", P.TERMS, "calendar"),
    _menu(_CUSTOMERS, 60, _("Web forms"), "web_forms", P.FORMS, "document"),
    _menu(_CUSTOMERS, 70, _("Dictionary"), "terms", P.TERMS, "tag"),
    _menu(_QUALITY, 100, _("Doubles"), "doubles", P.MERGE, "group"),
    _menu(_QUALITY, 110, _("Reported doubles"), "merge-requests?state=open", P.CREATE, "alert"),
    _menu(_QUALITY, 120, _("Merges"), "merges", P.MERGE, "group"),
    _menu(_PRIVACY, 200, _("Consents"), "consents", P.PRIVACY, "check"),
    _menu(_PRIVACY, 210, _("Consent texts"), "consent_texts", P.PRIVACY, "document"),
    _menu(_PRIVACY, 220, _("Retention rules"), "retention_rules", P.PRIVACY, "shield"),
)
