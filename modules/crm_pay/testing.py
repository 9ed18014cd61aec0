"""The provider that is built in: a page of ours with two buttons, which sends what a real one would."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

import msgspec

from crm_pay import messages, signatures
from crm_pay.choices import EventKind, ProviderName
from crm_pay.errors import BadMessage
from crm_pay.provider import Inquiry, Message, Offer, Order, ProviderEvent, RefundOrder, Transport
from crm_receivables.services import PaymentMethod
from guanxi import Field

PATH = "/crm_pay/test/"
SIGNATURE = "guanxi-pay-signature"


class TestProvider:
    """Its secret is made with the account; there is nothing to enter."""

    __test__ = False
    name = ProviderName.TEST
    method = PaymentMethod.CARD
    keys: tuple[Field, ...] = ()
    currencies: frozenset[str] | None = None
    answer = b"ok"

    asks = False

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> Offer:
        return Offer(f"{PATH}{order.reference}")

    async def ask(self, keys: Mapping[str, str], inquiry: Inquiry, transport: Transport) -> list[ProviderEvent]:
        return []

    async def refund(self, keys: Mapping[str, str], order: RefundOrder, transport: Transport) -> list[ProviderEvent]:
        """Always done at once; no money moves."""
        return [order.event(EventKind.REFUNDED)]

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        signatures.check(keys.get("secret", ""), message.headers.get(SIGNATURE, ""), message.body, message.at)
        data = messages.decode(message.body)
        try:
            kind = EventKind(messages.text(data, "kind"))
        except ValueError as error:
            raise BadMessage() from error
        event = ProviderEvent(
            id=messages.text(data, "id"),
            kind=kind,
            reference=messages.text(data, "reference", 32),
            provider_reference=messages.text(data, "transaction"),
            amount=messages.number(data, "amount"),
            currency=messages.currency(data, "currency"),
            at=messages.moment(data, "at"),
            total=data.get("total") is True,
            refund=messages.text(data, "refund", 64),
            detail=messages.text(data, "detail", 300),
        )
        if not event.id or not (event.reference or event.provider_reference):
            raise BadMessage()
        return [event]


def new_secret() -> str:
    return secrets.token_hex(32)


def write(event: ProviderEvent) -> bytes:
    """The body of a message of this provider."""
    return msgspec.json.encode(
        {
            "id": event.id,
            "kind": event.kind.value,
            "reference": event.reference,
            "transaction": event.provider_reference,
            "amount": event.amount,
            "currency": event.currency,
            "at": int(event.at.timestamp()),
            "total": event.total,
            "refund": event.refund,
            "detail": event.detail,
        }
    )


def signed(secret: str, event: ProviderEvent, now: datetime) -> Message:
    body = write(event)
    return Message({SIGNATURE: signatures.sign(secret, body, now)}, body, now)
