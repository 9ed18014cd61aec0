"""Many at once, in two processes: the last coupon, the stock, the limit of a customer."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from crm_offers import services
from guanxi import GuanxiError, fetch_value
from guanxi.context import Company
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_offers.support import campaign, coupon, figures, lottery, order, states

pytestmark = pytest.mark.asyncio(loop_scope="module")
_PROGRAM = """
import asyncio, asyncpg, sys

async def main(url, sql, tag, refused, tasks):
    async with asyncpg.create_pool(url, min_size=8, max_size=8) as pool:
        async def one(n):
            try:
                await pool.fetchrow(sql, f"{tag}:{n}")
                return 1
            except asyncpg.PostgresError as error:
                assert error.sqlstate == refused, error
                return 0
        print(sum(await asyncio.gather(*(one(n) for n in range(tasks)))))

asyncio.run(main(*sys.argv[1:5], int(sys.argv[5])))
"""


async def in_two_processes(company: Company, sql: str, tasks: int, refused: str = "GX200") -> int:
    """How many of `tasks` calls in each of two processes of their own went through."""
    command = (sys.executable, "-c", _PROGRAM, company.database_url, sql)
    children = [
        await asyncio.create_subprocess_exec(*command, tag, refused, str(tasks), stdout=subprocess.PIPE)
        for tag in ("a", "b")
    ]
    said = [await child.communicate() for child in children]
    assert [child.returncode for child in children] == [0, 0]
    return sum(int(out) for out, _err in said)


async def test_of_200_redemptions_of_one_coupon_one_goes_through(program: Company) -> None:
    id = await campaign()
    await coupon(id)
    held = await fetch_value("SELECT id FROM crm_offers_coupon")
    sql = f"SELECT crm_offers_redeem(ARRAY[{held}], ARRAY[500], $1, $1, NULL, 1000, 'CNY', now(), NULL, '')"
    assert await in_two_processes(program, sql, 100) == 1
    assert await figures(id) == (1, 1, 500, 1000)
    assert await services.campaign_differences() == []


async def test_issued_never_exceeds_the_stock(program: Company) -> None:
    id = await campaign(stock=37)
    sql = f"SELECT crm_offers_issue({id}, NULL, $1, $1, $1, 'Asia/Shanghai', now(), NULL, '')"
    assert await in_two_processes(program, sql, 100) == 37
    assert ((await figures(id))[0], len(await states(id))) == (37, 37)


async def test_a_customer_never_gets_more_than_the_limit(program: Company, make_customer: MakeCustomer) -> None:
    id, customer = await campaign(per_customer=3), await make_customer()
    sql = f"SELECT crm_offers_issue({id}, {customer}, $1, $1, $1, 'Asia/Shanghai', now(), NULL, '')"
    assert await in_two_processes(program, sql, 60) == 3
    assert len(await states(id)) == 3


async def outcomes(*steps: object) -> tuple[int, set[str]]:
    found = await asyncio.gather(*steps, return_exceptions=True)  # type: ignore[call-overload]
    assert all(isinstance(each, GuanxiError) for each in found if isinstance(each, BaseException)), found
    errors = {each.code for each in found if isinstance(each, GuanxiError)}
    return sum(not isinstance(each, BaseException) for each in found), errors


async def test_the_services_hold_the_same_with_public_codes(program: Company, make_customer: MakeCustomer) -> None:
    id = await campaign(public_code="RUSH", per_customer=1, stock=5)
    customers = [await make_customer() for _n in range(10)]
    steps = [
        services.redeem(order("RUSH", source=f"order:{customer}:{n}", customer=customer))
        for n in range(4)
        for customer in customers
    ]
    done, errors = await outcomes(*steps)
    assert done == 5
    assert errors <= {"offers_limit", "offers_out_of_stock", "offers_redeemed"}
    assert await figures(id) == (5, 5, 2500, 50_000)
    assert await services.campaign_differences() == []


async def test_the_same_order_many_times_is_one_redemption(program: Company, make_customer: MakeCustomer) -> None:
    id = await campaign(public_code="RUSH")
    customer, code = await make_customer(), await coupon(await campaign(stacking="any"), "b")
    found = await asyncio.gather(*(services.redeem(order("RUSH", customer=customer)) for _n in range(20)))
    assert len({each.redemption_id for each in found}) == 1
    found = await asyncio.gather(*(services.redeem(order(code, source="order:2")) for _n in range(40)))
    assert len({each.redemption_id for each in found}) == 1
    assert (await figures(id))[:2] == (1, 1)


async def test_redeeming_and_giving_back_at_once_do_not_deadlock(program: Company) -> None:
    campaigns = [await campaign(stacking="any") for _n in range(3)]
    codes = [await coupon(id, f"{id}:{n}") for id in campaigns for n in range(4)]

    async def shop(n: int) -> None:
        mine = [codes[(n * 5 + k) % len(codes)] for k in (0, 7, 3)]
        done = await services.redeem(order(*mine, source=f"order:{n}"))
        await services.reverse(done.redemption_id, f"back:{n}")

    done, errors = await outcomes(*(shop(n) for n in range(40)))
    assert done >= 1 and errors <= {"offers_redeemed"}
    assert await services.campaign_differences() == []


async def test_prizes_and_draws_keep_to_their_stock_and_limits(program: Company, make_customer: MakeCustomer) -> None:
    id = await lottery(
        {"name": "Cup", "kind": "text", "odds": 1_000_000, "stock": 4},
        {"name": "Nothing", "kind": "nothing", "odds": 0},
        per_customer=2,
    )
    customers = [await make_customer() for _n in range(6)]
    done, errors = await outcomes(*(services.draw(id, c, f"d:{c}:{n}") for c in customers for n in range(5)))
    assert (done, errors) == (12, {"offers_no_draw_left"})
    assert await fetch_value("SELECT count(*) FROM crm_offers_draw WHERE given_id = drawn_id") == 4
    numbers = await fetch_value("SELECT array_agg(number ORDER BY number) FROM crm_offers_draw")
    assert numbers == list(range(1, 13))
