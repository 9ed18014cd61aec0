"""Rewards that give vouchers, coupons or cash-back: with the points and the stock, or not at all."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from crm_loyalty import gifts, queries, rewards, services
from crm_loyalty.choices import RewardKind
from crm_loyalty.errors import CannotGive, NotEnoughPoints, RewardGone, VoucherTaken, VoucherUsed
from crm_loyalty.models import Reward
from crm_offers import services as offers
from crm_offers.errors import CouponRefused, CouponSpent
from crm_wallet import services as wallet
from crm_wallet.errors import CashBackUsed
from guanxi import (
    Conflict,
    GuanxiError,
    InvalidInput,
    create,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    get,
    outside_transaction,
    transaction,
    update,
)
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import kinds
from tests.crm_offers.support import campaign, order
from tests.crm_offers.test_concurrency import in_two_processes

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def reward(**values: Any) -> int:
    """A thermos cup for 100 points, five in stock."""
    given = {"name": "Cup", "points": 100, "stock": 5, "type_id": await queries.main_type(), **values}
    return int((await create(Reward, given)).id)


async def coupon_reward(campaign_id: int, **values: Any) -> int:
    giver = rewards.giver_of(RewardKind.COUPON)
    assert giver is not None
    return await reward(kind=RewardKind.COUPON, gift=await giver.show(campaign_id), **values)


async def stock(reward_id: int) -> int:
    return int(await fetch_value("SELECT stock FROM crm_loyalty_reward WHERE id = $1", reward_id))


async def coupon_states(campaign_id: int) -> list[tuple[int, str]]:
    rows = await fetch(
        "SELECT customer_id, state FROM crm_offers_coupon WHERE campaign_id = $1 ORDER BY id", campaign_id
    )
    return [(row["customer_id"], row["state"]) for row in rows]


async def cash_backs(customer: int) -> list[tuple[int, int, str]]:
    rows = await fetch(
        "SELECT amount, remaining, state FROM crm_wallet_cash_back WHERE customer_id = $1 ORDER BY id", customer
    )
    return [(row["amount"], row["remaining"], row["state"]) for row in rows]


async def test_a_voucher_is_taken_once(customer: int) -> None:
    await services.earn(customer, 300, "order:1")
    id = await reward()
    done = await services.claim(customer, id, "shop:1")
    assert (done.kind, done.given, len(done.code)) == (RewardKind.VOUCHER, "", 16)
    assert await services.claim(customer, id, "shop:1") == done
    assert (await stock(id), await kinds(customer)) == (4, [("earn", 300), ("redeem", -100)])
    found = await services.find_voucher(f" {done.code[:8].lower()}-{done.code[8:]} ")
    assert found is not None and (found.code, found.reward, found.used) == (done.code, "Cup", False)
    assert (await services.take_voucher(done.code, "till:1")).used
    assert (await services.take_voucher(done.code, "till:1")).used, "the same till asks again"
    with pytest.raises(VoucherTaken):
        await services.take_voucher(done.code, "till:2")
    with pytest.raises(VoucherUsed):
        await services.reverse(done.entry_id, "back:1")
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE action = 'use'") == 1
    assert await services.find_voucher("0123456789ABCDEF") is None


async def test_a_coupon_of_a_campaign(customer: int) -> None:
    await services.earn(customer, 300, "order:1")
    given = await campaign()
    id = await coupon_reward(given)
    done = await services.claim(customer, id, "shop:1")
    assert (done.kind, done.code) == (RewardKind.COUPON, "")
    assert await services.claim(customer, id, "shop:1") == done
    assert await coupon_states(given) == [(customer, "issued")]
    assert await services.find_voucher(str(await fetch_value("SELECT code FROM crm_loyalty_voucher"))) is None

    await services.reverse(done.entry_id, "back:1")
    await services.reverse(done.entry_id, "back:1")
    assert (await coupon_states(given), await stock(id)) == ([(customer, "void")], 5)
    assert (await services.balance(customer)).balance == 300

    again = await services.claim(customer, id, "shop:2")
    await offers.redeem(order(again.given, customer=customer))
    with pytest.raises(CouponSpent):
        await services.reverse(again.entry_id, "back:2")
    assert (await services.balance(customer)).balance == 200
    assert await stock(id) == 4
    assert await services.ledger_differences() == []
    assert await offers.campaign_differences() == []


async def test_what_the_campaign_refuses_costs_nothing(customer: int) -> None:
    await services.earn(customer, 300, "order:1")
    id = await coupon_reward(await campaign(per_customer=1))
    await services.claim(customer, id, "shop:1")
    with pytest.raises(CouponRefused):
        await services.claim(customer, id, "shop:2")
    assert ((await services.balance(customer)).balance, await stock(id)) == (200, 4)
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_voucher") == 1


async def test_cash_back_on_the_next_invoice(customer: int) -> None:
    await services.earn(customer, 500, "order:1")
    id = await reward(kind=RewardKind.CASH_BACK, gift="5.00")
    done = await services.claim(customer, id, "shop:1")
    assert (done.given, await cash_backs(customer)) == ("5.00 CNY", [(500, 500, "waiting")])
    await services.reverse(done.entry_id, "back:1")
    assert await cash_backs(customer) == [(500, 0, "taken_back")]
    assert (await services.balance(customer)).balance == 500
    await wallet.take_back_cash_back(rewards.gift_source(done.entry_id))

    again = await services.claim(customer, id, "shop:2")
    await execute(
        "WITH used AS (INSERT INTO crm_wallet_cash_back_use (cash_back_id, amount, payment_id, invoice_id, source, at)"
        " SELECT id, 1, 1, 1, 'x', now() FROM crm_wallet_cash_back WHERE remaining > 0 RETURNING cash_back_id)"
        " UPDATE crm_wallet_cash_back SET remaining = 499 WHERE id = (SELECT cash_back_id FROM used)"
    )
    with pytest.raises(CashBackUsed):
        await services.reverse(again.entry_id, "back:2")
    with pytest.raises(VoucherUsed):
        await services.reverse(again.entry_id, "back:3", 50)
    assert (await services.balance(customer)).balance == 400
    assert await wallet.ledger_differences() == []


async def test_cash_back_that_settles_an_invoice_just_now_is_not_waited_for(program: Company, customer: int) -> None:
    await services.earn(customer, 500, "order:1")
    done = await services.claim(customer, await reward(kind=RewardKind.CASH_BACK, gift="5.00"), "shop:1")
    async with transaction():
        await execute("SELECT 1 FROM crm_wallet_cash_back WHERE customer_id = $1 FOR NO KEY UPDATE", customer)

        async def reverse() -> None:
            with outside_transaction():
                await services.reverse(done.entry_id, "back:1")

        with pytest.raises(CashBackUsed):
            await asyncio.wait_for(reverse(), 5)
    await services.reverse(done.entry_id, "back:1")
    assert (await services.balance(customer)).balance == 500


async def test_an_old_source_gives_nothing_of_what_the_reward_gives_now(customer: int) -> None:
    await services.earn(customer, 500, "order:1")
    id, given = await reward(), await campaign(name="Old source")
    first = await services.claim(customer, id, "shop:1")
    await update(Reward, id, {"kind": RewardKind.COUPON, "gift": "Old source"})
    assert await services.claim(customer, id, "shop:1") == first
    assert await coupon_states(given) == []


async def test_of_200_who_want_the_last_three_three_get_them(program: Company, make_customer: MakeCustomer) -> None:
    given = await campaign()
    id = await coupon_reward(given, stock=3)
    customers = [await make_customer() for _n in range(20)]
    for each in customers:
        await services.earn(each, 1_000, f"order:{each}")
    steps = [services.claim(each, id, f"shop:{each}:{n}") for n in range(10) for each in customers]
    found = await asyncio.gather(*steps, return_exceptions=True)
    assert {type(each) for each in found if isinstance(each, BaseException)} == {RewardGone}
    assert sum(not isinstance(each, BaseException) for each in found) == 3
    assert (await stock(id), len(await coupon_states(given))) == (0, 3)
    assert await services.ledger_differences() == []


async def test_of_200_redemptions_of_the_last_points_one_goes_through(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    given = await campaign()
    id = await coupon_reward(given, stock=500)
    steps = [services.claim(customer, id, f"shop:{n}") for n in range(200)]
    found = await asyncio.gather(*steps, return_exceptions=True)
    assert {type(each) for each in found if isinstance(each, BaseException)} == {NotEnoughPoints}
    assert sum(not isinstance(each, BaseException) for each in found) == 1
    assert ((await services.balance(customer)).balance, len(await coupon_states(given))) == (0, 1)


async def test_of_200_tills_in_two_processes_one_takes_the_voucher(program: Company, customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    done = await services.claim(customer, await reward(), "shop:1")
    taking = rewards._TAKE.replace("$1", f"'{done.code}'").replace("$2", "$1").replace("$3", "now()")
    counted = (
        f"WITH t AS ({taking}) SELECT crm_loyalty_type(CASE WHEN EXISTS (SELECT 1 FROM t) THEN 'points' ELSE '-' END)"
    )
    assert await in_two_processes(program, counted, 100, refused="GX012") == 1


async def test_of_200_tills_one_takes_the_voucher(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    done = await services.claim(customer, await reward(), "shop:1")
    steps = [services.take_voucher(done.code, f"till:{n}") for n in range(200)]
    found = await asyncio.gather(*steps, return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in found) == 1
    assert {type(each) for each in found if isinstance(each, BaseException)} == {VoucherTaken}


async def test_taking_and_reversing_at_once_never_do_both(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    id = await reward()
    for n in range(10):
        done = await services.claim(customer, id, f"shop:{n}")
        taken, back = await asyncio.gather(
            services.take_voucher(done.code, f"till:{n}"),
            services.reverse(done.entry_id, f"back:{n}"),
            return_exceptions=True,
        )
        assert isinstance(taken, GuanxiError) != isinstance(back, GuanxiError), (taken, back)
        if isinstance(back, GuanxiError):
            await services.earn(customer, 100, f"order:again:{n}")
            await execute("UPDATE crm_loyalty_reward SET stock = stock + 1 WHERE id = $1", id)
    assert await services.ledger_differences() == []


async def test_a_disabled_add_on_gives_nothing_and_the_reward_says_so(
    shared_directory: Directory, available: AvailableAddons, program: Company, customer: int
) -> None:
    await services.earn(customer, 300, "order:1")
    given = await campaign(name="Before the end")
    id = await coupon_reward(given)
    shown = await gifts.PANEL.load(id)
    assert [(str(each.label), each.value) for each in shown.figures] == [("Coupon", "Before the end")]
    done = await services.claim(customer, id, "shop:1")
    await disable(available, "crm_offers")
    without = await shared_directory.refresh("test")
    try:
        with use_company(without), use_actor(SYSTEM):
            with pytest.raises(CannotGive):
                await services.claim(customer, id, "shop:2")
            with pytest.raises(CannotGive):
                await services.reverse(done.entry_id, "back:1")
            shown = await gifts.PANEL.load(id)
            assert str(shown.figures[1].label) == "Cannot be redeemed"
            assert "not enabled" in shown.figures[1].value
            with pytest.raises(InvalidInput) as refused:
                await create(Reward, {"name": "New", "points": 1, "stock": 1, "kind": RewardKind.COUPON, "gift": "x"})
            assert "not enabled" in str(refused.value.fields["kind"])
            await update(Reward, id, {"active": False})
            assert not (await get(Reward, id)).active
    finally:
        with use_company(without), use_actor(SYSTEM):
            await enable(available, "crm_offers")
        await shared_directory.refresh("test")
    row = await fetch_row("SELECT points FROM crm_loyalty_entry WHERE id = $1", done.entry_id)
    assert row is not None and row["points"] == -100
    assert (await services.balance(customer)).balance == 200


async def test_the_form_reads_what_a_reward_gives(program: Company) -> None:
    one, two = await campaign(name="Twins"), await campaign(name="Twins")
    only = await campaign(name="Summer sale")
    assert {"Summer sale", f"Twins #{one}", f"Twins #{two}"} <= set(await gifts.offers())
    base = {"name": "Gift", "points": 10, "stock": 1}
    made = await create(Reward, {**base, "kind": RewardKind.COUPON, "gift": "Summer sale"})
    assert (made.gift, made.what) == ("Summer sale", only)
    made = await create(Reward, {**base, "kind": RewardKind.COUPON, "gift": f"Twins #{two}"})
    assert (made.gift, made.what) == (f"Twins #{two}", two)
    made = await create(Reward, {**base, "kind": RewardKind.CASH_BACK, "gift": "1,234.5"})
    assert (made.gift, made.what) == ("1234.50", 123_450)
    for kind, gift in (
        (RewardKind.COUPON, "Twins"),
        (RewardKind.COUPON, ""),
        (RewardKind.COUPON, "None such"),
        (RewardKind.CASH_BACK, "0"),
        (RewardKind.CASH_BACK, "-5"),
        (RewardKind.CASH_BACK, "five"),
        (RewardKind.VOUCHER, "Summer sale"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await create(Reward, {**base, "kind": kind, "gift": gift})
        assert list(refused.value.fields) == ["gift"], (kind, gift)
    with pytest.raises((InvalidInput, Conflict)):
        await gifts.refuse_currency("USD")
