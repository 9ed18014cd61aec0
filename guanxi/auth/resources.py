"""Users, roles, departments and API keys as resources: the same lists, forms and API as business records.

Passwords and secrets are no fields. What could make someone more powerful than the person who edits is
checked in the `prepare` hooks, so it holds for forms, the API and imports alike.
"""

from __future__ import annotations

from typing import Any

from guanxi.auth import links
from guanxi.auth.api_keys import create_api_key, revoke_api_key
from guanxi.auth.errors import Escalation
from guanxi.auth.grants import actor_is_administrator, check_power_over, check_roles
from guanxi.auth.models import ApiKey, Department, Role, User, UserRole
from guanxi.auth.names import normalize_login
from guanxi.auth.permissions import KernelPermission
from guanxi.auth.roles import set_role_permissions
from guanxi.auth.sessions import revoke_sessions
from guanxi.auth.users import activate_user, deactivate_user, keep_an_administrator
from guanxi.context import current_actor, current_company
from guanxi.db import fetch
from guanxi.declare.access import SIGNED_IN
from guanxi.declare.extensions import ExtensionPoint, Panel
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Action, Change, FormView, Lines, ListView, Outcome, Resource, Section
from guanxi.i18n import _

_USERS = KernelPermission.USERS_MANAGE
_ROLES = KernelPermission.ROLES_MANAGE
_KEYS = KernelPermission.API_KEYS_MANAGE

USER_PANELS = ExtensionPoint[Panel]("guanxi.user_panels")
ROLE_PANELS = ExtensionPoint[Panel]("guanxi.role_panels")
API_KEY_PANELS = ExtensionPoint[Panel]("guanxi.api_key_panels")


async def _prepare_user(change: Change) -> None:
    values = change.values
    if "login" in values:
        values["login"] = normalize_login(values["login"])
    if change.before is not None:
        await check_power_over(change.before.id)
    if values.get("administrator", False) and not await actor_is_administrator():
        raise Escalation()
    if change.before is not None and values.get("administrator") is False:
        await keep_an_administrator(change.before.id)
    if "roles" in change.lines:
        await _prepare_roles(change)


async def _prepare_roles(change: Change) -> None:
    """Checks the user's new roles, and drops them from the change where they are the present ones."""
    user_id = change.before.id if change.before is not None else None
    rows = await fetch("SELECT id, role_id FROM guanxi_user_role WHERE user_id = $1", user_id)
    present = {row["id"]: row["role_id"] for row in rows}
    rows_now = change.lines["roles"]
    wanted: set[int] = {row.get("role_id", present.get(row.get("id"), 0)) for row in rows_now}
    if change.before is not None and wanted == set(present.values()):
        del change.lines["roles"]
        return
    await check_roles(sorted(wanted))


async def _user_written(change: Change, user: Any) -> None:
    if change.before is not None and ("roles" in change.lines or "administrator" in change.values):
        await revoke_sessions(user.id, current_actor().session_id)


async def _password_link(user: Any, values: dict[str, Any]) -> Outcome:
    link = await links.password_link(user.id, invitation=not user.password_hash)
    message = _("Give this link to {name}. It works once, within {hours} hours: {link}").format(
        name=user.name, hours=link.hours, link=link.address
    )
    return Outcome(message=message, data={"link": link.address, "hours": link.hours}, secret=True)


async def _deactivate(user: Any, values: dict[str, Any]) -> Outcome:
    await deactivate_user(user.id)
    return Outcome(message=_("{name} can no longer sign in.").format(name=user.name))


async def _activate(user: Any, values: dict[str, Any]) -> Outcome:
    await activate_user(user.id)
    return Outcome(message=_("{name} can sign in again.").format(name=user.name))


async def _set_permissions(role: Any, values: dict[str, Any]) -> Outcome:
    await set_role_permissions(role.id, (values["permissions"] or "").split())
    return Outcome(message=_("The permissions of the role were saved."))


async def _create_key(record: Any, values: dict[str, Any]) -> Outcome:
    made = await create_api_key(
        values["user"], values["name"], (values["permissions"] or "").split(), values["expires_at"]
    )
    message = _("Copy this key now; it is shown only once: {key}").format(key=made.key)
    return Outcome(message=message, data={"id": made.id, "key": made.key}, secret=True)


async def _revoke_key(key: Any, values: dict[str, Any]) -> Outcome:
    await revoke_api_key(key.id)
    return Outcome(message=_("The key no longer works."))


USERS = Resource(
    name="users",
    model=User,
    title=_("Users"),
    singular=_("User"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("login", _("Login"), search=True, sort=True, read=_USERS),
        Field("email", _("E-mail"), kind=Kind.EMAIL, required=False, search=True, read=_USERS),
        Field("department", _("Department"), to="guanxi/departments", filter=True),
        Field("locale", _("Language"), read=_USERS, default=lambda: current_company().locale),
        Field("active", _("Active"), readonly=True, filter=True),
        Field("administrator", _("Administrator"), filter=True, read=_USERS, help=_("Has every permission.")),
    ),
    lines=(
        Lines(
            name="roles",
            label=_("Roles"),
            model=UserRole,
            parent="user",
            fields=(Field("role", _("Role"), to="guanxi/roles", read=_USERS),),
            maximum=50,
        ),
    ),
    list=ListView(columns=("name", "login", "department", "active", "administrator"), sort="name"),
    form=FormView(
        sections=(
            Section(fields=("name", "login", "email", "department", "locale")),
            Section(title=_("Access"), fields=("active", "administrator", "roles")),
        )
    ),
    read=SIGNED_IN,
    create=_USERS,
    update=_USERS,
    panels=USER_PANELS,
    prepare=_prepare_user,
    written=_user_written,
    actions=(
        Action(
            name="invite",
            label=_("Invite"),
            permission=_USERS,
            run=_password_link,
            when=lambda user: user.active and not user.password_hash,
            primary=True,
        ),
        Action(
            name="reset_password",
            label=_("Reset password"),
            permission=_USERS,
            run=_password_link,
            when=lambda user: user.active and bool(user.password_hash),
        ),
        Action(
            name="deactivate",
            label=_("Deactivate"),
            permission=_USERS,
            run=_deactivate,
            when=lambda user: bool(user.active),
            danger=True,
            confirm=_("The user is signed out everywhere and cannot sign in any more."),
        ),
        Action(
            name="activate",
            label=_("Activate"),
            permission=_USERS,
            run=_activate,
            when=lambda user: not user.active,
        ),
    ),
)

ROLES = Resource(
    name="roles",
    model=Role,
    title=_("Roles"),
    singular=_("Role"),
    fields=(
        Field("name", _("Name"), search=True, sort=True),
        Field("name_zh", _("Chinese name"), search=True),
        Field("key", _("Preset"), readonly=True),
        Field("permissions", _("Permissions"), readonly=True),
        Field(
            "export_rows",
            _("Exported rows a day"),
            minimum=0,
            help=_("How many rows of lists its users may export in a day. Empty: any number."),
        ),
    ),
    label_in={"zh_CN": "name_zh"},
    list=ListView(columns=("name", "name_zh"), sort="name"),
    form=FormView(sections=(Section(fields=("name", "name_zh", "export_rows")),)),
    panels=ROLE_PANELS,
    read=_USERS,
    create=_ROLES,
    update=_ROLES,
    delete=_ROLES,
    actions=(
        Action(
            name="set_permissions",
            label=_("Set permissions"),
            permission=_ROLES,
            run=_set_permissions,
            fields=(
                Field(
                    "permissions",
                    _("Permissions"),
                    kind=Kind.MULTILINE,
                    required=True,
                    max_length=20_000,
                    help=_("One per line; these replace all that the role has."),
                ),
            ),
        ),
    ),
)

DEPARTMENTS = Resource(
    name="departments",
    model=Department,
    title=_("Departments"),
    singular=_("Department"),
    fields=(Field("name", _("Name"), search=True, sort=True),),
    list=ListView(columns=("name",), sort="name"),
    form=FormView(sections=(Section(fields=("name",)),)),
    read=SIGNED_IN,
    create=_USERS,
    update=_USERS,
    delete=_USERS,
)

API_KEYS = Resource(
    name="api_keys",
    model=ApiKey,
    title=_("API keys"),
    singular=_("API key"),
    fields=(
        Field("name", _("Name"), readonly=True, search=True, sort=True),
        Field("prefix", _("Prefix"), readonly=True, search=True),
        Field("user", _("Owner"), readonly=True, to="guanxi/users", filter=True),
        Field("permissions", _("Permissions"), readonly=True),
        Field("expires_at", _("Expires"), readonly=True),
        Field("used_at", _("Last used"), readonly=True),
        Field("active", _("Active"), readonly=True, filter=True),
    ),
    list=ListView(columns=("name", "prefix", "user", "expires_at", "used_at", "active")),
    form=FormView(sections=(Section(fields=("name", "prefix", "user", "active", "expires_at", "used_at")),)),
    panels=API_KEY_PANELS,
    read=_KEYS,
    actions=(
        Action(
            name="issue",
            label=_("New key"),
            permission=_KEYS,
            run=_create_key,
            on="list",
            primary=True,
            fields=(
                Field("name", _("Name"), kind=Kind.TEXT, required=True, max_length=120),
                Field("user", _("Owner"), kind=Kind.RELATION, required=True, to="guanxi/users"),
                Field(
                    "permissions",
                    _("Permissions"),
                    kind=Kind.MULTILINE,
                    required=False,
                    max_length=20_000,
                    help=_("One per line; empty: all that the owner has."),
                ),
                Field("expires_at", _("Expires"), kind=Kind.DATETIME, required=False),
            ),
        ),
        Action(
            name="revoke",
            label=_("Revoke"),
            permission=_KEYS,
            run=_revoke_key,
            when=lambda key: bool(key.active),
            danger=True,
            confirm=_("Programs that use this key lose access at once."),
        ),
    ),
)
