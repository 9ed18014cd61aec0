"""Exchange rates as people enter and import them."""

from __future__ import annotations

import asyncio
from datetime import date
from decimal import Decimal

import pytest

from crm_receivables.closing import close_month
from crm_receivables.errors import RateAbsurd
from crm_receivables.exchange import exchange_report
from crm_receivables.exchange_models import ExchangeRate
from guanxi import InvalidInput, create, fetch, fetch_value, update
from guanxi.imports.work import start_import
from guanxi.jobs.worker import run_pending
from tests.crm_receivables.support import count, new_customer, post
from tests.crm_receivables.test_exchange import FEBRUARY, JANUARY, billed, quote

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def test_rates_make_sense() -> None:
    await quote(JANUARY, "7.1")
    for values in (
        {"currency": "CNY", "day": JANUARY, "rate": Decimal(1)},
        {"currency": "XYZ", "day": JANUARY, "rate": Decimal(1)},
        {"currency": "EUR", "day": JANUARY, "rate": Decimal(0)},
        {"currency": "EUR", "day": JANUARY, "rate": Decimal(-1)},
        {"currency": "EUR", "day": JANUARY, "rate": Decimal("1.00000000001")},
        {"currency": "EUR", "day": JANUARY, "rate": Decimal(10**8)},
        {"currency": "EUR", "day": JANUARY, "rate": Decimal(2**63)},
        {"currency": "EUR", "day": JANUARY, "rate": Decimal("1e9999999")},
        {"currency": "EUR", "day": None, "rate": Decimal(1)},
        {"currency": "USD", "day": JANUARY, "rate": Decimal(7)},
    ):
        with pytest.raises(InvalidInput):
            await create(ExchangeRate, values)
    assert await count("rate") == 1


async def test_a_second_rate_of_a_day_is_refused_by_its_name() -> None:
    first = await quote(JANUARY, "7.1")
    await update(ExchangeRate, first.id, {"rate": Decimal("7.2")})
    with pytest.raises(InvalidInput) as refused:
        await quote(JANUARY, "7.3")
    assert {name: str(text) for name, text in refused.value.fields.items()} == {
        "day": "There is a rate of USD from this day already. Change it."
    }
    answers = await asyncio.gather(*(quote(FEBRUARY, "7") for _n in range(4)), return_exceptions=True)
    assert sorted(type(each).__name__ for each in answers) == ["ExchangeRate"] + ["InvalidInput"] * 3


async def test_absurd_rates_are_called_that() -> None:
    await post(await new_customer(), 10**15, currency="USD", posted_on=date(2026, 1, 15))
    await quote(date(2026, 1, 10), "9999999")
    with pytest.raises(RateAbsurd, match="Correct the rates"):
        await exchange_report(JANUARY)
    with pytest.raises(RateAbsurd):
        await close_month(JANUARY)
    assert await count("close") == 0


async def test_a_file_of_rates_is_imported_and_changes_what_is_open() -> None:
    await billed()
    await close_month(JANUARY)
    content = b"currency,day,rate\nUSD,2026-02-01,7.15\nUSD,2026-01-30,7.2\nEUR,2026-01-30,7.9\nCNY,2026-02-01,1\n"
    results = []
    for given in (content, content.replace(b"7.15", b"7.16")):
        job = await start_import("crm_receivables/exchange_rates", "rates.csv", given)
        await run_pending()
        results.append(await fetch_value("SELECT result FROM guanxi_job WHERE id = $1", job))
    counts = [(result["created"], result["updated"], result["unchanged"], result["skipped"]) for result in results]
    assert counts == [(2, 0, 0, 2), (0, 1, 1, 2)]
    rows = await fetch("SELECT currency, day, rate FROM crm_receivables_rate WHERE day > '2026-01-10' ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("USD", date(2026, 1, 30), Decimal("7.1")),
        ("USD", date(2026, 2, 1), Decimal("7.16")),
        ("EUR", date(2026, 1, 30), Decimal("7.9")),
    ]
