"""What this room adds to the kernel's offer."""

from __future__ import annotations

from guanxi import clock
from guanxi.auth.limits import forget_old_attempts
from guanxi.auth.resources import API_KEYS, DEPARTMENTS, ROLES, USERS
from guanxi.auth.sessions import forget_ended_sessions
from guanxi.auth.tokens import forget_old_tokens
from guanxi.declare.jobs import Job, Schedule
from guanxi.declare.resources import Resource
from guanxi.i18n import _
from guanxi.jobs import Run


async def clean_sessions(run: Run) -> None:
    await forget_ended_sessions(clock.now())
    await forget_old_tokens()
    await forget_old_attempts()


CLEAN_SESSIONS = Job(
    name="guanxi.clean_sessions", title=_("Delete ended sessions and expired links"), run=clean_sessions
)

JOBS: tuple[Job, ...] = (CLEAN_SESSIONS,)
SCHEDULES: tuple[Schedule, ...] = (Schedule(job=CLEAN_SESSIONS, cron="41 * * * *"),)
RESOURCES: tuple[Resource, ...] = (USERS, ROLES, DEPARTMENTS, API_KEYS)
