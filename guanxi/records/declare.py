"""The kernel's own jobs of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guanxi.declare.jobs import Job, Schedule
from guanxi.i18n import _
from guanxi.records.audit import seal
from guanxi.records.idempotency import forget_old_keys

if TYPE_CHECKING:
    from guanxi.jobs import Run


async def seal_audit(run: Run) -> None:
    while True:
        async with run.step() as step:
            sealed = await seal()
            step.done += sealed
        if not sealed:
            break


async def forget_keys(run: Run) -> None:
    await forget_old_keys()


SEAL_AUDIT = Job(name="guanxi.seal_audit", title=_("Seal the audit log"), run=seal_audit, steps=True)
FORGET_KEYS = Job(name="guanxi.forget_keys", title=_("Forget old idempotency keys"), run=forget_keys)

JOBS: tuple[Job, ...] = (SEAL_AUDIT, FORGET_KEYS)
SCHEDULES: tuple[Schedule, ...] = (
    Schedule(job=SEAL_AUDIT, cron="* * * * *"),
    Schedule(job=FORGET_KEYS, cron="23 * * * *"),
)
