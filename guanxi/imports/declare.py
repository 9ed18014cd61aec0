"""What this room adds to the kernel's offer."""

from __future__ import annotations

from guanxi.declare.jobs import Job, Schedule
from guanxi.imports.work import IMPORT

JOBS: tuple[Job, ...] = (IMPORT,)
SCHEDULES: tuple[Schedule, ...] = ()
