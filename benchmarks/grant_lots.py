"""Lots of points a second that purchases of 20,000 members earn, 1,000 purchases at a time."""

from __future__ import annotations

import time

from benchmarks.copying import copy, last_ids, make_twins, rows_since
from benchmarks.harness import Machine, Result, Taken, one_company, rates
from benchmarks.lots import BATCH, EACH, MEMBERS, grant, make_members
from guanxi.context import Company

ROUNDS = 3
_TABLES = ("crm_loyalty_entry", "crm_loyalty_lot")


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        members = await make_members()
        await make_twins(_TABLES)
        numbers = iter(range(ROUNDS))
        value, floor = await rates(ROUNDS, EACH * MEMBERS, lambda: _round(company, members, next(numbers)))
    print(f"  {value:,.0f} lots a second, COPY of their rows {floor:,.0f}")
    return Result(value, floor, "lots/s")


async def _round(company: Company, members: list[int], number: int) -> Taken:
    marks = await last_ids(_TABLES)
    started = time.perf_counter()
    lots = await grant(members, str(number))
    ours = time.perf_counter() - started
    rows = await rows_since(marks)
    assert len(rows["crm_loyalty_lot"]) == len(rows["crm_loyalty_entry"]) == lots
    return Taken(ours, await copy(company.database_url, rows, lots // BATCH))
