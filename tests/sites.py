"""Guanxi as users run it: `server.py serve` on a copy of a company's database; and the browser of the machine."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, sync_playwright

from guanxi.addons import AvailableAddons
from guanxi.cli.listen import listen
from guanxi.company import Directory
from guanxi.db import create_database, database_url, drop_database
from tests.conftest import Servers
from tests.kernel.cli.processes import Process

Result = TypeVar("Result")
COMPANY = "site"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def run(work: Coroutine[Any, Any, Result]) -> Result:
    """In a thread of its own: a browser that is open keeps an event loop running in this one."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(asyncio.run, work).result()


def _free_port() -> int:
    with listen("127.0.0.1", 0) as socket:
        return int(socket.getsockname()[1])


@contextmanager
def serving(servers: Servers, available: AvailableAddons, template: str) -> Iterator[str]:
    """The address of a web process and a worker with one company, a copy of the database `template`."""
    url = database_url(servers.postgres_url, f"s{uuid.uuid4().hex[:12]}")
    data = Path(tempfile.mkdtemp(prefix="guanxi-site-"))
    database = run(_make_company(url, available, template, data))
    port = str(_free_port())
    process = Process(
        data,
        "serve",
        DATABASE_URL=url,
        REDIS_URL=servers.redis_url,
        GUANXI_PORT=port,
        GUANXI_LOG_FORMAT="json",
    )
    try:
        process.wait_for("Guanxi is ready")
        yield f"http://localhost:{port}"
    finally:
        process.end()
        for name in (database, url.rpartition("/")[2]):
            run(drop_database(servers.postgres_url, name))
        shutil.rmtree(data)


async def _make_company(url: str, available: AvailableAddons, template: str, data: Path) -> str:
    directory = Directory(url, available, data)
    await directory.open()
    try:
        await create_database(url, directory.database_of(COMPANY), template=template)
        return await directory.adopt(COMPANY, ("localhost",))
    finally:
        await directory.close()


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium. Skips the test where the machine has none, and fails it where `CI` is set."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None and not os.environ.get("CI"):
        pytest.skip(f"no browser on this machine (looked for {', '.join(BROWSERS)})")
    assert path is not None, "no browser on this machine, and CI must have one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
