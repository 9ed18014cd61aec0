"""Each step by its own figures: topping up, spending, giving back, refunding, holding, expiring, correcting."""

from __future__ import annotations

from datetime import timedelta

import asyncpg
import pytest

from crm_wallet import ledger, services
from crm_wallet.errors import (
    HoldClosed,
    MoreThanHeld,
    NotEnough,
    NothingToGiveBack,
    NotPaidIn,
    NoWallet,
    OverCeiling,
    SourceTaken,
)
from guanxi import InvalidInput, clock, execute, fetch_value
from tests.crm_wallet.support import JAN_31, fill, kinds, lots, make_offer, stands, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_offer_gives_bonus_apart_from_principal(customer: int) -> None:
    offer = await make_offer(50_000, 5_000)
    booked = await services.top_up(customer, 50_000, "CNY", "order:1", offer_id=offer)
    assert (booked.principal, booked.bonus) == (50_000, 5_000)
    assert await services.top_up(customer, 50_000, "CNY", "order:1", offer_id=offer) == booked
    with pytest.raises(SourceTaken):
        await services.top_up(customer, 40_000, "CNY", "order:1")
    assert await stands(customer) == (50_000, 5_000)
    assert await services.ledger_differences() == []


async def test_an_offer_holds_for_its_amount_currency_and_days(customer: int) -> None:
    tomorrow = clock.now().date() + timedelta(days=2)
    for offer, amount, currency in (
        (await make_offer(50_000, 5_000), 40_000, "CNY"),
        (await make_offer(50_000, 5_000), 50_000, "EUR"),
        (await make_offer(50_000, 5_000, active=False), 50_000, "CNY"),
        (await make_offer(50_000, 5_000, valid_from=tomorrow), 50_000, "CNY"),
        (await make_offer(50_000, 5_000, valid_until=tomorrow - timedelta(days=9)), 50_000, "CNY"),
        (10**9, 50_000, "CNY"),
    ):
        with pytest.raises(InvalidInput):
            await services.top_up(customer, amount, currency, "order:1", offer_id=offer)
    assert await kinds(customer) == []


@pytest.mark.parametrize(
    ("order", "principal", "bonus"), [("proportion", 910, 90), ("principal", 1000, 0), ("bonus", 0, 1000)]
)
async def test_what_is_spent_first_is_a_setting(customer: int, order: str, principal: int, bonus: int) -> None:
    await fill(customer, 50_000, 5_000)
    with with_settings(order=order):
        spent = await services.spend(customer, 1000, "CNY", "shop:1")
    assert (spent.principal, spent.bonus) == (-principal, -bonus)
    assert (spent.principal_after, spent.bonus_after) == (50_000 - principal, 5_000 - bonus)
    assert await services.ledger_differences() == []


async def test_all_of_it_can_be_spent_in_whatever_order(customer: int) -> None:
    for n, order in enumerate(("proportion", "principal", "bonus")):
        await fill(customer, 701, 299, f"start:{n}")
        with with_settings(order=order):
            with pytest.raises(NotEnough):
                await services.spend(customer, 1001, "CNY", f"much:{n}")
            for m, amount in enumerate((333, 333, 334)):
                await services.spend(customer, amount, "CNY", f"shop:{n}:{m}")
        assert await stands(customer) == (0, 0)
    assert await services.ledger_differences() == []


async def test_giving_back_in_parts_returns_both_parts_exactly(customer: int) -> None:
    await fill(customer, 50_000, 5_000)
    spent = await services.spend(customer, 1001, "CNY", "shop:1")
    back = [await services.give_back(spent.entry_id, f"back:{n}", 77) for n in range(13)]
    assert sum(each.principal for each in back) == -spent.principal
    assert sum(each.bonus for each in back) == -spent.bonus
    assert all(each.principal >= 0 and each.bonus >= 0 for each in back)
    with pytest.raises(NothingToGiveBack):
        await services.give_back(spent.entry_id, "back:more", 1)
    assert await services.give_back(spent.entry_id, "back:3", 77) == back[3]
    assert await stands(customer) == (50_000, 5_000)
    assert await services.ledger_differences() == []


async def test_money_back_is_principal_alone_and_bonus_goes_with_it(customer: int) -> None:
    await fill(customer, 50_000, 5_000)
    refunded = await services.cash_refund(customer, 20_000, "CNY", "till:1")
    assert (refunded.principal, refunded.bonus) == (-20_000, -2_000)
    assert await services.cash_refund(customer, 20_000, "CNY", "till:1") == refunded
    with pytest.raises(NotPaidIn):
        await services.cash_refund(customer, 30_001, "CNY", "till:2")
    await services.cash_refund(customer, 30_000, "CNY", "till:3")
    assert await stands(customer) == (0, 0)
    assert [kind for kind, _p, _b in await kinds(customer)] == [
        "top_up", "cash_refund", "forfeit", "cash_refund", "forfeit",
    ]  # fmt: skip
    assert await services.ledger_differences() == []


async def test_bonus_stays_where_the_company_says_so(customer: int) -> None:
    await fill(customer, 50_000, 5_000)
    with with_settings(refunded_bonus="keep"):
        await services.cash_refund(customer, 50_000, "CNY", "till:1")
    assert await stands(customer) == (0, 5_000)


async def test_no_more_is_refunded_than_was_paid_in(customer: int) -> None:
    booked = await fill(customer, 1_000)
    await ledger.adjust(booked.wallet_id, 5_000, 0, "fix:1", "Goodwill")
    with pytest.raises(NotPaidIn):
        await services.cash_refund(customer, 1_001, "CNY", "till:1")
    await services.cash_refund(customer, 1_000, "CNY", "till:2")
    with pytest.raises(NotPaidIn):
        await services.cash_refund(customer, 1, "CNY", "till:3")
    assert await stands(customer) == (5_000, 0)


async def test_a_hold_sets_aside_and_is_captured_once(customer: int) -> None:
    await fill(customer, 50_000, 5_000)
    held = await services.hold(customer, 33_000, "CNY", "cart:1")
    assert (held.principal, held.bonus) == (30_000, 3_000)
    assert await services.hold(customer, 33_000, "CNY", "cart:1") == held
    with pytest.raises(NotEnough):
        await services.spend(customer, 22_001, "CNY", "shop:1")
    with pytest.raises(NotPaidIn):
        await services.cash_refund(customer, 20_001, "CNY", "till:1")
    with pytest.raises(MoreThanHeld):
        await services.capture(held.hold_id, 33_001)
    taken = await services.capture(held.hold_id, 11_000)
    assert (taken.principal, taken.bonus) == (-10_000, -1_000)
    assert await services.capture(held.hold_id, 11_000) == taken
    with pytest.raises(HoldClosed):
        await services.release(held.hold_id)
    assert (await services.balances(customer))[0].free == 44_000
    assert await services.ledger_differences() == []


async def test_a_hold_that_is_over_frees_itself(customer: int) -> None:
    await fill(customer, 1_000)
    held = await services.hold(customer, 1_000, "CNY", "cart:1", minutes=5)
    with clock.travel(clock.now() + timedelta(minutes=6)):
        with pytest.raises(HoldClosed):
            await services.capture(held.hold_id)
        assert (await ledger.close_holds(100))["wallets"] == 1
        await services.spend(customer, 1_000, "CNY", "shop:1")
    assert (await services.release(held.hold_id)).state == "expired"


async def test_bonus_expires_soonest_first_and_principal_never(customer: int) -> None:
    with clock.travel(JAN_31):
        for n, days in enumerate((60, 30)):
            offer = await make_offer(10_000, 1_000, days)
            await services.top_up(customer, 10_000, "CNY", f"top:{n}", offer_id=offer)
        with with_settings(order="bonus"):
            spent = await services.spend(customer, 400, "CNY", "shop:1")
        assert await lots(customer) == [(1_000, 1_000), (1_000, 600)]
    with clock.travel(JAN_31 + timedelta(days=31)):
        assert await stands(customer) == (20_000, 1_000)
        assert (await ledger.expire(0, 100))["expired"] == 600
        assert (await ledger.expire(0, 100))["expired"] == 0
        back = await services.give_back(spent.entry_id, "back:1")
        assert (back.bonus, back.bonus_after) == (400, 1_400)
        assert [kind for kind, _p, _b in await kinds(customer)][-3:] == ["give_back", "expire", "grace"]
    with clock.travel(JAN_31 + timedelta(days=4000)):
        assert (await ledger.expire(0, 100))["expired"] == 1_400
        assert await stands(customer) == (20_000, 0)
    assert await services.ledger_differences() == []


async def test_without_grace_bonus_given_back_late_expires(customer: int) -> None:
    with clock.travel(JAN_31), with_settings(order="bonus"):
        offer = await make_offer(10_000, 1_000, 30)
        await services.top_up(customer, 10_000, "CNY", "top:1", offer_id=offer)
        spent = await services.spend(customer, 400, "CNY", "shop:1")
    with clock.travel(JAN_31 + timedelta(days=31)), with_settings(grace_days=0):
        back = await services.give_back(spent.entry_id, "back:1")
    assert (back.bonus, back.bonus_after) == (400, 0)
    assert await services.ledger_differences() == []


async def test_what_was_held_in_time_is_captured_after_its_bonus_is_over(customer: int) -> None:
    with clock.travel(JAN_31):
        offer = await make_offer(10_000, 1_000, 30)
        await services.top_up(customer, 10_000, "CNY", "top:1", offer_id=offer)
        held = await services.hold(customer, 5_500, "CNY", "cart:1", minutes=10_080)
    end = await fetch_value("SELECT min(expires_at) FROM crm_wallet_lot")
    with clock.travel(end - timedelta(minutes=1)):
        late = await services.hold(customer, 1_100, "CNY", "cart:2")
    with clock.travel(end):
        assert (await services.capture(late.hold_id)).bonus == -100
    assert await services.ledger_differences() == []
    assert held.bonus == 500


async def test_the_ceiling_is_five_thousand_yuan_of_principal(customer: int) -> None:
    await services.top_up(customer, 500_000, "CNY", "top:1")
    with pytest.raises(OverCeiling):
        await services.top_up(customer, 1, "CNY", "top:2")
    with with_settings(wallet_ceiling=0):
        await services.top_up(customer, 10**9, "CNY", "top:3")


async def test_a_customer_has_a_wallet_for_each_currency(customer: int) -> None:
    await services.top_up(customer, 1_000, "CNY", "top:1")
    await services.top_up(customer, 3_000, "JPY", "top:2")
    assert [(each.currency, each.principal) for each in await services.balances(customer)] == [
        ("CNY", 1_000),
        ("JPY", 3_000),
    ]
    with pytest.raises(NoWallet):
        await services.spend(customer, 1, "EUR", "shop:1")
    with pytest.raises(NoWallet):
        await services.top_up(10**9, 1, "CNY", "top:3")


@pytest.mark.parametrize("source", ["", "x" * 181, "a\x00b", "guanxi:payment:1"])
async def test_sources_are_checked(customer: int, source: str) -> None:
    with pytest.raises(InvalidInput):
        await services.top_up(customer, 1_000, "CNY", source)


@pytest.mark.parametrize("amount", [0, -1, 10**12 + 1])
async def test_amounts_are_checked(customer: int, amount: int) -> None:
    with pytest.raises(InvalidInput):
        await services.top_up(customer, amount, "CNY", "top:1")


@pytest.mark.parametrize("table", ["entry", "consumption", "card_entry", "invoice_payment", "cash_back_use"])
async def test_the_database_refuses_to_change_ledgers(customer: int, table: str) -> None:
    await fill(customer, 1_000, 100)
    for statement in (f"UPDATE crm_wallet_{table} SET id = id", f"DELETE FROM crm_wallet_{table}"):
        with pytest.raises(asyncpg.PostgresError):
            await execute(statement)
