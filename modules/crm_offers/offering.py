"""From codes that somebody names to coupons and their terms, and why one cannot be used whatever the order is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from crm_offers import ledger, queries
from crm_offers.choices import CampaignState, CouponState, Reason, Stacking, Worth
from crm_offers.codes import hash_of, plain
from crm_offers.errors import REFUSED
from crm_offers.quoting import Offered, Terms
from guanxi import clock, current_company, current_locale

_ENDED = {CouponState.REDEEMED: Reason.REDEEMED, CouponState.VOID: Reason.VOID, CouponState.EXPIRED: Reason.EXPIRED}


def name_of(row: Mapping[str, Any]) -> str:
    return str((row["name_zh"] if current_locale() == "zh_CN" else "") or row["name"])


def terms_of(row: Mapping[str, Any]) -> Terms:
    return Terms(
        campaign_id=row["campaign_id"],
        name=name_of(row),
        worth=Worth(row["worth"]),
        currency=row["currency"],
        amount=row["amount"],
        percent=row["percent"],
        cap=row["cap"],
        gift=row["gift"],
        minimum_spend=row["minimum_spend"],
        stacking=Stacking(row["stacking"]),
    )


async def make_coupons(codes: Sequence[str], customer_id: int | None, source: str) -> dict[str, int]:
    """Coupons for the public codes among these, by code: the customer's own, else a new one. Inside a transaction."""
    if await queries.redemption_by_source(source) is not None:
        return {}
    made: dict[str, int] = {}
    taken = {row["code_hash"] for row in await queries.coupons_by_hash([hash_of(code) for code in codes])}
    words = {plain(code) for code in codes if hash_of(code) not in taken}
    for campaign in sorted(await queries.public_campaigns(list(words)), key=lambda row: int(row["campaign_id"])):
        reason = await _public_refusal(campaign, customer_id)
        if reason is not None:
            raise REFUSED[reason]()
        id = await queries.held_or_free(campaign["campaign_id"], customer_id, source, clock.now())
        if id is None:
            own = f"public:{campaign['campaign_id']}:{source}"
            id = int((await ledger.issue(campaign["campaign_id"], customer_id, own))["id"])
        made[campaign["public_code"]] = id
    return made


async def find_offered(
    codes: Sequence[str], customer_id: int | None, source: str, made: Mapping[str, int] | None = None
) -> list[Offered]:
    """One for each code, in this order. `made`: coupons of public codes; None: they are not made yet."""
    hashes = {code: hash_of(code) for code in codes}
    rows = {row["code_hash"]: row for row in await queries.coupons_by_hash(list(hashes.values()))}
    by_id = {row["id"]: row for row in await queries.coupons_by_id(list((made or {}).values()))}
    words = [plain(code) for code in codes if hashes[code] not in rows]
    campaigns = {row["public_code"]: row for row in await queries.public_campaigns(words)} if words else {}
    had = await queries.had(customer_id, _ids(rows, campaigns)) if customer_id is not None else {}
    found: list[Offered] = []
    seen: set[str] = set()
    for code in codes:
        row = rows.get(hashes[code]) or by_id.get((made or {}).get(plain(code), 0))
        campaign = campaigns.get(plain(code))
        if hashes[code] in seen:
            found.append(Offered(code, None, Reason.TWICE))
        elif row is not None:
            reason = _standing(row, customer_id, source, clock.now()) or await _unbound(row, customer_id, had)
            found.append(Offered(code, terms_of(row), reason, row["id"]))
        elif campaign is not None:
            reason = await _new_public(campaign, customer_id, source, had)
            found.append(Offered(code, terms_of(campaign), reason))
        else:
            found.append(Offered(code, None, Reason.UNKNOWN))
        seen.add(hashes[code])
    return found


def _ids(rows: Mapping[str, Any], campaigns: Mapping[str, Any]) -> list[int]:
    return [row["campaign_id"] for row in (*rows.values(), *campaigns.values())]


def _standing(row: Mapping[str, Any], customer_id: int | None, source: str, now: datetime) -> Reason | None:
    """As `crm_offers_lock` refuses, which has the last word."""
    state = CouponState(row["state"])
    if state in _ENDED:
        return _ENDED[state]
    if state is CouponState.HELD and row["held_by"] != source and row["held_until"] > now:
        return Reason.HELD
    if row["valid_until"] is not None and row["valid_until"] <= now:
        return Reason.EXPIRED
    if row["valid_from"] is not None and row["valid_from"] > now:
        return Reason.NOT_YET
    if row["customer_id"] is not None and customer_id is not None and row["customer_id"] != customer_id:
        return Reason.CUSTOMER
    return None


async def _unbound(row: Mapping[str, Any], customer_id: int | None, had: Mapping[int, int]) -> Reason | None:
    """A coupon of nobody is for whom the campaign is for, and counts among what the customer may have."""
    if row["customer_id"] is not None:
        return None
    if customer_id is None:
        return Reason.NAME_CUSTOMER if queries.is_for_some(row) else None
    if row["per_customer"] is not None and had.get(row["campaign_id"], 0) >= row["per_customer"]:
        return Reason.LIMIT
    return None if await queries.is_for(row, customer_id) else Reason.NOT_FOR


async def _public_refusal(campaign: Mapping[str, Any], customer_id: int | None) -> Reason | None:
    if campaign["campaign_state"] != CampaignState.OPEN:
        return Reason.NOT_OPEN
    if customer_id is None:
        limited = campaign["per_customer"] is not None or queries.is_for_some(campaign)
        return Reason.NAME_CUSTOMER if limited else None
    return None if await queries.is_for(campaign, customer_id) else Reason.NOT_FOR


async def _new_public(
    campaign: Mapping[str, Any], customer_id: int | None, source: str, had: Mapping[int, int]
) -> Reason | None:
    """Whether a public code would give the customer a coupon now."""
    reason = await _public_refusal(campaign, customer_id)
    if reason is not None:
        return reason
    zone, now = current_company().zone, clock.now()
    if campaign["first_day"] is not None and clock.day_start(campaign["first_day"], zone) > now:
        return Reason.NOT_YET
    if campaign["last_day"] is not None and clock.day_end(campaign["last_day"], zone) <= now:
        return Reason.EXPIRED
    if await queries.held_or_free(campaign["campaign_id"], customer_id, source, now) is not None:
        return None
    if campaign["stock"] is not None and campaign["issued"] >= campaign["stock"]:
        return Reason.OUT_OF_STOCK
    limit = campaign["per_customer"]
    return Reason.LIMIT if limit is not None and had.get(campaign["campaign_id"], 0) >= limit else None
