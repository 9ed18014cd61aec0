"""`kill -9` at random moments: nothing is lost, nothing happens twice, the books balance."""

from __future__ import annotations

import asyncio
import os
import random
import time

from redis.asyncio import Redis

from crm_loyalty.services import ledger_differences
from guanxi.context import SYSTEM, current_company, use_actor, use_company
from guanxi.db import EmbeddedValkey, fetch, fetch_row, fetch_value
from guanxi.records.audit import seal, verify
from tests.chaos.forks import kill
from tests.chaos.installation import Installation
from tests.chaos.load import WAVE, bill, grant, make_customers

SECONDS = float(os.environ.get("GUANXI_CHAOS_SECONDS", "20"))
INVOICES = GRANTS = 500
SETTLE = 60.0
"""seconds that jobs of killed workers may take to run again: a lease and two polls on a slow machine"""


async def killer(installation: Installation, stop: asyncio.Event, dice: random.Random) -> int:
    """Kills a process and starts another like it, again and again; returns how often.

    Every other time it aims: at a worker, and in the middle of a job.
    """
    kills = 0
    while not stop.is_set():
        await asyncio.sleep(dice.uniform(0.2, 1.0))
        victims = sorted(installation.processes)
        if kills % 2:
            await job_runs()
            victims = [pid for pid in victims if installation.processes[pid] == "worker"]
        pid = dice.choice(victims)
        order = installation.processes.pop(pid)
        await asyncio.to_thread(kill, pid)
        kills += 1
        await installation.start(order)
    return kills


async def job_runs() -> None:
    """Returns while some job runs, or after a moment."""
    deadline = time.monotonic() + 0.3
    while time.monotonic() < deadline:
        if await fetch_value("SELECT EXISTS (SELECT FROM guanxi_job WHERE state = 'running' AND lease_until > now())"):
            return
        await asyncio.sleep(0.003)


async def lose_redis(installation: Installation, valkey: EmbeddedValkey, seconds: float) -> None:
    """Gone for a while, then there again and empty; later emptied while it runs."""
    await asyncio.sleep(seconds / 3)
    await asyncio.to_thread(valkey.stop)
    await asyncio.sleep(seconds / 10)
    assert await asyncio.to_thread(valkey.start) == installation.redis_url
    await asyncio.sleep(seconds / 4)
    async with Redis.from_url(installation.redis_url) as client:
        await client.flushall()


async def settled() -> None:
    """Returns when no job is left to do."""
    deadline = time.monotonic() + SETTLE
    while left := await fetch(
        "SELECT id, name, state, tries, error FROM guanxi_job WHERE state = 'running' OR (state = 'waiting' AND"
        " run_at < now() + interval '1 minute' AND key LIKE 'chaos:%')"
    ):
        assert time.monotonic() < deadline, [dict(row) for row in left]
        await asyncio.sleep(0.2)


async def check_invoices() -> None:
    rows = await fetch(
        "SELECT i.number, i.state, i.status, i.total, i.contract_id, l.contract_line_id, l.period_start, l.amount"
        " FROM crm_receivables_invoice i JOIN crm_receivables_line l ON l.invoice_id = i.id ORDER BY i.number"
    )
    assert len(rows) == INVOICES
    year = rows[0]["number"].split("-")[1]
    assert [row["number"] for row in rows] == [f"INV-{year}-{number:06}" for number in range(1, INVOICES + 1)]
    assert {row["state"] for row in rows} == {"posted"}
    assert len({(row["contract_line_id"], row["period_start"]) for row in rows}) == INVOICES
    assert len({row["contract_id"] for row in rows}) == INVOICES
    assert all(row["total"] == row["amount"] == 10_000 + row["contract_id"] for row in rows)
    assert await fetch_value("SELECT count(*) FROM crm_contracts_charge") == INVOICES


async def check_books() -> None:
    unbalanced = "SELECT entry_id FROM crm_receivables_posting GROUP BY entry_id, currency HAVING sum(amount) <> 0"
    assert await fetch(unbalanced) == []
    row = await fetch_row(
        "SELECT (SELECT count(*) FROM crm_receivables_entry) AS entries,"
        " (SELECT sum(amount) FROM crm_receivables_posting WHERE account = 'receivable') AS control,"
        " (SELECT sum(outstanding) FROM crm_receivables_invoice) AS outstanding,"
        " (SELECT sum(outstanding) FROM crm_receivables_installment) AS due"
    )
    assert row is not None and row["entries"] == INVOICES
    assert row["control"] == row["outstanding"] == row["due"]


async def check_points() -> None:
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_entry") == GRANTS
    row = await fetch_row(
        "SELECT (SELECT sum(points) FROM crm_loyalty_entry) AS entries,"
        " (SELECT sum(balance) FROM crm_loyalty_account) AS balances,"
        " (SELECT sum(remaining) FROM crm_loyalty_lot) AS lots"
    )
    assert row is not None
    assert row["entries"] == row["balances"] == row["lots"] == GRANTS * (GRANTS + 1) // 2
    assert await ledger_differences() == []
    assert await fetch_value("SELECT count(*) FROM guanxi_idempotency_key WHERE status = 200") == GRANTS


async def check_jobs() -> None:
    """All done, and some of them in the middle of a kill: else this test would prove nothing."""
    rows = await fetch("SELECT state, count(*) AS n FROM guanxi_job WHERE key LIKE 'chaos:%' GROUP BY state")
    assert {row["state"]: row["n"] for row in rows} == {"done": INVOICES // WAVE}
    assert await fetch("SELECT id, name, error FROM guanxi_job WHERE state = 'dead'") == []
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE tries > 1") > 0


async def check_audit() -> None:
    posted = "SELECT count(*) FROM guanxi_audit WHERE resource = 'crm_receivables/invoices' AND action = 'post'"
    assert await fetch_value(posted) == INVOICES
    while await seal():
        continue
    assert await verify() is None


async def test_kill_9_loses_nothing_and_doubles_nothing(installation: Installation, valkey: EmbeddedValkey) -> None:
    dice, stop = random.Random(20260131), asyncio.Event()
    for order in ("worker", "worker", installation.web(), installation.web()):
        await installation.start(order)
    await installation.wait_until_served()
    with use_company(await installation.company()), use_actor(SYSTEM):
        customers = await make_customers(40)
        killing = asyncio.create_task(killer(installation, stop, dice))
        redis = asyncio.create_task(lose_redis(installation, valkey, SECONDS))
        try:
            _billed, granted = await asyncio.gather(
                bill(INVOICES, customers, SECONDS), grant(installation, GRANTS, customers, SECONDS)
            )
        finally:
            stop.set()
            kills = await killing
            await redis
        assert granted == GRANTS
        assert kills >= SECONDS / 2
        await settled()
        assert current_company().catalog.has("crm_loyalty")
        for check in (check_invoices, check_books, check_points, check_jobs, check_audit):
            await check()
