"""A9: one charge for each line and period, whatever happens; A10: a bad line never stops the others."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from datetime import date
from decimal import Decimal

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.models import BillingProblem, Contract
from crm_contracts.services import DueCharge, count_due_charges, take_due_charges
from guanxi import clock, current_company, execute, fetch, fetch_value, find, get, transaction
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.records.actions import find_action, run_action
from tests.crm_contracts.support import act, active, charges, confirmed, customer, monthly, sign

TODAY = date(2026, 6, 30)
Key = tuple[int, date]


def keys(found: list[DueCharge]) -> list[Key]:
    return [(each.contract_line_id, each.period_start) for contract in found for each in contract.charges]


async def spread(lines: int, amount: int = 100, first: date = date(2026, 1, 1)) -> None:
    """Make a contract in force with so many monthly lines that begin on `first`, by SQL."""
    contract = await active(monthly(amount), starts_on=first, customer_id=await customer())
    await execute(
        "INSERT INTO crm_contracts_line (contract_id, description, unit, quantity, unit_price, discount, tax_rate,"
        " amount, recurrence, interval, billing, anchor_on, last_on, next_period, next_due_on, blocked)"
        " SELECT contract_id, description, unit, quantity, unit_price, discount, tax_rate, amount, recurrence,"
        " interval, billing, anchor_on, last_on, next_period, next_due_on, blocked"
        " FROM crm_contracts_line, generate_series(2, $2) WHERE contract_id = $1",
        contract.id,
        lines,
    )


async def drain(limit: int, crashes: random.Random | None = None) -> list[Key]:
    """Take until nothing is left, as a worker does; some of its transactions fail after the taking."""
    mine: list[Key] = []
    idle = 0
    while idle < 3:
        try:
            async with transaction():
                found = await take_due_charges(TODAY, limit)
                await asyncio.sleep(0)
                if found and crashes is not None and crashes.random() < 0.3:
                    raise RuntimeError("killed")
        except RuntimeError:
            continue
        mine += keys(found)
        idle = 0 if found else idle + 1
        if not found:
            await asyncio.sleep(0.005)
    return mine


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), workers=st.integers(2, 8), limit=st.integers(1, 40))
async def test_workers_that_fail_at_any_point_take_each_period_once(
    company: Company, seed: int, workers: int, limit: int
) -> None:
    with use_company(company), use_actor(SYSTEM):
        before = await fetch_value("SELECT count(*) FROM crm_contracts_charge")
        await spread(12)
        taken = await asyncio.gather(*(drain(limit, random.Random(seed + n)) for n in range(workers)))
        counted = Counter(key for keys_ in taken for key in keys_)
        assert set(counted.values()) == {1}
        assert len(counted) == 12 * 6
        assert await fetch_value("SELECT count(*) FROM crm_contracts_charge") - before == 12 * 6
        assert await count_due_charges(TODAY) == 0


async def test_a_killed_connection_loses_nothing(inside: Company) -> None:
    contract = await active(monthly())
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        async with transaction():
            assert await take_due_charges(TODAY)
            await execute("SELECT pg_terminate_backend(pg_backend_pid())")
    assert await charges(contract) == []
    assert len(keys(await take_due_charges(TODAY))) == 6


async def test_a_replay_or_a_clock_moved_back_brings_nothing_twice(inside: Company) -> None:
    contract = await active(monthly())
    assert len(keys(await take_due_charges(TODAY))) == 6
    assert await take_due_charges(date(2026, 2, 1)) == []
    assert await take_due_charges(TODAY) == []
    await execute(
        "UPDATE crm_contracts_line SET next_period = 2, charged_through = NULL, next_due_on = '2026-03-01'"
        " WHERE contract_id = $1",
        contract.id,
    )
    assert keys(await take_due_charges(date(2026, 7, 31))) == [
        (await fetch_value("SELECT id FROM crm_contracts_line WHERE contract_id = $1", contract.id), date(2026, 7, 1))
    ]
    assert len(await charges(contract)) == 7


async def test_charges_are_given_by_contract(inside: Company) -> None:
    contract = await active(monthly(500, description="Care"), monthly(700, description="Cloud", tax_rate=Decimal(13)))
    [found] = await take_due_charges(date(2026, 2, 1))
    assert (found.contract_id, found.contract_number) == (contract.id, contract.number)
    assert (found.customer_id, found.currency) == (contract.customer_id, "CNY")
    assert [(e.description, e.period_start, e.period_end, e.amount, e.tax_rate) for e in found.charges] == [
        ("Care", date(2026, 1, 1), date(2026, 1, 31), 500, Decimal(6)),
        ("Care", date(2026, 2, 1), date(2026, 2, 28), 500, Decimal(6)),
        ("Cloud", date(2026, 1, 1), date(2026, 1, 31), 700, Decimal(13)),
        ("Cloud", date(2026, 2, 1), date(2026, 2, 28), 700, Decimal(13)),
    ]


async def test_the_database_refuses_to_change_charges(inside: Company) -> None:
    await active(monthly())
    await take_due_charges(TODAY)
    for statement in (
        "UPDATE crm_contracts_charge SET amount = 1",
        "DELETE FROM crm_contracts_charge",
        "TRUNCATE crm_contracts_charge, crm_contracts_usage",
        "INSERT INTO crm_contracts_charge (contract_line_id, period_start, period_end, amount, created_at)"
        " SELECT contract_line_id, period_start, period_end, amount, now() FROM crm_contracts_charge",
    ):
        with pytest.raises(asyncpg.IntegrityConstraintViolationError):
            await execute(statement)


BREAKS = {
    "amount": "amount = 9223372036854775807",
    "no_start": "anchor_on = NULL",
    "period": "next_period = 2147483647",
}


@pytest.mark.parametrize(("reason", "change"), BREAKS.items())
async def test_a_line_that_cannot_be_charged_waits_in_the_list(inside: Company, reason: str, change: str) -> None:
    bad, good = await active(monthly()), await active(monthly())
    await execute(f"UPDATE crm_contracts_line SET {change} WHERE contract_id = $1", bad.id)
    assert {each.contract_id for each in await take_due_charges(TODAY)} == {good.id}
    [problem] = await find(BillingProblem)
    assert (problem.contract_id, problem.reason, problem.state) == (bad.id, reason, "open")
    assert await take_due_charges(TODAY) == []
    assert len(await find(BillingProblem)) == 1
    await execute(
        "UPDATE crm_contracts_line SET amount = 100, next_period = 0 WHERE contract_id = $1",
        bad.id,
    )
    await _resolve(problem, "try_again", {})
    assert len(keys(await take_due_charges(TODAY))) == 6
    assert (await find(BillingProblem))[0].state == "cleared"


async def test_a_person_can_stop_a_line_that_cannot_be_charged(inside: Company) -> None:
    contract = await active(monthly())
    await execute("UPDATE crm_contracts_line SET amount = -1 WHERE contract_id = $1", contract.id)
    assert await take_due_charges(TODAY) == []
    [problem] = await find(BillingProblem)
    await _resolve(problem, "stop_billing", {"reason": "imported by mistake"})
    assert await take_due_charges(TODAY) == []
    assert len(await find(BillingProblem)) == 1
    entry = (await fetch("SELECT reason, resource FROM guanxi_audit ORDER BY id DESC LIMIT 1"))[0]
    assert tuple(entry) == ("imported by mistake", "crm_contracts/billing-problems")


async def _resolve(problem: BillingProblem, name: str, values: dict[str, str]) -> None:
    resource = current_company().catalog.resource_of[BillingProblem]
    await run_action(resource, find_action(resource, name, "record"), problem.id, values)


async def test_five_hundred_charges_a_second_at_the_least(inside: Company) -> None:
    await spread(1_000)
    start = time.perf_counter()
    taken = 0
    while found := await take_due_charges(TODAY, 2_000):
        taken += len(keys(found))
    assert taken == 6_000
    assert taken / (time.perf_counter() - start) > 500


async def test_nothing_is_due_before_signing_or_after_the_end(inside: Company) -> None:
    contract = await confirmed(monthly(3_100), starts_on=date(2026, 1, 1))
    assert await take_due_charges(TODAY) == []
    contract = await sign(contract)
    contract = await act(contract, "end", {"ends_on": date(2026, 3, 10), "reason": "moved away"})
    await take_due_charges(TODAY)
    assert (await charges(contract))[-1] == (date(2026, 3, 1), date(2026, 3, 10), 1_000)
    assert len(await charges(contract)) == 3


async def test_taking_an_end_back_leaves_no_trace(inside: Company) -> None:
    columns = "anchor_on, last_on, next_period, charged_through, next_due_on, blocked"
    contract = await active(monthly(3_100))
    await take_due_charges(date(2026, 1, 31))
    before = await fetch(f"SELECT {columns} FROM crm_contracts_line WHERE contract_id = $1", contract.id)
    tomorrow = clock.today(inside.zone).replace(year=2027)
    ended = await act(contract, "end", {"ends_on": tomorrow, "reason": "moves away"})
    assert (ended.state, ended.terminated_on) == ("active", tomorrow)
    kept = await act(ended, "keep", {"reason": "stays"})
    assert (kept.state, kept.terminated_on) == ("active", None)
    assert await fetch(f"SELECT {columns} FROM crm_contracts_line WHERE contract_id = $1", contract.id) == before
    same = {name: getattr(contract, name) for name in Contract._meta.fields_db_projection} | {"revision": 0}
    after = await get(Contract, contract.id)
    now = {name: getattr(after, name) for name in Contract._meta.fields_db_projection} | {"revision": 0}
    assert {**now, "updated_at": 0} == {**same, "updated_at": 0}
