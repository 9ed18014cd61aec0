"""Seconds that aging takes over a million open items as of any day: today, a month ago, a year ago."""

from __future__ import annotations

import statistics
import time
from datetime import timedelta
from typing import Any

import asyncpg

from benchmarks.customers import load_customers
from benchmarks.harness import Machine, Result, one_company
from crm_receivables.aging import aging
from crm_receivables.pages import AT_ONCE
from guanxi import today
from guanxi.db import execute, fetch_value

CUSTOMERS, ITEMS = 50_000, 1_000_000
DAYS_AGO = (0, 30, 365)
ROUNDS = 5
_FILL = (
    """
    INSERT INTO crm_receivables_invoice (id, number, customer_id, currency, state, status, posted_on, due_on, subtotal,
        tax, total, allocated, outstanding, credited, note, revision, created_at, updated_at)
    SELECT n, 'INV-' || n, c.ids[1 + n % cardinality(c.ids)], CASE WHEN n % 20 = 0 THEN 'USD' ELSE 'CNY' END,
        'posted', 'open', $1::date - n % 720, $1::date - n % 720 + 30, 1000 + n % 9000, 0, 1000 + n % 9000,
        CASE WHEN n > $2 THEN 1000 + n % 9000 ELSE 0 END, CASE WHEN n > $2 THEN 0 ELSE 1000 + n % 9000 END, 0, '', 1,
        now(), now()
    FROM generate_series(1, $2 + $2 / 2) n, (SELECT array_agg(id) AS ids FROM crm_core_customer) c
    """,
    """
    INSERT INTO crm_receivables_installment (id, number, invoice_id, customer_id, currency, label, posted_on, due_on,
        amount, allocated, outstanding, voided, revision, created_at, updated_at)
    SELECT id, number || '/1', id, customer_id, currency, '', posted_on, due_on, total, allocated, outstanding, false,
        1, now(), now()
    FROM crm_receivables_invoice WHERE id <= $2 + $2 / 2 AND $1::date IS NOT NULL
    """,
    """
    INSERT INTO crm_receivables_payment (id, number, customer_id, direction, method, account, reference, received_on,
        currency, amount, allocated, refunded, reversed, on_account, note, revision, created_at, updated_at)
    SELECT id, 'PM-' || id, customer_id, 'in', 'bank_transfer', '', '', LEAST($1, due_on), currency, total, total, 0,
        0, 0, '', 1, now(), now()
    FROM crm_receivables_invoice WHERE id > $2
    """,
    """
    INSERT INTO crm_receivables_allocation (
        entry_id, payment_id, installment_id, invoice_id, amount, effective_on, invoiced_on, received_on,
        created_at)
    SELECT 1, p.id, p.id, p.id, p.amount, p.received_on, i.posted_on, p.received_on, now()
    FROM crm_receivables_payment p JOIN crm_receivables_installment i ON i.id = p.id
    WHERE p.id > $2 AND $1::date IS NOT NULL
    """,
)
"""As many open items as asked for, and half as many that were paid over two years."""
_FLOOR = """
SELECT customer_id, currency, sum(outstanding) FROM crm_receivables_installment WHERE outstanding > 0 GROUP BY 1, 2
"""


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        await load_customers(CUSTOMERS, [await fetch_value("SELECT id FROM guanxi_user LIMIT 1")])
        await _fill(company.database_url)
        await execute("VACUUM ANALYZE")
        bare = await asyncpg.connect(company.database_url)
        taken: dict[int, list[float]] = {ago: [] for ago in DAYS_AGO}
        floors = []
        for _round in range(ROUNDS):
            for ago in DAYS_AGO:
                taken[ago].append(await _seconds(aging(today() - timedelta(days=ago), limit=AT_ONCE)))
            floors.append(await _seconds(bare.fetch(_FLOOR)))
        await bare.close()
    medians = {ago: statistics.median(times) for ago, times in taken.items()}
    print("  " + ", ".join(f"{ago} days ago {value:.2f} s" for ago, value in medians.items()))
    return Result(max(medians.values()), statistics.median(floors), "s")


async def _seconds(work: Any) -> float:
    begun = time.perf_counter()
    await work
    return time.perf_counter() - begun


async def _fill(url: str) -> None:
    connection = await asyncpg.connect(url, server_settings={"session_replication_role": "replica"})
    try:
        for statement in _FILL:
            await connection.execute(statement, today(), ITEMS)
    finally:
        await connection.close()
