"""A list page: the columns that the user chose, rows or groups of rows, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.errors import InvalidInput
from guanxi.i18n import Text, _
from guanxi.records import page
from guanxi.records.grouping import MAX_LEVELS, GroupRow, groupable, measures_of, totals
from guanxi.records.periods import UNITS
from guanxi.records.query import RecordPage, sortable
from guanxi.records.rules import shown_fields
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.terms import DATES
from guanxi.views.amounts import currencies_of
from guanxi.views.cells import cell, column_shapes, needed_columns, record_name
from guanxi.views.editing import BulkOffer, bulk_offer, is_inline, mark_editable
from guanxi.views.formats import NUMERIC, show, show_number
from guanxi.views.frame import Frame, frame_of
from guanxi.views.groups import GroupView, SumText, groups_of, sum_texts
from guanxi.views.parts import Cell, Column, Option, Params, Row
from guanxi.views.periods import UNIT_LABELS

COUNT_CAP = 2_000


@dataclass(slots=True)
class ListPage:
    frame: Frame
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)
    groups: list[GroupView] = field(default_factory=list)
    """in place of rows where the list is grouped"""
    groups_left_out: int = 0
    total: Text | None = None
    sums: list[SumText] = field(default_factory=list)
    count_href: str | None = None
    """counts on where the count stopped early"""
    bulk: BulkOffer = field(default_factory=BulkOffer)
    choices: list[Option] = field(default_factory=list)
    """the columns to choose from"""
    group_choices: list[list[Option]] = field(default_factory=list)
    """for each level: what to group by"""
    first_href: str | None = None
    next_href: str | None = None


async def list_page(resource: Resource, params: Params) -> ListPage:
    """Takes of the address what can be taken; `ignored` in the frame says what was left out."""
    counted_all = ("count", "all") in params
    frame = await frame_of(resource, [(n, v) for n, v in params if n != "count"])
    names = _chosen(frame)
    wanted = needed_columns(resource, tuple(n for n in (*names, resource.list.secondary) if n))
    listed = ListPage(frame, _columns(frame, names))
    if frame.groups:
        found, parts = await groups_of(frame, wanted)
        await _fill(frame, names, found.views, parts)
        listed.groups, listed.groups_left_out = found.views, found.left_out
        _count(listed, found.total, capped=False)
    else:
        found_page = await _page(frame, wanted)
        listed.rows = await list_rows(frame, names, found_page.rows)
        cap = None if counted_all else COUNT_CAP + 1
        (total,) = await totals(resource, frame.where, cap=cap) or [GroupRow((), (), 0)]
        _count(listed, total, capped=cap is not None and total.count > COUNT_CAP)
        if found_page.next_cursor:
            listed.next_href = frame.href([*frame.params, ("after", found_page.next_cursor)])
        if frame.query.after:
            listed.first_href = frame.href(frame.params)
    listed.bulk = bulk_offer(resource)
    listed.choices = _choices(resource, names)
    if groupable(resource):
        chosen = [*(grouping.name for grouping in frame.groups), "", ""][:MAX_LEVELS]
        listed.group_choices = [group_options(resource, name) for name in chosen]
    return listed


def _chosen(frame: Frame) -> tuple[str, ...]:
    """The columns of the address, else those that the user chose once, else those that are declared."""
    resource = frame.resource
    known = {f.name for f in shown_fields(resource)} & {n for n, s in shapes_of(resource).items() if s.kind != "json"}
    own = tuple(dict.fromkeys(name for name in frame.desk.columns if name in known))
    return tuple(dict.fromkeys(frame.query.columns)) or own or resource.list.columns


async def _page(frame: Frame, names: tuple[str, ...]) -> RecordPage:
    query = replace(frame.query, columns=names)
    try:
        return await page(frame.resource, query)
    except InvalidInput as error:  # the mark of a page that is none
        frame.ignored.extend(error.fields.values())
        frame.query = replace(frame.query, after="")
        return await page(frame.resource, replace(query, after=""))


def _count(listed: ListPage, total: GroupRow, *, capped: bool) -> None:
    frame = listed.frame
    if capped:
        listed.total = _("More than {count} records", count=show_number(COUNT_CAP))
        listed.count_href = frame.href([*frame.params, ("count", "all")])
        return
    count = total.count
    listed.total = _("1 record") if count == 1 else _("{count} records", count=show_number(count))
    listed.sums = sum_texts(measures_of(frame.resource), total.sums)


async def _fill(
    frame: Frame, names: tuple[str, ...], views: list[GroupView], parts: list[list[dict[str, Any]]]
) -> None:
    """The rows of the lowest groups, which come in the order of `parts`."""
    rows = await list_rows(frame, names, [row for part in parts for row in part])
    lowest = [view for view in views if view.level == len(frame.groups)]
    for view, part in zip(lowest, parts, strict=True):
        view.rows, rows = rows[: len(part)], rows[len(part) :]
        view.more = view.count - len(part)


def _columns(frame: Frame, names: tuple[str, ...]) -> list[Column]:
    resource = frame.resource
    current = frame.query.sort or resource.list.sort
    may_sort = sortable(resource)
    columns = []
    for shape in column_shapes(resource, names):
        column = Column(shape.name, shape.field.label, shape.kind in NUMERIC)
        column.editable = is_inline(resource, shape)
        if shape.name in may_sort:
            wanted = f"-{shape.name}" if current == shape.name else shape.name
            column.sort_href = frame.href([*frame.without("sort"), ("sort", wanted)])
        if current.removeprefix("-") == shape.name:
            column.direction = "descending" if current.startswith("-") else "ascending"
        columns.append(column)
    return columns


def _choices(resource: Resource, names: tuple[str, ...]) -> list[Option]:
    """Every field that can be a column: the chosen ones first, in their order."""
    every = {s.name: s for s in column_shapes(resource, tuple(f.name for f in resource.fields)) if s.kind != Kind.JSON}
    ordered = dict.fromkeys((*names, *every))
    return [Option(name, str(every[name].field.label), name in names) for name in ordered if name in every]


def group_options(resource: Resource, chosen: str) -> list[Option]:
    """What a level of groups may be: fields, dates by their units."""
    made = [Option("", str(_("No groups")), not chosen)]
    for shape in groupable(resource):
        if shape.kind in DATES:
            for unit in UNITS:
                name, label = f"{shape.name}:{unit}", f"{shape.field.label} · {UNIT_LABELS[unit]}"
                made.append(Option(name, label, name == chosen))
        else:
            made.append(Option(shape.name, str(shape.field.label), shape.name == chosen))
    return made


async def list_rows(frame: Frame, names: tuple[str, ...], rows: list[dict[str, Any]]) -> list[Row]:
    """Rows whose states and relations filter the list when clicked."""
    resource = frame.resource
    made = await table_rows(resource, names, rows, secondary=resource.list.secondary)
    shapes = column_shapes(resource, names)
    for row, values in zip(made, rows, strict=True):
        row.revision = values.get("revision", 1)
        for shape, item in zip(shapes[1:], row.cells[1:], strict=True):
            item.filter_href = _filtered_by(frame, shape, values.get(shape.name))
            if shape.kind is Kind.TAGS and shape.field.filter:
                item.tags = [(tag, frame.href([*frame.params, (shape.name, tag)])) for tag, _href in item.tags]
    await mark_editable(resource, made)
    return made


def _filtered_by(frame: Frame, shape: Shape, value: Any) -> str | None:
    if shape.kind is not Kind.CHOICE or not shape.field.filter or not value:
        return None
    return frame.href([*frame.without(shape.name), (shape.name, str(value))])


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
            first.href, first.text = href, first.text or record_name(resource, row) or f"#{row['id']}"
            first.second = " · ".join(show(shape, row.get(shape.name)) for shape in second if row.get(shape.name))
        else:
            cells = [Cell(f"#{row['id']}", href=href)]
        made.append(Row(row["id"], href, cells, row.get("revision", 1)))
    return made


def columns_of(resource: Resource, names: tuple[str, ...]) -> list[Column]:
    """Plain headings, for lists inside another page."""
    return [Column(s.name, s.field.label, s.kind in NUMERIC) for s in column_shapes(resource, names)]
