"""What this room adds to the kernel's offer."""

from __future__ import annotations

from guanxi.declare.jobs import Job, Schedule
from guanxi.imports.blobs import DELETE_BLOBS
from guanxi.imports.work import IMPORT

JOBS: tuple[Job, ...] = (IMPORT, DELETE_BLOBS)
SCHEDULES: tuple[Schedule, ...] = (Schedule(job=DELETE_BLOBS, cron="47 3 * * *"),)
