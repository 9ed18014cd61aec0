"""What was charged on an invoice that was voided or credited in full may be charged again; what was charged on one that
stands again was charged."""

from __future__ import annotations

import asyncpg

from crm_collection import locks
from crm_collection.scope import today
from crm_receivables.events import InvoiceStandsAgain, InvoiceTakenBack
from guanxi import Conflict, _, execute


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
