"""Invoices of what contracts have due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from crm_contracts.services import DueCharge, Invoicing, PeriodCharge, take_due_charges
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices, today
from crm_receivables.settings import ReceivablesSettings
from guanxi import included_tax, settings_of

BATCH = 5000
"""charges taken in one transaction"""


async def bill_batch(limit: int = BATCH) -> int | None:
    """Take due charges and post their invoices, in the caller's transaction; how many. None: nothing is due.

    A contract has one invoice, or all of a customer's contracts that want it so have one for each currency. What one
    batch cannot hold, and what comes due later, has another. Charges of nothing are on none.
    """
    day = today()
    due = await take_due_charges(day, limit)
    if not due:
        return None
    due_on = day + timedelta(days=settings_of(ReceivablesSettings).term_days)
    invoices = [invoice for group in _groups(due) if (invoice := _invoice(group, day, due_on)).lines]
    await post_invoices(invoices)
    return len(invoices)


def _groups(due: Iterable[DueCharge]) -> list[list[DueCharge]]:
    """What one invoice is for, in the order of contracts."""
    found: dict[tuple[str, int, str], list[DueCharge]] = {}
    for each in due:
        whom = each.customer_id if each.invoicing == Invoicing.CUSTOMER else each.contract_id
        found.setdefault((each.invoicing.value, whom, each.currency), []).append(each)
    return list(found.values())


def _invoice(group: Sequence[DueCharge], day: date, due_on: date) -> NewInvoice:
    charged = [each for each in group if any(charge.amount for charge in each.charges)]
    several = len(charged) > 1
    lines = tuple(
        _line(charge, each.contract_number if several else "")
        for each in charged
        for charge in each.charges
        if charge.amount
    )
    return NewInvoice(
        customer_id=group[0].customer_id,
        contract_id=charged[0].contract_id if len(charged) == 1 else None,
        currency=group[0].currency,
        posted_on=day,
        lines=lines,
        installments=(NewInstallment(due_on=due_on, amount=sum(line.amount for line in lines)),),
    )


def _line(charge: PeriodCharge, contract: str) -> NewLine:
    used = "" if charge.quantity is None else f"({f'{charge.quantity.normalize():f} {charge.unit}'.strip()})"
    parts = (contract, charge.description, f"{charge.period_start} – {charge.period_end}", used)
    return NewLine(
        description=" ".join(part for part in parts if part)[:300].strip(),
        amount=charge.amount,
        tax=included_tax(charge.amount, charge.tax_rate),
        tax_rate=charge.tax_rate,
        contract_line_id=charge.contract_line_id,
        period_start=charge.period_start,
        period_end=charge.period_end,
    )
