"""A record's values as people read them, for pages and files that draw records in their own way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guanxi.declare.fields import Field
from guanxi.declare.resources import Resource
from guanxi.records.shape import input_shape, shapes_of
from guanxi.views.amounts import currencies_of, currency_of
from guanxi.views.formats import show


async def show_record(resource: Resource, row: Mapping[str, Any]) -> dict[str, str]:
    """Texts by field of a row as `read` gives it, in the current locale; empty where there is nothing.

    A choice that is none any more shows as it is stored.
    """
    currencies = await currencies_of(resource, [row])
    shapes = {name: shape for name, shape in shapes_of(resource).items() if name in row}
    return {name: show(shape, row[name], currency_of(shape, row, currencies)) for name, shape in shapes.items()}


def show_values(
    row: Mapping[str, Any], resource: Resource | None = None, fields: Sequence[Field] = ()
) -> list[tuple[str, str]]:
    """Labels and texts of what a row holds, in its order and the current locale; what is empty is left out.

    Names mean one of `fields`, else one of the resource, also inside of structures. What nobody declares keeps its
    name. Not for relations: a row holds texts for them.
    """
    shapes = {} if resource is None else dict(shapes_of(resource))
    shapes |= {field.name: input_shape(field) for field in fields}
    shown = []
    for name, value in _flat("", row):
        shape = shapes.get(name)
        if shape is None:
            shown.append((name, str(value)))
        else:
            shown.append((str(shape.field.label), show(shape, value, currency_of(shape, row, {}))))
    return shown


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(key, inner)
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for item in value:
            yield from _flat(name, item)
    elif value not in (None, "", []):
        yield name, value
