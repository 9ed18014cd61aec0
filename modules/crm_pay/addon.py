"""What this add-on offers."""

from __future__ import annotations

from crm_pay import models, pages, staff, views
from crm_pay.demo import make_demo
from crm_pay.permissions import PayPermission
from crm_receivables.extensions import INVOICE_PANELS
from guanxi import Menu, Registry, RolePreset, _

_READ = PayPermission.READ
_SECTION = _("Receivables")


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(PayPermission)
    r.role(
        RolePreset(key="finance", label=_("Finance"), permissions=(_READ, PayPermission.LINK, PayPermission.RESOLVE)),
        RolePreset(key="manager", label=_("Manager"), permissions=(_READ, PayPermission.LINK)),
        RolePreset(key="sales", label=_("Sales"), permissions=(_READ, PayPermission.LINK)),
        RolePreset(key="administration", label=_("Administration"), permissions=(_READ, PayPermission.MANAGE)),
    )
    r.resource(*views.RESOURCES)
    r.menu(
        Menu(
            label=_("Online payments"), href="/crm_pay/attempts", access=_READ, section=_SECTION, order=50, icon="money"
        ),
        Menu(
            label=_("To be looked at"),
            href="/crm_pay/problems?state=open",
            access=_READ,
            section=_SECTION,
            order=52,
            icon="alert",
        ),
        Menu(
            label=_("Payment providers"),
            href="/crm_pay/accounts",
            access=PayPermission.MANAGE,
            section=_SECTION,
            order=90,
            icon="gear",
        ),
    )
    r.page(*pages.PAGES, staff.LINK_PAGE)
    r.extend(INVOICE_PANELS, staff.PANEL)
    r.demo(make_demo)
