"""What this add-on offers."""

from __future__ import annotations

from crm_core import api, cards, handover, importing, models, panels, terms, vcard_export, vcard_import, views
from crm_core.demo import make_demo
from crm_core.extensions import CUSTOMER_PANELS
from crm_core.permissions import CorePermission
from guanxi import HOME_CARDS, Menu, Registry, RolePreset, _

_READ = CorePermission.READ
_SALES = (_READ, CorePermission.SEE_NUMBERS, CorePermission.CREATE, CorePermission.UPDATE)
_MANAGER = (
    *(*_SALES, CorePermission.SEE_DEPARTMENT, CorePermission.SEE_ALL, CorePermission.ASSIGN),
    *(CorePermission.FORCE, CorePermission.IMPORT, CorePermission.TERMS),
)
_FINANCE = (_READ, CorePermission.SEE_ALL, CorePermission.SEE_NUMBERS)
_SECTION = _("Customers")


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(CorePermission)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=_SALES),
        RolePreset(key="manager", label=_("Manager"), permissions=_MANAGER),
        RolePreset(key="administration", label=_("Administration"), permissions=(*_MANAGER, CorePermission.TRADING)),
        RolePreset(
            key="finance", label=_("Finance"), permissions=(_READ, CorePermission.SEE_ALL, CorePermission.SEE_NUMBERS)
        ),
    )
    r.resource(*views.RESOURCES)
    r.menu(
        Menu(label=_("Customers"), href="/crm_core/customers", access=_READ, section=_SECTION, order=10, icon="users"),
        Menu(label=_("Contacts"), href="/crm_core/contacts", access=_READ, section=_SECTION, order=20, icon="user"),
        Menu(label=_("Follow-ups"), href="/crm_core/activities", access=_READ, section=_SECTION, order=30, icon="chat"),
        Menu(
            label=_("Dictionary"),
            href="/crm_core/terms",
            access=CorePermission.TERMS,
            section=_SECTION,
            order=90,
            icon="tag",
        ),
    )
    r.extend(HOME_CARDS, *cards.CARDS)
    r.extend(CUSTOMER_PANELS, panels.DOUBLES)
    r.job(handover.HAND_OVER)
    r.api(*api.ENDPOINTS, *vcard_export.ENDPOINTS)
    r.importer(importing.CUSTOMERS_IMPORT, vcard_import.VCARD_IMPORT)
    r.seed(terms.seed_terms)
    r.demo(make_demo)
