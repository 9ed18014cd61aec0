"""The part of a record's timeline that the audit log tells: changes, notes, files and to-dos.

Of changes it shows the fields that the reader may see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from markupsafe import Markup

from guanxi import records
from guanxi.context import current_actor, current_company
from guanxi.db import Record, fetch
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Lines, Resource
from guanxi.declare.timeline import CHANGES, NOTES, TimelineMark
from guanxi.i18n import Text, _
from guanxi.records.redaction import BLANK
from guanxi.records.rules import readable
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.amounts import Codes, logged_currencies
from guanxi.views.formats import show, show_datetime
from guanxi.views.rich_text import linked

NOTE = "note.add"
SYSTEM_NAME = _("The system")
ACTIONS: dict[str, tuple[Text, str]] = {
    "create": (_("Created"), "plus"),
    "update": (_("Changed"), "pencil"),
    "delete": (_("Deleted"), "trash"),
    "attach": (_("File added"), "file"),
    "detach": (_("File deleted"), "trash"),
    "mail": (_("Sent by mail"), "mail"),
    "import": (_("Imported"), "upload"),
    NOTE: (_("Note"), "chat"),
    "note.delete": (_("Note deleted"), "trash"),
    "todo.add": (_("To-do added"), "plus"),
    "todo.done": (_("To-do done"), "check"),
    "set_roles": (_("Roles changed"), "shield"),
    "set_password": (_("Password set"), "key"),
    "todo.reopen": (_("To-do opened again"), "retry"),
    "erase": (_("Personal data erased"), "trash"),
    "redact": (_("Values blanked"), "trash"),
    "merge": (_("Merged"), "group"),
    "merged": (_("Merged into another record"), "group"),
    "told_apart": (_("Told apart from another record"), "group"),
    "unmerge": (_("Merge undone"), "retry"),
}
"""Titles and icons of what the audit log notes about records; actions of add-ons are called as their buttons."""

_ROWS = """
SELECT a.id, a.at, a.record_id, a.actor_name, a.actor_kind, a.actor_id, a.action, a.reason, a.before, a.after,
    n.id AS note_id
FROM guanxi_audit a LEFT JOIN guanxi_note n ON a.action = 'note.add'
    AND n.id = CASE WHEN jsonb_typeof(a.after -> 'note') = 'number' THEN (a.after ->> 'note')::bigint END
WHERE a.resource = $1 AND a.record_id = ANY($2::bigint[]) AND (a.at, a.id) < ($3, $4)
  AND (a.action <> 'note.add' OR n.id IS NOT NULL) AND a.action <> ALL($5::text[])
  AND ($6::boolean IS NULL OR $6 = (a.action = 'note.add'))
ORDER BY a.at DESC, a.id DESC LIMIT $7
"""


@dataclass(slots=True)
class FieldChange:
    label: Text
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    icon: str
    who: str
    when: str
    line: str = ""
    """below the title: an event's text, the reason of a change, the name of a file or of a to-do"""
    changes: list[FieldChange] = field(default_factory=list)
    at: str = ""
    """ISO 8601, UTC"""
    id: int = 0
    """of what tells it: the entry of the audit log, or the event of a source"""
    source: str = ""
    """the choice above the timeline that it is a part of: `NOTES`, `CHANGES`, or a source's name"""
    href: str | None = None
    tone: str = ""
    """none where empty"""
    on: date | None = None
    """where only the day is known: what `when` says"""
    written: str = ""
    """what somebody wrote"""
    delete_href: str | None = None

    @property
    def text(self) -> Markup:
        """What somebody wrote, ready to show."""
        return linked(self.written)


async def history_rows(
    resource: Resource, ids: Sequence[int], mark: TimelineMark, limit: int, *, part: str = "", told: Sequence[str] = ()
) -> list[Record]:
    """Entries below the mark, latest first. `part`: `NOTES`, `CHANGES` (all but notes) or all; `told` are left out."""
    notes = part == NOTES if part else None
    return await fetch(_ROWS, resource.key, list(ids), mark.at, mark.id, list(told), notes, limit)


async def history_entries(resource: Resource, rows: Sequence[Record]) -> list[Entry]:
    """The rows for people, in their order."""
    shapes = {name: s for name, s in shapes_of(resource).items() if readable(s.field)}
    names = await records.labels_of(_pointed(shapes, rows))
    codes = await logged_currencies(resource, rows)
    return [_entry(resource, row, shapes, names, codes) for row in rows]


def titles_of(resource: Resource) -> dict[str, Text]:
    """What its own entries are called, by action: as it says, else as their buttons."""
    return {action.name: action.label for action in resource.actions} | dict(resource.history)


def _entry(
    resource: Resource,
    row: Mapping[str, Any],
    shapes: Mapping[str, Shape],
    names: Mapping[tuple[str, int], str],
    codes: Codes,
) -> Entry:
    title, icon = ACTIONS.get(row["action"], (None, "clock"))
    if title is None:
        title = titles_of(resource).get(row["action"]) or Text(str(row["action"]))
    before, after = row["before"] or {}, row["after"] or {}
    line, written, delete_href, changes = show_reason(row["reason"]), "", None, list[FieldChange]()
    match row["action"]:
        case "create":
            pass
        case "attach" | "detach":
            line = str(after.get("file") or before.get("file") or "")
        case "note.add":
            written = str(after.get("text", ""))
            actor = current_actor()
            if actor.signed_in and (row["actor_kind"], row["actor_id"]) == (actor.kind, actor.id):
                delete_href = f"/notes/{row['note_id']}/delete"
        case "todo.add" | "todo.done" | "todo.reopen":
            line = str(after.get("title", ""))
        case _:
            changes = _changes(resource, before, after, shapes, names, codes.get(row["record_id"], {}))
    return Entry(
        title=str(title),
        icon=icon,
        who=row["actor_name"] if row["actor_kind"] != "system" else str(SYSTEM_NAME),
        when=show_datetime(row["at"]),
        line=line,
        changes=changes,
        at=iso(row["at"]),
        id=row["id"],
        source=NOTES if row["action"] == NOTE else CHANGES,
        written=written,
        delete_href=delete_href,
    )


def _changes(
    resource: Resource,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    shapes: Mapping[str, Shape],
    names: Mapping[tuple[str, int], str],
    codes: Mapping[str, str],
) -> list[FieldChange]:
    changes = []
    for name in dict.fromkeys((*before, *after)):
        shape = shapes.get(name.removesuffix("_id") if name not in shapes else name)
        if shape is not None:
            old = show_logged(shape, before.get(name), {**codes, **after, **before}, names)
            new = show_logged(shape, after.get(name), {**codes, **before, **after}, names)
            if old != new:  # nothing and an empty text look alike
                changes.append(FieldChange(shape.field.label, old, new))
        for lines in resource.lines:
            if lines.name == name and BLANK not in (before.get(name), after.get(name)):
                changes.append(_line_change(lines, before.get(name) or [], after.get(name) or []))
    return changes


def _line_change(lines: Lines, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> FieldChange:
    """The rows that differ; how many there are, where what differs is not for words."""
    old, new = ([_line_text(lines, row) for row in rows] for rows in (before, after))
    gone, came = [text for text in old if text not in new], [text for text in new if text not in old]
    if not any((*gone, *came)):
        counted = (str(_("{count} rows", count=len(rows))) for rows in (before, after))
        return FieldChange(lines.label, *counted)
    return FieldChange(lines.label, "; ".join(filter(None, gone)), "; ".join(filter(None, came)))


def _line_text(lines: Lines, row: Mapping[str, Any]) -> str:
    """Texts, numbers and dates of one row: no amounts, whose currency may stand elsewhere, and no relations."""
    shapes = [s for s in shapes_of(lines).values() if readable(s.field) and s.kind not in _UNSPOKEN]
    return " · ".join(filter(None, (show_logged(s, row.get(s.column), row, {}) for s in shapes)))


_UNSPOKEN = frozenset({Kind.MONEY, Kind.RELATION, Kind.JSON, Kind.BOOLEAN})


def iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def show_reason(reason: str | None) -> str:
    """What a user wrote as it is; what the program gave, marked with this context, in the reader's language."""
    return str(Text(reason or "", context="reason"))


def show_logged(shape: Shape, value: Any, values: Mapping[str, Any], names: Mapping[tuple[str, int], str]) -> str:
    """A value as the audit log holds it (JSON; relations as ids) for people."""
    if value is None or value == "":
        return ""
    if value == BLANK:
        return BLANK
    if shape.kind is Kind.RELATION:
        return names.get((shape.field.to or "", value), f"#{value}") if isinstance(value, int) else str(value)
    if isinstance(value, list):
        known = current_company().catalog.permissions
        return " · ".join(str(known[item].label) if item in known else str(item) for item in map(str, value))
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


def _pointed(shapes: Mapping[str, Shape], rows: Sequence[Record]) -> Iterator[tuple[str, int]]:
    """The resource and id of everything that relations in the rows point to."""
    relations = {name: shape.field.to or "" for name, shape in shapes.items() if shape.kind is Kind.RELATION}
    for row in rows:
        for values in (row["before"] or {}, row["after"] or {}):
            yield from ((to, values[name]) for name, to in relations.items() if isinstance(values.get(name), int))
