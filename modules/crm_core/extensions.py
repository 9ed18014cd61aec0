"""Where other add-ons add to this one's screens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

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
