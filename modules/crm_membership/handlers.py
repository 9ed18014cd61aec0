"""What happens to invoices, told inside its transaction: those of memberships are looked at once it is committed."""

from __future__ import annotations

from collections.abc import Sequence

from crm_membership.jobs import FOLLOW
from crm_receivables.events import InvoicesReopened, InvoicesSettled, InvoiceStandsAgain, InvoiceTakenBack
from guanxi import enqueue_many, fetch

_BUYERS = """
SELECT DISTINCT customer_id FROM crm_membership_membership WHERE invoice_id = ANY($1::bigint[]) ORDER BY customer_id
"""


async def _look(invoice_ids: Sequence[int]) -> None:
    rows = await fetch(_BUYERS, list(invoice_ids))
    await enqueue_many(FOLLOW, [{"customer_id": row["customer_id"]} for row in rows])


async def settled(event: InvoicesSettled | InvoicesReopened) -> None:
    await _look(event.invoice_ids)


async def turned(event: InvoiceTakenBack | InvoiceStandsAgain) -> None:
    await _look([event.invoice_id])
