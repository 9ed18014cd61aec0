"""Table cells from rows of the gateway."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.i18n import current_locale
from guanxi.records.rules import covered, shown_fields
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.amounts import Currencies, currency_of
from guanxi.views.formats import NUMERIC, show
from guanxi.views.parts import Cell


def column_shapes(declared: Resource | Lines, names: tuple[str, ...]) -> list[Shape]:
    """The columns of `names` that the actor may see, in that order."""
    shapes, seen = shapes_of(declared), {field.name for field in shown_fields(declared)}
    return [shapes[name] for name in names if name in seen]


def naming_fields(resource: Resource) -> tuple[str, ...]:
    """The fields that name a record to readers of the current language, the better one first."""
    own = resource.label_in.get(current_locale())
    return (own, resource.label) if own is not None else (resource.label,)


def record_name(resource: Resource, row: Mapping[str, Any]) -> str:
    """What a record is called in the current language; empty where it has no name."""
    return next((str(row[field]) for field in naming_fields(resource) if row.get(field)), "")


def needed_columns(resource: Resource, names: tuple[str, ...]) -> tuple[str, ...]:
    """`names` and what showing them takes: currencies, and the fields that name the record."""
    shapes = shapes_of(resource)
    wanted = dict.fromkeys((*names, *naming_fields(resource)))
    for name in names:
        declared = shapes[name].field.currency if name in shapes else None
        if declared and not declared.startswith("="):
            wanted[declared.partition(".")[0]] = None
    seen = {field.name for field in shown_fields(resource)}
    return tuple(name for name in wanted if name in seen)


def cell(shape: Shape, row: Mapping[str, Any], currencies: Currencies, parent: Mapping[str, Any] | None = None) -> Cell:
    value = row.get(shape.name)
    text = show(shape, value, currency_of(shape, row, currencies, parent))
    made = Cell(text, "number" if shape.kind in NUMERIC else str(shape.kind))
    if shape.kind is Kind.CHOICE and value:
        made.tone = next((str(choice.tone) for choice in shape.choices or () if choice == value), "neutral")
    elif shape.kind is Kind.RELATION and value:
        made.href = record_href(shape.field.to, value["id"])
    elif shape.kind is Kind.TAGS:
        made.tags = [(tag, None) for tag in value or ()]
    elif not text or covered(shape.field):
        return made
    elif shape.kind is Kind.EMAIL:
        made.href = f"mailto:{text}"
    elif shape.kind is Kind.PHONE:
        made.href = f"tel:{text}"
    elif shape.kind is Kind.URL:
        made.href = text
    return made


def record_href(resource_key: str | None, id: int) -> str | None:
    """The page of a record, where its add-on is enabled."""
    target = current_company().catalog.resources.get(resource_key or "")
    return None if target is None else f"{target.path}/{id}"
