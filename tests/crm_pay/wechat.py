"""WeChat Pay's side of the protocol, with keys of our own: what it sends, signed and hidden, and a stand-in for it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID

from crm_pay.errors import ProviderUnavailable
from crm_pay.provider import Call, Message, Reply
from guanxi import clock

OURS, THEIRS, OTHERS = (rsa.generate_private_key(65537, 2048) for _n in range(3))
KEY_ID = "PUB_KEY_ID_0114232134912410000000000000"
PUBLIC = THEIRS.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
KEYS = {
    "mchid": "1900000109",
    "appid": "wxd678efh567hg6787",
    "serial_no": "3775B6A45ACD588826D15E583A95F5DD",
    "private_key": OURS.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
    "apiv3_key": "0123456789abcdef0123456789abcdef",
    "wechatpay_keys": PUBLIC,
    "public_key_id": KEY_ID,
}


def certificate(serial: int, *, key: rsa.RSAPrivateKey = THEIRS, ends: timedelta = timedelta(days=30)) -> str:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tenpay.com Root CA")])
    now = clock.now()
    made = x509.CertificateBuilder(name, name, key.public_key(), serial, now - timedelta(days=60), now + ends)
    return made.sign(key, SHA256()).public_bytes(Encoding.PEM).decode()


def headers(
    body: bytes, *, key: rsa.RSAPrivateKey = THEIRS, serial: str = KEY_ID, at: datetime | None = None
) -> dict[str, str]:
    stamp = str(int((at or clock.now()).timestamp()))
    signature = key.sign(f"{stamp}\nnonce\n".encode() + body + b"\n", PKCS1v15(), SHA256())
    return {
        "wechatpay-timestamp": stamp,
        "wechatpay-nonce": "nonce",
        "wechatpay-serial": serial,
        "wechatpay-signature": base64.b64encode(signature).decode(),
    }


def hidden(thing: dict[str, Any], key: str = KEYS["apiv3_key"]) -> dict[str, str]:
    ciphertext = AESGCM(key.encode()).encrypt(b"fdasflkja484", msgspec.json.encode(thing), b"transaction")
    return {
        "algorithm": "AEAD_AES_256_GCM",
        "original_type": "transaction",
        "associated_data": "transaction",
        "nonce": "fdasflkja484",
        "ciphertext": base64.b64encode(ciphertext).decode(),
    }


def notification(event_type: str, resource: dict[str, str], **signing: Any) -> Message:
    said = {
        "id": "EV-2018022511223320873",
        "create_time": "2026-01-20T16:00:05+08:00",
        "resource_type": "encrypt-resource",
        "event_type": event_type,
        "summary": "支付成功",
        "resource": resource,
    }
    body = msgspec.json.encode(said)
    return Message(headers(body, **signing), body, clock.now())


def trade(reference: str, amount: int = 1_000, **more: Any) -> dict[str, Any]:
    return {
        "mchid": KEYS["mchid"],
        "appid": KEYS["appid"],
        "out_trade_no": reference,
        "transaction_id": "1217752501201407033233368018",
        "trade_type": "NATIVE",
        "trade_state": "SUCCESS",
        "success_time": "2026-01-20T16:00:00+08:00",
        "amount": {"total": amount, "payer_total": amount, "currency": "CNY", "payer_currency": "CNY"},
        **more,
    }


def paid(reference: str, amount: int = 1_000, **more: Any) -> Message:
    return notification("TRANSACTION.SUCCESS", hidden(trade(reference, amount, **more)))


def refund(reference: str, number: str, amount: int, **more: Any) -> dict[str, Any]:
    return {
        "mchid": KEYS["mchid"],
        "out_trade_no": reference,
        "transaction_id": "1217752501201407033233368018",
        "out_refund_no": number,
        "refund_id": f"50300{number}",
        "refund_status": "SUCCESS",
        "success_time": "2026-01-21T10:00:00+08:00",
        "amount": {"total": 1_000, "refund": amount, "payer_total": 1_000, "payer_refund": amount},
        **more,
    }


def refunded(reference: str, number: str, amount: int, state: str = "SUCCESS", **more: Any) -> Message:
    thing = refund(reference, number, amount, refund_status=state, **more)
    return notification(f"REFUND.{state}", hidden(thing))


Answer = Callable[[str, dict[str, Any]], tuple[int, dict[str, Any]]]


class Wechat:
    """In place of WeChat Pay: keeps refunds by number, and answers signed. `state` is what new ones get."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.orders: dict[str, dict[str, Any]] = {}
        self.refunds: dict[str, dict[str, Any]] = {}
        self.state, self.refuses = "SUCCESS", ""
        self.h5, self.lost, self.signer = True, 0, THEIRS
        """`lost`: so many answers never come, though what was asked for is done"""

    async def send(self, call: Call) -> Reply:
        self.calls.append(call)
        status, said = self._answer(urlsplit(call.url).path, msgspec.json.decode(call.content or b"{}"))
        if self.lost:
            self.lost -= 1
            raise ProviderUnavailable()
        body = msgspec.json.encode(said)
        return Reply(status, body, headers(body, key=self.signer) if status == 200 else {})

    def _answer(self, path: str, said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if path.endswith("/native"):
            return 200, {"code_url": "weixin://wxpay/bizpayurl?pr=p4lpSuKzz"}
        if path.endswith("/h5"):
            address = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx1&package=2"
            return (200, {"h5_url": address}) if self.h5 else (403, {"code": "NO_AUTH", "message": "商户无此权限"})
        name = path.rpartition("/")[2]
        if "/out-trade-no/" in path:
            return (200, self.orders[name]) if name in self.orders else (404, {"code": "ORDER_NOT_EXIST"})
        if name != "refunds":
            return (200, self.refunds[name]) if name in self.refunds else (404, {"code": "RESOURCE_NOT_EXISTS"})
        if self.refuses:
            return 403, {"code": self.refuses, "message": "基本账户余额不足"}
        number = said["out_refund_no"]
        made = refund("", number, said["amount"]["refund"], status=self.state)
        made["out_trade_no"] = self._reference
        return 200, self.refunds.setdefault(number, made)

    _reference = ""

    def of(self, reference: str) -> Wechat:
        self._reference = reference
        return self
