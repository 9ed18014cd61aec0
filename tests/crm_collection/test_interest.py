"""Late interest on each day's balance, which any split of the days sums up to (A16), and is charged once."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import asyncpg
import pytest
from hypothesis import given, settings, strategies as st

from crm_collection.charging import charge_customer
from crm_collection.interest import Owed, accrued, interest, rounded
from guanxi import Conflict, execute, fetch, fetch_value, today
from tests.crm_collection.support import DUE, debtor, owing, run
from tests.crm_receivables.support import assert_ties, pay

RATE = Decimal("0.05")
CHARGES = "SELECT kind, starts_on, ends_on, amount FROM crm_collection_charge ORDER BY id"


def on(days: int) -> date:
    return DUE + timedelta(days=days)


@st.composite
def histories(draw: st.DrawFn) -> tuple[int, list[tuple[date, int]]]:
    """An amount and what settles it day by day, some of it taken back; the balance never below zero."""
    amount = draw(st.integers(1, 10**12))
    days = sorted(draw(st.lists(st.integers(-20, 100), max_size=6, unique=True)))
    balance, made = amount, []
    for day in days:
        part = draw(st.integers(balance - amount, balance))
        balance -= part
        made.append((on(day), part))
    return amount, made


def by_the_day(amount: int, settlements: list[tuple[date, int]], start: date, end: date) -> Fraction:
    total, day = 0, max(start, DUE)
    while day < end:
        day += timedelta(days=1)
        total += amount - sum(part for when, part in settlements if when <= day)
    return total * Fraction(RATE) / 100


@settings(max_examples=200, deadline=None)
@given(histories(), st.integers(-10, 60), st.integers(0, 60), st.integers(0, 60))
def test_any_split_sums_up_and_each_day_counts(
    history: tuple[int, list[tuple[date, int]]], first: int, second: int, third: int
) -> None:
    amount, settlements = history
    a, b, c = on(first), on(first + second), on(first + second + third)
    whole = interest(amount, DUE, settlements, RATE, a, c)
    split = interest(amount, DUE, settlements, RATE, a, b) + interest(amount, DUE, settlements, RATE, b, c)
    assert whole == split == by_the_day(amount, settlements, a, c) >= 0


def test_what_is_not_late_costs_nothing() -> None:
    assert interest(100, DUE, [], RATE, on(-9), on(0)) == 0
    assert interest(100_000, DUE, [], RATE, DUE, on(1)) == 50
    assert interest(100_000, DUE, [(on(1), 100_000)], RATE, DUE, on(90)) == 0, "paid on the day after costs nothing"
    assert rounded(Fraction(1, 2)) == 1


class TestCharging:
    pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]

    async def test_balances_come_from_what_was_allocated(self) -> None:
        customer = await debtor()
        (item,) = await owing(customer, 100_000)
        await pay(customer, 40_000, on=on(10), oldest=True)
        found = await accrued([Owed(item, 100_000, DUE, RATE)], on(20))
        assert found[item].amount == 9 * 50 + 11 * 30

    async def test_each_day_is_charged_once(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        days = (today() - DUE).days - 1
        (invoice,) = await charge_customer(customer)
        assert [tuple(row) for row in await fetch(CHARGES)] == [
            ("interest", DUE, today() - timedelta(days=1), days * 50)
        ]
        line = await fetch_value("SELECT description FROM crm_receivables_line WHERE invoice_id = $1", invoice)
        assert line == f"Late interest on INV-2026-000001/1, 2026-01-16 – {today() - timedelta(days=1)}"
        with pytest.raises(Conflict):
            await charge_customer(customer)
        await execute("UPDATE crm_receivables_installment SET outstanding = outstanding WHERE false")
        await assert_ties()

    async def test_interest_bears_no_interest(self) -> None:
        customer = await debtor()
        (item,) = await owing(customer, 100_000)
        await charge_customer(customer)
        assert await fetch_value("SELECT count(*) FROM crm_receivables_installment") == 2
        await pay(customer, 100_000, on=today(), oldest=True)
        with pytest.raises(Conflict):
            await charge_customer(customer)
        assert await fetch_value("SELECT outstanding FROM crm_receivables_installment WHERE id = $1", item) == 0

    async def test_fees_are_charged_once(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000, currency="EUR", due_on=today() - timedelta(days=10))
        await run(today())
        await charge_customer(customer)
        kinds = [(row["kind"], row["amount"]) for row in await fetch(CHARGES)]
        assert kinds == [("interest", 250), ("fee", 4_000)]
        with pytest.raises(Conflict):
            await charge_customer(customer)

    async def test_charging_by_several_at_once(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000, 50_000)
        found = await asyncio.gather(*(charge_customer(customer) for _n in range(8)), return_exceptions=True)
        assert sum(isinstance(each, list) for each in found) == 1
        assert all(isinstance(each, list | Conflict) for each in found)
        assert await fetch_value("SELECT count(*) FROM crm_collection_charge") == 2
        await assert_ties()

    async def test_the_database_refuses_days_that_overlap(self) -> None:
        customer = await debtor()
        await owing(customer, 100_000)
        await charge_customer(customer)
        with pytest.raises(asyncpg.ExclusionViolationError):
            await execute(
                "INSERT INTO crm_collection_charge (kind, installment_id, starts_on, ends_on, amount, currency,"
                " invoice_id, created_at) SELECT kind, installment_id, starts_on + 1, ends_on + 1, 1, currency,"
                " invoice_id, created_at FROM crm_collection_charge"
            )
