"""Invoices that are voided or credited in full: what they charged may be charged again, until they stand again; what
was charged because of them is named before."""

from __future__ import annotations

import asyncpg

from crm_collection import locks
from crm_receivables.events import InvoiceStandsAgain, InvoiceTakenBack
from crm_receivables.extensions import Leftover
from crm_receivables.services import billed_items_sql
from guanxi import Conflict, Text, _, execute, fetch, show_money, today

_BECAUSE_OF = f"""
SELECT late.invoice_number, g.currency, sum(g.amount)::bigint AS amount, count(*)::int AS lines
FROM {billed_items_sql()} o JOIN crm_collection_charge g ON g.installment_id = o.installment_id
JOIN {billed_items_sql()} late ON late.invoice_id = g.invoice_id
WHERE o.invoice_id = $1 AND g.released_on IS NULL
GROUP BY late.invoice_id, late.invoice_number, g.currency ORDER BY late.invoice_id
"""  # noqa: S608
"""Invoices over late interest have one installment each."""


async def release(event: InvoiceTakenBack) -> None:
    await execute(locks.RELEASE_CHARGES, event.invoice_id, today())


async def claim(event: InvoiceStandsAgain) -> None:
    """Raises Conflict where days or fees of it were charged again: the database refuses them twice."""
    try:
        await execute(locks.RELEASE_CHARGES, event.invoice_id, None)
    except (asyncpg.ExclusionViolationError, asyncpg.UniqueViolationError) as error:
        raise Conflict(
            _("What this invoice charged was charged again since. Void or credit the other invoice first.")
        ) from error


async def charged_because_of(invoice_id: int) -> list[tuple[Text, int]]:
    """Invoices over late interest and fees of this one, each with its lines for it."""
    return [
        (
            _(
                "{number}: late interest and fees of {amount} on this invoice; lines",
                number=row["invoice_number"],
                amount=show_money(row["amount"], row["currency"]),
            ),
            row["lines"],
        )
        for row in await fetch(_BECAUSE_OF, invoice_id)
    ]


LEFTOVER = Leftover(name="late_interest", of=charged_because_of)
