"""Children that die, hang, grow or are given up on never harm the next job."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from guanxi.documents import (
    DocumentRefused,
    DocumentTimeout,
    DocumentTooLarge,
    PdfPool,
    PrinterUnavailable,
    close_process_pool,
    process_pool,
    render_pdf,
)
from guanxi.errors import Busy

from .samples import small

ENDLESS = "{% for a in many %}" * 6 + "{% endfor %}" * 6
MANY = {"many": list(range(100))}


@asynccontextmanager
async def open_pool(**options: Any) -> AsyncIterator[PdfPool]:
    pool = PdfPool(**options)
    try:
        yield pool
    finally:
        await pool.close()


def pids(pool: PdfPool) -> list[int]:
    return [worker.pid for worker in pool._workers]


def text_of(pdf: bytes) -> str:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text()


async def working_pid(pool: PdfPool) -> int:
    """The child that has been given a job; waits for its start."""
    for _ in range(1000):
        if any(worker.jobs for worker in pool._workers):
            return pids(pool)[0]
        await asyncio.sleep(0.02)
    raise AssertionError("no child has started")


async def gone(pid: int) -> bool:
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists() or "zombie" in Path(f"/proc/{pid}/status").read_text():
            return True
        await asyncio.sleep(0.05)
    return False


async def test_child_stays_warm_and_is_replaced_after_its_jobs() -> None:
    async with open_pool(jobs_per_child=2) as pool:
        assert pids(pool) == []
        await pool.render(small())
        (first,) = pids(pool)
        await pool.render(small())
        assert pids(pool) == [] and await gone(first)
        await pool.render(small())
        assert pids(pool) not in ([], [first])


async def test_child_ends_when_idle() -> None:
    async with open_pool(idle_seconds=0.1) as pool:
        await pool.render(small())
        (pid,) = pids(pool)
        assert await gone(pid)
        assert pids(pool) == []
        assert (await pool.render(small())).startswith(b"%PDF")


async def test_timeout_kills_the_child_and_the_next_job_prints() -> None:
    async with open_pool(timeout=1.0) as pool:
        await pool.render(small())
        (pid,) = pids(pool)
        with pytest.raises(DocumentTimeout) as caught:
            await pool.render(small(ENDLESS, data=MANY))
        assert (caught.value.status, caught.value.code) == (422, "document_timeout")
        assert await gone(pid)
        assert (await pool.render(small())).startswith(b"%PDF")


async def test_cancelled_job_never_answers_the_next_one() -> None:
    async with open_pool() as pool:
        await pool.render(small())
        for delay in (0.0, 0.005, 0.02, 0.05):
            task = asyncio.create_task(pool.render(small("<p>Former {% for a in many %}x {% endfor %}", data=MANY)))
            await asyncio.sleep(delay)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert "Latter" in text_of(await pool.render(small("<p>Latter")))


async def test_child_killed_while_idle_is_not_noticed() -> None:
    async with open_pool() as pool:
        await pool.render(small())
        (pid,) = pids(pool)
        os.kill(pid, signal.SIGKILL)
        assert (await pool.render(small())).startswith(b"%PDF")


async def test_child_killed_at_work_refuses_the_document() -> None:
    async with open_pool() as pool:
        task = asyncio.create_task(pool.render(small(ENDLESS, data=MANY)))
        os.kill(await working_pid(pool), signal.SIGKILL)
        with pytest.raises(DocumentRefused) as caught:
            await task
        assert caught.value.reason == "crashed"
        assert (await pool.render(small())).startswith(b"%PDF")


async def test_too_much_memory_is_an_error_of_the_document() -> None:
    doubling = "{% set s = namespace(t='xxxxxxxx') %}" + "{% set s.t = s.t ~ s.t %}" * 40
    async with open_pool() as pool:
        with pytest.raises(DocumentTooLarge) as caught:
            await pool.render(small(doubling))
        assert (caught.value.status, caught.value.reason) == (413, "memory")
        assert pids(pool) == []
        assert (await pool.render(small())).startswith(b"%PDF")


async def test_waiting_jobs_are_bounded_and_served_in_order() -> None:
    order: list[int] = []

    async def render(pool: PdfPool, number: int) -> None:
        await pool.render(small())
        order.append(number)

    async with open_pool(max_waiting=3) as pool:
        tasks = [asyncio.create_task(render(pool, number)) for number in range(4)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await pool.render(small())
        await asyncio.gather(*tasks)
        assert order == [0, 1, 2, 3]
        assert len(pids(pool)) == 1


async def test_closed_pool_prints_nothing_and_leaves_nobody() -> None:
    pool = PdfPool()
    at_work = asyncio.create_task(pool.render(small(ENDLESS, data=MANY)))
    waiting = asyncio.create_task(pool.render(small()))
    pid = await working_pid(pool)
    await pool.close()
    for task in (at_work, waiting):
        with pytest.raises(PrinterUnavailable):
            await task
    with pytest.raises(PrinterUnavailable):
        await pool.render(small())
    assert await gone(pid)


async def test_child_has_no_secrets_and_an_empty_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://guanxi:secret@localhost/guanxi")
    async with open_pool() as pool:
        await pool.render(small())
        (pid,) = pids(pool)
        environment = Path(f"/proc/{pid}/environ").read_text()
        assert "secret" not in environment and "LC_ALL=C.UTF-8" in environment
        assert list(Path(f"/proc/{pid}/cwd").resolve().iterdir()) == []
        assert os.getpriority(os.PRIO_PROCESS, pid) > os.getpriority(os.PRIO_PROCESS, 0)


async def test_child_dies_with_its_parent() -> None:
    script = (
        "import asyncio, os, signal\n"
        "from guanxi.documents import PdfPool\n"
        "from documents.samples import small\n"
        "async def main():\n"
        "    pool = PdfPool()\n"
        "    await pool.render(small())\n"
        "    print([worker.pid for worker in pool._workers][0], flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    folder = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": f"{folder}:{folder.parents[1]}"}
    process = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", script], env=environment, capture_output=True, text=True
    )
    assert process.returncode == -signal.SIGKILL, process.stderr
    assert await gone(int(process.stdout))


async def test_pool_of_the_process_is_one_and_can_be_made_again() -> None:
    pool = process_pool()
    assert (await render_pdf(small())).startswith(b"%PDF")
    assert process_pool() is pool and len(pids(pool)) == 1
    await close_process_pool()
    assert pids(pool) == []
    assert (await render_pdf(small())).startswith(b"%PDF")
    await close_process_pool()
