"""Of a thing one promise, one dispute and one block is open, however many note it at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from crm_collection.exception_models import Block, Dispute, Promise
from crm_collection.merging import FOLLOWERS
from crm_collection.promising import settle_promises
from crm_receivables.services import ReversalCause, reverse_payment
from guanxi import InvalidInput, create, execute, fetch, fetch_value, today
from tests.crm_collection.support import act, debtor, owing
from tests.crm_collection.test_promises import ago, promised, state
from tests.crm_receivables.support import pay

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


@pytest.mark.parametrize(
    ("model", "values", "of"),
    [
        (Promise, {"amount": 1_000}, "customer"),
        (Promise, {"amount": 1_000}, "installment"),
        (Dispute, {"reason": "broken"}, "invoice"),
        (Dispute, {"reason": "broken"}, "installment"),
        (Block, {"reason": "friends"}, "customer"),
        (Block, {"reason": "friends"}, "installment"),
    ],
)
async def test_of_many_at_once_one_is_left(model: Any, values: dict[str, Any], of: str) -> None:
    customer = await debtor()
    (item,) = await owing(customer, 10_000)
    invoice = await fetch_value("SELECT invoice_id FROM crm_receivables_installment WHERE id = $1", item)
    if model is Promise:
        values = {**values, "due_on": today()}
    given = {**values, of: {"customer": customer, "installment": item, "invoice": invoice}[of]}
    found = await asyncio.gather(*(create(model, given) for _n in range(8)), return_exceptions=True)
    assert sum(isinstance(each, model) for each in found) == 1
    assert all(isinstance(each, model | InvalidInput) for each in found)
    assert await fetch_value(f"SELECT count(*) FROM {model._meta.db_table}") == 1


async def test_others_are_noted_beside_it_and_once_more_after_it() -> None:
    customer = await debtor()
    first, second = await owing(customer, 10_000, 10_000)
    for values in ({"customer": customer}, {"installment": first}, {"installment": second}):
        block = await create(Block, {**values, "reason": "x"})
    await create(Promise, {"customer": customer, "amount": 1, "due_on": today(), "currency": "USD"})
    await create(Promise, {"customer": customer, "amount": 1, "due_on": today()})
    await act(Block, block.id, "lift")
    again = await create(Block, {"installment": second, "reason": "again", "until_on": today()})
    await execute("UPDATE crm_collection_block SET until_on = $2 WHERE id = $1", again.id, ago(1))
    await create(Block, {"installment": second, "reason": "the last one has ended"})
    assert await fetch_value("SELECT lifted_on FROM crm_collection_block WHERE id = $1", again.id) == ago(1)


async def test_of_a_customer_one_promise_is_open_again() -> None:
    customer = await debtor()
    await owing(customer, 10_000)
    payment = await pay(customer, 1_000, on=ago(1))
    ids = []
    for _n in range(2):
        ids.append(await promised(customer, 1_000, 5, -5))
        await settle_promises(today())
    last = await create(Promise, {"customer": customer, "amount": 9_000, "due_on": today() + timedelta(days=1)})
    await reverse_payment(payment, cause=ReversalCause.BOUNCED)
    assert [await state(id) for id in (*ids, last.id)] == [("broken", 0), ("broken", 0), ("open", 0)]


async def test_of_two_that_are_merged_the_survivors_hold_until_that_is_undone() -> None:
    loser, survivor = await debtor("Loser"), await debtor("Survivor")
    for customer in (loser, survivor):
        await owing(customer, 10_000)
        await create(Promise, {"customer": customer, "amount": 1_000, "due_on": today()})
        await create(Block, {"customer": customer, "reason": "x"})
    await create(Promise, {"customer": loser, "amount": 1_000, "due_on": today(), "currency": "USD"})
    sql = (
        "SELECT id, customer_id, state = 'open' AS open FROM crm_collection_promise"
        " UNION ALL SELECT id + 10000, customer_id, lifted_on IS NULL FROM crm_collection_block ORDER BY id"
    )
    before = [tuple(row) for row in await fetch(sql)]
    records = FOLLOWERS[0]
    assert records.move and records.back
    memory = await records.move(loser, survivor)
    assert [tuple(row)[1:] for row in await fetch(sql)] == [
        *[(survivor, False), (survivor, True), (survivor, True)],
        *[(survivor, False), (survivor, True)],
    ]
    assert await records.move(loser, survivor) is None
    await records.back(loser, survivor, memory)
    assert [tuple(row) for row in await fetch(sql)] == before
