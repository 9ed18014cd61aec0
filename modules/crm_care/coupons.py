"""Coupons as gifts. Only imported where crm_offers is there."""

from __future__ import annotations

from crm_care.choices import Gift
from crm_care.extensions import GiftBank
from crm_offers import services


async def _give(customer_id: int, campaign_id: int, source: str, reason: str) -> str:
    return (await services.issue(campaign_id, customer_id, source)).code


BANK = GiftBank(gift=Gift.COUPON, addon="crm_offers", give=_give, campaigns=services.open_campaigns)
