"""Lots of points a second that expire at night, five of each of 20,000 members."""

from __future__ import annotations

import time
from datetime import timedelta

from benchmarks.copying import copy, last_ids, make_twins, rows_since
from benchmarks.harness import Machine, Result, Taken, one_company, rates
from benchmarks.lots import EACH, MEMBERS, grant, make_members
from crm_loyalty import ledger
from crm_loyalty.jobs import ACCOUNTS_AT_ONCE
from crm_loyalty.services import ledger_differences
from guanxi import clock, execute, fetch_value, transaction
from guanxi.context import Company

ROUNDS = 3
_TABLES = ("crm_loyalty_entry", "crm_loyalty_consumption")
_LEFT = "SELECT count(*) FROM crm_loyalty_lot WHERE remaining > 0"


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        members = await make_members()
        await make_twins(_TABLES)
        with clock.travel(clock.now() + timedelta(days=400)):
            await _expire()  # the first lots
        numbers = iter(range(ROUNDS))
        value, floor = await rates(ROUNDS, EACH * MEMBERS, lambda: _round(company, members, next(numbers)))
        assert await ledger_differences() == []
    print(f"  {value:,.0f} lots a second, COPY of the rows that note it {floor:,.0f}")
    return Result(value, floor, "lots/s")


async def _round(company: Company, members: list[int], number: int) -> Taken:
    lots = await grant(members, str(number))
    await execute("ANALYZE crm_loyalty_lot, crm_loyalty_account")
    assert await fetch_value(_LEFT) == lots
    marks = await last_ids(_TABLES)
    with clock.travel(clock.now() + timedelta(days=400)):
        ours = await _expire()
    assert await fetch_value(_LEFT) == 0
    rows = await rows_since(marks)
    assert len(rows["crm_loyalty_consumption"]) == lots
    return Taken(ours, await copy(company.database_url, rows, MEMBERS // ACCOUNTS_AT_ONCE))


async def _expire() -> float:
    """Seconds that the steps of the nightly job take."""
    started = time.perf_counter()
    after: int | None = 0
    while after is not None:
        async with transaction():
            after = (await ledger.expire(after, ACCOUNTS_AT_ONCE))["last_id"]
    return time.perf_counter() - started
