"""Records named in cells: found by their label or their key, all of a batch in one statement."""

from __future__ import annotations

from collections.abc import Iterable

from guanxi.context import current_company
from guanxi.db import fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.errors import Forbidden, Unauthenticated
from guanxi.records.rules import readable, visible
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.sql import Statement, column_of, table_of

_TEXTS = (Kind.TEXT, Kind.EMAIL, Kind.PHONE)
_MOST = 20_000


def _names(resource: Resource) -> list[str]:
    """The columns by which people may name a record, the most exact first."""
    keys = resource.import_key if len(resource.import_key) == 1 else ()
    shapes = shapes_of(resource)
    found = [shapes[name] for name in dict.fromkeys((*keys, resource.label)) if name in shapes]
    return [shape.column for shape in found if shape.kind in _TEXTS and readable(shape.field)]


async def find_named(shape: Shape, texts: Iterable[str]) -> dict[str, int | None]:
    """Ids of records that the actor may see, by text; None for a text that names several, absent for none."""
    resource = current_company().catalog.resources.get(shape.field.to or "")
    wanted = sorted(set(texts))
    columns = _names(resource) if resource is not None else []
    if resource is None or not wanted or not columns:
        return {}
    try:
        scope = visible(resource)
    except (Forbidden, Unauthenticated):
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


async def currencies_of(resource: Resource, field: str, ids: Iterable[int]) -> dict[int, str]:
    """The currency of records that a row may refer to, for amounts that are in it."""
    column = column_of(resource.model, field)
    rows = await fetch(
        f'SELECT id, "{column}" AS currency FROM {table_of(resource.model)} WHERE id = ANY($1::bigint[])',
        sorted(set(ids)),
    )
    return {row["id"]: row["currency"] for row in rows}
