"""One try of a job: the handler in a task of its own, a heartbeat beside it, and how it ends."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace
from typing import Literal

from guanxi import clock
from guanxi.context import SYSTEM, current_company, set_request_id, use_actor
from guanxi.db import transaction
from guanxi.declare.jobs import DeadJob
from guanxi.i18n import use_locale
from guanxi.jobs.claims import Claim, LeaseLost, describe, fail, give_back, renew
from guanxi.jobs.deaths import tell_of
from guanxi.jobs.run import Run
from guanxi.metrics import JOB_DELAY, JOB_SECONDS, JOBS_FINISHED

log = logging.getLogger("guanxi.jobs")

Outcome = Literal["done", "failed", "dead", "lost", "returned"]
PATIENCE = 5.0
"""Seconds that a cancelled handler gets for its clean-up. One that ignores it is fenced all the same."""


class JobTimeout(Exception):
    """The handler took longer than its job allows."""


class Attempt:
    """Runs a claimed job in the current company, outside of any transaction."""

    def __init__(self, claim: Claim, lease_seconds: float) -> None:
        self._claim = claim
        self._run = Run(claim)
        self._lease_seconds = lease_seconds

    async def run(self) -> Outcome:
        """Raises nothing of the handler's. Cancelled, it gives the job back first, without burning a try."""
        claim = self._claim
        JOB_DELAY.observe(max(0.0, (clock.now() - claim.run_at).total_seconds()))
        start = time.monotonic()
        handler = asyncio.create_task(self._handle(), name=f"{claim.job.name} {claim.id}")
        heartbeat = asyncio.create_task(self._beat(handler))
        outcome: Outcome = "returned"
        try:
            await asyncio.wait({handler}, timeout=claim.job.timeout)
            outcome = await self._settle(handler)
        except asyncio.CancelledError:
            await asyncio.shield(asyncio.create_task(self._return(handler)))
            raise
        finally:
            heartbeat.cancel()
            await asyncio.wait({heartbeat})
            JOBS_FINISHED.labels(claim.job.name, outcome).inc()
            JOB_SECONDS.labels(claim.job.name).observe(time.monotonic() - start)
        return outcome

    async def _handle(self) -> None:
        claim = self._claim
        actor = replace(SYSTEM, id=claim.actor_id, name=claim.actor_name or SYSTEM.name)
        set_request_id(f"job-{claim.id}")
        with use_actor(actor), use_locale(current_company().locale):
            if claim.job.steps:
                await claim.job.run(self._run)
                await self._run.complete()
            else:
                async with transaction():
                    await claim.job.run(self._run)
                    await self._run.complete()

    async def _beat(self, handler: asyncio.Task[None]) -> None:
        """Renews the lease while the handler runs, and stops a handler whose lease is lost."""
        interval = self._lease_seconds / 3
        while True:
            await asyncio.sleep(interval)
            try:
                async with asyncio.timeout(self._lease_seconds):
                    held = await renew(self._claim, self._lease_seconds)
            except Exception as error:
                log.warning("job %s: the lease was not renewed: %s", self._claim.id, describe(error))
                continue
            if not held:
                if not self._run.completing:
                    handler.cancel()
                return

    async def _settle(self, handler: asyncio.Task[None]) -> Outcome:
        claim = self._claim
        error = await self._error_of(handler)
        if error is None:
            return "done"
        kept = not isinstance(error, LeaseLost)
        if kept:
            try:
                kept = await fail(claim, error)
            except Exception as trouble:
                log.warning("job %s: the failure was not recorded: %s", claim.id, describe(trouble))
        if not kept:
            log.warning("job %s %s: lease lost, nothing of this try counts", claim.id, claim.job.name)
            return "lost"
        log.warning("job %s %s: try %s failed: %s", claim.id, claim.job.name, claim.tries, describe(error))
        if claim.tries < claim.job.tries:
            return "failed"
        await tell_of(DeadJob(claim.id, claim.job, claim.actor_id))
        return "dead"

    async def _error_of(self, handler: asyncio.Task[None]) -> BaseException | None:
        if not handler.done():
            await self._stop(handler)
            if not handler.done() or handler.cancelled() or handler.exception() is not None:
                return JobTimeout(f"took longer than {self._claim.job.timeout} s")
        if handler.cancelled():
            return asyncio.CancelledError("the handler was cancelled")
        return handler.exception()

    async def _stop(self, handler: asyncio.Task[None]) -> None:
        handler.cancel()
        await asyncio.wait({handler}, timeout=PATIENCE)

    async def _return(self, handler: asyncio.Task[None]) -> None:
        await self._stop(handler)
        if handler.done() and not handler.cancelled():
            handler.exception()  # seen: what it says of a try that does not count is not interesting
        try:
            await give_back(self._claim)
        except Exception as error:
            log.warning("job %s was not given back: %s", self._claim.id, describe(error))
