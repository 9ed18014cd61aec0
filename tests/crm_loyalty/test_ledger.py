from __future__ import annotations

from datetime import timedelta

import asyncpg
import pytest

from crm_loyalty import services
from crm_loyalty.errors import (
    HoldClosed,
    MoreThanHeld,
    NoAccount,
    NoSuchHold,
    NotEnoughPoints,
    SourceTaken,
)
from crm_loyalty.services import Purchase
from guanxi import InvalidInput, clock, execute, fetch_value, transaction
from guanxi.context import Company
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import JAN_31, at, close_holds, kinds, lots

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_source_earns_once(customer: int, make_customer: MakeCustomer) -> None:
    first = await services.earn(customer, 100, "order:1")
    assert (first.points, first.balance) == (100, 100)
    assert await services.earn(customer, 100, "order:1") == first
    with pytest.raises(SourceTaken):
        await services.earn(customer, 90, "order:1")
    with pytest.raises(SourceTaken):
        await services.earn(await make_customer(), 100, "order:1")
    assert (await services.balance(customer)).balance == 100
    assert await services.ledger_differences() == []


async def test_purchases_earn_by_the_rule_in_one_batch(make_customer: MakeCustomer) -> None:
    one, two = await make_customer(), await make_customer()
    now = clock.now()
    purchases = [
        Purchase(one, 12_350, "CNY", "p:1", now),
        Purchase(two, 99, "CNY", "p:2", now),
        Purchase(one, 500, "CNY", "p:3", now),
        Purchase(two, 100, "CNY", "p:4", now),
        Purchase(two, 10_000, "EUR", "p:5", now),
    ]
    booked = await services.earn_for_purchases(purchases)
    assert [(each.points, each.balance) for each in booked] == [(123, 123), (5, 128), (1, 1)]
    assert await services.earn_for_purchases([*purchases, Purchase(one, 100, "CNY", "p:6", now)]) != booked
    assert (await services.balance(one)).balance == 129
    assert (await services.balance(two)).balance == 1
    assert await services.ledger_differences() == []


async def test_a_batch_with_one_conflict_books_nothing(make_customer: MakeCustomer) -> None:
    one, two = await make_customer(), await make_customer()
    now = clock.now()
    await services.earn_for_purchases([Purchase(one, 1000, "CNY", "p:1", now)])
    with pytest.raises(SourceTaken):
        await services.earn_for_purchases(
            [Purchase(two, 1000, "CNY", "p:2", now), Purchase(two, 1000, "CNY", "p:1", now)]
        )
    with pytest.raises(SourceTaken):
        await services.earn_for_purchases([Purchase(one, 2000, "CNY", "p:1", now)])
    assert (await services.balance(two)).account_id is None


async def test_unknown_customers_are_not_found(program: Company) -> None:
    with pytest.raises(NoAccount):
        await services.earn(10**9, 5, "order:1")
    with pytest.raises(NoAccount):
        await services.redeem(10**9, 5, "order:1")
    assert (await services.balance(10**9)).balance == 0


@pytest.mark.parametrize("points", [0, -1, services.MAX_POINTS + 1])
async def test_refuses_bad_numbers(customer: int, points: int) -> None:
    with pytest.raises(InvalidInput):
        await services.earn(customer, points, "a")
    with pytest.raises(InvalidInput):
        await services.redeem(customer, points, "a")


async def test_redeems_soonest_expiry_first(customer: int) -> None:
    """No expiry comes last; of equal ones the oldest, then the first booked (B3)."""
    now = clock.now()
    sooner, later = now + timedelta(days=5), now + timedelta(days=9)
    await execute(
        "SELECT crm_loyalty_add(crm_loyalty_type('points'), 'earn', array_fill($1::bigint, ARRAY[5]),"
        " '{10,10,10,10,10}', '{10,10,10,10,10}', array_fill(NULL::bigint, ARRAY[5]), '{a,b,c,d,e}', $2, $2, $3,"
        " array_fill(NULL::bigint, ARRAY[5]), '', $4, NULL, '')",
        customer,
        [now, now, now - timedelta(days=1), now, now],
        [None, later, later, sooner, sooner],
        now,
    )
    expected = {"d": 10, "e": 10, "c": 10, "b": 10, "a": 10}
    order = []
    for step in range(5):
        await services.redeem(customer, 10, f"r:{step}")
        emptied = await fetch_value(
            "SELECT e.source FROM crm_loyalty_consumption c JOIN crm_loyalty_lot l ON l.id = c.lot_id"
            " JOIN crm_loyalty_entry e ON e.id = l.entry_id ORDER BY c.id DESC LIMIT 1"
        )
        order.append(emptied)
    assert order == list(expected)
    with pytest.raises(NotEnoughPoints, match="Not enough points: 0"):
        await services.redeem(customer, 1, "r:6")


async def test_a_redemption_takes_from_several_lots_and_happens_once(customer: int) -> None:
    for n in range(3):
        await services.earn(customer, 40, f"order:{n}")
    first = await services.redeem(customer, 100, "shop:1")
    assert (first.points, first.balance) == (-100, 20)
    assert await lots(customer) == [(40, 0), (40, 0), (40, 20)]
    assert await services.redeem(customer, 100, "shop:1") == first
    with pytest.raises(SourceTaken):
        await services.redeem(customer, 99, "shop:1")
    with pytest.raises(NotEnoughPoints):
        await services.redeem(customer, 21, "shop:2")
    assert (await services.redeem(customer, 20, "shop:3")).balance == 0
    assert await services.redeem(customer, 100, "shop:1") == first
    assert await services.ledger_differences() == []


async def test_a_refusal_inside_a_transaction_leaves_nothing(customer: int) -> None:
    await services.earn(customer, 40, "order:1")
    with pytest.raises(NotEnoughPoints):
        async with transaction():
            await services.redeem(customer, 10, "shop:1")
            await services.redeem(customer, 31, "shop:2")
    assert (await services.balance(customer)).available == 40


async def test_holds_count_against_what_is_available(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    held = await services.hold(customer, 70, "cart:1")
    assert await services.hold(customer, 70, "cart:1") == held
    with pytest.raises(SourceTaken):
        await services.hold(customer, 71, "cart:1")
    found = await services.balance(customer)
    assert (found.balance, found.held, found.available) == (100, 70, 30)
    with pytest.raises(NotEnoughPoints):
        await services.redeem(customer, 31, "shop:1")
    with pytest.raises(MoreThanHeld):
        await services.capture(held.hold_id, 71)
    captured = await services.capture(held.hold_id, 60)
    assert (captured.points, captured.balance) == (-60, 40)
    assert await services.capture(held.hold_id, 60) == captured
    with pytest.raises(HoldClosed):
        await services.capture(held.hold_id, 61)
    with pytest.raises(HoldClosed):
        await services.release(held.hold_id)
    found = await services.balance(customer)
    assert (found.balance, found.held, found.available) == (40, 0, 40)
    assert await services.ledger_differences() == []


async def test_a_hold_releases_once(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    first, second = await services.hold(customer, 40, "cart:1"), await services.hold(customer, 50, "cart:2")
    for _again in range(2):
        assert (await services.release(first.hold_id)).state == "released"
    assert (await services.balance(customer)).held == 50
    with pytest.raises(HoldClosed):
        await services.capture(first.hold_id)
    with pytest.raises(NoSuchHold):
        await services.release(second.hold_id + 1)


async def test_a_hold_that_is_over_frees_its_points_and_cannot_be_captured(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
        held = await services.hold(customer, 80, "cart:1", minutes=10)
    with clock.travel(JAN_31 + timedelta(minutes=11)):
        with pytest.raises(HoldClosed, match="expired"):
            await services.capture(held.hold_id)
        assert (await services.balance(customer)).available == 100
        assert await close_holds() == 1
        assert await close_holds() == 0
        assert (
            await fetch_value(
                "SELECT held FROM crm_loyalty_account WHERE id = crm_loyalty_account_of($1, 'points')", customer
            )
            == 0
        )
        assert (await services.release(held.hold_id)).state == "expired"
    assert await services.ledger_differences() == []


async def test_a_redemption_uses_points_of_a_hold_that_is_over(customer: int) -> None:
    with clock.travel(JAN_31):
        await services.earn(customer, 100, "order:1")
        await services.hold(customer, 80, "cart:1", minutes=10)
    with clock.travel(JAN_31 + timedelta(minutes=11)):
        assert (await services.redeem(customer, 100, "shop:1")).balance == 0
    assert await services.ledger_differences() == []


async def test_adjusts_both_ways_with_a_reason(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    assert (await services.adjust(customer, 50, "a:1", reason="Birthday")).balance == 150
    assert (await services.adjust(customer, -120, "a:2", reason="Mistake")).balance == 30
    with pytest.raises(NotEnoughPoints):
        await services.adjust(customer, -31, "a:3", reason="Mistake")
    with pytest.raises(InvalidInput):
        await services.adjust(customer, 5, "a:4", reason=" ")
    assert (await services.balance(customer)).growth == 100
    assert await services.ledger_differences() == []


async def test_the_tier_follows_what_was_earned(customer: int) -> None:
    tiers = []
    for n, points in enumerate((499, 1, 1499, 1, 3000, 5000)):
        await services.earn(customer, points, f"order:{n}")
        tiers.append((await services.balance(customer)).tier)
    assert tiers == ["Member", "Silver", "Silver", "Gold", "Platinum", "Diamond"]
    await services.redeem(customer, 9999, "shop:1")
    found = await services.balance(customer)
    assert (found.tier, found.tier_zh, found.missing) == ("Diamond", "钻石会员", None)


async def test_the_statement_runs_from_opening_to_closing(customer: int) -> None:
    with clock.travel(at(2026, 3, 1, 12)):
        await services.earn(customer, 100, "order:1")
    with clock.travel(at(2026, 3, 5, 12)):
        await services.redeem(customer, 30, "shop:1", reason="Cup")
        await services.earn(customer, 7, "order:2")
    whole = await services.statement(customer)
    assert (whole.opening, whole.closing) == (0, 77)
    assert [(each.points, each.balance, each.reason) for each in whole.movements] == [
        (7, 77, ""),
        (-30, 70, "Cup"),
        (100, 100, ""),
    ]
    later = await services.statement(customer, at(2026, 3, 5))
    assert (later.opening, len(later.movements), later.closing) == (100, 2, 77)
    between = await services.statement(customer, at(2026, 3, 2), at(2026, 3, 3))
    assert (between.opening, between.movements, between.closing) == (100, [], 100)


@pytest.mark.parametrize("table", ["crm_loyalty_entry", "crm_loyalty_consumption", "crm_loyalty_rule"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET points = 1", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
async def test_the_database_refuses_to_change_the_ledger(customer: int, table: str, statement: str) -> None:
    await services.earn(customer, 100, "order:1")
    await services.redeem(customer, 10, "shop:1")
    before = await kinds(customer)
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute(statement.format(table))
    assert await kinds(customer) == before


async def test_the_database_refuses_a_balance_below_what_is_held(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    await services.hold(customer, 60, "cart:1")
    for change in ("balance = 59", "held = 101", "debt = -1"):
        with pytest.raises(asyncpg.CheckViolationError):
            await execute(f"UPDATE crm_loyalty_account SET {change}")
    for statement in ("UPDATE crm_loyalty_lot SET remaining = -1", "UPDATE crm_loyalty_member SET growth = -1"):
        with pytest.raises(asyncpg.CheckViolationError):
            await execute(statement)


async def test_card_numbers_are_random(make_customer: MakeCustomer) -> None:
    ids = [await make_customer() for _n in range(5)]
    now = clock.now()
    await services.earn_for_purchases([Purchase(id, 100, "CNY", f"p:{id}", now) for id in ids])
    cards = {(await services.balance(id)).card_number for id in ids}
    assert len(cards) == 5
    assert all(len(card) == 16 and set(card) <= set("0123456789ABCDEF") for card in cards)
