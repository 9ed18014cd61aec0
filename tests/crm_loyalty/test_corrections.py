from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from crm_loyalty import services
from crm_loyalty.errors import NoSuchRedemption, NotEnoughPoints, NothingToReverse, PointsSpent, SourceTaken
from crm_loyalty.merging import FOLLOWER
from crm_loyalty.services import Purchase, Refund
from guanxi import InvalidInput, clock, transaction
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import JAN_31, at, kinds, lots, run_expiry, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_points_are_spent_or_expired_at_the_boundary(customer: int) -> None:
    """Twelve months after January 31: the whole last day counts, and not an instant more (B7)."""
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
    over = at(2027, 2, 1)
    with clock.travel(over - timedelta(seconds=5)):
        assert (await services.balance(customer)).available == 100
        assert await run_expiry() == 0
        await services.redeem(customer, 30, "shop:1")
    with clock.travel(over):
        assert (await services.balance(customer)).available == 0
        with pytest.raises(NotEnoughPoints):
            await services.redeem(customer, 1, "shop:2")
        assert await run_expiry() == 70
        assert await run_expiry() == 0
    assert await kinds(customer) == [("earn", 100), ("redeem", -30), ("expire", -70)]
    assert await services.ledger_differences() == []


async def test_a_step_books_what_expired_before_it(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
    with clock.travel(JAN_31 + timedelta(days=200)):
        await services.earn(customer, 50, "order:2")
    with clock.travel(at(2027, 2, 1)):
        assert (await services.redeem(customer, 50, "shop:1")).balance == 0
        assert await run_expiry() == 0
    assert await kinds(customer) == [("earn", 100), ("earn", 50), ("expire", -100), ("redeem", -50)]
    assert await services.ledger_differences() == []


async def test_held_points_wait_for_their_hold_before_they_expire(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
    with clock.travel(at(2027, 1, 31, 23, 55)):
        first = await services.hold(customer, 60, "cart:1")
        second = await services.hold(customer, 10, "cart:2")
    with clock.travel(at(2027, 2, 1)):
        assert await run_expiry() == 0
        assert (await services.balance(customer)).available == 0
        with pytest.raises(NotEnoughPoints):
            await services.redeem(customer, 1, "shop:1")
        assert (await services.capture(first.hold_id)).points == -60
        await services.release(second.hold_id)
    assert await kinds(customer) == [("earn", 100), ("redeem", -60), ("expire", -40)]
    assert await services.ledger_differences() == []


async def test_a_reversal_gives_back_to_the_same_lots(customer: int) -> None:
    await services.earn(customer, 40, "order:1")
    await services.earn(customer, 40, "order:2")
    spent = await services.redeem(customer, 70, "shop:1")
    part = await services.reverse(spent.entry_id, "back:1", 35)
    assert (part.points, part.balance) == (35, 45)
    assert await lots(customer) == [(40, 5), (40, 40)]
    assert await services.reverse(spent.entry_id, "back:1", 35) == part
    with pytest.raises(SourceTaken):
        await services.reverse(spent.entry_id, "back:1", 34)
    with pytest.raises(NothingToReverse, match="35"):
        await services.reverse(spent.entry_id, "back:2", 36)
    assert (await services.reverse(spent.entry_id, "back:3")).balance == 80
    assert await lots(customer) == [(40, 40), (40, 40)]
    with pytest.raises(NothingToReverse):
        await services.reverse(spent.entry_id, "back:4")
    with pytest.raises(NoSuchRedemption):
        await services.reverse(part.entry_id, "back:5")
    assert await services.ledger_differences() == []


async def test_points_reversed_too_late_are_granted_again(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 40, "order:1")
    with clock.travel(JAN_31 + timedelta(days=30)):
        await services.earn(customer, 40, "order:2")
        spent = await services.redeem(customer, 60, "shop:1")
    with clock.travel(at(2027, 2, 10, 12)), with_settings(expired_lots="grace", grace_days=10):
        back = await services.reverse(spent.entry_id, "back:1")
        assert (back.points, back.balance) == (60, 80)
        assert await services.reverse(spent.entry_id, "back:1") == back
    assert (await kinds(customer))[3:] == [("reverse_redeem", 60), ("expire", -40), ("grace", 40)]
    assert await lots(customer) == [(40, 0), (40, 40), (40, 40)]
    with clock.travel(at(2027, 2, 20, 23, 59)):
        assert (await services.balance(customer)).available == 80
    with clock.travel(at(2027, 2, 21)):
        assert (await services.balance(customer)).available == 40
    assert await services.ledger_differences() == []


async def test_points_reversed_too_late_may_be_forfeit(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 40, "order:1")
        spent = await services.redeem(customer, 30, "shop:1")
    with clock.travel(at(2027, 2, 10)), with_settings(expired_lots="forfeit"):
        back = await services.reverse(spent.entry_id, "back:1", 25)
        assert (back.points, back.balance) == (25, 0)
        with pytest.raises(NothingToReverse):
            await services.reverse(spent.entry_id, "back:2", 6)
    assert await kinds(customer) == [
        ("earn", 40),
        ("redeem", -30),
        ("expire", -10),
        ("reverse_redeem", 25),
        ("expire", -25),
    ]
    assert await services.ledger_differences() == []


async def bought(customer: int, amount: int, source: str) -> None:
    await services.earn_for_purchases([Purchase(customer, amount, "CNY", source, clock.now())])


@pytest.mark.parametrize("split", [[10_050], [1, 49, 10_000], [3350] * 3, [33, 67, 9950], [10_049, 1]])
async def test_refunds_take_back_exactly_what_was_earned_however_split(customer: int, split: list[int]) -> None:
    await bought(customer, 10_050, "payment:1")
    assert sum(split) == 10_050
    for n, amount in enumerate(split):
        first = await services.take_back("payment:1", amount, f"refund:{n}")
        assert first is not None
        assert await services.take_back("payment:1", amount, f"refund:{n}") == first
    found = await services.balance(customer)
    assert (found.balance, found.growth, found.debt) == (0, 0, 0)
    again = await services.take_back("payment:1", 5, "refund:late")
    assert again is not None and again.points == 0
    assert await services.ledger_differences() == []


async def test_taking_back_keeps_the_proportion(customer: int) -> None:
    await bought(customer, 10_000, "payment:1")
    await bought(customer, 5_000, "payment:2")
    taken = await services.take_back("payment:1", 2_550, "refund:1")
    assert taken is not None and (taken.points, taken.balance) == (-25, 125)
    assert await lots(customer) == [(100, 75), (50, 50)]
    with pytest.raises(SourceTaken):
        await services.take_back("payment:1", 2_551, "refund:1")
    with pytest.raises(InvalidInput):
        await services.take_back("payment:1", 0, "refund:2")
    assert await services.take_back("payment:9", 100, "refund:3") is None


async def test_points_spent_already_are_owed_and_repaid_by_the_next(customer: int) -> None:
    await bought(customer, 10_000, "payment:1")
    await services.redeem(customer, 80, "shop:1")
    taken = await services.take_back("payment:1", 10_000, "refund:1")
    assert taken is not None and (taken.points, taken.balance) == (-100, -80)
    found = await services.balance(customer)
    assert (found.balance, found.debt, found.available, found.growth) == (-80, 80, 0, 0)
    with pytest.raises(NotEnoughPoints):
        await services.redeem(customer, 1, "shop:2")
    await bought(customer, 5_000, "payment:2")
    found = await services.balance(customer)
    assert (found.balance, found.debt, found.available) == (-30, 30, 0)
    await bought(customer, 5_000, "payment:3")
    found = await services.balance(customer)
    assert (found.balance, found.debt, found.available) == (20, 0, 20)
    assert (await kinds(customer))[2:4] == [("take_back", -20), ("debt", -80)]
    assert await services.ledger_differences() == []


async def test_a_reversal_repays_a_debt_too(customer: int) -> None:
    await bought(customer, 10_000, "payment:1")
    spent = await services.redeem(customer, 80, "shop:1")
    await services.take_back("payment:1", 10_000, "refund:1")
    assert (await services.reverse(spent.entry_id, "back:1")).balance == 0
    found = await services.balance(customer)
    assert (found.balance, found.debt, found.available) == (0, 0, 0)
    assert await services.ledger_differences() == []


async def test_points_spent_already_may_be_waived(customer: int) -> None:
    await bought(customer, 10_000, "payment:1")
    await services.redeem(customer, 80, "shop:1")
    with with_settings(take_back="clamp"):
        taken = await services.take_back("payment:1", 10_000, "refund:1")
        assert taken is not None and (taken.points, taken.balance) == (-20, 0)
        assert await services.take_back("payment:1", 10_000, "refund:1") == taken
    assert (await kinds(customer))[2:] == [("take_back", -20), ("debt", -80), ("waive", 80)]
    found = await services.balance(customer)
    assert (found.balance, found.debt, found.growth) == (0, 0, 0)
    assert await services.ledger_differences() == []


async def test_held_points_are_not_taken_back_but_owed(customer: int) -> None:
    await bought(customer, 10_000, "payment:1")
    held = await services.hold(customer, 70, "cart:1")
    await services.take_back("payment:1", 10_000, "refund:1")
    found = await services.balance(customer)
    assert (found.balance, found.held, found.debt, found.available) == (0, 70, 70, 0)
    await services.release(held.hold_id)
    found = await services.balance(customer)
    assert (found.balance, found.held, found.debt, found.available) == (0, 0, 0, 0)
    assert await services.ledger_differences() == []


async def test_expired_points_are_not_taken_a_second_time(customer: int) -> None:
    with clock.travel(JAN_31):
        await bought(customer, 10_000, "payment:1")
        await services.redeem(customer, 30, "shop:1")
    with clock.travel(at(2027, 2, 1)):
        await bought(customer, 20_000, "payment:2")
        await run_expiry()
        taken = await services.take_back("payment:1", 10_000, "refund:1")
        assert taken is not None and taken.points == -30
        found = await services.balance(customer)
        assert (found.balance, found.growth) == (170, 200)
    assert await services.ledger_differences() == []


async def test_many_refunds_at_once(customer: int) -> None:
    await bought(customer, 10_000, "payment:1")
    await bought(customer, 20_000, "payment:2")
    booked = await services.take_back_many(
        [
            Refund("payment:2", 10_000, "refund:1"),
            Refund("payment:8", 10_000, "refund:2"),
            Refund("payment:1", 5_000, "refund:3"),
            Refund("payment:1", 5_000, "refund:4"),
        ]
    )
    assert [each.points for each in booked] == [-100, -50, -50]
    assert (await services.balance(customer)).balance == 100


async def _merge(loser: int, survivor: int) -> Any:
    assert FOLLOWER.move is not None
    return await FOLLOWER.move(loser, survivor)


async def test_a_refund_after_a_merge_takes_the_points_where_they_are(make_customer: MakeCustomer) -> None:
    loser, survivor = await make_customer(), await make_customer()
    await bought(loser, 10_000, "order:1")
    await services.earn(survivor, 30, "own")
    memory = await _merge(loser, survivor)
    taken = await services.take_back("order:1", 5_000, "refund:1")
    assert taken is not None and (taken.points, taken.balance) == (-50, 80)
    found = await services.balance(survivor)
    assert (found.balance, found.growth, found.debt) == (80, 80, 0)
    left = await services.balance(loser)
    assert (left.balance, left.growth, left.debt) == (0, 0, 0)
    assert await services.take_back("order:1", 5_000, "refund:1") == taken
    await services.take_back("order:1", 5_000, "refund:2")
    found = await services.balance(survivor)
    assert (found.balance, found.growth, found.debt) == (30, 30, 0)
    assert await services.ledger_differences() == []
    with pytest.raises(PointsSpent):
        async with transaction():
            assert FOLLOWER.back is not None
            await FOLLOWER.back(loser, survivor, memory)
    assert await services.ledger_differences() == []


async def test_a_redemption_reversed_after_a_merge_comes_to_the_other_member(make_customer: MakeCustomer) -> None:
    loser, survivor = await make_customer(), await make_customer()
    await services.earn(loser, 100, "order:1")
    await services.earn(survivor, 5, "own")
    spent = await services.redeem(loser, 40, "shop:1")
    await _merge(loser, survivor)
    await services.reverse(spent.entry_id, "back:1")
    assert (await services.balance(survivor)).balance == 105
    assert (await services.balance(loser)).balance == 0
    await services.reverse(spent.entry_id, "back:1")
    assert (await services.redeem(survivor, 105, "shop:2")).balance == 0
    assert await services.ledger_differences() == []


async def test_sources_that_end_as_the_ledgers_own_are_taken_back(customer: int) -> None:
    await bought(customer, 10_000, "order:1")
    await services.redeem(customer, 60, "shop:1")
    for suffix in ("debt", "waived"):
        taken = await services.take_back("order:1", 5_000, f"back:{suffix}")
        assert taken is not None and taken.points == -50
    assert await services.ledger_differences() == []
