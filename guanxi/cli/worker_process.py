"""The inside of a worker process."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Iterable

import asyncpg
import uvloop

from guanxi.addons import AvailableAddons
from guanxi.cli.servers import running_servers
from guanxi.cli.session import keep_for_good, load_available, open_directory
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.errors import GuanxiError
from guanxi.jobs import serve_jobs
from guanxi.logs import configure_logs
from guanxi.settings import Settings, read_settings

log = logging.getLogger("guanxi.worker")


def run_alone() -> None:
    """A worker that nobody supervises."""
    with running_servers(read_settings()) as addresses:
        settings = read_settings({**os.environ, **addresses})
        run(settings, load_available(settings))


def run(settings: Settings, available: AvailableAddons) -> None:
    """Runs jobs until a signal."""
    configure_logs(settings.log_format, "worker")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, available))


async def _serve(settings: Settings, available: AvailableAddons) -> None:
    async with open_directory(settings, available) as directory:

        async def companies() -> Iterable[Company]:
            return [company for name in await directory.entries() if (company := await _open(directory, name))]

        keep_for_good()
        await serve_jobs(companies, settings.redis_url)


async def _open(directory: Directory, name: str) -> Company | None:
    """None for a company that cannot be opened now, such as one just being made."""
    try:
        return await directory.by_name(name)
    except (GuanxiError, asyncpg.PostgresError, OSError) as error:
        log.warning("the company %s cannot be opened: %s", name, error)
        return None
