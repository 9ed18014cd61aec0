"""What a job's handler gets: its payload, its progress, and steps where one transaction would be too long."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from guanxi.db import in_transaction, transaction
from guanxi.jobs.claims import Claim, complete, save_progress


@dataclass(slots=True)
class Step:
    """What a step will save; may be changed inside it."""

    done: int
    total: int | None
    cursor: Any


class Run:
    """One try of a job. `cursor` is what the last step that was committed saved, also by an earlier try."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim
        self._result: dict[str, Any] | None = None
        self.id = claim.id
        self.payload: dict[str, Any] = claim.payload
        self.tries = claim.tries
        self.done = claim.done
        self.total = claim.total
        self.cursor: Any = claim.cursor
        self.completing = False
        """set with the last statement of the try: only the commit is missing"""

    @asynccontextmanager
    async def step(
        self, *, done: int | None = None, total: int | None = None, cursor: Any = None
    ) -> AsyncIterator[Step]:
        """One transaction of a job with `steps=True`, committed together with its progress.

        `done` counts all units done so far including this step, `cursor` is JSON and says where to go on;
        what is left out stays as it was. Inside, `async with run.step() as step:`, they may be set too. Of steps
        that run at once each adds to `done` what it did.
        Raises LeaseLost at its end, and rolls back, where another worker has taken the job over.
        """
        if not self._claim.job.steps:
            raise RuntimeError(f"{self._claim.job.name} is not declared with steps=True")
        if in_transaction():
            raise RuntimeError("a step cannot be inside a transaction")
        before = self.done
        step = Step(
            before if done is None else done,
            self.total if total is None else total,
            self.cursor if cursor is None else cursor,
        )
        async with transaction():
            yield step
            await save_progress(self._claim, step.done - before, step.total, step.cursor)
        self.done += step.done - before
        self.total, self.cursor = step.total, step.cursor

    def set_total(self, total: int) -> None:
        """How many units there are; saved with the next step or the end."""
        self.total = total

    def set_result(self, result: Mapping[str, Any]) -> None:
        """What people see of a job that is done; JSON."""
        self._result = dict(result)

    async def complete(self) -> None:
        """For the worker only."""
        await complete(self._claim, self.done, self.total, self._result)
        self.completing = True
