"""Points of several types: balances of their own, one card and one growth."""

from __future__ import annotations

import pytest
import pytest_asyncio

from crm_loyalty import queries, services
from crm_loyalty.errors import NoAccount, NoSuchType, NotEnoughPoints, SourceTaken
from crm_loyalty.merging import FOLLOWER
from crm_loyalty.models import PointType, Reward
from guanxi import InvalidInput, create, fetch_value
from tests.crm_loyalty.conftest import MakeCustomer

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def stamps(customer: int) -> int:
    found = await fetch_value("SELECT id FROM crm_loyalty_point_type WHERE code = 'stamps'")
    return found or (await create(PointType, {"code": "stamps", "name": "Stamps", "name_zh": "印花"})).id  # type: ignore[no-any-return]


async def test_balances_are_apart(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    await services.earn(customer, 3, "visit:1", type="stamps")
    with pytest.raises(NotEnoughPoints, match="3 are available"):
        await services.redeem(customer, 4, "shop:1", type="stamps")
    held = await services.hold(customer, 2, "cart:1", type="stamps")
    await services.capture(held.hold_id)
    points, stamps = await services.balances(customer)
    assert (points.type, points.balance, stamps.type, stamps.balance) == ("points", 100, "stamps", 1)
    assert points.growth == stamps.growth == 100, "other types make no growth"
    assert points.card_number == stamps.card_number and points.member_id == stamps.member_id
    statement = await services.statement(customer, type="stamps")
    assert [each.points for each in statement.movements] == [-2, 3]
    assert await services.ledger_differences() == []


async def test_a_source_belongs_to_one_type(customer: int) -> None:
    await services.earn(customer, 5, "visit:1", type="stamps")
    with pytest.raises(SourceTaken, match="visit:1"):
        await services.earn(customer, 5, "visit:1")
    await services.earn(customer, 5, "visit:2")
    with pytest.raises(SourceTaken, match="visit:1"):
        await services.redeem(customer, 5, "visit:1")
    assert [each.balance for each in await services.balances(customer)] == [5, 5]


async def test_no_such_type(customer: int) -> None:
    for step in (services.earn, services.redeem, services.hold):
        with pytest.raises(NoSuchType, match="miles"):
            await step(customer, 5, "visit:1", type="miles")
    await services.earn(customer, 5, "order:1")
    with pytest.raises(NoAccount):
        await services.redeem(customer, 5, "shop:1", type="stamps")


async def test_rewards_cost_points_of_their_type(customer: int, stamps: int) -> None:
    reward = await create(Reward, {"name": "Coffee", "points": 10, "stock": 5, "type_id": stamps})
    await services.earn(customer, 100, "order:1")
    with pytest.raises(NoAccount):
        await services.claim_reward(customer, reward.id, "claim:1")
    await services.earn(customer, 10, "visit:1", type="stamps")
    await services.claim_reward(customer, reward.id, "claim:1")
    assert [each.balance for each in await services.balances(customer)] == [100, 0]
    with pytest.raises(NoAccount):
        await services.claim_reward(customer, 10**9, "claim:2")


async def test_a_reward_is_for_the_usual_points_unless_it_says_so(customer: int) -> None:
    reward = await create(Reward, {"name": "Cup", "points": 10, "stock": 5})
    assert reward.type_id == await queries.main_type()


@pytest.mark.parametrize("code", ["", "Stamps", "_a", "a-b", "a" * 31, "印花"])
async def test_codes_are_for_programs(customer: int, code: str) -> None:
    with pytest.raises(InvalidInput):
        await create(PointType, {"code": code, "name": "X"})


async def test_merging_keeps_the_types_apart(make_customer: MakeCustomer, customer: int, stamps: int) -> None:
    assert FOLLOWER.move is not None and FOLLOWER.back is not None
    other = await make_customer()
    await services.earn(customer, 100, "order:1")
    await services.earn(other, 30, "order:2")
    await services.earn(other, 7, "visit:1", type="stamps")
    memory = await FOLLOWER.move(other, customer)
    assert [(each.type, each.balance) for each in await services.balances(customer)] == [("points", 130), ("stamps", 7)]
    assert (await services.balance(customer)).growth == 130
    assert [each.balance for each in await services.balances(other)] == [0, 0]
    await FOLLOWER.back(other, customer, memory)
    assert [(each.type, each.balance) for each in await services.balances(customer)] == [("points", 100), ("stamps", 0)]
    assert [each.balance for each in await services.balances(other)] == [30, 7]
    assert (await services.balance(other)).growth == 30
    assert await services.ledger_differences() == []
