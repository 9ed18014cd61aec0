"""Companies to attack: the application over a copy of a company that has every kind of record."""

from __future__ import annotations

import asyncio
import logging
import shutil
import tempfile
import uuid
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import structlog
from starlette.types import ASGIApp

from guanxi.addons import AvailableAddons
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import create_database, database_url, drop_database
from guanxi.documents.process_pool import close_process_pool
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import Servers
from tests.security.watch import Watch, stop_vacuum

Result = TypeVar("Result")
HOSTS = ("testserver", "other.example")
"""of the companies `one` and `two`, which start as copies of the same database"""


class World:
    """Its own event loop, which the pools of connections belong to: use `run()`."""

    def __init__(self, name: str, servers: Servers, available: AvailableAddons, template: str, data: Path) -> None:
        self.name = name
        self.runner = asyncio.Runner()
        self.servers = servers
        self.template = template
        self.directory = Directory(database_url(servers.postgres_url, f"w{uuid.uuid4().hex[:12]}"), available, data)
        self.app: ASGIApp = create_app(self.directory, Settings(data=data))
        self.watch = Watch()
        self.one: Company
        self.two: Company

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Inside the company `one`, as the system."""

        async def inside() -> Result:
            with use_company(await self.directory.by_name("one")), use_actor(SYSTEM):
                return await work

        return self.runner.run(inside())

    async def _open(self) -> None:
        await self.directory.open()
        for name, host in zip(("one", "two"), HOSTS, strict=True):
            await create_database(self.servers.postgres_url, self.directory.database_of(name), template=self.template)
            await self.directory.adopt(name, (host,))
        self.one, self.two = await self.directory.by_name("one"), await self.directory.by_name("two")

    async def _close(self) -> None:
        await close_process_pool()
        await self.directory.close()
        for name in ("one", "two"):
            await drop_database(self.servers.postgres_url, self.directory.database_of(name))
        await drop_database(self.servers.postgres_url, self.directory.url.rpartition("/")[2])

    @contextmanager
    def opened(self) -> Iterator[World]:
        with self.runner, _without_access_log():
            try:
                self.runner.run(self._open())
                self.run(stop_vacuum(True))
                yield self
                self.run(stop_vacuum(False))
            finally:
                self.runner.run(self._close())


@contextmanager
def _without_access_log() -> Iterator[None]:
    """Thousands of lines, which nobody reads; errors are still told."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    try:
        yield
    finally:
        structlog.configure(**before)


async def fill(servers: Servers, available: AvailableAddons, source: str, target: str, work: Any) -> None:
    """Copies the company in the database `source` to `target` and runs `work` there."""
    data = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
    directory = Directory(database_url(servers.postgres_url, target.rpartition("_")[0]), available, data)
    await directory.open()
    try:
        await create_database(servers.postgres_url, target, template=source)
        await directory.adopt(target.rpartition("_")[2], ("testserver",))
        with use_company(await directory.by_name(target.rpartition("_")[2])), use_actor(SYSTEM):
            await work()
    finally:
        await directory.close()
        shutil.rmtree(data)
