"""CPU milliseconds, of the program and of PostgreSQL, to draw up and post an invoice of three lines as a user does."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

import asyncpg

from benchmarks.customers import load_customers
from benchmarks.harness import Machine, Result, medians, one_company, postmaster
from benchmarks.processes import cpu_seconds
from crm_receivables.models import Invoice
from guanxi import today
from guanxi.context import current_company
from guanxi.db import count_statements, fetch_value, transaction
from guanxi.records import create
from guanxi.records.actions import find_action, run_action

ROUNDS, EACH = 5, 60
_LINES = [
    {"description": "空调安装", "quantity": Decimal("2.5"), "unit_price": 10_003, "tax_rate": Decimal(6)},
    {"description": "配件", "unit_price": 106, "tax_rate": Decimal(6)},
    {"description": "Travel", "quantity": Decimal(3), "unit_price": 1_000, "tax_rate": Decimal(0)},
]
_BARE = """
WITH v AS (
    INSERT INTO bare_invoice SELECT * FROM crm_receivables_invoice WHERE id = $1 RETURNING id
), l AS (INSERT INTO bare_line SELECT * FROM crm_receivables_line WHERE invoice_id = $1),
i AS (INSERT INTO bare_installment SELECT * FROM crm_receivables_installment WHERE invoice_id = $1),
e AS (INSERT INTO bare_entry SELECT * FROM crm_receivables_entry WHERE invoice_id = $1)
INSERT INTO bare_posting SELECT p.* FROM crm_receivables_posting p
JOIN crm_receivables_entry e ON e.id = p.entry_id WHERE e.invoice_id = $1
"""
"""The rows of an invoice, written once more by one statement: as little as can be done."""
_TABLES = ("invoice", "line", "installment", "entry", "posting")


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        await load_customers(100, [await fetch_value("SELECT id FROM guanxi_user LIMIT 1")])
        customer = await fetch_value("SELECT min(id) FROM crm_core_customer")
        with count_statements() as statements:
            posted = await _post(customer)
        bare = await asyncpg.connect(company.database_url)
        for name in _TABLES:
            await bare.execute(f"CREATE TABLE bare_{name} (LIKE crm_receivables_{name})")
        backends = await postmaster(servers.postgres_url)
        value, floor = await medians(
            ROUNDS,
            lambda: _cpu_milliseconds(lambda: _post(customer), backends),
            lambda: _cpu_milliseconds(lambda: bare.execute(_BARE, posted), backends),
        )
        await bare.close()
    print(f"  {statements.count} statements, {value:.1f} CPU ms; the bare rows {floor:.2f} ms")
    return Result(value, floor, "CPU ms")


async def _post(customer: int) -> int:
    async with transaction():
        invoice = await create(Invoice, {"customer": customer, "currency": "CNY", "lines": _LINES})
    resource = current_company().catalog.resource_of[Invoice]
    await run_action(resource, find_action(resource, "post", "record"), invoice.id, {"posted_on": today()})
    return int(invoice.id)


async def _cpu_milliseconds(work: Callable[[], Awaitable[Any]], backends: int) -> float:
    before = cpu_seconds(os.getpid(), backends)
    for _number in range(EACH):
        await work()
    return (cpu_seconds(os.getpid(), backends) - before) * 1000 / EACH
