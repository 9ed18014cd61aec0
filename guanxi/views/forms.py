"""A form page: sections, stage bar, lines, buttons, panels, related lists, files and timeline of one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guanxi.context import current_company, may
from guanxi.declare.extensions import PanelData
from guanxi.declare.resources import Lines, RelatedList, Resource
from guanxi.declare.where import eq
from guanxi.errors import GuanxiError
from guanxi.i18n import Text, _
from guanxi.records import ListQuery, StoredFile, files_of, get, page, read
from guanxi.records.rules import readable, writable
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.amounts import currencies_of, currency_of
from guanxi.views.cells import needed_columns
from guanxi.views.filters import relation_names
from guanxi.views.inputs import Form, Targets, make_input, small_targets
from guanxi.views.lists import columns_of, table_rows
from guanxi.views.parts import Button, Column, Input, Row
from guanxi.views.timeline import Entry, timeline

EMPTY_ROWS = 3
RELATED_LIMIT = 10


@dataclass(slots=True)
class SectionView:
    title: Text | None
    more: bool
    inputs: list[Input]


@dataclass(slots=True)
class Stage:
    label: str
    state: str
    """past, current or ahead"""


@dataclass(slots=True)
class LineRow:
    id: int | None
    inputs: list[Input]


@dataclass(slots=True)
class LinesTable:
    name: str
    label: Text
    columns: list[Column]
    rows: list[LineRow]
    readonly: bool
    error: Text | None = None
    blank: LineRow | None = None
    """what the script copies to add a row; its index is written `__index__`"""


@dataclass(slots=True)
class RelatedTable:
    title: Text
    columns: list[Column]
    rows: list[Row]
    more_href: str | None
    new_href: str | None


@dataclass(slots=True)
class PanelView:
    title: Text
    data: PanelData


@dataclass(slots=True)
class FormPage:
    resource: Resource
    id: int | None
    heading: str
    sections: list[SectionView]
    lines: list[LinesTable] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    revision: int = 0
    can_save: bool = False
    delete_href: str | None = None
    actions: list[Button] = field(default_factory=list)
    documents: list[Button] = field(default_factory=list)
    panels: list[PanelView] = field(default_factory=list)
    related: list[RelatedTable] = field(default_factory=list)
    files: list[StoredFile] = field(default_factory=list)
    can_attach: bool = False
    entries: list[Entry] = field(default_factory=list)
    error: Text | None = None


@dataclass(slots=True)
class _Draft:
    """What all inputs of one form are made from."""

    resource: Resource
    row: Mapping[str, Any]
    form: Form | None
    errors: Mapping[str, Text]
    targets: Targets
    new: bool
    locked: bool


async def new_page(
    resource: Resource,
    prefilled: Mapping[str, str],
    *,
    form: Form | None = None,
    errors: Mapping[str, Text] | None = None,
) -> FormPage:
    """`prefilled`: values from the address, by field name."""
    shapes = shapes_of(resource)
    row: dict[str, Any] = {name: _initial(shape, resource) for name, shape in shapes.items()}
    row |= await _initial_relations(shapes)
    typed = dict(form) if form is not None else None
    if typed is None and prefilled:
        typed = await _prefill(shapes, prefilled, row)
    targets = await small_targets(_all_shapes(resource))
    draft = _Draft(resource, row, typed, errors or {}, targets, new=True, locked=False)
    made = FormPage(resource, None, str(_("New: {name}", name=resource.singular)), _sections(draft), can_save=True)
    made.lines = [await _lines_table(draft, lines) for lines in resource.lines if not lines.readonly]
    return made


def _initial(shape: Shape, resource: Resource) -> Any:
    if shape.field.default is not None:
        value = shape.field.default()
    else:
        default = getattr(resource.model._meta.fields_map.get(shape.name), "default", None)
        value = default() if callable(default) else default
    return value if value is not None and shape.kind != "relation" else None


async def _initial_relations(shapes: Mapping[str, Shape]) -> dict[str, dict[str, Any]]:
    """What relations with a default point to on a new form, such as the user as the owner."""
    found: dict[str, dict[str, Any]] = {}
    for name, shape in shapes.items():
        if shape.kind == "relation" and shape.field.default is not None and writable(shape.field):
            id = shape.field.default()
            names = await relation_names(shape, [str(id)]) if id is not None else {}
            if str(id) in names:
                found[name] = {"id": id, "label": names[str(id)]}
    return found


async def _prefill(shapes: Mapping[str, Shape], given: Mapping[str, str], row: dict[str, Any]) -> dict[str, str]:
    typed: dict[str, str] = {}
    for name, text in given.items():
        shape = shapes.get(name)
        if shape is None or not writable(shape.field):
            continue
        if shape.kind == "relation":
            names = await relation_names(shape, [text])
            if text not in names:
                continue
            typed[f"{name}.text"] = names[text]
        typed[name] = text[:500]
    return typed


def _all_shapes(resource: Resource) -> list[Shape]:
    lines = [shape for lines in resource.lines if not lines.readonly for shape in shapes_of(lines).values()]
    own = [*shapes_of(resource).values(), *lines]
    return [shape for shape in own if writable(shape.field)]


async def form_page(
    resource: Resource, id: int, *, form: Form | None = None, errors: Mapping[str, Text] | None = None
) -> FormPage:
    """The page of a record the actor may see. Raises NotFound."""
    row = await read(resource, id)
    record = await get(resource.model, id)
    can_save = resource.update is not None and may(resource.update) and resource.editable(record)
    targets = await small_targets(_all_shapes(resource)) if can_save else {}
    draft = _Draft(resource, row, form, errors or {}, targets, new=False, locked=not can_save)
    heading = str(row.get(resource.label) or f"{resource.singular} #{id}")
    made = FormPage(resource, id, heading, _sections(draft), revision=row["revision"], can_save=can_save)
    made.lines = [await _lines_table(draft, lines) for lines in resource.lines]
    made.stages = _stages(resource, row)
    if resource.delete is not None and may(resource.delete) and resource.editable(record):
        made.delete_href = f"{resource.path}/{id}/delete"
    made.actions = record_buttons(resource, record)
    made.documents = [
        Button(d.label, f"{resource.path}/{id}/documents/{d.name}") for d in resource.documents if d.when(record)
    ]
    made.panels = await _panels(resource, id)
    made.related = [table for r in resource.form.related if (table := await _related(r, id)) is not None]
    made.files = await files_of(resource.key, id)
    made.can_attach = resource.update is not None and may(resource.update)
    made.entries = await timeline(resource, id)
    return made


def record_buttons(resource: Resource, record: Any) -> list[Button]:
    return [
        Button(a.label, f"{resource.path}/{record.id}/actions/{a.name}", a.primary, a.danger, a.confirm, bool(a.fields))
        for a in resource.actions
        if a.on == "record" and may(a.permission) and a.when(record)
    ]


def _sections(draft: _Draft) -> list[SectionView]:
    shapes, made = shapes_of(draft.resource), []
    for section in draft.resource.form.sections:
        inputs = [
            _input(draft, shapes[name])
            for name in section.fields
            if name in shapes and name != draft.resource.form.stage and _shown(draft, shapes[name])
        ]
        if inputs:
            more = section.more and not any(item.error for item in inputs)
            made.append(SectionView(section.title, more, inputs))
    return made


def _shown(draft: _Draft, shape: Shape) -> bool:
    """A field that may be read, or a secret that may be set; nothing that the program sets on a new form."""
    if draft.new and shape.readonly:
        return False
    if shape.field.secret:
        return not draft.locked and writable(shape.field)
    return readable(shape.field)


def _input(draft: _Draft, shape: Shape) -> Input:
    currency = currency_of(shape, draft.row, {})
    return make_input(
        shape,
        draft.row.get(shape.name),
        currency=currency,
        form=draft.form,
        errors=draft.errors,
        targets=draft.targets,
        new=draft.new,
        locked=draft.locked,
    )


async def _lines_table(draft: _Draft, lines: Lines) -> LinesTable:
    shapes = [shape for shape in shapes_of(lines).values() if readable(shape.field)]
    locked = draft.locked or lines.readonly
    rows: list[Mapping[str, Any]] = list(draft.row.get(lines.name) or [])
    currencies = await currencies_of(lines, rows)
    made: list[LineRow] = []
    count = len(rows)
    if draft.form is not None and f"{lines.name}-count" in draft.form and not locked:
        count = _typed_count(lines, draft.form)
    for index in range(count):
        row = _row_at(draft, lines, rows, index)
        made.append(_line(draft, lines, shapes, row, f"{lines.name}-{index}-", currencies, locked))
    if not locked and (draft.form is None or f"{lines.name}-count" not in draft.form):
        blanks = min(EMPTY_ROWS, max(0, lines.maximum - count))
        for index in range(count, count + blanks):
            made.append(_line(draft, lines, shapes, {}, f"{lines.name}-{index}-", {}, False))
    columns = [Column(s.name, s.field.label, s.kind in ("integer", "decimal", "money")) for s in shapes]
    table = LinesTable(lines.name, lines.label, columns, made, locked, draft.errors.get(lines.name))
    if not locked:
        table.blank = _line(draft, lines, shapes, {}, f"{lines.name}-__index__-", {}, False)
    return table


def _typed_count(lines: Lines, form: Form) -> int:
    text = str(form.get(f"{lines.name}-count"))
    return min(int(text), lines.maximum) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _row_at(draft: _Draft, lines: Lines, rows: list[Mapping[str, Any]], index: int) -> Mapping[str, Any]:
    if draft.form is None or f"{lines.name}-count" not in draft.form:
        return rows[index]
    id = str(draft.form.get(f"{lines.name}-{index}-id") or "")
    return next((row for row in rows if str(row["id"]) == id), {})


def _line(
    draft: _Draft,
    lines: Lines,
    shapes: list[Shape],
    row: Mapping[str, Any],
    prefix: str,
    currencies: Any,
    locked: bool,
) -> LineRow:
    inputs = []
    for shape in shapes:
        value = row.get(shape.name)
        if not row and shape.field.default is not None and shape.kind == "boolean":
            value = shape.field.default()
        currency = currency_of(shape, row, currencies, draft.row)
        inputs.append(
            make_input(
                shape,
                value,
                prefix=prefix,
                currency=currency,
                form=draft.form if "__index__" not in prefix else None,
                errors=draft.errors,
                targets=draft.targets,
                new=not row,
                locked=locked,
            )
        )
    return LineRow(row.get("id"), inputs)


def _stages(resource: Resource, row: Mapping[str, Any]) -> list[Stage]:
    shape = shapes_of(resource).get(resource.form.stage or "")
    if shape is None or not readable(shape.field) or shape.choices is None:
        return []
    members = list(shape.choices)
    now = next((i for i, choice in enumerate(members) if choice == row.get(shape.name)), -1)
    states = ["past" if i < now else "current" if i == now else "ahead" for i in range(len(members))]
    return [Stage(str(choice.label), state) for choice, state in zip(members, states, strict=True)]


async def _panels(resource: Resource, id: int) -> list[PanelView]:
    if resource.panels is None:
        return []
    made = []
    items = sorted(current_company().catalog.extensions(resource.panels), key=lambda panel: panel.order)
    for panel in items:
        if may(panel.access):
            data = await panel.load(id)
            if data.figures or data.table is not None or data.empty is not None:
                made.append(PanelView(panel.title, data))
    return made


async def _related(related: RelatedList, id: int) -> RelatedTable | None:
    target = current_company().catalog.resources.get(related.resource)
    if target is None or not may(target.read):
        return None
    shape = shapes_of(target).get(related.field)
    if shape is None or not readable(shape.field):
        return None
    query = ListQuery(where=eq(shape.column, id), limit=RELATED_LIMIT, columns=needed_columns(target, related.columns))
    try:
        found = await page(target, query)
    except GuanxiError as error:
        if error.status in (403, 404):
            return None
        raise
    more = f"{target.path}?{related.field}={id}" if found.next_cursor else None
    new = None
    if target.create is not None and may(target.create) and writable(shape.field):
        new = f"{target.path}/new?{related.field}={id}"
    rows = await table_rows(target, related.columns, found.rows)
    return RelatedTable(related.title, columns_of(target, related.columns), rows, more, new)
