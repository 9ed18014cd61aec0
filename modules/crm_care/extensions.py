"""Where other add-ons add to this one's screens, and what gifts come from."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from crm_care.choices import Gift
from guanxi import ExtensionPoint, Panel

PLAN_PANELS = ExtensionPoint[Panel]("crm_care.plan_panels")
"""Panels on a plan's form; `load` gets the plan's id."""


async def _nothing() -> dict[int, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftBank:
    """`give(customer, what, source, reason)`: points, or a coupon of a campaign, once for each source; answers the
    coupon's code, empty for points. `campaigns`: names by number of those that can be given now."""

    gift: Gift
    addon: str
    """what gives it: without it there is no such gift"""
    give: Callable[[int, int, str, str], Awaitable[str]]
    campaigns: Callable[[], Awaitable[dict[int, str]]] = _nothing


GIFT_BANKS = ExtensionPoint[GiftBank]("crm_care.gift_banks")
"""At most one for each gift."""
