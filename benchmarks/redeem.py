"""Redemptions a second on 16 connections, one of twenty by the same member."""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import asyncpg

from benchmarks.customers import load_customers
from benchmarks.harness import Machine, Result, medians, one_company
from crm_loyalty import services
from guanxi import clock
from guanxi.db import fetch, fetch_value, transaction

MEMBERS = 1_000
CONNECTIONS = 16
EACH = 100
"""redemptions of one connection in one round"""
ROUNDS = 7
_HOT = 20
_BARE = (
    "SELECT id, points, balance_after"
    " FROM crm_loyalty_spend(crm_loyalty_type('points'), 'redeem', $1, $2, $3, '', $4, NULL, 'bare')"
)

Redeem = Callable[[int, int, str], Awaitable[object]]


@dataclass(slots=True)
class Side:
    """One way to redeem, and how long each call took."""

    name: str
    redeem: Redeem
    rounds: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def p99(self) -> float:
        """Milliseconds."""
        return statistics.quantiles(self.seconds, n=100)[98] * 1000


async def measure(servers: Machine) -> Result:
    os.environ["GUANXI_DB_POOL"] = str(CONNECTIONS)
    async with (
        one_company(servers) as company,
        asyncpg.create_pool(company.database_url, min_size=CONNECTIONS, max_size=CONNECTIONS) as pool,
    ):
        members = await _members()
        ours, bare = (
            Side("ours", _through_service),
            Side("bare", lambda *args: pool.fetchrow(_BARE, *args, clock.now())),
        )
        for side in (ours, bare):
            await _round(side, members)
            side.seconds.clear()
        value, floor = await medians(ROUNDS, lambda: _round(ours, members), lambda: _round(bare, members))
    print(f"  {value:,.0f} a second (p99 {ours.p99:.1f} ms), the SQL function alone {floor:,.0f} ({bare.p99:.1f} ms)")
    return Result(value, floor, "redemptions/s")


async def _through_service(customer_id: int, points: int, source: str) -> None:
    """In a transaction, as the API calls it; the source makes it happen once."""
    async with transaction():
        await services.redeem(customer_id, points, source)


async def _members() -> list[int]:
    """Customers with five lots of points each."""

    await load_customers(MEMBERS, [await fetch_value("SELECT id FROM guanxi_user LIMIT 1")])
    members = [row["id"] for row in await fetch("SELECT id FROM crm_core_customer ORDER BY id")]
    for lot in range(5):
        purchases = [services.Purchase(id, 100_000_000, "CNY", f"order:{id}:{lot}", clock.now()) for id in members]
        await services.earn_for_purchases(purchases)
    return members


async def _round(side: Side, members: list[int]) -> float:
    """Redemptions a second."""
    side.rounds += 1
    started = time.perf_counter()
    await asyncio.gather(*(_connection(side, members, number) for number in range(CONNECTIONS)))
    return CONNECTIONS * EACH / (time.perf_counter() - started)


async def _connection(side: Side, members: list[int], number: int) -> None:
    dice = random.Random(side.rounds * CONNECTIONS + number)
    for call in range(EACH):
        member = members[0] if dice.randrange(_HOT) == 0 else dice.choice(members)
        source = f"{side.name}:{side.rounds}:{number}:{call}"
        started = time.perf_counter()
        await side.redeem(member, dice.randint(1, 20), source)
        side.seconds.append(time.perf_counter() - started)
