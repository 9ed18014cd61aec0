"""When money is expected, by how customers paid so far: figures worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_core.permissions import CorePermission
from crm_receivables.outlook import Collection, ExpectedWeek, Prepaid, receivables_outlook
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.services import ReversalCause, allocate_payment, credit_invoice, reverse_payment, unallocate
from guanxi import use_actor
from tests.crm_receivables.support import new_customer, pay, post, user

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
MONDAY = date(2026, 6, 1)


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


async def _paid_late(customer: int, amount: int, days: int) -> int:
    """A bill that was due 60 days ago, and paid so many days after that."""
    await post(customer, amount, posted_on=_day(-90), due_on=_day(-60))
    payment = await pay(customer, amount, on=_day(-60 + days))
    await allocate_payment(payment, on=_day(-60 + days))
    return payment


async def test_customers_are_expected_to_be_as_late_as_they_were() -> None:
    slow, unknown = await new_customer("慢"), await new_customer("新")
    await _paid_late(slow, 100, 5)
    await _paid_late(slow, 300, 13)
    for customer, amount, due in ((slow, 1_000, 3), (unknown, 70, 3), (slow, 7, -40), (slow, 9, 200)):
        await post(customer, amount, posted_on=_day(-50), due_on=_day(due))
    found = await receivables_outlook(MONDAY)
    assert found.weeks == [
        ExpectedWeek("CNY", _day(0), 1_000 + 70 + 7, 7),
        ExpectedWeek("CNY", _day(14), 0, 1_000 + 70),
        ExpectedWeek("CNY", None, 9, 9),
    ]
    open_and_billed = 1_000 + 70 + 7 + 9
    assert found.collection == [Collection("CNY", open_and_billed, 7, open_and_billed, 90, 11)]
    assert found.prepaid == []


async def test_what_was_taken_back_later_counts_on_its_day_and_not_after() -> None:
    customer = await new_customer()
    payment = await _paid_late(customer, 100, 10)
    await unallocate(payment, on=_day(-10))
    before, after = await receivables_outlook(_day(-20)), await receivables_outlook(MONDAY)
    assert (before.collection[0].delay, after.collection[0].delay) == (10, None)
    assert (before.prepaid, after.prepaid) == ([], [Prepaid("CNY", 1, 100)])
    await reverse_payment(payment, cause=ReversalCause.BOUNCED, on=_day(-5))
    assert (await receivables_outlook(MONDAY)).prepaid == []
    assert await receivables_outlook(_day(-20)) == before


async def test_credit_notes_say_nothing_of_how_customers_pay() -> None:
    customer = await new_customer()
    invoice = await post(customer, 100, posted_on=_day(-90), due_on=_day(-60))
    await credit_invoice(invoice, reason="x", on=_day(-1))
    assert (await receivables_outlook(MONDAY)).collection == []


async def test_only_of_customers_that_one_sees() -> None:
    seller = await user("seller", P.READ, CorePermission.READ)
    own, other = await new_customer(owner_id=seller.id), await new_customer()
    for customer in (own, other):
        await post(customer, 100, posted_on=_day(-5), due_on=_day(1))
        await pay(customer, 30, on=_day(-5))
    with use_actor(seller):
        found = await receivables_outlook(MONDAY)
    assert found.weeks == [ExpectedWeek("CNY", MONDAY, 100, 100)]
    assert found.prepaid == [Prepaid("CNY", 1, 30)]
    assert (await receivables_outlook(MONDAY)).prepaid == [Prepaid("CNY", 2, 60)]
