"""Lines billed by usage: exact, once, in the next charge where it comes late, and nothing is lost."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_contracts.billing_models import Usage
from crm_contracts.models import Contract
from crm_contracts.pauses import pause, resume
from crm_contracts.permissions import ContractPermission
from crm_contracts.services import take_due_charges
from guanxi import (
    Forbidden,
    InvalidInput,
    clock,
    create,
    execute,
    fetch,
    fetch_value,
    find,
    transaction,
    use_actor,
)
from guanxi.context import SYSTEM, Company, use_company
from guanxi.imports.work import start_import
from guanxi.jobs.worker import run_pending
from tests.crm_contracts.support import SALES, act, active, charges, draft, line, monthly, user
from tests.crm_contracts.test_periods import take_all

YEAR_END = datetime(2026, 12, 31, 4, tzinfo=UTC)
PERMISSIONS = (*SALES, ContractPermission.USAGE)


@pytest.fixture(autouse=True)
def at_the_end_of_the_year() -> Iterator[None]:
    """Use of a day to come is refused."""
    with clock.travel(YEAR_END):
        yield


def metered(price: int = 50, **values: Any) -> dict[str, Any]:
    return line(price, **{"description": "calls", "recurrence": "month", "billing": "usage", **values})


async def use(contract: Contract, day: date, quantity: str, reference: str = "", name: str = "") -> Usage:
    values = {"contract": contract.id, "used_on": day, "quantity": Decimal(quantity), "line": name}
    number = await fetch_value("SELECT count(*) FROM crm_contracts_usage")
    return await create(Usage, {**values, "reference": reference or f"R{number}"})


async def billed() -> list[tuple[Any, ...]]:
    rows = await fetch("SELECT quantity, billed_through, late FROM crm_contracts_usage ORDER BY id")
    return [tuple(row) for row in rows]


async def test_a_period_costs_what_was_used_in_it_rounded_once(inside: Company) -> None:
    contract = await active(metered(3, discount=Decimal(50)))
    for quantity in ("0.1", "0.1334", "0.1"):
        await use(contract, date(2026, 1, 31), quantity)
    await use(contract, date(2026, 2, 1), "100")
    assert await take_due_charges(date(2026, 1, 30)) == []
    [found] = await take_due_charges(date(2026, 1, 31))
    assert [(each.amount, each.quantity) for each in found.charges] == [(1, Decimal("0.3334"))]
    assert await billed() == [
        *((Decimal(quantity), date(2026, 1, 31), False) for quantity in ("0.1", "0.1334", "0.1")),
        (Decimal(100), None, False),
    ]
    await take_all(date(2026, 2, 28))
    assert [amount for _first, _last, amount in await charges(contract)] == [1, 150]


async def test_what_comes_late_is_billed_with_the_next_period_and_marked(inside: Company) -> None:
    contract = await active(metered(10))
    await use(contract, date(2026, 1, 5), "1")
    await take_all(date(2026, 1, 31))
    await use(contract, date(2026, 1, 6), "2")
    await use(contract, date(2026, 2, 6), "4")
    await take_all(date(2026, 2, 28))
    assert [amount for _first, _last, amount in await charges(contract)] == [10, 60]
    assert [late for _quantity, _through, late in await billed()] == [False, True, False]


async def test_corrections_that_outweigh_wait_for_what_they_lessen(inside: Company) -> None:
    contract = await active(metered(10))
    await use(contract, date(2026, 1, 5), "2")
    await use(contract, date(2026, 1, 6), "-5")
    await take_all(date(2026, 1, 31))
    assert [through for _quantity, through, _late in await billed()] == [None, None]
    await use(contract, date(2026, 2, 5), "4")
    await take_all(date(2026, 2, 28))
    assert [amount for _first, _last, amount in await charges(contract)] == [0, 10]
    assert [through for _quantity, through, _late in await billed()] == [date(2026, 2, 28)] * 3


async def test_included_quantity_and_caps(inside: Company) -> None:
    contract = await active(metered(10, included=Decimal(3), period_cap=50, cap=80, free_periods=1))
    for month in range(1, 7):
        await use(contract, date(2026, month, 1), "7" if month < 4 else "9")
    await take_all(date(2026, 12, 31))
    assert [amount for _first, _last, amount in await charges(contract)] == [0, 40, 40]
    with pytest.raises(InvalidInput) as refused:
        await use(contract, date(2026, 7, 1), "1")
    assert str(refused.value.fields["contract"]).startswith("The line was billed to its end.")
    other = await active(metered(10, included=Decimal(3), period_cap=50))
    await use(other, date(2026, 1, 1), "9")
    await take_all(date(2026, 1, 31))
    assert [amount for _first, _last, amount in await charges(other)] == [50]


async def test_a_part_has_its_share_of_what_is_included(inside: Company) -> None:
    contract = await active(metered(100, included=Decimal(31)))
    await use(contract, date(2026, 1, 2), "30")
    await pause(contract, date(2026, 1, 11))
    await take_all(date(2026, 1, 10))
    await resume(contract, date(2026, 1, 22))
    await use(contract, date(2026, 1, 30), "15")
    await take_all(date(2026, 1, 31))
    assert await charges(contract) == [
        (date(2026, 1, 1), date(2026, 1, 10), 2_000),
        (date(2026, 1, 22), date(2026, 1, 31), 500),
    ]


async def test_too_large_a_sum_is_a_problem_and_stops_nobody(inside: Company) -> None:
    contract = await active(metered(10**15))
    other = await active(monthly(5))
    await use(contract, date(2026, 1, 1), "9999999999")
    await take_all(date(2026, 1, 31))
    assert await charges(contract) == [] and len(await charges(other)) == 1
    assert [row["reason"] for row in await fetch("SELECT reason FROM crm_contracts_billing_problem")] == ["amount"]


async def test_what_cannot_be_usage_is_refused_by_field(inside: Company) -> None:
    two = await active(metered(1), metered(2, description="storage"), ends_on=date(2026, 6, 30))
    plain, unsigned = await active(monthly()), await draft(metered())
    once = await use(two, date(2026, 1, 1), "1", "same", "calls")
    await use(two, date(2026, 1, 1), "1", "same", "storage")
    assert (once.line, once.late) == ("calls", False)
    for contract, day, quantity, name, field in (
        (two, date(2026, 1, 1), "1", "", "line"),
        (two, date(2026, 1, 1), "1", "no such", "line"),
        (two, date(2025, 12, 31), "1", "calls", "used_on"),
        (two, date(2026, 7, 1), "1", "calls", "used_on"),
        (two, date(2027, 1, 1), "1", "calls", "used_on"),
        (two, date(2026, 1, 1), "0", "calls", "quantity"),
        (plain, date(2026, 1, 1), "1", "", "contract"),
        (unsigned, date(2026, 1, 1), "1", "", "contract"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await use(contract, day, quantity, name=name)
        assert list(refused.value.fields) == [field]
    with pytest.raises(InvalidInput) as refused:
        await use(two, date(2026, 1, 2), "2", "same", "calls")
    assert "reference" in refused.value.fields
    assert await fetch_value("SELECT count(*) FROM crm_contracts_usage") == 2


async def test_others_neither_see_nor_record_it(inside: Company) -> None:
    own = await user("own", PERMISSIONS)
    other, reader = await user("other", PERMISSIONS), await user("reader", SALES)
    with use_actor(own):
        contract = await active(metered(), owner=own.id)
        await use(contract, date(2026, 1, 1), "1")
        assert len(await find(Usage)) == 1
    with use_actor(other):
        assert await find(Usage) == []
        with pytest.raises(InvalidInput):
            await use(contract, date(2026, 1, 1), "1")
    with use_actor(reader), pytest.raises(Forbidden):
        await use(contract, date(2026, 1, 1), "1")


async def test_the_database_keeps_usage_as_it_was_billed(inside: Company) -> None:
    contract = await active(metered())
    await use(contract, date(2026, 1, 1), "1")
    for statement in (
        "UPDATE crm_contracts_usage SET quantity = 2",
        "UPDATE crm_contracts_usage SET used_on = used_on + 1",
        "DELETE FROM crm_contracts_usage",
        "TRUNCATE crm_contracts_usage",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await execute(statement)
    await take_all(date(2026, 1, 31))
    with pytest.raises(asyncpg.RestrictViolationError):
        await execute("UPDATE crm_contracts_usage SET charge_id = NULL, billed_through = NULL")


async def test_a_file_of_usage_counts_once(inside: Company) -> None:
    contract = await active(metered())
    rows = "".join(f"{contract.number},calls,2026-01-0{day},{day}.5,M{day}\n" for day in range(1, 5))
    content = f"contract,line,used_on,quantity,reference\n{rows}".encode()
    results = []
    for _time in range(2):
        job = await start_import("crm_contracts/usage", "usage.csv", content)
        await run_pending()
        results.append(await fetch_value("SELECT result FROM guanxi_job WHERE id = $1", job))
    counts = [(result["created"], result["unchanged"], result["skipped"]) for result in results]
    assert counts == [(4, 0, 0), (0, 4, 0)]
    assert await fetch_value("SELECT sum(quantity) FROM crm_contracts_usage") == 12


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    seed=st.integers(0, 2**32),
    quantities=st.lists(st.integers(-(10**6), 10**7).filter(bool), min_size=1, max_size=25),
    price=st.integers(0, 10**5),
)
async def test_meters_and_runs_at_once_bill_everything_once(
    company: Company, seed: int, quantities: list[int], price: int
) -> None:
    """Quantities are ten-thousandths. Some of the runs fail after the taking."""
    chance = random.Random(seed)
    start = date(2026, 1, 1)
    with use_company(company), use_actor(SYSTEM):
        await execute("UPDATE crm_contracts_line SET next_due_on = NULL")
        contract = await active(metered(price), starts_on=start)

        async def meter(part: list[int], name: str) -> None:
            for number, quantity in enumerate(part):
                day = start + timedelta(days=chance.randint(0, 300))
                await use(contract, day, str(Decimal(quantity) / 10_000), f"{name}{number}")

        async def run() -> None:
            for _round in range(8):
                try:
                    async with transaction():
                        await take_due_charges(date(2026, chance.randint(1, 10), 28), 5)
                        await asyncio.sleep(0)
                        if chance.random() < 0.3:
                            raise RuntimeError("killed")
                except RuntimeError:
                    continue

        await asyncio.gather(meter(quantities[::2], "a"), meter(quantities[1::2], "b"), run(), run())
        await take_all(date(2026, 12, 31))
        parts = await fetch(
            "SELECT g.amount, g.quantity, COALESCE(sum(u.quantity), 0) AS taken, bool_and(u.used_on <= g.period_end)"
            " AS past, bool_and(u.late = (u.used_on < g.period_start)) AS marked FROM crm_contracts_charge g"
            " JOIN crm_contracts_line l ON l.id = g.contract_line_id"
            " LEFT JOIN crm_contracts_usage u ON u.charge_id = g.id WHERE l.contract_id = $1"
            " GROUP BY g.id ORDER BY g.id",
            contract.id,
        )
        left = await fetch_value(
            "SELECT COALESCE(sum(quantity), 0) FROM crm_contracts_usage WHERE contract_id = $1 AND charge_id IS NULL",
            contract.id,
        )
    assert sum(row["taken"] for row in parts) + left == Decimal(sum(quantities)) / 10_000
    assert left <= 0
    for row in parts:
        assert row["quantity"] == row["taken"] or (row["quantity"] < 0 and row["taken"] == 0)
        cost = (max(row["quantity"], Decimal(0)) * price).quantize(Decimal(1), ROUND_HALF_UP)
        assert row["amount"] == cost
        assert row["past"] is not False and row["marked"] is not False


async def test_a_contract_does_not_end_before_what_was_used(inside: Company) -> None:
    """It would never be billed."""
    contract = await active(metered(), starts_on=date(2026, 1, 1))
    await use(contract, date(2026, 4, 20), "3")
    with pytest.raises(InvalidInput) as refused:
        await act(contract, "end", {"ends_on": date(2026, 4, 10), "reason": "x"})
    assert set(refused.value.fields) == {"ends_on"}
    await use(contract, date(2026, 4, 20), "-3", "correction")
    await act(contract, "end", {"ends_on": date(2026, 4, 20), "reason": "x"})
    await take_all(date(2026, 12, 1))
    assert await fetch_value("SELECT count(*) FROM crm_contracts_usage WHERE charge_id IS NULL") == 0
