"""The outlook: what recurred, what will be billed by the very rules of billing, and what runs out."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.forecast import charges_ahead
from crm_contracts.outlook import billed_ahead, coming_months, expiring, outlook, recurring_revenue
from crm_contracts.pauses import pause, resume
from guanxi import Company, clock, execute, use_actor
from guanxi.context import SYSTEM, use_company
from guanxi.db import count_statements
from tests.crm_contracts.support import active, charges, customer, draft, line, monthly, user
from tests.crm_contracts.test_periods import take_all
from tests.crm_contracts.test_usage import metered, use

NOON = datetime(2026, 6, 15, 4, tzinfo=UTC)
JUNE = date(2026, 6, 1)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    unit=st.sampled_from(["day", "week", "month", "quarter", "year"]),
    billing=st.sampled_from(["advance", "arrears"]),
    amount=st.integers(0, 10**9),
    cap=st.none() | st.integers(1, 10**10),
    free=st.integers(0, 3),
    billed=st.integers(-30, 300),
    paused=st.tuples(st.integers(0, 200), st.integers(0, 60)),
    end=st.none() | st.integers(0, 400),
)
async def test_what_is_foreseen_is_what_is_charged(
    company: Company,
    unit: str,
    billing: str,
    amount: int,
    cap: int | None,
    free: int,
    billed: int,
    paused: tuple[int, int],
    end: int | None,
) -> None:
    start = date(2026, 1, 31)
    until = start + timedelta(days=max(billed, 0) + 365)
    with use_company(company), use_actor(SYSTEM):
        await execute("UPDATE crm_contracts_line SET next_due_on = NULL")
        recurring = line(amount, recurrence=unit, billing=billing, cap=cap, free_periods=free)
        ends_on = None if end is None else start + timedelta(days=end)
        contract = await active(recurring, starts_on=start, ends_on=ends_on)
        first = start + timedelta(days=paused[0])
        await pause(contract, first)
        await resume(contract, first + timedelta(days=paused[1]))
        await take_all(start + timedelta(days=billed))
        before = await charges(contract)
        rows = await charges_ahead(contract.id, until)
        await take_all(until)
        after = await charges(contract)
    assert [(row["period_start"], row["period_end"], row["amount"]) for row in rows] == after[len(before) :]


async def test_what_will_be_billed_by_month_and_currency_in_one_statement(inside: Company) -> None:
    with clock.travel(NOON):
        await active(monthly(100, free_periods=1), starts_on=date(2026, 5, 20))
        await active(line(1_200, recurrence="year"), starts_on=date(2026, 8, 1), currency="USD")
        used = await active(metered(10), starts_on=JUNE)
        await draft(monthly(5), starts_on=JUNE)
        stopped = await active(monthly(7), starts_on=JUNE)
        await execute("UPDATE crm_contracts_line SET stopped = true WHERE contract_id = $1", stopped.id)
        await use(used, date(2026, 6, 3), "4")
        with count_statements() as counted:
            found = await billed_ahead()
        assert counted.count == 1
        ahead = coming_months()
    months = [JUNE, *(date(2026, month, 1) for month in range(7, 13)), *(date(2027, month, 1) for month in range(1, 6))]
    assert ahead == months
    assert [(row.month, row.amount, row.charges) for row in found if row.currency == "CNY"] == [
        (JUNE, 140, 2),
        *((month, 100, 1) for month in months[1:]),
    ]
    assert [(row.month, row.amount) for row in found if row.currency == "USD"] == [(date(2026, 8, 1), 1_200)]


async def test_recurring_revenue_and_what_changed_it(inside: Company) -> None:
    one, two, three = await customer("A"), await customer("B"), await customer("C")
    with clock.travel(NOON):
        await active(
            line(100, recurrence="quarter"), customer_id=one, starts_on=date(2025, 1, 1), ends_on=date(2026, 2, 15)
        )
        await active(line(100, recurrence="week"), customer_id=one, starts_on=date(2026, 2, 16))
        await active(monthly(50), customer_id=two, starts_on=date(2026, 1, 10), ends_on=date(2026, 5, 30))
        await active(line(7, recurrence="day", interval=2), customer_id=three, starts_on=JUNE)
        paused = await active(monthly(30, free_periods=2), customer_id=two, starts_on=date(2026, 2, 1))
        await active(metered(9), customer_id=three, starts_on=JUNE)
        await pause(paused, date(2026, 6, 1))
        with count_statements() as counted:
            found = {row.month: row for row in await recurring_revenue()}
        assert counted.count == 1
    assert len(found) == 12
    shown = {
        month: (row.amount, row.customers, row.new, row.expansion, row.contraction, row.churn)
        for month, row in found.items()
    }
    assert shown[date(2025, 12, 1)] == (33, 1, 0, 0, 0, 0)
    assert shown[date(2026, 1, 1)] == (83, 2, 50, 0, 0, 0)
    assert shown[date(2026, 2, 1)] == (433 + 50, 2, 0, 400, 0, 0), "a contract that follows another one is no churn"
    assert shown[date(2026, 4, 1)] == (433 + 80, 2, 0, 30, 0, 0)
    assert shown[date(2026, 5, 1)] == (433 + 30, 2, 0, 0, -50, 0)
    assert shown[JUNE] == (433 + 106, 2, 106, 0, 0, -30)
    months = sorted(found)
    for before, month in pairwise(months):
        row = found[month]
        assert row.amount - found[before].amount == row.new + row.expansion + row.contraction + row.churn


async def test_what_expires_when(inside: Company) -> None:
    with clock.travel(NOON):
        first = await active(monthly(10), title="first", ends_on=date(2026, 6, 15))
        await active(monthly(20), title="second", ends_on=date(2027, 5, 31), currency="USD")
        for title, end in (("gone", date(2026, 6, 14)), ("later", date(2027, 6, 1)), ("open", None)):
            await active(monthly(10), title=title, ends_on=end)
        await draft(title="draft", ends_on=date(2026, 7, 1))
        found = await expiring()
    assert [(row.month, row.currency, row.contracts, row.monthly) for row in found.months] == [
        (JUNE, "CNY", 1, 10),
        (date(2027, 5, 1), "USD", 1, 20),
    ]
    assert [(row.title, row.ends_on) for row in found.contracts] == [
        ("first", date(2026, 6, 15)),
        ("second", date(2027, 5, 31)),
    ]
    assert found.contracts[0].id == first.id


async def test_others_contracts_are_in_nothing(inside: Company) -> None:
    with clock.travel(NOON):
        seller, other = await user("seller"), await user("other")
        await active(monthly(10), owner=seller.id, starts_on=JUNE, ends_on=date(2026, 12, 31))
        with use_actor(seller):
            seen = await outlook()
            assert seen.recurring and seen.billed and seen.expiring.contracts
        with use_actor(other):
            unseen = await outlook()
            assert not (unseen.recurring or unseen.billed or unseen.expiring.months or unseen.expiring.contracts)


async def test_lines_counted_together_come_to_what_each_comes_to(inside: Company) -> None:
    """Half of the contracts share few schedules; others are cut by ends, pauses, caps and free periods."""
    chance = random.Random(7)
    with clock.travel(NOON):
        contracts = []
        for _number in range(40):
            unit = chance.choice(["week", "month", "quarter", "year"])
            more = {"free_periods": chance.choice([0, 0, 2]), "cap": chance.choice([None, None, 5_000])}
            more["billing"] = chance.choice(["advance", "arrears"])
            start = date(2026, chance.choice([1, 3, 5]), chance.choice([1, 31]))
            end = chance.choice([None, None, date(2026, 9, 17)])
            lines = [line(chance.randint(0, 1_000), recurrence=unit, **more) for _line in range(2)]
            contracts.append(await active(*lines, starts_on=start, ends_on=end))
        for contract in contracts[::5]:
            await pause(contract, date(2026, 7, 11))
            await resume(contract, date(2026, 8, 3))
        await take_all(date(2026, 6, 3))
        last = date(2027, 5, 31)
        expected: Counter[date] = Counter()
        counted: Counter[date] = Counter()
        for contract in contracts:
            for row in await charges_ahead(contract.id, last):
                month = max(row["due_on"].replace(day=1), JUNE)
                expected[month] += row["amount"]
                counted[month] += row["amount"] > 0
        found = await billed_ahead()
    assert {row.month: row.amount for row in found if row.amount} == {m: a for m, a in expected.items() if a}
    assert {row.month: row.charges for row in found if row.charges} == {m: n for m, n in counted.items() if n}
