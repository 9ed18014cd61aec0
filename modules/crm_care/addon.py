"""What this add-on offers."""

from __future__ import annotations

from crm_care import api, jobs, merging, models, panels, privacy, timeline, views
from crm_care.demo import make_demo
from crm_care.extensions import GIFT_BANKS, PLAN_PANELS
from crm_care.permissions import CarePermission as P
from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_TIMELINE, PERSONAL_DATA
from guanxi import Menu, Registry, RolePreset, _

_SECTION = _("Customers")


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(P)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=(P.READ,)),
        RolePreset(key="manager", label=_("Manager"), permissions=tuple(P)),
        RolePreset(key="administration", label=_("Administration"), permissions=tuple(P)),
    )
    r.resource(*views.RESOURCES)
    r.menu(
        Menu(label=_("Care plans"), href="/crm_care/plans", access=P.READ, section=_SECTION, order=90, icon="gift"),
        Menu(label=_("Wishes sent"), href="/crm_care/messages", access=P.READ, section=_SECTION, order=92),
    )
    r.api(api.PREVIEW)
    r.job(jobs.SEND, every="0 8 * * *")
    r.demo(make_demo)
    r.extend(PLAN_PANELS, panels.PREVIEW)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER)
    if r.has("crm_loyalty"):
        from crm_care import points

        r.extend(GIFT_BANKS, points.BANK)
    if r.has("crm_offers"):
        from crm_care import coupons

        r.extend(GIFT_BANKS, coupons.BANK)
