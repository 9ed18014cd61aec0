"""Users: creating, passwords, roles, deactivating. Every change is in the audit log."""

from __future__ import annotations

from collections.abc import Sequence

from guanxi import clock
from guanxi.auth.errors import Escalation, LastAdministrator, SignInFailed
from guanxi.auth.grants import actor_is_administrator, check_power_over, check_roles
from guanxi.auth.names import clean_name, normalize_login
from guanxi.auth.passwords import check_new_password, hash_password, verify_password
from guanxi.auth.permissions import KernelPermission
from guanxi.auth.sessions import NewSession, renew_session, revoke_sessions
from guanxi.auth.tokens import redeem_password_token
from guanxi.context import Actor, current_actor, require, use_actor
from guanxi.db import execute, execute_many, fetch, fetch_row, fetch_value, transaction
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import _
from guanxi.records.audit import audit

RESOURCE = "guanxi/users"


async def create_user(
    login: str,
    name: str,
    password: str | None = None,
    *,
    email: str = "",
    roles: Sequence[int] = (),
    administrator: bool = False,
    locale: str = "en",
    department_id: int | None = None,
) -> int:
    """The new user's id. Without a password they cannot sign in until they follow a password link.

    Raises InvalidInput, also where the login is taken, and Escalation where the actor lacks what is given.
    """
    require(KernelPermission.USERS_MANAGE)
    account, label = normalize_login(login), clean_name(name)
    password_hash = "" if password is None else await hash_password(password)
    async with transaction():
        if administrator and not await actor_is_administrator():
            raise Escalation()
        id = await fetch_value(
            "INSERT INTO guanxi_user (login, name, administrator, email, password_hash, active, locale,"
            " department_id, revision, created_at, updated_at, created_by_id)"
            " VALUES ($1, $2, $3, $4, $5, true, $6, $7, 1, $8, $8, $9)"
            " ON CONFLICT (login) DO NOTHING RETURNING id",
            account,
            label,
            administrator,
            email.strip(),
            password_hash,
            locale,
            department_id,
            clock.now(),
            current_actor().id,
        )
        if id is None:
            raise InvalidInput({"login": _("This login is taken.")})
        after = {"login": account, "name": label, "administrator": administrator}
        await audit("create", RESOURCE, id, label=label, after=after)
        if roles:
            await set_roles(id, roles)
    return int(id)


async def set_password(user_id: int, password: str) -> None:
    """Sets a user's password and ends all their sessions. Raises InvalidInput, NotFound and Escalation."""
    require(KernelPermission.USERS_MANAGE)
    await check_power_over(user_id)
    password_hash = await hash_password(password)
    async with transaction():
        await _store_password(user_id, password_hash)


async def _store_password(user_id: int, password_hash: str, *, except_session: int | None = None) -> None:
    name = await fetch_value(
        "UPDATE guanxi_user SET password_hash = $2, revision = revision + 1, updated_at = $3"
        " WHERE id = $1 RETURNING name",
        user_id,
        password_hash,
        clock.now(),
    )
    if name is None:
        raise NotFound()
    await revoke_sessions(user_id, except_session)
    await audit("set_password", RESOURCE, user_id, label=name)


async def change_own_password(current: str, new: str) -> NewSession | None:
    """For the signed-in user: ends their other sessions and renews this one, whose new cookie it returns.

    Raises SignInFailed where `current` is wrong, and InvalidInput. Limit the calls.
    """
    actor = current_actor()
    check_new_password(new)
    stored = await fetch_value("SELECT password_hash FROM guanxi_user WHERE id = $1 AND active", actor.id)
    if actor.kind != "user" or actor.id is None or not await verify_password(stored or "", current):
        raise SignInFailed()
    password_hash = await hash_password(new)
    async with transaction():
        await _store_password(actor.id, password_hash, except_session=actor.session_id)
        return None if actor.session_id is None else await renew_session(actor.session_id)


async def set_password_by_link(token: str, password: str) -> int:
    """Follows a password link: uses it up, sets the password, ends the sessions, returns the user's id.

    Raises InvalidInput, which leaves the link as it was, and TokenInvalid.
    """
    check_new_password(password)
    async with transaction():
        user_id = await redeem_password_token(token)
        name = await fetch_value("SELECT name FROM guanxi_user WHERE id = $1", user_id)
        password_hash = await hash_password(password)
        with use_actor(Actor(kind="user", id=user_id, name=name)):
            await _store_password(user_id, password_hash)
    return user_id


async def set_roles(user_id: int, roles: Sequence[int]) -> None:
    """Gives the user exactly these roles, ends their sessions. Raises InvalidInput, NotFound, Escalation."""
    require(KernelPermission.USERS_MANAGE)
    wanted = sorted(set(roles))
    async with transaction():
        user = await fetch_row("SELECT name FROM guanxi_user WHERE id = $1 FOR UPDATE", user_id)
        if user is None:
            raise NotFound()
        await check_power_over(user_id)
        rows = await fetch("SELECT role_id FROM guanxi_user_role WHERE user_id = $1 ORDER BY 1", user_id)
        before = [row["role_id"] for row in rows]
        known = await fetch("SELECT id FROM guanxi_role WHERE id = ANY($1::bigint[]) FOR SHARE", wanted)
        if len(known) != len(wanted):
            raise InvalidInput({"roles": _("There is no such role.")})
        if before == wanted:
            return
        await check_roles(wanted)
        await execute(
            "DELETE FROM guanxi_user_role WHERE user_id = $1 AND role_id <> ALL($2::bigint[])",
            user_id,
            wanted,
        )
        await execute_many(
            "INSERT INTO guanxi_user_role (user_id, role_id) VALUES ($1, $2)",
            [(user_id, role) for role in wanted if role not in before],
        )
        await revoke_sessions(user_id, current_actor().session_id)
        changes = {"roles": before}, {"roles": wanted}
        await audit("set_roles", RESOURCE, user_id, label=user["name"], before=changes[0], after=changes[1])


async def deactivate_user(user_id: int) -> None:
    """Ends a user's sessions and keys' power at once; what they wrote stays. Raises LastAdministrator."""
    require(KernelPermission.USERS_MANAGE)
    await check_power_over(user_id)
    await _set_active(user_id, False)


async def activate_user(user_id: int) -> None:
    require(KernelPermission.USERS_MANAGE)
    await check_power_over(user_id)
    await _set_active(user_id, True)


async def _set_active(user_id: int, active: bool) -> None:
    async with transaction():
        if not active:
            await keep_an_administrator(user_id)
        name = await fetch_value(
            "UPDATE guanxi_user SET active = $2, revision = revision + 1, updated_at = $3 WHERE id = $1 RETURNING name",
            user_id,
            active,
            clock.now(),
        )
        if name is None:
            raise NotFound()
        await revoke_sessions(user_id)
        action = "activate" if active else "deactivate"
        changes = {"active": not active}, {"active": active}
        await audit(action, RESOURCE, user_id, label=name, before=changes[0], after=changes[1])


async def keep_an_administrator(besides: int) -> None:
    """Raises LastAdministrator where no other administrator is active. Calls wait for each other's commit."""
    await execute("SELECT pg_advisory_xact_lock(hashtext('guanxi.administrators'))")
    row = await fetch_row(
        "SELECT bool_or(id = $1) AS one, bool_or(id <> $1) AS others FROM guanxi_user WHERE administrator AND active",
        besides,
    )
    if row is not None and row["one"] and not row["others"]:
        raise LastAdministrator()


async def users_with(permission: str) -> list[int]:
    """The ids of active users who have `permission`, administrators included, in order."""
    rows = await fetch(
        "SELECT id FROM guanxi_user u WHERE active AND (administrator OR EXISTS ("
        " SELECT 1 FROM guanxi_user_role ur JOIN guanxi_role r ON r.id = ur.role_id"
        " WHERE ur.user_id = u.id AND r.permissions @> to_jsonb($1::text))) ORDER BY id",
        str(permission),
    )
    return [row["id"] for row in rows]
