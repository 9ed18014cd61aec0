"""The import of paid invoices, with the purchases of CDNOW's customers: 6,919 in all."""

from __future__ import annotations

import csv
import io
import time
from decimal import Decimal
from importlib.metadata import files
from typing import Any

import pytest

from guanxi import Actor, current_company, fetch, fetch_row, fetch_value, use_actor
from guanxi.errors import Forbidden
from guanxi.imports import dry_run, start_import
from guanxi.jobs import run_pending
from tests.crm_receivables.support import assert_ties, count

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
KEY = "crm_receivables/paid_invoices"
HEADINGS = ("Customer number", "客户名称", "Date", "Order", "Qty", "金额", "币种")


def purchases() -> list[tuple[str, str, str, str, str, str, str]]:
    """Customer, name, day, reference, number of CDs, dollars (as if they were yuan), currency."""
    (path,) = [path for path in files("lifetimes") or () if path.name == "CDNOW_sample.txt"]
    rows = []
    for number, text in enumerate(str(path.read_text()).splitlines(), 1):
        master, _sample, day, discs, dollars = text.split()
        rows.append((f"CDNOW-{master}", f"CDNOW customer {master}", day, f"CDNOW-{number:05}", discs, dollars, "CNY"))
    return rows


def csv_of(rows: list[Any]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(
        [HEADINGS, *([*row[:2], f"{row[2][:4]}-{row[2][4:6]}-{row[2][6:]}", *row[3:]] for row in rows)]
    )
    return text.getvalue().encode()


async def run_import(content: bytes) -> dict[str, Any]:
    id = await start_import(KEY, "purchases.csv", content)
    await run_pending(10)
    row = await fetch_row("SELECT state, error, result FROM guanxi_job WHERE id = $1", id)
    assert row is not None and (row["state"], row["error"]) == ("done", "")
    return dict(row["result"])


def counts(result: dict[str, Any]) -> tuple[int, int, int]:
    return result["created"], result["unchanged"], result["skipped"]


async def test_all_purchases_of_cdnow_come_in_and_tie() -> None:
    rows = purchases()
    start = time.monotonic()
    assert counts(await run_import(csv_of(rows))) == (6_919, 0, 0)
    print(f"{time.monotonic() - start:.1f} s")
    assert await count("invoice") == 6_919
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 2_357
    sums = await fetch_row(
        "SELECT (SELECT sum(total) FROM crm_receivables_invoice) AS billed,"
        " (SELECT sum(allocated) FROM crm_receivables_payment) AS settled,"
        " (SELECT sum(outstanding) FROM crm_receivables_invoice) AS owed,"
        " (SELECT count(*) FROM crm_receivables_invoice WHERE status <> 'paid') AS unpaid"
    )
    assert sums is not None and tuple(sums) == (24_409_194, 24_409_194, 0, 0)
    years = await fetch(
        "SELECT posted_on - date_part('doy', posted_on)::int + 1 AS year, count(*) AS number, max(number) AS last"
        " FROM crm_receivables_invoice GROUP BY 1 ORDER BY 1"
    )
    assert [row["last"] for row in years] == [f"INV-{row['year'].year}-{row['number']:06}" for row in years]
    await assert_ties()
    assert counts(await run_import(csv_of(rows))) == (0, 6_919, 0)
    if current_company().catalog.has("crm_loyalty"):
        await assert_points(rows)


async def assert_points(rows: list[Any]) -> None:
    """A point for each whole yuan of each payment."""
    expected: dict[str, int] = {}
    for customer, _name, _day, _reference, _discs, amount, _currency in rows:
        expected[customer] = expected.get(customer, 0) + int(Decimal(amount))
    found = await fetch(
        "SELECT c.external_id, coalesce(sum(e.points), 0)::bigint AS points FROM crm_core_customer c"
        " LEFT JOIN crm_loyalty_member m ON m.customer_id = c.id"
        " LEFT JOIN crm_loyalty_account a ON a.member_id = m.id LEFT JOIN crm_loyalty_entry e ON e.account_id = a.id"
        " GROUP BY c.external_id"
    )
    assert {row["external_id"]: row["points"] for row in found} == expected


async def test_what_cannot_be_taken_is_said_by_row() -> None:
    good = [("A", "甲", "20260105", reference, "1", "100.00", "CNY") for reference in ("R-0", "R-1")]
    assert counts(await run_import(csv_of(good))) == (2, 0, 0)
    bad = [
        ("A", "甲", "20260105", "R-1", "1", "100.01", "CNY"),
        ("B", "乙", "20990105", "R-2", "1", "5", "CNY"),
        ("B", "乙", "20260105", "R-3", "1", "-5", "CNY"),
        ("B", "乙", "20260105", "R-4", "1", "5.001", "CNY"),
        ("B", "乙", "20260105", "R-5", "1", "5", "XXL"),
        ("B", "乙", "20260105", "R-6", "1", "5", "JPY"),
        ("B", "乙", "20260105", "R-6", "1", "6", "JPY"),
        ("B", "乙", "20260105", "R-7", "1", "0", "CNY"),
        good[0],
    ]
    tried = await dry_run(KEY, "x.csv", csv_of(bad))
    assert (tried.created, tried.unchanged, tried.skipped) == (2, 1, 6)
    assert sorted({(problem.row, problem.column) for problem in tried.problems}) == [
        *((2, "reference"), (3, "date"), (4, "amount"), (5, "amount"), (6, "currency"), (8, "reference")),
    ]
    assert await count("invoice") == 2
    assert counts(await run_import(csv_of(bad))) == (2, 1, 6)
    rows = await fetch("SELECT total, currency, status FROM crm_receivables_invoice ORDER BY id")
    assert [tuple(row) for row in rows] == [(10_000, "CNY", "paid")] * 2 + [(5, "JPY", "paid"), (0, "CNY", "paid")]
    await assert_ties()


async def test_importing_takes_its_permission() -> None:
    with use_actor(Actor(kind="user", id=1, permissions=frozenset({"crm_receivables.read"}))), pytest.raises(Forbidden):
        await dry_run(KEY, "x.csv", csv_of([]))
