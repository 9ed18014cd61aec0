"""What was invoiced to customers, for their value and last deal."""

from __future__ import annotations

from crm_core.extensions import Deals, DealSource
from guanxi import fetch

_INVOICED = """
SELECT customer_id, sum(total - credited) FILTER (WHERE currency = $2)::bigint AS value, max(posted_on) AS last_on
FROM crm_receivables_invoice WHERE customer_id = ANY($1::bigint[]) AND state = 'posted' GROUP BY customer_id
"""


async def _load(customer_ids: list[int], currency: str) -> list[Deals]:
    rows = await fetch(_INVOICED, customer_ids, currency)
    return [Deals(row["customer_id"], row["value"] or 0, row["last_on"]) for row in rows]


DEALS = DealSource("crm_receivables.invoices", _load)
