"""Reading texts and numbers out of what a provider sends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from crm_pay.errors import BadMessage

_LARGEST = 10**15


def decode(body: bytes) -> dict[str, Any]:
    """A JSON object. Raises BadMessage."""
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessage() from error
    if not isinstance(found, dict):
        raise BadMessage()
    return found


def part(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def text(data: Mapping[str, Any], name: str, longest: int = 120) -> str:
    """Empty where it is not there. Raises BadMessage."""
    found = data.get(name)
    if found is None:
        return ""
    if not isinstance(found, str) or len(found) > longest or not found.isprintable():
        raise BadMessage()
    return found


def number(data: Mapping[str, Any], name: str) -> int:
    """Raises BadMessage, also where it is not there."""
    found = data.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found < _LARGEST:
        raise BadMessage()
    return found


def moment(data: Mapping[str, Any], name: str) -> datetime:
    """Seconds since 1970."""
    seconds = number(data, name)
    if seconds > 32_503_680_000:
        raise BadMessage()
    return datetime.fromtimestamp(seconds, UTC)


def currency(data: Mapping[str, Any], name: str) -> str:
    code = text(data, name, 3).upper()
    if not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise BadMessage()
    return code


def reason(data: Mapping[str, Any]) -> str:
    """Why a provider will not: its code and its words."""
    return " ".join(filter(None, (text(data, "code"), text(data, "message", 2000))))
