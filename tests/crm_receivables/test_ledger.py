"""Posting, paying, allocating, taking back, refunding and voiding, and what the database refuses."""

from __future__ import annotations

from datetime import date
from typing import Any

import asyncpg
import pytest

from crm_receivables.errors import InvoicePaid, NothingAllocated, OverAllocated, ReferenceUsed, RefundTooLarge
from crm_receivables.posting import NewInvoice, NewLine, post_invoices
from crm_receivables.services import allocate_payment, outstanding, refund_payment, unallocate, void_invoice
from guanxi import InvalidInput, clock, execute, fetch, fetch_value, transaction
from guanxi.context import Company
from guanxi.db import count_statements
from tests.crm_receivables.support import (
    DAY,
    an_invoice,
    assert_ties,
    count,
    figures,
    installments,
    new_customer,
    pay,
    post,
)

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def test_posting_numbers_books_and_closes_an_invoice() -> None:
    customer = await new_customer()
    id = await post(customer, 40_000, 60_000)
    assert await figures("invoice", id, "number", "state", "total", "outstanding", "due_on", "status") == (
        *("INV-2026-000001", "posted", 100_000, 100_000, DAY, "overdue"),
    )
    rows = await fetch(
        "SELECT account, amount FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id"
        " WHERE e.invoice_id = $1 ORDER BY account",
        id,
    )
    assert [tuple(row) for row in rows] == [("receivable", 100_000), ("revenue", -100_000)]
    assert await outstanding(customer) == {"CNY": 100_000}
    await assert_ties()


async def test_a_batch_takes_as_many_statements_as_one() -> None:
    customer = await new_customer()
    with count_statements() as one:
        await post_invoices([an_invoice(customer, 100)])
    with count_statements() as many:
        await post_invoices([an_invoice(customer, 100, 200, 300) for _n in range(300)])
    assert many.count == one.count <= 12
    numbers = await fetch("SELECT number FROM crm_receivables_invoice ORDER BY id")
    assert [row["number"] for row in numbers] == [f"INV-2026-{n:06}" for n in range(1, 302)]


async def test_a_source_or_a_reference_makes_one_invoice() -> None:
    customer = await new_customer()
    invoices = [an_invoice(customer, 100, source="contract:1"), an_invoice(customer, 100, reference="R-1")]
    first = await post_invoices(invoices)
    assert None not in first
    assert await post_invoices([*invoices, an_invoice(customer, 5)]) == [None, None, first[1] + 3]  # type: ignore[operator]
    assert await count("invoice") == 3
    assert await fetch_value("SELECT max(number) FROM crm_receivables_invoice") == "INV-2026-000003"


async def test_refuses_sums_that_do_not_fit_and_days_to_come() -> None:
    customer = await new_customer()
    wrong = NewInvoice(
        customer_id=customer,
        currency="CNY",
        posted_on=DAY,
        lines=(NewLine(description="x", amount=100),),
        installments=(),
    )
    with pytest.raises(InvalidInput):
        await post_invoices([wrong])
    tomorrow = date(clock.now().year + 1, 1, 1)
    with pytest.raises(InvalidInput):
        await post_invoices([an_invoice(customer, 100, posted_on=tomorrow)])
    with pytest.raises(InvalidInput):
        await pay(customer, 100, on=tomorrow)
    with pytest.raises(InvalidInput):
        await pay(customer, 0)
    assert await count("invoice") == await count("payment") == 0


async def test_an_invoice_over_nothing_is_paid() -> None:
    id = await post(await new_customer())
    assert await figures("invoice", id, "status", "total", "number") == ("paid", 0, "INV-2026-000001")


async def test_oldest_first_then_on_account() -> None:
    customer = await new_customer()
    later = await post(customer, 500, due_on=date(2026, 3, 1))
    older = await post(customer, 300, due_on=date(2026, 2, 1))
    payment = await pay(customer, 600, oldest=True)
    assert await figures("invoice", older, "outstanding", "status") == (0, "paid")
    assert await figures("invoice", later, "outstanding", "status") == (200, "overdue")
    second = await pay(customer, 1_000)
    assert await allocate_payment(second) == 200
    assert await allocate_payment(second) == 0
    assert await figures("payment", payment, "allocated", "on_account") == (600, 0)
    assert await figures("payment", second, "allocated", "on_account") == (200, 800)
    await assert_ties()


async def test_by_hand_never_more_than_there_is() -> None:
    customer, other = await new_customer("甲"), await new_customer("乙")
    invoice, foreign = await post(customer, 300, 300), await post(other, 300)
    first, second = await installments(invoice)
    payment = await pay(customer, 500)
    for amounts in ({first: 301}, {first: 300, second: 201}, {(await installments(foreign))[0]: 10}, {2**60: 1}):
        with pytest.raises(OverAllocated):
            await allocate_payment(payment, amounts)
    with pytest.raises(InvalidInput):
        await allocate_payment(payment, {first: 0})
    assert await allocate_payment(payment, {first: 200, second: 300}) == 500
    assert await figures("installment", first, "allocated", "outstanding") == (200, 100)
    await assert_ties()


async def test_another_currency_is_not_settled() -> None:
    customer = await new_customer()
    invoice = await post(customer, 300, currency="USD")
    payment = await pay(customer, 300, oldest=True)
    assert await figures("payment", payment, "on_account") == (300,)
    with pytest.raises(OverAllocated):
        await allocate_payment(payment, {(await installments(invoice))[0]: 300})


async def test_taking_back_is_the_exact_inverse() -> None:
    customer = await new_customer()
    invoice, other = await post(customer, 300, 400), await post(customer, 50)
    payment = await pay(customer, 720, oldest=True)
    assert await figures("invoice", invoice, "allocated") == (670,)
    assert await unallocate(payment, other) == 50
    assert await unallocate(payment) == 670
    for id in (invoice, other):
        assert (await figures("invoice", id, "allocated"))[0] == 0
    assert await figures("payment", payment, "allocated", "on_account", "refunded") == (0, 720, 0)
    with pytest.raises(NothingAllocated):
        await unallocate(payment)
    assert await allocate_payment(payment) == 720
    await assert_ties()


async def test_a_reference_records_one_payment() -> None:
    customer = await new_customer()
    first = await pay(customer, 500, reference="TX-1")
    assert await pay(customer, 500, reference="TX-1") == first
    with pytest.raises(ReferenceUsed):
        await pay(customer, 501, reference="TX-1")
    assert await pay(customer, 500) != await pay(customer, 500)
    assert await count("payment") == 3
    await assert_ties()


async def test_refunds_what_is_on_account_and_no_more() -> None:
    customer = await new_customer()
    await post(customer, 300)
    payment = await pay(customer, 500, oldest=True)
    with pytest.raises(RefundTooLarge):
        await refund_payment(payment, 201)
    await refund_payment(payment, 150, reference="OUT-1", reason="多付")
    with pytest.raises(ReferenceUsed):
        await refund_payment(payment, 10, reference="OUT-1")
    assert await figures("payment", payment, "allocated", "on_account", "refunded") == (300, 50, 150)
    out = await fetch("SELECT direction, amount, on_account FROM crm_receivables_payment WHERE direction = 'out'")
    assert [tuple(row) for row in out] == [("out", 150, 0)]
    await assert_ties()


async def test_voiding_reverses_and_keeps_the_number() -> None:
    customer = await new_customer()
    paid, unpaid = await post(customer, 300), await post(customer, 200)
    await pay(customer, 300, oldest=True)
    with pytest.raises(InvoicePaid):
        await void_invoice(paid)
    await void_invoice(unpaid, reason="开错")
    with pytest.raises(InvoicePaid):
        await void_invoice(unpaid)
    assert await figures("invoice", unpaid, "number", "state", "outstanding") == ("INV-2026-000002", "void", 0)
    await pay(customer, 200, oldest=True)
    assert await outstanding(customer) == {}
    await assert_ties()


CHANGES = (
    "UPDATE crm_receivables_entry SET posted_on = '2026-01-01'",
    "DELETE FROM crm_receivables_posting",
    "UPDATE crm_receivables_posting SET amount = amount + 1",
    "TRUNCATE crm_receivables_posting",
    "DELETE FROM crm_receivables_allocation",
    "UPDATE crm_receivables_allocation SET amount = 1",
    "DELETE FROM crm_receivables_refund",
    "DELETE FROM crm_receivables_payment",
    "UPDATE crm_receivables_payment SET amount = amount + 1, on_account = on_account + 1",
    "UPDATE crm_receivables_payment SET received_on = '2020-01-01'",
    "UPDATE crm_receivables_payment SET allocated = allocated + 1",
    "UPDATE crm_receivables_invoice SET total = total + 1, subtotal = subtotal + 1, outstanding = outstanding + 1",
    "UPDATE crm_receivables_invoice SET number = 'X' WHERE id = (SELECT min(id) FROM crm_receivables_invoice)",
    "UPDATE crm_receivables_invoice SET state = 'draft', number = NULL, posted_on = NULL, outstanding = 0",
    "UPDATE crm_receivables_invoice SET outstanding = outstanding + 1",
    "DELETE FROM crm_receivables_invoice",
    "UPDATE crm_receivables_line SET amount = 1",
    "DELETE FROM crm_receivables_line",
    "INSERT INTO crm_receivables_line (invoice_id, description, quantity, unit_price, tax_rate, amount, tax)"
    " SELECT id, 'more', 1, 0, 0, 0, 0 FROM crm_receivables_invoice",
    "UPDATE crm_receivables_installment SET due_on = '2030-01-01'",
    "UPDATE crm_receivables_installment SET allocated = allocated + 1000, outstanding = outstanding - 1000",
    "DELETE FROM crm_receivables_installment",
    "INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)"
    " SELECT entry_id, account, customer_id, currency, 1 FROM crm_receivables_posting LIMIT 1",
)


async def test_the_database_refuses_to_change_what_was_posted() -> None:
    customer = await new_customer()
    await post(customer, 300)
    await refund_payment(await pay(customer, 500, oldest=True), 100)
    for sql in CHANGES:
        try:
            async with transaction():
                await execute(sql)
        except (asyncpg.RestrictViolationError, asyncpg.CheckViolationError):
            continue
        raise AssertionError(f"the database took: {sql}")
    await assert_ties()


async def test_every_step_is_audited(company: Company) -> None:
    customer = await new_customer()
    await post(customer, 300)
    payment = await pay(customer, 500)
    await allocate_payment(payment)
    await unallocate(payment)
    await refund_payment(payment, 100)
    rows = await fetch("SELECT action FROM guanxi_audit WHERE resource LIKE 'crm_receivables/%' ORDER BY id")
    actions: list[Any] = [row["action"] for row in rows]
    assert actions == ["post", "record", "allocate_oldest", "unallocate", "record", "refund"]
