"""Stripe: Checkout sessions, and webhooks signed with HMAC-SHA256 (docs.stripe.com/webhooks/signature).

An attempt's reference goes into the metadata of session and payment intent; Stripe copies the latter to the charge.
Disputes only say the payment intent, which is what `provider_reference` is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from crm_pay import messages, signatures
from crm_pay.choices import EventKind, ProviderName
from crm_pay.errors import BadMessage, KeysMissing, ProviderUnavailable
from crm_pay.provider import (
    Call,
    Inquiry,
    Message,
    Offer,
    Order,
    ProviderEvent,
    RefundOrder,
    Reply,
    Transport,
)
from crm_receivables.services import PaymentMethod
from guanxi import Field, Kind, _

SESSIONS = "https://api.stripe.com/v1/checkout/sessions"
REFUNDS = "https://api.stripe.com/v1/refunds"
_LATER = (401, 403, 409, 429)
"""keys that are wrong, the same refund at work, too many calls: says nothing of the refund"""
_REFUND_STATES = {
    "succeeded": EventKind.REFUNDED,
    "failed": EventKind.REFUND_FAILED,
    "canceled": EventKind.REFUND_FAILED,
}


def _reference(thing: Mapping[str, Any]) -> str:
    """None of ours where it is empty: others may use the same account."""
    return messages.text(messages.part(thing, "metadata"), "guanxi_reference", 32)


def _session(thing: Mapping[str, Any], id: str, at: datetime) -> ProviderEvent | None:
    if messages.text(thing, "payment_status") != "paid":
        return None  # of a method that takes days: async_payment_succeeded follows
    return _event(thing, id, at, EventKind.PAID, "amount_total")


def _failed(thing: Mapping[str, Any], id: str, at: datetime) -> ProviderEvent | None:
    return _event(thing, id, at, EventKind.FAILED, "amount_total")


def _refunded(thing: Mapping[str, Any], id: str, at: datetime) -> ProviderEvent | None:
    return _event(thing, id, at, EventKind.REFUNDED, "amount_refunded", total=True)


def _disputed(thing: Mapping[str, Any], id: str, at: datetime) -> ProviderEvent | None:
    return _event(thing, id, at, EventKind.CHARGEBACK, "amount")


def _refund(thing: Mapping[str, Any], id: str, at: datetime) -> ProviderEvent | None:
    """Of one refund, made here or at Stripe's own pages; None while it is at work, and for what is not ours."""
    kind = _REFUND_STATES.get(messages.text(thing, "status"))
    reference, intent, number = _reference(thing), messages.text(thing, "payment_intent"), messages.text(thing, "id")
    if kind is None or not number or not (reference or intent):
        return None
    return ProviderEvent(
        id=f"refund:{number}:{kind}",
        kind=kind,
        reference=reference,
        provider_reference=intent,
        amount=messages.number(thing, "amount"),
        currency=messages.currency(thing, "currency"),
        at=at,
        refund=messages.text(messages.part(thing, "metadata"), "guanxi_refund", 64) or number[:64],
        detail=messages.text(thing, "failure_reason"),
    )


def _event(
    thing: Mapping[str, Any], id: str, at: datetime, kind: EventKind, amount: str, *, total: bool = False
) -> ProviderEvent | None:
    reference, intent = _reference(thing), messages.text(thing, "payment_intent")
    if not reference and not (intent and kind is EventKind.CHARGEBACK):
        return None
    return ProviderEvent(
        id=id,
        kind=kind,
        reference=reference,
        provider_reference=intent,
        amount=messages.number(thing, amount),
        currency=messages.currency(thing, "currency"),
        at=at,
        total=total,
    )


_READERS: dict[str, Callable[[Mapping[str, Any], str, datetime], ProviderEvent | None]] = {
    "checkout.session.completed": _session,
    "checkout.session.async_payment_succeeded": _session,
    "checkout.session.async_payment_failed": _failed,
    "checkout.session.expired": _failed,
    "charge.refunded": _refunded,
    "charge.dispute.funds_withdrawn": _disputed,
    "charge.refund.updated": _refund,
    "refund.created": _refund,
    "refund.updated": _refund,
    "refund.failed": _refund,
}


class Stripe:
    name = ProviderName.STRIPE
    method = PaymentMethod.CARD
    keys: tuple[Field, ...] = (
        Field("api_key", _("Secret key"), kind=Kind.TEXT, required=True, max_length=300, secret=True),
        Field(
            "webhook_secret",
            _("Signing secret of the webhook"),
            kind=Kind.TEXT,
            required=True,
            max_length=300,
            secret=True,
        ),
    )
    currencies: frozenset[str] | None = None
    answer = b"ok"
    asks = False
    """it repeats a message for three days"""

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> Offer:
        headers = {**_authorized(keys), "Idempotency-Key": order.reference}
        reply = await transport.send(Call(SESSIONS, headers, form=_form(order)))
        address = messages.text(_said(reply), "url", 2000) if reply.good else ""
        if not address.startswith("https://"):
            raise ProviderUnavailable()
        return Offer(address)

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        header = message.headers.get("stripe-signature", "")
        signatures.check(keys.get("webhook_secret", ""), header, message.body, message.at)
        data = messages.decode(message.body)
        id, reader = messages.text(data, "id"), _READERS.get(messages.text(data, "type"))
        if not id or reader is None:
            return []
        event = reader(messages.part(messages.part(data, "data"), "object"), id, messages.moment(data, "created"))
        return [] if event is None else [event]

    async def ask(self, keys: Mapping[str, str], inquiry: Inquiry, transport: Transport) -> list[ProviderEvent]:
        return []

    async def refund(self, keys: Mapping[str, str], order: RefundOrder, transport: Transport) -> list[ProviderEvent]:
        """Looked for first: Stripe forgets idempotency keys after a day."""
        query = urlencode({"payment_intent": order.provider_reference, "limit": 100})
        reply = await transport.send(Call(f"{REFUNDS}?{query}", _authorized(keys)))
        if not reply.good:
            raise ProviderUnavailable()
        found = next((each for each in _listed(reply) if _number(each) == order.number), None)
        if found is None:
            headers = {**_authorized(keys), "Idempotency-Key": order.number}
            reply = await transport.send(Call(REFUNDS, headers, form=_refund_form(order)))
            if reply.status in _LATER:
                raise ProviderUnavailable()
            found = _said(reply)
            if not reply.good:
                return [order.event(EventKind.REFUND_FAILED, messages.reason(messages.part(found, "error")))]
        event = _refund(found, "", order.at)
        return [] if event is None else [event]


def _authorized(keys: Mapping[str, str]) -> dict[str, str]:
    if not keys.get("api_key"):
        raise KeysMissing()
    return {"Authorization": f"Bearer {keys['api_key']}"}


def _said(reply: Reply) -> dict[str, Any]:
    """Raises ProviderUnavailable."""
    try:
        return messages.decode(reply.body)
    except BadMessage as error:
        raise ProviderUnavailable() from error


def _listed(reply: Reply) -> list[dict[str, Any]]:
    found = _said(reply).get("data")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _number(refund: Mapping[str, Any]) -> str:
    return messages.text(messages.part(refund, "metadata"), "guanxi_refund", 64)


def _refund_form(order: RefundOrder) -> dict[str, str]:
    return {
        "payment_intent": order.provider_reference,
        "amount": str(order.amount),
        "metadata[guanxi_reference]": order.reference,
        "metadata[guanxi_refund]": order.number,
    }


def _form(order: Order) -> dict[str, str]:
    """One line of the invoice's outstanding amount. Stripe counts in minor units as we do."""
    return {
        "mode": "payment",
        "client_reference_id": order.reference,
        "success_url": order.return_url,
        "cancel_url": order.return_url.partition("?")[0],
        "line_items[0][quantity]": "1",
        "line_items[0][price_data][currency]": order.currency.lower(),
        "line_items[0][price_data][unit_amount]": str(order.amount),
        "line_items[0][price_data][product_data][name]": order.title,
        "metadata[guanxi_reference]": order.reference,
        "payment_intent_data[metadata][guanxi_reference]": order.reference,
    }
