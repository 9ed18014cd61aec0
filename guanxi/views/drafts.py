"""What the inputs of one form are made from: the record, what was typed, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tortoise.models import Model

from guanxi.declare.resources import Guide, Resource
from guanxi.i18n import Text
from guanxi.records.rules import covered, shown, writable
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.amounts import Currencies, currency_of
from guanxi.views.filters import relation_names
from guanxi.views.inputs import Form, Targets, make_input, small_targets
from guanxi.views.parts import Input


@dataclass(slots=True)
class SectionView:
    title: Text | None
    more: bool
    """folded away until asked for"""
    inputs: list[Input]
    note: Text | None = None
    lines: tuple[str, ...] = ()
    """names of the child records below, in a step of a guide"""


@dataclass(slots=True)
class Draft:
    resource: Resource
    row: Mapping[str, Any]
    """the record as the gateway reads it, or the values that a new one starts with"""
    form: Form | None = None
    errors: Mapping[str, Text] = field(default_factory=dict)
    targets: Targets = field(default_factory=dict)
    currencies: Currencies = field(default_factory=dict)
    new: bool = False
    locked: bool = False
    """nothing can be saved"""


async def new_draft(
    resource: Resource, prefilled: Mapping[str, str], form: Form | None, errors: Mapping[str, Text] | None
) -> Draft:
    """`prefilled`: values from the address, by field name."""
    shapes = shapes_of(resource)
    row: dict[str, Any] = {name: initial(shape, resource.model) for name, shape in shapes.items()}
    row |= await _initial_relations(shapes)
    typed = dict(form) if form is not None else None
    if typed is None and prefilled:
        typed = await _prefill(shapes, prefilled)
    targets = await small_targets(writable_shapes(resource))
    return Draft(resource, row, typed, errors or {}, targets, new=True)


def writable_shapes(resource: Resource) -> list[Shape]:
    """Of the record and of its lines."""
    lines = [shape for lines in resource.lines if not lines.readonly for shape in shapes_of(lines).values()]
    return [shape for shape in (*shapes_of(resource).values(), *lines) if writable(shape.field)]


def initial(shape: Shape, model: type[Model]) -> Any:
    """What a new record or line has there."""
    if shape.field.default is not None:
        value = shape.field.default()
    else:
        default = getattr(model._meta.fields_map.get(shape.name), "default", None)
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


async def _prefill(shapes: Mapping[str, Shape], given: Mapping[str, str]) -> dict[str, str]:
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


def sections(draft: Draft) -> list[SectionView]:
    shapes, made = shapes_of(draft.resource), []
    for section in draft.resource.form.sections:
        names = [name for name in section.fields if name in shapes and name != draft.resource.form.stage]
        inputs = list(_inputs(draft, names))
        if inputs:
            more = section.more and not any(item.error for item in inputs)
            made.append(SectionView(section.title, more, inputs))
    return made


def guide_steps(draft: Draft, guide: Guide) -> list[SectionView]:
    """All of them, also those whose fields this user does not have: their notes count."""
    shapes = shapes_of(draft.resource)
    return [
        SectionView(
            step.title, False, list(_inputs(draft, [n for n in step.fields if n in shapes])), step.note, step.lines
        )
        for step in guide.steps
    ]


def short_section(draft: Draft) -> SectionView:
    """What must be given, and the first section: the form of a dialog."""
    shapes = shapes_of(draft.resource)
    first = draft.resource.form.sections[0].fields if draft.resource.form.sections else ()
    needed = [name for name, shape in shapes.items() if shape.required and writable(shape.field)]
    wrong = [name for name in draft.errors if name in shapes]
    names = [name for name in dict.fromkeys((*first, *needed, *wrong)) if name in shapes]
    shown = [item for item in _inputs(draft, names) if not item.readonly]
    return SectionView(None, False, shown)


def _inputs(draft: Draft, names: list[str]) -> Iterator[Input]:
    shapes = shapes_of(draft.resource)
    for name in names:
        if _shown(draft, shapes[name]):
            yield _input(draft, shapes[name])


def _shown(draft: Draft, shape: Shape) -> bool:
    """A field that may be read, or a secret that may be set; nothing that the program sets on a new form."""
    if draft.new and shape.readonly:
        return False
    if shape.field.secret:
        return not draft.locked and writable(shape.field)
    return shown(shape.field)


def _input(draft: Draft, shape: Shape) -> Input:
    return make_input(
        shape,
        draft.row.get(shape.name),
        currency=currency_of(shape, draft.row, draft.currencies),
        form=draft.form,
        errors=draft.errors,
        targets=draft.targets,
        new=draft.new,
        locked=draft.locked or (not draft.new and covered(shape.field)),
    )
