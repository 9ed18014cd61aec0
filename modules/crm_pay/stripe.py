"""Stripe: Checkout sessions, and webhooks signed with HMAC-SHA256 (docs.stripe.com/webhooks/signature).

An attempt's reference goes into the metadata of session and payment intent; Stripe copies the latter to the charge.
Disputes only say the payment intent, which is what `provider_reference` is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from crm_pay import messages, signatures
from crm_pay.choices import EventKind, ProviderName
from crm_pay.errors import BadMessage, KeysMissing, ProviderUnavailable
from crm_pay.provider import Call, Message, Order, ProviderEvent, Transport
from crm_receivables.services import PaymentMethod
from guanxi import Field, Kind, _

SESSIONS = "https://api.stripe.com/v1/checkout/sessions"


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

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> str:
        if not keys.get("api_key"):
            raise KeysMissing()
        headers = {"Authorization": f"Bearer {keys['api_key']}", "Idempotency-Key": order.reference}
        answer = await transport.post(Call(SESSIONS, headers, _form(order)))
        try:
            address = messages.text(messages.decode(answer), "url", 2000)
        except BadMessage as error:
            raise ProviderUnavailable() from error
        if not address.startswith("https://"):
            raise ProviderUnavailable()
        return address

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        header = message.headers.get("stripe-signature", "")
        signatures.check(keys.get("webhook_secret", ""), header, message.body, message.at)
        data = messages.decode(message.body)
        id, reader = messages.text(data, "id"), _READERS.get(messages.text(data, "type"))
        if not id or reader is None:
            return []
        event = reader(messages.part(messages.part(data, "data"), "object"), id, messages.moment(data, "created"))
        return [] if event is None else [event]


def _form(order: Order) -> dict[str, str]:
    """One line of the invoice's outstanding amount. Stripe counts in minor units as we do."""
    return {
        "mode": "payment",
        "client_reference_id": order.reference,
        "success_url": order.return_url,
        "cancel_url": order.return_url,
        "line_items[0][quantity]": "1",
        "line_items[0][price_data][currency]": order.currency.lower(),
        "line_items[0][price_data][unit_amount]": str(order.amount),
        "line_items[0][price_data][product_data][name]": order.title,
        "metadata[guanxi_reference]": order.reference,
        "payment_intent_data[metadata][guanxi_reference]": order.reference,
    }
