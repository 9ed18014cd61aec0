"""Invoices of what contracts have due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import date, timedelta

from crm_contracts.services import DueCharge, Invoicing, PeriodCharge, take_due_charges
from crm_receivables.amounts import MAX_LINES, line_taxes
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.settings import ReceivablesSettings
from guanxi import settings_of, today

BATCH = 5000
"""charges taken in one transaction"""
_ALONE = nullcontext()


async def bill_batch(limit: int = BATCH, *, taking: AbstractAsyncContextManager[object] = _ALONE) -> int | None:
    """Take due charges and post their invoices, in the caller's transaction; how many. None: nothing is due.

    A contract has one invoice, or all of a customer's contracts that want it so have one for each currency. What one
    batch or one paper cannot hold, and what comes due later, has another. Charges of nothing are on none.
    `taking` is held while charges are taken, so that of batches at once no two get lines of one invoice.
    """
    day = today()
    async with taking:
        due = await take_due_charges(day, limit)
    if not due:
        return None
    due_on = day + timedelta(days=settings_of(ReceivablesSettings).term_days)
    invoices = [invoice for group in _groups(due) for invoice in _invoices(group, day, due_on)]
    await post_invoices(invoices)
    return len(invoices)


def _groups(due: Iterable[DueCharge]) -> list[list[DueCharge]]:
    """What one invoice is for, in the order of contracts."""
    found: dict[tuple[str, int, str], list[DueCharge]] = {}
    for each in due:
        whom = each.customer_id if each.invoicing == Invoicing.CUSTOMER else each.contract_id
        found.setdefault((each.invoicing.value, whom, each.currency), []).append(each)
    return list(found.values())


def _invoices(group: Sequence[DueCharge], day: date, due_on: date) -> Iterator[NewInvoice]:
    """One, or several where it would be too long to print; none where all of it costs nothing."""
    charged = [(each, charge) for each in group for charge in each.charges if charge.amount]
    several = len({each.contract_id for each, _charge in charged}) > 1
    for start in range(0, len(charged), MAX_LINES):
        part = charged[start : start + MAX_LINES]
        taxes = line_taxes((charge.amount, charge.tax_rate) for _each, charge in part)
        lines = tuple(
            _line(charge, tax, each.contract_number if several else "")
            for (each, charge), tax in zip(part, taxes, strict=True)
        )
        yield NewInvoice(
            customer_id=group[0].customer_id,
            contract_id=None if several else part[0][0].contract_id,
            currency=group[0].currency,
            posted_on=day,
            lines=lines,
            installments=(NewInstallment(due_on=due_on, amount=sum(line.amount for line in lines)),),
        )


def _line(charge: PeriodCharge, tax: int, contract: str) -> NewLine:
    used = "" if charge.quantity is None else f"({f'{charge.quantity.normalize():f} {charge.unit}'.strip()})"
    parts = (contract, charge.description, f"{charge.period_start} – {charge.period_end}", used)
    return NewLine(
        description=" ".join(part for part in parts if part)[:300].strip(),
        amount=charge.amount,
        tax=tax,
        tax_rate=charge.tax_rate,
        contract_line_id=charge.contract_line_id,
        period_start=charge.period_start,
        period_end=charge.period_end,
    )
