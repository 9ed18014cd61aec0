"""Points of a purchase that may still be returned: in the balance, not to be spent (money.md B2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crm_loyalty import services
from crm_loyalty.errors import NotEnoughPoints
from crm_loyalty.services import Purchase
from guanxi import clock
from tests.crm_loyalty.support import JAN_31, at, close_holds, kinds, lots, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def bought(customer: int, points: int, source: str) -> None:
    await services.earn_for_purchases([Purchase(customer, points * 100, "CNY", source, clock.now())])


async def test_can_be_spent_when_the_days_are_over(customer: int) -> None:
    with clock.travel(JAN_31), with_settings(pending_days=7):
        await services.earn(customer, 10, "gift")
        await bought(customer, 100, "order:1")
        found = await services.balance(customer)
        assert (found.balance, found.available, found.pending, found.growth) == (110, 10, 100, 110)
        with pytest.raises(NotEnoughPoints, match="10 are available"):
            await services.redeem(customer, 11, "shop:1")
        with pytest.raises(NotEnoughPoints):
            await services.hold(customer, 11, "cart:1")
    with clock.travel(at(2026, 2, 6, 23, 59)), pytest.raises(NotEnoughPoints):
        await services.redeem(customer, 11, "shop:2")
    with clock.travel(at(2026, 2, 7)):
        assert (await services.redeem(customer, 110, "shop:3")).balance == 0
    assert await services.ledger_differences() == []


async def test_soonest_expiry_first_passes_over_what_is_pending(customer: int) -> None:
    with clock.travel(JAN_31 - timedelta(days=40)), with_settings(pending_days=60):
        await bought(customer, 50, "order:1")
    with clock.travel(JAN_31):
        await services.earn(customer, 50, "order:2")
        await services.redeem(customer, 30, "shop:1")
    assert await lots(customer) == [(50, 50), (50, 20)]
    assert await services.ledger_differences() == []


async def test_a_refund_takes_back_the_pending_points_themselves(customer: int) -> None:
    with clock.travel(JAN_31), with_settings(pending_days=7):
        await services.earn(customer, 40, "gift")
        await bought(customer, 100, "order:1")
        back = await services.take_back("order:1", 6_000, "refund:1")
        assert back is not None and (back.points, back.balance) == (-60, 80)
        found = await services.balance(customer)
        assert (found.available, found.pending, found.debt, found.growth) == (40, 40, 0, 80)
    assert await lots(customer) == [(40, 40), (100, 40)]
    assert await services.ledger_differences() == []


async def test_what_was_owed_is_repaid_when_the_points_come_free(customer: int) -> None:
    with clock.travel(JAN_31), with_settings(pending_days=0, take_back="debt"):
        await bought(customer, 30, "order:1")
        await services.redeem(customer, 30, "shop:1")
        await services.take_back("order:1", 3_000, "refund:1")
    with clock.travel(JAN_31), with_settings(pending_days=7):
        await bought(customer, 100, "order:2")
        found = await services.balance(customer)
        assert (found.balance, found.available, found.debt, found.pending) == (70, 0, 30, 100)
    with clock.travel(at(2026, 2, 7)):
        assert (await services.balance(customer)).available == 70
        assert await close_holds() == 1
        found = await services.balance(customer)
        assert (found.balance, found.available, found.debt, found.pending) == (70, 70, 0, 0)
        assert await close_holds() == 0
    assert (await kinds(customer))[-1] == ("earn", 100)
    assert await services.ledger_differences() == []


async def test_points_that_would_be_over_while_pending_are_free_at_once(customer: int) -> None:
    with clock.travel(JAN_31), with_settings(pending_days=365):
        await bought(customer, 100, "order:1")
        found = await services.balance(customer)
    assert (found.available, found.pending) == (0, 100), "twelve months are longer than the 365 days"
    with clock.travel(at(2027, 1, 31, 12)):
        assert (await services.balance(customer)).available == 100


async def test_clocks_of_processes_may_differ(customer: int) -> None:
    with clock.travel(JAN_31 + timedelta(seconds=1)):
        await services.earn(customer, 100, "order:1")
    with clock.travel(JAN_31):
        assert (await services.redeem(customer, 60, "shop:1")).balance == 40
        assert (await services.balance(customer)).available == 40
        held = await services.hold(customer, 40, "cart:1")
        assert (await services.capture(held.hold_id)).balance == 0
    assert await services.ledger_differences() == []
