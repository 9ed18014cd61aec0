"""The menu of contracts."""

from __future__ import annotations

from crm_contracts import certificates, seal_pages
from crm_contracts.permissions import ContractPermission
from guanxi import Access, Menu, Text, _

_SECTION = _("Contracts")
_READ = ContractPermission.READ


def _entry(order: int, label: Text, href: str, icon: str, access: Access = _READ) -> Menu:
    href = href if href.startswith("/") else f"/crm_contracts/{href}"
    return Menu(label=label, href=href, access=access, section=_SECTION, order=order, icon=icon)


MENU = (
    _entry(10, _("Contracts"), "contracts", "document"),
    _entry(15, _("Approvals"), "approvals?state=pending", "check"),
    _entry(17, _("Requests for signatures"), "signature-requests?state=open", "pencil"),
    _entry(17, _("Deliveries"), "deliveries", "box"),
    _entry(20, _("Products"), "products", "box"),
    _entry(21, _("Product lines"), "product-lines?active=1", "box", ContractPermission.PRODUCTS),
    _entry(22, _("Price lists"), "price-lists?active=1", "tag"),
    _entry(23, _("Prices"), "prices", "list"),
    _entry(25, _("Usage"), "usage", "list"),
    _entry(27, _("Recurring"), "outlook", "chart"),
    _entry(30, _("Contract numbers"), "numbers", "tag"),
    _entry(50, _("Templates"), "templates", "file", ContractPermission.TEMPLATES),
    _entry(55, _("Clauses"), "clauses", "list", ContractPermission.TEMPLATES),
    _entry(40, _("Billing problems"), "billing-problems?state=open", "alert", ContractPermission.PROBLEMS),
    _entry(45, _("Waiting renewals"), "renewal-problems?state=open", "clock", ContractPermission.PROBLEMS),
    _entry(57, _("Price indexes"), "price-indexes?active=1", "chart", ContractPermission.INDEXES),
    _entry(60, _("Contract types"), "types?active=1", "list", ContractPermission.RULES),
    _entry(70, _("Approval rules"), "approval-rules?active=1", "list", ContractPermission.RULES),
    _entry(75, _("Discount limits"), "discount-limits", "list", ContractPermission.RULES),
    _entry(77, _("Units"), "units?active=1", "list", ContractPermission.PRODUCTS),
    _entry(78, _("Tax rates"), "tax-rates?active=1", "list", ContractPermission.PRODUCTS),
    _entry(90, _("Company seal", "settings"), seal_pages.PATH, "shield", ContractPermission.SEAL),
    _entry(95, _("Signing certificate"), certificates.PATH, "key", ContractPermission.CERTIFICATE),
    _entry(80, _("Stand-ins for approvals"), "delegations", "users", ContractPermission.APPROVE),
)
