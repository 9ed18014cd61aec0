"""The worker: for each company one loop that looks for due jobs, and a few slots that all of them share."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import Awaitable, Callable, Iterable

from guanxi.context import Company, current_company, use_company
from guanxi.db import in_transaction
from guanxi.jobs import transport
from guanxi.jobs.attempt import Attempt, Outcome
from guanxi.jobs.claims import claim, describe, has_due, recover
from guanxi.jobs.schedules import tick_schedules

log = logging.getLogger("guanxi.jobs")

LEASE_SECONDS = 15.0
Companies = Callable[[], Awaitable[Iterable[Company]]]


async def serve_jobs(
    companies: Companies,
    redis_url: str | None = None,
    *,
    concurrency: int = 4,
    poll_seconds: float = 1.0,
    lease_seconds: float = LEASE_SECONDS,
    grace_seconds: float = 10.0,
    stop: asyncio.Event | None = None,
) -> None:
    """Runs jobs until `stop` is set; without one, until SIGTERM or SIGINT.

    `companies` is asked at every poll which companies to serve. `concurrency` is the number of jobs at once
    in this process. Stopping, it claims nothing more, lets jobs finish for `grace_seconds`, then cancels them
    and gives them back. A crashed worker's jobs run again `lease_seconds` and at most two polls after
    its last heartbeat.
    """
    worker = Worker(companies, concurrency, poll_seconds, lease_seconds, stop or _stop_on_signals())
    if redis_url is None:
        await worker.serve(grace_seconds)
        return
    opened = transport.use_redis(redis_url)
    listener = asyncio.create_task(transport.listen(redis_url, worker.wake))
    try:
        await worker.serve(grace_seconds)
    finally:
        listener.cancel()
        await asyncio.wait({listener})
        if opened:
            await transport.close_redis()


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def run_pending(limit: int = 100) -> int:
    """Runs what the current company has due, schedules included, one after another; returns how many jobs.

    For tests and the command line. Failures of jobs are recorded as by a worker, not raised.
    """
    if in_transaction():
        raise RuntimeError("jobs cannot run inside a transaction")
    await recover()
    await tick_schedules()
    for count in range(limit):
        claimed = await claim(LEASE_SECONDS)
        if claimed is None:
            return count
        await Attempt(claimed, LEASE_SECONDS).run()
    return limit


class Worker:
    def __init__(
        self,
        companies: Companies,
        concurrency: int,
        poll_seconds: float,
        lease_seconds: float,
        stop: asyncio.Event,
    ) -> None:
        self._list_companies = companies
        self._poll = poll_seconds
        self._lease = lease_seconds
        self._stop = stop
        self._free = concurrency
        self._companies: dict[str, Company] = {}
        self._loops: dict[str, asyncio.Task[None]] = {}
        self._wakes: dict[str, asyncio.Event] = {}
        self._hungry: dict[str, None] = {}
        """companies with a due job that found no free slot, in order of arrival"""
        self._attempts: set[asyncio.Task[Outcome]] = set()

    def wake(self, company: str) -> None:
        """Look at once instead of at the next poll."""
        if company in self._wakes:
            self._wakes[company].set()

    async def serve(self, grace_seconds: float) -> None:
        try:
            with transport.heard_in_process(self.wake):
                while not self._stop.is_set():
                    await self._follow_companies()
                    await _wait(self._stop, self._poll)
        finally:
            await self._finish(grace_seconds)

    async def _follow_companies(self) -> None:
        try:
            companies = {company.name: company for company in await self._list_companies()}
        except Exception as error:
            log.error("the companies to serve are unknown: %s", describe(error))
            return
        self._companies = companies
        for name in companies:
            if name not in self._loops or self._loops[name].done():
                self._wakes[name] = asyncio.Event()
                self._loops[name] = asyncio.create_task(self._serve_company(name), name=f"jobs of {name}")
        for name in self._loops.keys() - companies.keys():
            self.wake(name)
            if self._loops[name].done():
                del self._loops[name], self._wakes[name]

    async def _serve_company(self, name: str) -> None:
        tended = float("-inf")
        busy = failing = False
        while not self._stop.is_set() and name in self._companies:
            self._wakes[name].clear()
            try:
                with use_company(self._companies[name]):
                    if time.monotonic() - tended >= 2 * self._poll:
                        await recover()
                        await tick_schedules()
                        tended = time.monotonic()
                    busy = (busy or await has_due()) and await self._start_job()
                failing = False
            except Exception as error:
                if not failing:
                    log.error("jobs of %s cannot be looked for: %s", name, describe(error))
                failing, busy = True, False
            if not busy:
                await _wait(self._wakes[name], self._poll)

    async def _start_job(self) -> bool:
        """Starts one due job in a free slot. False without a slot or a job; a freed slot wakes us."""
        if self._free == 0:
            self._hungry[current_company().name] = None
            return False
        self._free -= 1
        try:
            claimed = None if self._stop.is_set() else await claim(self._lease)
        except BaseException:
            self._release_slot()
            raise
        if claimed is None:
            self._release_slot()
            return False
        attempt = asyncio.create_task(Attempt(claimed, self._lease).run())
        self._attempts.add(attempt)
        attempt.add_done_callback(self._ended)
        return True

    def _ended(self, attempt: asyncio.Task[Outcome]) -> None:
        self._attempts.discard(attempt)
        self._release_slot()
        error = None if attempt.cancelled() else attempt.exception()
        if error is not None:
            log.error("a job could not be run: %s", describe(error))

    def _release_slot(self) -> None:
        self._free += 1
        for name in self._hungry:
            del self._hungry[name]
            self.wake(name)
            break

    async def _finish(self, grace_seconds: float) -> None:
        """No loop is cancelled, since a claim that was under way would be lost until its lease runs out."""
        self._stop.set()
        for name in self._wakes:
            self.wake(name)
        await asyncio.gather(*self._loops.values(), return_exceptions=True)
        if self._attempts:
            _, late = await asyncio.wait(self._attempts, timeout=grace_seconds)
            for attempt in late:
                attempt.cancel()
            if late:
                await asyncio.wait(late)


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
