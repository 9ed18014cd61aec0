"""How many SQL statements each list costs, however many rows it has."""

from __future__ import annotations

import json
from pathlib import Path

from guanxi.cli.prepare import load_demo_data
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.db import count_statements
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.kernel.web.browser import Browser

MOST = 6
NOW_AND_THEN = ("SELECT revision FROM guanxi_company", "UPDATE guanxi_session SET seen_at")
"""sent once a second, and once a minute, by whichever page comes then"""
VIEWS = ("", "/board", "/pivot", "/calendar")
PINNED = Path(__file__).with_name("statements.json")
"""by address: how many it takes now. A change belongs into the same commit as its cause."""


async def test_lists_cost_as_many_statements_as_written_down(directory: Directory, inside: Company) -> None:
    await load_demo_data()
    app = create_app(directory, Settings(data=directory.data))
    async with Browser(app) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        found = {}
        for resource in inside.catalog.resources.values():
            for view in VIEWS:
                path = f"{resource.path}{view}"
                if (await browser.get(path)).status_code == 200:  # once for what is kept per process
                    with count_statements() as statements:
                        await browser.get(path)
                    found[path] = sum(not sql.startswith(NOW_AND_THEN) for sql in statements.sql)
    assert {path: count for path, count in found.items() if count > MOST} == {}
    assert found == json.loads(PINNED.read_text())
