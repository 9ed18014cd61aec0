"""What customers signed, for their value and last deal."""

from __future__ import annotations

from crm_core.extensions import Deals, DealSource
from guanxi import fetch

_SIGNED = """
SELECT customer_id, sum(total) FILTER (WHERE currency = $2)::bigint AS value, max(signed_on) AS last_on
FROM crm_contracts_contract WHERE customer_id = ANY($1::bigint[]) AND signed_on IS NOT NULL GROUP BY customer_id
"""


async def _load(customer_ids: list[int], currency: str) -> list[Deals]:
    rows = await fetch(_SIGNED, customer_ids, currency)
    return [Deals(row["customer_id"], row["value"] or 0, row["last_on"]) for row in rows]


async def _load_days(customer_ids: list[int], currency: str) -> list[Deals]:
    return [deals._replace(value=0) for deals in await _load(customer_ids, currency)]


DEALS = DealSource("crm_contracts.contracts", _load)
DAYS = DealSource("crm_contracts.days", _load_days)
"""where invoices tell the value: a signed contract would count twice"""
