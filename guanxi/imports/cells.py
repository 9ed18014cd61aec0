"""Cells of one column into checked values: everything that does not depend on the row is prepared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.i18n import LOCALES, translate
from guanxi.imports.dates import READERS, Unclear, order_of
from guanxi.imports.normal import normalize
from guanxi.imports.numbers import plain_integer, plain_number
from guanxi.records.input import MISREAD, parse_text
from guanxi.records.shape import Shape
from guanxi.records.values import Wrong, check

Parse = Callable[[str], Any]
"""Raises guanxi.records.values.Wrong."""

_PLAIN = re.compile("[^\x00\r\n\ud800-\udfff]+")
_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_REPEATING = frozenset({Kind.BOOLEAN, Kind.CURRENCY, Kind.INTEGER, Kind.DECIMAL})
_MOST_KNOWN = 20_000
_YES_OR_NO = {
    **dict.fromkeys(("t", "真", "对", "有", "✓", "✔", "☑"), "1"),
    **dict.fromkeys(("f", "假", "错", "无", "✗", "✘", "☐"), "0"),
}


def parser_for(shape: Shape, cells: Iterable[str] = (), *, defaults: bool = True) -> Parse:
    """For any kind but relations and money. `cells`: all of the column, which show how its dates are written.

    `defaults`: an empty cell takes the field's default.
    """
    parse = _parser(shape, cells)
    default = shape.field.default if defaults else None
    if default is None:
        return parse
    given = default

    def or_default(text: str) -> Any:
        value = parse(text)
        return given() if value is None else value

    return or_default


def _parser(shape: Shape, cells: Iterable[str]) -> Parse:
    match shape.kind:
        case Kind.CHOICE:
            return _choices(shape)
        case Kind.TEXT | Kind.PHONE:
            return _plain(shape)
        case Kind.DATE | Kind.DATETIME:
            return _remembering(_dates(shape, cells))
        case Kind.MULTILINE:
            return lambda text: parse_text(shape, text.replace("\r\n", "\n").replace("\r", "\n"))
    return (
        _remembering(lambda text: parse_text(shape, _cleaned(shape.kind, text)))
        if shape.kind in _REPEATING
        else (lambda text: parse_text(shape, text))
    )


def _cleaned(kind: Kind, text: str) -> str:
    match kind:
        case Kind.INTEGER:
            return plain_integer(text)
        case Kind.DECIMAL:
            return plain_number(text)
        case Kind.BOOLEAN:
            return _YES_OR_NO.get(text.strip().casefold(), text)
    return text


def _plain(shape: Shape) -> Parse:
    """Most cells are ordinary text within the limit; whatever is not goes the long way. Line breaks become spaces."""
    limit = shape.max_length or 100_000
    fits = _PLAIN.fullmatch

    def plain(text: str) -> Any:
        text = text.strip()
        return text if len(text) <= limit and fits(text) else parse_text(shape, _BREAKS.sub(" ", text))

    return plain


def _choices(shape: Shape) -> Parse:
    """By value, or by label in any language."""
    assert shape.choices is not None
    known: dict[str, str] = {}
    for choice in shape.choices:
        for word in (str(choice), *(translate(choice.label, locale) for locale in LOCALES)):
            known.setdefault(normalize(word), str(choice))

    def choose(text: str) -> Any:
        return known.get(normalize(text)) or parse_text(shape, text)

    return _remembering(choose)


def _dates(shape: Shape, cells: Iterable[str]) -> Parse:
    order = order_of(cells)
    reader = READERS[shape.kind]

    def parse(text: str) -> Any:
        if not text.strip():
            return check(shape, None)
        try:
            return check(shape, reader(text, order))
        except Unclear as error:
            raise Wrong(error.reason) from error
        except (ValueError, OverflowError) as error:
            raise Wrong(MISREAD[shape.kind]) from error

    return parse


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
