"""Days that are not charged: parts of a period sum to its price (A11), and what was charged stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.locks import schedule_lines
from crm_contracts.models import Contract
from crm_contracts.pauses import pause, resume
from crm_contracts.services import take_due_charges
from guanxi import Conflict, execute, fetch, fetch_value, transaction
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.crm_contracts.support import active, charges, line, monthly
from tests.crm_contracts.test_periods import DAY, period_start, take_all

START = date(2026, 1, 1)
COMMON = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


async def test_nothing_is_due_in_an_open_pause_and_the_rest_after_it(inside: Company) -> None:
    contract = await active(monthly(31_000))
    await pause(contract, date(2026, 3, 11), "moving house")
    await take_all(date(2026, 6, 30))
    whole = [(date(2026, 1, 1), date(2026, 1, 31), 31_000), (date(2026, 2, 1), date(2026, 2, 28), 31_000)]
    first = (date(2026, 3, 1), date(2026, 3, 10), 10_000)
    assert await charges(contract) == [*whole, first]
    await resume(contract, date(2026, 5, 22))
    assert await take_due_charges(date(2026, 5, 21)) == []
    await take_all(date(2026, 5, 22))
    assert await charges(contract) == [*whole, first, (date(2026, 5, 22), date(2026, 5, 31), 10_000)]
    await take_all(date(2026, 6, 1))
    assert (await charges(contract))[-1] == (date(2026, 6, 1), date(2026, 6, 30), 31_000)
    audited = await fetch(
        "SELECT action, before, after, reason FROM guanxi_audit WHERE action IN ('suspend', 'resume')"
    )
    assert [tuple(row) for row in audited] == [
        ("suspend", None, {"paused_from": "2026-03-11", "paused_through": None}, "moving house"),
        (
            "resume",
            {"paused_from": "2026-03-11", "paused_through": None},
            {"paused_from": "2026-03-11", "paused_through": "2026-05-21"},
            "",
        ),
    ]


async def test_in_arrears_the_part_before_a_pause_is_due_when_it_ends(inside: Company) -> None:
    contract = await active(monthly(31_000, billing="arrears"))
    await pause(contract, date(2026, 1, 11))
    assert await take_due_charges(date(2026, 1, 9)) == []
    await take_all(date(2026, 1, 10))
    await resume(contract, date(2026, 1, 22))
    await take_all(date(2026, 1, 30))
    assert await charges(contract) == [(date(2026, 1, 1), date(2026, 1, 10), 10_000)]
    await take_all(date(2026, 1, 31))
    assert (await charges(contract))[1:] == [(date(2026, 1, 22), date(2026, 1, 31), 10_000)]


async def test_charged_days_cannot_be_paused_afterwards(inside: Company) -> None:
    contract = await active(monthly())
    await take_all(date(2026, 2, 1))
    with pytest.raises(Conflict) as refused:
        await pause(contract, date(2026, 2, 28))
    assert "2026-02-28" in str(refused.value)
    assert await fetch_value("SELECT count(*) FROM crm_contracts_pause") == 0
    await pause(contract, date(2026, 3, 1))
    with pytest.raises(Conflict, match="suspended from 2026-03-01"):
        await pause(contract, date(2026, 5, 1))
    await resume(contract, date(2026, 4, 1))
    await take_all(date(2026, 4, 1))
    with pytest.raises(Conflict, match="2026-04-30"):
        await resume(contract, date(2026, 3, 15))
    with pytest.raises(Conflict, match="2026-04-30"):
        await resume(contract, date(2026, 4, 15))


async def test_a_pause_taken_back_leaves_nothing_but_the_audit(inside: Company) -> None:
    contract = await active(monthly())
    before = [dict(row) for row in await fetch("SELECT * FROM crm_contracts_line")]
    await pause(contract, date(2026, 2, 10))
    await resume(contract, date(2026, 2, 10))
    assert [dict(row) for row in await fetch("SELECT * FROM crm_contracts_line")] == before
    assert await fetch_value("SELECT count(*) FROM crm_contracts_pause") == 0
    with pytest.raises(Conflict, match="not suspended"):
        await resume(contract, date(2026, 2, 10))


async def test_the_database_refuses_pauses_that_overlap(inside: Company) -> None:
    contract = await active(monthly())
    await pause(contract, date(2026, 2, 10))
    with pytest.raises(asyncpg.ExclusionViolationError):
        await execute(
            "INSERT INTO crm_contracts_pause (contract_id, starts_on, ends_on, reason, created_at)"
            " VALUES ($1, '2026-03-01', '2026-03-02', '', now())",
            contract.id,
        )


@dataclass(frozen=True)
class Step:
    kind: str
    day: int


STEPS = st.lists(
    st.builds(Step, st.sampled_from(["pause", "resume", "bill", "end", "keep"]), st.integers(0, 100)), max_size=14
)


async def _take(contract: Contract, step: Step) -> None:
    day = START + timedelta(days=step.day)
    match step.kind:
        case "pause":
            await pause(contract, day)
        case "resume":
            await resume(contract, day)
        case "bill":
            await take_all(day)
        case _:
            last = day if step.kind == "end" else None
            await execute("UPDATE crm_contracts_contract SET terminated_on = $2 WHERE id = $1", contract.id, last)
            await schedule_lines(contract.id)


@COMMON
@given(
    steps=STEPS,
    unit=st.sampled_from(["week", "month", "quarter"]),
    billing=st.sampled_from(["advance", "arrears"]),
    amount=st.integers(0, 10**15),
)
async def test_what_is_charged_and_what_is_paused_sum_to_the_price(
    company: Company, steps: list[Step], unit: str, billing: str, amount: int
) -> None:
    """Pauses are set, moved and taken back, ends too, with runs of billing at any time between."""
    with use_company(company), use_actor(SYSTEM):
        await execute("UPDATE crm_contracts_line SET next_due_on = NULL")
        contract = await active(line(0, recurrence=unit, billing=billing), starts_on=START)
        await execute("UPDATE crm_contracts_line SET amount = $2 WHERE contract_id = $1", contract.id, amount)
        for step in steps:
            try:
                async with transaction():
                    await _take(contract, step)
            except Conflict:
                continue
        await _take(contract, Step("keep", 0))
        rows = await fetch(
            "SELECT ends_on FROM crm_contracts_pause WHERE contract_id = $1 AND ends_on IS NULL", contract.id
        )
        if rows:
            await resume(contract, START + timedelta(days=150))
        await take_all(START + timedelta(days=400))
        found = await charges(contract)
        paused = await fetch(
            "SELECT starts_on, ends_on FROM crm_contracts_pause WHERE contract_id = $1 AND starts_on <= $2",
            contract.id,
            found[-1][1],
        )
    days = sorted([(first, last, None) for first, last in paused] + list(found), key=lambda part: part[0])
    assert days[0][0] == START
    assert all(following[0] == before[1] + DAY for before, following in pairwise(days)), "days tile"
    for k in range(60):
        first, last = period_start(START, unit, 1, k), period_start(START, unit, 1, k + 1) - DAY
        inside = [part for part in found if first <= part[0] and part[1] <= last]
        whole = (last - first).days + 1
        costs = _cost(amount, first, whole, [(a, b) for a, b, _amount in inside])
        assert [part[2] for part in inside] == costs
        gone = [(max(a, first), min(b, last)) for a, b in paused if a <= last and b >= first]
        assert last > found[-1][1] or sum(costs) + sum(_cost(amount, first, whole, gone)) == amount


def _cost(amount: int, first: date, whole: int, parts: list[tuple[date, date]]) -> list[int]:
    def share(days: int) -> int:
        return (2 * amount * days + whole) // (2 * whole)

    return [share((b - first).days + 1) - share((a - first).days) for a, b in parts]
