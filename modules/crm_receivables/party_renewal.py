"""Names and addresses of a posted invoice put right."""

from __future__ import annotations

import msgspec

from crm_receivables import queries
from crm_receivables.models import Invoice
from crm_receivables.parties import seller_now
from crm_receivables.posting import RESOURCE
from guanxi import Conflict, _, audit, clock, fetch_row, transaction


async def renew_parties(invoice: Invoice, reason: str) -> None:
    """Names and addresses of today on a posted invoice, on somebody's word. Raises Conflict if it is not posted."""
    async with transaction():
        row = await fetch_row(queries.RENEW_PARTIES, invoice.id, msgspec.to_builtins(seller_now()), clock.now())
        if row is None:
            raise Conflict(_("The invoice is not posted."))
        before, after = invoice.parties or {}, row["parties"]
        await audit("renew_parties", RESOURCE, invoice.id, before=before, after=after, reason=reason)
