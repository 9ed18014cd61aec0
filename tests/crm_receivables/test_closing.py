"""Months that are closed: nothing is booked in them any more, and their figures stay to the cent."""

from __future__ import annotations

import asyncio
from datetime import date

import asyncpg
import pytest

from crm_receivables.aging import aging
from crm_receivables.choices import ReversalCause
from crm_receivables.close_models import MonthClose
from crm_receivables.closing import close_month, month_end, reopen_month
from crm_receivables.crediting import credit_invoice
from crm_receivables.errors import BooksDoNotTie
from crm_receivables.journal import trial_balance
from crm_receivables.reversing import reverse_payment
from crm_receivables.services import allocate_payment, refund_payment, unallocate, void_invoice
from guanxi import Conflict, InvalidInput, execute, fetch, fetch_value, get, today, transaction
from tests.crm_receivables.support import assert_ties, figures, new_customer, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
JANUARY, FEBRUARY = date(2026, 1, 31), date(2026, 2, 28)
OPEN = date(2026, 2, 1)


async def _days(payment: int) -> list[date]:
    rows = await fetch("SELECT posted_on FROM crm_receivables_entry WHERE payment_id = $1 ORDER BY id", payment)
    return [row["posted_on"] for row in rows]


async def test_nothing_is_entered_in_a_closed_month() -> None:
    customer = await new_customer()
    invoice = await post(customer, 1_000)
    await close_month(JANUARY)
    for late in (post(customer, 5), pay(customer, 5), credit_invoice(invoice, 5, reason="x", on=JANUARY)):
        with pytest.raises(InvalidInput):
            await late
    assert await post(customer, 5, posted_on=OPEN)
    assert await pay(customer, 5, on=OPEN)
    await assert_ties()


async def test_what_follows_takes_effect_on_the_first_open_day() -> None:
    customer = await new_customer()
    invoice, other = await post(customer, 1_000), await post(customer, 300)
    payment, kept = await pay(customer, 900, oldest=True), await pay(customer, 50)
    await close_month(JANUARY)
    before = await aging(JANUARY, customer)
    early = date(2026, 1, 20)
    await allocate_payment(kept, on=early)
    await unallocate(payment, on=early)
    await reverse_payment(payment, cause=ReversalCause.BOUNCED, on=early)
    await unallocate(kept, on=early)
    await refund_payment(kept, 50, on=early)
    await void_invoice(other, on=early)
    assert set((await _days(payment))[2:]) == {OPEN} and set((await _days(kept))[1:]) == {OPEN}
    assert await figures("invoice", other, "voided_on") == (OPEN,)
    assert await aging(JANUARY, customer) == before
    assert await figures("invoice", invoice, "outstanding") == (1_000,)
    await assert_ties()


async def test_the_figures_of_a_closed_month_are_kept_and_stay() -> None:
    customer = await new_customer()
    await post(customer, 1_000)
    await pay(customer, 400, oldest=True)
    id = await close_month(JANUARY)
    kept = {
        (row["account"], row["currency"]): row["amount"]
        for row in await fetch("SELECT * FROM crm_receivables_close_balance WHERE close_id = $1", id)
    }
    assert kept["receivable", "CNY"] == sum(row.outstanding - row.credit for row in (await aging(JANUARY)).rows)
    await pay(customer, 600, on=OPEN, oldest=True)
    now = {(row.account, row.currency): row.closing for row in (await trial_balance(JANUARY, JANUARY)).rows}
    assert now == kept


async def test_only_whole_months_that_are_over_are_closed_and_one_after_the_other() -> None:
    for wrong in (date(2026, 1, 30), date(2126, 1, 31), month_end(today())):
        with pytest.raises(InvalidInput):
            await close_month(wrong)
    await close_month(FEBRUARY)
    for closed in (FEBRUARY, JANUARY):
        with pytest.raises(Conflict):
            await close_month(closed)


async def test_the_last_closed_month_is_reopened_and_closed_again() -> None:
    first = await get(MonthClose, await close_month(JANUARY))
    second = await get(MonthClose, await close_month(FEBRUARY))
    with pytest.raises(Conflict):
        await reopen_month(first, "x")
    await reopen_month(second, "a bill came late")
    assert await post(await new_customer(), 7, posted_on=date(2026, 2, 3))
    assert await close_month(FEBRUARY) == second.id
    reasons = "SELECT reason FROM guanxi_audit WHERE action = 'reopen' AND record_id = $1"
    assert await fetch_value(reasons, second.id) == "a bill came late"


async def test_what_does_not_tie_is_not_closed() -> None:
    customer = await new_customer()
    await post(customer, 1_000)
    with pytest.raises(BooksDoNotTie):
        async with transaction():
            await execute("ALTER TABLE crm_receivables_posting DISABLE TRIGGER balanced")
            await execute(
                "INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)"
                " SELECT min(id), 'receivable', $1, 'CNY', 1 FROM crm_receivables_entry",
                customer,
            )
            await close_month(JANUARY)
    assert await close_month(JANUARY)


async def test_closing_while_others_book_lets_nothing_in_afterwards() -> None:
    customer = await new_customer()
    await post(customer, 10)

    async def close() -> int:
        await asyncio.sleep(0.03)
        return await close_month(JANUARY)

    answers = await asyncio.gather(*(post(customer, 10) for _n in range(40)), close(), return_exceptions=True)
    id = answers[-1]
    assert isinstance(id, int)
    assert {type(each) for each in answers} <= {int, InvalidInput, asyncpg.SerializationError}
    kept = "SELECT amount FROM crm_receivables_close_balance WHERE close_id = $1 AND account = 'receivable'"
    now = {row.account: row.closing for row in (await trial_balance(JANUARY, JANUARY)).rows}
    assert await fetch_value(kept, id) == now["receivable"]
    await assert_ties()


async def test_the_database_refuses_entries_of_closed_months() -> None:
    await close_month(JANUARY)
    with pytest.raises(asyncpg.SerializationError):
        await execute(
            "INSERT INTO crm_receivables_entry (kind, posted_on, created_at) VALUES ('invoice', $1, now())", JANUARY
        )
    await execute(
        "INSERT INTO crm_receivables_entry (kind, posted_on, created_at) VALUES ('transfer', $1, now())", JANUARY
    )
