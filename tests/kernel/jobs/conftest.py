from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

from guanxi.context import Company, use_company
from guanxi.db import close_context
from guanxi.jobs import serve_jobs
from tests.kernel.jobs.support import make_tables, open_company

StartWorker = Callable[..., "asyncio.Task[None]"]


@pytest.fixture
async def opened(database: str) -> AsyncIterator[Company]:
    """A company with the tables of jobs."""
    company = await open_company(database)
    await make_tables(company)
    yield company
    await close_context(company.tortoise)


@pytest.fixture
def company(opened: Company) -> Iterator[Company]:
    """The same, and the test works in it."""
    with use_company(opened):
        yield opened


@pytest.fixture
async def start_worker(opened: Company) -> AsyncIterator[StartWorker]:
    """Starts a worker for the company in this process; all of them are stopped in the end."""
    stop = asyncio.Event()
    workers: list[asyncio.Task[None]] = []

    async def companies() -> list[Company]:
        return [opened]

    def start(**options: Any) -> asyncio.Task[None]:
        settings = {"poll_seconds": 0.05, "lease_seconds": 1.0, "grace_seconds": 0.0, "stop": stop}
        worker = asyncio.create_task(serve_jobs(companies, **{**settings, **options}))
        workers.append(worker)
        return worker

    yield start
    stop.set()
    await asyncio.gather(*workers)
