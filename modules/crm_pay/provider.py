"""What a payment provider has to be able to do. Each is a module of its own that implements `Provider`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from crm_pay.choices import EventKind, ProviderName
from crm_receivables.services import PaymentMethod
from guanxi import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEvent:
    """One thing that happened to money. `id` is the provider's number of the message, the same when it is repeated."""

    id: str
    kind: EventKind
    reference: str = ""
    """of the attempt; empty where the provider only says its own number"""
    provider_reference: str = ""
    """of the money; the same in all events about it"""
    amount: int
    """minor units"""
    currency: str
    at: datetime
    total: bool = False
    """of refunds: `amount` is all that was given back until then, not this one alone"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    reference: str
    amount: int
    currency: str
    title: str
    notify_url: str
    return_url: str
    at: datetime
    test_mode: bool


@dataclass(frozen=True, slots=True)
class Call:
    """An HTTP request to a provider: a form that is posted."""

    url: str
    headers: Mapping[str, str]
    form: Mapping[str, str]


class Transport(Protocol):
    async def post(self, call: Call) -> bytes:
        """The body of a 2xx answer. Raises ProviderUnavailable."""


@dataclass(frozen=True, slots=True)
class Message:
    """A webhook as it came; names of headers in lower case."""

    headers: Mapping[str, str]
    body: bytes
    at: datetime


class Provider(Protocol):
    name: ProviderName
    method: PaymentMethod
    """of the payments that it brings"""
    keys: tuple[Field, ...]
    """what has to be entered for an account"""
    currencies: frozenset[str] | None
    """None: any"""
    answer: bytes
    """what it wants to hear when a message was taken"""

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> str:
        """The address at which the customer pays. Raises ProviderUnavailable, KeysMissing."""

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        """What a message says, none where it is about something else. Raises BadSignature, BadMessage."""
