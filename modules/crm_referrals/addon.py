"""What this add-on offers."""

from __future__ import annotations

from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_loyalty.events import OrderReturned, OrderTold
from crm_referrals import api, jobs, merging, models, orders, panels, privacy, rings, timeline, views
from crm_referrals.demo import make_demo
from crm_referrals.permissions import ReferralPermission as P
from crm_referrals.settings import SETTINGS
from guanxi import Menu, Registry, RolePreset, _

_SECTION = _("Loyalty")
_SALES = (P.READ, P.WRITE)


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(P)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=_SALES),
        RolePreset(key="finance", label=_("Finance"), permissions=(P.READ, P.ORDERS)),
        RolePreset(key="manager", label=_("Manager"), permissions=tuple(P)),
        RolePreset(key="administration", label=_("Administration"), permissions=tuple(P)),
    )
    r.resource(*views.RESOURCES)
    r.page(rings.RINGS_PAGE)
    r.menu(
        Menu(
            label=_("Referrals"),
            href="/crm_referrals/referrals",
            access=P.READ,
            section=_SECTION,
            order=80,
            icon="users",
        ),
        Menu(label=_("Referral codes"), href="/crm_referrals/codes", access=P.READ, section=_SECTION, order=82),
        Menu(label=_("Referrers to look at"), href="/crm_referrals/rings", access=P.READ, section=_SECTION, order=84),
    )
    r.api(*api.ENDPOINTS)
    r.job(jobs.REWARD, every="30 3 * * *")
    r.settings(SETTINGS)
    r.demo(make_demo)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.CUSTOMER)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, *merging.FOLLOWERS)
    r.on(OrderTold, orders.qualify_by_order)
    r.on(OrderReturned, orders.note_return)
    if r.has("crm_receivables"):
        from crm_receivables.events import PaymentsReceived, PaymentsRefunded, PaymentsReversed
        from crm_referrals import handlers

        r.on(PaymentsReceived, handlers.qualify_by_payments)
        r.on(PaymentsRefunded, handlers.note_refunds)
        r.on(PaymentsReversed, handlers.note_reversals)
    if r.has("crm_portal"):
        from crm_portal.extensions import PORTAL_SECTIONS
        from crm_referrals.portal import SECTION
        from crm_referrals.portal_pages import PAGES

        r.page(*PAGES)
        r.extend(PORTAL_SECTIONS, SECTION)
