"""What this add-on offers."""

from __future__ import annotations

from crm_core.extensions import CUSTOMER_FOLLOWERS, CUSTOMER_PANELS, CUSTOMER_TIMELINE, PERSONAL_DATA
from crm_portal import (
    card,
    entering,
    links,
    merging,
    models,
    new_address,
    own_pages,
    pages,
    password_pages,
    privacy,
    staff,
    timeline,
)
from crm_portal.demo import make_demo
from crm_portal.permissions import PORTAL, PortalPermission
from guanxi import BANNER_LINES, PUBLIC, Page, Registry, RolePreset, _, choose_language

_INVITE = (PortalPermission.INVITE,)
_BOTH = ("GET", "POST")
_POST = ("POST",)


def setup(r: Registry) -> None:
    r.models(models)
    r.realm(PORTAL)
    r.permissions(PortalPermission)
    r.role(
        RolePreset(key="sales", label=_("Sales"), permissions=_INVITE),
        RolePreset(key="manager", label=_("Manager"), permissions=_INVITE),
        RolePreset(key="administration", label=_("Administration"), permissions=_INVITE),
    )
    r.page(
        Page(path="/portal/sign-in", handler=entering.sign_in, access=PUBLIC, methods=_BOTH),
        Page(path="/portal/code", handler=entering.code, access=PUBLIC, methods=_BOTH),
        Page(path="/portal/with-password", handler=entering.with_password, access=PUBLIC, methods=_BOTH),
        Page(path="/portal/enter", handler=entering.enter, access=PUBLIC, methods=_BOTH),
        Page(path="/portal/language", handler=choose_language, access=PUBLIC, methods=_POST),
        Page(path="/portal/sign-out", handler=entering.leave, access=PUBLIC, methods=_POST),
        Page(path="/portal", handler=pages.home, access=PORTAL),
        Page(path=new_address.PATH, handler=own_pages.confirm_email, access=PUBLIC, methods=_BOTH),
        Page(path=card.PATH, handler=card.show, access=PORTAL),
        Page(path=card.WORKER, handler=card.worker, access=PUBLIC),
        Page(path=card.MANIFEST, handler=card.manifest, access=PUBLIC),
        Page(path="/portal/icon-{size:int}.png", handler=card.icon, access=PUBLIC),
        Page(path=own_pages.PATH, handler=own_pages.show, access=PORTAL),
        Page(path=f"{own_pages.PATH}/change", handler=own_pages.change, access=PORTAL, methods=_BOTH),
        Page(path=f"{own_pages.PATH}/email", handler=own_pages.change_email, access=PORTAL, methods=_BOTH),
        Page(path=f"{own_pages.PATH}/consents", handler=own_pages.consents, access=PORTAL, methods=_BOTH),
        Page(path=f"{own_pages.PATH}/file", handler=own_pages.file, access=PORTAL, methods=_POST),
        Page(path=password_pages.PATH, handler=password_pages.password, access=PORTAL, methods=_BOTH),
        Page(path="/portal/{section}", handler=pages.section_page, access=PORTAL),
        Page(path="/portal/{section}/{id:int}.pdf", handler=pages.document, access=PORTAL),
        Page(path="/portal/{section}/{id:int}/{action}", handler=pages.action, access=PORTAL, methods=_BOTH),
        Page(path="/crm_portal/invite/{id:int}", handler=staff.invite, access=PortalPermission.INVITE, methods=_BOTH),
    )
    r.job(links.MAIL_LINK)
    r.job(links.FORGET_LINKS, every="23 3 * * *")
    r.extend(PERSONAL_DATA, privacy.PERSONAL)
    r.extend(CUSTOMER_PANELS, staff.PORTAL_PANEL)
    r.extend(CUSTOMER_TIMELINE, timeline.SOURCE)
    r.extend(CUSTOMER_FOLLOWERS, merging.FOLLOWER)
    r.extend(BANNER_LINES, staff.banner)
    r.demo(make_demo)
