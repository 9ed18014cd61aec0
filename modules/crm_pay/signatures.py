"""The HMAC signature `t=…,v1=…` over `t.body`, as Stripe documents it and our test provider uses it, too."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from crm_pay.errors import BadSignature

TOLERANCE = 300
"""seconds that a message may be old, or ahead"""


def sign(secret: str, body: bytes, at: datetime) -> str:
    stamp = str(int(at.timestamp()))
    return f"t={stamp},v1={_digest(secret, stamp, body)}"


def check(secret: str, header: str, body: bytes, now: datetime) -> None:
    """In constant time; several `v1` may be there while a secret is replaced. Raises BadSignature."""
    parts = [part.strip().partition("=") for part in header[:2000].split(",")]
    stamps = [value for name, _equals, value in parts if name == "t"]
    given = [value for name, _equals, value in parts if name == "v1"]
    if not secret or len(stamps) != 1 or not (stamps[0].isascii() and stamps[0].isdigit() and len(stamps[0]) < 13):
        raise BadSignature()
    expected = _digest(secret, stamps[0], body).encode()
    good = [hmac.compare_digest(expected, value.encode("utf-8", "surrogatepass")) for value in given]
    if not any(good) or abs(now.timestamp() - int(stamps[0])) > TOLERANCE:
        raise BadSignature()


def _digest(secret: str, stamp: str, body: bytes) -> str:
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
