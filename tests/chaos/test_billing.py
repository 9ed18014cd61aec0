"""Two workers bill months of missed periods while `kill -9` hits them: every period once, nothing lost."""

from __future__ import annotations

import asyncio
import random
import time
from datetime import date, timedelta

from crm_receivables.jobs import BILL_CONTRACTS
from guanxi import clock
from guanxi.context import SYSTEM, current_company, use_actor, use_company
from guanxi.db import execute, fetch, fetch_row, fetch_value, transaction
from guanxi.jobs import enqueue
from tests.chaos.forks import kill
from tests.chaos.installation import Installation
from tests.chaos.load import make_customers

CONTRACTS, KILLS, JOBS = 300, 5, 8
SETTLE = 60.0
_LOAD = """
WITH contract AS (
    INSERT INTO crm_contracts_contract (number, title, customer_id, state, currency, total, subtotal, tax, yearly,
        starts_on, signed_on, payment_method, language, our_signatory, their_signatory, terms, terms_en,
        annex, annex_en, invoicing, revision, created_at, updated_at)
    SELECT 'HT-B-' || n, 'Service', ($1::bigint[])[1 + n % 20], 'active', 'CNY', 0, 0, 0, 0, $2, $2,
        'bank_transfer', 'en', '', '', '', '', '', '',
        CASE WHEN n % 2 = 0 THEN 'contract' ELSE 'customer' END, 1, now(), now()
    FROM generate_series(1, $3::int) n RETURNING id
), line AS (
    INSERT INTO crm_contracts_line (contract_id, description, unit, quantity, unit_price, discount, tax_rate, amount,
        recurrence, interval, billing, anchor_on, next_period, next_due_on, blocked)
    SELECT c.id, k.billing, '', 1, 100, 0, 6, CASE k.billing WHEN 'usage' THEN 0 ELSE 100 + c.id END, 'month', 1,
        k.billing, $2, 0, $2, false
    FROM contract c CROSS JOIN (VALUES ('advance'), ('arrears'), ('usage')) AS k (billing)
    RETURNING id, contract_id, billing
)
INSERT INTO crm_contracts_usage (contract_id, contract_line_id, line, used_on, quantity, reference, late, revision,
    created_at, updated_at)
SELECT l.contract_id, l.id, 'usage', $2 + 20 * n, 1.5, n, false, 1, now(), now()
FROM line l CROSS JOIN generate_series(0, 6) n WHERE l.billing = 'usage'
"""


def months_ago(day: date, months: int) -> date:
    for _month in range(months):
        day = day.replace(day=1) - timedelta(days=1)
    return day.replace(day=1)


async def kill_at_work(installation: Installation, dice: random.Random, *, all_of_them: bool) -> None:
    """A worker, or every one, dies a moment after a job was begun, and another takes its place.

    Which of them is at work cannot be told from outside: when all die, one of them was.
    """
    deadline = time.monotonic() + 5
    while not await fetch_value(
        "SELECT EXISTS (SELECT FROM guanxi_job WHERE state = 'running' AND lease_until > now())"
    ):
        if time.monotonic() > deadline:
            return
        await asyncio.sleep(0.005)
    await asyncio.sleep(dice.uniform(0, 0.02 if all_of_them else 0.6))
    pids = sorted(installation.processes)
    victims = pids if all_of_them else [dice.choice(pids)]
    orders = [installation.processes.pop(pid) for pid in victims]
    for pid in victims:
        await asyncio.to_thread(kill, pid)
    for order in orders:
        await installation.start(order)


async def settled() -> None:
    deadline = time.monotonic() + SETTLE
    while left := await fetch("SELECT state, error FROM guanxi_job WHERE key LIKE 'bill:%' AND state <> 'done'"):
        assert time.monotonic() < deadline, [dict(row) for row in left]
        await asyncio.sleep(0.1)


async def check_charges(periods: dict[str, int]) -> None:
    rows = await fetch(
        "SELECT l.billing, count(*) AS charges, count(DISTINCT g.period_start) AS starts FROM crm_contracts_line l"
        " JOIN crm_contracts_charge g ON g.contract_line_id = l.id GROUP BY l.id"
    )
    assert len(rows) == CONTRACTS * 3
    assert all(row["charges"] == row["starts"] == periods[row["billing"]] for row in rows)
    untiled = (
        "SELECT id FROM (SELECT id, period_start, lag(period_end) OVER (PARTITION BY contract_line_id"
        " ORDER BY period_start) + 1 AS expected FROM crm_contracts_charge) g WHERE period_start <> expected"
    )
    assert await fetch(untiled) == []
    row = await fetch_row(
        "SELECT (SELECT sum(quantity) * 100 FROM crm_contracts_usage WHERE billed_through IS NOT NULL) AS used,"
        " (SELECT sum(amount) FROM crm_contracts_charge WHERE quantity IS NOT NULL) AS charged,"
        " (SELECT count(*) FROM crm_contracts_usage u, crm_contracts_line l WHERE l.id = u.contract_line_id"
        "   AND u.used_on <= l.charged_through AND u.charge_id IS NULL) AS missed"
    )
    assert row is not None and row["used"] == row["charged"] and row["missed"] == 0


async def check_invoices() -> None:
    row = await fetch_row(
        "SELECT (SELECT sum(amount) FROM crm_contracts_charge) AS charged,"
        " (SELECT count(*) FROM crm_contracts_charge WHERE amount > 0) AS charges,"
        " (SELECT count(*) FROM crm_receivables_line) AS lines,"
        " (SELECT sum(total) FROM crm_receivables_invoice WHERE state = 'posted') AS invoiced,"
        " (SELECT sum(amount) FROM crm_receivables_posting WHERE account = 'receivable') AS booked,"
        " (SELECT count(*) FROM crm_receivables_invoice) AS invoices,"
        " (SELECT max(right(number, 6)::int) FROM crm_receivables_invoice) AS number"
    )
    assert row is not None
    assert row["charged"] == row["invoiced"] == row["booked"]
    assert (row["lines"], row["number"]) == (row["charges"], row["invoices"])


async def test_workers_that_are_killed_bill_every_period_once(installation: Installation) -> None:
    dice = random.Random(20260228)
    with use_company(await installation.company()), use_actor(SYSTEM):
        today = clock.today(current_company().zone)
        start = months_ago(today, 6)
        await execute(_LOAD, await make_customers(20), start, CONTRACTS)
        async with transaction():
            for number in range(JOBS):
                await enqueue(BILL_CONTRACTS, key=f"bill:{number}")
        for _worker in range(2):
            await installation.start("worker")
        for turn in range(KILLS):
            await kill_at_work(installation, dice, all_of_them=turn % 2 == 0)
        await settled()
        over = 7 if (today + timedelta(days=1)).day == 1 else 6
        await check_charges({"advance": 7, "arrears": over, "usage": over})
        await check_invoices()
        assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE key LIKE 'bill:%' AND tries > 1") > 0
