"""Late interest on what was paid late but in full before anybody charged it, and once more after its invoice was taken
back: each day once, whatever comes in between."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from crm_collection.charging import charge_customer
from crm_receivables.services import (
    ReversalCause,
    allocate_payment,
    credit_invoice,
    reverse_payment,
    unallocate,
    void_invoice,
)
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.writing_off import request_write_off
from guanxi import Conflict, clock, fetch, fetch_value, today
from tests.crm_collection.support import DUE, debtor, owing, run
from tests.crm_collection.test_interest import on
from tests.crm_receivables.support import assert_ties, pay, with_settings

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
LIVE = """
SELECT installment_id, starts_on - $1::date AS starts, ends_on - $1::date AS ends, amount FROM crm_collection_charge
WHERE kind = 'interest' AND released_on IS NULL ORDER BY installment_id, starts_on
"""


async def charged() -> list[tuple[int, int, int]]:
    """Days since the due date, and the amount."""
    return [(row["starts"], row["ends"], row["amount"]) for row in await fetch(LIVE, DUE)]


async def nothing_left(customer: int) -> None:
    with pytest.raises(Conflict):
        await charge_customer(customer)


async def invoice_of(installment: int) -> int:
    return int(
        await fetch_value("SELECT invoice_id FROM crm_receivables_installment WHERE id = $1", installment),
    )


async def test_what_was_paid_in_full_is_charged_for_its_days_once() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    await pay(customer, 100_000, on=on(60), oldest=True)
    (invoice,) = await charge_customer(customer)
    assert await charged() == [(0, 59, 59 * 50)]
    line = await fetch_value("SELECT description FROM crm_receivables_line WHERE invoice_id = $1", invoice)
    assert line == f"Late interest on INV-2026-000001/1, 2026-01-16 – {on(59)}"
    await nothing_left(customer)
    await assert_ties()


async def test_parts_count_until_each_of_them_was_paid() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    for amount, day in ((40_000, 10), (60_000, 20)):
        await pay(customer, amount, on=on(day), oldest=True)
    await charge_customer(customer)
    assert await charged() == [(0, 19, 9 * 50 + 10 * 30)]
    await nothing_left(customer)


async def test_what_was_paid_in_time_costs_nothing() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    await pay(customer, 100_000, on=on(1), oldest=True)
    await nothing_left(customer)


async def test_money_counts_since_it_was_received() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    payment = await pay(customer, 100_000, on=on(10))
    await allocate_payment(payment)
    await charge_customer(customer)
    assert await charged() == [(0, 9, 9 * 50)]


async def test_money_that_was_moved_counts_for_one_at_a_time() -> None:
    customer = await debtor()
    first, second = (await owing(customer, 100_000))[0], (await owing(customer, 100_000))[0]
    payment = await pay(customer, 100_000, on=on(10))
    await allocate_payment(payment, {first: 100_000}, on=on(10))
    await unallocate(payment, on=on(30))
    await allocate_payment(payment, {second: 100_000}, on=on(40))
    await pay(customer, 100_000, on=on(50), oldest=True)
    await charge_customer(customer)
    assert await charged() == [(0, 49, 9 * 50 + 20 * 50), (0, 29, 29 * 50)]


async def test_charged_before_and_after_the_payment_is_charged_once() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    with clock.travel(datetime(2026, 2, 1, 12, tzinfo=UTC)):
        days = (today() - DUE).days - 1
        await charge_customer(customer)
    await pay(customer, 100_000, on=on(60), oldest=True)
    await charge_customer(customer)
    assert await charged() == [(0, days, days * 50), (days, 59, (59 - days) * 50)]
    await nothing_left(customer)


async def test_a_payment_that_bounced_leaves_only_the_days_after_it() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    payment = await pay(customer, 100_000, on=on(20), oldest=True)
    await charge_customer(customer)
    await reverse_payment(payment, cause=ReversalCause.BOUNCED, on=on(50))
    await charge_customer(customer)
    end = (today() - DUE).days - 1
    assert await charged() == [(0, 19, 19 * 50), (49, end, (end - 49) * 50)]


async def test_what_was_credited_or_written_off_bears_none() -> None:
    customer = await debtor()
    items = [(await owing(customer, 100_000))[0] for _n in range(3)]
    invoices = [await invoice_of(item) for item in items]
    await credit_invoice(invoices[0], reason="never delivered")
    await credit_invoice(invoices[1], 40_000, reason="half of it broken")
    with with_settings(ReceivablesSettings(write_off_limit=1_000)):
        assert (await request_write_off(invoices[2], 90_000, "insolvent"))[1]
    await pay(customer, 70_000, on=on(11), oldest=True)
    await charge_customer(customer)
    assert await charged() == [(0, 10, 10 * 30), (0, 10, 10 * 5)]


async def test_by_several_at_once() -> None:
    customer = await debtor()
    await owing(customer, 100_000)
    await pay(customer, 100_000, on=on(60), oldest=True)
    found = await asyncio.gather(*(charge_customer(customer) for _n in range(8)), return_exceptions=True)
    assert [type(each) for each in found].count(list) == 1
    assert all(isinstance(each, list | Conflict) for each in found)
    assert await charged() == [(0, 59, 59 * 50)]


async def test_while_its_invoice_is_voided() -> None:
    customers = [await debtor(f"C{n}") for n in range(8)]
    invoices = [await invoice_of((await owing(customer, 100_000))[0]) for customer in customers]
    pairs = zip(customers, invoices, strict=True)
    steps = [step for customer, invoice in pairs for step in (charge_customer(customer), void_invoice(invoice))]
    found = await asyncio.gather(*steps, return_exceptions=True)
    assert found[1::2] == [None] * 8
    assert all(isinstance(each, list | Conflict) for each in found[::2])
    assert len(await charged()) == sum(isinstance(each, list) for each in found[::2])
    await assert_ties()


class TestTakenBack:
    async def test_days_of_a_void_invoice_are_charged_again(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        with clock.travel(datetime(2026, 2, 1, 12, tzinfo=UTC)):
            first = (today() - DUE).days - 1
            (wrong,) = await charge_customer(customer)
        await pay(customer, 100_000, on=on(60), oldest=True)
        await charge_customer(customer)
        await void_invoice(wrong)
        assert await charged() == [(first, 59, (59 - first) * 50)]
        await charge_customer(customer)
        assert await charged() == [(0, first, first * 50), (first, 59, (59 - first) * 50)]
        await nothing_left(customer)
        await assert_ties()

    async def test_again_and_again(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        await pay(customer, 100_000, on=on(60), oldest=True)
        for _n in range(3):
            (invoice,) = await charge_customer(customer)
            await nothing_left(customer)
            await void_invoice(invoice)
            assert await charged() == []

    async def test_so_are_those_of_an_invoice_credited_in_full_alone(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        await pay(customer, 100_000, on=on(60), oldest=True)
        (invoice,) = await charge_customer(customer)
        await credit_invoice(invoice, 2_949, reason="goodwill")
        await nothing_left(customer)
        await credit_invoice(invoice, reason="all of it")
        await charge_customer(customer)
        assert await charged() == [(0, 59, 59 * 50)]

    async def test_an_invoice_that_stands_again_has_its_days_again(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        await pay(customer, 100_000, on=on(60), oldest=True)
        (invoice,) = await charge_customer(customer)
        note = await credit_invoice(invoice, reason="by mistake")
        source = "SELECT payment_id FROM crm_receivables_credit_note WHERE id = $1"
        await reverse_payment(await fetch_value(source, note), cause=ReversalCause.MISTAKE)
        assert await charged() == [(0, 59, 59 * 50)]
        await nothing_left(customer)

    async def test_but_not_while_others_have_charged_them(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        await pay(customer, 100_000, on=on(60), oldest=True)
        (invoice,) = await charge_customer(customer)
        note = await credit_invoice(invoice, reason="wrong name")
        (again,) = await charge_customer(customer)
        source = await fetch_value("SELECT payment_id FROM crm_receivables_credit_note WHERE id = $1", note)
        with pytest.raises(Conflict, match="charged again"):
            await reverse_payment(source, cause=ReversalCause.MISTAKE)
        assert await fetch_value("SELECT credited FROM crm_receivables_invoice WHERE id = $1", invoice) == 2_950
        await void_invoice(again)
        await reverse_payment(source, cause=ReversalCause.MISTAKE)
        assert await charged() == [(0, 59, 59 * 50)]

    async def test_fees_are_charged_again_too(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000, currency="EUR", due_on=today() - timedelta(days=10))
        await run(today())
        for _n in range(2):
            (invoice,) = await charge_customer(customer)
            await nothing_left(customer)
            await void_invoice(invoice)
        kinds = await fetch("SELECT kind, amount FROM crm_collection_charge ORDER BY id")
        assert [tuple(row) for row in kinds] == [("interest", 250), ("fee", 4_000)] * 2

    async def test_interest_on_a_void_invoice_is_not_charged(self) -> None:
        customer = await debtor()
        (item,) = await owing(customer, 100_000)
        await void_invoice(await invoice_of(item))
        await nothing_left(customer)

    async def test_all_else_of_a_charge_never_changes(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        await charge_customer(customer)
        for statement in (
            "UPDATE crm_collection_charge SET amount = 1, released_on = '2026-01-01'",
            "DELETE FROM crm_collection_charge",
            "TRUNCATE crm_collection_charge",
        ):
            with pytest.raises(Exception, match="never changed"):
                await fetch(statement)
