"""Points for both sides: after a paid order beyond its refund window, once, and no more than the cap."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta

import asyncpg
import pytest

from crm_loyalty import services as loyalty
from crm_loyalty.events import OrderReturned, OrderTold
from crm_receivables.events import (
    PaymentsReceived,
    PaymentsRefunded,
    PaymentsReversed,
    ReceivedPayment,
    RefundedPayment,
    ReversedPayment,
)
from crm_referrals import rewarding
from crm_referrals.errors import NoSuchOrder, OrderTaken, RefundTooLarge
from crm_referrals.models import Referral
from guanxi import Conflict, clock, fetch_row, get, publish, today, transaction
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_referrals.support import pay, points, reach, refer, refund, reward, states, with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")
_FAILS = """
SELECT ($1::bigint + $3::bigint + $4::bigint + $6::bigint) / 0 WHERE $2::timestamptz > '2000-01-01' AND $5::text IS NULL
"""
WAITING = ("waiting", None, 0, 0)
QUALIFIED = ("qualified", None, 0, 0)
REWARDED = ("rewarded", None, 200, 100)


async def test_both_get_points_after_the_refund_window(make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    await refer(one, new)
    with with_settings("crm_loyalty", pending_days=14):
        assert await pay(new, 9_999, source="small") is None
        assert await pay(new, 10_000) is not None
        assert await states() == [QUALIFIED]
        with clock.travel(clock.now() + timedelta(days=13)):
            assert await reward() == 0
        with clock.travel(clock.now() + timedelta(days=14)):
            assert await reward() == 1
            assert await reward() == 0
    assert await states() == [REWARDED]
    assert await points(one, new) == [200, 100]
    movement = (await loyalty.statement(one)).movements[0]
    assert movement.source.startswith("referral:") and movement.source.endswith(":referrer")
    assert await loyalty.ledger_differences() == []


async def test_what_is_given_back_does_not_count(make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    await refer(one, new)
    await pay(new, 30_000)
    assert await refund(new, 20_000) == "qualified"
    assert await refund(new, 20_000) == "qualified"
    with pytest.raises(RefundTooLarge):
        await refund(new, 10_001, "more")
    with pytest.raises(OrderTaken):
        await refund(new, 1, "r")
    assert await refund(new, 1, "last") == "waiting"
    assert await pay(new, 30_000) is None  # the same order counts no more
    with pytest.raises(NoSuchOrder):
        await refund(new, 1, "other")
    assert await reward() == 0
    assert await pay(new, 10_000, source="order:next") is not None
    with pytest.raises(OrderTaken):
        await pay(new, 10_001, source="order:next")
    assert await reward() == 1
    assert await states() == [REWARDED]


async def tell(event: PaymentsReceived | PaymentsRefunded | PaymentsReversed) -> None:
    async with transaction():
        await publish(event)


async def test_payments_of_the_books_count_by_themselves(make_customer: MakeCustomer) -> None:
    people = [await make_customer() for _n in range(6)]
    for other in people[1:5]:
        await refer(people[0], other)
    received = [ReceivedPayment(n, customer, 10_000, "CNY", today()) for n, customer in enumerate(people[1:], 1)]
    received += [ReceivedPayment(9, people[1], 20_000, "CNY", today() - timedelta(days=1))]
    await tell(PaymentsReceived((*received, ReceivedPayment(10, people[4], 10**9, "USD", today()))))
    row = await fetch_row("SELECT order_source, amount FROM crm_referrals_referral WHERE referred_id = $1", people[1])
    assert row is not None and (row["order_source"], row["amount"]) == ("payment:9", 20_000)
    refunded = PaymentsRefunded((RefundedPayment(1, 2, people[2], 10_000, "CNY"),))
    reversed_ = PaymentsReversed((ReversedPayment(2, 3, people[3], 10_000, "CNY"),))
    for _again in range(2):
        await tell(refunded)
        await tell(reversed_)
    assert await states() == [QUALIFIED, WAITING, WAITING, QUALIFIED]
    assert await reward() == 2
    await tell(PaymentsRefunded((RefundedPayment(3, 9, people[1], 20_000, "CNY"),)))
    assert await states() == [REWARDED, WAITING, WAITING, REWARDED]
    row = await fetch_row("SELECT refunded FROM crm_referrals_referral WHERE referred_id = $1", people[1])
    assert row is not None and row["refunded"] == 20_000


async def test_the_cap_of_a_year_holds_also_at_once(make_customer: MakeCustomer) -> None:
    one, others = await make_customer(), [await make_customer() for _n in range(10)]
    rows = []
    for other in others:
        rows.append({"id": await refer(one, other), "referrer_id": one, "referred_id": other})
        await pay(other)
    with with_settings(yearly_cap=3):
        await asyncio.gather(*(rewarding.settle(row) for row in rows))
        assert Counter(await states()) == {REWARDED: 3, ("rewarded", "cap", 0, 100): 7}
        assert await points(one, *others) == [600] + [100] * 10
    late = await make_customer()
    next_year = clock.now().replace(year=clock.now().year + 1)
    with clock.travel(next_year), with_settings(yearly_cap=3):
        await reach(late, created_at=next_year)
        await refer(one, late)
        await pay(late)
        assert await reward() == 1
        assert (await states())[-1] == REWARDED


async def test_a_reward_comes_once_however_often_it_is_tried(make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    row = {"id": await refer(one, new), "referrer_id": one, "referred_id": new}
    await pay(new)
    found = await asyncio.gather(*(rewarding.settle(row) for _n in range(12)))
    assert sum(found) == 1
    assert await points(one, new) == [200, 100]
    assert await loyalty.ledger_differences() == []


async def test_a_refund_at_the_moment_of_the_reward(make_customer: MakeCustomer) -> None:
    for _round in range(8):
        one, new = await make_customer(), await make_customer()
        row = {"id": await refer(one, new), "referrer_id": one, "referred_id": new}
        await pay(new)
        await asyncio.gather(rewarding.settle(row), refund(new, 10_000))
        expected = [200, 100] if (await states())[-1] == REWARDED else [0, 0]
        assert (await states())[-1] in (REWARDED, WAITING)
        assert await points(one, new) == expected


async def test_what_fails_halfway_leaves_nothing(make_customer: MakeCustomer, monkeypatch: pytest.MonkeyPatch) -> None:
    one, new = await make_customer(), await make_customer()
    row = {"id": await refer(one, new), "referrer_id": one, "referred_id": new}
    await pay(new)
    with monkeypatch.context() as patch:
        patch.setattr(rewarding, "_REWARD", _FAILS)
        with pytest.raises(asyncpg.DivisionByZeroError):
            await rewarding.settle(row)
    assert await points(one, new) == [0, 0]
    assert await reward() == 1


async def test_one_that_cannot_be_rewarded_keeps_no_other_from_it(make_customer: MakeCustomer) -> None:
    one, new, other = [await make_customer() for _n in range(3)]
    first = await refer(one, new)
    await refer(one, other)
    await loyalty.earn(one, 1, f"referral:{first}:referrer")
    for customer in (new, other):
        await pay(customer)
    assert await reward() == 1
    assert await states() == [QUALIFIED, REWARDED]
    assert await points(one, new, other) == [201, 0, 100]


async def test_an_archived_customer_ends_it(make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    await refer(one, new)
    await pay(new)
    await reach(one, archived=True)
    assert await reward() == 0
    assert await states() == [("refused", "gone", 0, 0)]
    assert await points(one, new) == [0, 0]


async def test_staff_refuse_and_take_back(make_customer: MakeCustomer) -> None:
    one, new, other = [await make_customer() for _n in range(3)]
    first, second = await refer(one, new), await refer(one, other)
    await pay(new)
    assert await reward() == 1
    await loyalty.redeem(new, 60, "spent")
    await rewarding.refuse(await get(Referral, second), "made up")
    with pytest.raises(Conflict):
        await rewarding.refuse(await get(Referral, first), "too late")
    await rewarding.take_back(await get(Referral, first), "a ring")
    with pytest.raises(Conflict):
        await rewarding.take_back(await get(Referral, first), "again")
    assert await states() == [("refused", "taken_back", 200, 100), ("refused", "staff", 0, 0)]
    assert await points(one, new) == [0, -60]
    assert await pay(other) is None
    assert await loyalty.ledger_differences() == []


async def test_without_points_there_is_nothing_to_book(make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    await refer(one, new)
    with with_settings(referrer_points=0, minimum=0):
        assert await pay(new, 1) is not None
        assert await reward() == 1
    assert await states() == [("rewarded", None, 0, 100)]


async def test_orders_of_tills_count_too(make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    await refer(one, new)
    for _again in range(2):
        async with transaction():
            await publish(OrderTold(new, 15_000, "CNY", today(), "order:1"))
        assert await states() == [QUALIFIED]
    for _again in range(2):
        async with transaction():
            await publish(OrderReturned("order:1", "return:1", 10_000))
        assert await states() == [WAITING]
    async with transaction():
        await publish(OrderTold(new, 15_000, "CNY", today(), "order:1"))
        await publish(OrderReturned("order:nobody", "return:2", 10_000))
    assert await states() == [WAITING], "what was given back does not count again"
    async with transaction():
        await publish(OrderTold(new, 10_000, "CNY", today(), "order:2"))
    assert await reward() == 1
    assert await points(one, new) == [200, 100]
