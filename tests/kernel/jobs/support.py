"""A small company with an add-on `shop`: its jobs write into the table `effect`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from guanxi.context import Company, use_company
from guanxi.db import execute, fetch, fetch_row, fetch_value, open_context
from guanxi.declare.catalog import Catalog, Offer
from guanxi.declare.jobs import Job, Schedule
from guanxi.i18n import Text
from guanxi.jobs import Run

APPS = {"guanxi": ["guanxi.jobs.models", "guanxi.records.models"]}


async def note(text: str, run: Run | None = None) -> None:
    await execute("INSERT INTO effect (job_id, note) VALUES ($1, $2)", run.id if run else None, text)


async def write(run: Run) -> None:
    await note(str(run.payload.get("note", "ran")), run)


async def write_slowly(run: Run) -> None:
    await note("begun", run)
    await asyncio.sleep(float(run.payload.get("seconds", 60)))
    await note("ended", run)


async def write_and_fail(run: Run) -> None:
    await note("lost", run)
    raise ValueError("cannot reach postgres://me:hunter2@db/shop password=hunter3")


def job(name: str, run: Any = write, **options: Any) -> Job:
    return Job(name=f"shop.{name}", title=Text(name), run=run, **options)


WRITE = job("write")
SLOW = job("slow", write_slowly, tries=2)
FAIL = job("fail", write_and_fail, tries=2)


def catalog(*jobs: Job, schedules: tuple[Schedule, ...] = (), subscriptions: tuple[Any, ...] = ()) -> Catalog:
    offer = Offer("shop", Text("Shop"), Path("shop"))
    offer.jobs.extend(jobs or (WRITE, SLOW, FAIL))
    offer.jobs.extend(schedule.job for schedule in schedules)
    offer.schedules.extend(schedules)
    offer.subscriptions.extend(subscriptions)
    return Catalog([offer])


async def open_company(url: str, name: str = "demo", zone: str = "Asia/Shanghai") -> Company:
    return Company(
        name=name,
        title=name,
        hosts=(),
        zone=ZoneInfo(zone),
        currency="CNY",
        locale="en",
        database_url=url,
        tortoise=await open_context(url, APPS),
        catalog=catalog(),
        files=Path("/nonexistent"),
        revision=1,
    )


async def make_tables(company: Company) -> None:
    with use_company(company):
        await company.tortoise.generate_schemas()
        await execute("CREATE TABLE effect (id bigserial PRIMARY KEY, job_id bigint, note text)")


async def notes() -> list[str]:
    return [row["note"] for row in await fetch("SELECT note FROM effect ORDER BY id")]


async def row(id: int) -> dict[str, Any]:
    found = await fetch_row("SELECT * FROM guanxi_job WHERE id = $1", id)
    assert found is not None
    return dict(found)


async def state(id: int) -> str:
    return str(await fetch_value("SELECT state FROM guanxi_job WHERE id = $1", id))


async def eventually(check: Callable[[], Awaitable[bool]], seconds: float = 10.0) -> None:
    """Waits until `check` holds; fails after `seconds`."""
    async with asyncio.timeout(seconds):
        while not await check():  # noqa: ASYNC110 - what is waited for happens in a database
            await asyncio.sleep(0.02)


async def until(id: int, wanted: str, seconds: float = 10.0) -> None:
    async def reached() -> bool:
        return await state(id) == wanted

    await eventually(reached, seconds)


async def until_notes(count: int, seconds: float = 10.0) -> list[str]:
    async def written() -> bool:
        return len(await notes()) >= count

    await eventually(written, seconds)
    return await notes()
