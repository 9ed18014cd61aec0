"""What this add-on offers."""

from __future__ import annotations

from crm_core.extensions import PERSONAL_DATA
from crm_pay import chasing, models, pages, privacy, refunding, staff, views, ways
from crm_pay.demo import make_demo
from crm_pay.permissions import PayPermission
from crm_pay.settings import SETTINGS
from crm_receivables.extensions import INVOICE_PANELS, PAYMENT_PANELS, WAYS_TO_PAY
from guanxi import Menu, Registry, RolePreset, _

_READ = PayPermission.READ
_FINANCE = (_READ, PayPermission.LINK, PayPermission.REFUND, PayPermission.RESOLVE)
_SECTION = _("Online payment")


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(PayPermission)
    r.role(
        RolePreset(key="finance", label=_("Finance"), permissions=_FINANCE),
        RolePreset(key="manager", label=_("Manager"), permissions=(_READ, PayPermission.LINK, PayPermission.REFUND)),
        RolePreset(key="sales", label=_("Sales"), permissions=(_READ, PayPermission.LINK)),
        RolePreset(key="administration", label=_("Administration"), permissions=(_READ, PayPermission.MANAGE)),
    )
    r.resource(*views.RESOURCES)
    r.menu(
        Menu(
            label=_("Online payments"), href="/crm_pay/attempts", access=_READ, section=_SECTION, order=10, icon="money"
        ),
        Menu(label=_("Refunds"), href="/crm_pay/refunds", access=_READ, section=_SECTION, order=20, icon="money"),
        Menu(
            label=_("To be looked at"),
            href="/crm_pay/problems?state=open",
            access=_READ,
            section=_SECTION,
            order=30,
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
    r.job(refunding.SEND_REFUND)
    r.job(chasing.ASK_PROVIDERS, every="*/5 * * * *")
    r.settings(SETTINGS)
    r.extend(INVOICE_PANELS, staff.PANEL)
    r.extend(PAYMENT_PANELS, staff.PAYMENT_PANEL)
    r.extend(WAYS_TO_PAY, ways.WAY)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.demo(make_demo)
