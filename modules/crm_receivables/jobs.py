"""Background work: billing what contracts charge, and marking what has become overdue."""

from __future__ import annotations

import asyncio

from crm_receivables import queries
from crm_receivables.billing import bill_batch
from guanxi import Job, Run, _, clock, execute, today

_LANES = 2
"""One finds what is due while the other one, which has the numbers, books."""


async def bill_contracts(run: Run) -> None:
    """Exactly once for each line and period: a step's charges, invoices and progress commit together."""
    taking = asyncio.Lock()
    lanes = await asyncio.gather(*(_bill(run, taking) for _n in range(_LANES)), return_exceptions=True)
    for error in lanes:
        if error is not None:
            raise error
    run.set_result({"invoices": run.done})


async def _bill(run: Run, taking: asyncio.Lock) -> None:
    made: int | None = 0
    while made is not None:
        async with run.step() as step:
            made = await bill_batch(taking=taking)
            step.done += made or 0


async def mark_overdue(run: Run) -> None:
    await execute(queries.MARK_OVERDUE, today(), clock.now())


BILL_CONTRACTS = Job(name="crm_receivables.bill_contracts", title=_("Bill contracts"), run=bill_contracts, steps=True)
MARK_OVERDUE = Job(name="crm_receivables.mark_overdue", title=_("Mark overdue invoices"), run=mark_overdue)
