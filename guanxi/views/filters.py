"""What a list is filtered by: chips that can be taken off, and the form that puts them on."""

from __future__ import annotations

from datetime import date

from guanxi import records
from guanxi.context import current_company, may, today
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.i18n import _, listed
from guanxi.money import format_money
from guanxi.records.query import IN_GROUP, OPTIONS, PAGE_OPTIONS
from guanxi.records.rules import readable
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.tags import MAX_LENGTH
from guanxi.records.terms import DATES, shape_named
from guanxi.records.values import Wrong, number_from
from guanxi.views.formats import NO, YES, choice_label, show_date
from guanxi.views.parts import Chip, Input, Option, Params, address
from guanxi.views.periods import WORD_LABELS, period_label

NOT_FILTERS = OPTIONS | PAGE_OPTIONS
_RANGES = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, *DATES})
_SIGNS = {"ge": "≥", "min": "≥", "gt": ">", "le": "≤", "max": "≤", "lt": "<", "ne": "≠"}
ME = _("me")
Names = dict[str, dict[str, str]]
"""The names of records by relation and id."""


def filterable(resource: Resource) -> list[Shape]:
    shapes = shapes_of(resource)
    return [
        shapes[f.name] for f in resource.fields if f.filter and readable(f) and shapes[f.name].kind is not Kind.JSON
    ]


async def filter_names(resource: Resource, params: Params) -> Names:
    """One statement for each relation that is filtered by."""
    wanted: dict[str, list[str]] = {}
    for key, value in params:
        name, operator = _parts(key)[1:]
        if operator in ("", "eq", "ne"):
            wanted.setdefault(name, []).append(value)
    shapes = shapes_of(resource)
    return {name: await relation_names(shapes[name], ids) for name, ids in wanted.items() if name in shapes}


def _parts(key: str) -> tuple[str, str, str]:
    """The or-group (or nothing), the field and the operator of a parameter."""
    found = IN_GROUP.fullmatch(key)
    group, rest = (found[1], found[2]) if found else ("", key)
    name, _dot, operator = rest.partition(".")
    return group, name, operator


def chips(resource: Resource, path: str, params: Params, labels: Names) -> list[Chip]:
    """One for each filtered field and operator, and for each or-group; its address is the page without it."""
    texts: dict[str, list[str]] = {}
    keys: dict[str, list[str]] = {}
    values: dict[str, list[str]] = {}
    for key, value in params:
        if key not in NOT_FILTERS and value:
            values.setdefault(key, []).append(value)
    for key, given in values.items():
        group = _parts(key)[0] or key
        texts.setdefault(group, []).append(_chip_text(resource, key, given, labels))
        keys.setdefault(group, []).append(key)
    return [
        Chip(
            str(_(" or ", context="between filters")).join(shown),
            address(path, [(n, v) for n, v in params if n not in keys[group]]),
        )
        for group, shown in texts.items()
    ]


def _chip_text(resource: Resource, key: str, values: list[str], labels: Names) -> str:
    _group, name, operator = _parts(key)
    try:
        shape = shape_named(resource, name)
    except Wrong:
        return key
    shown = listed(value_label(shape, operator, value, labels.get(name, {})) for value in values)
    if operator == "contains":
        shown = f"“{shown}”"
    sign = f" {_SIGNS[operator]} " if operator in _SIGNS else str(_(": ", context="after a field"))
    return f"{shape.field.label}{sign}{shown}"


def value_label(shape: Shape, operator: str, value: str, names: dict[str, str]) -> str:
    if operator == "null":
        return str(_("not empty") if value in ("0", "false", "no") else _("empty"))
    if shape.kind is Kind.CHOICE:
        return choice_label(shape, value)
    if shape.kind is Kind.BOOLEAN:
        return str(YES if value in ("1", "true", "yes", "on") else NO)
    if shape.kind is Kind.RELATION:
        return str(ME) if value == "me" else names.get(value, f"#{value}"[:20])
    if shape.kind in DATES:
        return _date_label(value)
    if shape.kind is Kind.MONEY and operator not in ("min", "max") and value.lstrip("-").isdigit():
        return format_money(int(value), current_company().currency)
    return value[:80]


def _date_label(value: str) -> str:
    known = period_label(value, today())
    if known is not None:
        return known
    try:
        return show_date(date.fromisoformat(value))
    except ValueError:
        return value[:40]


async def relation_names(shape: Shape, ids: list[str]) -> dict[str, str]:
    """The names of records by their ids as text, as far as the actor may see them."""
    target = current_company().catalog.resources.get(shape.field.to or "")
    wanted = [id for text in ids if (id := number_from(text)) is not None]
    if shape.kind is not Kind.RELATION or target is None or not wanted or not may(target.read):
        return {}
    return {str(id): name for id, name in (await records.labels(target, wanted)).items()}


def filter_inputs(resource: Resource, params: Params, labels: Names) -> list[Input]:
    given: dict[str, list[str]] = {}
    for name, value in params:
        given.setdefault(name, []).append(value)
    return [_filter_input(shape, given, labels.get(shape.name, {})) for shape in filterable(resource)]


def _filter_input(shape: Shape, given: dict[str, list[str]], names: dict[str, str]) -> Input:
    made = Input(shape.name, shape.field.label, "text", value=(given.get(shape.name) or [""])[-1])
    if shape.kind is Kind.CHOICE:
        made.widget = "checks"
        chosen = given.get(shape.name, [])
        made.options = [Option(str(c), str(c.label), str(c) in chosen) for c in shape.choices or ()]
    elif shape.kind is Kind.BOOLEAN:
        made.widget = "select"
        made.options = [Option("", str(_("Any"))), Option("1", str(YES)), Option("0", str(NO))]
        for option in made.options:
            option.selected = option.value == made.value
    elif shape.kind is Kind.RELATION:
        made.widget, made.source = "combo", _source(shape)
        made.text = str(ME) if made.value == "me" else names.get(made.value, "")
    elif shape.kind is Kind.TAGS:
        made.maxlength = MAX_LENGTH
    elif shape.kind in _RANGES:
        _range(made, shape, given)
    else:
        made.name = f"{shape.name}.contains"
        made.value = (given.get(made.name) or [""])[-1]
    return made


def _range(made: Input, shape: Shape, given: dict[str, list[str]]) -> None:
    """From and to; for dates also a word such as `this_month`."""
    made.widget = "range"
    made.suffix = "date" if shape.kind in DATES else "text"
    if shape.kind in DATES:
        chosen = made.value
        words = [Option(word, str(label), word == chosen) for word, label in WORD_LABELS.items()]
        made.options = [Option("", str(_("Any time"))), *words]
        known = period_label(chosen, today()) if chosen not in WORD_LABELS else None
        if known is not None:
            made.options.append(Option(chosen, known, True))
    made.value = (given.get(f"{shape.name}.min") or given.get(f"{shape.name}.ge") or [""])[-1]
    made.text = (given.get(f"{shape.name}.max") or given.get(f"{shape.name}.le") or [""])[-1]


def _source(shape: Shape) -> str:
    target = current_company().catalog.resources.get(shape.field.to or "")
    return f"{target.path}/options" if target is not None and may(target.read) else ""
