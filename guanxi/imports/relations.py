"""Records named in cells: found by a number of theirs, an external key or their name, all of a batch at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guanxi.context import current_company, may
from guanxi.db import fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import ALWAYS, Condition, all_of
from guanxi.errors import Forbidden, Unauthenticated
from guanxi.imports.external import records_by_key
from guanxi.records.reading import visible_ids
from guanxi.records.rules import readable, visible, writable
from guanxi.records.shape import Shape, model_field, shapes_of
from guanxi.records.sql import Statement, column_of, table_of

REJECT, EMPTY, CREATE = "reject", "empty", "create"
"""what to do with a row that names a record which is not there"""

_TEXTS = (Kind.TEXT, Kind.EMAIL, Kind.PHONE)
_MOST = 20_000
_ID = re.compile(r"#?([1-9]\d{0,17})", re.ASCII)


@dataclass(frozen=True, slots=True)
class NewRecord:
    """Stands in a row for a record that is made, with this name alone, when the row is written."""

    resource: Resource
    name: str


def target_of(shape: Shape) -> Resource | None:
    return current_company().catalog.resources.get(shape.field.to or "")


def may_create(shape: Shape) -> bool:
    """Whether the current actor may make what the relation points to, and a name is all that it needs."""
    resource = target_of(shape)
    if resource is None or resource.create is None or not may(resource.create):
        return False
    shapes = shapes_of(resource)
    label = shapes.get(resource.label)
    if label is None or label.kind not in _TEXTS or not writable(label.field):
        return False
    needed = {name for name, other in shapes.items() if other.required and other.field.default is None}
    return needed <= {label.name} and not any(lines.minimum for lines in resource.lines)


def _names(resource: Resource) -> list[str]:
    """The columns by which people may name a record, the most exact first."""
    shapes = shapes_of(resource)
    keys = resource.import_key if len(resource.import_key) == 1 else ()
    unique = [name for name in shapes if getattr(model_field(resource.model, name), "unique", False)]
    names = dict.fromkeys((*keys, *unique, resource.label, *resource.label_in.values()))
    found = [shapes[name] for name in names if name in shapes]
    return [shape.column for shape in found if shape.kind in _TEXTS and readable(shape.field)]


async def find_named(shape: Shape, texts: Iterable[str], *, by_id: bool = False) -> dict[str, int | None]:
    """Ids of records that the actor may see, by text; None for a text that names several, absent for none.

    `#12` is the record with this id; with `by_id` so is `12`.
    """
    resource = target_of(shape)
    wanted = sorted(set(texts))
    if resource is None or not wanted:
        return {}
    try:
        scope = visible(resource)
    except (Forbidden, Unauthenticated):
        return {}
    scope = all_of(scope, shape.field.among() if shape.field.among else ALWAYS)
    found = await _by_id(resource, wanted) if by_id else {}
    left = [text for text in wanted if text not in found]
    found |= await _by_columns(resource, scope, left)
    left = [text for text in left if text not in found]
    if left:
        found |= await _by_external_key(resource, left)
        found |= await _by_id(resource, [text for text in left if text not in found and text.startswith("#")])
    return found


async def _by_columns(resource: Resource, scope: Condition, wanted: list[str]) -> dict[str, int | None]:
    columns = _names(resource)
    if not columns or not wanted:
        return {}
    statement = Statement()
    condition = statement.where(scope, resource.model)
    mark = statement.bind(wanted)
    matches = " OR ".join(f't."{column}" = ANY({mark}::text[])' for column in columns)
    select = ", ".join(f't."{column}" AS name_{index}' for index, column in enumerate(columns))
    rows = await fetch(
        f"SELECT t.id, {select} FROM {table_of(resource.model)} t"
        f" WHERE ({condition}) AND ({matches}) ORDER BY t.id LIMIT {_MOST}",
        *statement.args,
    )
    found: dict[str, int | None] = {}
    for index in range(len(columns)):
        named: dict[str, set[int]] = {}
        for row in rows:
            if row[f"name_{index}"] is not None:
                named.setdefault(row[f"name_{index}"], set()).add(row["id"])
        for text, ids in named.items():
            found.setdefault(text, next(iter(ids)) if len(ids) == 1 else None)
    return found


async def _by_external_key(resource: Resource, texts: list[str]) -> dict[str, int | None]:
    known = await records_by_key(resource, texts)
    seen = await visible_ids(resource, set(known.values())) if known else set()
    return {text: id for text, id in known.items() if id in seen}


async def _by_id(resource: Resource, texts: list[str]) -> dict[str, int | None]:
    ids = {text: int(match[1]) for text in texts if (match := _ID.fullmatch(text))}
    seen = await visible_ids(resource, set(ids.values())) if ids else set()
    return {text: id for text, id in ids.items() if id in seen}


async def currencies_of(resource: Resource, field: str, ids: Iterable[int]) -> dict[int, str]:
    """The currency of records that a row may refer to, for amounts that are in it."""
    column = column_of(resource.model, field)
    rows = await fetch(
        f'SELECT id, "{column}" AS currency FROM {table_of(resource.model)} WHERE id = ANY($1::bigint[])',
        sorted(set(ids)),
    )
    return {row["id"]: row["currency"] for row in rows}
