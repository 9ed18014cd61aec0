"""Jobs that run by themselves: rows that say when a job is due next, advanced by compare-and-set."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from cronsim import CronSim

from guanxi import clock
from guanxi.context import SYSTEM, current_company, use_actor
from guanxi.db import execute, fetch, transaction
from guanxi.declare.jobs import Schedule
from guanxi.jobs.queue import enqueue_many

log = logging.getLogger("guanxi.jobs")

MOST_CAUGHT_UP = 1000
LATE = timedelta(seconds=60)
"""How late a time may be noticed and still not count as missed, where missed times are not caught up."""

_PLAN = """
INSERT INTO guanxi_schedule (job, cron, next_at) VALUES ($1, $2, $3)
ON CONFLICT (job) DO UPDATE SET cron = excluded.cron, next_at = excluded.next_at
WHERE guanxi_schedule.cron <> excluded.cron
"""


def occurrences(cron: str, after: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The instants (UTC) after `after` that fit the five fields in `zone`, in order.

    A time of day that a change of the clock skips or repeats comes exactly once, as with Debian's cron.
    Raises CronSimError where `cron` cannot be read.
    """
    for local in CronSim(cron, after.astimezone(zone)):
        due = local.astimezone(UTC)
        if due > after:
            yield due


def next_due(cron: str, after: datetime, zone: ZoneInfo) -> datetime:
    """Raises StopIteration where `cron` never fits again."""
    return next(occurrences(cron, after, zone))


def due_times(cron: str, first: datetime, now: datetime, zone: ZoneInfo, most: int) -> list[datetime]:
    """`first` and what follows it up to `now`, oldest first; of more than `most`, the latest."""
    span = timedelta(hours=1)
    while True:
        recent = now - span
        found = [first] if first > recent else []
        following = occurrences(cron, max(first, recent), zone)
        found.extend(takewhile(lambda due: due <= now, following))
        if len(found) >= most or first > recent:
            return found[-most:]
        span *= 4


async def tick_schedules() -> int:
    """Enqueues what the current company's schedules have due, and plans new ones. Returns how many jobs."""
    rows = {row["job"]: row for row in await fetch("SELECT job, cron, next_at, last_at FROM guanxi_schedule")}
    now = clock.now()
    enqueued = 0
    for name, schedule in current_company().catalog.schedules.items():
        row = rows.get(name)
        try:
            if row is None or row["cron"] != schedule.cron:
                await _plan(schedule, max(now, (row and row["last_at"]) or now))
            elif row["next_at"] <= now:
                enqueued += await _advance(schedule, row["next_at"], now)
        except Exception:
            log.exception("the schedule of %s failed", name)
    return enqueued


async def _plan(schedule: Schedule, after: datetime) -> None:
    due = next_due(schedule.cron, after, current_company().zone)
    await execute(_PLAN, schedule.job.name, schedule.cron, due)


async def _advance(schedule: Schedule, first: datetime, now: datetime) -> int:
    name = schedule.job.name
    zone = current_company().zone
    most = MOST_CAUGHT_UP if schedule.catch_up == "all" else 1
    times = due_times(schedule.cron, first, now, zone, most)
    last = times[-1]
    if schedule.catch_up == "none" and now - last > LATE:
        times = []
    with use_actor(SYSTEM):
        async with transaction():
            moved = await execute(
                "UPDATE guanxi_schedule SET next_at = $3, last_at = $4 WHERE job = $1 AND next_at = $2",
                name,
                first,
                next_due(schedule.cron, now, zone),
                last,
            )
            if moved != "UPDATE 1":
                return 0
            isos = [due.isoformat() for due in times]
            payloads = [{"due": iso} for iso in isos]
            return len(await enqueue_many(schedule.job, payloads, keys=[f"{name}@{iso}" for iso in isos]))
