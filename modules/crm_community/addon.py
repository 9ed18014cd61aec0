"""What this add-on offers."""

from __future__ import annotations

from crm_community import merging, models, panels, privacy, timeline, views
from crm_community.demo import make_demo
from crm_community.permissions import CommunityPermission as P
from crm_community.settings import SETTINGS
from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from guanxi import Menu, Registry, RolePreset, _

_SECTION = _("Loyalty")


def setup(r: Registry) -> None:
    r.models(models)
    r.permissions(P)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=(P.READ, P.WRITE)),
        RolePreset(key="manager", label=_("Manager"), permissions=tuple(P)),
        RolePreset(key="administration", label=_("Administration"), permissions=tuple(P)),
    )
    r.resource(*views.RESOURCES)
    r.menu(
        Menu(label=_("Clubs"), href="/crm_community/clubs", access=P.READ, section=_SECTION, order=86, icon="users"),
        Menu(label=_("Topics"), href="/crm_community/topics", access=P.READ, section=_SECTION, order=87),
        Menu(label=_("Club members"), href="/crm_community/members", access=P.READ, section=_SECTION, order=88),
        Menu(label=_("Posts"), href="/crm_community/posts", access=P.READ, section=_SECTION, order=89),
        Menu(label=_("Reported posts"), href="/crm_community/reports", access=P.MODERATE, section=_SECTION, order=90),
        Menu(
            label=_("Names in the community"),
            href="/crm_community/profiles",
            access=P.READ,
            section=_SECTION,
            order=91,
        ),
    )
    r.settings(SETTINGS)
    r.demo(make_demo)
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, panels.CUSTOMER)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER)
    if r.has("crm_portal"):
        from crm_community.portal import SECTION
        from crm_community.portal_pages import PAGES
        from crm_portal.extensions import PORTAL_SECTIONS

        r.page(*PAGES)
        r.extend(PORTAL_SECTIONS, SECTION)
