"""What pages read of a customer's memberships, and of what is for sale."""

from __future__ import annotations

from typing import Any

from crm_loyalty.services import TierInfo, all_tiers
from guanxi import fetch

_OF_CUSTOMER = """
SELECT m.*, p.name, p.name_zh FROM crm_membership_membership m JOIN crm_membership_plan p ON p.id = m.plan_id
WHERE m.customer_id = $1 ORDER BY m.state = 'active' DESC, m.id DESC LIMIT $2
"""
_ON_SALE = "SELECT * FROM crm_membership_plan WHERE active AND in_portal ORDER BY months, id LIMIT 500"


async def of_customer(customer_id: int, limit: int) -> list[Any]:
    """Those that run or are to run, then the latest."""
    return await fetch(_OF_CUSTOMER, customer_id, limit)


async def on_sale() -> list[tuple[Any, TierInfo]]:
    """Plans with their tiers, the lowest tier first."""
    tiers = {tier.id: tier for tier in await all_tiers()}
    found = [(row, tiers[row["tier_id"]]) for row in await fetch(_ON_SALE)]
    return sorted(found, key=lambda each: each[1].threshold)
