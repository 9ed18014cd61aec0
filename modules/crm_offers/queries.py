"""Reading coupons and campaigns, and which of them a user may see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crm_core.services import visible_customers
from guanxi import count, current_company, elevated, fetch, fetch_row, where

_TERMS = (
    "c.id AS campaign_id, c.name, c.name_zh, c.state AS campaign_state, c.worth, c.currency, c.amount, c.percent,"
    " c.cap, c.gift, c.minimum_spend, c.stacking, c.per_customer, c.stock, c.issued, c.level_id,"
    " c.value_class_id, c.tag, c.valid_from AS first_day, c.valid_until AS last_day, c.public_code"
)
_COUPON = (
    f"SELECT k.id, k.code, k.code_hash, k.customer_id, k.state, k.valid_from, k.valid_until, k.held_by, k.held_until,"  # noqa: S608
    f" k.source, {_TERMS} FROM crm_offers_coupon k JOIN crm_offers_campaign c ON c.id = k.campaign_id"
)


def of_visible_customers() -> where.Condition:
    """Coupons of customers one may see, and those of nobody."""
    condition = visible_customers()
    if condition is where.ALWAYS:
        return condition
    return where.any_of(where.is_null("customer"), where.related("customer", condition))


def of_visible_coupons() -> where.Condition:
    condition = of_visible_customers()
    return condition if condition is where.ALWAYS else where.related("coupon", condition)


async def coupons_by_hash(hashes: Sequence[str]) -> list[Any]:
    return await fetch(f"{_COUPON} WHERE k.code_hash = ANY($1::text[])", list(hashes))


async def coupons_by_id(ids: Sequence[int]) -> list[Any]:
    return await fetch(f"{_COUPON} WHERE k.id = ANY($1::bigint[])", list(ids))


async def coupons_of(customer_id: int, limit: int) -> list[Any]:
    """Those that can still be used first, the sooner over the earlier."""
    return await fetch(
        f"{_COUPON} WHERE k.customer_id = $1"
        " ORDER BY k.state NOT IN ('issued', 'held'), k.valid_until NULLS LAST, k.id LIMIT $2",
        customer_id,
        limit,
    )


async def own_coupon(customer_id: int, coupon_id: int) -> Any:
    return await fetch_row(f"{_COUPON} WHERE k.customer_id = $1 AND k.id = $2", customer_id, coupon_id)


async def open_coupons(customer_id: int) -> int:
    row = await fetch_row(
        "SELECT count(*) AS n FROM crm_offers_coupon WHERE customer_id = $1 AND state IN ('issued', 'held')",
        customer_id,
    )
    return int(row["n"]) if row is not None else 0


async def public_campaigns(words: Sequence[str]) -> list[Any]:
    return await fetch(
        f"SELECT {_TERMS} FROM crm_offers_campaign c WHERE c.public_code = ANY($1::text[])",  # noqa: S608
        list(words),
    )


async def campaign(campaign_id: int) -> Any:
    return await fetch_row(f"SELECT {_TERMS} FROM crm_offers_campaign c WHERE c.id = $1", campaign_id)  # noqa: S608


async def open_campaigns() -> list[Any]:
    return await fetch(
        "SELECT id, name, name_zh FROM crm_offers_campaign WHERE state = 'open' ORDER BY name, id LIMIT 1000"
    )


async def coupon_by_source(source: str) -> Any:
    return await fetch_row("SELECT id, state FROM crm_offers_coupon WHERE source = $1", source)


async def held_or_free(campaign_id: int, customer_id: int | None, source: str, now: Any) -> int | None:
    """The coupon of a public code that the order holds already, else one that the customer has and has not used."""
    row = await fetch_row(
        "SELECT id FROM crm_offers_coupon WHERE campaign_id = $1 AND (state = 'held' AND held_by = $3"
        " OR customer_id = $2 AND state = 'issued' AND (valid_until IS NULL OR valid_until > $4))"
        " ORDER BY state <> 'held', id LIMIT 1",
        campaign_id,
        customer_id,
        source,
        now,
    )
    return None if row is None else int(row["id"])


async def had(customer_id: int, campaigns: Sequence[int]) -> dict[int, int]:
    """How many coupons of each campaign the customer has had; void ones do not count."""
    rows = await fetch(
        "SELECT campaign_id, count(*) AS n FROM crm_offers_coupon"
        " WHERE customer_id = $1 AND campaign_id = ANY($2::bigint[]) AND state <> 'void' GROUP BY 1",
        customer_id,
        list(campaigns),
    )
    return {row["campaign_id"]: row["n"] for row in rows}


async def redemption_by_source(source: str) -> Any:
    return await fetch_row(
        "SELECT id, codes, currency, amount, discount, at FROM crm_offers_redemption WHERE source = $1", source
    )


async def redeemed_lines(redemption_id: int) -> list[Any]:
    return await fetch(
        "SELECT k.code, k.customer_id, k.id AS coupon_id, c.name, c.name_zh, c.gift, e.discount FROM crm_offers_event e"
        " JOIN crm_offers_coupon k ON k.id = e.coupon_id JOIN crm_offers_campaign c ON c.id = k.campaign_id"
        " WHERE e.redemption_id = $1 AND e.kind = 'redeem' ORDER BY e.id",
        redemption_id,
    )


def customers_of(campaign: Any) -> where.Condition:
    """Which customers a campaign is for: those of its level, its value class and with its tag, and none archived."""
    parts = [where.eq("archived", False)]
    if campaign["level_id"] is not None:
        parts.append(where.eq("level", campaign["level_id"]))
    if campaign["value_class_id"] is not None:
        parts.append(where.eq("value_class", campaign["value_class_id"]))
    if campaign["tag"]:
        parts.append(where.has("tags", campaign["tag"]))
    return where.all_of(*parts)


def is_for_some(campaign: Any) -> bool:
    return campaign["level_id"] is not None or campaign["value_class_id"] is not None or bool(campaign["tag"])


async def is_for(campaign: Any, customer_id: int) -> bool:
    if not is_for_some(campaign):
        return True
    model = current_company().catalog.resources["crm_core/customers"].model
    with elevated():
        return bool(await count(model, where.all_of(where.eq("id", customer_id), customers_of(campaign)), cap=1))


_DIFFERENCES = """
SELECT c.id FROM crm_offers_campaign c
LEFT JOIN (SELECT campaign_id, count(*) AS n FROM crm_offers_coupon GROUP BY 1) k ON k.campaign_id = c.id
LEFT JOIN (SELECT campaign_id, sum(wanted - issued) AS n FROM crm_offers_batch WHERE wanted IS NOT NULL GROUP BY 1) b
    ON b.campaign_id = c.id
LEFT JOIN (SELECT campaign_id, count(*) FILTER (WHERE kind = 'redeem') - count(*) FILTER (WHERE kind = 'reverse') AS n,
    sum(discount) AS discount FROM crm_offers_event GROUP BY 1) e ON e.campaign_id = c.id
LEFT JOIN (SELECT campaign_id, sum(amount) AS ordered FROM (SELECT DISTINCT e.campaign_id, r.id, r.amount
    FROM crm_offers_event e JOIN crm_offers_redemption r ON r.id = e.redemption_id WHERE r.reversed_at IS NULL) x
    GROUP BY 1) r ON r.campaign_id = c.id
WHERE c.issued <> coalesce(k.n, 0) + coalesce(b.n, 0) OR c.redeemed <> coalesce(e.n, 0)
   OR c.discount <> coalesce(e.discount, 0) OR c.ordered <> coalesce(r.ordered, 0)
UNION
SELECT k.campaign_id FROM crm_offers_coupon k
LEFT JOIN (SELECT coupon_id, count(*) FILTER (WHERE kind = 'redeem') - count(*) FILTER (WHERE kind = 'reverse') AS n
    FROM crm_offers_event GROUP BY 1) e ON e.coupon_id = k.id
WHERE coalesce(e.n, 0) <> CASE k.state WHEN 'redeemed' THEN 1 ELSE 0 END
ORDER BY 1
"""


async def differences() -> list[int]:
    """Ids of campaigns whose figures are not what their events say. Empty, always."""
    return [row["id"] for row in await fetch(_DIFFERENCES)]
