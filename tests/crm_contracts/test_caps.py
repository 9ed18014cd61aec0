"""Periods that cost nothing, and sums that end a line's billing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.services import take_due_charges
from guanxi import InvalidInput, execute, fetch_value
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.crm_contracts.support import active, charges, draft, line, monthly
from tests.crm_contracts.test_periods import DAY, period_start, take_all

START = date(2026, 1, 1)


async def test_the_first_periods_cost_nothing_and_are_there(inside: Company) -> None:
    contract = await active(monthly(500, free_periods=2))
    await take_all(date(2026, 4, 30))
    assert await charges(contract) == [
        (date(2026, 1, 1), date(2026, 1, 31), 0),
        (date(2026, 2, 1), date(2026, 2, 28), 0),
        (date(2026, 3, 1), date(2026, 3, 31), 500),
        (date(2026, 4, 1), date(2026, 4, 30), 500),
    ]


async def test_the_last_charge_is_cut_by_the_cap_and_nothing_follows(inside: Company) -> None:
    contract = await active(monthly(500, cap=1_200, free_periods=1), monthly(7))
    await take_all(date(2026, 3, 1))
    await take_all(date(2026, 12, 31))
    assert [amount for _first, _last, amount in await charges(contract) if amount != 7] == [0, 500, 500, 200]
    assert len(await charges(contract)) == 4 + 12
    assert await fetch_value("SELECT array_agg(next_due_on ORDER BY id) FROM crm_contracts_line") == [
        None,
        date(2027, 1, 1),
    ]
    assert await take_due_charges(date(2026, 12, 31)) == []


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    unit=st.sampled_from(["day", "week", "month"]),
    amount=st.integers(0, 10**9),
    cap=st.integers(1, 10**10),
    free=st.integers(0, 4),
    stops=st.lists(st.integers(0, 200), min_size=1, max_size=5),
)
async def test_a_run_after_missed_periods_is_as_many_runs(
    company: Company, unit: str, amount: int, cap: int, free: int, stops: list[int]
) -> None:
    days = sorted(stops)
    with use_company(company), use_actor(SYSTEM):
        await execute("UPDATE crm_contracts_line SET next_due_on = NULL")
        recurring = line(0, recurrence=unit, cap=cap, free_periods=free)
        often, once = [await active(recurring, starts_on=START) for _ in range(2)]
        await execute("UPDATE crm_contracts_line SET amount = $1 WHERE next_due_on IS NOT NULL", amount)
        await execute("UPDATE crm_contracts_line SET blocked = true WHERE contract_id = $1", once.id)
        for day in days:
            await take_all(START + timedelta(days=day))
        await execute("UPDATE crm_contracts_line SET blocked = false WHERE contract_id = $1", once.id)
        await take_all(START + timedelta(days=days[-1]))
        await take_all(START)  # a clock moved back
        found = await charges(often)
        assert found == await charges(once)
    expected: list[tuple[date, date, int]] = []
    for k in range(201):
        first, last = period_start(START, unit, 1, k), period_start(START, unit, 1, k + 1) - DAY
        left = cap - sum(charge[2] for charge in expected)
        if first <= START + timedelta(days=days[-1]) and left:
            expected.append((first, last, 0 if k < free else min(amount, left)))
    assert found == expected


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"free_periods": 1}, {"free_periods"}),
        ({"cap": 1}, {"cap"}),
        ({"billing": "usage"}, {"recurrence"}),
        ({"recurrence": "month", "included": 1}, {"included"}),
        ({"recurrence": "month", "period_cap": 1}, {"period_cap"}),
        ({"recurrence": "month", "cap": 0}, {"cap"}),
        ({"recurrence": "month", "free_periods": -1}, {"free_periods"}),
    ],
)
async def test_what_a_line_cannot_have_is_refused(inside: Company, values: dict[str, object], fields: set[str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        await draft(line(100, **values))
    assert refused.value.fields.keys() == {f"lines.0.{name}" for name in fields}
