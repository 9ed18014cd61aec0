"""A Guanxi of several processes on servers of the tests' own, and a client that does not give up."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from guanxi.addons import AvailableAddons
from guanxi.auth import create_api_key
from guanxi.cli.listen import listen
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import create_database, database_url, drop_database, fetch_value
from tests.chaos.forks import PATIENCE, Forks

NAME = "chaos"


@dataclass(slots=True)
class Installation:
    directory: Directory
    forks: Forks
    listeners: list[Any]
    key: str
    redis_url: str
    processes: dict[int, str] = field(default_factory=dict)
    """what each living process was started by"""

    def address(self, listener: int = 0) -> str:
        return f"http://127.0.0.1:{self.listeners[listener].getsockname()[1]}"

    def web(self, listener: int = 0) -> str:
        return f"web {self.listeners[listener].fileno()}"

    async def start(self, order: str) -> int:
        pid = await asyncio.to_thread(self.forks.start, order)
        self.processes[pid] = order
        return pid

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    async def company(self) -> Company:
        return await self.directory.by_name(NAME)

    async def wait_until_served(self, listener: int = 0) -> None:
        deadline = time.monotonic() + PATIENCE
        async with httpx.AsyncClient(base_url=self.address(listener), timeout=5) as client:
            while True:
                try:
                    if (await client.get("/readyz")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                assert time.monotonic() < deadline, "nobody serves"
                await asyncio.sleep(0.05)


@asynccontextmanager
async def installed(
    postgres_url: str, redis_url: str, available: AvailableAddons, template: str, data: Path, listeners: int = 1
) -> AsyncIterator[Installation]:
    """Its company is a copy of the database `template`; no process runs yet."""
    name = f"c{uuid.uuid4().hex[:12]}"
    directory = Directory(database_url(postgres_url, name), available, data)
    await directory.open()
    await create_database(postgres_url, f"{name}_{NAME}", template=template)
    await directory.adopt(NAME, ("127.0.0.1",))
    with use_company(await directory.by_name(NAME)), use_actor(SYSTEM):
        admin = await fetch_value("SELECT id FROM guanxi_user WHERE administrator LIMIT 1")
        key = (await create_api_key(admin, "chaos")).key
    sockets = [listen("127.0.0.1", 0) for _ in range(listeners)]
    environment = {
        "DATABASE_URL": directory.url,
        "REDIS_URL": redis_url,
        "GUANXI_DATA": str(data),
        "PROMETHEUS_MULTIPROC_DIR": str(data),
        "GUANXI_LOG_FORMAT": "json",
    }
    forks = await asyncio.to_thread(
        Forks, environment, tuple(listener.fileno() for listener in sockets), data / "processes.log"
    )
    try:
        yield Installation(directory, forks, sockets, key, redis_url)
    finally:
        await asyncio.to_thread(forks.end)
        for listener in sockets:
            listener.close()
        await directory.close()
        await drop_database(postgres_url, f"{name}_{NAME}")
        await drop_database(postgres_url, name)


async def insist(client: httpx.AsyncClient, method: str, path: str, **request: Any) -> httpx.Response:
    """The first answer that is neither a broken connection nor a 5xx, asking until it comes."""
    deadline = time.monotonic() + PATIENCE * 2
    while True:
        try:
            answer = await client.request(method, path, **request)
            if answer.status_code < 500:
                return answer
        except httpx.TransportError:
            pass
        assert time.monotonic() < deadline, f"no answer to {method} {path}"
        await asyncio.sleep(0.1)
