"""Values as the API writes them: instants with `Z`, decimals as strings, enumerations by value."""

from __future__ import annotations

import base64
from decimal import Decimal
from typing import Any

import msgspec
import orjson

_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


def _other(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if isinstance(value, msgspec.Struct):
        return msgspec.to_builtins(value)
    return str(value)


def dumps(value: Any) -> bytes:
    return orjson.dumps(value, default=_other, option=_OPTIONS)
