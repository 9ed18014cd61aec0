"""Where other add-ons add to this one's screens, and to what it knows of a person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from guanxi import ExtensionPoint, Panel, Text

CUSTOMER_PANELS = ExtensionPoint[Panel]("crm_core.customer_panels")
"""Panels on a customer's form; `load` gets the customer's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What changes hands with customers. `move(customer_ids, giver, taker)` is called in the transaction that gives
    these customers of one user to another, and notes what it changes in the audit log."""

    name: str
    title: Text
    move: Callable[[list[int], int, int], Awaitable[None]]


CUSTOMER_HANDOVERS = ExtensionPoint[Handover]("crm_core.customer_handovers")


async def _nothing_to_erase(customer_id: int) -> None:
    """For ledgers that hold nothing but money, points and dates."""


async def _no_obstacles(customer_id: int) -> list[Text]:
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """One kind of data that an add-on holds about a customer. All functions run elevated, in one transaction."""

    name: str
    """of the part in the person's file: `contracts`"""
    title: Text
    load: Callable[[int], Awaitable[list[dict[str, Any]]]]
    """rows by field: texts, numbers, dates; gets the customer's id"""
    erase: Callable[[int], Awaitable[None]] = _nothing_to_erase
    """replaces or deletes what tells who the person is; money, points and dates stay"""
    obstacles: Callable[[int], Awaitable[list[Text]]] = _no_obstacles
    """why the customer cannot be anonymized now"""
    order: int = 50
    """`erase` runs in this order"""


PERSONAL_DATA = ExtensionPoint[PersonalData]("crm_core.personal_data")
"""What add-ons hold about a customer: what its file shows and what anonymization takes away."""
