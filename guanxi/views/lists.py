"""A list page: columns, rows, chips, filters and pages, from a resource and an address's query."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from guanxi.context import current_company, may
from guanxi.declare.resources import Resource
from guanxi.declare.where import all_of
from guanxi.i18n import Text, _
from guanxi.records import ListQuery, count, page, parse_list_query
from guanxi.records.query import search_condition, sortable
from guanxi.views.amounts import currencies_of
from guanxi.views.cells import cell, column_shapes, needed_columns
from guanxi.views.filters import chips, filter_inputs, filter_names
from guanxi.views.formats import NUMERIC, show, show_number
from guanxi.views.parts import Button, Cell, Chip, Column, Input, Row

Params = list[tuple[str, str]]
COUNT_CAP = 1000
_PAGING = frozenset({"after", "limit"})


@dataclass(slots=True)
class ListPage:
    resource: Resource
    columns: list[Column]
    rows: list[Row]
    total: Text
    search: str = ""
    searchable: bool = False
    kept: Params = field(default_factory=list)
    """the query without search and page: hidden inputs of the search box"""
    chips: list[Chip] = field(default_factory=list)
    filters: list[Input] = field(default_factory=list)
    filtered: bool = False
    first_href: str | None = None
    next_href: str | None = None
    new_href: str | None = None
    imports: list[Button] = field(default_factory=list)
    export_href: str = ""
    actions: list[Button] = field(default_factory=list)


def address(path: str, params: Params) -> str:
    return f"{path}?{urlencode(params)}" if params else path


async def list_page(resource: Resource, params: Params) -> ListPage:
    """Raises InvalidInput on a query that cannot be taken."""
    query = parse_list_query(resource, params)
    names = tuple(n for n in (*resource.list.columns, resource.list.secondary) if n)
    found = await page(resource, replace(query, columns=needed_columns(resource, names)))
    where = all_of(query.where, search_condition(resource, query.search))
    total = await count(resource.model, where, cap=COUNT_CAP + 1)
    rows = await table_rows(resource, resource.list.columns, found.rows, secondary=resource.list.secondary)
    plain = [(name, value) for name, value in params if name not in _PAGING]
    listed = ListPage(resource, _columns(resource, query, plain), rows, _total(total), search=query.search)
    listed.searchable = any(f.search for f in resource.fields)
    listed.kept = [(name, value) for name, value in plain if name != "q"]
    names_by_id = await filter_names(resource, plain)
    listed.chips = chips(resource, plain, names_by_id)
    listed.filters = filter_inputs(resource, plain, names_by_id)
    listed.filtered = bool(listed.chips or query.search)
    if found.next_cursor:
        listed.next_href = address(resource.path, [*plain, ("after", found.next_cursor)])
    if query.after:
        listed.first_href = address(resource.path, plain)
    _offer(listed, plain)
    return listed


def _imports(resource: Resource) -> list[Button]:
    """The add-ons' own imports into this list, or the general one."""
    importers = current_company().catalog.importers
    own = [
        Button(importer.title, f"/{key.replace('/', '/import/')}")
        for key, importer in importers.items()
        if (importer.shown_on or key) == resource.key and may(importer.permission)
    ]
    general = resource.import_key and resource.key not in importers
    if general and resource.create is not None and may(resource.create):
        own.append(Button(_("Import"), f"{resource.path}/import"))
    return own


def _offer(listed: ListPage, plain: Params) -> None:
    resource = listed.resource
    if resource.create is not None and may(resource.create):
        listed.new_href = f"{resource.path}/new"
    listed.imports = _imports(resource)
    listed.export_href = address(f"{resource.path}/export", plain)
    listed.actions = [
        Button(a.label, f"{resource.path}/actions/{a.name}", a.primary, a.danger, a.confirm, bool(a.fields))
        for a in resource.actions
        if a.on == "list" and may(a.permission)
    ]


def _total(total: int) -> Text:
    if total > COUNT_CAP:
        return _("More than {count} records", count=show_number(COUNT_CAP))
    return _("1 record") if total == 1 else _("{count} records", count=show_number(total))


def _columns(resource: Resource, query: ListQuery, params: Params) -> list[Column]:
    current = query.sort or resource.list.sort
    rest = [(name, value) for name, value in params if name != "sort"]
    may_sort = sortable(resource)
    columns = []
    for shape in column_shapes(resource, resource.list.columns):
        column = Column(shape.name, shape.field.label, shape.kind in NUMERIC)
        if shape.name in may_sort:
            wanted = f"-{shape.name}" if current == shape.name else shape.name
            column.sort_href = address(resource.path, [*rest, ("sort", wanted)])
        if current.removeprefix("-") == shape.name:
            column.direction = "descending" if current.startswith("-") else "ascending"
        columns.append(column)
    return columns


async def table_rows(
    resource: Resource, names: tuple[str, ...], rows: list[dict[str, Any]], *, secondary: str | None = None
) -> list[Row]:
    """Rows for a table; the first cell links to the record."""
    shapes = column_shapes(resource, names)
    second = column_shapes(resource, (secondary,)) if secondary else []
    currencies = await currencies_of(resource, rows)
    made = []
    for row in rows:
        href = f"{resource.path}/{row['id']}"
        cells = [cell(shape, row, currencies) for shape in shapes]
        if cells:
            first = cells[0]
            first.href, first.text = href, first.text or str(row.get(resource.label) or f"#{row['id']}")
            first.second = " · ".join(show(shape, row.get(shape.name)) for shape in second if row.get(shape.name))
        else:
            cells = [Cell(f"#{row['id']}", href=href)]
        made.append(Row(row["id"], href, cells))
    return made


def columns_of(resource: Resource, names: tuple[str, ...]) -> list[Column]:
    """Plain headings, for lists inside another page."""
    return [Column(s.name, s.field.label, s.kind in NUMERIC) for s in column_shapes(resource, names)]
