"""API keys: `gx_<prefix>_<secret>`. They act as their owner, within the permissions that a key was given."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from guanxi import clock
from guanxi.auth.grants import (
    all_permissions,
    check_grant,
    check_power_over,
    permissions_of,
    permissions_of_user,
)
from guanxi.auth.names import clean_name
from guanxi.auth.permissions import KernelPermission
from guanxi.auth.sessions import hash_secret
from guanxi.auth.shares import shares_of, shares_sql
from guanxi.context import Actor, current_actor, require
from guanxi.db import execute, fetch_row, fetch_value, transaction
from guanxi.errors import InvalidInput, NotFound, Unauthenticated
from guanxi.i18n import _
from guanxi.records.audit import audit

RESOURCE = "guanxi/api_keys"
_USED_EVERY = timedelta(minutes=1)
_KEY = re.compile(r"gx_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_NOBODY = hash_secret("")


@dataclass(frozen=True, slots=True)
class NewApiKey:
    """`key` is shown once and stored nowhere."""

    id: int
    key: str


async def create_api_key(
    user_id: int, name: str, permissions: Iterable[str] = (), expires_at: datetime | None = None
) -> NewApiKey:
    """`permissions`: a subset of the owner's; none means all that the owner has, now and later.

    Raises InvalidInput, NotFound where there is no such active user, and Escalation where the actor lacks
    a permission that the key would have.
    """
    require(KernelPermission.API_KEYS_MANAGE)
    wanted = sorted(set(permissions))
    label = clean_name(name)
    if expires_at is not None and expires_at <= clock.now():
        raise InvalidInput({"expires_at": _("This lies in the past.")})
    prefix, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    async with transaction():
        if await fetch_value("SELECT 1 FROM guanxi_user WHERE id = $1 AND active FOR SHARE", user_id) is None:
            raise NotFound()
        await _check_permissions(user_id, wanted)
        id = await fetch_value(
            "INSERT INTO guanxi_api_key"
            " (name, prefix, hash, user_id, permissions, expires_at, active, revision,"
            " created_at, updated_at, created_by_id)"
            " VALUES ($1, $2, $3, $4, $5, $6, true, 1, $7, $7, $8) RETURNING id",
            label,
            prefix,
            hash_secret(secret),
            user_id,
            wanted,
            expires_at,
            clock.now(),
            current_actor().id,
        )
        after = {"user": user_id, "prefix": prefix, "permissions": wanted, "expires_at": expires_at}
        await audit("create", RESOURCE, id, label=label, after=after)
    return NewApiKey(int(id), f"gx_{prefix}_{secret}")


async def _check_permissions(user_id: int, wanted: list[str]) -> None:
    unknown = [permission for permission in wanted if permission not in all_permissions()]
    if unknown:
        raise InvalidInput({"permissions": _("There is no permission {name}.", name=unknown[0])})
    if not wanted:
        await check_power_over(user_id)
        return
    check_grant(wanted)
    missing = sorted(set(wanted) - await permissions_of_user(user_id))
    if missing:
        raise InvalidInput({"permissions": _("The owner does not have {name}.", name=missing[0])})


async def load_api_key(authorization: str) -> Actor:
    """The actor of an Authorization header, `Bearer gx_…`. Raises Unauthenticated for any cause."""
    scheme, _space, key = authorization.partition(" ")
    parts = _KEY.fullmatch(key.strip()) if scheme.lower() == "bearer" else None
    if parts is None:
        raise Unauthenticated()
    now = clock.now()
    row = await fetch_row(
        "SELECT k.id, k.hash, k.permissions, k.used_at,"
        " u.id AS user_id, u.name, u.administrator, u.department_id,"
        " ARRAY(SELECT role_id FROM guanxi_user_role WHERE user_id = u.id ORDER BY 1) AS roles"
        f"{shares_sql('u.id')} FROM guanxi_api_key k JOIN guanxi_user u ON u.id = k.user_id"
        " WHERE k.prefix = $1 AND k.active AND u.active AND (k.expires_at IS NULL OR k.expires_at > $2)",
        parts[1],
        now,
    )
    stored = row["hash"] if row is not None else _NOBODY
    if not hmac.compare_digest(stored, hash_secret(parts[2])) or row is None:
        raise Unauthenticated()
    permissions = await permissions_of(row["administrator"], row["roles"])
    if row["permissions"]:
        permissions = permissions.intersection(row["permissions"])
    if row["used_at"] is None or row["used_at"] < now - _USED_EVERY:
        await execute(
            "UPDATE guanxi_api_key SET used_at = $2 WHERE id = $1 AND (used_at IS NULL OR used_at < $3)",
            row["id"],
            now,
            now - _USED_EVERY,
        )
    return Actor(
        kind="api_key",
        id=row["user_id"],
        name=row["name"],
        permissions=permissions,
        department_id=row["department_id"],
        api_key_id=row["id"],
        shared=shares_of(row),
    )


async def revoke_api_key(id: int) -> None:
    """Ends a key for good. Raises NotFound where there is no such key."""
    require(KernelPermission.API_KEYS_MANAGE)
    async with transaction():
        row = await fetch_row(
            "UPDATE guanxi_api_key SET active = false, revision = revision + 1, updated_at = $2"
            " WHERE id = $1 RETURNING name, prefix",
            id,
            clock.now(),
        )
        if row is None:
            raise NotFound()
        await audit(
            "revoke",
            RESOURCE,
            id,
            label=row["name"],
            before={"prefix": row["prefix"], "active": True},
            after={"prefix": row["prefix"], "active": False},
        )
