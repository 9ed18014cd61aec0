"""Where other add-ons add to this one's screens, and what it needs from them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from guanxi import ExtensionPoint, Panel

CAMPAIGN_PANELS = ExtensionPoint[Panel]("crm_offers.campaign_panels")
"""Panels on a campaign's form; `load` gets the campaign's id."""

LOTTERY_PANELS = ExtensionPoint[Panel]("crm_offers.lottery_panels")
"""Panels on a lottery's form; `load` gets the lottery's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsBank:
    """Points that tickets cost and prizes give: (customer, points, source, reason), once for each source."""

    take: Callable[[int, int, str, str], Awaitable[None]]
    give: Callable[[int, int, str, str], Awaitable[None]]


POINTS_BANKS = ExtensionPoint[PointsBank]("crm_offers.points_banks")
"""At most one: the points program, where it is enabled."""
