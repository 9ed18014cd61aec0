"""A Guanxi of real processes with an empty company, and the browser of the machine."""

from __future__ import annotations

import asyncio
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from guanxi.addons import AvailableAddons
from guanxi.cli.listen import listen
from guanxi.company import Directory
from guanxi.db import create_database, database_url, drop_database
from tests.conftest import Servers, Template
from tests.kernel.cli.processes import Process

pytest.register_assert_rewrite("tests.stories.steps")
COMPANY = "story"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def _free_port() -> int:
    with listen("127.0.0.1", 0) as socket:
        return int(socket.getsockname()[1])


@pytest.fixture
def site(servers: Servers, available: AvailableAddons, company_template: Template, tmp_path: Path) -> Iterator[str]:
    """The address of `server.py serve` with one company: every add-on enabled, nothing in it."""
    url = database_url(servers.postgres_url, f"s{uuid.uuid4().hex[:12]}")
    database = asyncio.run(_make_company(url, available, company_template.database, tmp_path))
    port = _free_port()
    process = Process(
        tmp_path,
        "serve",
        DATABASE_URL=url,
        REDIS_URL=servers.redis_url,
        GUANXI_PORT=str(port),
        GUANXI_LOG_FORMAT="json",
    )
    try:
        process.wait_for("Guanxi is ready")
        yield f"http://localhost:{port}"
    finally:
        process.end()
        for name in (database, url.rpartition("/")[2]):
            asyncio.run(drop_database(servers.postgres_url, name))


async def _make_company(url: str, available: AvailableAddons, template: str, data: Path) -> str:
    directory = Directory(url, available, data)
    await directory.open()
    try:
        await create_database(url, directory.database_of(COMPANY), template=template)
        return await directory.adopt(COMPANY, ("localhost",))
    finally:
        await directory.close()


@pytest.fixture
def chromium(site: str) -> Iterator[Browser]:
    """Comes after the site and goes before it: while it is there, this thread can run no other event loop."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None and not os.environ.get("CI"):
        pytest.skip(f"no browser on this machine (looked for {', '.join(_BROWSERS)})")
    assert path is not None, "no browser on this machine, and CI must have one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
