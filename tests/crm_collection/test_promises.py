"""Promises are kept or broken by what came in until their day and the days of grace."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crm_collection.exception_models import Promise
from crm_collection.promising import settle_promises
from crm_receivables.services import ReversalCause, reverse_payment
from guanxi import InvalidInput, create, execute, fetch_value, get, today
from tests.crm_collection.support import act, debtor, owing, run
from tests.crm_receivables.support import installments, pay, post, user

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


def ago(days: int) -> date:
    return today() - timedelta(days=days)


async def promised(customer: int, amount: int, made: int, due: int, **values: object) -> int:
    """Made and due so many days ago."""
    promise = await create(Promise, {"customer": customer, "amount": amount, "due_on": today(), **values})
    await execute(
        "UPDATE crm_collection_promise SET made_on = $2, due_on = $3 WHERE id = $1", promise.id, ago(made), ago(due)
    )
    return int(promise.id)


async def state(id: int) -> tuple[str, int]:
    promise = await get(Promise, id)
    return str(promise.state.value), promise.received


async def test_kept_as_soon_as_it_is_there_and_broken_after_the_grace() -> None:
    customer = await debtor()
    await owing(customer, 10_000)
    kept = await promised(customer, 1_000, 9, -5)
    await pay(customer, 600, on=ago(10))
    await pay(customer, 600, on=ago(8))
    assert await settle_promises(today()) == {"kept": 0, "broken": 0}
    await pay(customer, 400, on=ago(1))
    assert await settle_promises(today()) == {"kept": 1, "broken": 0}
    assert await state(kept) == ("kept", 1_000)
    late = await promised(customer, 5_000, 0, 2)
    assert await settle_promises(today()) == {"kept": 0, "broken": 0}, "two days of grace"
    await execute("UPDATE crm_collection_promise SET due_on = due_on - 1 WHERE id = $1", late)
    assert await settle_promises(today()) == {"kept": 0, "broken": 1}
    assert await settle_promises(today()) == {"kept": 0, "broken": 0}


async def test_a_payment_after_the_grace_does_not_keep_it() -> None:
    customer = await debtor()
    await owing(customer, 10_000)
    id = await promised(customer, 1_000, 20, 10)
    await pay(customer, 1_000, on=ago(7))
    await settle_promises(today())
    assert await state(id) == ("broken", 0)
    again = await promised(customer, 1_000, 20, 10)
    await pay(customer, 1_000, on=ago(8))
    await settle_promises(today())
    assert await state(again) == ("kept", 1_000)


async def test_of_one_installment_counts_what_settles_it() -> None:
    customer = await debtor()
    first, second = [(await installments(await post(customer, 5_000, posted_on=ago(60))))[0] for _n in range(2)]
    one = await promised(customer, 5_000, 5, 3, installment=first)
    two = await promised(customer, 5_000, 5, 3, installment=second)
    await pay(customer, 5_000, on=ago(4), oldest=True)
    assert await settle_promises(today()) == {"kept": 1, "broken": 1}
    assert (await state(one), await state(two)) == (("kept", 5_000), ("broken", 0))


async def test_a_broken_one_is_told_and_dunning_goes_on() -> None:
    owner = await user("owner")
    customer = await debtor(owner_id=owner.id)
    await owing(customer, 10_000)
    await promised(customer, 1_000, 9, 3)
    assert await run(today()) == []
    await settle_promises(today())
    told = "SELECT href FROM guanxi_notification WHERE user_id = $1 AND kind = 'promise'"
    assert str(await fetch_value(told, owner.id)).startswith("/crm_collection/promises/")
    assert len(await run(today())) == 1


async def test_what_a_promise_may_be() -> None:
    customer, other = await debtor(), await debtor("Other")
    (item,) = await owing(customer, 10_000)
    good = {"customer": customer, "amount": 1_000, "due_on": today()}
    for wrong, field in (
        ({**good, "amount": 0}, "amount"),
        ({**good, "due_on": ago(1)}, "due_on"),
        ({**good, "customer": None}, "customer"),
        ({**good, "customer": other, "installment": item}, "installment"),
        ({**good, "currency": "USD", "installment": item}, "installment"),
        ({**good, "installment": 999_999}, "installment"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await create(Promise, wrong)
        assert list(refused.value.fields) == [field], wrong
    first = await create(Promise, {"installment": item, "amount": 1_000, "due_on": today()})
    assert first.customer_id == customer
    with pytest.raises(InvalidInput):
        await create(Promise, {"installment": item, "amount": 500, "due_on": today()})
    await act(Promise, first.id, "withdraw")
    await create(Promise, {"installment": item, "amount": 500, "due_on": today()})


async def test_a_payment_that_bounces_breaks_what_it_had_kept() -> None:
    customer = await debtor()
    await owing(customer, 10_000)
    old, fresh = await promised(customer, 1_000, 20, 10), 0
    payment = await pay(customer, 1_000, on=ago(12))
    await settle_promises(today())
    fresh = await promised(customer, 1_000, 20, -5)
    await settle_promises(today())
    assert (await state(old), await state(fresh)) == (("kept", 1_000), ("kept", 1_000))
    await reverse_payment(payment, cause=ReversalCause.BOUNCED)
    assert (await state(old), await state(fresh)) == (("broken", 0), ("open", 0)), "there is time to pay"
    assert await run(today()) == []


async def test_of_an_installment_one_promise_is_open_again() -> None:
    customer = await debtor()
    (item,) = await owing(customer, 10_000)
    ids = []
    payment = await pay(customer, 1_000, on=ago(1), oldest=True)
    for _n in range(2):
        ids.append(await promised(customer, 1_000, 5, -5, installment=item))
        await settle_promises(today())
    await reverse_payment(payment, cause=ReversalCause.BOUNCED)
    assert [await state(id) for id in ids] == [("broken", 0), ("open", 0)]
