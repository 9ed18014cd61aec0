"""Alipay: page pay, and its asynchronous notifications (opendocs.alipay.com: alipay.trade.page.pay).

Both are signed with RSA2, which is RSA PKCS#1 v1.5 with SHA-256, over `key=value` pairs sorted by key. A notification
comes again for 25 hours with the time of the first, so that its age tells nothing; its number keeps it from counting
twice. One about a refund says the trade's state, too, and the sum of all refunds so far.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key

from crm_pay import messages
from crm_pay.choices import EventKind, ProviderName
from crm_pay.errors import BadMessage, BadSignature, KeysMissing
from crm_pay.provider import Message, Order, ProviderEvent, Transport
from crm_receivables.services import PaymentMethod
from guanxi import Field, InvalidInput, Kind, _, parse_amount, plain_amount

GATEWAY = "https://openapi.alipay.com/gateway.do"
SANDBOX = "https://openapi-sandbox.dl.alipaydev.com/gateway.do"
_ZONE = ZoneInfo("Asia/Shanghai")
_TIME = "%Y-%m-%d %H:%M:%S"
_PAID = ("TRADE_SUCCESS", "TRADE_FINISHED")
_CLOSED = "TRADE_CLOSED"


def signed_text(values: Mapping[str, str]) -> bytes:
    return "&".join(f"{name}={values[name]}" for name in sorted(values) if values[name]).encode()


def _der(text: str) -> bytes:
    """Of a key as PEM, or as the bare base64 that Alipay's tools give out."""
    lines = [line.strip() for line in text.strip().splitlines() if not line.startswith("-----")]
    return base64.b64decode("".join(lines), validate=True)


def _private_key(text: str) -> RSAPrivateKey:
    try:
        key = load_der_private_key(_der(text), None)
    except (ValueError, TypeError, binascii.Error) as error:
        raise KeysMissing() from error
    if not isinstance(key, RSAPrivateKey):
        raise KeysMissing()
    return key


def _check(public_key: str, signature: str, content: bytes) -> None:
    try:
        key = load_der_public_key(_der(public_key))
        if not isinstance(key, RSAPublicKey):
            raise BadSignature()
        key.verify(base64.b64decode(signature, validate=True), content, PKCS1v15(), SHA256())
    except (ValueError, TypeError, binascii.Error, InvalidSignature) as error:
        raise BadSignature() from error


class Alipay:
    name = ProviderName.ALIPAY
    method = PaymentMethod.ALIPAY
    keys: tuple[Field, ...] = (
        Field("app_id", _("Application ID"), kind=Kind.TEXT, required=True, max_length=32),
        Field(
            "private_key", _("Private key of the application (PEM)"), kind=Kind.MULTILINE, required=True, secret=True
        ),
        Field("alipay_public_key", _("Public key of Alipay (PEM)"), kind=Kind.MULTILINE, required=True),
    )
    currencies: frozenset[str] | None = frozenset({"CNY"})
    answer = b"success"

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> str:
        """A signed address; Alipay is not asked."""
        content = {
            "out_trade_no": order.reference,
            "product_code": "FAST_INSTANT_TRADE_PAY",
            "total_amount": plain_amount(order.amount, order.currency),
            "subject": order.title,
        }
        values = {
            "app_id": keys.get("app_id", ""),
            "method": "alipay.trade.page.pay",
            "format": "JSON",
            "charset": "utf-8",
            "sign_type": "RSA2",
            "timestamp": order.at.astimezone(_ZONE).strftime(_TIME),
            "version": "1.0",
            "notify_url": order.notify_url,
            "return_url": order.return_url,
            "biz_content": msgspec.json.encode(content).decode(),
        }
        signature = _private_key(keys.get("private_key", "")).sign(signed_text(values), PKCS1v15(), SHA256())
        values["sign"] = base64.b64encode(signature).decode()
        return f"{SANDBOX if order.test_mode else GATEWAY}?{urlencode(values)}"

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        values = _form(message.body)
        signature = values.pop("sign", "")
        values.pop("sign_type", None)
        _check(keys.get("alipay_public_key", ""), signature, signed_text(values))
        if values.get("app_id") != keys.get("app_id"):
            raise BadSignature()
        return _events(values)


def _form(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(body.decode(), max_num_fields=100, errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise BadMessage() from error
    if len({name for name, _value in pairs}) < len(pairs):
        raise BadMessage()
    return dict(pairs)


def _events(values: Mapping[str, str]) -> list[ProviderEvent]:
    """A refund tells that it was paid, too, whichever notification comes first."""
    state, refunded = values.get("trade_status", ""), values.get("refund_fee", "")
    if not messages.text(values, "notify_id"):
        raise BadMessage()
    if state == _CLOSED and not refunded:
        return [_event(values, EventKind.FAILED, "total_amount")]
    if state not in (*_PAID, _CLOSED):
        return []
    found = [_event(values, EventKind.PAID, "total_amount")]
    if refunded:
        found.append(_event(values, EventKind.REFUNDED, "refund_fee", total=True))
    return found


def _event(values: Mapping[str, str], kind: EventKind, amount: str, *, total: bool = False) -> ProviderEvent:
    reference = messages.text(values, "out_trade_no", 64)
    try:
        minor = parse_amount(values.get(amount, ""), "CNY")
        at = datetime.strptime(values.get("notify_time", ""), _TIME).replace(tzinfo=_ZONE)
    except (InvalidInput, ValueError) as error:
        raise BadMessage() from error
    if minor < 0 or not reference:
        raise BadMessage()
    return ProviderEvent(
        id=f"{messages.text(values, 'notify_id', 100)}:{kind}",
        kind=kind,
        reference=reference[:32],
        provider_reference=messages.text(values, "trade_no"),
        amount=minor,
        currency="CNY",
        at=at,
        total=total,
    )
