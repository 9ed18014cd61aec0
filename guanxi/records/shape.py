"""What a model knows about a declared field: kind, column, length, whether it must be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tortoise import fields as orm
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

from guanxi.declare.fields import Field, Kind
from guanxi.declare.labels import Choice
from guanxi.declare.resources import Lines, Resource

_KINDS: tuple[tuple[type[Any], Kind], ...] = (
    (ForeignKeyFieldInstance, Kind.RELATION),
    (orm.BooleanField, Kind.BOOLEAN),
    (orm.DatetimeField, Kind.DATETIME),
    (orm.DateField, Kind.DATE),
    (orm.DecimalField, Kind.DECIMAL),
    (orm.JSONField, Kind.JSON),
    (orm.TextField, Kind.MULTILINE),
    (orm.IntField, Kind.INTEGER),
    (orm.BigIntField, Kind.INTEGER),
    (orm.SmallIntField, Kind.INTEGER),
    (orm.CharField, Kind.TEXT),
)


def model_field(model: type[Model], name: str) -> orm.Field[Any] | None:
    return model._meta.fields_map.get(name)


def choices_of(field: Field, model: type[Model]) -> type[Choice] | None:
    if field.choices is not None:
        return field.choices
    enum = getattr(model_field(model, field.name), "enum_type", None)
    return enum if isinstance(enum, type) and issubclass(enum, Choice) else None


def kind_of(field: Field, model: type[Model]) -> Kind:
    if field.kind is not None:
        return field.kind
    if choices_of(field, model) is not None:
        return Kind.CHOICE
    column = model_field(model, field.name)
    return next((kind for cls, kind in _KINDS if isinstance(column, cls)), Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Shape:
    """A declared field together with what its model says."""

    field: Field
    name: str
    kind: Kind
    column: str
    """the database column: `owner_id` for the relation `owner`"""
    required: bool
    null: bool
    max_length: int | None
    choices: type[Choice] | None
    decimals: int | None = None
    digits: int | None = None

    @property
    def readonly(self) -> bool:
        return self.field.readonly


def _shape(field: Field, model: type[Model]) -> Shape:
    column: Any = model_field(model, field.name)
    kind = kind_of(field, model)
    null = field.custom or bool(column is not None and column.null)
    has_default = column is None or column.default is not None or column.generated or field.default is not None
    return Shape(
        field=field,
        name=field.name,
        kind=kind,
        column=f"{field.name}_id" if kind is Kind.RELATION else field.name,
        required=field.required if field.required is not None else not null and not has_default,
        null=null,
        max_length=field.max_length or getattr(column, "max_length", None),
        choices=choices_of(field, model),
        decimals=getattr(column, "decimal_places", field.decimals),
        digits=getattr(column, "max_digits", None),
    )


@cache
def shapes_of(declared: Resource | Lines) -> dict[str, Shape]:
    """By field name, in the order of declaration."""
    return {field.name: _shape(field, declared.model) for field in declared.fields}


@cache
def row_sql(resource: Resource, alias: str = "") -> str:
    """The select list of all columns of a record, named one by one: a column that comes later does not change it."""
    columns = list(dict.fromkeys(resource.model._meta.fields_db_projection.values()))
    columns += [field.name for field in resource.fields if field.custom]
    return ", ".join(f'{alias}."{column}"' if alias else f'"{column}"' for column in columns)


def as_record(resource: Resource, row: Mapping[str, Any]) -> Any:
    """The model's object for a row of `row_sql()`, with the company's own fields on it."""
    record = resource.model._init_from_db(**row)
    for field in resource.fields:
        if field.custom:
            setattr(record, field.name, row[field.name])
    return record


def input_shape(field: Field) -> Shape:
    """The shape of a field that belongs to no model: the input of an action, an import or a settings form."""
    kind = field.kind or (Kind.CHOICE if field.choices else Kind.TEXT)
    required = field.required if field.required is not None else field.default is None
    column = f"{field.name}_id" if kind is Kind.RELATION else field.name
    limits = field.max_length, field.choices, field.decimals
    return Shape(field, field.name, kind, column, required, not required, *limits)
