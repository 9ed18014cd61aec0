"""Exchange rates with dates, what closing a month books for them, and who may do what."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import asyncpg
import pytest

from crm_core.permissions import CorePermission
from crm_receivables.aging import aging
from crm_receivables.close_models import MonthClose
from crm_receivables.closing import close_month, reopen_month
from crm_receivables.crediting import credit_invoice
from crm_receivables.errors import RateMissing, RateUsed
from crm_receivables.exchange import exchange_report
from crm_receivables.exchange_models import ExchangeRate
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.services import allocate_payment
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.writing_off import request_write_off
from guanxi import (
    Conflict,
    Forbidden,
    InvalidInput,
    Unconfirmed,
    create,
    current_company,
    delete,
    execute,
    fetch,
    fetch_value,
    get,
    today,
    transaction,
    update,
    use_actor,
)
from guanxi.company import save_company
from guanxi.context import confirming
from guanxi.records.actions import find_action, run_action
from tests.crm_receivables.support import assert_ties, count, figures, new_customer, pay, post, user, with_settings

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
JANUARY, FEBRUARY = date(2026, 1, 31), date(2026, 2, 28)
_POSTINGS = """
SELECT e.posted_on, p.account, p.currency, p.amount, p.customer_id FROM crm_receivables_entry e
JOIN crm_receivables_posting p ON p.entry_id = e.id WHERE e.kind = 'exchange' ORDER BY e.id, p.account
"""


async def quote(day: date, rate: str, code: str = "USD") -> ExchangeRate:
    return await create(ExchangeRate, {"currency": code, "day": day, "rate": Decimal(rate)})


async def _booked() -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await fetch(_POSTINGS)]


async def billed() -> int:
    """1,000 dollars at 7.0, worth 7.1 at the end of January."""
    await quote(date(2026, 1, 10), "7.0")
    await quote(date(2026, 1, 30), "7.1")
    return await post(await new_customer(), 100_000, currency="USD")


async def test_a_difference_is_unrealized_until_it_is_paid() -> None:
    invoice = await billed()
    (customer,) = await figures("invoice", invoice, "customer_id")
    await close_month(JANUARY)
    assert await _booked() == [
        (JANUARY, "unrealized", "CNY", -10_000, None),
        (JANUARY, "valuation", "CNY", 10_000, None),
    ]
    await quote(date(2026, 2, 10), "7.2")
    await pay(customer, 100_000, on=date(2026, 2, 12), currency="USD", oldest=True)
    await close_month(FEBRUARY)
    assert (await _booked())[2:] == [
        (FEBRUARY, "realized", "CNY", -20_000, None),
        (FEBRUARY, "unrealized", "CNY", 10_000, None),
        (FEBRUARY, "valuation", "CNY", 10_000, None),
    ]
    (row,) = (await exchange_report(JANUARY)).rows
    assert (row.position, row.rate, row.rate_on, row.value) == (100_000, Decimal("7.1"), date(2026, 1, 30), 710_000)
    assert (row.historic, row.valuation, row.realized, row.unrealized) == (700_000, 10_000, 0, 10_000)
    assert (await exchange_report(date(2026, 3, 31))).rows == []
    await assert_ties()


async def test_credit_notes_and_money_on_account_move_at_the_rate_of_their_day() -> None:
    invoice = await billed()
    (customer,) = await figures("invoice", invoice, "customer_id")
    await credit_invoice(invoice, 40_000, reason="x", on=JANUARY)
    payment = await pay(customer, 90_000, on=date(2026, 1, 30), currency="USD")
    await close_month(JANUARY)
    (row,) = (await exchange_report(JANUARY)).rows
    assert (row.position, row.value, row.historic) == (-30_000, -213_000, -219_000)
    assert (row.realized, row.unrealized) == (4_000, 6_000)
    await allocate_payment(payment, on=date(2026, 2, 1))
    await close_month(FEBRUARY)
    (row,) = (await exchange_report(FEBRUARY)).rows
    assert (row.position, row.realized, row.unrealized) == (-30_000, 6_000, -6_000)
    assert await fetch_value("SELECT sum(amount) FROM crm_receivables_posting WHERE account = 'valuation'") == 10_000


async def test_a_write_off_is_worth_what_it_is_on_its_day() -> None:
    invoice = await billed()
    await quote(today(), "7.3")
    with with_settings(ReceivablesSettings(write_off_limit=1_000)):
        assert (await request_write_off(invoice, 40_000, "x"))[1]
    (row,) = (await exchange_report(today())).rows
    assert (row.position, row.value, row.historic) == (60_000, 438_000, 420_000)
    assert (row.realized, row.unrealized) == (12_000, 18_000)


async def test_a_month_without_a_rate_is_not_closed() -> None:
    customer = await new_customer()
    await post(customer, 500, currency="KWD", posted_on=date(2026, 1, 5))
    await quote(date(2026, 1, 6), "23", "KWD")
    with pytest.raises(RateMissing, match="KWD on or before Jan 5, 2026"):
        await close_month(JANUARY)
    assert await count("close") == 0 and await _booked() == []
    report = await exchange_report(JANUARY)
    assert report.rows == [] and [(each.currency, each.day) for each in report.missing] == [("KWD", date(2026, 1, 5))]
    await quote(date(2026, 1, 1), "23", "KWD")
    await close_month(JANUARY)
    assert (await exchange_report(JANUARY)).rows[0].value == 1_150


async def test_rates_of_a_closed_month_stay_until_it_is_reopened() -> None:
    await billed()
    used = await quote(date(2026, 1, 20), "7.05")
    other = await quote(date(2026, 1, 20), "7.7", "EUR")
    later = await quote(date(2026, 2, 3), "7.3")
    id = await close_month(JANUARY)
    refused: list[Awaitable[Any]] = [
        update(ExchangeRate, used.id, {"rate": Decimal("7.06")}),
        update(ExchangeRate, used.id, {"day": date(2026, 2, 4)}),
        delete(ExchangeRate, used.id),
        update(ExchangeRate, later.id, {"day": date(2026, 1, 31)}),
        quote(date(2026, 1, 25), "7.04"),
    ]
    for write in refused:
        with pytest.raises((RateUsed, InvalidInput)):
            await write
    for sql in (
        "UPDATE crm_receivables_rate SET rate = rate + 1 WHERE id = $1",
        "DELETE FROM crm_receivables_rate WHERE id = $1",
        "INSERT INTO crm_receivables_rate (currency, day, rate, revision, created_at, updated_at)"
        " SELECT currency, day + 1, rate, 1, now(), now() FROM crm_receivables_rate WHERE id = $1",
        "UPDATE crm_receivables_exchange SET realized = $1",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await execute(sql, used.id)
    await update(ExchangeRate, other.id, {"rate": Decimal("7.8")})
    await update(ExchangeRate, later.id, {"rate": Decimal("7.4")})
    await reopen_month(await get(MonthClose, id), "a wrong rate")
    await update(ExchangeRate, used.id, {"rate": Decimal("7.06")})
    await quote(JANUARY, "7.0")
    await close_month(JANUARY)
    assert [row[:2] + row[3:4] for row in await _booked()] == [
        (JANUARY, "unrealized", -10_000),
        (JANUARY, "valuation", 10_000),
        (JANUARY, "unrealized", 10_000),
        (JANUARY, "valuation", -10_000),
    ]


async def test_halves_are_rounded_to_even() -> None:
    exact = ["0.5", "1.5", "2.5", "-0.5", "-1.5", "-2.5", "2.4999999999", "2.5000000001", "1e15", "7"]
    rows = await fetch(
        "SELECT crm_receivables_half_even(x) AS n FROM unnest($1::numeric[]) AS x", [*map(Decimal, exact)]
    )
    assert [row["n"] for row in rows] == [round(Fraction(text)) for text in exact]


async def test_the_own_currency_stays_once_differences_were_booked() -> None:
    settings = {"title": "T", "zone": "Asia/Shanghai", "locale": "en"}
    customer = await new_customer()
    await post(customer, 100, currency="CNY")
    await close_month(JANUARY)
    await save_company(**settings, currency="EUR")
    await save_company(**settings, currency="CNY")
    await quote(date(2026, 2, 1), "7")
    await post(customer, 100, currency="USD", posted_on=date(2026, 2, 2))
    await close_month(FEBRUARY)
    with pytest.raises(InvalidInput) as refused:
        await save_company(**settings, currency="EUR")
    assert [*refused.value.fields] == ["currency"]
    await save_company(**settings, currency="CNY")


@pytest.mark.parametrize(("own", "value"), [("JPY", 16_233), ("KWD", 30_812)])
async def test_the_own_currency_may_have_no_decimals_or_three(own: str, value: int) -> None:
    """100.01 euros at 162.315 yen are 16,233.12; at 0.30809 dinars 30.8121."""
    rate = {"JPY": "162.315", "KWD": "0.30809"}[own]
    company = current_company()
    before, company.currency = company.currency, own
    await execute("UPDATE guanxi_company SET currency = $1", own)
    try:
        await quote(date(2026, 1, 1), rate, "EUR")
        await post(await new_customer(), 10_001, currency="EUR")
        assert [row.value for row in (await exchange_report(JANUARY)).rows] == [value]
        aged = (await aging(JANUARY)).own
        assert aged is not None and (aged.currency, aged.outstanding) == (own, value)
        await close_month(JANUARY)
        kept = "SELECT own_currency, value, historic FROM crm_receivables_exchange"
        assert [tuple(row) for row in await fetch(kept)] == [(own, value, value)]
    finally:
        company.currency = before
        await execute("UPDATE guanxi_company SET currency = $1", before)


async def test_closing_shows_first_what_it_books() -> None:
    await billed()
    closer = await user("closer", P.JOURNAL, P.CLOSE)
    resource = current_company().catalog.resource_of[MonthClose]
    action = find_action(resource, "close", "list")
    with use_actor(closer):
        with pytest.raises(Unconfirmed) as asked:
            await run_action(resource, action, None, {"until": JANUARY})
        assert "$1,000.00 at 7.1 is CN¥7,100.00: unrealized gain CN¥100.00." in str(asked.value)
        assert await count("close") == 0
        with confirming(asked.value.token):
            await run_action(resource, action, None, {"until": JANUARY})
    assert len(await _booked()) == 2


async def test_a_month_closed_again_tells_and_books_the_rest_alone() -> None:
    """1,000 dollars at 7.0: 400 are paid at 7.2, 600 are worth 7.1, then 6.9."""
    invoice = await billed()
    (customer,) = await figures("invoice", invoice, "customer_id")
    await quote(date(2026, 1, 20), "7.2")
    await pay(customer, 40_000, on=date(2026, 1, 20), currency="USD", oldest=True)
    id = await close_month(JANUARY)
    (row,) = (await exchange_report(JANUARY)).rows
    assert (row.value, row.historic, row.valuation, row.realized, row.unrealized) == (
        *(426_000, 420_000, 14_000),
        *(8_000, 6_000),
    )
    await reopen_month(await get(MonthClose, id), "a wrong rate")
    (row,) = (await exchange_report(JANUARY)).rows
    assert (row.historic, row.valuation, row.realized, row.unrealized) == (420_000, 14_000, 0, 0)
    await quote(JANUARY, "6.9")
    (row,) = (await exchange_report(JANUARY)).rows
    assert (row.value, row.historic, row.valuation, row.realized, row.unrealized) == (
        *(414_000, 420_000, 2_000),
        *(0, -12_000),
    )
    resource = current_company().catalog.resource_of[MonthClose]
    with use_actor(await user("closer", P.JOURNAL, P.CLOSE)), pytest.raises(Unconfirmed) as asked:
        await run_action(resource, find_action(resource, "close", "list"), None, {"until": JANUARY})
    assert "$600.00 at 6.9 is CN¥4,140.00: unrealized loss CN¥120.00." in str(asked.value)
    await close_month(JANUARY)
    assert (await _booked())[-2:] == [
        (JANUARY, "unrealized", "CNY", 12_000, None),
        (JANUARY, "valuation", "CNY", -12_000, None),
    ]
    (row,) = (await exchange_report(JANUARY)).rows
    assert (row.realized, row.unrealized) == (8_000, -6_000)


async def test_historical_values_of_months_closed_before_are_mended() -> None:
    """They told of all that had moved a position: in January 700,000 - 288,000, in February 216,000 less."""
    invoice = await billed()
    (customer,) = await figures("invoice", invoice, "customer_id")
    await quote(date(2026, 1, 20), "7.2")
    await pay(customer, 40_000, on=date(2026, 1, 20), currency="USD", oldest=True)
    await close_month(JANUARY)
    await pay(customer, 30_000, on=date(2026, 2, 20), currency="USD", oldest=True)
    await reopen_month(await get(MonthClose, await close_month(FEBRUARY)), "again")
    await close_month(FEBRUARY)
    migration = importlib.import_module("crm_receivables.migrations.13_told")
    kept = "SELECT historic FROM crm_receivables_exchange ORDER BY id"
    told = [420_000, 210_000, 210_000]
    assert [row["historic"] for row in await fetch(kept)] == told
    await execute(migration._historic("-"))
    assert [row["historic"] for row in await fetch(kept)] == [412_000, 199_000, 199_000]
    await execute(migration._historic("+"))
    assert [row["historic"] for row in await fetch(kept)] == told


async def test_who_may_enter_rates_and_see_differences() -> None:
    clerk = await user("clerk", *(each for each in P if each not in (P.RATES, P.JOURNAL)), CorePermission.READ)
    reader = await user("reader", P.JOURNAL)
    treasurer = await user("treasurer", P.JOURNAL, P.RATES)
    rate = await quote(JANUARY, "7")
    for actor in (clerk, reader):
        with use_actor(actor):
            for write in (
                quote(FEBRUARY, "7"),
                update(ExchangeRate, rate.id, {"rate": Decimal(8)}),
                delete(ExchangeRate, rate.id),
            ):
                with pytest.raises(Forbidden):
                    await write
    with use_actor(clerk), pytest.raises(Forbidden):
        await get(ExchangeRate, rate.id)
    with use_actor(treasurer):
        await update(ExchangeRate, rate.id, {"rate": Decimal(8)})
        await delete(ExchangeRate, (await quote(FEBRUARY, "7")).id)
    assert [tuple(row) for row in await fetch("SELECT day, rate FROM crm_receivables_rate")] == [(JANUARY, 8)]


async def test_aging_is_summed_in_the_own_currency() -> None:
    customer = await new_customer()
    await post(customer, 1_000)
    assert (await aging(JANUARY)).own is None
    await post(customer, 100, currency="USD")
    await pay(customer, 30, currency="USD")
    assert (await aging(JANUARY)).own is None
    await quote(date(2026, 1, 10), "7.15")
    own = (await aging(JANUARY)).own
    assert own is not None
    assert (own.currency, own.days_30, own.credit, own.outstanding) == ("CNY", 1_000 + 715, -214, 1_501)


async def test_two_closes_at_once_book_once() -> None:
    await billed()
    answers = await asyncio.gather(*(close_month(JANUARY) for _n in range(6)), return_exceptions=True)
    assert sorted(type(each).__name__ for each in answers) == ["Conflict"] * 5 + ["int"]
    assert [row[3] for row in await _booked()] == [-10_000, 10_000]


async def test_a_rate_that_changes_while_a_month_is_closed_is_used_or_refused() -> None:
    await billed()
    (id,) = [row["id"] for row in await fetch("SELECT id FROM crm_receivables_rate WHERE rate = 7.1")]

    async def after(seconds: float, work: Awaitable[Any]) -> Any:
        await asyncio.sleep(seconds)
        return await work

    for n in range(10):
        answers: Any = await asyncio.gather(
            after(0.003 * n, update(ExchangeRate, id, {"rate": Decimal(8 + n)})),
            after(0.003 * (10 - n), close_month(JANUARY)),
            return_exceptions=True,
        )
        changed, closed = answers
        assert isinstance(changed, ExchangeRate | RateUsed) and isinstance(closed, int)
        now = await fetch_value("SELECT rate FROM crm_receivables_rate WHERE id = $1", id)
        used = await fetch_value("SELECT rate FROM crm_receivables_exchange ORDER BY id DESC LIMIT 1")
        assert used == now and isinstance(changed, ExchangeRate) == (now == 8 + n)
        assert await fetch_value("SELECT sum(amount) FROM crm_receivables_posting WHERE account = 'valuation'") == (
            100_000 * (now - 7)
        )
        await reopen_month(await get(MonthClose, closed), "x")


async def test_a_change_that_is_not_committed_is_waited_for() -> None:
    await billed()
    (id,) = [row["id"] for row in await fetch("SELECT id FROM crm_receivables_rate WHERE rate = 7.1")]
    written, go = asyncio.Event(), asyncio.Event()

    async def change() -> None:
        async with transaction():
            await update(ExchangeRate, id, {"rate": Decimal("7.5")})
            written.set()
            await go.wait()

    task = asyncio.create_task(change())
    await written.wait()
    closing = asyncio.create_task(close_month(JANUARY))
    await asyncio.sleep(0.1)
    assert not closing.done()
    go.set()
    await asyncio.gather(task, closing)
    assert (await _booked())[-1][3] == 50_000


async def test_a_closed_month_is_not_closed_again() -> None:
    await billed()
    await close_month(JANUARY)
    with pytest.raises(Conflict):
        await close_month(JANUARY)
    assert len(await _booked()) == 2
