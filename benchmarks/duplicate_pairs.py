"""Milliseconds that 95 of 100 pages of doubles stay below, over 100,000 customers whose names are compared by a job."""

from __future__ import annotations

import statistics
import time

import asyncpg
import httpx

from benchmarks.duplicates_p95 import load_named
from benchmarks.harness import Machine, Result, browser_of, company_and_app, cookies_of, user_with
from crm_core import merging_pairs
from crm_core.pair_finding import AT_ONCE, look_again
from guanxi.db import execute, fetch_value, transaction

COUNT = 100_000
SELLERS = 20
PAGES = 60
_PATH = "/api/v1/crm_core/doubles"
_BARE = """
SELECT p.*, a.*, b.* FROM crm_core_alike p JOIN crm_core_customer a ON a.id = p.one_id
JOIN crm_core_customer b ON b.id = p.other_id
WHERE p.confidence <= $1 AND (p.confidence < $1 OR (p.one_id, p.other_id) > ($2, $3))
ORDER BY p.confidence DESC, p.one_id, p.other_id LIMIT $4
"""


async def measure(servers: Machine) -> Result:
    async with company_and_app(servers) as (company, app):
        boss = await user_with("boss", "manager")
        sellers = [await user_with(f"seller{number}", "sales") for number in range(SELLERS)]
        await load_named(company.database_url, sellers, COUNT)
        start = time.monotonic()
        while await _step() == AT_ONCE:
            continue
        await execute("ANALYZE crm_core_alike")
        pairs = await fetch_value("SELECT count(*) FROM crm_core_alike")
        print(f"  {COUNT} customers compared in {time.monotonic() - start:.0f} s: {pairs} pairs", flush=True)
        bare = await asyncpg.connect(company.database_url, server_settings={"jit": "off", "timezone": "UTC"})
        try:
            async with browser_of(app, await cookies_of(boss)) as client:
                ours, floor = await _pages(client, bare)
        finally:
            await bare.close()
    print(f"  {len(ours)} pages: median {statistics.median(ours):.1f} ms, longest {max(ours):.1f}")
    return Result(_p95(ours), _p95(floor), "ms")


async def _step() -> int:
    async with transaction():
        return await look_again()


async def _pages(client: httpx.AsyncClient, bare: asyncpg.Connection) -> tuple[list[float], list[float]]:
    """Milliseconds of one page after another, ours and asked by SQL alone."""
    ours: list[float] = []
    floor: list[float] = []
    after = ""
    for _page in range(PAGES):
        start = time.perf_counter()
        response = await client.get(_PATH, params={"after": after} if after else {})
        ours.append((time.perf_counter() - start) * 1000)
        assert response.status_code == 200, response.text[:400]
        start = time.perf_counter()
        await bare.fetch(_BARE, *(merging_pairs.read_after(after) or (100, 0, 0)), merging_pairs.PAGE + 1)
        floor.append((time.perf_counter() - start) * 1000)
        after = response.json()["after"]
    return ours, floor


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
