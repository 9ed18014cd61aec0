"""Taking changes back: the audit log says what was there before, and whether anything happened since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec

from guanxi import clock
from guanxi.context import current_actor, current_company
from guanxi.db import Record, fetch, fetch_row, fetch_value, transaction
from guanxi.declare.resources import Resource
from guanxi.errors import Conflict, InvalidInput, NotFound
from guanxi.i18n import _
from guanxi.records.bulk import ACTIONS, BulkReport, each, open_operation, operation_mark
from guanxi.records.input import parse_json_value
from guanxi.records.rules import require_write, writable
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.values import Wrong
from guanxi.records.writing import locked_row, update

MINUTES = 15
"""how long one's own change can be taken back"""
_BESIDE = ["attach", "detach", "note.add", "note.delete", "todo.add", "todo.done", "todo.reopen"]
"""what may have been noted of a record since, without being a change of it"""
_ENTRIES = (
    "SELECT id, at, record_id, before, after FROM guanxi_audit WHERE id > $1 AND request_id = $2 AND resource = $3"
    " AND action = 'update' AND record_id IS NOT NULL AND ($4::bigint[] IS NULL OR record_id = ANY($4)) ORDER BY id"
)


async def last_change(resource: Resource, record_id: int) -> int | None:
    """The audit entry of the change that this transaction has made to the record: what `undo` takes."""
    found: int | None = await fetch_value(
        "SELECT min(id) FROM guanxi_audit WHERE resource = $1 AND record_id = $2 AND action = 'update' AND at = now()"
        " AND actor_id IS NOT DISTINCT FROM $3",
        resource.key,
        record_id,
        current_actor().id,
    )
    return found


@dataclass(frozen=True, slots=True)
class Undoable:
    """A change of one record, or an operation on many, that the actor may still take back."""

    entry: Mapping[str, Any]
    resource: Resource
    changes: Mapping[int, Mapping[str, Any]]
    """the audit entry of each record's change, by the record's id"""


async def find_undo(id: int, *, part: Sequence[int] | None = None) -> Undoable:
    """Raises NotFound for what is no change, or not the actor's own; Conflict once it is too old.

    `part`: of the records, where work that began in time goes on; its age does not count any more.
    """
    actor = current_actor()
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE id = $1", id) if 0 < id < 2**63 else None
    if (
        entry is None
        or not actor.signed_in
        or (entry["actor_kind"], entry["actor_id"]) != (actor.kind, actor.id)
        or entry["action"] not in ("update", ACTIONS["update"])
    ):
        raise NotFound()
    resource = current_company().catalog.resources.get(entry["resource"])
    if resource is None:
        raise NotFound()
    rows = [entry] if entry["record_id"] is not None else await _entries(id, resource, part)
    if part is None and (rows[-1] if rows else entry)["at"] < clock.now() - timedelta(minutes=MINUTES):
        raise Conflict(_("This can be taken back for {minutes} minutes only.", minutes=MINUTES))
    return Undoable(dict(entry), resource, {row["record_id"]: row for row in reversed(rows)})


async def _entries(id: int, resource: Resource, part: Sequence[int] | None) -> list[Record]:
    return await fetch(_ENTRIES, id, operation_mark(id), resource.key, None if part is None else list(part))


async def undo(found: Undoable, only: Sequence[int] | None = None, *, operation: int | None = None) -> BulkReport:
    """Give the records their former values, where nothing has changed them since; the others are reported.

    `only`: a part of the records; `operation`: an earlier part of the same work.
    """
    resource = found.resource
    require_write(resource, "update")
    wanted = [id for id in found.changes if only is None or id in only]

    async def apply(record_id: int) -> bool:
        await _take_back(found, record_id)
        return True

    async with transaction():
        entry = found.entry["id"]
        operation = operation or await open_operation(resource, "undo", len(wanted), values={"entry": entry})
        return await each(resource, wanted, apply, operation)


async def _take_back(found: Undoable, record_id: int) -> None:
    resource, change = found.resource, found.changes[record_id]
    shapes, before, after = shapes_of(resource), change["before"] or {}, change["after"] or {}
    names = [name for name in before if name in shapes]
    async with transaction():
        row = await locked_row(resource, record_id)
        now = msgspec.to_builtins({name: row[shapes[name].column] for name in names})
        if now != {name: after.get(name) for name in names} or await _touched_since(found.entry, change):
            raise Conflict(_("It was changed since."))
        values = {name: _value(shapes[name], before[name]) for name in names if _settable(shapes[name])}
        await update(resource.model, record_id, values, reason=_("undone", "reason").message)


def _value(shape: Shape, kept: Any) -> Any:
    try:
        return parse_json_value(shape, kept)
    except Wrong as wrong:
        raise InvalidInput({shape.name: wrong.text}) from wrong


def _settable(shape: Shape) -> bool:
    """What the program derives, a hook derives again."""
    return writable(shape.field) and not shape.field.fixed and not shape.field.secret


async def _touched_since(entry: Mapping[str, Any], change: Mapping[str, Any]) -> bool:
    """Whether the log knows of a change after this one that is no part of the same work."""
    one = entry["record_id"] is not None
    return bool(
        await fetch_value(
            "SELECT EXISTS (SELECT FROM guanxi_audit WHERE resource = $1 AND record_id = $2 AND id > $3"
            " AND action <> ALL($4::text[]) AND NOT (request_id = $5 AND ($6::timestamptz IS NULL OR at = $6)))",
            entry["resource"],
            change["record_id"],
            change["id"],
            _BESIDE,
            entry["request_id"] if one else operation_mark(entry["id"]),
            entry["at"] if one else None,
        )
    )
