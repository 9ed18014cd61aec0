"""Input from outside, as JSON, form fields or cells of text, into checked values; all errors at once, by field path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from tortoise.models import Model

from guanxi.context import current_company
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.money import parse_amount, without_groups
from guanxi.records.periods import FIRST_YEAR, LAST_YEAR, YEAR_RANGE
from guanxi.records.shape import Shape, input_shape, shapes_of
from guanxi.records.tags import split_tags
from guanxi.records.values import ID_LIMIT, Wrong, check, invalid

CurrencyOf = Callable[[Shape], str | None]
"""The code that a typed amount is in; None is the company's."""
_INTEGER = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,20}(\.\d{1,12})?", re.ASCII)
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?", re.ASCII)
_YES = frozenset({"1", "true", "yes", "y", "on", "是", "√"})
_NO = frozenset({"0", "false", "no", "n", "off", "否", "×"})
_UNKNOWN = _("There is no such field, or you may not set it.")


def parse_text(shape: Shape, text: str, *, currency: str | None = None) -> Any:
    """The checked value that `text`, as people type it, stands for. Raises Wrong.

    `currency` is the code that an amount is in (the company's where None); amounts are in major units, `12.50`.
    """
    text = text.strip()
    if text == "":
        return check(shape, None if shape.null or shape.kind not in _TEXTS else "")
    try:
        value = _from_text(shape, text, currency)
    except (ValueError, InvalidOperation, OverflowError) as error:
        raise Wrong(MISREAD[shape.kind]) from error
    except InvalidInput as error:
        raise Wrong(error.text) from error
    return check(shape, value)


_TEXTS = frozenset({Kind.TEXT, Kind.MULTILINE, Kind.EMAIL, Kind.PHONE, Kind.URL, Kind.CURRENCY, Kind.CHOICE})
MISREAD: dict[Kind, Text] = {
    Kind.INTEGER: _("Enter a whole number."),
    Kind.DECIMAL: _("Enter a number."),
    Kind.DATE: _("Enter a date such as 2026-01-31."),
    Kind.DATETIME: _("Enter a date and time such as 2026-01-31 09:30."),
    Kind.BOOLEAN: _("Choose yes or no."),
    Kind.RELATION: _("There is no such record."),
    Kind.MONEY: _("Enter an amount such as 1234.50."),
}


def _from_text(shape: Shape, text: str, currency: str | None) -> Any:
    match shape.kind:
        case Kind.INTEGER | Kind.RELATION:
            return _whole(text)
        case Kind.DECIMAL:
            cleaned = without_groups(text)
            if not _DECIMAL.fullmatch(cleaned):
                raise ValueError(text)
            return Decimal(cleaned)
        case Kind.MONEY:
            return parse_amount(text, currency or current_company().currency)
        case Kind.BOOLEAN:
            return _yes_or_no(text)
        case Kind.DATE:
            return _day(text)
        case Kind.DATETIME:
            moment = datetime.fromisoformat(text.replace("/", "-"))
            return moment if moment.tzinfo else moment.replace(tzinfo=current_company().zone)
        case Kind.CURRENCY:
            return text.upper()
        case Kind.TAGS:
            return split_tags(text)
    return text


def _whole(text: str) -> int:
    cleaned = without_groups(text)
    if not _INTEGER.fullmatch(cleaned):
        raise ValueError(text)
    return int(cleaned)


def _yes_or_no(text: str) -> bool:
    folded = text.casefold()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    raise ValueError(text)


def read_id(text: str) -> int:
    """A record's id from an address or a form; 0, which no record has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def read_day(text: str | None, default: date, field: str) -> date:
    """A day of an address, as people type it, from 1900 to 2999. Raises InvalidInput for the parameter `field`."""
    if not text:
        return default
    try:
        day = _day(text.strip())
    except ValueError as error:
        raise InvalidInput({field: MISREAD[Kind.DATE]}) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidInput({field: YEAR_RANGE})
    return day


def _day(text: str) -> date:
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    return date(*(int(part) for part in found.groups()))


def parse_json_value(shape: Shape, value: Any) -> Any:
    """The checked value of a JSON value: instants and dates as ISO 8601, decimals as strings, money in minor units."""
    if isinstance(value, str) and value and shape.kind in (Kind.DATE, Kind.DATETIME, Kind.DECIMAL):
        try:
            value = _ISO[shape.kind](value, current_company().zone)
        except (ValueError, InvalidOperation, OverflowError) as error:
            raise Wrong(MISREAD[shape.kind]) from error
    if shape.kind is Kind.RELATION and isinstance(value, dict):
        value = value.get("id")
    return check(shape, value)


def _iso_datetime(text: str, zone: ZoneInfo) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _plain_decimal(text: str, zone: ZoneInfo) -> Decimal:
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


_ISO: dict[Kind, Any] = {
    Kind.DATE: lambda text, zone: date.fromisoformat(text),
    Kind.DATETIME: _iso_datetime,
    Kind.DECIMAL: _plain_decimal,
}


def parse_json(resource: Resource, body: Any, *, partial: bool) -> dict[str, Any]:
    """Values of a JSON object for `create`, or for `update` where `partial`. Raises InvalidInput."""
    errors: dict[str, Text] = {}
    values = _json_object(shapes_of(resource), body, {lines.name for lines in resource.lines}, partial, "", errors)
    if isinstance(body, dict):
        for lines in resource.lines:
            if lines.name in body:
                values[lines.name] = _json_lines(lines, body[lines.name], errors)
    invalid(errors)
    return values


def parse_json_fields(fields: Iterable[Field], body: Any) -> dict[str, Any]:
    """The input of an action or endpoint, by field name; every field is there, None where not given."""
    errors: dict[str, Text] = {}
    shapes = {field.name: input_shape(field) for field in fields}
    values = _json_object(shapes, {} if body is None else body, set(), False, "", errors)
    invalid(errors)
    return {name: values.get(name, _default(shape)) for name, shape in shapes.items()}


def _default(shape: Shape) -> Any:
    return shape.field.default() if shape.field.default else None


def _json_object(
    shapes: Mapping[str, Shape],
    body: Any,
    others: set[str],
    partial: bool,
    path: str,
    errors: dict[str, Text],
) -> dict[str, Any]:
    if not isinstance(body, dict):
        raise InvalidInput(message=_("The body must be a JSON object."))
    values: dict[str, Any] = {}
    for name, value in body.items():
        if name in others or name in ("id", "revision"):
            continue
        shape = shapes.get(name)
        if shape is None:
            errors[f"{path}{name}"[:200]] = _UNKNOWN
            continue
        try:
            values[name] = parse_json_value(shape, value)
        except Wrong as wrong:
            errors[f"{path}{name}"] = wrong.text
    if not partial:
        _missing(shapes, values, path, errors)
    return values


def _missing(shapes: Mapping[str, Shape], values: dict[str, Any], path: str, errors: dict[str, Text]) -> None:
    for name, shape in shapes.items():
        if name not in values and shape.required and not shape.readonly and shape.field.default is None:
            errors.setdefault(f"{path}{name}", _("This field is required."))


def _json_lines(lines: Lines, body: Any, errors: dict[str, Text]) -> list[dict[str, Any]]:
    if not isinstance(body, list):
        errors[lines.name] = _("This must be a list.")
        return []
    if len(body) > lines.maximum:
        errors[lines.name] = _("At most {limit} rows.", limit=lines.maximum)
        return []
    rows = []
    for index, item in enumerate(body):
        if not isinstance(item, dict):
            errors[f"{lines.name}.{index}"] = _("This must be an object.")
            continue
        child = item.get("id")
        if child is not None and (not isinstance(child, int) or isinstance(child, bool) or not 0 < child <= ID_LIMIT):
            errors[f"{lines.name}.{index}.id"] = _("There is no such record.")
            continue
        row = _json_object(shapes_of(lines), item, set(), child is not None, f"{lines.name}.{index}.", errors)
        rows.append(row if child is None else {"id": child, **row})
    return rows


def parse_form(
    resource: Resource, form: Mapping[str, Any], *, partial: bool, record: Model | None = None
) -> dict[str, Any]:
    """Values of a posted HTML form: `name=…`, lines as `lines-0-name=…` (rows with every cell empty are skipped).

    A check box counts as off where `<name>-present` came without `<name>`. `record`: the one that the form changes.
    """
    errors: dict[str, Text] = {}
    currency = _currencies(shapes_of(resource), form, record)
    values = _form_object(shapes_of(resource), form, "", currency, errors)
    for lines in resource.lines:
        if f"{lines.name}-count" in form:
            values[lines.name] = _form_lines(lines, form, currency, errors)
    if not partial:
        _missing(shapes_of(resource), values, "", errors)
    invalid(errors)
    return values


def parse_form_fields(
    fields: Iterable[Field], form: Mapping[str, Any], *, record: Model | None = None
) -> dict[str, Any]:
    """The input of an action from its form; every field is there. `record`: the one that the action is for."""
    errors: dict[str, Text] = {}
    shapes = {field.name: input_shape(field) for field in fields}
    values = _form_object(shapes, form, "", _currencies(shapes, form, record), errors)
    _missing(shapes, values, "", errors)
    invalid(errors)
    return {name: values.get(name, _default(shape)) for name, shape in shapes.items()}


def _currencies(shapes: Mapping[str, Shape], form: Mapping[str, Any], record: Model | None) -> CurrencyOf:
    """An amount is in the currency that its field names: as the form has it, else as the record has it."""

    def currency(shape: Shape) -> str | None:
        declared = shape.field.currency or ""
        if declared.startswith("="):
            return declared[1:]
        name = declared.rpartition(".")[2]  # a line's amount says `order.currency`
        typed = _typed_currency(shapes[name], form) if name in shapes else None
        return typed or getattr(record, name, None)

    return currency


def _typed_currency(shape: Shape, form: Mapping[str, Any]) -> str | None:
    text = str(form.get(shape.name) or "").strip().upper()
    try:
        return check(shape, text) if text else None
    except Wrong:
        return None


def _form_object(
    shapes: Mapping[str, Shape],
    form: Mapping[str, Any],
    prefix: str,
    currency: CurrencyOf,
    errors: dict[str, Text],
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, shape in shapes.items():
        key = f"{prefix}{name}"
        text = form.get(key)
        if shape.kind is Kind.BOOLEAN and text is None and f"{key}-present" in form:
            text = "off"
        if not isinstance(text, str):
            continue
        if shape.kind is Kind.MULTILINE:
            text = text.replace("\r\n", "\n")
        try:
            values[name] = parse_text(shape, text, currency=currency(shape))
        except Wrong as wrong:
            errors[key.replace("-", ".")] = wrong.text
    return values


def _form_lines(
    lines: Lines, form: Mapping[str, Any], currency: CurrencyOf, errors: dict[str, Text]
) -> list[dict[str, Any]]:
    count = str(form.get(f"{lines.name}-count", "0"))
    if not count.isascii() or not count.isdigit() or len(count) > 4 or int(count) > lines.maximum:
        errors[lines.name] = _("At most {limit} rows.", limit=lines.maximum)
        return []
    shapes = shapes_of(lines)
    rows: list[dict[str, Any]] = []
    for index in range(int(count)):
        prefix = f"{lines.name}-{index}-"
        cells = [form.get(f"{prefix}{name}") for name, shape in shapes.items() if shape.kind is not Kind.BOOLEAN]
        if not any(isinstance(cell, str) and cell.strip() for cell in cells) or form.get(f"{prefix}delete"):
            continue
        row = _form_object(shapes, form, prefix, currency, errors)
        if child := read_id(str(form.get(f"{prefix}id") or "")):
            row["id"] = child
        else:
            _missing(shapes, row, prefix.replace("-", "."), errors)
        rows.append(row)
    return rows
