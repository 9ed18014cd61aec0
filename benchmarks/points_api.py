"""Redemptions a second through the API on a web process, by the example of a till on 16 connections."""

from __future__ import annotations

import asyncio
import itertools
import random
import statistics
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import httpx
import orjson

from benchmarks.customers import load_customers
from benchmarks.harness import Machine, Result, medians, one_company, user_with
from benchmarks.processes import bare_web, guanxi_web, serve
from crm_loyalty import services
from examples.points_client import PointsClient
from guanxi import clock
from guanxi.auth import create_api_key
from guanxi.db import fetch

MEMBERS = 500
CONNECTIONS = 16
EACH = 20
"""redemptions of one connection in one round"""
ROUNDS = 5
_BARE = (
    "SELECT id, points, balance_after"
    " FROM crm_loyalty_spend(crm_loyalty_type('points'), 'redeem', $1, $2, $3, '', now(), NULL, 'bare')"
)
_sources = itertools.count(1)


async def measure(servers: Machine) -> Result:
    """The floor is Starlette and asyncpg around the SQL function: no key, no permissions, no record of the request."""
    async with one_company(servers) as company:
        seller = await user_with("till", "manager")
        await load_customers(MEMBERS, [seller])
        members = [row["id"] for row in await fetch("SELECT id FROM crm_core_customer ORDER BY id")]
        await services.earn_for_purchases(
            [services.Purchase(id, 100_000_000, "CNY", f"order:{id}", clock.now()) for id in members]
        )
        key = (await create_api_key(seller, "till")).key
        orders = {"url": company.database_url, "statements": [_BARE]}
        with (
            serve(guanxi_web(), servers.orders, servers.folder) as ours,
            serve(bare_web(), orders, servers.folder) as bare,
        ):
            async with _tills(ours.url, key) as tills, _browsers(bare.url) as browsers:
                seconds: list[float] = []
                steps = [_through_api(till) for till in tills]
                floor_steps = [_through_bare(browser) for browser in browsers]
                await _round(steps, members, [])
                value, floor = await medians(
                    ROUNDS, lambda: _round(steps, members, seconds), lambda: _round(floor_steps, members, [])
                )
    p99 = statistics.quantiles(seconds, n=100)[98] * 1000
    print(f"  {value:,.0f} a second (p99 {p99:.0f} ms), Starlette around the SQL function {floor:,.0f}")
    return Result(value, floor, "redemptions/s")


Step = Callable[[int, int, str], Any]


def _through_api(till: PointsClient) -> Step:
    return till.redeem


def _through_bare(browser: httpx.AsyncClient) -> Step:
    async def redeem(customer_id: int, points: int, source: str) -> None:
        query = orjson.dumps([0, customer_id, points, source]).decode()
        (await browser.get("/rows", params={"q": query})).raise_for_status()

    return redeem


@asynccontextmanager
async def _tills(url: str, key: str) -> AsyncIterator[list[PointsClient]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(PointsClient(url, key)) for _n in range(CONNECTIONS)]


@asynccontextmanager
async def _browsers(url: str) -> AsyncIterator[list[httpx.AsyncClient]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(httpx.AsyncClient(base_url=url)) for _n in range(CONNECTIONS)]


async def _round(steps: list[Step], members: list[int], seconds: list[float]) -> float:
    """Redemptions a second."""
    dice = random.Random(next(_sources))

    async def connection(step: Step) -> None:
        for _n in range(EACH):
            started = time.perf_counter()
            await step(dice.choice(members), dice.randint(1, 20), f"load:{next(_sources)}")
            seconds.append(time.perf_counter() - started)

    started = time.perf_counter()
    await asyncio.gather(*map(connection, steps))
    return len(steps) * EACH / (time.perf_counter() - started)
