"""Alipay: page pay, and its asynchronous notifications (opendocs.alipay.com: alipay.trade.page.pay).

Both are signed with RSA2, which is RSA PKCS#1 v1.5 with SHA-256, over `key=value` pairs sorted by key. A notification
comes again for 25 hours with the time of the first, so that its age tells nothing; its number keeps it from counting
twice. One about a refund says the trade's state, too, and the sum of all refunds so far.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

import msgspec

from crm_pay import messages, rsa
from crm_pay.choices import EventKind, ProviderName
from crm_pay.errors import BadMessage, BadSignature, ProviderUnavailable
from crm_pay.provider import Call, Inquiry, Message, Offer, Order, ProviderEvent, RefundOrder, Transport
from crm_receivables.services import PaymentMethod
from guanxi import Field, InvalidInput, Kind, _, parse_amount, plain_amount

GATEWAY = "https://openapi.alipay.com/gateway.do"
SANDBOX = "https://openapi-sandbox.dl.alipaydev.com/gateway.do"
_ZONE = ZoneInfo("Asia/Shanghai")
_TIME = "%Y-%m-%d %H:%M:%S"
_PAID = ("TRADE_SUCCESS", "TRADE_FINISHED")
_CLOSED = "TRADE_CLOSED"
_GOOD, _REFUSED = "10000", "40004"
_LATER = ("ACQ.SYSTEM_ERROR", "SYSTEM_ERROR", "aop.ACQ.SYSTEM_ERROR")
_UNKNOWN = "ACQ.TRADE_NOT_EXIST"


def signed_text(values: Mapping[str, str]) -> bytes:
    return "&".join(f"{name}={values[name]}" for name in sorted(values) if values[name]).encode()


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

    asks = True

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> Offer:
        """A signed address; Alipay is not asked."""
        content = {
            "out_trade_no": order.reference,
            "product_code": "FAST_INSTANT_TRADE_PAY",
            "total_amount": plain_amount(order.amount, order.currency),
            "subject": order.title,
        }
        more = {"notify_url": order.notify_url, "return_url": order.return_url}
        values = _signed(keys, "alipay.trade.page.pay", content, order.at, more)
        return Offer(f"{_gateway(order.test_mode)}?{urlencode(values)}")

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        values = _form(message.body)
        signature = values.pop("sign", "")
        values.pop("sign_type", None)
        rsa.check(rsa.public_key(keys.get("alipay_public_key", "")), signature, signed_text(values))
        if values.get("app_id") != keys.get("app_id"):
            raise BadSignature()
        return _events(values)

    async def ask(self, keys: Mapping[str, str], inquiry: Inquiry, transport: Transport) -> list[ProviderEvent]:
        content = {"out_trade_no": inquiry.reference}
        said = await _call(keys, "alipay.trade.query", content, inquiry, transport)
        if messages.text(said, "sub_code") == _UNKNOWN or said.get("code") != _GOOD:
            return []  # nobody has signed in at Alipay yet
        state = messages.text(said, "trade_status")
        kind = EventKind.PAID if state in _PAID else EventKind.FAILED if state == _CLOSED else None
        if kind is None:
            return []
        event = ProviderEvent(
            id=f"trade:{messages.text(said, 'trade_no', 64)}:{kind}",
            kind=kind,
            reference=inquiry.reference,
            provider_reference=messages.text(said, "trade_no"),
            amount=_amount(said, "total_amount"),
            currency="CNY",
            at=inquiry.at,
        )
        return [event]

    async def refund(self, keys: Mapping[str, str], order: RefundOrder, transport: Transport) -> list[ProviderEvent]:
        """Sent again with its number it is the same refund, for however long; only a query says when it is done."""
        content = {
            "out_trade_no": order.reference,
            "refund_amount": plain_amount(order.amount, order.currency),
            "refund_reason": order.reason[:256],
            "out_request_no": order.number,
        }
        said = await _call(keys, "alipay.trade.refund", content, order, transport)
        code, why = messages.text(said, "code"), messages.text(said, "sub_code")
        if code != _GOOD:
            if code == _REFUSED and why not in _LATER:
                detail = f"{why} {messages.text(said, 'sub_msg', 1000)}".strip()[:300]
                return [_refund_event(order, EventKind.REFUND_FAILED, order.amount, detail)]
            raise ProviderUnavailable()
        if said.get("fund_change") != "Y":
            query = {"out_trade_no": order.reference, "out_request_no": order.number}
            found = await _call(keys, "alipay.trade.fastpay.refund.query", query, order, transport)
            if found.get("code") != _GOOD or found.get("refund_status") != "REFUND_SUCCESS":
                return []
        return [_refund_event(order, EventKind.REFUNDED, _amount(said, "refund_fee"))]


def _refund_event(order: RefundOrder, kind: EventKind, amount: int, detail: str = "") -> ProviderEvent:
    """Alipay's answer says the sum of all refunds until then."""
    return ProviderEvent(
        id=f"refund:{order.number}:{kind}",
        kind=kind,
        reference=order.reference,
        provider_reference=order.provider_reference,
        amount=amount,
        currency=order.currency,
        at=order.at,
        total=kind is EventKind.REFUNDED,
        refund=order.number,
        detail=detail,
    )


def _gateway(test_mode: bool) -> str:
    return SANDBOX if test_mode else GATEWAY


def _signed(
    keys: Mapping[str, str], method: str, content: Mapping[str, str], at: datetime, more: Mapping[str, str]
) -> dict[str, str]:
    values = {
        "app_id": keys.get("app_id", ""),
        "method": method,
        "format": "JSON",
        "charset": "utf-8",
        "sign_type": "RSA2",
        "timestamp": at.astimezone(_ZONE).strftime(_TIME),
        "version": "1.0",
        **more,
        "biz_content": msgspec.json.encode(content).decode(),
    }
    return {**values, "sign": rsa.sign(keys.get("private_key", ""), signed_text(values))}


async def _call(
    keys: Mapping[str, str],
    method: str,
    content: Mapping[str, str],
    about: Inquiry | RefundOrder,
    transport: Transport,
) -> dict[str, Any]:
    """What it answers, signed over the very characters of that part. Raises ProviderUnavailable."""
    reply = await transport.send(Call(_gateway(about.test_mode), {}, form=_signed(keys, method, content, about.at, {})))
    if not reply.good:
        raise ProviderUnavailable()
    try:
        whole = messages.decode(reply.body)
        text = reply.body.decode()
        name = f'"{method.replace(".", "_")}_response"'
        start = text.index("{", text.index(name) + len(name))
        said, end = json.JSONDecoder().raw_decode(text, start)
        key = rsa.public_key(keys.get("alipay_public_key", ""))
        rsa.check(key, messages.text(whole, "sign", 1000), text[start:end].encode())
    except (ValueError, RecursionError, BadMessage, BadSignature) as error:
        raise ProviderUnavailable() from error
    found: dict[str, Any] = said
    return found


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


def _amount(values: Mapping[str, Any], name: str) -> int:
    """Raises BadMessage."""
    try:
        return parse_amount(messages.text(values, name), "CNY")
    except InvalidInput as error:
        raise BadMessage() from error


def _event(values: Mapping[str, str], kind: EventKind, amount: str, *, total: bool = False) -> ProviderEvent:
    reference, minor = messages.text(values, "out_trade_no", 64), _amount(values, amount)
    try:
        at = datetime.strptime(values.get("notify_time", ""), _TIME).replace(tzinfo=_ZONE)
    except ValueError as error:
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
        refund=messages.text(values, "out_biz_no", 64) if total else "",
    )
