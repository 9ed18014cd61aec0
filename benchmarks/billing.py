"""Invoices a second that the billing job posts for 100,000 contracts with three monthly lines due."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

from benchmarks.copying import copy, last_ids, make_twins, rows_since
from benchmarks.customers import load_customers
from benchmarks.harness import Machine, Result, Taken, one_company, rates
from crm_receivables.billing import BATCH
from guanxi.cli.session import keep_for_good
from guanxi.context import Company, current_company
from guanxi.db import execute, fetch_value
from guanxi.jobs import enqueue
from guanxi.jobs.worker import run_pending
from guanxi.records import create
from guanxi.records.actions import find_action, run_action

CONTRACTS = 100_000
LINES = 3
ROUNDS = 1
SHARE = 10
"""the floor writes the rows of every tenth invoice: a million rows are too many to hold"""
_BATCHES = CONTRACTS * LINES // BATCH
_TABLES = (
    *("crm_contracts_charge", "crm_receivables_invoice", "crm_receivables_line", "crm_receivables_installment"),
    *("crm_receivables_entry", "crm_receivables_posting", "guanxi_audit"),
)
_CLONE = """
WITH contract AS (
    INSERT INTO crm_contracts_contract
    SELECT new.* FROM crm_contracts_contract old CROSS JOIN crm_core_customer c
    CROSS JOIN LATERAL (SELECT nextval(pg_get_serial_sequence('crm_contracts_contract', 'id')) + 0 * c.id AS id) made
    CROSS JOIN LATERAL jsonb_populate_record(
        old, jsonb_build_object('id', made.id, 'number', 'B' || made.id, 'customer_id', c.id, 'verify_token', NULL)) new
    WHERE old.id = $1
    RETURNING id
)
INSERT INTO crm_contracts_line
SELECT new.* FROM (SELECT l.*, c.id AS whose FROM contract c CROSS JOIN crm_contracts_line l WHERE l.contract_id = $1
    ORDER BY c.id, l.id) old
CROSS JOIN LATERAL (SELECT nextval(pg_get_serial_sequence('crm_contracts_line', 'id')) + 0 * old.whose AS id) made
CROSS JOIN LATERAL jsonb_populate_record(NULL::crm_contracts_line, to_jsonb(old) || jsonb_build_object(
    'id', made.id, 'contract_id', old.whose, 'next_period', 0, 'charged', 0, 'charged_through', NULL,
    'next_due_on', old.anchor_on)) new
"""
_SIGNED_BY = {"our_signatory": "周敏", "their_signatory": "王建国"}


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        await load_customers(CONTRACTS, [await fetch_value("SELECT id FROM guanxi_user LIMIT 1")])
        await make_twins(_TABLES)
        template = await _contract()
        await run_pending()  # what schedules have due
        await _bill()
        keep_for_good()  # as a worker does
        value, floor = await rates(ROUNDS, CONTRACTS, lambda: _round(company, template))
    print(f"  {value:,.0f} posted invoices a second, COPY of their rows {floor:,.0f}")
    return Result(value, floor, "invoices/s")


async def _contract() -> int:
    """A signed contract whose lines are charged every month from today on."""
    resource = current_company().catalog.resources["crm_contracts/contracts"]
    today = await fetch_value("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date")
    line: dict[str, Any] = {"unit_price": 10_600, "tax_rate": Decimal(6), "recurrence": "month"}
    values: dict[str, Any] = {
        "title": "维保合同",
        "customer": await fetch_value("SELECT min(id) FROM crm_core_customer WHERE stage = 'formal'"),
        "currency": "CNY",
        "starts_on": today,
        "lines": [{**line, "description": f"空调维保 {number}"} for number in range(1, LINES + 1)],
    }
    made = await create(resource.model, values)
    for name, given in (("confirm", {"annex_complete": True}), ("sign", {"signed_on": today, **_SIGNED_BY})):
        await run_action(resource, find_action(resource, name, "record"), made.pk, given)
    return int(made.pk)


async def _load(template: int) -> None:
    """A contract like the first one for each customer, none of them charged yet."""
    await execute(_CLONE, template)
    await execute("ANALYZE crm_contracts_contract, crm_contracts_line")


async def _round(company: Company, template: int) -> Taken:
    await _load(template)
    marks = await last_ids(_TABLES)
    ours = await _bill()
    invoice = "crm_receivables_invoice"
    assert await fetch_value(f"SELECT count(*) FROM {invoice} WHERE id > $1", marks[invoice]) == CONTRACTS
    rows = await rows_since(marks, SHARE)
    assert len(rows[invoice]) == CONTRACTS // SHARE
    return Taken(ours, SHARE * await copy(company.database_url, rows, _BATCHES // SHARE))


async def _bill() -> float:
    """Seconds that the job takes; counting the customers' values anew is a job of its own, and comes afterwards."""
    job = current_company().catalog.jobs["crm_receivables.bill_contracts"]
    started = time.perf_counter()
    await enqueue(job)
    await run_pending(1)
    taken = time.perf_counter() - started
    await run_pending()
    return taken
