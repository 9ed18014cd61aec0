"""Servers that go away and come back, and add-ons that come and go, while requests run."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from crm_receivables.jobs import MARK_OVERDUE
from guanxi.addons import AvailableAddons
from guanxi.cli.listen import listen
from guanxi.company import Directory, create_company, disable, enable
from guanxi.context import SYSTEM, use_actor, use_company
from guanxi.db import EmbeddedPostgres, EmbeddedValkey, database_url, fetch_value
from guanxi.jobs import enqueue
from tests.chaos.installation import Installation, installed
from tests.conftest import ADMIN_PASSWORD
from tests.kernel.cli.processes import PATIENCE, Process, command_line, descendants, status_of

FOLLOW = 2.0
"""seconds within which everything follows"""


@dataclass(slots=True)
class Log:
    """What was answered when: moments of the start and the end, and the status; 0 for a connection that broke."""

    entries: list[tuple[float, float, int]] = field(default_factory=list)

    def statuses(self, wanted: Callable[[float, float], bool] = lambda start, end: True) -> set[int]:
        return {status for start, end, status in self.entries if wanted(start, end)}

    async def answered(self, since: float) -> None:
        """Until a request that began after that moment has its answer, however slow the machine is."""
        deadline = time.monotonic() + PATIENCE
        while not self.statuses(lambda start, end: start > since):
            assert time.monotonic() < deadline, "no answer any more"
            await asyncio.sleep(0.05)


@asynccontextmanager
async def asking(address: str, path: str, headers: dict[str, str], clients: int = 3) -> AsyncIterator[Log]:
    """Clients that ask for `path` all the time."""
    log, stop = Log(), asyncio.Event()

    async def one() -> None:
        async with httpx.AsyncClient(base_url=address, headers=headers, timeout=15) as client:
            while not stop.is_set():
                start = time.monotonic()
                try:
                    status = (await client.get(path)).status_code
                except httpx.TransportError:
                    status = 0
                log.entries.append((start, time.monotonic(), status))
                await asyncio.sleep(0.02)

    tasks = [asyncio.create_task(one()) for _ in range(clients)]
    try:
        yield log
    finally:
        stop.set()
        await asyncio.gather(*tasks)


async def test_addons_come_and_go_without_a_failed_request(installation: Installation) -> None:
    for listener in (0, 1):
        await installation.start(installation.web(listener))
        await installation.wait_until_served(listener)
    addresses = [installation.address(listener) for listener in (0, 1)]
    gone, there, headers = "/api/v1/crm_loyalty/rewards", "/api/v1/crm_core/customers", installation.headers
    available = installation.directory.available
    with use_company(await installation.directory.refresh(await _name(installation))), use_actor(SYSTEM):
        for needs_it in ("crm_membership", "crm_referrals", "crm_community"):
            await disable(available, needs_it)
    async with (
        asking(addresses[0], gone, headers) as first,
        asking(addresses[1], gone, headers) as second,
        asking(addresses[0], there, headers, 2) as kept,
        asking(addresses[1], there, headers, 2) as also_kept,
    ):
        for change, status in ((disable, 404), (enable, 200)) * 2:
            await asyncio.sleep(0.5)
            company = await installation.directory.refresh(await _name(installation))
            with use_company(company), use_actor(SYSTEM):
                await change(available, "crm_loyalty")
            changed = time.monotonic()
            await asyncio.sleep(FOLLOW + 0.5)
            for log in (first, second):
                await log.answered(changed + FOLLOW)
                late = log.statuses(lambda start, end, since=changed + FOLLOW: start > since)  # type: ignore[misc]
                assert late == {status}
    for log in (first, second):
        assert log.statuses() == {200, 404}
    for log in (kept, also_kept):
        assert log.statuses() == {200}


async def _name(installation: Installation) -> str:
    return (await installation.company()).name


@pytest.fixture
def postgres() -> Iterator[EmbeddedPostgres]:
    """One to stop: the session's own is for everybody."""
    directory = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
    directory.chmod(0o711)
    server = EmbeddedPostgres(directory, durable=False)
    server.start()
    yield server
    server.destroy()
    directory.rmdir()


async def small_company(url: str, available: AvailableAddons, data: Path) -> str:
    """The name of a company's database with few add-ons, to copy."""
    directory = Directory(database_url(url, "small"), available, data)
    await directory.open()
    try:
        addons = ("crm_core", "crm_contracts", "crm_receivables")
        await create_company(directory, "small", title="Small", addons=addons, admin_password=ADMIN_PASSWORD)
    finally:
        await directory.close()
    return "small_small"


async def test_a_restart_of_postgresql_fails_only_what_is_under_way(
    postgres: EmbeddedPostgres, valkey: EmbeddedValkey, available: AvailableAddons, tmp_path: Path
) -> None:
    url, redis_url = postgres.find(), valkey.find()
    assert url is not None and redis_url is not None
    template = await small_company(url, available, tmp_path)
    async with installed(url, redis_url, available, template, tmp_path) as installation:
        for order in (installation.web(), installation.web(), "worker"):
            await installation.start(order)
        await installation.wait_until_served()
        path = "/api/v1/crm_core/customers"
        async with asking(installation.address(), path, installation.headers) as log:
            await asyncio.sleep(1)
            await log.answered(0)
            down = time.monotonic()
            await asyncio.to_thread(postgres.stop)
            assert await asyncio.to_thread(postgres.start) == url
            up = time.monotonic()
            await asyncio.sleep(FOLLOW + 1)
            await log.answered(up + FOLLOW)
        assert log.statuses(lambda start, end: end < down) == {200}
        assert log.statuses() <= {200, 503}, "no unexpected error, and no connection of a client breaks"
        assert log.statuses(lambda start, end: start > up + FOLLOW) == {200}
        with use_company(await installation.company()), use_actor(SYSTEM):
            job = await enqueue(MARK_OVERDUE)
            deadline = time.monotonic() + 10
            while await fetch_value("SELECT state FROM guanxi_job WHERE id = $1", job) != "done":
                assert time.monotonic() < deadline, "the worker does not find its way back"
                await asyncio.sleep(0.1)


@pytest.fixture
async def empty_data(available: AvailableAddons) -> AsyncIterator[Path]:
    """A data directory whose server has a company without add-ons, so that `serve` need not make the demo."""
    directory = Path(tempfile.mkdtemp(prefix="guanxi-serve-"))
    directory.chmod(0o711)
    data = directory / "var"
    server = EmbeddedPostgres(data)
    url = await asyncio.to_thread(server.start)
    made = Directory(database_url(url, "guanxi"), available, data)
    await made.open()
    await create_company(made, "demo", title="Demo", hosts=("localhost",), admin_password=ADMIN_PASSWORD)
    await made.close()
    await asyncio.to_thread(server.stop)
    yield data
    shutil.rmtree(directory)


def _server(process: Process, word: str) -> int:
    """The embedded server itself, not what watches it."""
    found = [pid for pid in sorted(descendants(process.process.pid)) if f"/{word}" in command_line(pid).split(" ")[0]]
    return found[0]


def test_the_supervisor_starts_embedded_servers_again(empty_data: Path) -> None:
    with listen("127.0.0.1", 0) as probe:
        port = probe.getsockname()[1]
    process = Process(empty_data, "serve", GUANXI_PORT=str(port))
    try:
        process.wait_for("Guanxi is ready")
        for word, name in (("valkey-server", "valkey"), ("postgres", "postgres")):
            killed = _server(process, word)
            os.kill(killed, signal.SIGKILL)
            process.wait_for(f"the embedded {name} ended; starting it again")
            deadline = time.monotonic() + PATIENCE
            while not _is_ready(port, name):
                assert time.monotonic() < deadline, process.output
                time.sleep(0.1)
            assert _server(process, word) != killed
    finally:
        process.end()


def _is_ready(port: int, name: str) -> bool:
    """Whether `/readyz` sees the server again."""
    try:
        with urllib.request.urlopen(f"http://localhost:{port}/readyz", timeout=PATIENCE) as answer:
            checks = json.loads(answer.read())["checks"]
    except urllib.error.HTTPError as error:
        error.close()
        return False
    return bool(checks["redis" if name == "valkey" else "database"] == "ok" and status_of(port, "/sign-in") == 200)
