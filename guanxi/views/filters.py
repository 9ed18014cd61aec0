"""What a list is filtered by: chips that can be taken off, and the form that puts them on."""

from __future__ import annotations

from urllib.parse import urlencode

from guanxi import records
from guanxi.context import current_company, may
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.i18n import Text, _
from guanxi.records.rules import readable
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.formats import NO, YES, choice_label
from guanxi.views.parts import Chip, Input, Option

Params = list[tuple[str, str]]
NOT_FILTERS = frozenset({"q", "sort", "limit", "after", "columns"})
_RANGES = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.DATE, Kind.DATETIME})
_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "ne": "≠", "eq": ""}


def _filterable(resource: Resource) -> list[Shape]:
    shapes = shapes_of(resource)
    return [
        shapes[f.name] for f in resource.fields if f.filter and readable(f) and shapes[f.name].kind is not Kind.JSON
    ]


def _value_label(shape: Shape | None, operator: str, value: str, names: dict[str, str]) -> str:
    if operator == "null":
        return str(_("not empty") if value in ("0", "false", "no") else _("empty"))
    if shape is not None and shape.kind is Kind.CHOICE:
        return choice_label(shape, value)
    if shape is not None and shape.kind is Kind.BOOLEAN:
        return str(YES if value in ("1", "true", "yes", "on") else NO)
    return names.get(value, value)


Names = dict[str, dict[str, str]]
"""The names of records by relation and id."""


async def filter_names(resource: Resource, params: Params) -> Names:
    """One statement for each relation that is filtered by."""
    wanted: dict[str, list[str]] = {}
    for key, value in params:
        if key.partition(".")[2] in ("", "eq", "ne"):
            wanted.setdefault(key.partition(".")[0], []).append(value)
    shapes = shapes_of(resource)
    return {name: await relation_names(shapes[name], ids) for name, ids in wanted.items() if name in shapes}


def chips(resource: Resource, params: Params, labels: Names) -> list[Chip]:
    """One for each filtered field and operator; its address is the list without it."""
    grouped: dict[str, list[str]] = {}
    for name, value in params:
        if name not in NOT_FILTERS and value:
            grouped.setdefault(name, []).append(value)
    made = []
    for key, values in grouped.items():
        name, _dot, operator = key.partition(".")
        shape = shapes_of(resource).get(name)
        label = shape.field.label if shape is not None else _SYSTEM_LABELS.get(name, name)
        shown = str(_(", ", context="between values")).join(
            _value_label(shape, operator, value, labels.get(name, {})) for value in values
        )
        rest = [(n, v) for n, v in params if n != key and n != "after"]
        sign = f" {_SIGNS[operator]} " if _SIGNS.get(operator) else str(_(": ", context="after a field"))
        made.append(Chip(f"{label}{sign}{shown}", f"{resource.path}?{urlencode(rest)}"))
    return made


_SYSTEM_LABELS: dict[str, Text] = {
    "id": _("ID"),
    "created_at": _("Created on"),
    "updated_at": _("Changed on"),
}


async def relation_names(shape: Shape, ids: list[str]) -> dict[str, str]:
    """The names of records by their ids as text, as far as the actor may see them."""
    target = current_company().catalog.resources.get(shape.field.to or "")
    wanted = [int(id) for id in ids if id.isascii() and id.isdigit() and len(id) < 19]
    if shape.kind is not Kind.RELATION or target is None or not wanted or not may(target.read):
        return {}
    return {str(id): name for id, name in (await records.labels(target, wanted)).items()}


def filter_inputs(resource: Resource, params: Params, labels: Names) -> list[Input]:
    given: dict[str, list[str]] = {}
    for name, value in params:
        given.setdefault(name, []).append(value)
    return [_filter_input(shape, given, labels.get(shape.name, {})) for shape in _filterable(resource)]


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
        made.text = names.get(made.value, "")
    elif shape.kind in _RANGES:
        made.widget = "range"
        made.suffix = "date" if shape.kind in (Kind.DATE, Kind.DATETIME) else "text"
        made.value = (given.get(f"{shape.name}.ge") or [""])[-1]
        made.text = (given.get(f"{shape.name}.le") or [""])[-1]
    else:
        made.name = f"{shape.name}.contains"
        made.value = (given.get(made.name) or [""])[-1]
    return made


def _source(shape: Shape) -> str:
    target = current_company().catalog.resources.get(shape.field.to or "")
    return f"{target.path}/options" if target is not None and may(target.read) else ""
