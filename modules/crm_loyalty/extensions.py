"""Where other add-ons add to this one: what rewards may give."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from crm_loyalty.choices import RewardKind
from guanxi import ExtensionPoint, Panel, Text

__all__ = ["REWARD_GIVERS", "REWARD_PANELS", "RewardGiver", "RewardKind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardGiver:
    """Gives rewards of one kind. All run in the transaction that books the points, with their account locked."""

    kind: RewardKind
    help: Text
    """what is to be written into the reward's field"""
    offers: Callable[[], Awaitable[Sequence[str]]]
    """what that field proposes"""
    read: Callable[[str], Awaitable[int]]
    """From what was written to a number above zero that says what to give. Raises InvalidInput."""
    show: Callable[[int], Awaitable[str]]
    """the other way round: what `read` reads as the same number"""
    give: Callable[[int, int, str, str], Awaitable[str]]
    """(customer, what, source, reason) -> a code or an amount, in no language. Once for each source."""
    take: Callable[[str], Awaitable[None]]
    """Takes back what was given for a source; safe to repeat. Raises Conflict where it was used."""


REWARD_GIVERS = ExtensionPoint[RewardGiver]("crm_loyalty.reward_givers")
"""At most one of each kind."""

REWARD_PANELS = ExtensionPoint[Panel]("crm_loyalty.reward_panels")
"""Panels on a reward's form; `load` gets the reward's id."""
