"""Starts the servers and processes of one machine, keeps them running and ends them all.

The first web process imports its code while the databases start, then prepares the database and answers
`/readyz`; only then the others start. Everything is passed through pipes (`guanxi.cli.control`), so that no
child outlives the supervisor.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from guanxi.cli.banner import Banner
from guanxi.cli.children import Child, Keeper, say
from guanxi.cli.listen import PortTaken, listen, shown_address
from guanxi.cli.readiness import wait_until_ready
from guanxi.settings import Settings

if TYPE_CHECKING:
    from guanxi.cli.servers import Servers

Result = TypeVar("Result")

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WATCH_SECONDS = 0.5


class Supervisor:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = settings.data / "metrics" / str(os.getpid())
        """where all processes count, so that each of them can answer for all"""
        self.keepers: list[Keeper] = []
        self.orders: dict[str, Any] = {}
        self._stop = asyncio.Event()
        self._servers: Servers | None = None
        self._first: Child | None = None
        self._threads: set[asyncio.Task[Any]] = set()

    async def run(self) -> int:
        """Until a signal comes; returns the exit code. Raises ConfigurationError where it cannot start."""
        loop = asyncio.get_running_loop()
        for number in STOP_SIGNALS:
            loop.add_signal_handler(number, self._on_signal)
        work = asyncio.create_task(self._work())
        stop = asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait((work, stop), return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            return work.result() if work.done() else 0
        finally:
            work.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await work
            await self._end()

    def _on_signal(self) -> None:
        """The first signal asks everything to end, the second one kills what is still there."""
        if self._stop.is_set():
            for keeper in self.keepers:
                keeper.child.send(signal.SIGKILL)
        self._stop.set()

    async def _work(self) -> int:
        web = await self._start_first()
        report = await web.report()
        if report is None:
            return 1  # the process has said why
        address = shown_address(self.settings.host, self.settings.port)
        await wait_until_ready(self.settings.host, self.settings.port)
        self._start_others(web)
        print(Banner(address=address, **report).text(), flush=True)
        await self._watch_servers()
        return 0

    async def _start_first(self) -> Child:
        try:
            listener = listen(self.settings.host, self.settings.port)
        except PortTaken:
            from guanxi.db.locks import DirectoryLock

            with DirectoryLock(self.settings.data):  # where it is our own server, say that instead
                raise
        self._listener = listener
        self.metrics.mkdir(parents=True, exist_ok=True)
        self._first = web = self._web(1)
        await web.start()
        from guanxi.cli.servers import Servers  # while the child imports its code, too

        self._servers = Servers(self.settings)
        self._servers.lock()
        for old in self.metrics.parent.iterdir():
            if old != self.metrics:
                shutil.rmtree(old, ignore_errors=True)
        self.orders = await self._in_thread(self._servers.start)
        web.give({**self.orders, "prepare": True})
        return web

    def _web(self, number: int) -> Child:
        descriptor = self._listener.fileno()
        return Child(f"web {number}", ("web", "--fd", str(descriptor)), self.metrics, (descriptor,))

    def _worker(self, number: int) -> Child:
        return Child(f"worker {number}", ("worker",), self.metrics)

    def _start_others(self, web: Child) -> None:
        self.keepers.append(Keeper(web, self.orders))
        self.keepers[0].keep(running=True)
        others = [self._web(number) for number in range(2, self.settings.web_processes + 1)]
        others += [self._worker(number) for number in range(1, self.settings.worker_processes + 1)]
        for child in others:
            keeper = Keeper(child, self.orders)
            self.keepers.append(keeper)
            keeper.keep(running=False)

    async def _watch_servers(self) -> None:
        """Starts an embedded server again that ended; its address stays the same."""
        assert self._servers is not None
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            for server in self._servers.ended():
                say(f"the embedded {server.name} ended; starting it again")
                await self._in_thread(server.stop)
                await self._in_thread(server.start)

    async def _end(self) -> None:
        """Children first, then the servers they use, then the lock."""
        if not self.keepers and self._first is not None and self._first.process is not None:
            self.keepers.append(Keeper(self._first, {}))
            self.keepers[0].keep(running=True)
        await asyncio.gather(*(keeper.stop() for keeper in self.keepers))
        shutil.rmtree(self.metrics, ignore_errors=True)
        await asyncio.gather(*self._threads, return_exceptions=True)
        if self._servers is not None:
            await asyncio.to_thread(self._servers.stop)

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        """Cancelled, `work` still goes on to its end, and `_end()` waits for that: else a server would stay."""
        task = asyncio.create_task(asyncio.to_thread(work))
        self._threads.add(task)
        task.add_done_callback(self._threads.discard)
        return await asyncio.shield(task)
