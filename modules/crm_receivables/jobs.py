"""Background work: billing what contracts charge, and marking what has become overdue."""

from __future__ import annotations

from crm_receivables import queries
from crm_receivables.billing import bill_batch
from crm_receivables.posting import today
from guanxi import Job, Run, _, clock, execute


async def bill_contracts(run: Run) -> None:
    """Exactly once for each line and period: a step's charges, invoices and progress commit together."""
    while True:
        async with run.step() as step:
            made = await bill_batch()
            step.done += made or 0
        if made is None:
            break
    run.set_result({"invoices": run.done})


async def mark_overdue(run: Run) -> None:
    await execute(queries.MARK_OVERDUE, today(), clock.now())


BILL_CONTRACTS = Job(name="crm_receivables.bill_contracts", title=_("Bill contracts"), run=bill_contracts, steps=True)
MARK_OVERDUE = Job(name="crm_receivables.mark_overdue", title=_("Mark overdue invoices"), run=mark_overdue)
