"""Tickets paid with points, and points as prizes. Only imported where crm_loyalty is there."""

from __future__ import annotations

from crm_loyalty import services
from crm_offers.extensions import PointsBank


async def _take(customer_id: int, points: int, source: str, reason: str) -> None:
    await services.redeem(customer_id, points, source, reason=reason)


async def _give(customer_id: int, points: int, source: str, reason: str) -> None:
    await services.earn(customer_id, points, source, reason=reason)


BANK = PointsBank(take=_take, give=_give)
