"""Checked Python values, ready for the database: types, lengths, ranges and choices by field."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.money import MAX_MINOR, is_currency
from guanxi.records.periods import FIRST_YEAR, LAST_YEAR, YEAR_RANGE
from guanxi.records.shape import Shape
from guanxi.records.tags import check_tags
from guanxi.records.wrong import REQUIRED as REQUIRED, Wrong as Wrong

INT_LIMIT = 2**31 - 1
ID_LIMIT = 2**63 - 1

_EMPTY_TEXTS = frozenset({Kind.TEXT, Kind.MULTILINE, Kind.EMAIL, Kind.PHONE, Kind.URL})
"""Kinds whose empty value is the empty text, where there is no null."""


def check(shape: Shape, value: Any) -> Any:
    """`value` as the database wants it; None where nothing was given. Raises Wrong."""
    if shape.kind is Kind.TAGS:
        return check_tags(shape.required, [] if value is None or value == "" else value)
    if value is None or value == "":
        if shape.required:
            raise Wrong(REQUIRED)
        return None if shape.null or value is None or shape.kind not in _EMPTY_TEXTS else value
    return _CHECKS[shape.kind](shape, value)


def _text(shape: Shape, value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong(_("Enter a text."))
    if "\x00" in value or any("\ud800" <= char <= "\udfff" for char in value):
        raise Wrong(_("This text has characters that cannot be stored."))
    if shape.kind is not Kind.MULTILINE and any(char in value for char in "\r\n"):
        raise Wrong(_("This field takes a single line."))
    limit = shape.max_length or 100_000
    if len(value) > limit:
        raise Wrong(_("At most {limit} characters.", limit=limit))
    if shape.required and not value.strip():
        raise Wrong(REQUIRED)
    return value


def _email(shape: Shape, value: Any) -> str:
    text = _text(shape, value).strip()
    local, at, domain = text.rpartition("@")
    if not at or not local or "." not in domain.strip(".") or any(char.isspace() or char in "<>,;" for char in text):
        raise Wrong(_("Enter an e-mail address."))
    return text


def _url(shape: Shape, value: Any) -> str:
    text = _text(shape, value).strip()
    if not text.lower().startswith(("https://", "http://")) or any(char.isspace() for char in text):
        raise Wrong(_("Enter an address that starts with https://."))
    return text


def _bounded(shape: Shape, value: int, limit: int) -> int:
    low = shape.field.minimum if shape.field.minimum is not None else -limit
    high = shape.field.maximum if shape.field.maximum is not None else limit
    if not low <= value <= high:
        raise Wrong(_("Enter a number from {low} to {high}.", low=low, high=high))
    return value


def _integer(shape: Shape, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(_("Enter a whole number."))
    return _bounded(shape, value, INT_LIMIT)


def _money(shape: Shape, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(_("Enter an amount in minor units."))
    return _bounded(shape, value, MAX_MINOR)


def _decimal(shape: Shape, value: Any) -> Decimal:
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if not isinstance(value, Decimal) or not value.is_finite():
        raise Wrong(_("Enter a number."))
    places, digits = shape.decimals or 0, shape.digits or 18
    limit = Decimal(10) ** (digits - places)
    if not -limit < value < limit:  # first: numbers that are too large cannot be rounded
        raise Wrong(_("This number is too large."))
    if value != round(value, places):
        raise Wrong(_("At most {places} decimals.", places=places))
    if shape.field.minimum is not None and value < shape.field.minimum:
        raise Wrong(_("At least {low}.", low=shape.field.minimum))
    if shape.field.maximum is not None and value > shape.field.maximum:
        raise Wrong(_("At most {high}.", high=shape.field.maximum))
    return round(value, places)


def _currency(shape: Shape, value: Any) -> str:
    if not isinstance(value, str) or not is_currency(value):
        raise Wrong(_("Enter a currency code such as CNY."))
    return value


def _boolean(shape: Shape, value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong(_("Choose yes or no."))
    return value


def _date(shape: Shape, value: Any) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong(_("Enter a date such as 2026-01-31."))
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Wrong(YEAR_RANGE)
    return value


def _datetime(shape: Shape, value: Any) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise Wrong(_("Enter a date and time with its zone."))
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Wrong(YEAR_RANGE)
    return value.astimezone(UTC)


def _choice(shape: Shape, value: Any) -> str:
    assert shape.choices is not None
    if not isinstance(value, str) or value not in {str(choice) for choice in shape.choices}:
        raise Wrong(_("This is none of the choices."))
    return str(value)


def _relation(shape: Shape, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= ID_LIMIT:
        raise Wrong(_("There is no such record."))
    return value


def _plain_json(value: Any, depth: int = 0) -> bool:
    if depth > 10:
        return False
    if isinstance(value, dict):
        return all(isinstance(key, str) and _plain_json(item, depth + 1) for key, item in value.items())
    if isinstance(value, list):
        return all(_plain_json(item, depth + 1) for item in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, int | bool) or (isinstance(value, str) and "\x00" not in value)


def _json(shape: Shape, value: Any) -> Any:
    if not _plain_json(value):
        raise Wrong(_("This is no valid JSON value."))
    return value


_CHECKS: dict[Kind, Callable[[Shape, Any], Any]] = {
    Kind.TEXT: _text,
    Kind.MULTILINE: _text,
    Kind.PHONE: _text,
    Kind.EMAIL: _email,
    Kind.URL: _url,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.MONEY: _money,
    Kind.CURRENCY: _currency,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
    Kind.CHOICE: _choice,
    Kind.RELATION: _relation,
    Kind.JSON: _json,
}


def number_from(text: str, limit: int = ID_LIMIT) -> int | None:
    """The number that an address or a hidden input holds, 0 to `limit` in plain digits; None for anything else."""
    if not text.isascii() or not text.isdigit() or len(text) > len(str(limit)) or int(text) > limit:
        return None
    return int(text)


def invalid(errors: dict[str, Text]) -> None:
    """Raises InvalidInput where there are any."""
    if errors:
        raise InvalidInput(errors)
