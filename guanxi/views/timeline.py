"""What happened to a record, from the audit log: only fields that the reader may see, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from guanxi import records
from guanxi.context import current_company, may
from guanxi.db import fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.i18n import Text, _
from guanxi.records.rules import readable
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.formats import show, show_datetime

LIMIT = 30
_ACTIONS: dict[str, tuple[Text, str]] = {
    "create": (_("Created"), "plus"),
    "update": (_("Changed"), "pencil"),
    "delete": (_("Deleted"), "trash"),
    "attach": (_("File added"), "file"),
    "import": (_("Imported"), "upload"),
}


@dataclass(slots=True)
class FieldChange:
    label: Text
    before: str
    after: str


@dataclass(slots=True)
class Entry:
    title: str
    icon: str
    who: str
    when: str
    reason: str
    changes: list[FieldChange] = field(default_factory=list)


async def timeline(resource: Resource, id: int) -> list[Entry]:
    """The newest entries of a record that the caller has already been allowed to read."""
    rows = await fetch(
        "SELECT at, actor_name, actor_kind, action, reason, before, after FROM guanxi_audit"
        " WHERE resource = $1 AND record_id = $2 ORDER BY id DESC LIMIT $3",
        resource.key,
        id,
        LIMIT,
    )
    shapes = {name: s for name, s in shapes_of(resource).items() if readable(s.field)}
    names = await _relation_names(shapes, rows)
    return [_entry(resource, row, shapes, names) for row in rows]


def _entry(
    resource: Resource, row: Mapping[str, Any], shapes: Mapping[str, Shape], names: Mapping[tuple[str, int], str]
) -> Entry:
    title, icon = _ACTIONS.get(row["action"], (None, "clock"))
    if title is None:
        action = next((a for a in resource.actions if a.name == row["action"]), None)
        title = action.label if action is not None else Text(str(row["action"]))
    who = row["actor_name"] if row["actor_kind"] != "system" else str(_("The system"))
    entry = Entry(str(title), icon, who, show_datetime(row["at"]), row["reason"])
    before, after = row["before"] or {}, row["after"] or {}
    if row["action"] == "attach":
        entry.reason = str(after.get("file", ""))
    elif row["action"] != "create":
        entry.changes = _changes(resource, before, after, shapes, names)
    return entry


def _changes(
    resource: Resource,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    shapes: Mapping[str, Shape],
    names: Mapping[tuple[str, int], str],
) -> list[FieldChange]:
    changes = []
    for name in dict.fromkeys((*before, *after)):
        shape = shapes.get(name.removesuffix("_id") if name not in shapes else name)
        if shape is not None:
            old = show_logged(shape, before.get(name), {**after, **before}, names)
            new = show_logged(shape, after.get(name), {**before, **after}, names)
            changes.append(FieldChange(shape.field.label, old, new))
        for lines in resource.lines:
            if lines.name == name:
                old, new = (str(_("{count} rows", count=len(v.get(name) or []))) for v in (before, after))
                changes.append(FieldChange(lines.label, old, new))
    return changes


def show_logged(shape: Shape, value: Any, values: Mapping[str, Any], names: Mapping[tuple[str, int], str]) -> str:
    """A value as the audit log holds it (JSON; relations as ids) for people."""
    if value is None or value == "":
        return ""
    if shape.kind is Kind.RELATION:
        return names.get((shape.field.to or "", value), f"#{value}") if isinstance(value, int) else str(value)
    try:
        value = _PARSERS.get(shape.kind, lambda v: v)(value)
        declared = shape.field.currency or ""
        currency = declared[1:] if declared.startswith("=") else values.get(declared)
        return show(shape, value, currency if isinstance(currency, str) else None)
    except (TypeError, ValueError, InvalidOperation):
        return str(value)


_PARSERS: dict[Kind, Any] = {
    Kind.DATE: lambda text: date.fromisoformat(text),
    Kind.DATETIME: lambda text: datetime.fromisoformat(text),
    Kind.DECIMAL: lambda text: Decimal(text),
}


async def _relation_names(shapes: Mapping[str, Shape], rows: list[Any]) -> dict[tuple[str, int], str]:
    """Names by resource and id; one statement for each resource that a relation points to."""
    wanted: dict[str, set[int]] = {}
    for row in rows:
        for values in (row["before"] or {}, row["after"] or {}):
            for name, shape in shapes.items():
                id = values.get(name)
                if shape.kind is Kind.RELATION and isinstance(id, int):
                    wanted.setdefault(shape.field.to or "", set()).add(id)
    found: dict[tuple[str, int], str] = {}
    for key, ids in wanted.items():
        target = current_company().catalog.resources.get(key)
        if target is not None and may(target.read):
            found |= {(key, id): name for id, name in (await records.labels(target, list(ids))).items()}
    return found
