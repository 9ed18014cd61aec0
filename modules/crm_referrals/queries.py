"""Reading referrals, and which of them a user may see."""

from __future__ import annotations

from typing import Any

from crm_core.services import of_visible_customers, scope_arguments, visible_customers_sql
from guanxi import fetch, fetch_row, where

_OF_CUSTOMER = f"""
SELECT r.id, r.created_at, r.state, r.why, r.referrer_points, r.referred_points, r.referrer_id = $1 AS given,
    v.name FROM crm_referrals_referral r
LEFT JOIN {visible_customers_sql(3)} v ON v.id = CASE WHEN r.referrer_id = $1 THEN r.referred_id ELSE r.referrer_id END
WHERE r.referrer_id = $1 OR r.referred_id = $1 ORDER BY r.referred_id = $1 DESC, r.id DESC LIMIT $2
"""  # noqa: S608
_GIVEN = """
SELECT id, referred_id, created_at, state, why, referrer_points FROM crm_referrals_referral
WHERE referrer_id = $1 ORDER BY id DESC LIMIT $2
"""
_SUMS = """
SELECT count(*) AS referrals, count(*) FILTER (WHERE state = 'rewarded') AS rewarded,
    coalesce(sum(referrer_points) FILTER (WHERE state = 'rewarded'), 0)::bigint AS points
FROM crm_referrals_referral WHERE referrer_id = $1
"""
_SIDES = "SELECT referrer_id, referred_id FROM crm_referrals_referral WHERE id = $1"


def visible_referrals() -> where.Condition:
    """Those whose both customers one may see: a name is never told past its customer's scope."""
    return where.all_of(of_visible_customers("referrer"), of_visible_customers("referred"))


async def of_customer(customer_id: int, limit: int) -> list[Any]:
    """Who recommended the customer first, then whom it recommended; `name` only where the user may see it."""
    return await fetch(_OF_CUSTOMER, customer_id, limit, *scope_arguments())


async def given(customer_id: int, limit: int) -> list[Any]:
    return await fetch(_GIVEN, customer_id, limit)


async def sums(customer_id: int) -> Any:
    return await fetch_row(_SUMS, customer_id)


async def is_referred(customer_id: int) -> bool:
    return await fetch_row("SELECT 1 FROM crm_referrals_referral WHERE referred_id = $1", customer_id) is not None


async def sides(referral_id: int) -> tuple[int, ...]:
    """Referrer and referred; empty where there is no such referral."""
    row = await fetch_row(_SIDES, referral_id)
    return () if row is None else (row["referrer_id"], row["referred_id"])
