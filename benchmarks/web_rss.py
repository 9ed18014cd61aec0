"""MB that one web process holds after 2,000 requests: pages, API, PDFs and sign-ins."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from urllib.parse import quote

import httpx

from benchmarks.harness import HOST, PASSWORD, Machine, Result, cookies_of, one_company
from benchmarks.processes import Server, bare_web, guanxi_web, resident_megabytes, serve
from guanxi.cli.prepare import load_demo_data
from guanxi.context import Company
from guanxi.db import fetch, fetch_value
from guanxi.declare.resources import Resource

REQUESTS = 2_000
_PDFS = 10
_SIGN_INS = 5
_ROWS = (
    "SELECT c.*, u.name AS owner_name FROM crm_core_customer c LEFT JOIN guanxi_user u ON u.id = c.owner_id"
    " WHERE c.archived = $1 ORDER BY c.name, c.id LIMIT 81"
)


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        await load_demo_data()
        admin = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'admin'")
        async with _started(guanxi_web(), servers, servers.orders, await cookies_of(admin)) as (ours, client):
            fresh = resident_megabytes(ours.pid)
            await _load(client, company)
            value = resident_megabytes(ours.pid)
        orders = {"url": company.database_url, "statements": [_ROWS]}
        async with _started(bare_web(), servers, orders, {}) as (bare, client):
            for _number in range(REQUESTS):
                await _get(client, f"/rows?q={quote(json.dumps([0, False]))}")
            floor = resident_megabytes(bare.pid)
    print(f"  {value:.0f} MB ({fresh:.0f} MB before the first request), bare {floor:.0f} MB")
    return Result(value, floor, "MB")


@asynccontextmanager
async def _started(
    command: tuple[str, ...], servers: Machine, orders: Mapping[str, object], cookies: dict[str, str]
) -> AsyncIterator[tuple[Server, httpx.AsyncClient]]:
    with serve(command, orders, servers.folder) as server:
        async with httpx.AsyncClient(
            base_url=server.url, cookies=cookies, headers={"Host": HOST}, timeout=60
        ) as client:
            yield server, client


async def _get(client: httpx.AsyncClient, path: str) -> None:
    response = await client.get(path)
    assert response.status_code == 200, (path, response.status_code, response.text[:500])


async def _load(client: httpx.AsyncClient, company: Company) -> None:
    """Every list and form there is, as pages and by the API, in an order by chance."""
    dice = random.Random(130)
    paths = ["/", "/account", "/api/openapi.json"]
    for resource in company.catalog.resources.values():
        paths += await _paths(resource)
    pdfs = [f"/crm_contracts/contracts/{id}/documents/contract?language=both" for id in await _signed()]
    rest = REQUESTS - _PDFS - _SIGN_INS
    chosen = [*paths, *dice.choices(paths, k=rest - len(paths)), *dice.choices(pdfs, k=_PDFS)]
    dice.shuffle(chosen)
    for number, path in enumerate(chosen):
        await _get(client, path)
        if number % (REQUESTS // _SIGN_INS) == 0:
            await _sign_in(client)


async def _paths(resource: Resource) -> list[str]:
    ids = await fetch(f'SELECT id FROM "{resource.model._meta.db_table}" ORDER BY id LIMIT 20')
    found = [resource.path, f"/api/v1{resource.path}?limit=80"]
    for row in ids:
        found += [f"{resource.path}/{row['id']}", f"/api/v1{resource.path}/{row['id']}"]
    return found


async def _signed() -> list[int]:
    rows = await fetch("SELECT id FROM crm_contracts_contract WHERE state = 'active' ORDER BY id LIMIT 5")
    return [row["id"] for row in rows]


async def _sign_in(client: httpx.AsyncClient) -> None:
    """In a browser of its own."""
    own = {"Host": HOST, "Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
    async with httpx.AsyncClient(base_url=client.base_url, headers=own, timeout=60) as browser:
        response = await browser.post("/sign-in", data={"login": "admin", "password": PASSWORD})
        assert response.status_code == 303, response.text[:500]
