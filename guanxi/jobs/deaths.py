"""Telling of jobs that will not run again by themselves."""

from __future__ import annotations

import logging

from guanxi.context import current_company
from guanxi.db import transaction
from guanxi.declare.jobs import JOB_DIED, DeadJob

log = logging.getLogger("guanxi.jobs")


async def tell_of(dead: DeadJob) -> None:
    """Raises nothing: the job is dead, whoever hears of it or not."""
    for hear in current_company().catalog.extensions(JOB_DIED):
        try:
            async with transaction():
                await hear(dead)
        except Exception:
            log.exception("nobody was told that job %s %s is dead", dead.id, dead.job.name)
