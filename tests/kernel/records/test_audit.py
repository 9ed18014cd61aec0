"""The audit log's chain: sealed in batches from a queue that every entry enters by itself."""

from __future__ import annotations

import asyncio

from guanxi.context import Company, use_company
from guanxi.db import execute, fetch, fetch_value, transaction
from guanxi.jobs import enqueue, run_pending
from guanxi.records import AuditItem, audit, audit_many
from guanxi.records.audit import seal, verify
from guanxi.records.declare import SEAL_AUDIT

UNSEALED = "SELECT count(*) FROM guanxi_audit_unsealed"
SEALED = "SELECT count(*) FROM guanxi_audit_seal"


async def many(count: int) -> None:
    async with transaction():
        await audit_many("note", "sample_shop/orders", [AuditItem(number) for number in range(count)])


async def test_every_entry_is_sealed_once_oldest_first(in_shop: Company) -> None:
    while await seal():
        continue
    before = await fetch_value(SEALED)
    await many(7)
    await audit("note", "sample_shop/orders", 8)
    assert await fetch_value(UNSEALED) == 8
    assert [await seal(5), await seal(5), await seal(5)] == [5, 3, 0]
    links = await fetch("SELECT entry_id FROM guanxi_audit_seal WHERE sequence > $1 ORDER BY sequence", before)
    assert [link["entry_id"] for link in links] == sorted(link["entry_id"] for link in links)
    assert await fetch_value(SEALED) == await fetch_value("SELECT count(*) FROM guanxi_audit")
    assert await verify() is None


async def test_sealing_reads_what_waits_and_not_the_whole_log(in_shop: Company) -> None:
    await many(20_000)
    while await seal():
        continue
    await execute("ANALYZE guanxi_audit, guanxi_audit_seal, guanxi_audit_unsealed")
    await many(3)
    reads = (
        "SELECT sum(seq_tup_read + idx_tup_fetch)::int FROM pg_stat_xact_user_tables"
        " WHERE relname IN ('guanxi_audit', 'guanxi_audit_seal')"
    )
    async with transaction():
        before = await fetch_value(reads)
        assert await seal() == 3
        assert await fetch_value(reads) - before < 100


async def test_an_entry_that_commits_late_is_sealed_later(in_shop: Company) -> None:
    while await seal():
        continue
    held, go_on = asyncio.Event(), asyncio.Event()

    async def late() -> None:
        with use_company(in_shop):
            async with transaction():
                await audit("late", "sample_shop/orders", 1)
                held.set()
                await go_on.wait()

    task = asyncio.create_task(late())
    await held.wait()
    await audit("early", "sample_shop/orders", 2)  # does not wait for the one before it
    assert await seal() == 1
    go_on.set()
    await task
    assert await seal() == 1
    links = await fetch(
        "SELECT action FROM guanxi_audit_seal JOIN guanxi_audit ON id = entry_id ORDER BY sequence DESC LIMIT 2"
    )
    assert [link["action"] for link in links] == ["late", "early"]
    assert await verify() is None


async def test_the_job_seals_a_backlog_in_several_transactions(in_shop: Company) -> None:
    await many(12_000)
    waiting = await fetch_value(UNSEALED)
    job = await enqueue(SEAL_AUDIT)
    await run_pending()
    assert await fetch_value("SELECT done_steps FROM guanxi_job WHERE id = $1", job) == waiting
    transactions = await fetch_value("SELECT count(DISTINCT xmin::text) FROM guanxi_audit_seal")
    assert transactions >= 3
    assert await fetch_value(UNSEALED) == 0
    assert await verify() is None
