"""Rows a second of the import job for a GB18030 CSV file of 100,000 customers, looked up among all others first."""

from __future__ import annotations

import csv
import io
import time

from benchmarks.copying import copy, last_ids, make_twins, rows_since
from benchmarks.customers import full_name
from benchmarks.harness import Machine, Result, Taken, one_company, rates
from guanxi.context import Company
from guanxi.db import execute, fetch_value
from guanxi.imports import start_import
from guanxi.jobs.worker import run_pending

ROWS = 100_000
ROUNDS = 2
_AGAIN = 50
"""each such row names the customer of the row before, which the import must notice"""
_TABLES = ("crm_core_customer",)
_HEADINGS = ("公司名称", "外部编号", "电话", "手机", "邮箱", "地址", "邮编", "简介")


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        await make_twins(_TABLES)
        await run_pending()  # what schedules have due
        files = iter([_file(number * ROWS) for number in range(ROUNDS)])
        value, floor = await rates(ROUNDS, ROWS, lambda: _round(company, next(files)))
    print(f"  {value:,.0f} rows a second, COPY of the customers {floor:,.0f}")
    return Result(value, floor, "rows/s")


def _file(start: int) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEADINGS)
    for number in range(start, start + ROWS):
        same = number % _AGAIN == _AGAIN - 1
        name, outside = full_name(number - same), "" if same else f"A{number}"
        phones = (f"0512-{62000000 + number}", f"139{number:08}")
        writer.writerow([name, outside, *phones, f"c{number}@example.com", f"人民路{number}号", "214500", "老客户"])
    return text.getvalue().encode("gb18030")


async def _round(company: Company, content: bytes) -> Taken:
    marks = await last_ids(_TABLES)
    started = time.perf_counter()
    id = await start_import("crm_core/customers", "customers.csv", content)
    await run_pending()
    seconds = time.perf_counter() - started
    result = await fetch_value("SELECT result FROM guanxi_job WHERE id = $1", id)
    assert (result["created"], result["skipped"]) == (ROWS - ROWS // _AGAIN, ROWS // _AGAIN), result["problems"][:3]
    bare = await copy(company.database_url, await rows_since(marks), 1)
    await execute("ANALYZE crm_core_customer")
    return Taken(seconds, bare)
