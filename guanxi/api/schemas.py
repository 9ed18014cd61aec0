"""JSON Schemas of what resources take and give, from their fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.declare.resources import Action, Lines, Resource
from guanxi.money import MAX_MINOR
from guanxi.records.rules import shown, writable
from guanxi.records.shape import Shape, input_shape, shapes_of
from guanxi.records.tags import MAX_LENGTH, MAX_TAGS

Schema = dict[str, Any]

_BASE: dict[Kind, Schema] = {
    Kind.TEXT: {"type": "string"},
    Kind.MULTILINE: {"type": "string"},
    Kind.PHONE: {"type": "string"},
    Kind.EMAIL: {"type": "string", "format": "email"},
    Kind.URL: {"type": "string", "format": "uri"},
    Kind.INTEGER: {"type": "integer"},
    Kind.DECIMAL: {"type": "string", "pattern": r"^[+-]?\d{1,20}(\.\d{1,12})?$"},
    Kind.MONEY: {
        "type": "integer",
        "minimum": -MAX_MINOR,
        "maximum": MAX_MINOR,
        "description": "minor units",
    },
    Kind.CURRENCY: {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.DATETIME: {"type": "string", "format": "date-time"},
    Kind.RELATION: {"type": "integer", "minimum": 1, "description": "a record's id"},
    Kind.TAGS: {"type": "array", "items": {"type": "string", "maxLength": MAX_LENGTH}, "maxItems": MAX_TAGS},
    Kind.JSON: {},
}
_TAG_CHANGE: Schema = {
    "type": "object",
    "description": "tags to put on and take off",
    "properties": {"add": _BASE[Kind.TAGS], "remove": _BASE[Kind.TAGS]},
    "additionalProperties": False,
    "minProperties": 1,
}
_ID: Schema = {"type": "integer", "readOnly": True}
_LABELED: Schema = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "label": {"type": "string"}},
    "required": ["id", "label"],
}


def _nullable(schema: Schema, null: bool) -> Schema:
    if not null or not schema:
        return schema
    if "type" in schema and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


_CONFIRMED: dict[str, Schema] = {
    "confirmed": {"type": "boolean", "description": "yes to what is asked otherwise, with 409 and `unconfirmed`"}
}


def field_schema(shape: Shape, *, output: bool) -> Schema:
    if shape.kind is Kind.CHOICE and shape.choices is not None:
        schema: Schema = {"type": "string", "enum": [str(choice) for choice in shape.choices]}
        if not shape.required and not shape.null:
            schema["enum"].append("")
    elif shape.kind is Kind.TAGS and not output:
        schema = {"anyOf": [_BASE[Kind.TAGS], _TAG_CHANGE]}
    elif shape.kind is Kind.RELATION and output:
        schema = dict(_LABELED)
    else:
        schema = dict(_BASE[shape.kind])
    if shape.kind in (Kind.EMAIL, Kind.URL) and not shape.required:  # empty where there is none
        schema = {"type": "string", "anyOf": [{"format": schema["format"]}, {"maxLength": 0}]}
    if shape.max_length and schema.get("type") == "string" and shape.kind in (Kind.TEXT, Kind.MULTILINE, Kind.PHONE):
        schema["maxLength"] = shape.max_length
    if shape.kind is Kind.INTEGER:
        schema |= _bounds(shape)
    schema = _nullable(schema, shape.null)
    return {"title": str(shape.field.label), **schema}


def _bounds(shape: Shape) -> Schema:
    low, high = shape.field.minimum, shape.field.maximum
    return {key: value for key, value in (("minimum", low), ("maximum", high)) if value is not None}


def _object(properties: dict[str, Schema], required: Iterable[str] = ()) -> Schema:
    names = sorted(required)
    return {"type": "object", "properties": properties, **({"required": names} if names else {})}


def output_schema(resource: Resource) -> Schema:
    properties = {"id": _ID, "revision": _ID} | _fields(resource, output=True)
    properties |= {name: {"type": "string", "format": "date-time"} for name in ("created_at", "updated_at")}
    for lines in resource.lines:
        item = _object({"id": _ID} | _fields(lines, output=True))
        properties[lines.name] = {"title": str(lines.label), "type": "array", "items": item}
    return _object(properties, ("id", "revision"))


def _fields(declared: Resource | Lines, *, output: bool) -> dict[str, Schema]:
    allowed = shown if output else writable
    return {
        name: field_schema(shape, output=output) for name, shape in shapes_of(declared).items() if allowed(shape.field)
    }


def input_schema(resource: Resource, *, partial: bool) -> Schema:
    properties = _fields(resource, output=False)
    for lines in resource.lines:
        if not lines.readonly:
            item = _object({"id": {"type": "integer"}} | _fields(lines, output=False))
            bounds = {"minItems": lines.minimum, "maxItems": lines.maximum}
            properties[lines.name] = {"title": str(lines.label), "type": "array", "items": item, **bounds}
    properties |= _CONFIRMED if resource.asks else {}
    if partial:
        properties["revision"] = {"type": "integer", "description": "the revision that was read"}
        return {**_object(properties), "additionalProperties": False}
    required = [
        name
        for name, shape in shapes_of(resource).items()
        if name in properties and shape.required and shape.field.default is None
    ]
    return {**_object(properties, required), "additionalProperties": False}


def action_schema(action: Action) -> Schema:
    shapes = {field.name: input_shape(field) for field in action.fields}
    required = [name for name, shape in shapes.items() if shape.required]
    properties = {name: field_schema(shape, output=False) for name, shape in shapes.items()}
    properties |= _CONFIRMED if action.asks else {}
    return {**_object(properties, required), "additionalProperties": False}
