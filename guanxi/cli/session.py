"""What commands share: the add-ons, the directory, and working in one company."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import asyncpg

from guanxi.addons import AvailableAddons, load_addons
from guanxi.cli.servers import running_servers
from guanxi.company import Directory
from guanxi.context import SYSTEM, use_actor, use_company
from guanxi.errors import ConfigurationError
from guanxi.i18n import _
from guanxi.kernel import kernel_offer
from guanxi.settings import ROOT, Settings, read_settings

Result = TypeVar("Result")


class DatabaseUnavailable(ConfigurationError):
    code = "database_unavailable"
    message = _("The database does not answer: {cause}")


def addon_folders(settings: Settings) -> tuple[Path, ...]:
    return (ROOT / "modules", *settings.addons_path)


def load_available(settings: Settings) -> AvailableAddons:
    """The kernel and all add-ons found. Raises ConfigurationError where one is broken."""
    return load_addons(kernel_offer(), addon_folders(settings))


@asynccontextmanager
async def open_directory(settings: Settings, available: AvailableAddons) -> AsyncIterator[Directory]:
    assert settings.database_url is not None, "the server runs by now"
    directory = Directory(settings.database_url, available, settings.data)
    try:
        await directory.open()
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise DatabaseUnavailable(cause=error) from error
    try:
        yield directory
    finally:
        await directory.close()


def keep_for_good() -> None:
    """What is in memory by now stays: no garbage collection looks at it again, a tenth of the time of heavy jobs."""
    gc.collect()
    gc.freeze()


def run_with_directory(work: Callable[[Directory], Awaitable[Result]]) -> Result:
    """Runs `work` with an open directory, as the system."""

    async def run() -> Result:
        async with open_directory(settings, available) as directory:
            with use_actor(SYSTEM):
                return await work(directory)

    settings = read_settings()
    available = load_available(settings)
    with running_servers(settings) as addresses:
        settings = read_settings({**os.environ, **addresses})
        return asyncio.run(run())


def run_in_company(name: str, work: Callable[[Directory], Awaitable[Result]]) -> Result:
    """Runs `work` inside the company `name`, as the system. Raises NoSuchCompany."""

    async def run(directory: Directory) -> Result:
        with use_company(await directory.by_name(name)):
            return await work(directory)

    return run_with_directory(run)
