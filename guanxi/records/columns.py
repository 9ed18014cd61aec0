"""The first records of each column of a board, read at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guanxi.db import fetch
from guanxi.declare.resources import Resource
from guanxi.declare.where import Condition, all_of, any_of, eq, is_null
from guanxi.records.query import default_sort
from guanxi.records.reading import _Columns, _revision
from guanxi.records.rules import visible
from guanxi.records.shape import Shape
from guanxi.records.sql import Statement, table_of
from guanxi.records.terms import shape_named

UNSET = ""
"""the column of records whose choice is empty"""
Rows = list[dict[str, Any]]


def in_column(shape: Shape, value: str) -> Condition:
    """The records of the column `value` of the choice field `shape`."""
    if value == UNSET:
        return any_of(is_null(shape.column), eq(shape.column, ""))
    return eq(shape.column, value)


async def first_of_each(
    resource: Resource,
    by: Shape,
    values: Sequence[str],
    where: Condition,
    *,
    limit: int,
    sort: str = "",
    names: tuple[str, ...] = (),
) -> dict[str, Rows]:
    """Up to `limit` rows for each of `values`, in the list's order, by one statement.

    A subselect for each value, not a window: it reads an index on the column and the order as far as it needs to,
    where row_number() would sort all that is filtered.
    """
    columns = _Columns(resource, names, (_revision(resource),))
    statement = Statement()
    own = all_of(visible(resource), where)
    parts = [_part(statement, resource, by, value, place, own, limit, sort) for place, value in enumerate(values)]
    records = await fetch(
        f"SELECT {columns.sql}, found.place FROM ({' UNION ALL '.join(parts)}) AS found"
        f" JOIN {table_of(resource.model)} t ON t.id = found.id ORDER BY found.place, found.nth",
        *statement.args,
    )
    rows: dict[str, Rows] = {value: [] for value in values}
    for record in records:
        rows[values[record[-1]]].append(columns.row(record))
    return rows


def _part(
    statement: Statement,
    resource: Resource,
    by: Shape,
    value: str,
    place: int,
    where: Condition,
    limit: int,
    sort: str,
) -> str:
    order = _order(resource, sort or default_sort(resource))
    condition = statement.where(all_of(in_column(by, value), where), resource.model)
    return (
        f"(SELECT t.id, {place} AS place, row_number() OVER (ORDER BY {order}) AS nth"
        f" FROM {table_of(resource.model)} t WHERE {condition} ORDER BY {order} LIMIT {statement.bind(limit)})"
    )


def _order(resource: Resource, sort: str) -> str:
    """The order of `page`, with the id to decide between equals."""
    shape = shape_named(resource, sort.removeprefix("-"))
    direction = "DESC" if sort.startswith("-") else "ASC"
    if shape.name == "id":
        return f"t.id {direction}"
    nulls = " NULLS LAST" if shape.null else ""
    return f't."{shape.column}" {direction}{nulls}, t.id {direction}'
