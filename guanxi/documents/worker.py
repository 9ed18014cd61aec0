"""One child process seen from the server."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

import msgspec

from guanxi.documents.errors import PrinterUnavailable
from guanxi.documents.messages import HEADER, MAX_FRAME, Reply

START_SECONDS = 60.0
ROOT = Path(__file__).resolve().parents[2]
PASSED_ON = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH")
"""Fonts, libraries and their caches are found by these; nothing else of the environment is for a child."""


class WorkerDied(Exception):
    """The child ended, or answered nonsense, in place of a reply."""


class Worker:
    def __init__(self, process: Process) -> None:
        self._process = process
        self.jobs = 0

    @classmethod
    async def start(cls, folder: str, memory_mb: int, seconds: float) -> Worker:
        """A child that is ready for work. Raises PrinterUnavailable."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", "guanxi.documents.child", str(memory_mb), str(seconds)),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(START_SECONDS):
                hello = await worker._read()
            if hello.failure:
                raise PrinterUnavailable() from OSError(hello.detail)
        except (WorkerDied, TimeoutError) as error:
            worker.kill()
            raise PrinterUnavailable() from error
        except BaseException:
            worker.kill()
            raise
        return worker

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    @property
    def pid(self) -> int:
        return self._process.pid

    async def ask(self, payload: bytes) -> Reply:
        """Send a request and wait for its reply; whoever gives up waiting must kill the worker."""
        assert self._process.stdin is not None
        self.jobs += 1
        try:
            self._process.stdin.write(HEADER.pack(len(payload)) + payload)
            await self._process.stdin.drain()
        except (OSError, RuntimeError) as error:
            raise WorkerDied from error
        return await self._read()

    async def _read(self) -> Reply:
        assert self._process.stdout is not None
        try:
            (size,) = HEADER.unpack(await self._process.stdout.readexactly(HEADER.size))
            if size > MAX_FRAME:
                raise WorkerDied
            return msgspec.msgpack.decode(await self._process.stdout.readexactly(size), type=Reply)
        except (asyncio.IncompleteReadError, OSError, msgspec.MsgspecError) as error:
            raise WorkerDied from error

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def wait(self) -> None:
        await self._process.wait()


def _environment(folder: str) -> dict[str, str]:
    """Fixed where Python or a library would let it show in the bytes."""
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    fixed = {
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "315532800",  # 1980-01-01
        "TMPDIR": folder,
        "TZ": "UTC",
    }
    return kept | fixed
