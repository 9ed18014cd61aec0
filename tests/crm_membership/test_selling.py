"""A membership is an invoice first: ordering it, once, and canceling what is not paid."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from crm_loyalty import services as loyalty
from crm_membership import selling
from crm_membership.models import Membership, Plan
from crm_membership.selling import order
from crm_receivables.services import credit_invoice
from guanxi import Conflict, InvalidInput, NotFound, execute, fetch_value, get, today, transaction, update
from guanxi.db import outside_transaction
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_membership.support import archive, given, invoice, memberships, night, on, pay, plan, tier

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]
ORDERED = ("waiting", None, None)


async def test_an_order_posts_an_invoice_with_the_tax_inside(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    made = await order(customer, (await plan()).id)
    row = await invoice(made)
    assert (row["customer_id"], row["state"], row["currency"]) == (customer, "posted", "CNY")
    assert (row["total"], row["tax"], row["outstanding"]) == (10_600, 600, 10_600)
    assert made.pay_by == row["due_on"] == today() + timedelta(days=14)
    assert await memberships(customer) == [ORDERED]
    assert await given(customer) == (None, None)


async def test_the_same_order_twice_is_one(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    first, second = await order(customer, of.id), await order(customer, of.id)
    assert first.fresh and not second.fresh
    assert (first.invoice_id, first.invoice_number) == (second.invoice_id, second.invoice_number)


async def test_thirty_orders_at_once_are_one(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    made = await asyncio.gather(*(order(customer, of.id) for _n in range(30)))
    assert sum(each.fresh for each in made) == 1
    assert len({each.invoice_id for each in made}) == 1
    assert await fetch_value("SELECT count(*) FROM crm_receivables_invoice") == 1


async def test_what_is_not_sold_cannot_be_ordered(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan(in_portal=False)
    with pytest.raises(NotFound):
        await order(customer, of.id, portal=True)
    await update(type(of), of.id, {"active": False})
    with pytest.raises(InvalidInput) as refused:
        await order(customer, of.id)
    assert set(refused.value.fields) == {"plan"}
    with pytest.raises(NotFound):
        await order(customer, of.id + 1)
    assert await fetch_value("SELECT count(*) FROM crm_receivables_invoice") == 0


async def test_nobody_buys_what_was_earned(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    await loyalty.earn(customer, (await tier()).threshold, "shop:1")
    with pytest.raises(Conflict, match="has earned this tier"):
        await order(customer, of.id)
    assert await memberships(customer) == []


async def test_an_order_that_is_not_paid_in_time_is_canceled(make_customer: MakeCustomer) -> None:
    paid, partly, unpaid = [await make_customer() for _n in range(3)]
    of = await plan()
    with on(date(2026, 3, 1)):
        orders = {each: await order(each, of.id) for each in (paid, partly, unpaid)}
        await pay(paid, orders[paid])
        await pay(partly, orders[partly], 1)
    with on(date(2026, 3, 22)):
        await night()
        assert await memberships(unpaid) == [ORDERED]
    with on(date(2026, 3, 23)):
        await night()
    assert await memberships(unpaid) == [("canceled", None, None)]
    assert (await invoice(orders[unpaid]))["state"] == "void"
    assert await memberships(partly) == [ORDERED]
    assert [state for state, *_days in await memberships(paid)] == ["active"]


async def test_an_order_that_is_credited_in_part_and_not_paid_is_canceled(make_customer: MakeCustomer) -> None:
    customer = await make_customer()
    with on(date(2026, 3, 1)):
        made = await order(customer, (await plan()).id)
        await credit_invoice(made.invoice_id, 100, reason="a bit less")
    with on(date(2026, 3, 23)):
        await night()
    assert await memberships(customer) == [("canceled", None, None)]
    assert (await invoice(made))["outstanding"] == 0


async def test_archived_customers_buy_nothing(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    await archive(customer)
    with pytest.raises(Conflict, match="archived"):
        await order(customer, of.id)
    assert await fetch_value("SELECT count(*) FROM crm_receivables_invoice") == 0


async def test_a_price_that_changes_while_one_orders_is_not_charged(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    async with transaction():
        await execute("UPDATE crm_membership_plan SET price = 99900, revision = revision + 1 WHERE id = $1", of.id)
        ordering = asyncio.create_task(order_elsewhere(customer, of))
        await asyncio.sleep(0.2)
        assert not ordering.done(), "it waits for the plan"
    with pytest.raises(Conflict, match="has changed"):
        await ordering
    assert await memberships(customer) == []


async def order_elsewhere(customer: int, of: Plan) -> None:
    with outside_transaction():
        await order(customer, of.id, portal=True, revision=of.revision)


async def test_staff_cancel_an_order_but_not_what_is_paid(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    made = await order(customer, of.id)
    await selling.cancel(await get(Membership, made.membership_id), "changed their mind")
    await night()
    again = await order(customer, of.id)
    assert again.fresh
    await pay(customer, again)
    with pytest.raises(Conflict, match="Credit the invoice"):
        await selling.cancel(await get(Membership, again.membership_id), "too late")
    assert [state for state, *_days in await memberships(customer)] == ["canceled", "active"]
