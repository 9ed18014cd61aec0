"""WeChat Pay, APIv3 of direct merchants: Native and H5 payments, queries and refunds.

See pay.weixin.qq.com/doc/v3/merchant. Amounts are in fen. The order's number is ours; a refund's number is ours, too,
and gives money back once however often it is sent. There is no test environment: with real keys money moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import msgspec

from crm_pay import messages, wechat_signing as signing
from crm_pay.choices import EventKind, ProviderName
from crm_pay.errors import BadMessage, BadSignature, KeysMissing, ProviderUnavailable
from crm_pay.provider import Call, Inquiry, Message, Offer, Order, ProviderEvent, RefundOrder, Reply, Transport
from crm_receivables.services import PaymentMethod
from guanxi import Field, Kind, _

HOST = "https://api.mch.weixin.qq.com"
_ORDERS = "/v3/pay/transactions/"
_REFUNDS = "/v3/refund/domestic/refunds"
_ZONE = ZoneInfo("Asia/Shanghai")
_GOOD_FOR = timedelta(hours=2)
"""as long as a code can be paid"""
_LATER = (401, 429)
"""keys that are wrong, too many calls: says nothing of what was asked for"""
_TRADES = {
    "SUCCESS": EventKind.PAID,
    "REFUND": EventKind.PAID,
    "CLOSED": EventKind.FAILED,
    "REVOKED": EventKind.FAILED,
    "PAYERROR": EventKind.FAILED,
}
_REFUND_STATES = {
    "SUCCESS": EventKind.REFUNDED,
    "CLOSED": EventKind.REFUND_FAILED,
    "ABNORMAL": EventKind.REFUND_FAILED,
}


def _secret(name: str, label: Any, **more: Any) -> Field:
    return Field(name, label, required=True, secret=True, **more)


class WechatPay:
    name = ProviderName.WECHAT
    method = PaymentMethod.WECHAT
    keys: tuple[Field, ...] = (
        Field("mchid", _("Merchant ID (mchid)"), kind=Kind.TEXT, required=True, max_length=32),
        Field("appid", _("AppID bound to the merchant"), kind=Kind.TEXT, required=True, max_length=32),
        Field(
            "serial_no",
            _("Serial number of the merchant's certificate"),
            kind=Kind.TEXT,
            required=True,
            max_length=64,
        ),
        _secret("private_key", _("Private key of the merchant (apiclient_key.pem)"), kind=Kind.MULTILINE),
        _secret("apiv3_key", _("APIv3 key (32 characters)"), kind=Kind.TEXT, max_length=32),
        Field(
            "wechatpay_keys",
            _("Public key of WeChat Pay, or its platform certificates (PEM)"),
            kind=Kind.MULTILINE,
            required=True,
            help=_("One below the other, while both are in use."),
        ),
        Field(
            "public_key_id",
            _("ID of the public key (PUB_KEY_ID_…)"),
            kind=Kind.TEXT,
            required=False,
            max_length=64,
            help=_("Empty where WeChat Pay signs with platform certificates."),
        ),
    )
    currencies: frozenset[str] | None = frozenset({"CNY"})
    answer = b""
    asks = True

    async def begin(self, keys: Mapping[str, str], order: Order, transport: Transport) -> Offer:
        """On a phone the address that opens the app, if the merchant may use that; else a code to scan."""
        content: dict[str, Any] = {
            "appid": keys.get("appid", ""),
            "mchid": keys.get("mchid", ""),
            "description": order.title[:127],
            "out_trade_no": order.reference,
            "time_expire": (order.at + _GOOD_FOR).astimezone(_ZONE).isoformat(timespec="seconds"),
            "notify_url": order.notify_url,
            "amount": {"total": order.amount, "currency": order.currency},
        }
        if order.phone and order.payer_ip:
            scene = {"payer_client_ip": order.payer_ip, "h5_info": {"type": "Wap"}}
            reply = await _send(keys, f"{_ORDERS}h5", order.at, transport, {**content, "scene_info": scene})
            address = messages.text(_said(reply), "h5_url", 2000) if reply.good else ""
            if address.startswith("https://"):
                return Offer(address=f"{address}&{urlencode({'redirect_url': order.return_url})}")
        reply = await _send(keys, f"{_ORDERS}native", order.at, transport, content)
        code = messages.text(_said(reply), "code_url", 512) if reply.good else ""
        if not code.startswith("weixin://"):
            raise ProviderUnavailable()
        return Offer(code=code)

    def read(self, keys: Mapping[str, str], message: Message) -> list[ProviderEvent]:
        signing.check(keys, message.headers, message.body, message.at)
        said = messages.decode(message.body)
        kind, _dot, _state = messages.text(said, "event_type").partition(".")
        if kind not in ("TRANSACTION", "REFUND"):
            return []
        thing = signing.uncover(keys, messages.part(said, "resource"))
        if messages.text(thing, "mchid") != keys.get("mchid"):
            raise BadSignature()
        if kind == "REFUND":
            return _refund(thing, "refund_status", _moment(said, "create_time"))
        if messages.text(thing, "appid") != keys.get("appid"):
            raise BadSignature()
        return _trade(thing, message.at)

    async def ask(self, keys: Mapping[str, str], inquiry: Inquiry, transport: Transport) -> list[ProviderEvent]:
        path = f"{_ORDERS}out-trade-no/{inquiry.reference}?{urlencode({'mchid': keys.get('mchid', '')})}"
        reply = await _send(keys, path, inquiry.at, transport)
        if not reply.good:
            return []  # no such order yet
        said = _said(reply)
        if (messages.text(said, "mchid"), messages.text(said, "appid")) != (keys.get("mchid"), keys.get("appid")):
            raise ProviderUnavailable()
        return _trade(said, inquiry.at)

    async def refund(self, keys: Mapping[str, str], order: RefundOrder, transport: Transport) -> list[ProviderEvent]:
        reply = await _send(keys, f"{_REFUNDS}/{order.number}", order.at, transport)
        if not reply.good:
            content = {
                "transaction_id": order.provider_reference,
                "out_refund_no": order.number,
                "reason": order.reason[:80],
                "notify_url": order.notify_url,
                "amount": {"refund": order.amount, "total": order.captured, "currency": order.currency},
            }
            reply = await _send(keys, _REFUNDS, order.at, transport, content)
        said = _said(reply)
        return (
            _refund(said, "status", order.at)
            if reply.good
            else [order.event(EventKind.REFUND_FAILED, messages.reason(said))]
        )


async def _send(
    keys: Mapping[str, str], path: str, at: datetime, transport: Transport, content: Mapping[str, Any] | None = None
) -> Reply:
    """What is good is signed by WeChat Pay. Raises ProviderUnavailable, KeysMissing."""
    if not (keys.get("mchid") and keys.get("serial_no")):
        raise KeysMissing()
    body = b"" if content is None else msgspec.json.encode(content)
    headers = {
        "Accept": "application/json",
        "User-Agent": "guanxi",
        "Authorization": signing.authorization(keys, "GET" if content is None else "POST", path, body, at),
    }
    if content is not None:
        headers["Content-Type"] = "application/json"
    if keys.get("public_key_id"):
        headers["Wechatpay-Serial"] = keys["public_key_id"]
    reply = await transport.send(Call(f"{HOST}{path}", headers, content=body if content is not None else None))
    if reply.status in _LATER:
        raise ProviderUnavailable()
    if reply.good:
        try:
            signing.check(keys, reply.headers, reply.body, at)
        except BadSignature as error:
            raise ProviderUnavailable() from error
    return reply


def _said(reply: Reply) -> dict[str, Any]:
    """Raises ProviderUnavailable."""
    try:
        return messages.decode(reply.body)
    except BadMessage as error:
        raise ProviderUnavailable() from error


def _moment(thing: Mapping[str, Any], name: str) -> datetime:
    """`2018-06-08T10:34:56+08:00`. Raises BadMessage, also where it is not there."""
    try:
        at = datetime.fromisoformat(messages.text(thing, name, 40))
        if at.tzinfo is None:
            raise BadMessage()
        return at.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadMessage() from error


def _reference(thing: Mapping[str, Any]) -> str:
    """Raises BadMessage: we give each order a number."""
    found = messages.text(thing, "out_trade_no", 32)
    if not found:
        raise BadMessage()
    return found


def _trade(thing: Mapping[str, Any], now: datetime) -> list[ProviderEvent]:
    """None while it is not paid."""
    kind = _TRADES.get(messages.text(thing, "trade_state"))
    if kind is None:
        return []
    paid, amount = kind is EventKind.PAID, messages.part(thing, "amount")
    number = messages.text(thing, "transaction_id", 64)
    if paid and not number:
        raise BadMessage()
    event = ProviderEvent(
        id=f"trade:{_reference(thing)}:{number}:{kind}",
        kind=kind,
        reference=_reference(thing),
        provider_reference=number,
        amount=messages.number(amount, "total") if paid else 0,
        currency=messages.currency(amount, "currency") if paid else "CNY",
        at=_moment(thing, "success_time") if paid else now,
    )
    return [event]


def _refund(thing: Mapping[str, Any], state: str, now: datetime) -> list[ProviderEvent]:
    """None while it is at work. Also of one made at WeChat Pay's own pages."""
    kind = _REFUND_STATES.get(messages.text(thing, state))
    amount, number = messages.part(thing, "amount"), messages.text(thing, "refund_id", 64)
    if kind is None:
        return []
    if not number:
        raise BadMessage()
    done = kind is EventKind.REFUNDED
    event = ProviderEvent(
        id=f"refund:{number}:{kind}",
        kind=kind,
        reference=_reference(thing),
        provider_reference=messages.text(thing, "transaction_id", 64),
        amount=messages.number(amount, "refund"),
        currency=messages.currency({"currency": "CNY", **amount}, "currency"),
        at=_moment(thing, "success_time") if done else now,
        refund=messages.text(thing, "out_refund_no", 64),
        detail="" if done else messages.text(thing, state),
    )
    return [event]
