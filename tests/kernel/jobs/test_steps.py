from __future__ import annotations

import asyncio

import pytest

from guanxi import clock
from guanxi.context import Company
from guanxi.db import transaction
from guanxi.jobs import Run, enqueue, run_pending
from tests.kernel.jobs.support import WRITE, catalog, job, note, notes, row


async def test_a_job_of_steps_goes_on_where_it_broke(company: Company) -> None:
    async def walk(run: Run) -> None:
        for page in range(run.cursor or 0, 4):
            async with run.step(done=page + 1, total=4, cursor=page + 1):
                await note(f"page {page}", run)
                if page == 2 and run.tries == 1:
                    raise OSError("out of paper")
        run.set_result({"pages": run.done})

    walking = job("walk", walk, steps=True)
    company.catalog = catalog(walking)
    id = await enqueue(walking)
    await run_pending()
    broken = await row(id)
    assert (broken["done_steps"], broken["total_steps"], broken["cursor"]) == (2, 4, 2)
    assert (str(broken["state"]), broken["error"]) == ("waiting", "OSError: out of paper")
    assert await notes() == ["page 0", "page 1"]
    with clock.travel(broken["run_at"]):
        await run_pending()
    done = await row(id)
    assert (str(done["state"]), done["done_steps"], done["result"]) == ("done", 4, {"pages": 4})
    assert await notes() == ["page 0", "page 1", "page 2", "page 3"]


@pytest.mark.parametrize("cursor", [{"after": 7}, "abc", [1, "x"], 0])
async def test_a_cursor_may_be_any_json_and_be_set_inside(company: Company, cursor: object) -> None:
    seen: list[object] = []

    async def remember(run: Run) -> None:
        seen.append(run.cursor)
        async with run.step() as step:
            step.cursor = cursor
        assert run.cursor == cursor
        if run.tries == 1:
            raise OSError

    remembering = job("remember", remember, steps=True)
    company.catalog = catalog(remembering)
    id = await enqueue(remembering)
    await run_pending()
    with clock.travel((await row(id))["run_at"]):
        await run_pending()
    assert seen == [None, cursor]


async def test_steps_at_once_add_up(company: Company) -> None:
    async def lane(run: Run, units: int) -> None:
        for _n in range(10):
            async with run.step() as step:
                await asyncio.sleep(0)
                step.done += units

    async def walk(run: Run) -> None:
        await asyncio.gather(lane(run, 1), lane(run, 100))

    walking = job("lanes", walk, steps=True)
    company.catalog = catalog(walking)
    id = await enqueue(walking)
    await run_pending()
    assert (await row(id))["done_steps"] == 1_010


async def test_steps_are_only_for_jobs_that_declare_them_and_not_inside_a_transaction(
    company: Company,
) -> None:
    async def wrong(run: Run) -> None:
        async with run.step():
            await note("never", run)

    async def nested(run: Run) -> None:
        async with transaction(), run.step():
            await note("never", run)

    plain, inside = job("plain", wrong), job("inside", nested, steps=True)
    company.catalog = catalog(plain, inside, WRITE)
    first, second = await enqueue(plain), await enqueue(inside)
    assert await run_pending() == 2
    assert (await row(first))["error"] == "RuntimeError: shop.plain is not declared with steps=True"
    assert (await row(second))["error"] == "RuntimeError: a step cannot be inside a transaction"
    assert await notes() == []
