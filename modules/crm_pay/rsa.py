"""RSA keys as people paste them, and signatures by PKCS#1 v1.5 with SHA-256, as Alipay and WeChat Pay use them."""

from __future__ import annotations

import base64
import binascii
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key

from crm_pay.errors import BadSignature, KeysMissing

_MARKS = re.compile(r"-----[A-Z ]+-----")


def _der(text: str) -> bytes:
    """Of a key as PEM, also in one line; or as the bare base64 that Alipay's tools give out."""
    return base64.b64decode("".join(_MARKS.sub("", text).split()), validate=True)


def sign(private_key: str, content: bytes) -> str:
    """In base64. Raises KeysMissing."""
    try:
        key = load_der_private_key(_der(private_key), None)
    except (ValueError, TypeError, binascii.Error) as error:
        raise KeysMissing() from error
    if not isinstance(key, RSAPrivateKey):
        raise KeysMissing()
    return base64.b64encode(key.sign(content, PKCS1v15(), SHA256())).decode()


def public_key(text: str) -> RSAPublicKey:
    """Raises BadSignature: with another key than theirs nothing can be told from a forgery."""
    try:
        key = load_der_public_key(_der(text))
    except (ValueError, TypeError, binascii.Error) as error:
        raise BadSignature() from error
    if not isinstance(key, RSAPublicKey):
        raise BadSignature()
    return key


def check(key: RSAPublicKey, signature: str, content: bytes) -> None:
    """Raises BadSignature."""
    try:
        key.verify(base64.b64decode(signature, validate=True), content, PKCS1v15(), SHA256())
    except (ValueError, binascii.Error, InvalidSignature) as error:
        raise BadSignature() from error
