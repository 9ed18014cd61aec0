"""What the server and the process that signs say to each other, as msgpack. One request, one answer, then it ends."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec


class KeyPair(msgspec.Struct, frozen=True, kw_only=True):
    """A private key, its certificate and those that lead to the root: DER. Names as in RFC 4514."""

    key: bytes
    certificate: bytes
    chain: list[bytes]
    subject: str
    issuer: str
    valid_from: datetime
    valid_until: datetime


class Finish(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Put the pages of `evidence`, a PDF or nothing, behind those of `pdf`, and sign it where a pair is given."""

    pdf: bytes
    evidence: bytes
    at: datetime
    pair: KeyPair | None
    reason: str


class ReadPkcs12(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    content: bytes
    password: str


class MakePair(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A self-made certificate for `name`, from `now` on."""

    name: str
    now: datetime


Failure = Literal["password", "broken", "empty", "weak", "usage"]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    pdf: bytes = b""
    pair: KeyPair | None = None
    failure: Failure | None = None


Order = Finish | ReadPkcs12 | MakePair
