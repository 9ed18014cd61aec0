"""KB of the heaviest page of the demo company with its style sheets and scripts, all as they travel (gzip)."""

from __future__ import annotations

import gzip
import re

import httpx

from benchmarks.harness import Machine, Result, browser_of, company_and_app, cookies_of
from guanxi.cli.prepare import load_demo_data
from guanxi.context import Company
from guanxi.db import fetch, fetch_value

_PAGES = ("/", "/account", "/settings", "/settings/company", "/addons", "/notifications", "/palette?q=a", "/ui")
_VIEWS = ("", "/new", "/board", "/pivot", "/calendar", "/import")
_PARTS = re.compile(r'(?:src|href)="(/[^"]+\.(?:js|css)(?:\?[^"]*)?)"')
_EMPTY = '<!doctype html><html lang="en"><title>x</title><link rel="stylesheet" href="x"><script src="x"></script>'


async def measure(servers: Machine) -> Result:
    """The floor is an empty page with the style sheets and scripts of the heaviest one."""
    async with company_and_app(servers) as (company, app):
        await load_demo_data()
        admin = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'admin'")
        weights: dict[str, tuple[int, int]] = {}
        async with browser_of(app, await cookies_of(admin)) as client:
            for path in await _paths(company):
                weights.update(await _weigh(client, path))
    heaviest = sorted(weights, key=lambda path: -sum(weights[path]))
    for path in heaviest[:5]:
        page, parts = weights[path]
        print(f"  {(page + parts) / 1024:.1f} KB {path}: {page / 1024:.1f} KB and {parts / 1024:.1f} KB with it")
    page, parts = weights[heaviest[0]]
    return Result((page + parts) / 1024, (len(gzip.compress(_EMPTY.encode())) + parts) / 1024, "KB")


async def _paths(company: Company) -> list[str]:
    found = list(_PAGES)
    for resource in company.catalog.resources.values():
        found += [f"{resource.path}{view}" for view in _VIEWS]
        rows = await fetch(f'SELECT id FROM "{resource.model._meta.db_table}" ORDER BY id DESC LIMIT 3')
        found += [f"{resource.path}/{row['id']}" for row in rows]
    return found


async def _weigh(client: httpx.AsyncClient, path: str) -> dict[str, tuple[int, int]]:
    """Bytes of the page and of what it loads; nothing where the resource has no such page."""
    response = await client.get(path)
    if response.status_code != 200:
        assert response.status_code in (303, 403, 404), (path, response.status_code)
        return {}
    parts = [await client.get(part) for part in sorted(set(_PARTS.findall(response.text)))]
    return {path: (_bytes(response), sum(map(_bytes, parts)))}


def _bytes(response: httpx.Response) -> int:
    """As it travelled: httpx unpacks contents, but leaves the header."""
    return int(response.headers["content-length"])
