"""The reading half of the gateway: permission, scope and field rules are in the SQL itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from tortoise.models import Model

from guanxi.context import current_company, may
from guanxi.db import fetch, fetch_row, fetch_value
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.declare.where import ALWAYS, Condition, all_of, eq
from guanxi.errors import NotFound
from guanxi.i18n import current_locale
from guanxi.records.cursors import decode_cursor, encode_cursor
from guanxi.records.query import ListQuery, RecordPage, default_sort, search_condition
from guanxi.records.rules import covered, resource_of, shown, visible
from guanxi.records.shape import Shape, as_record, row_sql, shapes_of
from guanxi.records.sql import Statement, column_of, table_of
from guanxi.records.terms import shape_named
from guanxi.records.values import ID_LIMIT

M = TypeVar("M", bound=Model)


def possible_id(id: int) -> int:
    """`id`, where a record can have it. Raises NotFound."""
    if not 0 < id <= ID_LIMIT:
        raise NotFound()
    return id


async def _one(model: type[M], id: int, suffix: str) -> M:
    resource = resource_of(model)
    statement = Statement()
    condition = statement.where(all_of(eq("id", possible_id(id)), visible(resource)), model)
    row = await fetch_row(
        f"SELECT {row_sql(resource, 't')} FROM {table_of(model)} t WHERE {condition}{suffix}", *statement.args
    )
    if row is None:
        raise NotFound()
    made: M = as_record(resource, row)
    return made


async def get(model: type[M], id: int) -> M:
    """The record, if the current actor may see it. Raises NotFound, also for one outside the actor's scope."""
    return await _one(model, id, "")


async def lock(model: type[M], id: int) -> M:
    """Like `get`, and nobody else changes the record until the transaction ends."""
    await lock_first(resource_of(model), id)
    return await _one(model, id, " FOR UPDATE OF t")


async def lock_first(resource: Resource, id: int) -> None:
    """What is locked before the record, so that nobody waits in a ring."""
    if resource.lock_first is not None:
        await resource.lock_first(possible_id(id))


async def find(model: type[M], where: Condition = ALWAYS, *, order: str = "id", limit: int = 1000) -> list[M]:
    """Records the actor may see that fulfill `where`, ordered by a field (`-` before it: descending)."""
    resource, statement = resource_of(model), Statement()
    condition = statement.where(all_of(visible(resource), where), model)
    direction = "DESC" if order.startswith("-") else "ASC"
    column = column_of(model, order.removeprefix("-"))
    rows = await fetch(
        f"SELECT {row_sql(resource, 't')} FROM {table_of(model)} t WHERE {condition}"
        f' ORDER BY t."{column}" {direction}, t.id {direction}'
        f" LIMIT {statement.bind(limit)}",
        *statement.args,
    )
    return [as_record(resource, row) for row in rows]


async def count(model: type[Model], where: Condition = ALWAYS, *, cap: int | None = None) -> int:
    """How many the actor may see, counted no further than `cap`."""
    statement = Statement()
    condition = statement.where(all_of(visible(resource_of(model)), where), model)
    limit = "" if cap is None else f" LIMIT {statement.bind(cap)}"
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {table_of(model)} t WHERE {condition}{limit}) AS counted"
    return int(await fetch_value(sql, *statement.args))


class SelectList:
    """The select list of a resource's readable fields, with the labels of what they point to at its end.

    Labels are subqueries, not joins: the planner takes milliseconds to order seven joins, at each call.
    """

    def __init__(
        self, declared: Resource | Lines, names: tuple[str, ...] = (), system: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """`names`: the fields wanted, else all. `system`: further keys of the rows and their SQL."""
        shapes = [
            shape for shape in shapes_of(declared).values() if shown(shape.field) and (not names or shape.name in names)
        ]
        self._names = ["id", *(shape.name for shape in shapes), *(name for name, _sql in system)]
        select = ["t.id", *(_column(shape) for shape in shapes), *(sql for _name, sql in system)]
        related = [(index, shape) for index, shape in enumerate(shapes, 1) if shape.kind is Kind.RELATION]
        self._relations = [(shape.name, index, len(select) + n) for n, (index, shape) in enumerate(related)]
        """name, place of the id, place of the label"""
        self.sql = ", ".join([*select, *(label_of(shape) for _index, shape in related)])

    def row(self, record: Any) -> dict[str, Any]:
        values = tuple(record)
        row = dict(zip(self._names, values, strict=False))  # labels have no name of their own
        for name, index, label in self._relations:
            if values[index] is not None:
                row[name] = {"id": values[index], "label": values[label] or ""}
        return row


def _column(shape: Shape, row: str = "t") -> str:
    """The column, or what a text looks like to whoever may not see it: 138****8000, l***@example.com."""
    column = f'{row}."{shape.column}"'
    if not covered(shape.field):
        return column
    if shape.kind is Kind.EMAIL:
        return f"regexp_replace({column}, '^(.)[^@]*', '\\1***')"
    return (
        f"CASE WHEN length({column}) > 7 THEN overlay({column} placing repeat('*', length({column}) - 7) from 4 for"
        f" length({column}) - 7) ELSE regexp_replace({column}, '(?<=.).', '*', 'g') END"
    )


def label_of(shape: Shape) -> str:
    """The label of what a relation points to; NULL where its add-on is not enabled."""
    target = current_company().catalog.resources.get(shape.field.to or "")
    if target is None:
        return "NULL"
    return f'(SELECT {label_sql(target)} FROM {table_of(target.model)} l WHERE l.id = t."{shape.column}")'


def label_sql(resource: Resource) -> str:
    """What names a row `l` of the resource to readers of the current language."""
    shape = shapes_of(resource).get(resource.label)
    column = f'l."{column_of(resource.model, resource.label)}"' if shape is None else _column(shape, "l")
    label = f"({column})::text"
    own = resource.label_in.get(current_locale())
    return label if own is None else f"COALESCE(NULLIF(l.\"{column_of(resource.model, own)}\", ''), {label})"


def revision_sql(resource: Resource) -> tuple[str, str]:
    """The key of a row and its SQL; logs such as jobs and the audit log have no revision."""
    return "revision", "t.revision" if "revision" in resource.model._meta.fields_map else "1"


def _system(resource: Resource) -> tuple[tuple[str, str], ...]:
    own = {shape.column for shape in shapes_of(resource).values()}
    times = [name for name in ("created_at", "updated_at") if name in resource.model._meta.fields_map]
    return (revision_sql(resource), *((time, f"t.{time}") for time in times if time not in own))


async def page(resource: Resource, query: ListQuery) -> RecordPage:
    """One page of rows as dicts of Python values; relations as `{"id", "label"}`."""
    columns = SelectList(resource, query.columns, (revision_sql(resource),))
    sort = query.sort or default_sort(resource)
    shape = shape_named(resource, sort.removeprefix("-"))
    descending = sort.startswith("-")
    statement = Statement()
    where = all_of(visible(resource), query.where, search_condition(resource, query.search))
    conditions = [statement.where(where, resource.model)]
    column = f't."{shape.column}"'
    if query.after:
        conditions.append(_after(statement, shape, column, descending, query.after))
    order = order_sql(shape, descending=descending)
    records = await fetch(
        f"SELECT {columns.sql}, {column} FROM {table_of(resource.model)} t"
        f" WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT {statement.bind(query.limit + 1)}",
        *statement.args,
    )
    shown = records[: query.limit]
    cursor = encode_cursor(shown[-1][-1], shown[-1]["id"]) if len(records) > len(shown) else None
    return RecordPage([columns.row(record) for record in shown], cursor)


def order_sql(shape: Shape, *, descending: bool) -> str:
    """The order of a list, with the id to decide between equals; nothing entered comes last."""
    direction = "DESC" if descending else "ASC"
    if shape.name == "id":
        return f"t.id {direction}"
    nulls = " NULLS LAST" if shape.null else ""
    return f't."{shape.column}" {direction}{nulls}, t.id {direction}'


def _after(statement: Statement, shape: Shape, column: str, descending: bool, cursor: str) -> str:
    value, id = decode_cursor(shape, cursor)
    sign = "<" if descending else ">"
    if shape.name == "id":
        return f"t.id {sign} {statement.bind(id)}"
    if value is None:
        return f"({column} IS NULL AND t.id {sign} {statement.bind(id)})"
    beyond = f"({column}, t.id) {sign} ({statement.bind(value)}, {statement.bind(id)})"
    return f"({beyond} OR {column} IS NULL)" if shape.null else beyond


async def read(resource: Resource, id: int) -> dict[str, Any]:
    """One record as the API shows it: readable fields, labels of relations, lines, revision and times."""
    columns = SelectList(resource, system=_system(resource))
    statement = Statement()
    condition = statement.where(all_of(eq("id", possible_id(id)), visible(resource)), resource.model)
    record = await fetch_row(
        f"SELECT {columns.sql} FROM {table_of(resource.model)} t WHERE {condition}",
        *statement.args,
    )
    if record is None:
        raise NotFound()
    row = columns.row(record)
    for lines in resource.lines:
        row[lines.name] = await read_lines(lines, id)
    return row


async def read_lines(lines: Lines, parent_id: int) -> list[dict[str, Any]]:
    """The children of a record that the caller has already been allowed to read."""
    columns = SelectList(lines)
    parent, order = column_of(lines.model, lines.parent), column_of(lines.model, lines.order)
    records = await fetch(
        f'SELECT {columns.sql} FROM {table_of(lines.model)} t WHERE t."{parent}" = $1 ORDER BY t."{order}", t.id',
        parent_id,
    )
    return [columns.row(record) for record in records]


async def options(resource: Resource, text: str, *, limit: int = 20, where: Condition = ALWAYS) -> list[dict[str, Any]]:
    """Records to choose from in a relation field: `{"id", "label"}` for what `text` finds."""
    found = await page(resource, ListQuery(where=where, search=text, limit=limit, columns=(resource.label,)))
    names = await labels(resource, [row["id"] for row in found.rows])
    return [{"id": id, "label": name} for id, name in names.items()]


async def labels(resource: Resource, ids: Sequence[int]) -> dict[int, str]:
    """The names of those of `ids` that the actor may see, in the order of `ids`, in one statement."""
    if not ids:
        return {}
    statement = Statement()
    condition = statement.where(visible(resource), resource.model)
    rows = await fetch(
        f"SELECT t.id, {label_sql(resource)} AS label FROM {table_of(resource.model)} t"
        f" JOIN {table_of(resource.model)} l ON l.id = t.id"
        f" WHERE t.id = ANY({statement.bind(list(ids))}) AND {condition}",
        *statement.args,
    )
    found = {row["id"]: row["label"] or "" for row in rows}
    return {id: found[id] for id in ids if id in found}


async def visible_ids(resource: Resource, ids: set[int]) -> set[int]:
    """Those of `ids` that the actor may see, in one statement."""
    statement = Statement()
    condition = statement.where(visible(resource), resource.model)
    rows = await fetch(
        f"SELECT t.id FROM {table_of(resource.model)} t WHERE t.id = ANY({statement.bind(list(ids))}) AND {condition}",
        *statement.args,
    )
    return {row["id"] for row in rows}


async def labels_of(wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """The names of records by the key of their resource and their id, as far as the actor may see them.

    One statement for each resource; records of add-ons that are not enabled are left out.
    """
    ids_by_key: dict[str, set[int]] = {}
    for key, id in wanted:
        ids_by_key.setdefault(key, set()).add(id)
    found: dict[tuple[str, int], str] = {}
    for key, ids in ids_by_key.items():
        target = current_company().catalog.resources.get(key)
        if target is not None and may(target.read):
            found |= {(key, id): name for id, name in (await labels(target, list(ids))).items()}
    return found
