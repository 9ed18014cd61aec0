from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from tortoise.context import TortoiseContext

from guanxi import clock
from guanxi.context import Company, current_actor, current_company, current_request_id, use_company
from guanxi.db import (
    close_context,
    create_database,
    database_url,
    drop_database,
    execute,
    fetch,
    fetch_value,
    transaction,
)
from guanxi.i18n import current_locale
from guanxi.jobs import Run, enqueue, enqueue_many, run_pending, serve_jobs
from guanxi.jobs.claims import claim
from tests.conftest import Servers
from tests.kernel.jobs.conftest import StartWorker
from tests.kernel.jobs.support import (
    FAIL,
    SLOW,
    WRITE,
    catalog,
    job,
    make_tables,
    note,
    notes,
    open_company,
    row,
    state,
    until,
    until_notes,
)


async def test_two_workers_run_each_job_once(company: Company, start_worker: StartWorker) -> None:
    ids = await enqueue_many(WRITE, [{"note": str(n)} for n in range(200)])
    start_worker()
    start_worker()
    await until_notes(200)
    assert sorted(await notes(), key=int) == [str(n) for n in range(200)]
    await asyncio.sleep(0.2)
    assert len(await notes()) == 200
    tries = await fetch("SELECT DISTINCT state, tries FROM guanxi_job WHERE id = ANY($1)", ids)
    assert [(str(r["state"]), r["tries"]) for r in tries] == [("done", 1)]


async def test_claims_at_the_same_time_get_different_jobs(company: Company) -> None:
    ids = await enqueue_many(WRITE, [{}] * 5)
    claims = await asyncio.gather(*(claim(60) for _ in range(8)))
    assert sorted(found.id for found in claims if found) == ids
    assert len({found.lease for found in claims if found}) == 5


async def test_no_more_jobs_at_once_than_slots(company: Company, start_worker: StartWorker) -> None:
    await enqueue_many(SLOW, [{"seconds": 0.3}] * 6)
    start_worker(concurrency=2)
    most = 0
    while len(await notes()) < 12:
        most = max(most, await fetch_value("SELECT count(*) FROM guanxi_job WHERE state = 'running'"))
        await asyncio.sleep(0.02)
    assert most == 2
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE state = 'done'") == 6


async def test_a_handler_acts_as_the_program_for_whoever_enqueued(company: Company) -> None:
    seen: list[Any] = []

    async def look(run: Run) -> None:
        actor = current_actor()
        seen.append((actor.kind, actor.id, actor.name, actor.elevated))
        seen.append((current_company().name, current_locale(), current_request_id()))

    look_around = job("look", look)
    company.catalog = catalog(look_around)
    company.locale = "zh_CN"
    id = await enqueue(look_around)
    await execute("UPDATE guanxi_job SET actor_id = 7, actor_name = '李伟'")
    assert await run_pending() == 1
    assert seen == [("system", 7, "李伟", True), ("demo", "zh_CN", f"job-{id}")]


async def test_jobs_of_a_disabled_addon_wait(company: Company, start_worker: StartWorker) -> None:
    enabled = company.catalog
    id = await enqueue(WRITE)
    company.catalog = catalog(FAIL)
    before = await row(id)
    start_worker()
    await asyncio.sleep(0.3)
    assert await row(id) == before
    company.catalog = enabled
    await until(id, "done")


async def test_a_failing_job_backs_off_and_dies(company: Company) -> None:
    id = await enqueue(FAIL)
    start = clock.now()
    assert await run_pending() == 1
    failed = await row(id)
    assert (str(failed["state"]), failed["tries"], failed["lease"]) == ("waiting", 1, None)
    assert failed["error"] == "ValueError: cannot reach postgres://***@db/shop password=***"
    assert 3.2 <= (failed["run_at"] - start).total_seconds() <= 5.5
    assert await run_pending() == 0
    with clock.travel(failed["run_at"]):
        assert await run_pending() == 1
    dead = await row(id)
    assert (str(dead["state"]), dead["tries"]) == ("dead", 2)
    assert dead["finished_at"] is not None
    assert await notes() == []


async def test_a_job_that_takes_too_long_is_cancelled(company: Company) -> None:
    async def hold(run: Run) -> None:
        await note("held", run)
        await execute("SELECT pg_sleep(30)")

    holding = job("hold", hold, timeout=1)
    company.catalog = catalog(holding)
    ids = await enqueue_many(holding, [{}] * 12)  # more than the pool has connections
    async with asyncio.timeout(20):
        await asyncio.gather(*(run_pending(limit=3) for _ in range(4)))
    rows = await fetch("SELECT state, error FROM guanxi_job WHERE id = ANY($1)", ids)
    assert {(str(r["state"]), r["error"]) for r in rows} == {("waiting", "JobTimeout: took longer than 1 s")}
    assert await notes() == []


async def test_a_swallowed_database_error_is_a_failure(company: Company) -> None:
    async def swallow(run: Run) -> None:
        await note("half", run)
        try:
            await execute("SELECT 1/0")
        except Exception:
            return

    swallowing = job("swallow", swallow)
    company.catalog = catalog(swallowing)
    id = await enqueue(swallowing)
    assert await run_pending() == 1
    assert await state(id) == "waiting"
    assert await notes() == []


async def test_stopping_lets_short_jobs_finish_and_gives_long_ones_back(
    company: Company, start_worker: StartWorker
) -> None:
    short = await enqueue(SLOW, {"seconds": 0.4})
    long = await enqueue(SLOW, {"seconds": 60})
    stop = asyncio.Event()
    worker = start_worker(stop=stop, grace_seconds=0.8)
    await asyncio.sleep(0.2)
    stop.set()
    later = await enqueue(WRITE)
    async with asyncio.timeout(5):
        await worker
    assert [await state(id) for id in (short, long, later)] == ["done", "waiting", "waiting"]
    returned = await row(long)
    assert (returned["tries"], returned["lease"], returned["error"]) == (0, None, "")
    assert await fetch_value("SELECT count(*) FROM effect WHERE job_id = $1", long) == 0


async def test_a_job_may_enqueue_jobs(company: Company, start_worker: StartWorker) -> None:
    async def spread(run: Run) -> None:
        await enqueue(WRITE, {"note": "child"})

    parent = job("spread", spread)
    company.catalog = catalog(parent, WRITE)
    start_worker(poll_seconds=0.5)
    await enqueue(parent)
    assert await until_notes(1) == ["child"]


async def test_results_and_progress_are_kept(company: Company) -> None:
    async def count(run: Run) -> None:
        run.set_total(3)
        run.set_result({"created": 3})

    counting = job("count", count)
    company.catalog = catalog(counting)
    id = await enqueue(counting)
    await run_pending()
    done = await row(id)
    assert (done["result"], done["total_steps"]) == ({"created": 3}, 3)


async def test_pending_jobs_do_not_run_inside_a_transaction(company: Company) -> None:
    async with transaction():
        with pytest.raises(RuntimeError):
            await run_pending()


async def test_a_company_without_a_database_holds_no_other_up(company: Company) -> None:
    broken = replace(company, name="broken", tortoise=TortoiseContext())
    stop = asyncio.Event()
    served = [broken]

    async def companies() -> list[Company]:
        return served

    worker = asyncio.create_task(serve_jobs(companies, poll_seconds=0.05, concurrency=1, stop=stop))
    await asyncio.sleep(0.2)
    served = [broken, company]  # one that was just made is served as well
    await until(await enqueue(WRITE), "done", 5)
    served = [broken]
    await asyncio.sleep(0.2)
    left = await enqueue(WRITE)
    await asyncio.sleep(0.3)
    assert await state(left) == "waiting"
    stop.set()
    async with asyncio.timeout(5):
        await worker


async def test_a_long_queue_of_one_company_does_not_starve_another(
    company: Company, servers: Servers, database: str
) -> None:
    name = f"{database.rpartition('/')[2]}_b"
    await create_database(servers.postgres_url, name)
    other = await open_company(database_url(servers.postgres_url, name), "other")
    await make_tables(other)
    stop = asyncio.Event()

    async def companies() -> list[Company]:
        return [company, other]

    await enqueue_many(SLOW, [{"seconds": 0.1}] * 20)
    with use_company(other):
        await enqueue_many(SLOW, [{"seconds": 0.1}] * 4)
    worker = asyncio.create_task(serve_jobs(companies, poll_seconds=0.5, concurrency=1, stop=stop))
    with use_company(other):
        await until_notes(8)
    assert len(await notes()) <= 2 * 7
    stop.set()
    await worker
    await close_context(other.tortoise)
    await drop_database(servers.postgres_url, name)
