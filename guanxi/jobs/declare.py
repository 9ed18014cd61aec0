"""The kernel's own jobs of this room."""

from __future__ import annotations

from datetime import timedelta

from guanxi import clock
from guanxi.db import execute
from guanxi.declare.jobs import Job, Schedule
from guanxi.i18n import _
from guanxi.jobs.run import Run

KEPT_DAYS = 30
"""of jobs that are done"""
GIVEN_UP_KEPT_DAYS = 90
"""of those that failed or were discarded: people may still run them again"""
BATCH = 5000


async def clean_jobs(run: Run) -> None:
    now = clock.now()
    while True:
        async with run.step() as step:
            status = await execute(
                """DELETE FROM guanxi_job WHERE id IN (SELECT id FROM guanxi_job
                   WHERE (state = 'done' AND finished_at < $1)
                      OR (state IN ('dead', 'discarded') AND finished_at < $2) ORDER BY id LIMIT $3)""",
                now - timedelta(days=KEPT_DAYS),
                now - timedelta(days=GIVEN_UP_KEPT_DAYS),
                BATCH,
            )
            deleted = int(status.removeprefix("DELETE "))
            step.done += deleted
        if deleted < BATCH:
            break
    run.set_result({"deleted": run.done})


CLEAN_JOBS = Job(name="guanxi.clean_jobs", title=_("Delete old finished jobs"), run=clean_jobs, steps=True)

JOBS: tuple[Job, ...] = (CLEAN_JOBS,)
SCHEDULES: tuple[Schedule, ...] = (Schedule(job=CLEAN_JOBS, cron="17 3 * * *"),)
