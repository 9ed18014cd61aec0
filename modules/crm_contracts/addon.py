"""What this add-on offers."""

from __future__ import annotations

from crm_contracts import (
    api,
    approval_models,
    approval_views,
    billing_models,
    cards,
    catalog_views,
    certificate_pages,
    compare_pages,
    deals,
    delivery_models,
    discount_views,
    kept_models,
    merging,
    models,
    number_models,
    number_views,
    pages,
    panels,
    preview,
    price_models,
    price_views,
    privacy,
    renewal_models,
    scans,
    seal_pages,
    sign_pages,
    signature_models,
    signature_views,
    text_models,
    timeline,
    usage_views,
    verify,
    views,
)
from crm_contracts.auto_renewing import RENEW_CONTRACTS
from crm_contracts.delivery_cards import LATE_CARD
from crm_contracts.delivery_timeline import DELIVERY_SOURCE
from crm_contracts.demo import make_demo
from crm_contracts.extensions import CONTRACT_PANELS
from crm_contracts.following import FOLLOW_SIGNATURES
from crm_contracts.handover import HANDOVER
from crm_contracts.keeping import KEEP_DOCUMENT
from crm_contracts.kept_views import KEPT_PANEL
from crm_contracts.menus import MENU
from crm_contracts.passing import PASS_DAYS
from crm_contracts.permissions import ContractPermission
from crm_contracts.queries import APPROVERS
from crm_contracts.reminding import REMIND
from crm_contracts.renewal_views import WAITING_PANEL
from crm_contracts.seeds import ensure_dictionaries, ensure_seeds
from crm_contracts.settings import SETTINGS
from crm_contracts.standard_templates import seed_templates
from crm_contracts.versions import VERSIONS_PANEL
from crm_core.extensions import (
    CUSTOMER_DEALS,
    CUSTOMER_FOLLOWERS,
    CUSTOMER_HANDOVERS,
    CUSTOMER_PANELS,
    CUSTOMER_TIMELINE,
    PERSONAL_DATA,
)
from guanxi import HOME_CARDS, SHARES, Registry, RolePreset, _

_READ = ContractPermission.READ
_SALES = (
    *(_READ, ContractPermission.CREATE, ContractPermission.UPDATE),
    *(ContractPermission.CONFIRM, ContractPermission.NUMBERS, ContractPermission.DELIVER),
)
_MANAGER = (
    *(*_SALES, ContractPermission.SEE_ALL, ContractPermission.SIGN, ContractPermission.CANCEL),
    *(ContractPermission.END, ContractPermission.PRODUCTS, ContractPermission.PROBLEMS, ContractPermission.USAGE),
    *(ContractPermission.APPROVE, ContractPermission.RULES, ContractPermission.TEMPLATES),
    *(ContractPermission.PRICES, ContractPermission.INDEXES),
)
_FINANCE = (
    *(_READ, ContractPermission.SEE_ALL, ContractPermission.SIGN, ContractPermission.END),
    *(ContractPermission.PROBLEMS, ContractPermission.USAGE, ContractPermission.APPROVE),
    ContractPermission.INDEXES,
)
_ADMINISTRATION = (
    *(_READ, ContractPermission.SEE_ALL, ContractPermission.SIGN, ContractPermission.CANCEL),
    *(ContractPermission.END, ContractPermission.PRODUCTS, ContractPermission.SETTINGS),
    *(ContractPermission.APPROVE, ContractPermission.NUMBERS, ContractPermission.RULES),
    *(ContractPermission.TEMPLATES, ContractPermission.PUBLISH, ContractPermission.SEAL, ContractPermission.PRICES),
    *(ContractPermission.CERTIFICATE, ContractPermission.DELIVER, ContractPermission.INDEXES),
)

_TABLES = (
    *(models, number_models, approval_models, text_models, kept_models, billing_models),
    *(price_models, signature_models, renewal_models, delivery_models),
)


def setup(r: Registry) -> None:
    for tables in _TABLES:
        r.models(tables)
    r.permissions(ContractPermission)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=(*_SALES, ContractPermission.SIGN)),
        RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
        RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
        RolePreset(key="administration", label=_("Administration"), permissions=_ADMINISTRATION),
    )
    r.resource(*views.RESOURCES, number_views.NUMBERS, usage_views.USAGE)
    r.resource(approval_views.TYPES, approval_views.RULES, approval_views.APPROVALS, approval_views.DELEGATIONS)
    r.resource(catalog_views.PRODUCT_LINES, catalog_views.UNITS, catalog_views.TAX_RATES)
    r.resource(price_views.PRICE_LISTS, price_views.PRICES, price_views.ASSIGNMENTS, discount_views.DISCOUNT_LIMITS)
    r.resource(signature_views.REQUESTS)
    r.extend(SHARES, APPROVERS)
    r.menu(*MENU)
    r.page(
        pages.OUTLOOK_PAGE,
        compare_pages.COMPARE_PAGE,
        preview.PREVIEW_PAGE,
        seal_pages.SEAL_PAGE,
        verify.VERIFY_PAGE,
        certificate_pages.CERTIFICATE_PAGE,
        *(*scans.PAGES, *sign_pages.PAGES),
    )
    r.api(*api.ENDPOINTS, compare_pages.COMPARE_ENDPOINT)
    r.job(RENEW_CONTRACTS, every="5 0 * * *")
    r.job(PASS_DAYS, every="10 0 * * *")
    r.job(REMIND, every="20 0 * * *")
    r.job(KEEP_DOCUMENT)
    r.job(FOLLOW_SIGNATURES, every="25 * * * *")
    r.seed(ensure_seeds)
    r.seed(ensure_dictionaries)
    r.seed(seed_templates)
    r.settings(SETTINGS)
    r.extend(CONTRACT_PANELS, WAITING_PANEL, VERSIONS_PANEL, *panels.CONTRACT_PANEL_ITEMS)
    r.extend(CONTRACT_PANELS, KEPT_PANEL, signature_views.SIGNATURES_PANEL)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.CUSTOMER_PANEL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE, DELIVERY_SOURCE)
    r.extend(CUSTOMER_HANDOVERS, HANDOVER)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER, merging.PRICE_LISTS)
    r.extend(CUSTOMER_DEALS, deals.DAYS if r.has("crm_receivables") else deals.DEALS)
    r.extend(HOME_CARDS, *cards.HOME, LATE_CARD)
    r.demo(make_demo)
    if r.has("crm_portal"):
        from crm_contracts.portal import CONTRACTS_SECTION
        from crm_contracts.portal_quotations import QUOTATIONS_SECTION
        from crm_contracts.portal_signing import PAGES, TO_SIGN_SECTION
        from crm_portal.extensions import PORTAL_SECTIONS

        r.extend(PORTAL_SECTIONS, CONTRACTS_SECTION, QUOTATIONS_SECTION, TO_SIGN_SECTION)
        r.page(*PAGES)
