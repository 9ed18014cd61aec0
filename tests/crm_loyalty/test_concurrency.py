"""Sixteen connections at once: the last points, deadlocks, connections that die."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable
from datetime import timedelta

import asyncpg
import pytest
import pytest_asyncio

from crm_loyalty import ledger, services
from crm_loyalty.errors import NotEnoughPoints
from crm_loyalty.models import Reward
from crm_loyalty.services import Purchase, Refund
from guanxi import GuanxiError, clock, create, fetch, fetch_value
from guanxi.context import Company
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import JAN_31, at, kinds

pytestmark = pytest.mark.asyncio(loop_scope="module")

_REDEEM = "SELECT id FROM crm_loyalty_spend(crm_loyalty_type('points'), 'redeem', $1, $2, $3, '', now(), NULL, '')"


@pytest_asyncio.fixture(loop_scope="module")
async def connections(program: Company) -> AsyncIterator[asyncpg.Pool]:
    async with asyncpg.create_pool(program.database_url, min_size=16, max_size=16) as pool:
        yield pool


async def outcomes(*steps: Awaitable[object]) -> tuple[int, list[BaseException]]:
    """How many went through, and what the others raised."""
    found = await asyncio.gather(*steps, return_exceptions=True)
    errors = [each for each in found if isinstance(each, BaseException)]
    return len(found) - len(errors), errors


async def test_of_200_redemptions_of_the_last_points_one_goes_through(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    done, errors = await outcomes(*(services.redeem(customer, 100, f"shop:{n}") for n in range(200)))
    assert done == 1
    assert {type(error) for error in errors} == {NotEnoughPoints}
    assert (await services.balance(customer)).balance == 0
    assert await services.ledger_differences() == []


async def test_the_same_source_200_times_is_one_entry(customer: int) -> None:
    earned = await asyncio.gather(*(services.earn(customer, 50, "order:1") for _n in range(100)))
    spent = await asyncio.gather(*(services.redeem(customer, 50, "shop:1") for _n in range(100)))
    assert len(set(earned)) == len(set(spent)) == 1
    assert await kinds(customer) == [("earn", 50), ("redeem", -50)]


async def test_one_source_for_two_customers_books_one(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(16)]
    done, errors = await outcomes(*(services.earn(id, 50, "order:1") for id in customers))
    assert done == 1
    assert all(isinstance(error, GuanxiError) and error.status == 409 for error in errors)
    assert await services.ledger_differences() == []


async def test_holds_never_exceed_what_is_there(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    holds = [services.hold(customer, 7, f"cart:{n}") for n in range(50)]
    spends = [services.redeem(customer, 7, f"shop:{n}") for n in range(50)]
    done, errors = await outcomes(*holds, *spends)
    assert done == 14
    assert {type(error) for error in errors} == {NotEnoughPoints}
    found = await services.balance(customer)
    assert (found.available, found.balance - found.held) == (2, 2)
    assert await services.ledger_differences() == []


async def test_rewards_never_exceed_their_stock(make_customer: MakeCustomer) -> None:
    reward = await create(Reward, {"name": "Cup", "points": 10, "stock": 5})
    customers = [await make_customer() for _n in range(20)]
    await services.earn_for_purchases([Purchase(id, 1000, "CNY", f"p:{id}", clock.now()) for id in customers])
    done, errors = await outcomes(*(services.claim_reward(id, reward.id, f"claim:{id}") for id in customers))
    assert (done, len(errors)) == (5, 15)
    assert await fetch_value("SELECT stock FROM crm_loyalty_reward WHERE id = $1", reward.id) == 0
    codes = [row["code"] for row in await fetch("SELECT code FROM crm_loyalty_voucher")]
    assert len(set(codes)) == 5
    assert await fetch_value("SELECT sum(balance)::int FROM crm_loyalty_account") == 20 * 10 - 5 * 10


async def test_expiry_and_redemptions_at_the_boundary_share_every_point(customer: int) -> None:
    with clock.travel(JAN_31):
        for n in range(20):
            await services.earn(customer, 10, f"order:{n}")
    with clock.travel(at(2027, 2, 1) - timedelta(milliseconds=150)):

        async def shop(n: int) -> None:
            await asyncio.sleep(random.Random(n).random() * 0.3)
            await services.redeem(customer, 4, f"shop:{n}")

        async def nightly(n: int) -> None:
            await asyncio.sleep(0.05 * n)
            await ledger.expire(0, 100)

        await outcomes(*(shop(n) for n in range(30)), *(nightly(n) for n in range(6)))
        await asyncio.sleep(0.1)
        await ledger.expire(0, 100)
    moved = await kinds(customer)
    assert sum(points for _kind, points in moved) == 0
    assert await services.ledger_differences() == []


async def test_batches_in_any_order_do_not_deadlock(make_customer: MakeCustomer) -> None:
    """Batches of the same customers in random order, refunds and single steps beside them."""
    customers = [await make_customer() for _n in range(12)]
    chance = random.Random(5)
    now = clock.now()
    await services.earn_for_purchases([Purchase(id, 100_000, "CNY", f"start:{id}", now) for id in customers])

    def batch(n: int) -> list[Purchase]:
        ids = chance.sample(customers, 8)
        return [Purchase(id, 1000, "CNY", f"p:{n}:{id}", now) for id in ids]

    def refunds(n: int) -> list[Refund]:
        return [Refund(f"start:{id}", 500, f"r:{n}:{id}") for id in chance.sample(customers, 8)]

    steps: list[Awaitable[object]] = []
    for n in range(25):
        steps += [services.earn_for_purchases(batch(n)), services.take_back_many(refunds(n))]
        steps += [services.redeem(chance.choice(customers), 3, f"shop:{n}"), ledger.expire(0, 100)]
    chance.shuffle(steps)
    done, errors = await outcomes(*steps)
    assert errors == []
    assert done == 100
    earned = 12 * 1000 + 25 * 8 * 10
    taken = 25 * 8 * 5 + 25 * 3
    assert await fetch_value("SELECT sum(balance)::bigint FROM crm_loyalty_account") == earned - taken
    assert await services.ledger_differences() == []


async def test_a_connection_that_dies_leaves_nothing(connections: asyncpg.Pool, customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    victims = [await asyncpg.connect(connections._connect_args[0]) for _n in range(4)]
    for n, victim in enumerate(victims):
        if n == 0:
            await victim.execute("BEGIN")
            await victim.fetch(_REDEEM, customer, 60, "shop:dead")
    waiting = [
        asyncio.create_task(victim.fetch(_REDEEM, customer, 60, f"shop:waiting:{n}"))
        for n, victim in enumerate(victims[1:])
    ]
    await asyncio.sleep(0.05)
    # Those that wait go first: the one that holds the lock would let them through.
    dying = [victim.get_server_pid() for victim in (*victims[1:], victims[0])]
    await connections.execute("SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid", dying)
    _done, errors = await outcomes(*waiting)
    for victim in victims:
        victim.terminate()  # the server may be gone before this end has noticed
    assert len(errors) == 3
    assert (await services.redeem(customer, 100, "shop:1")).balance == 0
    assert await kinds(customer) == [("earn", 100), ("redeem", -100)]
    assert await services.ledger_differences() == []


async def test_two_expiry_jobs_at_once_expire_once(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(30)]
    with clock.travel(JAN_31):
        await services.earn_for_purchases([Purchase(id, 1000, "CNY", f"p:{id}", clock.now()) for id in customers])
    with clock.travel(at(2027, 2, 1)):
        batches = await asyncio.gather(*(ledger.expire(0, 1000) for _n in range(8)))
    assert sum(batch["expired"] for batch in batches) == 300
    assert await services.ledger_differences() == []
