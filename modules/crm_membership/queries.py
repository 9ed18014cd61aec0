"""What pages read of a customer's memberships."""

from __future__ import annotations

from typing import Any

from guanxi import fetch

_OF_CUSTOMER = """
SELECT m.*, p.name, p.name_zh, i.number, i.currency, i.outstanding FROM crm_membership_membership m
JOIN crm_membership_plan p ON p.id = m.plan_id JOIN crm_receivables_invoice i ON i.id = m.invoice_id
WHERE m.customer_id = $1 ORDER BY m.id DESC LIMIT $2
"""
_ON_SALE = """
SELECT p.*, t.name AS tier_name, t.name_zh AS tier_zh, t.threshold FROM crm_membership_plan p
JOIN crm_loyalty_tier t ON t.id = p.tier_id
WHERE p.active AND p.in_portal ORDER BY t.threshold, p.months, p.id LIMIT 50
"""


async def of_customer(customer_id: int, limit: int) -> list[Any]:
    """The latest first."""
    return await fetch(_OF_CUSTOMER, customer_id, limit)


async def on_sale() -> list[Any]:
    return await fetch(_ON_SALE)
