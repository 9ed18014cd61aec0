"""Points as gifts. Only imported where crm_loyalty is there."""

from __future__ import annotations

from crm_care.choices import Gift
from crm_care.extensions import GiftBank
from crm_loyalty import services


async def _give(customer_id: int, points: int, source: str, reason: str) -> str:
    await services.earn(customer_id, points, source, reason=reason, gift=True)
    return ""


BANK = GiftBank(gift=Gift.POINTS, addon="crm_loyalty", give=_give)
