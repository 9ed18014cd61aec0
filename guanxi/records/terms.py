"""One filter of a list, `total.ge=100` or `created_at=this_month`, as a condition."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from guanxi import clock
from guanxi.context import current_actor, current_company
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import Compare, Condition, all_of, any_of, eq, ge, has, in_, is_null, lt, not_
from guanxi.i18n import Text, _
from guanxi.records.input import parse_text
from guanxi.records.periods import Days, period
from guanxi.records.rules import readable_fields
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.tags import MAX_LENGTH
from guanxi.records.values import Wrong

OPERATORS = ("eq", "ne", "lt", "le", "gt", "ge", "min", "max", "contains", "starts", "null")
"""`min` and `max` are `ge` and `le` as people type them: amounts in major units"""
TEXTS = frozenset({Kind.TEXT, Kind.MULTILINE, Kind.EMAIL, Kind.PHONE, Kind.URL})
DATES = frozenset({Kind.DATE, Kind.DATETIME})
_SYSTEM = (
    Field("id", _("ID"), kind=Kind.INTEGER, readonly=True, sort=True, filter=True),
    Field("created_at", _("Created on"), kind=Kind.DATETIME, readonly=True, filter=True),
    Field("updated_at", _("Changed on"), kind=Kind.DATETIME, readonly=True, filter=True),
)
_NO_FIELD = _("There is no such field to filter by.")


def shape_named(resource: Resource, name: str) -> Shape:
    """A field that the actor may read, or one that every record has. Raises Wrong."""
    if name in {field.name for field in readable_fields(resource)}:
        return shapes_of(resource)[name]
    for system in _SYSTEM:
        if system.name == name and name in resource.model._meta.fields_map:
            return Shape(system, name, system.kind or Kind.TEXT, name, False, True, None, None)
    raise Wrong(_NO_FIELD)


def term(resource: Resource, name: str, values: list[str]) -> Condition:
    """`name` is a field, or a field and an operator; several values of one field are alternatives. Raises Wrong."""
    field_name, _dot, operator = name.partition(".")
    operator = operator or "eq"
    shape = shape_named(resource, field_name)
    if operator not in OPERATORS or shape.kind is Kind.JSON:
        raise Wrong(_NO_FIELD)
    if any("\x00" in value for value in values):
        raise Wrong(_("This cannot be searched for."))
    if operator == "null":
        return _empty(shape, values[-1].casefold() not in ("0", "false", "no"))
    if operator in ("contains", "starts"):
        if shape.kind not in TEXTS:
            raise Wrong(_("Only a text can be filtered like that."))
        return any_of(*(Compare(shape.column, operator, value[:200]) for value in values))  # type: ignore[arg-type]
    if operator in ("min", "max"):
        return all_of(*(_bound(shape, operator, value) for value in values))
    if shape.kind in DATES:
        return _dates(shape, operator, values)
    if shape.kind is Kind.TAGS:
        return _tags(shape, operator, values)
    typed = [_value(shape, value) for value in values]
    if operator == "eq":
        return eq(shape.column, typed[0]) if len(typed) == 1 else in_(shape.column, typed)
    return all_of(*(Compare(shape.column, operator, value) for value in typed))  # type: ignore[arg-type]


def _empty(shape: Shape, empty: bool) -> Condition:
    """Nothing, or a text of no characters."""
    if shape.kind in TEXTS or (shape.kind is Kind.CHOICE and not shape.null):
        nothing = any_of(is_null(shape.column), eq(shape.column, ""))
        return nothing if empty else not_(nothing)
    if shape.kind is Kind.TAGS:
        return eq(shape.column, []) if empty else not_(eq(shape.column, []))
    return is_null(shape.column, empty)


def _tags(shape: Shape, operator: str, values: list[str]) -> Condition:
    found = any_of(*(has(shape.column, value.strip()[:MAX_LENGTH]) for value in values))
    if operator not in ("eq", "ne"):
        raise Wrong(_NO_FIELD)
    return found if operator == "eq" else not_(found)


def _bound(shape: Shape, operator: str, text: str) -> Condition:
    if shape.kind not in (Kind.MONEY, Kind.INTEGER, Kind.DECIMAL, *DATES):
        raise Wrong(_NO_FIELD)
    sign = "ge" if operator == "min" else "le"
    if shape.kind is Kind.MONEY:
        return Compare(shape.column, sign, parse_text(_free(shape, Kind.MONEY), text))  # type: ignore[arg-type]
    return term_value(shape, sign, text)


def term_value(shape: Shape, operator: str, text: str) -> Condition:
    if shape.kind in DATES:
        return _dates(shape, operator, [text])
    return Compare(shape.column, operator, _value(shape, text))  # type: ignore[arg-type]


def _free(shape: Shape, kind: Kind) -> Shape:
    """The same column without the limits of what may be entered."""
    return Shape(Field(shape.name, shape.field.label), shape.name, kind, shape.column, False, True, None, None)


def _value(shape: Shape, text: str) -> Any:
    if shape.kind is Kind.MONEY:
        minor = text.lstrip("-")
        if not minor.isascii() or not minor.isdigit() or len(minor) > 16:
            raise Wrong(_("Enter an amount in minor units."))
        return int(text)
    if shape.kind is Kind.RELATION and text == "me" and shape.field.to == "guanxi/users":
        return current_actor().id
    if shape.kind is Kind.INTEGER and shape.name == "id":
        return parse_text(_free(shape, Kind.RELATION), text)
    return parse_text(shape, text)


def _dates(shape: Shape, operator: str, values: list[str]) -> Condition:
    made = [_date(shape, operator, value) for value in values]
    return any_of(*made) if operator == "eq" and len(made) > 1 else all_of(*made)


def _date(shape: Shape, operator: str, text: str) -> Condition:
    zone = current_company().zone
    days = period(text, clock.today(zone))
    if days is None:
        value = parse_text(_free(shape, Kind.DATE if len(text) <= 10 else shape.kind), text)
        if isinstance(value, datetime):
            return Compare(shape.column, operator, value)  # type: ignore[arg-type]
        if not isinstance(value, date):
            raise Wrong(_("Enter a date such as 2026-01-31."))
        if shape.kind is Kind.DATE and operator in ("eq", "ne"):
            return Compare(shape.column, operator, value)  # type: ignore[arg-type]
        days = value, value + timedelta(days=1)
    return during(shape, days, operator)


def during(shape: Shape, days: Days, operator: str = "eq") -> Condition:
    """The date or instant lies in `days` (eq), before them (lt), not after them (le) and so on."""
    start, end = (_edge(shape)(day) for day in days)
    match operator:
        case "lt":
            return lt(shape.column, start)
        case "le":
            return lt(shape.column, end)
        case "gt":
            return ge(shape.column, end)
        case "ge":
            return ge(shape.column, start)
    inside = all_of(ge(shape.column, start), lt(shape.column, end))
    return not_(inside) if operator == "ne" else inside


def _edge(shape: Shape) -> Callable[[date], date | datetime]:
    zone = current_company().zone
    return (lambda day: clock.day_start(day, zone)) if shape.kind is Kind.DATETIME else (lambda day: day)


def field_label(resource: Resource, name: str) -> Text:
    """What people call the field `name`; the name itself where there is none."""
    try:
        return shape_named(resource, name).field.label
    except Wrong:
        return Text(name[:60].replace("{", "").replace("}", ""))
