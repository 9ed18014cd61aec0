"""Invoices from contracts: exactly one for each line and period, whoever runs when and is killed where (A9, A10)."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from crm_contracts.billing_models import Usage
from crm_contracts.events import ContractSigned, DueInstallment, RateAmount
from crm_receivables.billing import bill_batch
from crm_receivables.cards import CONTRACT_PANEL
from crm_receivables.documents import build_invoice
from crm_receivables.jobs import BILL_CONTRACTS, MARK_OVERDUE
from crm_receivables.models import Invoice
from guanxi import clock, create, enqueue, execute, fetch, fetch_row, fetch_value, find, publish, transaction
from guanxi.db import count_statements
from guanxi.jobs import run_pending
from tests.crm_contracts.support import active, customer, line, monthly
from tests.crm_receivables.support import assert_ties, count, figures, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
APRIL = datetime(2026, 4, 10, 4, tzinfo=UTC)


async def periods() -> list[tuple[date, int]]:
    rows = await fetch(
        "SELECT l.period_start, l.amount FROM crm_receivables_line l WHERE contract_line_id IS NOT NULL"
        " ORDER BY l.contract_line_id, l.period_start"
    )
    return [tuple(row) for row in rows]


async def bill_all() -> int:
    made = 0
    while True:
        async with transaction():
            batch = await bill_batch(50)
        if batch is None:
            return made
        made += batch


async def test_signing_bills_the_payment_plan_once() -> None:
    contract = await active(line(100_000))
    row = await fetch_row("SELECT * FROM crm_receivables_invoice")
    assert row is not None
    assert (row["contract_id"], row["customer_id"], row["total"], row["state"]) == (
        *(contract.id, contract.customer_id, 100_000, "posted"),
    )
    assert row["tax"] == contract.tax == 5_660
    event = ContractSigned(
        contract_id=contract.id,
        number=contract.number or "",
        title=contract.title,
        locale="zh_CN",
        customer_id=contract.customer_id,
        currency="CNY",
        total=100_000,
        by_rate=(RateAmount(Decimal(6), 100_000, 5_660),),
        installments=(DueInstallment("x", date(2026, 1, 1), 100_000),),
    )
    async with transaction():
        await publish(event)
    assert await count("invoice") == 1
    await assert_ties()


@pytest.mark.parametrize(("language", "word"), [("en", "Contract "), ("zh_CN", "合同 "), ("both", "合同 ")])
async def test_signing_bills_a_line_for_each_rate_that_names_the_contract(language: str, word: str) -> None:
    parts = [line(10_600), line(5_300), line(11_300, tax_rate=Decimal(13)), monthly(1_000, tax_rate=Decimal(9))]
    contract = await active(*parts, title="云平台", language=language)
    rows = await fetch("SELECT description, amount, tax, tax_rate FROM crm_receivables_line ORDER BY id")
    colon = ": " if language == "en" else "："
    name = f"{word}{contract.number}{colon}云平台"
    assert [tuple(row) for row in rows] == [(name, 11_300, 1_300, 13), (name, 15_900, 900, 6)]
    [invoice] = await find(Invoice)
    printed = (await build_invoice(invoice, "en")).data
    assert [(each["tax_rate"], each["description"]) for each in printed["lines"]] == [("13", name), ("6", name)]
    assert printed["contract"] == contract.number


async def test_installments_of_the_plan_are_what_is_due() -> None:
    await active(
        line(100_000),
        installments=[
            {"label": "首付", "due_on": date(2026, 1, 5), "amount": 30_000},
            {"label": "尾款", "due_on": date(2026, 6, 30), "amount": 70_000},
        ],
    )
    rows = await fetch("SELECT label, due_on, amount FROM crm_receivables_installment ORDER BY id")
    assert [tuple(row) for row in rows] == [("首付", date(2026, 1, 5), 30_000), ("尾款", date(2026, 6, 30), 70_000)]


async def test_nothing_to_charge_once_makes_no_invoice() -> None:
    await active(monthly(1_000))
    assert await count("invoice") == 0


async def test_one_invoice_for_a_contract_and_run_and_a_replay_adds_nothing() -> None:
    with clock.travel(APRIL):
        contract = await active(monthly(1_060), monthly(2_120))
        assert await bill_all() == 1
        assert await bill_all() == 0
    assert await periods() == [(date(2026, m, 1), amount) for amount in (1_060, 2_120) for m in (1, 2, 3, 4)]
    (id,) = [row["id"] for row in await fetch("SELECT id FROM crm_receivables_invoice")]
    assert await figures("invoice", id, "total", "tax", "contract_id") == (12_720, 720, contract.id)
    await assert_ties()


async def test_once_after_missed_periods_is_what_each_period_would_have_given() -> None:
    who = await customer()
    with clock.travel(datetime(2026, 1, 2, tzinfo=UTC)):
        await active(monthly(1_000), customer_id=who)
        for month in (1, 2, 3, 4):
            with clock.travel(datetime(2026, month, 3, tzinfo=UTC)):
                await bill_all()
    each = await periods()
    with clock.travel(APRIL):
        await active(monthly(1_000), customer_id=who)
        await bill_all()
    assert each == [(date(2026, m, 1), 1_000) for m in (1, 2, 3, 4)]
    assert await periods() == each * 2
    assert await count("invoice") == 5


async def invoices() -> list[tuple[int, int | None, int]]:
    rows = await fetch("SELECT total, contract_id, customer_id FROM crm_receivables_invoice ORDER BY id")
    return [tuple(row) for row in rows]


async def test_one_invoice_for_a_customer_and_currency_where_contracts_want_it() -> None:
    with clock.travel(APRIL):
        first, second = await customer(), await customer("B")
        march: dict[str, Any] = {"starts_on": date(2026, 4, 1), "invoicing": "customer"}
        one = await active(monthly(100), customer_id=first, **march)
        two = await active(monthly(20), monthly(3), customer_id=first, **march)
        dollars = await active(monthly(7), customer_id=first, currency="USD", **march)
        apart = await active(monthly(50), customer_id=first, starts_on=date(2026, 4, 1))
        other = await active(monthly(9), customer_id=second, **march)
        assert await bill_all() == 4
    assert sorted(await invoices(), key=lambda row: row[0]) == [
        (7, dollars.id, first),
        (9, other.id, second),
        (50, apart.id, first),
        (123, None, first),
    ]
    names = await fetch(
        "SELECT l.description FROM crm_receivables_line l JOIN crm_receivables_invoice v ON v.id = l.invoice_id"
        " WHERE v.contract_id IS NULL ORDER BY l.id"
    )
    assert [row["description"] for row in names] == [
        f"{contract.number} Line 2026-04-01 – 2026-04-30" for contract in (one, two, two)
    ]
    for contract in (one, two):
        shown = (await CONTRACT_PANEL.load(contract.id)).table
        assert shown is not None and len(shown.rows) == 1
    await assert_ties()


@pytest.mark.parametrize("limit", [3, 4, 7])
async def test_what_one_invoice_is_for_is_not_torn_where_a_batch_ends(limit: int) -> None:
    with clock.travel(APRIL):
        april: dict[str, Any] = {"starts_on": date(2026, 4, 1)}
        for day in (1, 2, 3):
            who = await customer()
            for _n in range(3):
                await active(monthly(100), customer_id=who, invoicing="customer", starts_on=date(2026, 4, day))
            await active(monthly(5), monthly(6), monthly(7), customer_id=who, **april)
        made = 0
        while True:
            async with transaction():
                batch = await bill_batch(limit)
            if batch is None:
                break
            made += batch
    assert sorted(total for total, _contract, _customer in await invoices()) == [18, 18, 18, 300, 300, 300]
    await assert_ties()


async def test_charges_of_nothing_are_on_no_invoice() -> None:
    with clock.travel(APRIL):
        await active(monthly(100, free_periods=3), monthly(0), starts_on=date(2026, 1, 1))
        await active(monthly(50, free_periods=9))
        assert await bill_all() == 1
    assert await periods() == [(date(2026, 4, 1), 100)]
    assert await fetch_value("SELECT count(*) FROM crm_contracts_charge") == 12
    await assert_ties()


async def test_usage_says_how_much_it_was() -> None:
    with clock.travel(APRIL):
        metered = {"billing": "usage", "description": "Calls", "unit": "次"}
        contract = await active(monthly(10, **metered), starts_on=date(2026, 3, 1))
        values = {"contract": contract.id, "used_on": date(2026, 3, 5), "quantity": Decimal("120.50")}
        await create(Usage, {**values, "reference": "M1"})
        assert await bill_all() == 1
    assert await fetch_value("SELECT description FROM crm_receivables_line") == (
        "Calls 2026-03-01 – 2026-03-31 (120.5 次)"
    )
    assert await periods() == [(date(2026, 3, 1), 1_205)]


async def test_workers_at_once_with_some_killed_and_clocks_turned_back() -> None:
    with clock.travel(APRIL):
        who = await customer()
        for n in range(12):
            await active(monthly(100 + n), monthly(500), customer_id=who)

        async def work(n: int) -> None:
            for _round in range(4):
                try:
                    async with transaction():
                        await bill_batch(7)
                        if (n + _round) % 5 == 0:
                            await execute("SELECT pg_terminate_backend(pg_backend_pid())")
                except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                    continue

        await asyncio.gather(*(work(n) for n in range(16)))
        await bill_all()
    with clock.travel(datetime(2026, 2, 1, tzinfo=UTC)):
        assert await bill_all() == 0
    found = await periods()
    assert len(found) == 12 * 2 * 4
    assert await count("invoice") == await fetch_value("SELECT max(right(number, 6)::int) FROM crm_receivables_invoice")
    await assert_ties()


async def test_the_job_bills_in_steps_and_says_how_many() -> None:
    with clock.travel(APRIL):
        for _n in range(3):
            await active(monthly(1_000))
        async with transaction():
            ids = [await enqueue(BILL_CONTRACTS), await enqueue(BILL_CONTRACTS)]
        await run_pending(30)
        results: list[Any] = [await fetch_value("SELECT result FROM guanxi_job WHERE id = $1", id) for id in ids]
        states = [await fetch_value("SELECT state FROM guanxi_job WHERE id = $1", id) for id in ids]
    assert states == ["done", "done"]
    assert sorted(result["invoices"] for result in results) == [0, 3]


async def test_what_one_invoice_is_for_is_not_torn_between_batches_at_once() -> None:
    taking = asyncio.Lock()

    async def lane() -> None:
        batch: int | None = 0
        while batch is not None:
            async with transaction():
                batch = await bill_batch(3, taking=taking)

    with clock.travel(APRIL):
        for _n in range(5):
            who = await customer()
            for day in (1, 2, 3):
                await active(monthly(100), customer_id=who, invoicing="customer", starts_on=date(2026, 4, day))
        await asyncio.gather(*(fetch_value("SELECT pg_sleep(0.1)") for _n in range(2)))  # both have a connection
        await asyncio.gather(lane(), lane())
    assert [total for total, _contract, _customer in await invoices()] == [300] * 5
    await assert_ties()


async def test_billing_takes_as_many_statements_for_many_contracts_as_for_one() -> None:
    with clock.travel(APRIL):
        who = await customer()
        await active(monthly(1_000), customer_id=who)
        async with transaction():
            with count_statements() as one:
                await bill_batch()
        for _n in range(20):
            await active(monthly(1_000), customer_id=who)
        async with transaction():
            with count_statements() as many:
                assert await bill_batch() == 20
    assert many.count == one.count <= 14


async def test_what_is_due_becomes_overdue_by_a_job() -> None:
    customer_id = await customer()
    with clock.travel(datetime(2026, 1, 20, 4, tzinfo=UTC)):
        id = await post(customer_id, 100, due_on=date(2026, 1, 20))
        partly = await post(customer_id, 100, due_on=date(2026, 1, 25))
    for day, expected in ((20, "open"), (21, "overdue")):
        with clock.travel(datetime(2026, 1, day, 4, tzinfo=UTC)):
            async with transaction():
                await enqueue(MARK_OVERDUE)
            await run_pending(10)
        assert await figures("invoice", id, "status") == (expected,)
    assert await figures("invoice", partly, "status") == ("open",)
