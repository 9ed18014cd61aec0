"""What a list asks for: filters, search, order and page, from an address or an API call.

`?stage=lead&stage=won&owner=3&created_at.ge=2026-01-01&name.contains=x&q=text&sort=-name&limit=80&after=<cursor>`
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import msgspec

from guanxi import clock
from guanxi.context import current_company
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import (
    ALWAYS,
    AllOf,
    Compare as _Compare,
    Condition,
    all_of,
    any_of,
    contains,
    eq,
    ge,
    in_,
    is_null,
    lt,
)
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.records.input import parse_text
from guanxi.records.rules import readable, readable_fields
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.values import Wrong

MAX_LIMIT = 200
MAX_TERMS = 50
_OPERATORS = ("eq", "ne", "lt", "le", "gt", "ge", "contains", "starts", "null")
_SYSTEM = (
    Field("id", _("ID"), kind=Kind.INTEGER, readonly=True, sort=True, filter=True),
    Field("created_at", _("Created on"), kind=Kind.DATETIME, readonly=True, filter=True),
    Field("updated_at", _("Changed on"), kind=Kind.DATETIME, readonly=True, filter=True),
)


@dataclass(frozen=True, slots=True)
class ListQuery:
    where: Condition = ALWAYS
    search: str = ""
    sort: str = ""
    """a field's name, `-` before it for descending; empty: the list's own"""
    limit: int = 50
    after: str = ""
    """cursor of the page before"""
    columns: tuple[str, ...] = ()
    """fields to read; empty: all that the actor may"""


@dataclass(frozen=True, slots=True)
class RecordPage:
    rows: list[dict[str, Any]]
    next_cursor: str | None = None


@dataclass(slots=True)
class _Parsed:
    conditions: list[Condition] = field(default_factory=list)
    errors: dict[str, Text] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)


def sortable(resource: Resource) -> set[str]:
    """What the actor may sort the list by: never by a field that they may not read."""
    hidden = {f.name for f in resource.fields if not readable(f)}
    return ({"id", resource.list.sort.removeprefix("-")} | {f.name for f in resource.fields if f.sort}) - hidden


def default_sort(resource: Resource) -> str:
    own = resource.list.sort
    return own if own.removeprefix("-") in sortable(resource) else "id"


def parse_list_query(resource: Resource, params: Iterable[tuple[str, str]], *, limit: int = 50) -> ListQuery:
    """Raises InvalidInput, naming each parameter that cannot be taken. `limit`: where the address names none."""
    parsed = _Parsed()
    grouped: dict[str, list[str]] = {}
    for name, value in params:
        if name in ("q", "sort", "limit", "after", "columns"):
            parsed.options[name] = value
        elif value != "":
            grouped.setdefault(name, []).append(value)
    if sum(map(len, grouped.values())) > MAX_TERMS:
        raise InvalidInput(message=_("At most {limit} filter values.", limit=MAX_TERMS))
    for name, values in grouped.items():
        try:
            parsed.conditions.append(_term(resource, name, values))
        except Wrong as wrong:
            parsed.errors[name[:100]] = wrong.text
    query = _options(resource, parsed, limit)
    if parsed.errors:
        raise InvalidInput(parsed.errors)
    return query


def _options(resource: Resource, parsed: _Parsed, default: int) -> ListQuery:
    options, errors = parsed.options, parsed.errors
    sort = options.get("sort", "")
    if sort and sort.removeprefix("-") not in sortable(resource):
        errors["sort"] = _("The list cannot be sorted by this.")
    text = options.get("limit", str(default))
    limit = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    if not 1 <= limit <= MAX_LIMIT:
        errors["limit"] = _("Enter a number from {low} to {high}.", low=1, high=MAX_LIMIT)
    search = options.get("q", "").strip()
    if len(search) > 200 or "\x00" in search:
        errors["q"] = _("This cannot be searched for.")
    names = {f.name for f in readable_fields(resource)}
    columns = tuple(part for part in options.get("columns", "").split(",") if part)
    if unknown := set(columns) - names:
        errors["columns"] = _("There is no field {name}.", name=min(unknown)[:50])
    return ListQuery(
        where=AllOf(tuple(parsed.conditions)),
        search=search,
        sort=sort,
        limit=limit,
        after=options.get("after", ""),
        columns=columns,
    )


def _shape_named(resource: Resource, name: str) -> Shape:
    readable = {f.name for f in readable_fields(resource)}
    if name in readable:
        return shapes_of(resource)[name]
    for system in _SYSTEM:
        if system.name == name:
            return Shape(system, name, system.kind or Kind.TEXT, name, False, True, None, None)
    raise Wrong(_("There is no such field to filter by."))


def _term(resource: Resource, name: str, values: list[str]) -> Condition:
    field_name, _dot, operator = name.partition(".")
    operator = operator or "eq"
    shape = _shape_named(resource, field_name)
    if operator not in _OPERATORS or shape.kind is Kind.JSON:
        raise Wrong(_("There is no such field to filter by."))
    if any("\x00" in value for value in values):
        raise Wrong(_("This cannot be searched for."))
    if operator == "null":
        return is_null(shape.column, values[-1].casefold() not in ("0", "false", "no"))
    if operator in ("contains", "starts"):
        if shape.kind not in (Kind.TEXT, Kind.MULTILINE, Kind.EMAIL, Kind.PHONE, Kind.URL):
            raise Wrong(_("Only a text can be filtered like that."))
        return any_of(*(_Compare(shape.column, operator, value[:200]) for value in values))  # type: ignore[arg-type]
    typed = [_value(shape, value) for value in values]
    if operator == "eq":
        return _equals(shape, typed)
    return all_of(*(_compare(shape, operator, value) for value in typed))


def _value(shape: Shape, text: str) -> Any:
    if shape.kind in (Kind.DATETIME, Kind.DATE) and len(text) == 10:
        shape = Shape(shape.field, shape.name, Kind.DATE, shape.column, False, True, None, None)
    if shape.kind is Kind.MONEY:
        minor = text.lstrip("-")
        if not minor.isascii() or not minor.isdigit() or len(minor) > 16:
            raise Wrong(_("Enter an amount in minor units."))
        return int(text)
    if shape.kind is Kind.INTEGER and shape.name == "id":
        shape = Shape(shape.field, shape.name, Kind.RELATION, shape.column, False, True, None, None)
    return parse_text(shape, text)


def _is_day(shape: Shape, value: Any) -> bool:
    return shape.kind is Kind.DATETIME and isinstance(value, date) and not isinstance(value, datetime)


def _equals(shape: Shape, values: list[Any]) -> Condition:
    if any(_is_day(shape, value) for value in values):
        return any_of(*(_whole_day(shape.column, value) for value in values))
    return eq(shape.column, values[0]) if len(values) == 1 else in_(shape.column, values)


def _whole_day(column: str, day: date) -> Condition:
    zone = current_company().zone
    return all_of(ge(column, clock.day_start(day, zone)), lt(column, clock.day_end(day, zone)))


def _compare(shape: Shape, operator: str, value: Any) -> Condition:
    if _is_day(shape, value):
        start = value + timedelta(days=1) if operator in ("le", "gt") else value
        operator = {"le": "lt", "gt": "ge"}.get(operator, operator)
        value = clock.day_start(start, current_company().zone)
    return _Compare(shape.column, operator, value)  # type: ignore[arg-type]


def search_condition(resource: Resource, text: str) -> Condition:
    """Some searched field contains `text`, unless the resource has a search of its own."""
    if not text:
        return ALWAYS
    if resource.search is not None:
        return resource.search(text)
    readable = {f.name for f in readable_fields(resource)}
    return any_of(*(contains(f.name, text) for f in resource.fields if f.search and f.name in readable))


def encode_cursor(value: Any, id: int) -> str:
    if isinstance(value, Decimal):
        value = str(value)
    return base64.urlsafe_b64encode(msgspec.json.encode([value, id])).rstrip(b"=").decode()


def decode_cursor(shape: Shape, cursor: str) -> tuple[Any, int]:
    """Raises InvalidInput on a cursor that this list did not give out."""
    try:
        raw = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        value, id = msgspec.json.decode(raw, type=tuple[Any, int])
        if value is not None:
            value = _CURSOR_TYPES.get(shape.kind, lambda v: msgspec.convert(v, str))(value)
        if not 0 <= id < 2**63:
            raise ValueError(id)
    except (ValueError, msgspec.MsgspecError, binascii.Error, ArithmeticError, UnicodeError) as error:
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
