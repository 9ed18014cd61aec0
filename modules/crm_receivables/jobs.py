"""Background work: billing what contracts charge, and marking what has become overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from crm_contracts.services import DueCharge, take_due_charges
from crm_receivables import queries
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices, today
from crm_receivables.settings import ReceivablesSettings
from guanxi import Job, Run, _, clock, execute, included_tax, settings_of

BATCH = 1000
"""charges taken in one transaction"""


async def bill_batch(limit: int = BATCH) -> int:
    """Take due charges and post an invoice for each contract, in the caller's transaction; how many invoices."""
    day = today()
    due = await take_due_charges(day, limit)
    if due:
        await post_invoices(_invoices(due, day))
    return len(due)


def _invoices(due: Sequence[DueCharge], day: date) -> list[NewInvoice]:
    settings = settings_of(ReceivablesSettings)
    assert isinstance(settings, ReceivablesSettings)
    due_on = day + timedelta(days=settings.term_days)
    return [_invoice(each, day, due_on) for each in due]


def _invoice(due: DueCharge, day: date, due_on: date) -> NewInvoice:
    lines = tuple(
        NewLine(
            description=f"{charge.description} {charge.period_start} – {charge.period_end}"[:300].strip(),
            amount=charge.amount,
            tax=included_tax(charge.amount, charge.tax_rate),
            tax_rate=charge.tax_rate,
            contract_line_id=charge.contract_line_id,
            period_start=charge.period_start,
            period_end=charge.period_end,
        )
        for charge in due.charges
    )
    total = sum(line.amount for line in lines)
    return NewInvoice(
        customer_id=due.customer_id,
        contract_id=due.contract_id,
        currency=due.currency,
        posted_on=day,
        lines=lines,
        installments=(NewInstallment(due_on=due_on, amount=total),) if total else (),
    )


async def bill_contracts(run: Run) -> None:
    """Exactly once for each line and period: a step's charges, invoices and progress commit together."""
    while True:
        async with run.step() as step:
            made = await bill_batch()
            step.done += made
        if not made:
            break
    run.set_result({"invoices": run.done})


async def mark_overdue(run: Run) -> None:
    await execute(queries.MARK_OVERDUE, today(), clock.now())


BILL_CONTRACTS = Job(name="crm_receivables.bill_contracts", title=_("Bill contracts"), run=bill_contracts, steps=True)
MARK_OVERDUE = Job(name="crm_receivables.mark_overdue", title=_("Mark overdue invoices"), run=mark_overdue)
