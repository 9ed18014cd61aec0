"""The work list, the preview, panels and cards show what there is, to those who may see it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crm_collection import cards, timeline
from crm_collection.exception_models import Dispute, Promise
from crm_collection.pages import preview
from crm_collection.permissions import CollectionPermission
from crm_collection.work import next_step, work, work_totals
from crm_core.permissions import CorePermission
from guanxi import TimelineMark, clock, create, execute, show_date, today, use_actor
from tests.crm_collection.support import debtor, owing, run
from tests.crm_receivables.support import pay, user

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def overdue(customer: int, amount: int, days: int, **more: object) -> int:
    due = today() - timedelta(days=days)
    return (await owing(customer, amount, due_on=due, posted_on=due - timedelta(days=30), **more))[0]


async def broken(customer: int) -> None:
    promise = await create(Promise, {"customer": customer, "amount": 1, "due_on": today()})
    await execute(
        "UPDATE crm_collection_promise SET state = 'broken', settled_on = $2 WHERE id = $1", promise.id, today()
    )


async def test_ranked_by_what_is_expected() -> None:
    old, fresh, liar, payer = [await debtor(name) for name in ("Old", "Fresh", "Liar", "Payer")]
    await overdue(old, 100_000, 400)
    await overdue(fresh, 20_000, 5)
    await overdue(liar, 20_000, 5)
    await broken(liar)
    first = await overdue(payer, 20_000, 5)
    await overdue(payer, 5_000, 40)
    await pay(payer, 5_000, on=today() - timedelta(days=35), oldest=True)
    rows = await work("CNY")
    # 80 % for those who paid nothing within a year; a broken promise takes a fifth; 5 days late is punctual
    assert [(row.customer, row.overdue, row.expected, row.percent) for row in rows] == [
        ("Payer", 20_000, 19_000, 95),
        ("Fresh", 20_000, 15_200, 76),
        ("Liar", 20_000, 12_160, 60),
        ("Old", 100_000, 8_000, 8),
    ]
    assert (rows[0].days_late, rows[0].oldest_id, rows[2].broken) == (5, first, 1)
    (total,) = await work_totals()
    assert (total.overdue, total.expected, total.customers, total.broken) == (160_000, 54_360, 4, 1)
    assert await work("USD") == []
    assert [row.customer for row in await work("CNY", 1, 2)] == ["Fresh", "Liar"]


async def test_the_next_step() -> None:
    customer = await debtor()
    item = await overdue(customer, 20_000, 20)

    async def step() -> str:
        (row,) = await work("CNY")
        return str(next_step(row))

    assert await step() == "nothing was sent yet"
    await run(today())
    assert await step() == f"level 2 went out on {show_date(today())}"
    await execute("UPDATE crm_collection_notice SET state = 'open', channel = 'call'")
    assert await step() == "to do: Call, level 2"
    await execute("UPDATE crm_collection_notice SET state = 'done'")
    await execute("UPDATE crm_core_customer SET email = '' WHERE id = $1", customer)
    assert await step() == "find an e-mail address"
    await create(Dispute, {"installment": item, "reason": "broken on arrival"})
    assert await step() == "decide the dispute"
    await create(Promise, {"customer": customer, "amount": 5, "due_on": today()})
    assert await step() == f"pays by {show_date(today())}, as promised"


async def test_everybody_sees_their_own() -> None:
    one = await user("one", CollectionPermission.READ, CorePermission.READ)
    mine, other = await debtor("Mine", owner_id=one.id), await debtor("Other")
    for customer in (mine, other):
        await overdue(customer, 1_000, 15)
    with use_actor(one):
        assert [row.customer for row in await work("CNY")] == ["Mine"]
        found, following = await preview(today())
        assert ([each.customer for each in found], following) == (["Mine"], None)
        assert [total.customers for total in await work_totals()] == [1]
    assert len((await preview(today()))[0]) == 2


async def test_the_preview_is_what_the_run_sends() -> None:
    for n in range(5):
        customer = await debtor(f"C{n}", email="" if n == 3 else f"c{n}@example.com")
        await overdue(customer, 1_000 * (n + 1), 10 * n)
    found, _next = await preview(today())
    assert [each for each in found if each.problem is None] == await run(today())
    assert [each.customer for each in (await preview(today()))[0]] == ["C3"]


async def test_the_panel_of_a_customer_and_the_card() -> None:
    customer = await debtor()
    assert (await cards.CUSTOMER_PANEL.load(customer)).empty is not None
    await overdue(customer, 100_000, 10)
    await run(today())
    await create(Promise, {"customer": customer, "amount": 500, "due_on": today()})
    figures = {str(figure.label): figure.value for figure in (await cards.CUSTOMER_PANEL.load(customer)).figures}
    assert figures == {
        "Late interest so far": "CN¥5.00",
        "Last notice": f"Level 2 on {show_date(today())}",
        "Promise": f"CN¥5.00 by {show_date(today())}",
    }
    card = await cards.HOME.load()
    assert [figure.value for figure in card.figures] == ["CN¥760.00", "0", "0"]
    events = await timeline.SOURCE.load([customer], TimelineMark(clock.now() + timedelta(days=1), 2**62), 10)
    assert [str(event.title) for event in events] == ["Promise to pay", "Dunning notice"]
