"""Making a company: its database, the kernel's tables, its state, its first administrator, its add-ons."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import asyncpg

from guanxi.auth.users import create_user
from guanxi.company.directory import Directory
from guanxi.company.errors import CompanyExists
from guanxi.company.lifecycle import enable, upgrade
from guanxi.company.state import load_company
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import (
    Context,
    close_context,
    create_database,
    database_exists,
    drop_database,
    execute,
    migrations,
    open_context,
    transaction,
)
from guanxi.i18n import _, translate

_LOCK = 0x67783


async def create_company(
    directory: Directory,
    name: str,
    *,
    title: str,
    hosts: tuple[str, ...] = (),
    addons: tuple[str, ...] = (),
    admin_password: str,
    zone: str = "Asia/Shanghai",
    currency: str = "CNY",
    locale: str = "zh_CN",
    fill: Callable[[], Awaitable[None]] | None = None,
) -> Company:
    """A new company with `addons` enabled and the administrator `admin`. Raises CompanyExists, InvalidInput.

    It is made in a database of another name, and named and listed at once when it is complete: an attempt that was
    cut off leaves no half company, and the next one clears it away. `fill` runs inside the company before that.
    """
    async with _alone(directory):
        database = await directory.check_free(name, hosts)
        if await database_exists(directory.url, database):
            raise CompanyExists(name=name)
        draft = f"{database}_new"
        await drop_database(directory.url, draft)
        url = await create_database(directory.url, draft)
        context = await open_context(url, directory.available.tortoise_apps())

        async def present() -> Company:
            files = directory.data / "files" / name
            return await load_company(name, hosts, url, context, directory.available, files)

        try:
            await _make_tables(directory, context, (title, zone, currency, locale))
            with context, use_actor(SYSTEM):
                with use_company(await present()):
                    await upgrade(directory.available)
                    name_shown = translate(_("Administrator"), locale)
                    await create_user("admin", name_shown, admin_password, administrator=True, locale=locale)
                for addon in addons:
                    with use_company(await present()):
                        await enable(directory.available, addon)
                if fill is not None:
                    with use_company(await present()):
                        await fill()
        finally:
            await close_context(context)
        await directory.adopt(name, hosts, draft=draft)
    return await directory.by_name(name)


@asynccontextmanager
async def _alone(directory: Directory) -> AsyncIterator[None]:
    """One company is made at a time, by whichever process. The others wait on connections of their own."""
    connection = await asyncpg.connect(directory.url, timeout=10)
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        yield
    finally:
        await connection.close()


async def _make_tables(directory: Directory, context: Context, state: tuple[str, str, str, str]) -> None:
    with context:
        async with transaction():
            await migrations.upgrade("guanxi", directory.available.migrations("guanxi"))
            await execute(
                "INSERT INTO guanxi_company (id, revision, title, zone, currency, locale)"
                " VALUES (1, 1, $1, $2, $3, $4)",
                *state,
            )
