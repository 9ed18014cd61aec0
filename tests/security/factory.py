"""Values for what is declared: by the kind of each field, with nothing known of any add-on."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from guanxi import records
from guanxi.context import SYSTEM, current_company, use_actor
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Action, Resource
from guanxi.errors import GuanxiError
from guanxi.records.input import parse_json
from guanxi.records.shape import Shape, input_shape, shapes_of

_VALUES: dict[Kind, Any] = {
    Kind.MULTILINE: "text",
    Kind.EMAIL: "someone@example.com",
    Kind.PHONE: "13800138000",
    Kind.URL: "https://example.com/",
    Kind.INTEGER: 1,
    Kind.DECIMAL: "1",
    Kind.MONEY: 100,
    Kind.CURRENCY: "CNY",
    Kind.BOOLEAN: False,
    Kind.DATE: "2026-01-31",
    Kind.DATETIME: "2026-01-31T08:00:00Z",
    Kind.JSON: None,
}


def value_of(shape: Shape, ids: Mapping[str, list[int]]) -> Any:
    """A JSON value for a field; `ids`: records to point to, by resource."""
    if shape.kind is Kind.CHOICE and shape.choices is not None:
        return str(next(iter(shape.choices)))
    if shape.kind is Kind.RELATION:
        return next(iter(ids.get(shape.field.to or "", [])), None)
    if shape.kind is Kind.TEXT:
        return ("a" + secrets.token_hex(4))[: shape.max_length or 8]
    value = _VALUES[shape.kind]
    low, high = shape.field.minimum, shape.field.maximum
    if isinstance(value, int) and not isinstance(value, bool):
        value = max(value, low) if low is not None else value
        value = min(value, high) if high is not None else value
    return value


def new_values(resource: Resource, ids: Mapping[str, list[int]]) -> dict[str, Any]:
    """A body that creates a record, as far as the declaration tells: all that is required, its label, and people."""
    wanted = {
        name: shape
        for name, shape in shapes_of(resource).items()
        if not shape.readonly and (shape.required or name == resource.label or _of_the_actor(shape))
    }
    values = {name: value_of(shape, ids) for name, shape in wanted.items()}
    for lines in resource.lines:
        if lines.minimum and not lines.readonly:
            shapes = {name: shape for name, shape in shapes_of(lines).items() if shape.required}
            values[lines.name] = [{name: value_of(shape, ids) for name, shape in shapes.items()}] * lines.minimum
    return values


def _of_the_actor(shape: Shape) -> bool:
    """Filled in by whoever is at work; nobody is, where the system makes the record."""
    return shape.kind is Kind.RELATION and shape.field.default is not None and shape.field.default() is None


def changed_values(resource: Resource) -> dict[str, Any]:
    """A body that changes the first text that may be changed."""
    for name, shape in shapes_of(resource).items():
        if shape.kind is Kind.TEXT and not (shape.readonly or shape.field.fixed or shape.field.write):
            return {name: secrets.token_hex(4)}
    return {}


def action_values(action: Action, ids: Mapping[str, list[int]]) -> dict[str, Any]:
    shapes = {field.name: input_shape(field) for field in action.fields}
    return {name: value_of(shape, ids) for name, shape in shapes.items() if shape.required}


def as_form(resource: Resource, values: Mapping[str, Any]) -> dict[str, str]:
    """The same as fields of a form."""
    form: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, list):
            form[f"{name}-count"] = str(len(value))
            form |= {f"{name}-{n}-{key}": str(cell) for n, row in enumerate(value) for key, cell in row.items()}
        elif value is not None:
            form[name] = str(value)
    return form


def struct_values(kind: type[msgspec.Struct], ids: Mapping[str, list[int]]) -> dict[str, Any]:
    """A body for an endpoint: every required field, `customer_id` as the id of one of the `…/customers`."""
    found = {}
    for field in msgspec.structs.fields(kind):
        if field.required:
            found[field.encode_name] = _plain(msgspec.inspect.type_info(field.type), field.name, ids)
    return found


def _plain(info: Any, name: str, ids: Mapping[str, list[int]]) -> Any:
    match info:
        case msgspec.inspect.IntType():
            return id_named(name, ids) or info.ge or 1
        case msgspec.inspect.BoolType():
            return False
        case msgspec.inspect.DateType():
            return "2026-01-31"
        case msgspec.inspect.DateTimeType():
            return datetime.now(UTC).isoformat()
        case msgspec.inspect.ListType() | msgspec.inspect.VarTupleType():
            return [_plain(info.item_type, name, ids)]
        case msgspec.inspect.StructType():
            return struct_values(info.cls, ids)
        case msgspec.inspect.EnumType():
            return next(iter(info.cls)).value
        case msgspec.inspect.UnionType():
            return _plain(info.types[0], name, ids)
        case msgspec.inspect.Metadata():
            return _plain(info.type, name, ids)
    if name == "currency":
        return _VALUES[Kind.CURRENCY]
    return "a" + secrets.token_hex(4)


def id_named(name: str, ids: Mapping[str, list[int]]) -> int | None:
    """The id that a parameter called `customer_id` or `id` wants, as far as its name tells."""
    wanted = f"{name.removesuffix('_id')}s"
    return next((found[0] for key, found in ids.items() if key.rpartition("/")[2] == wanted and found), None)


async def ids_of(resource: Resource) -> list[int]:
    """All that the current actor may see."""
    try:
        return [record.pk for record in await records.find(resource.model, limit=100_000)]
    except GuanxiError:
        return []


async def make_missing() -> dict[str, list[int]]:
    """At least two records of every resource that people create; returns the ids of all records by resource."""
    catalog = current_company().catalog
    ids: dict[str, list[int]] = {}
    with use_actor(SYSTEM):
        for key, resource in catalog.resources.items():
            ids[key] = await ids_of(resource)
            while resource.create is not None and len(ids[key]) < 2:
                try:
                    made = await _make(resource, ids)
                except GuanxiError:  # where there may be one for each of what it points to
                    made = await _make(resource, {other: found[1:] + found[:1] for other, found in ids.items()})
                ids[key].append(made)
    return ids


async def _make(resource: Resource, ids: Mapping[str, list[int]]) -> int:
    made: int = (await records.create(resource.model, records_input(resource, new_values(resource, ids)))).pk
    return made


def records_input(resource: Resource, values: Mapping[str, Any]) -> dict[str, Any]:
    return parse_json(resource, dict(values), partial=False)
