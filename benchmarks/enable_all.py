"""Seconds to enable all add-ons in an empty company."""

from __future__ import annotations

import runpy
import time

import asyncpg

from benchmarks.harness import PASSWORD, Machine, Result, available_addons, medians, open_directory
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, create_company, enable
from guanxi.context import SYSTEM, use_actor, use_company

ROUNDS = 5


async def measure(servers: Machine) -> Result:
    available = available_addons()
    scripts = await _scripts(available)
    async with open_directory(servers, available) as directory:
        value, floor = await medians(
            ROUNDS, lambda: _enabled(directory, available), lambda: _executed(directory, scripts)
        )
    print(f"  {len(available.manifests)} add-ons in {value:.2f} s, their migrations' bare SQL in {floor:.2f} s")
    return Result(value, floor, "s")


async def _scripts(available: AvailableAddons) -> list[str]:
    """The SQL of all add-ons' migrations, in the order of enabling."""
    files = [
        path
        for addon in available.manifests
        for path in sorted(available.migrations(addon).glob("[0-9]*.py"), key=lambda path: int(path.name.split("_")[0]))
    ]
    return [await runpy.run_path(str(path))["upgrade"](None) for path in files]


async def _empty(directory: Directory) -> str:
    """A new company without add-ons."""
    name = f"empty{len(await directory.entries())}"
    await create_company(directory, name, title="Empty", admin_password=PASSWORD)
    return name


async def _enabled(directory: Directory, available: AvailableAddons) -> float:
    name = await _empty(directory)
    started = time.perf_counter()
    for addon in available.manifests:
        with use_company(await directory.refresh(name)), use_actor(SYSTEM):
            await enable(available, addon)
    return time.perf_counter() - started


async def _executed(directory: Directory, scripts: list[str]) -> float:
    company = await directory.by_name(await _empty(directory))
    connection = await asyncpg.connect(company.database_url)
    try:
        started = time.perf_counter()
        for script in scripts:
            await connection.execute(script)
        return time.perf_counter() - started
    finally:
        await connection.close()
