"""What a set of roles allows, and the rule that nobody gives more than they have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guanxi import clock
from guanxi.auth.errors import Escalation
from guanxi.context import current_actor, current_company
from guanxi.db import fetch, fetch_row, fetch_value

NOTHING: frozenset[str] = frozenset()


def all_permissions() -> frozenset[str]:
    """Every permission of the enabled add-ons: what administrators have."""
    company = current_company()
    key = f"permissions:{company.revision}:all"
    if key not in company.cache:
        company.cache[key] = frozenset(company.catalog.permissions)
    found: frozenset[str] = company.cache[key]
    return found


async def permissions_of_roles(roles: Sequence[int]) -> frozenset[str]:
    """What these roles allow together, of enabled add-ons only; kept per set of roles and revision.

    The revision is read first: what was read before it rose is not found under the new one.
    """
    if not roles:
        return NOTHING
    company = current_company()
    key = f"permissions:{company.revision}:{tuple(roles)}"
    found: frozenset[str] | None = company.cache.get(key)
    if found is None:
        rows = await fetch("SELECT permissions FROM guanxi_role WHERE id = ANY($1::bigint[])", list(roles))
        found = all_permissions() & {permission for row in rows for permission in row["permissions"]}
        company.cache[key] = found
    return found


async def permissions_of(administrator: bool, roles: Sequence[int]) -> frozenset[str]:
    """A user's permissions; `roles` are ids in order."""
    return all_permissions() if administrator else await permissions_of_roles(roles)


async def permissions_of_user(user_id: int) -> frozenset[str]:
    """The present permissions of a user, active or not; none where there is no such user."""
    row = await fetch_row(
        "SELECT administrator,"
        " ARRAY(SELECT role_id FROM guanxi_user_role WHERE user_id = u.id ORDER BY 1) AS roles"
        " FROM guanxi_user u WHERE id = $1",
        user_id,
    )
    return NOTHING if row is None else await permissions_of(row["administrator"], row["roles"])


async def permissions_left(user_id: int, api_key_id: int | None) -> frozenset[str]:
    """What a user may do at this moment: nothing, once the user or the API key that is used is not active.

    Reads roles afresh, for jobs that run longer than a revision of the company lasts.
    """
    row = await fetch_row(
        "SELECT administrator, ARRAY(SELECT jsonb_array_elements_text(r.permissions) FROM guanxi_user_role g"
        " JOIN guanxi_role r ON r.id = g.role_id WHERE g.user_id = u.id) AS permissions"
        " FROM guanxi_user u WHERE u.id = $1 AND u.active AND ($2::bigint IS NULL OR EXISTS"
        " (SELECT FROM guanxi_api_key k WHERE k.id = $2 AND k.user_id = u.id AND k.active"
        " AND (k.expires_at IS NULL OR k.expires_at > $3)))",
        user_id,
        api_key_id,
        clock.now(),
    )
    if row is None:
        return NOTHING
    return all_permissions() if row["administrator"] else all_permissions().intersection(row["permissions"])


async def actor_is_administrator() -> bool:
    """Whether the actor is an administrator with all powers; an API key of one that is limited is not."""
    actor = current_actor()
    if actor.elevated:
        return True
    if not actor.signed_in or not actor.permissions >= all_permissions():
        return False
    return bool(await fetch_value("SELECT administrator FROM guanxi_user WHERE id = $1 AND active", actor.id))


def check_grant(permissions: Iterable[str]) -> None:
    """Raises Escalation where the current actor lacks one of `permissions`."""
    actor = current_actor()
    if not actor.elevated and not actor.permissions.issuperset(permissions):
        raise Escalation()


async def check_roles(roles: Sequence[int]) -> None:
    """Raises Escalation where these roles hold a permission that the current actor lacks.

    Also one of an add-on that is not enabled now: it counts again once the add-on is.
    """
    if not roles or await actor_is_administrator():
        return
    rows = await fetch("SELECT permissions FROM guanxi_role WHERE id = ANY($1::bigint[])", list(roles))
    check_grant(permission for row in rows for permission in row["permissions"])


async def check_power_over(user_id: int) -> None:
    """Raises Escalation where that user may do something that the current actor may not.

    Whoever sets a user's password, address or roles can act as that user.
    """
    if current_actor().elevated:
        return
    administrator = await fetch_value("SELECT administrator FROM guanxi_user WHERE id = $1", user_id)
    if administrator and not await actor_is_administrator():
        raise Escalation()
    rows = await fetch("SELECT role_id FROM guanxi_user_role WHERE user_id = $1", user_id)
    await check_roles([row["role_id"] for row in rows])
