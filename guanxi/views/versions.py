"""Two versions of a record side by side: what the database holds now, and what was typed on an older one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.i18n import Text, _
from guanxi.records.rules import readable, writable
from guanxi.records.shape import shapes_of
from guanxi.views.amounts import currency_of
from guanxi.views.formats import choice_label, show, typed


@dataclass(slots=True)
class Version:
    label: Text
    theirs: str
    mine: str
    differs: bool


def compare(resource: Resource, now: Mapping[str, Any], form: Mapping[str, str]) -> list[Version]:
    """The fields that the form had, in order; lines as their number of rows."""
    made = []
    for name, shape in shapes_of(resource).items():
        present = name in form or f"{name}-present" in form
        if not present or not readable(shape.field) or not writable(shape.field):
            continue
        currency = currency_of(shape, now, {})
        value, text = now.get(name), form.get(name, "")
        same = typed(shape, value, currency).strip() == text.replace("\r\n", "\n").strip()
        theirs = show(shape, value, currency)
        mine = theirs if same else _shown(shape.kind, shape, name, text, form)
        if shape.kind is Kind.BOOLEAN:
            same = bool(value) == bool(text)
            mine = show(shape, bool(text))
        made.append(Version(shape.field.label, theirs, mine, not same))
    for lines in resource.lines:
        if f"{lines.name}-count" in form:
            rows = len(now.get(lines.name) or [])
            typed_rows = _typed_rows(lines.name, form)
            theirs, mine = (str(_("{count} rows", count=count)) for count in (rows, typed_rows))
            made.append(Version(lines.label, theirs, mine, rows != typed_rows))
    return made


def _shown(kind: Kind, shape: Any, name: str, text: str, form: Mapping[str, str]) -> str:
    if kind is Kind.CHOICE:
        return choice_label(shape, text)
    if kind is Kind.RELATION and text:
        return form.get(f"{name}.text") or f"#{text}"
    return text


def _typed_rows(name: str, form: Mapping[str, str]) -> int:
    filled = set()
    for key, value in form.items():
        parts = key.split("-")
        if len(parts) == 3 and parts[0] == name and value.strip() and f"{name}-{parts[1]}-delete" not in form:
            filled.add(parts[1])
    return len(filled)
