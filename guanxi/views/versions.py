"""Two versions of a record by field: what the database holds now, and what was typed on an older one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.i18n import Text
from guanxi.records.rules import readable, writable
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.amounts import currency_of
from guanxi.views.filters import relation_names
from guanxi.views.formats import choice_label, show, typed
from guanxi.views.line_tables import typed_count

Row = Mapping[str, Any]


@dataclass(slots=True)
class Version:
    name: str
    label: Text
    theirs: str
    mine: str
    keep: str
    """mine or theirs, where only one side changed the field; empty where both did, so that one must choose"""


def fingerprints(resource: Resource, row: Row) -> str:
    """`name:9f3b… email:01aa…` of every value that the form of this record can change."""
    values = {shape.name: _held(shape, row) for shape in _own(resource)}
    values |= {lines.name: _join(_held_rows(lines, row)) for lines in _children(resource)}
    return " ".join(f"{name}:{_hash(value)}" for name, value in values.items())


async def differing(resource: Resource, now: Row, form: Mapping[str, str], known: str) -> list[Version]:
    """The fields of the form that do not hold what the record holds; `known`: fingerprints of when it was opened."""
    before = dict(part.split(":", 1) for part in known.split() if ":" in part)
    made = []
    for shape in _own(resource):
        if shape.name in form or f"{shape.name}-present" in form:
            theirs, mine = _held(shape, now), _typed(shape, form)
            if theirs != mine:
                keep = _keep(before.get(shape.name), theirs, mine)
                shown = show(shape, now.get(shape.name), currency_of(shape, now, {}))
                made.append(Version(shape.name, shape.field.label, shown, await _shown(shape, mine), keep))
    for lines in _children(resource):
        if f"{lines.name}-count" in form:
            held, posted = _held_rows(lines, now), _typed_rows(lines, form)
            if held != posted:
                keep = _keep(before.get(lines.name), _join(held), _join(posted))
                rows = await _shown_rows(lines, held), await _shown_rows(lines, posted)
                made.append(Version(lines.name, lines.label, *rows, keep))
    return made


def drop_theirs(resource: Resource, form: dict[str, str], chosen: Mapping[str, str]) -> None:
    """Takes the fields out of `form` that are to stay as they are in the database."""
    for name, choice in chosen.items():
        if choice == "theirs":
            for suffix in ("", ".text", ".was", "-present", "-count"):
                form.pop(f"{name}{suffix}", None)


def _keep(before: str | None, theirs: str, mine: str) -> str:
    if before == _hash(theirs):
        return "mine"
    return "theirs" if before == _hash(mine) else ""


def _own(resource: Resource) -> list[Shape]:
    return [s for s in shapes_of(resource).values() if readable(s.field) and writable(s.field) and not s.field.fixed]


def _children(resource: Resource) -> list[Lines]:
    return [lines for lines in resource.lines if not lines.readonly]


def _cells(lines: Lines) -> list[Shape]:
    return [shape for shape in shapes_of(lines).values() if readable(shape.field) and writable(shape.field)]


def _held(shape: Shape, row: Row, parent: Row | None = None) -> str:
    """The value as the form's input holds it."""
    return _plain(typed(shape, row.get(shape.name), currency_of(shape, row, {}, parent)))


def _typed(shape: Shape, form: Mapping[str, str], prefix: str = "") -> str:
    text = form.get(f"{prefix}{shape.name}", "")
    return ("1" if text else "") if shape.kind is Kind.BOOLEAN else _plain(text)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _held_rows(lines: Lines, row: Row) -> list[list[str]]:
    return [[_held(shape, child, row) for shape in _cells(lines)] for child in row.get(lines.name) or []]


def _typed_rows(lines: Lines, form: Mapping[str, str]) -> list[list[str]]:
    return [[_typed(shape, form, prefix) for shape in _cells(lines)] for prefix in _prefixes(lines, form)]


def _prefixes(lines: Lines, form: Mapping[str, str]) -> list[str]:
    """Of the rows that the form sends; neither empty nor deleted."""
    prefixes = [f"{lines.name}-{index}-" for index in range(typed_count(lines, form))]
    texts = [shape.name for shape in shapes_of(lines).values() if shape.kind is not Kind.BOOLEAN]
    return [p for p in prefixes if any(form.get(f"{p}{n}", "").strip() for n in texts) and not form.get(f"{p}delete")]


def _join(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


async def _shown(shape: Shape, text: str) -> str:
    """What an input holds, as people read it."""
    match shape.kind:
        case Kind.CHOICE:
            return choice_label(shape, text)
        case Kind.RELATION:
            return (await relation_names(shape, [text])).get(text, f"#{text}") if text else ""
        case Kind.BOOLEAN:
            return show(shape, bool(text))
    return text


async def _shown_rows(lines: Lines, rows: list[list[str]]) -> str:
    """A line of text for each row."""
    shapes = _cells(lines)
    shown = [[await _shown(shape, text) for shape, text in zip(shapes, row, strict=True) if text] for row in rows]
    return "\n".join(" · ".join(cells) for cells in shown)
