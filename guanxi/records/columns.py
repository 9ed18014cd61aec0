"""The first records of each column of a board, or of each group of a list, read at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guanxi.db import fetch
from guanxi.declare.resources import Resource
from guanxi.declare.where import Condition, all_of
from guanxi.records.grouping import Grouping, group_where
from guanxi.records.query import default_sort
from guanxi.records.reading import SelectList, order_sql, revision_sql
from guanxi.records.rules import visible
from guanxi.records.shape import Shape
from guanxi.records.sql import Statement, table_of
from guanxi.records.terms import shape_named

Rows = list[dict[str, Any]]


async def first_of_each(
    resource: Resource,
    by: Shape,
    values: Sequence[str | None],
    where: Condition,
    *,
    limit: int,
    sort: str = "",
    names: tuple[str, ...] = (),
) -> dict[str | None, Rows]:
    """Up to `limit` rows for each of `values` (None: nothing entered), in the list's order, by one statement."""
    parts = [all_of(group_where(Grouping(by), value), where) for value in values]
    found = await first_of_groups(resource, parts, limit=limit, sort=sort, names=names)
    return dict(zip(values, found, strict=True))


async def first_of_groups(
    resource: Resource, groups: Sequence[Condition], *, limit: int, sort: str = "", names: tuple[str, ...] = ()
) -> list[Rows]:
    """Up to `limit` rows for each of `groups`, in the list's order, by one statement.

    A subselect for each group, not a window: it reads an index on the column and the order as far as it needs to,
    where row_number() would sort all that is filtered.
    """
    if not groups:
        return []
    columns = SelectList(resource, names, (revision_sql(resource),))
    statement = Statement()
    sort = sort or default_sort(resource)
    order = order_sql(shape_named(resource, sort.removeprefix("-")), descending=sort.startswith("-"))
    own = visible(resource)
    parts = []
    for place, group in enumerate(groups):
        condition = statement.where(all_of(own, group), resource.model)
        parts.append(
            f"(SELECT t.id, {place} AS place, row_number() OVER (ORDER BY {order}) AS nth"
            f" FROM {table_of(resource.model)} t WHERE {condition} ORDER BY {order} LIMIT {statement.bind(limit)})"
        )
    records = await fetch(
        f"SELECT {columns.sql}, found.place FROM ({' UNION ALL '.join(parts)}) AS found"
        f" JOIN {table_of(resource.model)} t ON t.id = found.id ORDER BY found.place, found.nth",
        *statement.args,
    )
    rows: list[Rows] = [[] for _group in groups]
    for record in records:
        rows[record[-1]].append(columns.row(record))
    return rows
