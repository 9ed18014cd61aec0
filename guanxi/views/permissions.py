"""Permissions as people read them: boxes to tick, what a role allows, what a user may do and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guanxi.auth.permissions import KernelPermission
from guanxi.auth.resources import API_KEY_PANELS, ROLE_PANELS, USER_PANELS
from guanxi.context import current_actor, current_company
from guanxi.db import fetch, fetch_row
from guanxi.declare.access import Permission
from guanxi.declare.extensions import Figure, Panel, PanelData, Table
from guanxi.i18n import Text, _, current_locale
from guanxi.views.formats import NO, YES
from guanxi.views.parts import Option

_ROLES_OF_USER = """
SELECT r.name, r.name_zh, r.permissions FROM guanxi_user_role g JOIN guanxi_role r ON r.id = g.role_id
WHERE g.user_id = $1 ORDER BY r.name
"""
_USERS_OF_ROLE = """
SELECT u.id, u.name, u.login, u.active FROM guanxi_user_role g JOIN guanxi_user u ON u.id = g.user_id
WHERE g.role_id = $1 ORDER BY u.name, u.id LIMIT $2
"""
_MOST_USERS = 200


@dataclass(slots=True)
class PermissionGroup:
    title: Text
    boxes: list[Option]
    disabled: frozenset[str]
    """what the actor does not have and cannot give"""


def permission_matrix(chosen: Iterable[str]) -> list[PermissionGroup]:
    """One group for each add-on that has permissions, with `chosen` ticked."""
    ticked, actor = set(chosen), current_actor()
    groups = []
    for offer in current_company().catalog.offers:
        boxes = [Option(str(p), str(p.label), str(p) in ticked) for group in offer.permissions for p in group]
        if boxes:
            out_of_reach = frozenset(b.value for b in boxes if not actor.has(b.value) and not b.selected)
            groups.append(PermissionGroup(offer.title, boxes, out_of_reach))
    return groups


def _all() -> Iterator[tuple[str, Permission]]:
    """Every permission with the title of its add-on."""
    for offer in current_company().catalog.offers:
        for group in offer.permissions:
            for permission in group:
                yield str(offer.title), permission


async def _role_matrix(id: int) -> PanelData:
    row = await fetch_row("SELECT permissions FROM guanxi_role WHERE id = $1", id)
    given = set(row["permissions"]) if row is not None else set()
    rows: list[tuple[str, ...]] = [(addon, str(p.label), str(YES if str(p) in given else NO)) for addon, p in _all()]
    rows.sort(key=lambda row: row[2] != str(YES))  # what it allows first, in the order of the add-ons
    return PanelData(table=Table((_("Add-on"), _("Permission"), _("Allowed")), rows))


async def _role_users(id: int) -> PanelData:
    found = await fetch(_USERS_OF_ROLE, id, _MOST_USERS)
    rows: list[tuple[str, ...]] = [(row["name"], row["login"], str(YES if row["active"] else NO)) for row in found]
    hrefs = [f"/guanxi/users/{row['id']}" for row in found]
    table = Table((_("Name"), _("Login"), _("Active")), rows, hrefs=hrefs)
    return PanelData(table=table if rows else None, empty=_("Nobody has this role yet."))


async def _user_permissions(id: int) -> PanelData:
    """Each permission with the roles that it comes from."""
    user = await fetch_row("SELECT administrator FROM guanxi_user WHERE id = $1", id)
    if user is not None and user["administrator"]:
        return PanelData(figures=[Figure(_("Administrator"), str(_("Has every permission.")))])
    roles = await fetch(_ROLES_OF_USER, id)
    rows: list[tuple[str, ...]] = []
    for addon, permission in _all():
        sources = [
            _role_name(role["name"], role["name_zh"]) for role in roles if str(permission) in role["permissions"]
        ]
        if sources:
            rows.append((addon, str(permission.label), " · ".join(sources)))
    table = Table((_("Add-on"), _("Permission"), _("From role")), rows)
    return PanelData(table=table if rows else None, empty=_("No permission yet: give the user a role."))


def _role_name(name: str, name_zh: str) -> str:
    return name_zh if name_zh and current_locale() == "zh_CN" else name


async def _key_permissions(id: int) -> PanelData:
    row = await fetch_row("SELECT permissions FROM guanxi_api_key WHERE id = $1", id)
    given = set(row["permissions"]) if row is not None else set()
    rows: list[tuple[str, ...]] = [(addon, str(p.label)) for addon, p in _all() if str(p) in given]
    table = Table((_("Add-on"), _("Permission")), rows)
    return PanelData(table=table if rows else None, empty=_("All that its owner may do."))


_USERS, _KEYS = KernelPermission.USERS_MANAGE, KernelPermission.API_KEYS_MANAGE
EXTENSIONS = (
    (ROLE_PANELS, Panel(name="users", title=_("Users with this role"), access=_USERS, load=_role_users, order=10)),
    (ROLE_PANELS, Panel(name="matrix", title=_("What the role allows"), access=_USERS, load=_role_matrix, order=20)),
    (USER_PANELS, Panel(name="may", title=_("What the user may do"), access=_USERS, load=_user_permissions, order=10)),
    (API_KEY_PANELS, Panel(name="may", title=_("What the key allows"), access=_KEYS, load=_key_permissions, order=10)),
)
