"""Where a page of a list ended: the value that it is sorted by and the id, in one opaque text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from guanxi.declare.fields import Kind
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records.marks import MarkId, read_mark, write_mark
from guanxi.records.shape import Shape


def encode_cursor(value: Any, id: int) -> str:
    return write_mark(str(value) if isinstance(value, Decimal) else value, id)


def decode_cursor(shape: Shape, cursor: str) -> tuple[Any, int]:
    """Raises InvalidInput on a cursor that this list did not give out."""
    value, id = read_mark(cursor, tuple[Any, MarkId])
    try:
        if value is not None:
            value = _CURSOR_TYPES.get(shape.kind, lambda v: msgspec.convert(v, str))(value)
    except (ValueError, msgspec.MsgspecError, ArithmeticError) as error:
        raise InvalidInput({"after": _("This page mark is not valid.")}) from error
    return value, id


def _big(value: Any) -> int:
    number = msgspec.convert(value, int)
    if abs(number) >= 2**63:
        raise ValueError(number)
    return number


_CURSOR_TYPES: dict[Kind, Any] = {
    Kind.INTEGER: _big,
    Kind.MONEY: _big,
    Kind.RELATION: _big,
    Kind.BOOLEAN: lambda value: msgspec.convert(value, bool),
    Kind.DATE: lambda value: msgspec.convert(value, date),
    Kind.DATETIME: lambda value: msgspec.convert(value, datetime),
    Kind.DECIMAL: lambda value: Decimal(msgspec.convert(value, str)),
}
