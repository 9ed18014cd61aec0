"""What stands around a record on its page: panels of other add-ons, and lists of records that point to it."""

from __future__ import annotations

from dataclasses import dataclass

from guanxi.context import current_company, may
from guanxi.declare.extensions import PanelData
from guanxi.declare.resources import RelatedList, Resource
from guanxi.declare.where import eq
from guanxi.errors import GuanxiError
from guanxi.i18n import Text, _
from guanxi.records import ListQuery, count, page
from guanxi.records.rules import readable, writable
from guanxi.records.shape import shapes_of
from guanxi.views.cells import needed_columns
from guanxi.views.formats import show_number
from guanxi.views.lists import columns_of, table_rows
from guanxi.views.loading import load, says_something
from guanxi.views.parts import Column, Row

RELATED_LIMIT = 10
_COUNT_CAP = 1000


@dataclass(slots=True)
class RelatedTable:
    title: Text
    columns: list[Column]
    rows: list[Row]
    total: str
    """how many there are in all"""
    all_href: str | None
    new_href: str | None


@dataclass(slots=True)
class PanelView:
    title: Text
    data: PanelData | None
    """None: it could not be loaded"""
    beside: bool
    """narrow enough for the column beside the form"""


async def panels_of(resource: Resource, id: int) -> list[PanelView]:
    if resource.panels is None:
        return []
    made = []
    items = sorted(current_company().catalog.extensions(resource.panels), key=lambda panel: panel.order)
    for panel in items:
        if may(panel.access):
            data = await load(panel.name, panel.load(id))
            if says_something(data):
                made.append(PanelView(panel.title, data, data is None or not (data.table or data.chart)))
    return made


async def related_table(related: RelatedList, id: int) -> RelatedTable | None:
    """The first records; None where the reader may see none of that kind."""
    target = current_company().catalog.resources.get(related.resource)
    if target is None or not may(target.read):
        return None
    shape = shapes_of(target).get(related.field)
    if shape is None or not readable(shape.field):
        return None
    where = eq(shape.column, id)
    query = ListQuery(where=where, limit=RELATED_LIMIT, columns=needed_columns(target, related.columns))
    try:
        found = await page(target, query)
        number = await count(target.model, where, cap=_COUNT_CAP + 1) if found.next_cursor else len(found.rows)
    except GuanxiError as error:
        if error.status in (403, 404):
            return None
        raise
    total = str(_("more than {count}", count=show_number(_COUNT_CAP))) if number > _COUNT_CAP else show_number(number)
    here = f"{related.field}={id}"
    new = None
    if target.create is not None and may(target.create) and writable(shape.field):
        new = f"{target.path}/new?{here}"
    rows = await table_rows(target, related.columns, found.rows)
    columns = columns_of(target, related.columns)
    for column in columns if shape.field.filter else ():
        declared = target.field(column.name)
        if declared is not None and declared.sort:
            column.sort_href = f"{target.path}?{here}&sort={column.name}"
    return RelatedTable(
        related.title,
        columns,
        rows,
        total,
        f"{target.path}?{here}" if rows and shape.field.filter else None,
        new,
    )
