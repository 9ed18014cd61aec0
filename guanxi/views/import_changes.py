"""What an import would change about records that are there, for people: how often each field, and the first of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.declare.routes import ImportChange
from guanxi.imports.changes import MOST_SHOWN, Changes, Pointed
from guanxi.records.masks import cover
from guanxi.records.rules import covered, shown
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.formats import show

_LONGEST = 80
"""characters of a value"""


@dataclass(frozen=True, slots=True)
class ChangedField:
    resource: str
    name: str
    label: str
    records: int


@dataclass(frozen=True, slots=True)
class ChangedValue:
    row: int
    resource: str
    id: int
    record: str
    href: str
    name: str
    label: str
    now: str
    then: str


def changed_fields(changes: Changes) -> list[ChangedField]:
    """Of the fields that the reader may know of, the most frequent first."""
    several = len({key for key, _name in changes.counts}) > 1
    found = []
    for (key, name), records in changes.counts.most_common():
        resource = current_company().catalog.resources[key]
        shape = shapes_of(resource)[name]
        if shown(shape.field):
            label = str(shape.field.label)
            found.append(ChangedField(key, name, f"{resource.singular}: {label}" if several else label, records))
    return found


def changed_values(changes: Changes) -> list[ChangedValue]:
    """The first fields of the first records, as far as the reader may see them."""
    return [value for change in changes.first for value in _values(change, changes)][:MOST_SHOWN]


def _values(change: ImportChange, changes: Changes) -> list[ChangedValue]:
    resource = current_company().catalog.resources[change.resource]
    shapes = shapes_of(resource)
    record = changes.names.get((change.resource, change.id), f"#{change.id}")
    return [
        ChangedValue(
            row=change.row,
            resource=change.resource,
            id=change.id,
            record=record,
            href=f"{resource.path}/{change.id}",
            name=name,
            label=str(shapes[name].field.label),
            now=_text(shapes[name], now, currencies[0], changes.names),
            then=_text(shapes[name], then, currencies[1], changes.names),
        )
        for name, (now, then) in change.values.items()
        if shown(shapes[name].field)
        for currencies in (change.currencies.get(name, (None, None)),)
    ]


def _text(shape: Shape, value: Any, currency: str | None, names: Mapping[Pointed, str]) -> str:
    if value in (None, "", []):
        return ""
    if shape.kind is Kind.RELATION:
        return names.get((shape.field.to or "", value), f"#{value}")
    text = show(shape, value, currency)
    text = cover(shape.kind, text) if covered(shape.field) else text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
