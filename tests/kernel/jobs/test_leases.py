from __future__ import annotations

import asyncio

from guanxi.context import Company
from guanxi.db import execute, fetch_value
from guanxi.jobs import Run, enqueue, run_pending
from guanxi.jobs.attempt import Attempt
from guanxi.jobs.claims import Claim, backoff, claim, recover
from tests.kernel.jobs.conftest import StartWorker
from tests.kernel.jobs.support import SLOW, WRITE, catalog, job, note, notes, row, state, until, until_notes


async def claimed(seconds: float = 60) -> Claim:
    found = await claim(seconds)
    assert found is not None
    return found


async def let_run_out(id: int) -> None:
    await execute("UPDATE guanxi_job SET lease_until = clock_timestamp() - interval '1 second' WHERE id = $1", id)


async def test_a_worker_that_lost_its_lease_leaves_no_effect(company: Company) -> None:
    go = asyncio.Event()

    async def write_late(run: Run) -> None:
        await note(f"try {run.tries}", run)
        if run.tries == 1:
            await go.wait()

    late = job("late", write_late)
    company.catalog = catalog(late)
    id = await enqueue(late)
    zombie = asyncio.create_task(Attempt(await claimed(), 60).run())
    await asyncio.sleep(0.1)
    await let_run_out(id)
    assert await run_pending() == 1
    assert await state(id) == "done"
    go.set()
    assert await zombie == "lost"
    assert await notes() == ["try 2"]
    assert (await row(id))["tries"] == 2


async def test_a_zombie_of_steps_is_stopped_at_its_next_commit(company: Company) -> None:
    go = asyncio.Event()

    async def step_late(run: Run) -> None:
        async with run.step(cursor=run.tries):
            await note(f"try {run.tries}", run)
            if run.tries == 1:
                await go.wait()

    late = job("late", step_late, steps=True)
    company.catalog = catalog(late)
    id = await enqueue(late)
    zombie = asyncio.create_task(Attempt(await claimed(), 60).run())
    await asyncio.sleep(0.1)
    await let_run_out(id)
    assert await run_pending() == 1
    go.set()
    assert await zombie == "lost"
    assert await notes() == ["try 2"]
    assert (await row(id))["cursor"] == 2


async def test_the_heartbeat_keeps_a_long_job(company: Company, start_worker: StartWorker) -> None:
    id = await enqueue(SLOW, {"seconds": 1.5})
    start_worker(lease_seconds=0.5)
    start_worker(lease_seconds=0.5)
    await until(id, "done")
    assert (await row(id))["tries"] == 1
    assert await notes() == ["begun", "ended"]


async def test_the_heartbeat_stops_a_handler_whose_lease_is_lost(company: Company) -> None:
    id = await enqueue(SLOW, {"seconds": 60})
    zombie = asyncio.create_task(Attempt(await claimed(), 0.3).run())
    await asyncio.sleep(0.05)
    await execute("UPDATE guanxi_job SET lease = 'somebody else' WHERE id = $1", id)
    async with asyncio.timeout(3):
        assert await zombie == "lost"
    assert await notes() == []
    assert (await row(id))["lease"] == "somebody else"


async def test_a_dead_workers_job_runs_again(company: Company, start_worker: StartWorker) -> None:
    id = await enqueue(WRITE)
    await claimed(0.5)  # by a worker that is killed now
    start_worker(lease_seconds=0.5)
    await asyncio.sleep(0.2)
    assert await state(id) == "running"
    await until_notes(1)
    await until(id, "done")
    assert (await row(id))["tries"] == 2


async def test_a_job_that_kills_its_workers_dies_after_its_last_try(company: Company) -> None:
    id = await enqueue(SLOW)
    for expected in ("waiting", "dead"):
        await claimed()
        await let_run_out(id)
        assert await recover() == 1
        assert await state(id) == expected
    assert (await row(id))["error"] == "LeaseLost: the worker stopped without an answer"
    assert await fetch_value("SELECT lease FROM guanxi_job WHERE id = $1", id) is None
    assert await run_pending() == 0


def test_backoff_doubles_up_to_ten_minutes() -> None:
    for tries, seconds in ((1, 4), (2, 8), (5, 64), (9, 600), (10_000, 600)):
        assert seconds * 0.8 <= backoff(tries) <= seconds * 1.2
    assert len({backoff(3) for _ in range(20)}) > 1
