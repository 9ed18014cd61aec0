"""Enabling and disabling add-ons of the current company, and bringing its tables up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from guanxi import records
from guanxi.addons import AvailableAddons
from guanxi.addons.errors import NotEnabled, StillNeeded
from guanxi.addons.loader import KERNEL
from guanxi.auth import ensure_roles
from guanxi.company.state import enabled_addons
from guanxi.context import current_company, elevated, use_company
from guanxi.db import execute, fetch_value, migrations, transaction
from guanxi.i18n import listed

_LOCK = 0x67782


async def one_at_a_time() -> None:
    """One change of a company's add-ons at a time, until the transaction ends."""
    await execute("SELECT pg_advisory_xact_lock($1)", _LOCK)


@contextmanager
def _as_if(available: AvailableAddons, enabled: set[str]) -> Iterator[None]:
    """The current company with another set of add-ons, for what must run before the others learn of it."""
    candidate = replace(current_company(), catalog=available.catalog(enabled), cache={})
    with use_company(candidate):
        yield


async def enable(available: AvailableAddons, addon: str) -> list[str]:
    """Enable `addon` and what it needs, in one transaction; returns the names newly enabled.

    The first time, its tables and seed data are made; after a disable all of its data is there again.
    """
    order = available.with_dependencies(addon)
    async with transaction():
        await one_at_a_time()
        enabled = await enabled_addons()
        fresh = [name for name in order if name not in enabled]
        for name in fresh:
            enabled.add(name)
            with _as_if(available, enabled), elevated():
                await _bring_up(available, name)
            await records.audit("enable", "guanxi/addons", None, label=name)
        if fresh:
            await records.bump_revision()
    return fresh


async def _bring_up(available: AvailableAddons, name: str) -> None:
    known = await fetch_value("SELECT version FROM guanxi_addon WHERE name = $1", name)
    if name != KERNEL or known is None:
        await execute(
            "INSERT INTO guanxi_addon (name, enabled, version, enabled_at) VALUES ($1, true, $2, now())"
            " ON CONFLICT (name) DO UPDATE SET enabled = true, version = $2, enabled_at = now()",
            name,
            available.offers[name].version,
        )
    ran = await migrations.upgrade(name, available.migrations(name)) if available.offers[name].models else []
    if known is None or ran or known != available.offers[name].version:
        for seed in available.offers[name].seeds:
            await seed()
        if known is None:
            await ensure_roles(current_company().catalog, [name])


async def disable(available: AvailableAddons, addon: str) -> None:
    """Its routes, menus, jobs and handlers go; its data stays. Raises StillNeeded, NotEnabled."""
    async with transaction():
        await one_at_a_time()
        enabled = await enabled_addons()
        if addon not in enabled or addon not in available.manifests:
            raise NotEnabled(addon=addon[:80])
        if needing := [name for name in available.dependents(addon) if name in enabled]:
            raise StillNeeded(addon=addon, others=listed(needing))
        await execute("UPDATE guanxi_addon SET enabled = false, enabled_at = now() WHERE name = $1", addon)
        await records.audit("disable", "guanxi/addons", None, label=addon)
        await records.bump_revision()


async def pending_upgrades(available: AvailableAddons) -> dict[str, list[str]]:
    """Migrations that the code has and the current company's database has not, by add-on."""
    enabled = await enabled_addons()
    names = [KERNEL, *(name for name in available.manifests if name in enabled)]
    found = {
        name: await migrations.pending(name, available.migrations(name))
        for name in names
        if available.offers[name].models
    }
    return {name: files for name, files in found.items() if files}


async def upgrade(available: AvailableAddons) -> None:
    """Bring the kernel's and all enabled add-ons' tables and seeds up to the code, each in one transaction."""
    enabled = await enabled_addons()
    for name in [KERNEL, *(name for name in available.manifests if name in enabled)]:
        async with transaction():
            await one_at_a_time()
            with _as_if(available, enabled), elevated():
                await _bring_up(available, name)
            await records.bump_revision()
