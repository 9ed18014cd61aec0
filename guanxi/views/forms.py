"""A form page: sections, stage bar, lines, buttons, panels, related lists, files, to-dos and timeline of one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guanxi.context import may
from guanxi.declare.resources import Resource
from guanxi.desk.todos import OpenTodo, todos_of
from guanxi.errors import Unconfirmed
from guanxi.i18n import Text, _
from guanxi.records import StoredFile, files_of, get, read
from guanxi.records.shape import shapes_of
from guanxi.views.amounts import currencies_of
from guanxi.views.cells import record_name
from guanxi.views.drafts import Draft, SectionView, guide_steps, new_draft, sections, short_section, writable_shapes
from guanxi.views.inputs import Form, small_targets
from guanxi.views.line_tables import LinesTable, lines_table
from guanxi.views.parts import Button, Problem
from guanxi.views.related import PanelView, RelatedTable, panels_of, related_table
from guanxi.views.stages import Stage, action_button, possible_actions, stages_of
from guanxi.views.timeline import Position, Timeline, timeline
from guanxi.views.versions import fingerprints


@dataclass(slots=True)
class FormPage:
    resource: Resource
    id: int | None
    heading: str
    sections: list[SectionView]
    lines: list[LinesTable] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    revision: int = 0
    fingerprints: str = ""
    """of the values that the inputs start with, to tell after a stale save who changed what"""
    can_save: bool = False
    locked: Text | None = None
    """why its state does not let it be saved"""
    checks: bool = False
    """whether there are hints to be had while one types"""
    delete_href: str | None = None
    actions: list[Button] = field(default_factory=list)
    documents: list[Button] = field(default_factory=list)
    panels: list[PanelView] = field(default_factory=list)
    related: list[RelatedTable] = field(default_factory=list)
    files: list[StoredFile] = field(default_factory=list)
    can_attach: bool = False
    can_detach: bool = False
    todos: list[OpenTodo] = field(default_factory=list)
    timeline: Timeline | None = None
    error: Text | None = None
    asked: Unconfirmed | None = None
    """what the user has to say yes to before it is saved"""
    problems: list[Problem] = field(default_factory=list)
    guided: bool = False
    """a new record, asked for step by step"""


async def new_page(
    resource: Resource,
    prefilled: Mapping[str, str],
    *,
    form: Form | None = None,
    errors: Mapping[str, Text] | None = None,
    guided: bool = False,
) -> FormPage:
    """`prefilled`: values from the address, by field name; `guided`: in steps, where the resource has a guide."""
    draft = await new_draft(resource, prefilled, form, errors)
    guide = resource.form.guide if guided else None
    parts = sections(draft) if guide is None else guide_steps(draft, guide)
    made = FormPage(resource, None, str(_("New: {name}", name=resource.singular)), parts, can_save=True)
    made.guided = guide is not None
    made.lines = [await lines_table(draft, lines) for lines in resource.lines if not lines.readonly]
    made.checks = resource.check is not None
    made.problems = _problems(made, draft)
    return made


async def dialog_page(
    resource: Resource,
    prefilled: Mapping[str, str],
    *,
    form: Form | None = None,
    errors: Mapping[str, Text] | None = None,
) -> FormPage:
    """The short form to make a record from within another one's."""
    draft = await new_draft(resource, prefilled, form, errors)
    title = str(_("New: {name}", name=resource.singular))
    made = FormPage(resource, None, title, [short_section(draft)], can_save=True)
    made.problems = [problem for problem in _problems(made, draft) if problem.href is None]
    for item in made.sections[0].inputs:
        item.scope = "new"
    return made


async def form_page(
    resource: Resource,
    id: int,
    *,
    form: Form | None = None,
    errors: Mapping[str, Text] | None = None,
    shown: str = "",
    before: Position | None = None,
) -> FormPage:
    """The page of a record the actor may see; `shown` and `before` choose the part of its timeline. Raises NotFound."""
    row = await read(resource, id)
    record = await get(resource.model, id)
    may_update = resource.update is not None and may(resource.update)
    can_save = may_update and resource.editable(record)
    targets = await small_targets(writable_shapes(resource)) if can_save else {}
    currencies = await currencies_of(resource, [row])
    draft = Draft(resource, row, form, errors or {}, targets, currencies, locked=not can_save)
    heading = heading_of(resource, row)
    made = FormPage(resource, id, heading, sections(draft), revision=row["revision"], can_save=can_save)
    made.locked = None if resource.editable(record) else resource.locked
    made.lines = [await lines_table(draft, lines) for lines in resource.lines]
    made.fingerprints = fingerprints(resource, row) if can_save else ""
    made.checks = can_save and resource.check is not None
    if resource.delete is not None and may(resource.delete) and resource.editable(record):
        made.delete_href = f"{resource.path}/{id}/delete"
    actions = possible_actions(resource, record)
    made.stages = stages_of(resource, row, actions)
    made.actions = [action_button(resource, action, id, row["revision"]) for action in actions]
    made.documents = [
        Button(d.label, f"{resource.path}/{id}/documents/{d.name}") for d in resource.documents if d.when(record)
    ]
    made.panels = await panels_of(resource, id)
    made.related = [table for r in resource.form.related if (table := await related_table(r, id)) is not None]
    made.files = await files_of(resource.key, id)
    made.can_attach, made.can_detach = may_update, can_save
    made.todos = await todos_of(resource.key, id)
    made.timeline = await timeline(resource, id, shown=shown, before=before)
    made.problems = _problems(made, draft)
    return made


def heading_of(resource: Resource, row: Mapping[str, Any]) -> str:
    """The record's name for readers of the current language."""
    return record_name(resource, row) or f"{resource.singular} #{row['id']}"


def _problems(made: FormPage, draft: Draft) -> list[Problem]:
    """Every error with its way to the input, those without an input of their own too."""
    inputs = [item for section in made.sections for item in section.inputs]
    inputs += [item for table in made.lines for row in table.rows for item in (*row.inputs, *row.folded)]
    found = [Problem(item.label, item.error, f"#{item.id}") for item in inputs if item.error]
    found += [Problem(table.label, table.error, f"#lines-{table.name}") for table in made.lines if table.error]
    said = {item.name.replace("-", ".") for item in inputs if item.error} | {t.name for t in made.lines if t.error}
    shapes = shapes_of(draft.resource)
    rest = {path: text for path, text in draft.errors.items() if path not in said}
    return found + [Problem(shapes[p].field.label if p in shapes else None, text) for p, text in rest.items()]
