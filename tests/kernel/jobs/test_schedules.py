from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from guanxi import clock
from guanxi.context import Company
from guanxi.db import fetch, fetch_row
from guanxi.declare.jobs import Schedule
from guanxi.jobs import run_pending, tick_schedules
from guanxi.jobs.schedules import due_times, next_due, occurrences
from tests.kernel.jobs.support import catalog, job

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
NIGHTLY = job("nightly")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def plan(company: Company, cron: str = "0 3 * * *", catch_up: Any = "last") -> None:
    company.catalog = catalog(schedules=(Schedule(job=NIGHTLY, cron=cron, catch_up=catch_up),))


async def due() -> list[str]:
    rows = await fetch("SELECT payload, key FROM guanxi_job ORDER BY id")
    assert all(row["key"] == f"shop.nightly@{row['payload']['due']}" for row in rows)
    return [row["payload"]["due"] for row in rows]


async def next_at() -> datetime:
    row = await fetch_row("SELECT next_at FROM guanxi_schedule")
    assert row is not None
    return datetime.fromisoformat(row["next_at"].isoformat())


async def test_a_schedule_runs_in_the_companys_time_zone(company: Company) -> None:
    plan(company)
    with clock.travel(at("2026-01-01 12:00")):
        assert await tick_schedules() == 0
    assert await next_at() == at("2026-01-01 19:00")  # 3 o'clock in Shanghai
    with clock.travel(at("2026-01-01 18:59:50")):
        assert await run_pending() == 0
    with clock.travel(at("2026-01-01 19:00:01")):
        assert await run_pending() == 1
        assert await run_pending() == 0
    assert await due() == ["2026-01-01T19:00:00+00:00"]
    assert await next_at() == at("2026-01-02 19:00")


async def test_two_workers_run_one_due_time_once(company: Company) -> None:
    plan(company, "*/5 * * * *", "all")
    with clock.travel(at("2026-01-01 12:01")):
        await asyncio.gather(*(tick_schedules() for _ in range(5)))
    with clock.travel(at("2026-01-01 12:11")):
        counts = await asyncio.gather(*(tick_schedules() for _ in range(5)))
    assert sorted(counts) == [0, 0, 0, 0, 2]
    assert await due() == ["2026-01-01T12:05:00+00:00", "2026-01-01T12:10:00+00:00"]


@pytest.mark.parametrize(
    ("catch_up", "expected"),
    [
        ("all", [f"2026-01-0{day}T19:00:00+00:00" for day in range(1, 5)]),
        ("last", ["2026-01-04T19:00:00+00:00"]),
        ("none", []),
    ],
)
async def test_an_outage_is_caught_up_as_declared(company: Company, catch_up: str, expected: list[str]) -> None:
    plan(company, catch_up=catch_up)
    with clock.travel(at("2026-01-01 12:00")):
        await tick_schedules()
    with clock.travel(at("2026-01-05 12:00")):
        assert await tick_schedules() == len(expected)
    assert await due() == expected
    assert await next_at() == at("2026-01-05 19:00")
    with clock.travel(at("2026-01-05 19:00:02")):
        assert await tick_schedules() == 1


async def test_no_more_than_a_thousand_times_are_caught_up(company: Company) -> None:
    plan(company, "* * * * *", "all")
    with clock.travel(at("2025-01-01 00:00")):
        await tick_schedules()
    with clock.travel(at("2026-01-01 00:00")):
        assert await tick_schedules() == 1000
        assert await tick_schedules() == 0
    found = await due()
    assert (found[0], found[-1]) == ("2025-12-31T07:21:00+00:00", "2026-01-01T00:00:00+00:00")


async def test_a_clock_moved_back_repeats_nothing(company: Company) -> None:
    plan(company)
    with clock.travel(at("2026-01-01 18:00")):
        await tick_schedules()
    with clock.travel(at("2026-01-01 20:00")):
        assert await tick_schedules() == 1
    with clock.travel(at("2026-01-01 18:30")):
        assert await tick_schedules() == 0
        plan(company, "0 3,4 * * *")  # a new plan does not bring the past back either
        assert await tick_schedules() == 0
    assert await next_at() == at("2026-01-01 20:00")
    with clock.travel(at("2026-01-01 19:30")):
        assert await tick_schedules() == 0


async def test_a_changed_plan_takes_effect(company: Company) -> None:
    plan(company)
    with clock.travel(at("2026-01-01 12:00")):
        await tick_schedules()
        plan(company, "30 22 * * *")
        await tick_schedules()
    assert await next_at() == at("2026-01-01 14:30")


async def test_a_plan_that_cannot_be_read_stops_no_other(company: Company) -> None:
    bad = Schedule(job=job("bad"), cron="61 * * * *")
    company.catalog = catalog(schedules=(bad, Schedule(job=NIGHTLY, cron="0 3 * * *")))
    await tick_schedules()
    rows = await fetch("SELECT job FROM guanxi_schedule")
    assert [row["job"] for row in rows] == ["shop.nightly"]


def local_times(cron: str, start: str, count: int) -> list[str]:
    found = occurrences(cron, at(start), NEW_YORK)
    return [next(found).astimezone(NEW_YORK).isoformat() for _ in range(count)]


def test_a_time_that_the_clock_skips_or_repeats_comes_once() -> None:
    assert local_times("30 2 * * *", "2026-03-07 12:00", 2) == [
        "2026-03-08T03:00:00-04:00",
        "2026-03-09T02:30:00-04:00",
    ]
    assert local_times("30 1 * * *", "2026-10-31 12:00", 2) == [
        "2026-11-01T01:30:00-04:00",
        "2026-11-02T01:30:00-05:00",
    ]


def test_every_hour_is_every_hour_also_when_the_clock_changes() -> None:
    for start in ("2026-03-08 00:30", "2026-11-01 00:30"):
        times = due_times("0 * * * *", at(start), at(start) + timedelta(hours=12), NEW_YORK, 100)
        assert times == [at(start)] + [at(start) + timedelta(minutes=30) + timedelta(hours=n) for n in range(12)]


def test_due_times_do_not_depend_on_where_the_count_begins() -> None:
    first, now = at("2026-03-01 07:30"), at("2026-03-20 00:00")
    for cron in ("30 2 * * *", "*/20 1-3 * * *", "0 * * * *"):
        all_of_them = due_times(cron, next_due(cron, first, NEW_YORK), now, NEW_YORK, 10_000)
        for most in (1, 7, 20):
            assert due_times(cron, next_due(cron, first, NEW_YORK), now, NEW_YORK, most) == all_of_them[-most:]
    assert due_times("0 3 1 1 *", at("2000-01-01 00:00"), at("2026-06-01 00:00"), SHANGHAI, 1) == [
        at("2025-12-31 19:00")
    ]
