"""Memberships follow their invoices, tiers follow memberships; whatever happens to either, and in which order."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from crm_loyalty import services as loyalty
from crm_membership.following import follow
from crm_membership.selling import order
from crm_receivables.models import Payment
from crm_receivables.services import (
    NewPayment,
    PaymentMethod,
    ReversalCause,
    credit_invoice,
    record_payment,
    reverse_payment,
    settle_with,
    unallocate,
    void_invoice,
)
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.writing_off import request_write_off
from guanxi import execute, fetch, fetch_value, find, today, transaction, where
from guanxi.jobs.worker import run_pending
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_membership.support import bought, given, memberships, night, on, pay, plan, tier
from tests.crm_receivables.support import with_settings

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]
JANUARY = date(2026, 1, 31)
END = date(2027, 1, 30)
WAITS = ("waiting", None, None)


def cash(customer: int) -> NewPayment:
    return NewPayment(
        customer_id=customer, amount=10_600, currency="CNY", received_on=today(), method=PaymentMethod.CASH
    )


async def test_it_runs_from_the_day_on_which_it_is_paid(make_customer: MakeCustomer) -> None:
    customer, of, top = await make_customer(), await plan(), await tier()
    with on(date(2026, 1, 20)):
        made = await order(customer, of.id)
        await pay(customer, made, 10_599)
        assert await memberships(customer) == [WAITS]
    with on(JANUARY):
        await pay(customer, made, 1, "rest")
        assert await memberships(customer) == [("active", JANUARY, END)]
        assert await given(customer) == (top.id, END)
        assert await fetch_value("SELECT tier_id FROM crm_loyalty_member WHERE customer_id = $1", customer) == top.id


async def test_months_end_where_the_month_is_shorter(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    with on(JANUARY):
        await bought(customer, await plan(months=1))
    assert await memberships(customer) == [("active", JANUARY, date(2026, 2, 28))]


async def test_it_is_over_after_its_last_day(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    with on(JANUARY):
        await bought(customer, await plan())
    with on(END):
        await night()
        assert await memberships(customer) == [("active", JANUARY, END)]
    with on(date(2027, 1, 31)):
        await night()
        assert await memberships(customer) == [("over", JANUARY, END)]
        assert await given(customer) == (None, None)
        assert await fetch_value("SELECT count(*) FROM crm_membership_grant") == 0


async def test_the_next_one_of_the_tier_follows_the_first(make_customer: MakeCustomer) -> None:
    customer, of, top = await make_customer(), await plan(), await tier()
    with on(JANUARY):
        await bought(customer, of)
    second = (date(2027, 1, 31), date(2028, 1, 30))
    with on(date(2026, 12, 1)):
        made = await bought(customer, of)
        assert await memberships(customer) == [("active", JANUARY, END), ("active", *second)]
        assert await given(customer) == (top.id, second[1])
        await credit_invoice(made.invoice_id, reason="not wanted")
        await run_pending(50)
        assert await memberships(customer) == [("active", JANUARY, END), ("canceled", None, None)]
        assert await given(customer) == (top.id, END)


async def test_what_waits_for_its_turn_moves_up_when_the_first_is_given_back(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    with on(JANUARY):
        first = await bought(customer, of)
        await bought(customer, of)
        await credit_invoice(first.invoice_id, reason="not wanted")
        await run_pending(50)
        assert await memberships(customer) == [("canceled", JANUARY, END), ("active", JANUARY, END)]


async def test_a_payment_that_bounces_ends_it_and_the_days_that_were_left_run_on(make_customer: MakeCustomer) -> None:
    customer, of, top = await make_customer(), await plan(), await tier()
    with on(JANUARY):
        made = await order(customer, of.id)
        payment = await pay(customer, made)
    with on(date(2026, 2, 3)):
        await reverse_payment(payment, cause=ReversalCause.BOUNCED, reason="no funds")
        await run_pending(50)
        assert await memberships(customer) == [("waiting", JANUARY, END)]
        assert await given(customer) == (None, None)
    with on(date(2026, 6, 1)):
        await night()
        assert await memberships(customer) == [("waiting", JANUARY, END)], "what was paid once is owed"
        await pay(customer, made, reference="again")
        later = END + (date(2026, 6, 1) - date(2026, 2, 3))
        assert await memberships(customer) == [("active", JANUARY, later)]
        assert await given(customer) == (top.id, later)


async def test_taking_an_allocation_back_and_making_it_again_gives_no_day_more(make_customer: MakeCustomer) -> None:
    running, over, of = await make_customer(), await make_customer(), await plan()
    for customer, day, state in ((running, date(2026, 3, 1), "active"), (over, date(2027, 3, 1), "over")):
        with on(JANUARY):
            made = await order(customer, of.id)
            payment = await pay(customer, made)
        with on(day):
            await night()
            await unallocate(payment)
            await run_pending(50)
            assert await memberships(customer) == [("waiting", JANUARY, END)]
            await settle_with(payment, made.invoice_id)
            await run_pending(50)
            assert await memberships(customer) == [(state, JANUARY, END)]


async def test_months_in_a_row_are_counted_from_the_first(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan(months=1)
    with on(JANUARY):
        for _n in range(4):
            await bought(customer, of)
    ends = [date(2026, 2, 28), date(2026, 3, 30), date(2026, 4, 30), date(2026, 5, 30)]
    assert [last for _state, _first, last in await memberships(customer)] == ends
    with on(date(2026, 3, 15)):
        await bought(customer, of)
    assert [last for _state, _first, last in await memberships(customer)][-1] == date(2026, 6, 30)


async def test_a_credit_note_ends_it_and_taking_that_back_brings_it_again(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    with on(JANUARY):
        made = await bought(customer, await plan())
        await credit_invoice(made.invoice_id, reason="wrong customer")
        await run_pending(50)
        assert (await memberships(customer), await given(customer)) == ([("canceled", JANUARY, END)], (None, None))
        (note,) = await find(Payment, where.all_of(where.eq("customer", customer), where.eq("direction", "note")))
        await reverse_payment(note.id, cause=ReversalCause.MISTAKE, reason="right after all")
        await run_pending(50)
        payment = await fetch_value(
            "SELECT id FROM crm_receivables_payment WHERE customer_id = $1 AND direction = 'in'", customer
        )
        await settle_with(payment, made.invoice_id)
        await run_pending(50)
        assert await memberships(customer) == [("active", JANUARY, END)]


async def test_a_write_off_pays_nothing(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    made = await order(customer, (await plan(price=100)).id)
    with with_settings(ReceivablesSettings(write_off_limit=1)):
        _id, booked = await request_write_off(made.invoice_id, 100, "small")
    assert booked
    await run_pending(50)
    assert (await memberships(customer), await given(customer)) == ([WAITS], (None, None))


async def test_a_fee_of_the_bank_is_written_off_and_the_rest_pays(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    with on(JANUARY):
        made = await order(customer, (await plan()).id)
        await pay(customer, made, 10_599)
        with with_settings(ReceivablesSettings(write_off_limit=1)):
            await request_write_off(made.invoice_id, 1, "bank fee")
        await run_pending(50)
    assert await memberships(customer) == [("active", JANUARY, END)]


async def test_a_voided_invoice_cancels_the_order(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    made = await order(customer, (await plan()).id)
    await void_invoice(made.invoice_id)
    await run_pending(50)
    assert await memberships(customer) == [("canceled", None, None)]


async def test_the_higher_of_what_was_paid_and_what_people_gave_stays(make_customer: MakeCustomer) -> None:
    low, top, hand = await tier(1), await tier(), date(2026, 5, 1)
    honored, upgraded = await make_customer(), await make_customer()
    cheap, dear = await plan("Low", of=low), await plan("Top")
    with on(JANUARY):
        await loyalty.give_tier(honored, top.id, hand, reason="thirty years")
        await bought(honored, cheap)
        assert await given(honored) == (top.id, hand)
        await loyalty.give_tier(upgraded, low.id, hand, reason="sorry")
        await bought(upgraded, dear)
        assert await given(upgraded) == (top.id, END)
    with on(date(2026, 5, 2)):
        await night()
        assert await given(honored) == (low.id, END), "what was paid for comes once the other is over"


async def test_what_people_give_later_does_not_end_what_was_paid(make_customer: MakeCustomer) -> None:
    customer, low, top, hand = await make_customer(), await tier(1), await tier(), date(2026, 5, 1)
    with on(JANUARY):
        await bought(customer, await plan("Low", of=low))
    with on(date(2026, 3, 1)):
        await loyalty.give_tier(customer, top.id, hand, reason="sorry")
        await night()
        assert await given(customer) == (top.id, hand)
    with on(date(2026, 5, 2)):
        await night()
        assert await given(customer) == (low.id, END)


async def test_what_people_gave_comes_back_when_what_was_paid_is_over_or_bounces(make_customer: MakeCustomer) -> None:
    short, bounced, low, top = await make_customer(), await make_customer(), await tier(1), await tier()
    month, year, hand = await plan("Month", months=1), await plan("Year"), date(2026, 12, 31)
    with on(JANUARY):
        await loyalty.give_tier(short, low.id, hand, reason="partner")
        await bought(short, month)
        await loyalty.give_tier(bounced, top.id, hand, reason="partner")
        payment = await pay(bounced, await order(bounced, year.id))
        assert [await given(each) for each in (short, bounced)] == [(top.id, date(2026, 2, 28)), (top.id, END)]
    with on(date(2026, 3, 1)):
        await reverse_payment(payment, cause=ReversalCause.BOUNCED)
        await run_pending(50)
        await night()
        assert [await given(each) for each in (short, bounced)] == [(low.id, hand), (top.id, hand)]


async def test_the_lower_one_goes_on_when_the_higher_is_over(make_customer: MakeCustomer) -> None:
    customer, low, top = await make_customer(), await tier(1), await tier()
    with on(JANUARY):
        await bought(customer, await plan("Low", of=low))
        await bought(customer, await plan("Top", months=1))
        assert await given(customer) == (top.id, date(2026, 2, 28))
    with on(date(2026, 3, 1)):
        await night()
        assert await given(customer) == (low.id, END)


async def test_following_again_changes_nothing(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    await bought(customer, await plan())
    tables = ("crm_membership_membership", "crm_membership_grant", "crm_loyalty_tier_change", "guanxi_audit")
    before = [await fetch(f"SELECT to_jsonb(t) FROM {table} t ORDER BY id") for table in tables]
    async with transaction():
        await follow(customer)
    assert [await fetch(f"SELECT to_jsonb(t) FROM {table} t ORDER BY id") for table in tables] == before


async def test_what_is_paid_and_not_committed_is_not_followed(make_customer: MakeCustomer) -> None:
    """The job is there if and only if the payment is: a process that dies in between loses neither."""
    customer = await make_customer()
    made = await order(customer, (await plan()).id)
    with on(made.pay_by):
        with pytest.raises(ZeroDivisionError):
            async with transaction():
                await settle_with(await record_payment(cash(customer)), made.invoice_id)
                1 / 0  # noqa: B018
        assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'crm_membership.follow'") == 0
        await settle_with(await record_payment(cash(customer)), made.invoice_id)
        assert await memberships(customer) == [WAITS]
        assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'crm_membership.follow'") == 1
        await run_pending(50)
        assert [state for state, *_days in await memberships(customer)] == ["active"]


async def test_many_at_once_leave_every_customer_with_what_was_paid(make_customer: MakeCustomer) -> None:
    customers, plans, top = (
        [await make_customer() for _n in range(4)],
        [await plan(str(n)) for n in range(3)],
        await tier(),
    )

    async def buy(customer: int, place: int) -> None:
        made = await order(customer, plans[place].id)
        await pay(customer, made)

    with on(JANUARY):
        await asyncio.gather(*(buy(customer, place) for customer in customers for place in range(3)))
        while await run_pending(50):
            pass
        days = [JANUARY, date(2027, 1, 31), date(2028, 1, 31)]
        for customer in customers:
            assert sorted(first for _state, first, _last in await memberships(customer) if first) == days
            assert await given(customer) == (top.id, date(2029, 1, 30))
    assert await loyalty.ledger_differences() == []


async def test_the_night_makes_up_for_what_happened_while_nobody_listened(make_customer: MakeCustomer) -> None:
    """As while the add-on is disabled."""
    paid, voided, bounced, of = await make_customer(), await make_customer(), await make_customer(), await plan()
    with on(JANUARY):
        orders = {each: await order(each, of.id) for each in (paid, voided, bounced)}
        payment = await pay(bounced, orders[bounced])
        await settle_with(await record_payment(cash(paid)), orders[paid].invoice_id)
        await void_invoice(orders[voided].invoice_id)
        await reverse_payment(payment, cause=ReversalCause.BOUNCED)
        await execute("DELETE FROM guanxi_job WHERE name = 'crm_membership.follow'")
        assert [(await memberships(each))[0][0] for each in orders] == ["waiting", "waiting", "active"]
        await night()
        assert [(await memberships(each))[0][0] for each in orders] == ["active", "canceled", "waiting"]
        assert [(await given(each))[1] for each in orders] == [END, None, None]
