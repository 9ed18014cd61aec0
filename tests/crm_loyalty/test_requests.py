"""Large adjustments and transfers wait for a second person."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
import pytest_asyncio

from crm_loyalty import correcting, services
from crm_loyalty.choices import RequestState
from crm_loyalty.errors import HoldClosed, NotEnoughPoints, SecondPerson
from crm_loyalty.models import PointsRequest
from guanxi import Conflict, InvalidInput, clock, fetch, fetch_value, get
from guanxi.auth import create_user
from guanxi.context import Actor, use_actor
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import JAN_31, at, close_holds, kinds, lots, run_expiry, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def people(customer: int) -> dict[str, int]:
    for login in ("ann", "ben"):
        if await fetch_value("SELECT id FROM guanxi_user WHERE login = $1", login) is None:
            await create_user(login, login.title())
    return {row["login"]: row["id"] for row in await fetch("SELECT id, login FROM guanxi_user")}


def acting(people: dict[str, int], login: str) -> AbstractContextManager[Actor]:
    return use_actor(Actor(kind="user", id=people[login], name=login, elevated=True))


async def request_of(id: int | None) -> PointsRequest:
    assert id is not None
    return await get(PointsRequest, id)


async def test_small_ones_need_nobody_and_many_small_ones_are_a_large_one(
    people: dict[str, int], customer: int
) -> None:
    with with_settings(adjust_alone=100):
        with acting(people, "ann"):
            first, none = await correcting.adjust_or_request(customer, 60, "a:1", reason="Sorry")
            assert first is not None and (first.balance, none) == (60, None)
            second, none = await correcting.adjust_or_request(customer, -40, "a:2", reason="Too many")
            assert second is not None and (second.balance, none) == (20, None)
            third, request = await correcting.adjust_or_request(customer, 1, "a:3", reason="Again")
            assert third is None and request is not None
        with acting(people, "ben"):
            other, none = await correcting.adjust_or_request(customer, 100, "b:1", reason="Ben's own")
            assert other is not None and other.balance == 120
            await correcting.approve(await request_of(request), "ok")
    assert (await services.balance(customer)).balance == 121
    assert (await request_of(request)).state is RequestState.APPROVED


async def test_small_ones_at_once_are_a_large_one(people: dict[str, int], customer: int) -> None:
    await services.earn(customer, 10, "order:1")

    async def adjust(number: int) -> bool:
        with acting(people, "ann"):
            booking, _request = await correcting.adjust_or_request(customer, 60, f"a:{number}", reason="Sorry")
        return booking is not None

    with with_settings(adjust_alone=100):
        done = await asyncio.gather(*(adjust(number) for number in range(8)))
    assert done.count(True) == 1
    assert (await services.balance(customer)).balance == 70


async def test_nobody_approves_what_they_asked_for(people: dict[str, int], customer: int) -> None:
    with acting(people, "ann"):
        booking, id = await correcting.adjust_or_request(customer, 5_000, "a:1", reason="Compensation")
        assert booking is None
        with pytest.raises(SecondPerson):
            await correcting.approve(await request_of(id), "")
    assert (await services.balance(customer)).balance == 0
    with acting(people, "ben"):
        await correcting.approve(await request_of(id), "agreed")
        with pytest.raises(Conflict):
            await correcting.reject(await request_of(id), "changed my mind")
    assert await kinds(customer) == [("adjust", 5_000)]
    row = (await fetch("SELECT created_by_id, reason, source FROM crm_loyalty_entry"))[0]
    assert tuple(row) == (people["ben"], "Compensation", f"request:{id}")


async def test_points_that_would_go_are_held_until_the_decision(people: dict[str, int], customer: int) -> None:
    await services.earn(customer, 3_000, "order:1")
    with acting(people, "ann"):
        _booking, id = await correcting.adjust_or_request(customer, -2_500, "a:1", reason="Fraud")
        with pytest.raises(NotEnoughPoints):
            await correcting.adjust_or_request(customer, -2_500, "a:2", reason="Fraud")
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_request") == 1
    with pytest.raises(NotEnoughPoints, match="500 are available"):
        await services.redeem(customer, 501, "shop:1")
    with acting(people, "ben"):
        await correcting.reject(await request_of(id), "no fraud")
    assert (await services.balance(customer)).available == 3_000
    assert await services.ledger_differences() == []


async def test_a_transfer_takes_the_lots_with_their_days(
    people: dict[str, int], make_customer: MakeCustomer, customer: int
) -> None:
    other = await make_customer()
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
    with clock.travel(JAN_31 + timedelta(days=40)):
        await services.earn(customer, 100, "order:2")
        account = (await services.balance(customer)).account_id
        assert account is not None
        with acting(people, "ann"):
            id = await correcting.request_transfer(account, other, 130, "To my sister")
        assert (await services.balance(customer)).available == 70
        with acting(people, "ben"):
            await correcting.approve(await request_of(id), "")
    assert await kinds(customer) == [("earn", 100), ("earn", 100), ("transfer_out", -130)]
    assert await kinds(other) == [("transfer_in", 100), ("transfer_in", 30)]
    assert await lots(other) == [(100, 100), (30, 30)]
    found = await services.balance(other)
    assert (found.balance, found.growth) == (130, 0), "growth stays with whom it was earned by"
    assert (await services.balance(customer)).growth == 200
    with clock.travel(at(2027, 2, 1)):
        assert await run_expiry() == 100
        assert (await services.balance(other)).balance == 30
    assert await services.ledger_differences() == []


async def test_what_a_transfer_may_not(people: dict[str, int], make_customer: MakeCustomer, customer: int) -> None:
    other = await make_customer()
    await services.earn(customer, 100, "order:1")
    account = (await services.balance(customer)).account_id
    assert account is not None
    with acting(people, "ann"):
        with pytest.raises(InvalidInput):
            await correcting.request_transfer(account, customer, 10, "Myself")
        with pytest.raises(InvalidInput):
            await correcting.request_transfer(account, other, 10, " ")
        with pytest.raises(NotEnoughPoints):
            await correcting.request_transfer(account, other, 101, "All and more")
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_request") == 0
    assert await services.balances(other) == []


async def test_an_old_request_can_only_be_rejected(
    people: dict[str, int], make_customer: MakeCustomer, customer: int
) -> None:
    other = await make_customer()
    await services.earn(customer, 5_000, "order:1")
    account = (await services.balance(customer)).account_id
    assert account is not None
    with acting(people, "ann"):
        id = await correcting.request_transfer(account, other, 100, "Gift")
        _booking, taken = await correcting.adjust_or_request(customer, -2_000, "a:1", reason="Mistake")
    with clock.travel(clock.now() + timedelta(days=31)):
        for closed in (False, True):
            with acting(people, "ben"):
                for request in (id, taken):
                    with pytest.raises(HoldClosed):
                        await correcting.approve(await request_of(request), "")
            assert closed or await close_holds() == 1
        with acting(people, "ben"):
            await correcting.reject(await request_of(id), "too late")
            await correcting.reject(await request_of(taken), "too late")
    assert (await services.balance(customer)).available == 5_000
    assert await services.ledger_differences() == []


async def test_transfers_both_ways_at_once(people: dict[str, int], make_customer: MakeCustomer, customer: int) -> None:
    pair = (customer, await make_customer())
    for each in pair:
        await services.earn(each, 1_000, f"order:{each}")
    accounts = [(await services.balance(each)).account_id or 0 for each in pair]
    with acting(people, "ann"):
        ids = [
            await correcting.request_transfer(accounts[n % 2], pair[1 - n % 2], 50, "Back and forth") for n in range(20)
        ]

    async def decide(id: int) -> bool:
        with acting(people, "ben"):
            try:
                await correcting.approve(await request_of(id), "")
            except Conflict:
                return False
            return True

    done = await asyncio.gather(*(decide(id) for id in ids for _twice in range(2)))
    assert done.count(True) == 20
    assert [(await services.balance(each)).available for each in pair] == [1_000, 1_000]
    assert await services.ledger_differences() == []
