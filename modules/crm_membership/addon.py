"""What this add-on offers."""

from __future__ import annotations

from crm_contracts.extensions import PRICE_LIST_GIVERS
from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_membership import handlers, jobs, merging, models, panels, price_lists, privacy, timeline, views
from crm_membership.demo import make_demo
from crm_membership.permissions import MembershipPermission as P
from crm_membership.settings import SETTINGS
from crm_receivables.events import InvoicesReopened, InvoicesSettled, InvoiceStandsAgain, InvoiceTakenBack
from guanxi import Menu, Registry, RolePreset, _

_SECTION = _("Loyalty")


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(P)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=(P.READ, P.SELL)),
        RolePreset(key="finance", label=_("Finance"), permissions=(P.READ,)),
        RolePreset(key="manager", label=_("Manager"), permissions=tuple(P)),
        RolePreset(key="administration", label=_("Administration"), permissions=tuple(P)),
    )
    r.resource(*views.RESOURCES, price_lists.TIER_PRICE_LISTS)
    r.menu(
        Menu(
            label=_("Paid memberships"),
            href="/crm_membership/memberships",
            access=P.READ,
            section=_SECTION,
            order=57,
            icon="shield",
        ),
        Menu(label=_("Membership plans"), href="/crm_membership/plans", access=P.READ, section=_SECTION, order=58),
        Menu(
            label=_("Price lists of tiers"),
            href="/crm_membership/tier-price-lists",
            access=P.MANAGE,
            section=_SECTION,
            order=59,
        ),
    )
    r.job(jobs.FOLLOW)
    r.job(jobs.REVIEW, every="5 0 * * *")
    r.settings(SETTINGS)
    r.demo(make_demo)
    r.extend(PRICE_LIST_GIVERS, price_lists.GIVERS)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.CUSTOMER)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER)
    r.on(InvoicesSettled, handlers.settled)
    r.on(InvoicesReopened, handlers.settled)
    r.on(InvoiceTakenBack, handlers.turned)
    r.on(InvoiceStandsAgain, handlers.turned)
    if r.has("crm_portal"):
        from crm_membership.portal import SECTION
        from crm_portal.extensions import PORTAL_SECTIONS

        r.extend(PORTAL_SECTIONS, SECTION)
