"""What a choice in a row of a form proposes for the rest of the row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guanxi.context import may
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.errors import Forbidden, NotFound
from guanxi.records.input import parse_text
from guanxi.records.rules import readable, writable
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.values import Wrong
from guanxi.records.writing import target_visible
from guanxi.views.amounts import currency_of
from guanxi.views.formats import typed

OF = "of."
"""what stands before the names of the record's own fields in the address"""
_LONGEST = 500


async def proposals(resource: Resource, query: Mapping[str, str]) -> dict[str, str]:
    """Texts of inputs by field. Writes nothing. Raises Forbidden, and NotFound for what the actor may not see."""
    if not any(access is not None and may(access) for access in (resource.create, resource.update)):
        raise Forbidden()
    lines = next((each for each in resource.lines if each.name == query.get("lines") and each.fill), None)
    if lines is None or lines.fill is None:
        raise NotFound()
    fill, row_shapes = lines.fill, shapes_of(lines)
    of = await _values(shapes_of(resource), {name: query.get(OF + name, "") for name in fill.given})
    row = await _values(row_shapes, {name: query.get(name, "") for name in (fill.by, *fill.row)})
    found = await fill.load(of, row)
    return {name: _text(row_shapes[name], found.get(name), of) for name in fill.fields if _open(row_shapes[name])}


def _open(shape: Shape) -> bool:
    return readable(shape.field) and writable(shape.field)


async def _values(shapes: Mapping[str, Shape], texts: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in texts.items():
        try:
            found[name] = parse_text(shapes[name], text[:_LONGEST].replace("\x00", "")) if text.strip() else None
        except Wrong:
            found[name] = None
        if (
            shapes[name].kind is Kind.RELATION
            and found[name] is not None
            and not await target_visible(shapes[name], {found[name]})
        ):
            raise NotFound()
    return found


def _text(shape: Shape, value: Any, of: Mapping[str, Any]) -> str:
    return typed(shape, value, currency_of(shape, {}, {}, of))
