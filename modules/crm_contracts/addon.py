"""What this add-on offers."""

from __future__ import annotations

from crm_contracts import (
    api,
    billing_models,
    cards,
    deals,
    jobs,
    merging,
    models,
    pages,
    panels,
    privacy,
    timeline,
    usage_views,
    views,
)
from crm_contracts.demo import make_demo
from crm_contracts.extensions import CONTRACT_PANELS
from crm_contracts.handover import HANDOVER
from crm_contracts.permissions import ContractPermission
from crm_contracts.settings import SETTINGS
from crm_core.extensions import (
    CUSTOMER_DEALS,
    CUSTOMER_FOLLOWERS,
    CUSTOMER_HANDOVERS,
    CUSTOMER_PANELS,
    CUSTOMER_TIMELINE,
    PERSONAL_DATA,
)
from guanxi import HOME_CARDS, Menu, Registry, RolePreset, _

_READ = ContractPermission.READ
_SALES = (_READ, ContractPermission.CREATE, ContractPermission.UPDATE, ContractPermission.CONFIRM)
_MANAGER = (
    *(*_SALES, ContractPermission.SEE_ALL, ContractPermission.SIGN, ContractPermission.CANCEL),
    *(ContractPermission.END, ContractPermission.PRODUCTS, ContractPermission.PROBLEMS, ContractPermission.USAGE),
)
_FINANCE = (
    *(_READ, ContractPermission.SEE_ALL, ContractPermission.SIGN, ContractPermission.END),
    *(ContractPermission.PROBLEMS, ContractPermission.USAGE),
)
_ADMINISTRATION = (
    *(_READ, ContractPermission.SEE_ALL, ContractPermission.SIGN, ContractPermission.CANCEL),
    *(ContractPermission.END, ContractPermission.PRODUCTS, ContractPermission.SETTINGS),
)
_SECTION = _("Contracts")


def setup(r: Registry) -> None:
    r.models(models)
    r.models(billing_models)
    r.permissions(ContractPermission)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=(*_SALES, ContractPermission.SIGN)),
        RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
        RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
        RolePreset(key="administration", label=_("Administration"), permissions=_ADMINISTRATION),
    )
    r.resource(*views.RESOURCES, usage_views.USAGE)
    r.menu(
        Menu(
            label=_("Contracts"),
            href="/crm_contracts/contracts",
            access=_READ,
            section=_SECTION,
            order=10,
            icon="document",
        ),
        Menu(label=_("Products"), href="/crm_contracts/products", access=_READ, section=_SECTION, order=20, icon="box"),
        Menu(label=_("Usage"), href="/crm_contracts/usage", access=_READ, section=_SECTION, order=25, icon="list"),
        Menu(
            label=_("Recurring"), href="/crm_contracts/outlook", access=_READ, section=_SECTION, order=27, icon="chart"
        ),
        Menu(
            label=_("Billing problems"),
            href="/crm_contracts/billing-problems?state=open",
            access=ContractPermission.PROBLEMS,
            section=_SECTION,
            order=30,
            icon="alert",
        ),
    )
    r.page(pages.OUTLOOK_PAGE)
    r.api(*api.ENDPOINTS)
    r.job(jobs.END_CONTRACTS, every="10 0 * * *")
    r.settings(SETTINGS)
    r.extend(CONTRACT_PANELS, *panels.CONTRACT_PANEL_ITEMS)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.CUSTOMER_PANEL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_HANDOVERS, HANDOVER)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER)
    r.extend(CUSTOMER_DEALS, deals.DAYS if r.has("crm_receivables") else deals.DEALS)
    r.extend(HOME_CARDS, *cards.HOME)
    r.demo(make_demo)
    if r.has("crm_portal"):
        from crm_contracts.portal import CONTRACTS_SECTION
        from crm_portal.extensions import PORTAL_SECTIONS

        r.extend(PORTAL_SECTIONS, CONTRACTS_SECTION)
