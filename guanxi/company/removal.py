"""Removing an add-on for good: a dry run that counts, an archive, then its migrations undone."""

from __future__ import annotations

import asyncio
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from guanxi import clock, records
from guanxi.addons import AvailableAddons
from guanxi.addons.errors import StillNeeded
from guanxi.addons.validation import models_in
from guanxi.company.errors import RemovalOutdated
from guanxi.company.lifecycle import one_at_a_time
from guanxi.company.state import enabled_addons
from guanxi.context import current_company
from guanxi.db import copy_json, execute, fetch, fetch_value, migrations, transaction
from guanxi.i18n import listed
from guanxi.records.blobs import sync_folder

SETTLE_SECONDS = 3.0
"""after disabling; processes follow within two"""
_LONG = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = '10min'"
"""Tables are copied as fast as they are packed; while the last of it goes to the disk the transaction is idle."""


@dataclass(frozen=True, slots=True)
class RemovalPlan:
    """What removing `addon` would delete: rows by table, and its jobs that have not run."""

    addon: str
    tables: dict[str, int]
    waiting_jobs: int

    @property
    def rows(self) -> int:
        return sum(self.tables.values())


async def _tables(addon: str) -> list[str]:
    rows = await fetch(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
        " AND relname LIKE $1 ORDER BY relname",
        addon.replace("_", "\\_") + "\\_%",
    )
    return [row["relname"] for row in rows]


def _own(available: AvailableAddons, addon: str, tables: list[str]) -> Iterator[str]:
    """Tables of `addon`, and not of an add-on whose name merely begins with the same words."""
    others = [name for name in available.offers if name.startswith(f"{addon}_")]
    for table in tables:
        if not any(table.startswith(f"{name}_") for name in others):
            yield table


async def kept_rows(available: AvailableAddons) -> dict[str, int]:
    """About how many rows each add-on has here, by the database's own statistics."""
    rows = await fetch("SELECT relname, n_live_tup FROM pg_stat_user_tables WHERE schemaname = 'public'")
    counts = {row["relname"]: int(row["n_live_tup"]) for row in rows}
    return {
        addon: sum(counts[table] for table in _own(available, addon, [t for t in counts if t.startswith(f"{addon}_")]))
        for addon in available.manifests
    }


async def plan_removal(available: AvailableAddons, addon: str) -> RemovalPlan:
    """The dry run. Raises StillNeeded where an enabled add-on, or one whose data is kept, needs this one."""
    kept = {row["name"] for row in await fetch("SELECT name FROM guanxi_addon")}
    if needing := [name for name in available.dependents(addon) if name in kept]:
        raise StillNeeded(addon=addon, others=listed(needing))
    counts = {}
    for table in _own(available, addon, await _tables(addon)):
        counts[table] = int(await fetch_value(f'SELECT count(*) FROM "{table}"'))
    jobs = await fetch_value(
        "SELECT count(*) FROM guanxi_job WHERE addon = $1 AND state IN ('waiting', 'running')", addon
    )
    return RemovalPlan(addon, counts, int(jobs))


async def remove(available: AvailableAddons, addon: str, *, expected_rows: int | None = None) -> Path:
    """Write the archive, then drop the add-on's tables, jobs and settings; returns the archive's path.

    `expected_rows`: what the user was shown; raises RemovalOutdated where it is not so any more.
    """
    await _settled(addon)
    async with transaction():
        await one_at_a_time()
        for table in (await plan_removal(available, addon)).tables:
            await execute(f'LOCK TABLE "{table}" IN ACCESS EXCLUSIVE MODE')
        plan = await plan_removal(available, addon)
        if expected_rows is not None and plan.rows != expected_rows:
            raise RemovalOutdated(rows=plan.rows)
        await execute(_LONG)
        archive = await _write_archive(plan)
        if list(models_in(available.offers[addon])):
            await migrations.downgrade(addon, available.migrations(addon))
        await execute("DELETE FROM guanxi_job WHERE addon = $1", addon)
        await execute("DELETE FROM guanxi_schedule WHERE job LIKE $1", addon.replace("_", "\\_") + ".%")
        await execute("DELETE FROM guanxi_settings WHERE split_part(addon, '.', 1) = $1", addon)
        await execute("DELETE FROM guanxi_custom_field WHERE split_part(resource, '/', 1) = $1", addon)
        await execute("DELETE FROM guanxi_addon WHERE name = $1", addon)
        await records.audit("remove", "guanxi/addons", None, label=addon, after={"rows": plan.rows})
        await records.bump_revision()
    return archive


async def _settled(addon: str) -> None:
    """Wait until every process has learned that the add-on is disabled, and has ended what it began with it."""
    age = await fetch_value(
        "SELECT extract(epoch FROM clock_timestamp() - enabled_at)::float8 FROM guanxi_addon WHERE name = $1", addon
    )
    if age is not None and 0 <= age < SETTLE_SECONDS:
        await asyncio.sleep(SETTLE_SECONDS - age)


async def _write_archive(plan: RemovalPlan) -> Path:
    """Safe on disk when it returns: a ZIP file with a manifest, and for each table one JSON object a line."""
    company = current_company()
    folder = company.files.parent.parent / "archives" / company.name
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    path = folder / f"{plan.addon}-{stamp}.zip"
    version = await fetch_value("SELECT version FROM guanxi_addon WHERE name = $1", plan.addon)
    manifest = {
        "addon": plan.addon,
        "version": version,
        "company": company.name,
        "at": stamp,
        "tables": plan.tables,
    }
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_suffix(".partial")
    try:
        with partial.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("manifest.json", msgspec.json.format(msgspec.json.encode(manifest)))
                for table in plan.tables:
                    with archive.open(f"{table}.jsonl", "w", force_zip64=True) as member:
                        await copy_json(f'SELECT to_jsonb(t) FROM "{table}" t', member)
            file.flush()
            await asyncio.to_thread(os.fsync, file.fileno())
        partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)
    for each in (folder, folder.parent, folder.parent.parent):
        await asyncio.to_thread(sync_folder, each)
    return path


async def removable(available: AvailableAddons) -> set[str]:
    """Add-ons that are not enabled and have data here."""
    enabled = await enabled_addons()
    return {row["name"] for row in await fetch("SELECT name FROM guanxi_addon")} - enabled - {"guanxi"}
