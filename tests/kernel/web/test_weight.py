"""Pages stay light: our own scripts, and the heaviest screens with all that they load."""

from __future__ import annotations

import re

import pytest

from guanxi.cli.prepare import load_demo_data
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.db import fetch_value
from guanxi.settings import Settings
from guanxi.web import create_app
from guanxi.web.static_files import FOLDER
from tests.conftest import ADMIN_PASSWORD
from tests.kernel.web.browser import Browser

SCRIPTS = 25 * 1024
"""Bytes of all our scripts, as they are written"""
SHEETS = 40 * 1024
"""Bytes of all our style sheets, as they are written"""
PAGE = 40 * 1024
"""Bytes of a page with its style sheets and scripts, as they travel"""
_PAGES = ("/", "/account", "/settings/company", "/addons", "/notifications", "/palette?q=a", "/ui", "/portal/sign-in")
_VIEWS = ("", "/new", "/board", "/pivot", "/calendar")
_PARTS = re.compile(r'(?:src|href)="(/[^"]+\.(?:js|css)(?:\?[^"]*)?)"')


@pytest.mark.parametrize(("kind", "limit"), [("js", SCRIPTS), ("css", SHEETS)])
def test_what_every_page_loads_is_small(kind: str, limit: int) -> None:
    sizes = {path.name: path.stat().st_size for path in sorted((FOLDER / kind).iterdir())}
    assert sum(sizes.values()) <= limit, sizes


async def test_no_page_is_heavy(directory: Directory, inside: Company) -> None:
    await load_demo_data()
    weights: dict[str, int] = {}
    async with Browser(create_app(directory, Settings(data=directory.data))) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        for path in [*_PAGES, *await _paths(inside)]:
            answer = await browser.get(path)
            assert answer.status_code in (200, 303, 403, 404), path
            if answer.status_code == 200:
                parts = [await browser.get(part) for part in sorted(set(_PARTS.findall(answer.text)))]
                weights[path] = sum(int(each.headers["content-length"]) for each in (answer, *parts))
    assert len(weights) > 60
    assert {path: weight for path, weight in weights.items() if weight > PAGE} == {}


async def _paths(company: Company) -> list[str]:
    found = []
    for resource in company.catalog.resources.values():
        found += [f"{resource.path}{view}" for view in _VIEWS]
        last = await fetch_value(f'SELECT max(id) FROM "{resource.model._meta.db_table}"')
        found += [f"{resource.path}/{last}"] if last else []
    return found
