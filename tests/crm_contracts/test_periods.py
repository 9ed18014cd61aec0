"""Periods of recurring lines: A8 they tile from the anchor, A10 missed ones are caught up, A11 parts sum."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.locks import schedule_lines
from crm_contracts.services import count_due_charges, take_due_charges
from guanxi import execute, transaction
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.crm_contracts.support import active, charges, line, monthly

DAY = timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "year": 12}
COMMON = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def period_start(anchor: date, unit: str, interval: int, k: int) -> date:
    """The rule of A8 written once more, independent of the database."""
    if unit in ("day", "week"):
        return anchor + k * interval * timedelta(days=1 if unit == "day" else 7)
    month = anchor.year * 12 + anchor.month - 1 + k * interval * MONTHS[unit]
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(anchor.day, monthrange(year, month)[1]))


@dataclass(frozen=True)
class Rule:
    anchor: date
    unit: str
    interval: int
    billing: str
    amount: int


RULES = st.builds(
    Rule,
    st.dates(date(2023, 12, 25), date(2024, 4, 2)),
    st.sampled_from(["day", "week", "month", "quarter", "year"]),
    st.integers(1, 3),
    st.sampled_from(["advance", "arrears"]),
    st.integers(0, 10**9),
)


async def take_all(today: date, limit: int = 1000) -> int:
    taken = 0
    while found := await take_due_charges(today, limit):
        taken += sum(len(contract.charges) for contract in found)
    return taken


@COMMON
@given(rule=RULES, days=st.integers(0, 500), limit=st.integers(1, 30))
async def test_missed_periods_tile_from_the_anchor(company: Company, rule: Rule, days: int, limit: int) -> None:
    today = rule.anchor + timedelta(days=days)
    with use_company(company), use_actor(SYSTEM):
        contract = await active(
            line(rule.amount, recurrence=rule.unit, interval=rule.interval, billing=rule.billing),
            starts_on=rule.anchor,
            title="tiles",
        )
        await take_all(today, limit)
        found = await charges(contract)
        await execute("UPDATE crm_contracts_line SET next_due_on = NULL")
    expected = []
    for k in range(days + 2):
        first = period_start(rule.anchor, rule.unit, rule.interval, k)
        last = period_start(rule.anchor, rule.unit, rule.interval, k + 1) - DAY
        if (first if rule.billing == "advance" else last) <= today:
            expected.append((first, last, rule.amount))
    assert found == expected
    assert all(next_[0] == this[1] + DAY for this, next_ in pairwise(found))


@pytest.mark.parametrize(
    ("unit", "anchor", "starts"),
    [
        ("month", date(2023, 1, 31), [date(2023, 1, 31), date(2023, 2, 28), date(2023, 3, 31), date(2023, 4, 30)]),
        ("month", date(2024, 1, 30), [date(2024, 1, 30), date(2024, 2, 29), date(2024, 3, 30), date(2024, 4, 30)]),
        ("year", date(2020, 2, 29), [date(2020 + n, 2, 29 if n % 4 == 0 else 28) for n in range(5)]),
        ("quarter", date(2023, 11, 30), [date(2023, 11, 30), date(2024, 2, 29), date(2024, 5, 30)]),
    ],
)
async def test_ends_of_months(inside: Company, unit: str, anchor: date, starts: list[date]) -> None:
    contract = await active(line(100, recurrence=unit), starts_on=anchor)
    await take_all(starts[-1])
    assert [charge[0] for charge in await charges(contract)] == starts


@COMMON
@given(rule=RULES, stops=st.lists(st.integers(0, 400), min_size=1, max_size=6))
async def test_running_late_gives_what_running_daily_gives(company: Company, rule: Rule, stops: list[int]) -> None:
    days = sorted(stops)
    with use_company(company), use_actor(SYSTEM):
        recurring = line(rule.amount, recurrence=rule.unit, interval=rule.interval, billing=rule.billing)
        often, once = [await active(recurring, starts_on=rule.anchor) for _ in range(2)]
        await execute("UPDATE crm_contracts_line SET blocked = true WHERE contract_id = $1", once.id)
        for day in days:
            await take_all(rule.anchor + timedelta(days=day))
        await execute("UPDATE crm_contracts_line SET blocked = false WHERE contract_id = $1", once.id)
        late = await count_due_charges(rule.anchor + timedelta(days=days[-1]))
        assert await take_all(rule.anchor + timedelta(days=days[-1])) >= late
        assert await charges(often) == await charges(once)
        await execute("UPDATE crm_contracts_line SET next_due_on = NULL")


@COMMON
@given(
    anchor=st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    billing=st.sampled_from(["advance", "arrears"]),
    amount=st.integers(0, 10**15),
    ends=st.lists(st.integers(0, 85), min_size=1, max_size=5),
)
async def test_parts_of_a_period_sum_to_its_price(
    company: Company, anchor: date, billing: str, amount: int, ends: list[int]
) -> None:
    """The end of a contract is moved later and later, with a billing run each time."""
    with use_company(company), use_actor(SYSTEM):
        contract = await active(line(0, recurrence="quarter", billing=billing), starts_on=anchor)
        await execute("UPDATE crm_contracts_line SET amount = $2 WHERE contract_id = $1", contract.id, amount)
        for end in [*sorted(ends), None]:
            last = None if end is None else anchor + timedelta(days=end)
            await execute("UPDATE crm_contracts_contract SET terminated_on = $2 WHERE id = $1", contract.id, last)
            await schedule_lines(contract.id)
            await take_all(period_start(anchor, "quarter", 1, 1) - DAY)
        found = await charges(contract)
        await execute("UPDATE crm_contracts_line SET next_due_on = NULL")
    assert sum(charge[2] for charge in found) == amount
    assert (found[0][0], found[-1][1]) == (anchor, period_start(anchor, "quarter", 1, 1) - DAY)
    assert all(next_[0] == this[1] + DAY for this, next_ in pairwise(found))


async def test_the_last_period_is_cut_by_the_end(inside: Company) -> None:
    contract = await active(monthly(31_000), starts_on=date(2026, 1, 1), ends_on=date(2026, 3, 10))
    await take_all(date(2026, 12, 31))
    assert await charges(contract) == [
        (date(2026, 1, 1), date(2026, 1, 31), 31_000),
        (date(2026, 2, 1), date(2026, 2, 28), 31_000),
        (date(2026, 3, 1), date(2026, 3, 10), 10_000),
    ]


async def test_in_arrears_the_last_part_is_due_at_the_end(inside: Company) -> None:
    await active(monthly(31_000, billing="arrears"), starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 10))
    assert await take_due_charges(date(2026, 3, 9)) == []
    [contract] = await take_due_charges(date(2026, 3, 10))
    assert [(each.period_end, each.amount) for each in contract.charges] == [(date(2026, 3, 10), 10_000)]


async def test_one_call_is_bounded_and_goes_on(inside: Company) -> None:
    await active(line(1, recurrence="day"), line(2, recurrence="day"), starts_on=date(2025, 1, 1))
    taken = []
    while found := await take_due_charges(date(2025, 12, 31), 150):
        taken.append(sum(len(each.charges) for each in found))
    assert taken == [150, 150, 150, 150, 130]
    assert await count_due_charges(date(2025, 12, 31)) == 0


async def test_a_senseless_limit_is_refused(inside: Company) -> None:
    for limit in (0, -1, 10_001):
        with pytest.raises(ValueError, match="limit"):
            await take_due_charges(date(2026, 1, 1), limit)


async def test_a_rollback_gives_the_charges_back(inside: Company) -> None:
    await active(monthly())
    with pytest.raises(RuntimeError):
        async with transaction():
            assert await take_due_charges(date(2026, 1, 31))
            raise RuntimeError
    assert await count_due_charges(date(2026, 1, 31)) == 1
