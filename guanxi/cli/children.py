"""Child processes of the supervisor: started with a pipe, restarted when they die, stopped together."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from guanxi.cli.control import GRACE
from guanxi.settings import ROOT

FIRST_BACKOFF, LONGEST_BACKOFF = 0.2, 10.0
"""Seconds between the death of a child and its next start; doubled each time."""
STABLE = 30.0
"""Seconds after which a child counts as healthy, so that its backoff starts afresh."""


class Child:
    """`python server.py <command> --orders FD --reports FD`, in a process group of its own."""

    def __init__(self, name: str, command: Iterable[str], metrics: Path, pass_fds: tuple[int, ...] = ()) -> None:
        self.name = name
        self._environment = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(metrics)}
        self._command = (sys.executable, str(ROOT / "server.py"), *command)
        self._pass_fds = pass_fds
        self._orders: int | None = None
        self._reports: int | None = None
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts the process, which imports its code and then waits for `give()`."""
        theirs, self._orders = os.pipe()
        self._reports, their_reports = os.pipe()
        try:
            self.process = await asyncio.create_subprocess_exec(
                *self._command,
                *("--orders", str(theirs), "--reports", str(their_reports)),
                pass_fds=(theirs, their_reports, *self._pass_fds),
                stdin=asyncio.subprocess.DEVNULL,
                env=self._environment,
                start_new_session=True,
            )
        finally:
            os.close(theirs)
            os.close(their_reports)

    def give(self, orders: Mapping[str, Any]) -> None:
        assert self._orders is not None
        with suppress(BrokenPipeError):  # it died meanwhile; whoever waits for it sees that
            os.write(self._orders, json.dumps(orders).encode() + b"\n")

    async def report(self) -> dict[str, Any] | None:
        """What the child tells; None where it ended without a word."""
        assert self._reports is not None
        with os.fdopen(self._reports, "rb", closefd=False) as pipe:
            line = await asyncio.to_thread(pipe.readline)
        return json.loads(line) if line else None

    async def wait(self) -> int:
        assert self.process is not None
        code = await self.process.wait()
        for descriptor in (self._orders, self._reports):
            if descriptor is not None:
                os.close(descriptor)
        self._orders = self._reports = None
        return code

    def send(self, number: signal.Signals) -> None:
        """To the process itself, or for SIGKILL to all that it started."""
        if self.process is None or self.process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            if number is signal.SIGKILL:
                os.killpg(self.process.pid, number)
            else:
                os.kill(self.process.pid, number)


class Keeper:
    """Keeps one child running until `stop()`."""

    def __init__(self, child: Child, orders: Mapping[str, Any]) -> None:
        self.child = child
        self.orders = orders
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def keep(self, *, running: bool) -> None:
        """Starts to keep it; `running` says that the process was started before."""
        self._task = asyncio.create_task(self._keep(running))

    async def _keep(self, running: bool) -> None:
        backoff = FIRST_BACKOFF
        while not self._stopping.is_set():
            if not running:
                await self.child.start()
                self.child.give(self.orders)
            running = False
            started = time.monotonic()
            code = await self.child.wait()
            if self._stopping.is_set():
                return
            backoff = FIRST_BACKOFF if time.monotonic() - started > STABLE else backoff
            say(f"{self.child.name} ended ({_ending(code)}); starting it again in {backoff:g} s")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), backoff)
            backoff = min(backoff * 2, LONGEST_BACKOFF)

    async def stop(self) -> None:
        """SIGTERM, then after a while SIGKILL to its whole group."""
        self._stopping.set()
        if self._task is None:
            return
        self.child.send(signal.SIGTERM)
        try:
            await asyncio.wait_for(asyncio.shield(self._task), GRACE)
        except TimeoutError:
            say(f"{self.child.name} does not stop; it is killed")
            self.child.send(signal.SIGKILL)
            await self._task


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def say(text: str) -> None:
    """The supervisor's own words; it has nothing else to log."""
    print(f"guanxi: {text}", file=sys.stderr, flush=True)
