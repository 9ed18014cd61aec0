from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from guanxi import clock
from guanxi.context import Actor, Company, use_actor
from guanxi.db import execute, fetch, fetch_value
from guanxi.declare.catalog import Catalog, Offer
from guanxi.errors import Conflict, NotFound
from guanxi.jobs import discard, enqueue, enqueue_many, retry, run_pending
from guanxi.jobs.declare import CLEAN_JOBS
from tests.kernel.jobs.conftest import StartWorker
from tests.kernel.jobs.support import FAIL, SLOW, WRITE, notes, row, state, until, until_notes

ADMIN = Actor(kind="user", id=1, name="Admin")


async def test_a_dead_job_gets_all_its_tries_again(company: Company) -> None:
    id = await enqueue(FAIL)
    await execute("UPDATE guanxi_job SET state = 'dead', tries = 2, finished_at = now()")
    with use_actor(ADMIN):
        await retry(id)
    again = await row(id)
    assert (str(again["state"]), again["tries"], again["finished_at"]) == ("waiting", 0, None)
    audit = await fetch("SELECT actor_id, action, resource, record_id, label, before, after FROM guanxi_audit")
    assert [tuple(entry) for entry in audit] == [
        (1, "retry", "guanxi/jobs", id, "shop.fail", {"state": "dead", "tries": 2}, {"state": "waiting"})
    ]


async def test_a_job_that_backs_off_is_retried_at_once(company: Company) -> None:
    id = await enqueue(FAIL)
    await run_pending()
    assert await run_pending() == 0
    await retry(id)
    assert await run_pending() == 1


async def test_a_discarded_job_does_not_run_until_it_is_retried(company: Company) -> None:
    id = await enqueue(WRITE)
    await discard(id)
    assert await run_pending() == 0
    assert await state(id) == "discarded"
    await retry(id)
    assert await run_pending() == 1
    for change in (retry, discard):
        with pytest.raises(Conflict):
            await change(id)
        with pytest.raises(NotFound):
            await change(id + 1)
    assert await fetch_value("SELECT count(*) FROM guanxi_audit") == 2


async def test_discarding_a_running_job_rolls_it_back(company: Company, start_worker: StartWorker) -> None:
    id = await enqueue(SLOW, {"seconds": 60})
    start_worker(lease_seconds=0.3)
    await until(id, "running")
    await discard(id)
    next_id = await enqueue(WRITE)
    assert await until_notes(1) == ["ran"]
    await asyncio.sleep(0.3)
    assert (await state(id), await state(next_id)) == ("discarded", "done")
    assert await notes() == ["ran"]


async def test_old_jobs_are_deleted_and_their_keys_are_free_again(company: Company) -> None:
    gone = ("done", 31), ("dead", 91), ("discarded", 91)
    ages = *gone, ("done", 29), ("dead", 89), ("discarded", 89), ("waiting", 91)
    keys = [f"key {number}" for number in range(len(ages))]
    ids = await enqueue_many(WRITE, [{}] * len(ages), keys=keys)
    for id, (name, days) in zip(ids, ages, strict=True):
        await execute(
            "UPDATE guanxi_job SET state = $2, finished_at = $3, run_at = $4 WHERE id = $1",
            id,
            name,
            clock.now() - timedelta(days=days),
            clock.now() + timedelta(days=1),
        )
    kernel = Offer("guanxi", CLEAN_JOBS.title, company.files, jobs=[CLEAN_JOBS])
    company.catalog = Catalog([kernel])
    cleaning = await enqueue(CLEAN_JOBS)
    await run_pending()
    assert (await row(cleaning))["result"] == {"deleted": len(gone)}
    left = await fetch("SELECT id FROM guanxi_job ORDER BY id")
    assert [found["id"] for found in left] == [*ids[len(gone) :], cleaning]
    assert len(await enqueue_many(WRITE, [{}] * len(ages), keys=keys)) == len(gone)
