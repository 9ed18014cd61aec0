"""Workers in processes of their own."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from guanxi.context import Company
from guanxi.db import fetch
from guanxi.jobs import enqueue, enqueue_many
from tests.kernel.jobs.support import SLOW, WRITE, notes, row, until, until_notes
from tests.kernel.jobs.worker_process import CRASH

ROOT = Path(__file__).parents[3]
Spawn = Callable[[], Awaitable[Process]]


@pytest.fixture
async def spawn(company: Company) -> AsyncIterator[Spawn]:
    processes: list[Process] = []

    async def start() -> Process:
        command = [sys.executable, "-m", "tests.kernel.jobs.worker_process", company.database_url]
        process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
        processes.append(process)
        return process

    yield start
    for process in processes:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_two_processes_run_each_job_once(company: Company, spawn: Spawn) -> None:
    for _ in range(2):
        await spawn()
    await enqueue_many(WRITE, [{"note": str(n)} for n in range(300)])
    found = await until_notes(300, 30)
    await asyncio.sleep(0.3)
    assert sorted(found, key=int) == sorted(await notes(), key=int) == [str(n) for n in range(300)]
    states = await fetch("SELECT DISTINCT state, tries FROM guanxi_job")
    assert [(str(found["state"]), found["tries"]) for found in states] == [("done", 1)]


async def test_steps_go_on_at_the_cursor_after_a_kill(company: Company, spawn: Spawn) -> None:
    id = await enqueue(CRASH)
    first = await spawn()
    async with asyncio.timeout(20):
        assert await first.wait() == -signal.SIGKILL
    assert (await row(id))["cursor"] == 2
    await spawn()
    await until(id, "done", 20)
    assert await notes() == ["page 0 try 1", "page 1 try 1", "page 2 try 2", "page 3 try 2"]
    assert (await row(id))["tries"] == 2


async def test_sigterm_gives_running_jobs_back(company: Company, spawn: Spawn) -> None:
    id = await enqueue(SLOW, {"seconds": 60})
    process = await spawn()
    await until(id, "running", 20)
    process.terminate()
    async with asyncio.timeout(10):
        assert await process.wait() == 0
    returned = await row(id)
    assert (str(returned["state"]), returned["tries"], returned["lease"]) == ("waiting", 0, None)
    assert await notes() == []
