"""What a list shows, as rows for a file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import all_of
from guanxi.errors import InvalidInput
from guanxi.i18n import _
from guanxi.records import ListQuery, count, page, parse_list_query
from guanxi.records.query import search_condition
from guanxi.records.shape import Shape
from guanxi.views.amounts import Currencies, currencies_of, currency_of
from guanxi.views.cells import column_shapes
from guanxi.views.formats import show, show_number, typed

Params = list[tuple[str, str]]
EXPORT_CAP = 200_000
EXPORT_PAGE = 500
_PAGING = frozenset({"after", "limit"})


async def export(resource: Resource, params: Params) -> AsyncIterator[list[list[object]]]:
    """What the list shows with this query, every readable field: the header, then the rows page by page.

    Raises InvalidInput, before the first page, on a query that cannot be taken and on more than EXPORT_CAP rows.
    """
    query = parse_list_query(resource, [(n, v) for n, v in params if n not in _PAGING])
    where = all_of(query.where, search_condition(resource, query.search))
    if await count(resource.model, where, cap=EXPORT_CAP + 1) > EXPORT_CAP:
        limit = show_number(EXPORT_CAP)
        raise InvalidInput(message=_("At most {limit} rows can be exported at once. Filter the list.", limit=limit))
    return _pages(resource, replace(query, limit=EXPORT_PAGE, columns=()))


async def _pages(resource: Resource, query: ListQuery) -> AsyncIterator[list[list[object]]]:
    shapes = [s for s in column_shapes(resource, tuple(f.name for f in resource.fields)) if s.kind is not Kind.JSON]
    yield [[str(shape.field.label) for shape in shapes]]
    cursor: str | None = ""
    while cursor is not None:
        found = await page(resource, replace(query, after=cursor))
        currencies = await currencies_of(resource, found.rows)
        yield [[_exported(shape, row, currencies) for shape in shapes] for row in found.rows]
        cursor = found.next_cursor


def _exported(shape: Shape, row: dict[str, Any], currencies: Currencies) -> object:
    """Numbers, dates and amounts as an import reads them back; choices and relations as people read them."""
    value = row.get(shape.name)
    if shape.kind in (Kind.CHOICE, Kind.RELATION, Kind.BOOLEAN):
        return show(shape, value)
    text = typed(shape, value, currency_of(shape, row, currencies))
    return text.replace("T", " ") if shape.kind is Kind.DATETIME else text
