"""What may be changed from a list: cells one by one, and fields of many records at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from guanxi.context import may
from guanxi.db import fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.records.rules import readable, writable
from guanxi.records.shape import Shape, as_record, row_sql, shapes_of
from guanxi.records.sql import table_of
from guanxi.views.amounts import currencies_of
from guanxi.views.cells import cell
from guanxi.views.formats import show
from guanxi.views.parts import Cell, Params, Row, address

_USERS = "guanxi/users"
_ALWAYS = Resource.__dataclass_fields__["editable"].default


@dataclass(slots=True)
class BulkOffer:
    """What the bar below a list offers for the records that are chosen."""

    assign: Shape | None = None
    """the relation to the user who looks after a record"""
    fields: list[Shape] = field(default_factory=list)
    tags: list[Shape] = field(default_factory=list)
    archive: bool = False
    delete: bool = False


def may_edit(resource: Resource) -> bool:
    return resource.update is not None and may(resource.update)


def is_inline(resource: Resource, shape: Shape) -> bool:
    """Whether the field may be edited in a cell of the list."""
    free = readable(shape.field) and writable(shape.field) and not shape.field.fixed and not shape.field.secret
    return free and may_edit(resource) and shape.kind not in (Kind.JSON, Kind.MULTILINE)


def bulk_fields(resource: Resource) -> list[Shape]:
    """Fields that many records can be given one value of: not their name, no amounts in several currencies.

    Those that lists are filtered by come first: they are what one sorts records into.
    """
    found = [
        shape
        for shape in shapes_of(resource).values()
        if is_inline(resource, shape)
        and shape.name != resource.label
        and (shape.kind is not Kind.MONEY or (shape.field.currency or "=").startswith("="))
    ]
    return sorted(found, key=lambda shape: not shape.field.filter)


def bulk_offer(resource: Resource) -> BulkOffer:
    offer = BulkOffer(fields=bulk_fields(resource))
    offer.tags = [shape for shape in offer.fields if shape.kind is Kind.TAGS]
    people = [shape for shape in offer.fields if shape.kind is Kind.RELATION and shape.field.to == _USERS]
    offer.assign = next((shape for shape in people if shape.name == "owner"), next(iter(people), None))
    offer.archive = any(shape.name == resource.archive for shape in offer.fields)
    offer.delete = resource.archive is None and resource.delete is not None and may(resource.delete)
    return offer


async def mark_editable(resource: Resource, rows: list[Row]) -> None:
    """Says of each row whether the record's state allows saving it: one statement, where that depends on the state."""
    if not rows or not may_edit(resource):
        return
    if resource.editable is _ALWAYS:
        free: set[Any] = {row.id for row in rows}
    else:
        sql = f"SELECT {row_sql(resource)} FROM {table_of(resource.model)} WHERE id = ANY($1)"
        found = await fetch(sql, [row.id for row in rows])
        free = {record["id"] for record in found if resource.editable(as_record(resource, record))}
    for row in rows:
        row.editable = row.id in free


async def cell_of(resource: Resource, shape: Shape, row: dict[str, Any], params: Params, *, first: bool) -> Cell:
    """The cell as the list with this address shows it; the `first` one of a row links to the record."""
    made = cell(shape, row, await currencies_of(resource, [row]))
    if first:
        second = shapes_of(resource).get(resource.list.secondary or "")
        made.href, made.text = f"{resource.path}/{row['id']}", made.text or f"#{row['id']}"
        made.second = show(second, row.get(second.name)) if second is not None else ""
    elif shape.kind is Kind.CHOICE and shape.field.filter and row.get(shape.name):
        rest = [(name, value) for name, value in params if name not in (shape.name, "field", "first")]
        made.filter_href = address(resource.path, [*rest, (shape.name, str(row[shape.name]))])
    return made
