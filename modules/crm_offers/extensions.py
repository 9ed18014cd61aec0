"""Where other add-ons add to this one's screens, and what it needs from them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from guanxi import ExtensionPoint, Panel, Text

CAMPAIGN_PANELS = ExtensionPoint[Panel]("crm_offers.campaign_panels")
"""Panels on a campaign's form; `load` gets the campaign's id."""

LOTTERY_PANELS = ExtensionPoint[Panel]("crm_offers.lottery_panels")
"""Panels on a lottery's form; `load` gets the lottery's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsBank:
    """Points that tickets cost and prizes give: (customer, points, source, reason), once for each source."""

    enabled: Callable[[], bool]
    """whether the company has a points program"""
    take: Callable[[int, int, str, str], Awaitable[None]]
    give: Callable[[int, int, str, str], Awaitable[None]]


POINTS_BANKS = ExtensionPoint[PointsBank]("crm_offers.points_banks")
"""At most one: the points program, where it is enabled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterCode:
    """A code that is no coupon's: what it is good for, and why it cannot be taken, where it cannot."""

    code: str
    title: str
    refused: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterCodes:
    """Codes that the counter's page takes beside coupons. They check themselves whether the user may."""

    find: Callable[[str], Awaitable[CounterCode | None]]
    """None: no code of this kind, for this user"""
    take: Callable[[str, str], Awaitable[CounterCode]]
    """(code, source), once; the same source again is answered the same. Raises Conflict, NotFound."""


COUNTER_CODES = ExtensionPoint[CounterCodes]("crm_offers.counter_codes")
