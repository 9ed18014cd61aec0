"""Levels come in order, each once, with today's amount, to those only who are to get them (A14, A15)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from crm_collection.due_sql import CANDIDATES
from crm_collection.exception_models import Block, Dispute, Promise
from crm_collection.planning import NO_ADDRESS, plan
from crm_collection.policy_models import Level, Policy, Terms
from guanxi import create, execute, fetch, fetch_row, fetch_value, transaction, update
from tests.crm_collection.support import DUE, act, debtor, levels, owing, run
from tests.crm_receivables.support import pay

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


def after(days: int) -> date:
    return DUE + timedelta(days=days)


async def test_levels_come_one_after_the_other() -> None:
    (item,) = await owing(await debtor(), 10_000)
    for day, number in ((-4, 0), (-3, 1), (9, 1), (10, 2), (11, 2), (45, 2), (46, 3)):
        await run(after(day))
        assert await levels(item) == list(range(1, number + 1)), day
    for day, number in ((55, 3), (56, 4), (69, 4), (70, 5), (400, 5)):
        await run(after(day))
        assert await levels(item) == list(range(1, number + 1)), day


async def test_a_run_that_comes_late_skips_no_level() -> None:
    (item,) = await owing(await debtor(), 10_000)
    for day, so_far in ((200, [2]), (206, [2]), (207, [2, 3]), (217, [2, 3, 4])):
        await run(after(day))
        assert await levels(item) == so_far


async def test_a_partial_payment_keeps_the_age_and_the_notice_names_what_is_left() -> None:
    customer = await debtor()
    await owing(customer, 10_000)
    await run(after(10))
    await pay(customer, 4_000, on=DUE + timedelta(days=1), oldest=True)
    (notice,) = await run(after(46))
    assert (notice.level_number, [each.outstanding for each in notice.items]) == (3, [6_000])
    row = await fetch_row("SELECT outstanding, interest FROM crm_collection_step WHERE level_number = 3")
    # 4,000 came on the first day after the due date: 46 days of 6,000 at 0.05 %
    assert row is not None and tuple(row) == (6_000, 138)
    assert "Late interest so far: CN¥1.38\n" in await fetch_value(
        "SELECT text FROM guanxi_mail ORDER BY id DESC LIMIT 1"
    )
    await pay(customer, 6_000, on=DUE + timedelta(days=2), oldest=True)
    assert await run(after(90)) == []


async def test_one_mail_for_all_installments_of_a_level() -> None:
    customer = await debtor("Acme <Ltd>")
    first, second = await owing(customer, 10_000, 2_000, due_on=DUE)
    (other,) = await owing(customer, 700, due_on=DUE - timedelta(days=2), currency="USD")
    (notice,) = await run(after(10))
    assert [(each.installment_id, each.outstanding) for each in notice.items] == [(other, 700), (first, 10_000)]
    mail = await fetch_row('SELECT "to", to_name, subject, text FROM guanxi_mail')
    assert mail is not None
    assert (mail["to"], mail["to_name"]) == ("pay@example.com", "Acme <Ltd>")
    assert mail["subject"] == "Payment reminder: $7.00 + CN¥100.00"
    assert "INV-2026-000001/1 · due since 2026-01-15, 10 days · CN¥100.00" in mail["text"]
    assert "INV-2026-000002/1 · due since 2026-01-13, 12 days · $7.00" in mail["text"]
    assert await levels(second) == []
    assert (await fetch_row("SELECT number, state, mail_id IS NOT NULL FROM crm_collection_notice"))[1:] == (  # type: ignore[index]
        "sent",
        True,
    )


async def test_the_language_is_the_customers() -> None:
    await owing(await debtor(locale="zh_CN"), 10_000)
    await run(after(10))
    assert await fetch_value("SELECT subject FROM guanxi_mail") == "付款提醒：¥100.00"
    assert "自 2026-01-15 起到期，已 10 天" in await fetch_value("SELECT text FROM guanxi_mail")


async def test_without_an_address_nothing_is_lost() -> None:
    customer = await debtor(email="")
    (item,) = await owing(customer, 10_000)
    (planned,) = await plan(after(10), [customer])
    assert planned.problem == NO_ADDRESS
    assert await run(after(10)) == [] and await levels(item) == []
    await execute("UPDATE crm_core_customer SET email = 'nobody' WHERE id = $1", customer)  # no header holds this
    fine = await debtor("Fine")
    (other,) = await owing(fine, 500)
    assert [each.customer_id for each in await run(after(10))] == [fine]
    await execute("UPDATE crm_core_customer SET email = 'now@example.com' WHERE id = $1", customer)
    await run(after(11))
    assert (await levels(item), await levels(other)) == ([2], [2])


async def test_disputed_blocked_and_promised_ones_get_nothing() -> None:
    customer = await debtor()
    first, second, third, fourth = [(await owing(customer, 1_000))[0] for _n in range(4)]
    dispute = await create(Dispute, {"installment": first, "reason": "wrong goods"})
    assert (dispute.customer_id, dispute.amount, dispute.currency) == (customer, 1_000, "CNY")
    block = await create(Block, {"installment": second, "reason": "boss said so"})
    today = date.today()
    await create(Promise, {"installment": third, "amount": 1_000, "due_on": today + timedelta(days=3)})
    (notice,) = await run(after(10))
    assert [each.installment_id for each in notice.items] == [fourth]
    await act(Dispute, dispute.id, "refuse", resolution="the goods were right")
    await act(Block, block.id, "lift")
    await execute("UPDATE crm_collection_promise SET state = 'broken', settled_on = made_on")
    (notice,) = await run(after(11))
    assert sorted(each.installment_id for each in notice.items) == [first, second, third]
    everything = await create(Block, {"customer": customer, "reason": "all", "until_on": today + timedelta(days=9999)})
    assert await run(after(60)) == []
    await update(Block, everything.id, {"until_on": today + timedelta(days=1)})


async def test_a_whole_invoice_in_dispute() -> None:
    customer = await debtor()
    items = await owing(customer, 1_000, 2_000)
    (other,) = await owing(customer, 500)
    invoice = await fetch_value("SELECT invoice_id FROM crm_receivables_installment WHERE id = $1", items[0])
    dispute = await create(Dispute, {"invoice": invoice, "reason": "never ordered"})
    assert (dispute.amount, dispute.installment_id) == (3_000, None)
    (notice,) = await run(after(60))
    assert [each.installment_id for each in notice.items] == [other]


async def test_which_policy_holds() -> None:
    one, two = await debtor("One"), await debtor("Two")
    for customer in (one, two):
        for currency in ("CNY", "EUR"):
            await owing(customer, 10_000, currency=currency)
    silent = await create(Policy, {"name": "Silent", "daily_rate": Decimal("0.01")})
    await create(Terms, {"customer": two, "policy": silent.id})
    rows = await fetch(CANDIDATES, after(10), [one, two])
    assert [(row["customer_id"], row["currency"], str(row["daily_rate"])) for row in rows] == [
        (one, "CNY", "0.050000"),
        (one, "EUR", "0.027808"),
    ]
    assert len({row["level_id"] for row in rows}) == 2
    (cny, eur) = await plan(after(10), [one])
    assert (cny.sum_of("fee"), eur.sum_of("fee")) == ("CN¥0.00", "€40.00")
    assert eur.text.endswith("we charge €40.00.\n\nKind regards\nTemplate") and "charge" not in cny.text
    await create(
        Level,
        {
            **{"policy": silent.id, "number": 1, "days": 5, "channel": "call", "interest": True},
            **{"subject": "Call {customer}", "subject_zh": "致电"},
        },
    )
    (call,) = await plan(after(10), [two])
    assert (call.subject, len(call.items), call.sum_of("interest")) == ("Call Two", 2, "CN¥0.10 + €0.10")
    async with transaction():
        await execute("DELETE FROM crm_collection_level WHERE policy_id = $1", silent.id)
        await execute("DELETE FROM crm_collection_terms")
        await execute("DELETE FROM crm_collection_policy WHERE id = $1", silent.id)
