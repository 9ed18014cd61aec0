"""How much one member may redeem in a day, however many ask at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from crm_loyalty import queries, services
from crm_loyalty.errors import TooManyPoints, TooOften
from crm_loyalty.models import PointType, Reward
from guanxi import clock, create, fetch_value, use_locale
from guanxi.context import Company
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import JAN_31, with_settings
from tests.crm_offers.test_concurrency import in_two_processes

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_so_many_times_a_day(customer: int, make_customer: MakeCustomer) -> None:
    other = await make_customer()
    for each in (customer, other):
        await services.earn(each, 1_000, f"order:{each}")
    with with_settings(redemptions_a_day=2), clock.travel(JAN_31):
        for each in (customer, other):
            await services.earn(each, 100, f"more:{each}")
        first = await services.redeem(customer, 10, "shop:1")
        await services.redeem(customer, 10, "shop:2")
        with pytest.raises(TooOften, match="may redeem 2 times a day"):
            await services.redeem(customer, 10, "shop:3")
        with pytest.raises(TooOften):
            await services.hold(customer, 10, "cart:1")
        assert await services.redeem(customer, 10, "shop:1") == first, "an old source is answered the same"
        await services.redeem(other, 10, "shop:4")
        await services.reverse(first.entry_id, "back:1")
        await services.redeem(customer, 10, "shop:5")
        await services.adjust(customer, -5, "hand:1", reason="Typo")
        with clock.travel(JAN_31 + timedelta(days=1)):
            await services.redeem(customer, 10, "shop:6")
    await services.redeem(customer, 10, "shop:7")
    assert await services.ledger_differences() == []


async def test_so_many_points_a_day_holds_and_rewards_among_them(customer: int) -> None:
    await services.earn(customer, 1_000, "order:1")
    cup = await create(Reward, {"name": "Cup", "points": 60, "stock": 9, "type_id": await queries.main_type()})
    with with_settings(points_a_day=100):
        held = await services.hold(customer, 30, "cart:1")
        await services.claim(customer, cup.id, "shop:1")
        with pytest.raises(TooManyPoints, match="only 10 more"):
            await services.redeem(customer, 11, "shop:2")
        with pytest.raises(TooManyPoints):
            await services.claim(customer, cup.id, "shop:3")
        await services.capture(held.hold_id, 20)
        await services.redeem(customer, 20, "shop:4")
        with pytest.raises(TooManyPoints) as refused:
            await services.redeem(customer, 1, "shop:5")
        with use_locale("zh_CN"):
            assert str(refused.value) == "该会员今天最多还可兑换 0 积分。"
    assert await fetch_value("SELECT stock FROM crm_loyalty_reward") == 8


async def test_a_source_of_another_step_lifts_no_limit(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    for each in (one, other):
        await services.earn(each, 1_000, f"order:{each}")
    with with_settings(points_a_day=100):
        with pytest.raises(TooManyPoints):
            await services.hold(one, 101, f"order:{one}")
        await services.hold(other, 1, "till:1")
        with pytest.raises(TooManyPoints):
            await services.redeem(one, 101, "till:1")
        held = await services.hold(one, 100, "till:2")
        assert await services.hold(one, 100, "till:2") == held
        with pytest.raises(TooManyPoints):
            await services.redeem(one, 1, "till:2")
    assert (await services.balance(one)).balance == 1_000


async def test_each_type_of_points_has_a_day_of_its_own(customer: int) -> None:
    await create(PointType, {"code": "stamps", "name": "Stamps"})
    await services.earn(customer, 100, "order:1")
    await services.earn(customer, 100, "visit:1", type="stamps")
    with with_settings(points_a_day=50):
        await services.redeem(customer, 50, "shop:1")
        await services.redeem(customer, 50, "shop:2", type="stamps")
        with pytest.raises(TooManyPoints):
            await services.redeem(customer, 1, "shop:3", type="stamps")


async def test_200_at_once_do_not_pass(customer: int) -> None:
    await services.earn(customer, 10_000, "order:1")
    with with_settings(redemptions_a_day=7, points_a_day=65):
        steps = [services.redeem(customer, 10, f"shop:{n}") for n in range(200)]
        found = await asyncio.gather(*steps, return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in found) == 6
    assert {type(each) for each in found if isinstance(each, BaseException)} == {TooManyPoints}
    assert (await services.balance(customer)).balance == 10_000 - 60
    assert await services.ledger_differences() == []


async def test_two_processes_do_not_pass(program: Company, customer: int) -> None:
    await services.earn(customer, 10_000, "order:1")
    sql = (
        "WITH asked AS MATERIALIZED (SELECT crm_loyalty_guard("
        f"{customer}, 1, 10, NULL, $1, 5, 0, false, 0, now() - interval '1 hour', now()) AS left)"
        f" SELECT crm_loyalty_spend(1, 'redeem', {customer}, 10, $1, '', now(), NULL, '') FROM asked"
    )
    assert await queries.main_type() == 1
    assert await in_two_processes(program, sql, 100, refused="GX013") == 5
    assert (await services.balance(customer)).balance == 9_950
