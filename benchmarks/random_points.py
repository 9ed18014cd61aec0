"""Random steps of the points program a second on 16 connections; afterwards every stored figure equals the ledger's."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import asyncpg

from benchmarks.customers import load_customers
from benchmarks.harness import Machine, Result, one_company
from crm_loyalty import check_ins, ledger, services
from crm_loyalty.campaign_choices import Activity, Trigger
from crm_loyalty.campaign_models import Campaign
from crm_loyalty.errors import NoAccount
from guanxi import Conflict, clock, create, current_company, fetch, fetch_value

STEPS = 200_000
MEMBERS = 300
CONNECTIONS = 16
_FLOOR = 5_000
_BARE = "SELECT id FROM crm_loyalty_spend(crm_loyalty_type('points'), 'redeem', $1, 1, $2, '', now(), NULL, 'bare')"

Step = Callable[["Lane"], Awaitable[object]]


@dataclass(slots=True)
class Lane:
    """One of the connections, with what it did that later steps may refer to."""

    number: int
    customers: Sequence[int]
    dice: random.Random
    done: Counter[str] = field(default_factory=Counter)
    orders: list[tuple[str, int]] = field(default_factory=list)
    redeemed: list[int] = field(default_factory=list)
    holds: list[int] = field(default_factory=list)
    steps: int = 0

    def source(self) -> str:
        self.steps += 1
        return f"random:{self.number}:{self.steps}"

    def customer(self) -> int:
        """One of twenty steps is of the same member."""
        return self.customers[0] if self.dice.randrange(20) == 0 else self.dice.choice(self.customers)

    def one_of(self, items: list[int]) -> int | None:
        return items.pop(self.dice.randrange(len(items))) if items else None


async def _order(lane: Lane) -> None:
    amount = lane.dice.randint(1, 30_000)
    at = clock.now() - timedelta(days=lane.dice.choice((0, 1, 30, 200, 365, 366, 400)))
    purchases = [
        services.Purchase(lane.customer(), amount, current_company().currency, lane.source(), at)
        for _n in range(lane.dice.choice((1, 1, 1, 5)))
    ]
    await services.earn_for_purchases(purchases)
    lane.orders += [(purchase.source, amount) for purchase in purchases]


async def _refund(lane: Lane) -> None:
    if lane.orders:
        source, amount = lane.dice.choice(lane.orders)
        await services.take_back(source, lane.dice.randint(1, amount), lane.source())


async def _redeem(lane: Lane) -> None:
    booked = await services.redeem(lane.customer(), lane.dice.randint(1, 200), lane.source())
    lane.redeemed.append(booked.entry_id)


async def _reverse(lane: Lane) -> None:
    entry = lane.one_of(lane.redeemed)
    if entry is not None:
        await services.reverse(entry, lane.source(), lane.dice.choice((None, 1)))


async def _hold(lane: Lane) -> None:
    held = await services.hold(lane.customer(), lane.dice.randint(1, 100), lane.source())
    lane.holds.append(held.hold_id)


async def _capture(lane: Lane) -> None:
    hold = lane.one_of(lane.holds)
    if hold is not None:
        booked = await services.capture(hold, lane.dice.choice((None, None, 1)))
        lane.redeemed.append(booked.entry_id)


async def _release(lane: Lane) -> None:
    hold = lane.one_of(lane.holds)
    if hold is not None:
        await services.release(hold)


async def _adjust(lane: Lane) -> None:
    points = lane.dice.choice((-50, -1, 1, 50))
    await services.adjust(lane.customer(), points, lane.source(), reason="random")


async def _check_in(lane: Lane) -> None:
    await check_ins.check_in(lane.customer())


async def _review(lane: Lane) -> None:
    await check_ins.reward_activity(lane.customer(), Activity.REVIEW, lane.source())


async def _expire(lane: Lane) -> None:
    await ledger.expire(0, 100)


_STEPS: dict[Step, int] = {
    _order: 30,
    _refund: 10,
    _redeem: 25,
    _reverse: 6,
    _hold: 8,
    _capture: 5,
    _release: 3,
    _adjust: 8,
    _check_in: 2,
    _review: 2,
    _expire: 1,
}


async def program() -> None:
    """Campaigns with each kind of limit, and for each kind of step."""
    usual = {"currency": current_company().currency, "points": 1}
    for values in (
        {"trigger": Trigger.PURCHASE, "amount": 500, "per_day": 20},
        {"trigger": Trigger.PURCHASE, "points": 5, "first_purchase": True},
        {"trigger": Trigger.PURCHASE, "points": 2, "budget": 2_000},
        {"trigger": Trigger.CHECK_IN},
        {"trigger": Trigger.ACTIVITY, "activity": Activity.REVIEW, "per_member": 30},
    ):
        await create(Campaign, {**usual, "name": "Random", **values})


async def run(customers: Sequence[int], steps: int, lanes: int, seed: int) -> Counter[str]:
    """What was done, by name of the step, and what was refused, by the refusal's code; all else is raised."""
    choices, weights = list(_STEPS), list(_STEPS.values())

    async def walk(lane: Lane) -> None:
        for step in lane.dice.choices(choices, weights, k=steps // lanes):
            try:
                await step(lane)
                lane.done[step.__name__.strip("_")] += 1
            except (Conflict, NoAccount) as refusal:
                lane.done[refusal.code] += 1

    walking = [Lane(number, customers, random.Random(seed * lanes + number)) for number in range(lanes)]
    await asyncio.gather(*map(walk, walking))
    return sum((lane.done for lane in walking), Counter())


async def measure(servers: Machine) -> Result:
    os.environ["GUANXI_DB_POOL"] = str(CONNECTIONS)
    async with (
        one_company(servers) as company,
        asyncpg.create_pool(company.database_url, min_size=CONNECTIONS, max_size=CONNECTIONS) as pool,
    ):
        await load_customers(MEMBERS, [await fetch_value("SELECT id FROM guanxi_user LIMIT 1")])
        customers = [row["id"] for row in await fetch("SELECT id FROM crm_core_customer ORDER BY id")]
        await program()
        started = time.perf_counter()
        done = await run(customers, STEPS, CONNECTIONS, seed=1)
        value = STEPS / (time.perf_counter() - started)
        wrong = await services.ledger_differences()
        print(f"  {STEPS:,} steps; members whose figures are not the ledger's: {len(wrong)}")
        print("  " + ", ".join(f"{name} {count:,}" for name, count in sorted(done.items())))
        assert wrong == [], wrong[:20]
        floor = await _floor(pool, customers)
    return Result(value, floor, "steps/s")


async def _floor(pool: asyncpg.Pool, customers: Sequence[int]) -> float:
    """Redemptions of one point a second, by the SQL function alone; of who has points."""
    rich = [
        row["customer_id"] for row in await fetch("SELECT customer_id FROM crm_loyalty_account WHERE balance > 1000")
    ]

    async def lane(number: int) -> None:
        for n in range(_FLOOR // CONNECTIONS):
            await pool.fetchrow(_BARE, rich[(number + n * CONNECTIONS) % len(rich)], f"bare:{number}:{n}")

    started = time.perf_counter()
    await asyncio.gather(*map(lane, range(CONNECTIONS)))
    return _FLOOR / (time.perf_counter() - started)
