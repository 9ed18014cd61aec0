"""Roles: named sets of permissions. Add-ons bring presets; administrators change them and add their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from guanxi import clock
from guanxi.auth.grants import all_permissions, check_grant
from guanxi.auth.permissions import KernelPermission
from guanxi.context import require
from guanxi.db import execute, fetch_row, transaction
from guanxi.declare.access import RolePreset
from guanxi.declare.catalog import Catalog
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import _, translate
from guanxi.records.audit import audit
from guanxi.records.revision import bump_revision

RESOURCE = "guanxi/roles"


async def ensure_roles(catalog: Catalog, addons: Collection[str] | None = None) -> None:
    """Makes the roles that add-ons bring, or adds their permissions to roles that are there already.

    `addons`: those enabled for the first time just now; None for all in the catalog. Call it once for each:
    what an administrator takes out of a role later stays out.
    """
    async with transaction():
        for offer in catalog.offers:
            if addons is None or offer.addon in addons:
                for preset in offer.roles:
                    await _ensure_role(preset)


async def _ensure_role(preset: RolePreset) -> None:
    now = clock.now()
    await execute(
        "INSERT INTO guanxi_role (key, name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ($1, $2, $3, '[]', 1, $4, $4) ON CONFLICT (key) DO NOTHING",
        preset.key,
        translate(preset.label, "en"),
        translate(preset.label, "zh_CN"),
        now,
    )
    role = await fetch_row("SELECT id, name, permissions FROM guanxi_role WHERE key = $1 FOR UPDATE", preset.key)
    assert role is not None
    before = set(role["permissions"])
    await _store(role["id"], role["name"], before, before | {str(permission) for permission in preset.permissions})


async def set_role_permissions(role_id: int, permissions: Iterable[str]) -> None:
    """Gives the role exactly these permissions; those of add-ons that are not enabled stay as they were.

    Raises InvalidInput on an unknown one, NotFound, and Escalation where the actor lacks one added or taken away.
    """
    require(KernelPermission.ROLES_MANAGE)
    wanted, known = set(permissions), all_permissions()
    for permission in sorted(wanted - known):
        raise InvalidInput({"permissions": _("There is no permission {name}.", name=permission)})
    async with transaction():
        role = await fetch_row("SELECT id, name, permissions FROM guanxi_role WHERE id = $1 FOR UPDATE", role_id)
        if role is None:
            raise NotFound()
        before = set(role["permissions"])
        check_grant(wanted ^ (before & known))  # taking away what one lacks would open the way to its holders
        await _store(role_id, role["name"], before, wanted | (before - known))


async def _store(role_id: int, name: str, before: set[str], after: set[str]) -> None:
    if before == after:
        return
    await execute(
        "UPDATE guanxi_role SET permissions = $2, revision = revision + 1, updated_at = $3 WHERE id = $1",
        role_id,
        sorted(after),
        clock.now(),
    )
    changes = {"permissions": sorted(before)}, {"permissions": sorted(after)}
    await audit("set_permissions", RESOURCE, role_id, label=name, before=changes[0], after=changes[1])
    await bump_revision()
