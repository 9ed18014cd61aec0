"""Typed events between add-ons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec


class Event(msgspec.Struct, frozen=True):
    """Base of all events: plain values only, since an event may wait in a job."""


class When(Enum):
    IN_TRANSACTION = "in_transaction"
    """the handler's effect commits or fails together with the publisher's"""
    AFTER_COMMIT = "after_commit"
    """the handler runs as a job of its own, at least once: it must be safe to run twice for one event"""


@dataclass(frozen=True, slots=True)
class Subscription:
    addon: str
    event: type[Event]
    handler: Callable[[Any], Awaitable[None]]
    when: When

    @property
    def name(self) -> str:
        """`crm_loyalty:earn`: what a job calls this handler by."""
        return f"{self.addon}:{getattr(self.handler, '__name__', 'handler')}"
