"""How WeChat Pay's APIv3 signs, and hides: requests, answers and notifications.

What it sends is signed with a platform certificate's key or with the one key called 微信支付公钥; the header
Wechatpay-Serial says with which: the certificate's serial number, or the key's id (PUB_KEY_ID_…).
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509 import load_pem_x509_certificate

from crm_pay import messages, rsa
from crm_pay.errors import BadMessage, BadSignature

TOLERANCE = 300
"""seconds that a message may be old, or ahead"""
_SCHEME = "WECHATPAY2-SHA256-RSA2048"
_ALGORITHM = "AEAD_AES_256_GCM"
_PEM = re.compile(r"-----BEGIN ([A-Z ]+)-----.+?-----END \1-----", re.DOTALL)


def authorization(keys: Mapping[str, str], method: str, path: str, body: bytes, at: datetime) -> str:
    """Of a request; `path` with its query. Raises KeysMissing."""
    stamp, nonce = str(int(at.timestamp())), secrets.token_hex(16)
    content = f"{method}\n{path}\n{stamp}\n{nonce}\n".encode() + body + b"\n"
    values = {
        "mchid": keys.get("mchid", ""),
        "nonce_str": nonce,
        "signature": rsa.sign(keys.get("private_key", ""), content),
        "timestamp": stamp,
        "serial_no": keys.get("serial_no", ""),
    }
    return f"{_SCHEME} " + ",".join(f'{name}="{value}"' for name, value in values.items())


def _serial(text: str) -> str:
    """Certificates' serial numbers are written in either case, with or without zeros before them."""
    return text if text.startswith("PUB_KEY_ID_") else text.upper().lstrip("0")


def _their_keys(keys: Mapping[str, str], now: datetime) -> dict[str, RSAPublicKey]:
    """By serial number. While WeChat Pay goes from certificates to a public key, both are in use."""
    found: dict[str, RSAPublicKey] = {}
    for block in _PEM.finditer(keys.get("wechatpay_keys", "")):
        if block[1] == "CERTIFICATE":
            certificate = load_pem_x509_certificate(block[0].encode())
            key = certificate.public_key()
            in_force = certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc
            if isinstance(key, RSAPublicKey) and in_force:
                found[_serial(f"{certificate.serial_number:X}")] = key
        elif keys.get("public_key_id"):
            found[_serial(keys["public_key_id"])] = rsa.public_key(block[0])
    return found


def check(keys: Mapping[str, str], headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Of an answer or a notification. Raises BadSignature."""
    stamp, nonce = headers.get("wechatpay-timestamp", ""), headers.get("wechatpay-nonce", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 13) or abs(now.timestamp() - int(stamp)) > TOLERANCE:
        raise BadSignature()
    try:
        key = _their_keys(keys, now).get(_serial(headers.get("wechatpay-serial", "")))
    except ValueError as error:
        raise BadSignature() from error
    if key is None:
        raise BadSignature()
    content = f"{stamp}\n{nonce}\n".encode("utf-8", "surrogatepass") + body + b"\n"
    rsa.check(key, headers.get("wechatpay-signature", ""), content)


def uncover(keys: Mapping[str, str], resource: Mapping[str, Any]) -> dict[str, Any]:
    """What a notification is about. Raises BadMessage, BadSignature where it was hidden with another key."""
    if messages.text(resource, "algorithm") != _ALGORITHM:
        raise BadMessage()
    nonce = messages.text(resource, "nonce").encode()
    covered = messages.text(resource, "associated_data").encode()
    try:
        hidden = base64.b64decode(messages.text(resource, "ciphertext", 200_000), validate=True)
        shown = AESGCM(keys.get("apiv3_key", "").encode()).decrypt(nonce, hidden, covered)
    except InvalidTag as error:
        raise BadSignature() from error
    except (ValueError, binascii.Error) as error:
        raise BadMessage() from error
    return messages.decode(shown)
