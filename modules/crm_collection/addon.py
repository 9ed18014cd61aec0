"""What this add-on offers."""

from __future__ import annotations

from crm_collection import (
    api,
    cards,
    credit_models,
    credit_views,
    crediting,
    dunning_models,
    exception_models,
    exception_views,
    handover,
    jobs,
    letters,
    merging,
    notice_views,
    pages,
    policy_models,
    policy_views,
    privacy,
    promising,
    releasing,
    timeline,
)
from crm_collection.demo import make_demo
from crm_collection.permissions import CollectionPermission as P
from crm_collection.seeds import seed_policies
from crm_collection.settings import SETTINGS
from crm_contracts.events import ContractSigned
from crm_core.extensions import (
    CUSTOMER_FOLLOWERS,
    CUSTOMER_HANDOVERS,
    CUSTOMER_PANELS,
    CUSTOMER_TIMELINE,
    PERSONAL_DATA,
)
from crm_receivables.events import DraftPosted, InvoiceStandsAgain, InvoiceTakenBack, PaymentsReversed
from crm_receivables.extensions import INVOICE_LEFTOVERS
from guanxi import HOME_CARDS, Menu, Registry, RolePreset, _

_SECTION = _("Collection")
_TABLES = (policy_models, dunning_models, exception_models, credit_models)


def setup(r: Registry) -> None:
    for tables in _TABLES:
        r.models(tables)
    r.permissions(P)
    r.role(
        RolePreset(key="finance", label=_("Finance"), permissions=tuple(p for p in P if p != P.OVERRIDE)),
        RolePreset(key="manager", label=_("Manager"), permissions=(P.READ, P.WORK, P.RESOLVE, P.LIMITS, P.OVERRIDE)),
        RolePreset(key="sales", label=_("Sales"), permissions=(P.READ, P.WORK)),
        RolePreset(key="administration", label=_("Administration"), permissions=(P.READ, P.POLICIES, P.LIMITS)),
    )
    r.resource(*policy_views.RESOURCES, notice_views.NOTICES, *exception_views.RESOURCES, *credit_views.RESOURCES)
    for order, (label, name, icon) in enumerate(_MENUS, 10):
        r.menu(
            Menu(label=label, href=f"/crm_collection/{name}", access=P.READ, section=_SECTION, order=order, icon=icon)
        )
    for page in pages.PAGES:
        r.page(page)
    r.api(*api.ENDPOINTS)
    r.job(jobs.DUN, every="40 0 * * *")
    r.job(jobs.SETTLE_PROMISES, every="30 0 * * *")
    r.job(letters.KEEP_LETTER)
    r.on(ContractSigned, crediting.check)
    r.on(DraftPosted, crediting.check)
    r.on(PaymentsReversed, promising.break_promises)
    r.on(InvoiceTakenBack, releasing.release)
    r.on(InvoiceStandsAgain, releasing.claim)
    r.settings(SETTINGS)
    r.seed(seed_policies)
    r.demo(make_demo)
    r.extend(CUSTOMER_PANELS, cards.CUSTOMER_PANEL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, *merging.FOLLOWERS)
    r.extend(CUSTOMER_HANDOVERS, handover.HANDOVER)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(HOME_CARDS, cards.HOME)
    r.extend(INVOICE_LEFTOVERS, releasing.LEFTOVER)


_MENUS = (
    (_("Collection"), "work", "clock"),
    (_("Dunning notices"), "notices", "mail"),
    (_("Promises to pay"), "promises", "check"),
    (_("Disputes"), "disputes", "alert"),
    (_("Dunning blocks"), "blocks", "close"),
    (_("Dunning policies"), "policies", "gear"),
    (_("Terms of customers"), "terms", "file"),
    (_("Credit limits"), "credit_limits", "shield"),
)
