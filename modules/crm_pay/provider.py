"""What a payment provider has to be able to do. Each is a module of its own that implements `Provider`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from crm_pay.choices import EventKind, ProviderName
from crm_receivables.services import PaymentMethod
from guanxi import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEvent:
    """One thing that happened to money. `id` is the same whenever and however the same thing is told again."""

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
    refund: str = ""
    """the refund's number: ours, where we asked for it"""
    detail: str = ""
    """why it failed, in the provider's words"""


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
    payer_ip: str = ""
    phone: bool = False
    """the payer's browser is on a phone, and can open the provider's app"""


@dataclass(frozen=True, slots=True)
class Offer:
    """Where the customer pays: an address to go to, or a code to scan with the provider's app."""

    address: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """About a payment that nobody has told us anything of."""

    reference: str
    at: datetime
    test_mode: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOrder:
    """`number` is ours: whatever is sent with it again is the same refund."""

    number: str
    amount: int
    currency: str
    reference: str
    provider_reference: str
    captured: int
    """all that came by the payment"""
    reason: str
    notify_url: str
    at: datetime
    test_mode: bool

    def event(self, kind: EventKind, detail: str = "") -> ProviderEvent:
        """That all of it was given back, or that the provider will not, with `detail` in its words."""
        return ProviderEvent(
            id=f"refund:{self.number}" if kind is EventKind.REFUNDED else f"refund:{self.number}:refused",
            kind=kind,
            reference=self.reference,
            provider_reference=self.provider_reference,
            amount=self.amount,
            currency=self.currency,
            at=self.at,
            refund=self.number,
            detail=detail[:300],
        )


@dataclass(frozen=True, slots=True)
class Call:
    """An HTTP request to a provider: a form or content that is posted, else a GET."""

    url: str
    headers: Mapping[str, str]
    form: Mapping[str, str] | None = None
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Names of headers in lower case."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def good(self) -> bool:
        return 200 <= self.status < 300


class Transport(Protocol):
    async def send(self, call: Call) -> Reply:
        """Also one that refuses. Raises ProviderUnavailable where it makes sense to ask again later."""


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
    asks: bool
    """it can be asked what became of a payment"""

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> Offer:
        """Where the customer pays. Raises ProviderUnavailable, KeysMissing."""

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        """What a message says, none where it is about something else. Raises BadSignature, BadMessage."""

    async def ask(self, keys: Mapping[str, str], inquiry: Inquiry, transport: Transport) -> list[ProviderEvent]:
        """What became of a payment, none where nothing did yet. Raises ProviderUnavailable, KeysMissing."""

    async def refund(self, keys: Mapping[str, str], order: RefundOrder, transport: Transport) -> list[ProviderEvent]:
        """What became of a refund, which is sent where the provider does not know it yet; none while it is at work.

        Safe to repeat at any time. Raises ProviderUnavailable, KeysMissing.
        """
