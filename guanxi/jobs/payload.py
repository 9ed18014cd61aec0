"""What a job carries must be JSON: checked when it is enqueued, not when a worker trips over it."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import orjson


def to_json(value: Any) -> str:
    """JSON text of plain data; Structs, dates, decimals and enumerations are turned into plain data first.

    Raises TypeError on anything else, also on NaN, integers beyond 64 bits and texts that PostgreSQL refuses.
    """
    plain = msgspec.to_builtins(value, str_keys=True)
    _check(plain)
    return orjson.dumps(plain).decode()


def from_json(value: Any) -> Any:
    """A document as the database gives it back, where one that is only a text still has its quotes."""
    return orjson.loads(value) if isinstance(value, str) else value


def _check(value: Any) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            _check(key)
            _check(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item)
    elif isinstance(value, str) and "\0" in value:
        raise TypeError("a text in a job's payload contains NUL")
    elif isinstance(value, float) and not math.isfinite(value):
        raise TypeError("a number in a job's payload is not finite")
