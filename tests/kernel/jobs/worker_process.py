"""One worker in a process of its own: `python -m tests.kernel.jobs.worker_process <database url>`.

The job `shop.crash` kills its process on its first try, between its second and third step.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys

from guanxi.context import Company
from guanxi.jobs import Run, serve_jobs
from tests.kernel.jobs.support import SLOW, WRITE, catalog, job, note, open_company


async def crash(run: Run) -> None:
    for page in range(run.cursor or 0, 4):
        async with run.step(done=page + 1, total=4, cursor=page + 1):
            await note(f"page {page} try {run.tries}", run)
            if page == 2 and run.tries == 1:
                os.kill(os.getpid(), signal.SIGKILL)


CRASH = job("crash", crash, steps=True)


async def main(url: str) -> None:
    company = await open_company(url)
    company.catalog = catalog(WRITE, SLOW, CRASH)

    async def companies() -> list[Company]:
        return [company]

    await serve_jobs(companies, poll_seconds=0.1, lease_seconds=1.0, grace_seconds=0.5)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
