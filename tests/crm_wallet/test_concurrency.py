"""Sixteen connections at once: the last yuan, one gift card, deadlocks; and two processes for one gift card."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Awaitable

import pytest

from crm_wallet import ledger, services
from crm_wallet.errors import CardNotUsable, NotEnough, NotPaidIn
from guanxi import GuanxiError, fetch_value
from guanxi.context import Company
from tests.crm_wallet.conftest import MakeCustomer
from tests.crm_wallet.support import fill, kinds, stands

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def outcomes(*steps: Awaitable[object]) -> tuple[int, list[BaseException]]:
    """How many went through, and what the others raised."""
    found = await asyncio.gather(*steps, return_exceptions=True)
    errors = [each for each in found if isinstance(each, BaseException)]
    return len(found) - len(errors), errors


async def test_of_200_spends_of_the_last_yuan_one_goes_through(customer: int) -> None:
    await fill(customer, 90, 10)
    done, errors = await outcomes(*(services.spend(customer, 100, "CNY", f"shop:{n}") for n in range(200)))
    assert done == 1
    assert {type(error) for error in errors} == {NotEnough}
    assert await stands(customer) == (0, 0)
    assert await services.ledger_differences() == []


async def test_the_same_source_200_times_is_one_entry(customer: int) -> None:
    paid = await asyncio.gather(*(services.top_up(customer, 100, "CNY", "order:1") for _n in range(100)))
    spent = await asyncio.gather(*(services.spend(customer, 100, "CNY", "shop:1") for _n in range(100)))
    assert len(set(paid)) == len(set(spent)) == 1
    assert await kinds(customer) == [("top_up", 100, 0), ("spend", -100, 0)]


async def test_one_source_for_two_customers_books_one(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(16)]
    done, errors = await outcomes(*(services.top_up(id, 50, "CNY", "order:1") for id in customers))
    assert done == 1
    assert all(isinstance(error, GuanxiError) and error.status == 409 for error in errors)
    assert await services.ledger_differences() == []


async def test_spends_holds_and_refunds_share_what_is_there(customer: int) -> None:
    await fill(customer, 1_000)
    steps = [services.spend(customer, 7, "CNY", f"shop:{n}") for n in range(70)]
    more = [services.hold(customer, 7, "CNY", f"cart:{n}") for n in range(70)]
    back = [services.cash_refund(customer, 7, "CNY", f"till:{n}") for n in range(70)]
    done, errors = await outcomes(*steps, *more, *back)
    assert done == 142
    assert {type(error) for error in errors} <= {NotEnough, NotPaidIn}
    (balance,) = await services.balances(customer)
    assert balance.free == 1_000 - 142 * 7
    assert await services.ledger_differences() == []


async def test_of_200_redemptions_of_one_gift_card_one_goes_through(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(20)]
    secret = await services.issue_card(10_000, "CNY")
    card = await services.find_card(secret.code)
    await services.sell_card(card.card_id, 10_000, "sale:1")
    redeemed = [services.redeem_card(card.card_id, customers[n % 20], f"redeem:{n}") for n in range(150)]
    taken = [services.spend_card(card.card_id, 10_000, f"till:{n}") for n in range(50)]
    done, errors = await outcomes(*redeemed, *taken)
    assert done == 1
    assert {type(error) for error in errors} == {CardNotUsable}
    in_wallets = await fetch_value("SELECT coalesce(sum(principal), 0)::bigint FROM crm_wallet_wallet")
    at_tills = await fetch_value("SELECT count(*) FROM crm_wallet_card_entry WHERE kind = 'spend'")
    assert in_wallets + at_tills * 10_000 == 10_000
    assert await services.ledger_differences() == []


_PROCESS = """
import asyncio, sys, asyncpg
async def main(url, card, customer, who):
    async with asyncpg.create_pool(url, min_size=8, max_size=8) as pool:
        async def one(n):
            try:
                await pool.fetchrow("SELECT * FROM crm_wallet_redeem_card($1, $2, NULL, current_date, $3, '', now(),"
                    " NULL, '')", card, customer, f"process:{who}:{n}")
                return 1
            except asyncpg.PostgresError as error:
                assert error.sqlstate == "GW012", error
                return 0
        print(sum(await asyncio.gather(*(one(n) for n in range(100)))))
asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]))
"""


async def test_two_processes_redeem_one_gift_card_200_times(program: Company, customer: int) -> None:
    secret = await services.issue_card(10_000, "CNY")
    card = await services.find_card(secret.code)
    await services.sell_card(card.card_id, 10_000, "sale:1")
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _PROCESS, program.database_url, str(card.card_id), str(customer), who),
            stdout=asyncio.subprocess.PIPE,
        )
        for who in "ab"
    ]
    done = [int((await process.communicate())[0]) for process in processes]
    assert sum(done) == 1
    assert await stands(customer) == (10_000, 0)
    assert await services.ledger_differences() == []


async def test_steps_of_many_customers_do_not_deadlock(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(12)]
    for id in customers:
        await fill(id, 10_000, 1_000)
    chance = random.Random(5)
    steps: list[Awaitable[object]] = []
    for n in range(40):
        one, other = chance.sample(customers, 2)
        steps += [services.spend(one, 10, "CNY", f"shop:{n}"), services.hold(other, 10, "CNY", f"cart:{n}")]
        steps += [ledger.expire(0, 100), ledger.close_holds(100)]
    chance.shuffle(steps)
    done, errors = await outcomes(*steps)
    assert (done, errors) == (160, [])
    assert await services.ledger_differences() == []
