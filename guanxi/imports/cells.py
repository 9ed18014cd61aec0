"""Cells of one column into checked values: everything that does not depend on the row is prepared once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.i18n import LOCALES, translate
from guanxi.imports.normal import normalize
from guanxi.records.input import parse_text
from guanxi.records.shape import Shape

Parse = Callable[[str], Any]
"""Raises guanxi.records.values.Wrong."""

_PLAIN = re.compile("[^\x00\r\n\ud800-\udfff]+")
_REPEATING = frozenset({Kind.BOOLEAN, Kind.DATE, Kind.DATETIME, Kind.CURRENCY, Kind.INTEGER, Kind.DECIMAL})
_MOST_KNOWN = 20_000


def parser_for(shape: Shape) -> Parse:
    """For any kind but relations and money."""
    parse = _with_default(shape)
    if shape.kind is Kind.CHOICE:
        return _choices(shape, parse)
    if shape.kind in (Kind.TEXT, Kind.PHONE):
        return _plain(shape, parse)
    return _remembering(parse) if shape.kind in _REPEATING else parse


def _with_default(shape: Shape) -> Parse:
    default = shape.field.default

    def parse(text: str) -> Any:
        value = parse_text(shape, text)
        return default() if value is None and default is not None else value

    return parse


def _plain(shape: Shape, parse: Parse) -> Parse:
    """Most cells are ordinary text within the limit; whatever is not goes the long way."""
    limit = shape.max_length or 100_000
    fits = _PLAIN.fullmatch

    def plain(text: str) -> Any:
        text = text.strip()
        return text if len(text) <= limit and fits(text) else parse(text)

    return plain


def _choices(shape: Shape, parse: Parse) -> Parse:
    """By value, or by label in any language."""
    assert shape.choices is not None
    known: dict[str, str] = {}
    for choice in shape.choices:
        for word in (str(choice), *(translate(choice.label, locale) for locale in LOCALES)):
            known.setdefault(normalize(word), str(choice))

    def choose(text: str) -> Any:
        return known.get(normalize(text)) or parse(text)

    return _remembering(choose)


def _remembering(parse: Parse) -> Parse:
    known: dict[str, Any] = {}

    def remember(text: str) -> Any:
        if text in known:
            return known[text]
        value = parse(text)
        if len(known) < _MOST_KNOWN:
            known[text] = value
        return value

    return remember
