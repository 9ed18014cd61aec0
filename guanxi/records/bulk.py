"""Work on many records at once: each by the rules of one, in a savepoint of its own, and a report at the end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from guanxi.context import current_request_id, set_request_id
from guanxi.db import fetch, transaction
from guanxi.declare.resources import Resource
from guanxi.declare.where import Condition, all_of, gt
from guanxi.errors import Conflict, GuanxiError, InvalidInput, NotFound
from guanxi.i18n import _
from guanxi.records.audit import audit
from guanxi.records.reading import labels
from guanxi.records.rules import require_write, visible
from guanxi.records.shape import shapes_of
from guanxi.records.sql import Statement, table_of
from guanxi.records.values import ID_LIMIT
from guanxi.records.writing import check_relations, checked_values, delete, refuse_fixed, update

MAX_AT_ONCE = 200
"""in one request; more is a job's work"""
MAX_SELECTED = 100_000
ACTIONS = {"update": "bulk_update", "delete": "bulk_delete", "undo": "bulk_undo"}
"""of the audit entry that stands for the whole operation"""
_PAGE = 10_000
Apply = Callable[[int], Awaitable[bool]]
"""Writes one record through the gateway; says whether that changed it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Records that were chosen: `ids`, or all that `where` finds, `shown` of them when the user agreed."""

    ids: tuple[int, ...] = ()
    where: Condition | None = None
    shown: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that stayed as it was."""

    id: int
    label: str
    """empty for one that the actor may not see"""
    reason: str
    """in the actor's language"""


@dataclass(slots=True)
class BulkReport:
    total: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    operation: int | None = None
    """id of the audit entry that stands for the operation: what `undo` takes"""


async def selected(resource: Resource, selection: Selection) -> list[int]:
    """The chosen ids in order. Raises Conflict where not as many match as were shown, InvalidInput on too many."""
    if selection.where is None:
        return sorted({id for id in selection.ids if 0 < id <= ID_LIMIT})
    ids = [id async for id in _matching(resource, selection.where)]
    if selection.shown is not None and len(ids) != selection.shown:
        raise Conflict(_("The list has changed: {count} records match now. Please look again.", count=len(ids)))
    return ids


async def _matching(resource: Resource, where: Condition) -> AsyncIterator[int]:
    last, found = 0, 0
    while True:
        statement = Statement()
        condition = statement.where(all_of(visible(resource), where, gt("id", last)), resource.model)
        rows = await fetch(
            f"SELECT t.id FROM {table_of(resource.model)} t WHERE {condition} ORDER BY t.id"
            f" LIMIT {statement.bind(_PAGE)}",
            *statement.args,
        )
        found += len(rows)
        if found > MAX_SELECTED:
            raise InvalidInput(message=_("At most {limit} records can be changed at once.", limit=MAX_SELECTED))
        for row in rows:
            yield row["id"]
        if len(rows) < _PAGE:
            return
        last = rows[-1]["id"]


async def check_bulk_update(resource: Resource, values: Mapping[str, Any]) -> None:
    """Raises Forbidden or InvalidInput where these values cannot be given to any record."""
    require_write(resource, "update")
    columns, lines = checked_values(resource, values)
    if lines:
        raise InvalidInput(dict.fromkeys(lines, _("This cannot be changed for many records.")))
    refuse_fixed(resource, columns)
    await check_relations(resource, columns)


async def bulk_update(
    resource: Resource,
    selection: Selection,
    values: Mapping[str, Any],
    *,
    reason: str = "",
    operation: int | None = None,
) -> BulkReport:
    """Give these values to all chosen records. `operation`: an earlier part of the same work.

    Records that refuse are reported, the others are changed. Raises Forbidden and InvalidInput before any is.
    """
    await check_bulk_update(resource, values)
    ids = await selected(resource, selection)

    async def apply(id: int) -> bool:
        before = revisions.get(id)
        record = await update(resource.model, id, values, reason=reason)
        return bool(getattr(record, "revision", 0) != before)

    async with transaction():
        operation = operation or await open_operation(resource, "update", len(ids), values=values, reason=reason)
        revisions = await _revisions(resource, ids)
        return await each(resource, ids, apply, operation)


async def bulk_archive(
    resource: Resource, selection: Selection, archived: bool = True, *, reason: str = ""
) -> BulkReport:
    """Put the chosen records away, or take them back. Raises NotFound where the resource has no archive."""
    if resource.archive is None:
        raise NotFound()
    return await bulk_update(resource, selection, {resource.archive: archived}, reason=reason)


async def bulk_delete(
    resource: Resource, selection: Selection, *, reason: str = "", operation: int | None = None
) -> BulkReport:
    """Delete all chosen records that let themselves be deleted. There is no way back."""
    require_write(resource, "delete")
    ids = await selected(resource, selection)

    async def apply(id: int) -> bool:
        await delete(resource.model, id, reason=reason)
        return True

    async with transaction():
        operation = operation or await open_operation(resource, "delete", len(ids), reason=reason)
        return await each(resource, ids, apply, operation)


async def open_operation(
    resource: Resource, kind: str, count: int, *, values: Mapping[str, Any] | None = None, reason: str = ""
) -> int:
    """Note in the audit log that `count` records are about to be worked on, in the caller's transaction."""
    return await audit(ACTIONS[kind], resource.key, None, after={"count": count, **(values or {})}, reason=reason)


def operation_mark(operation: int) -> str:
    """What the audit entries of an operation have as their request; no client can send such an id."""
    return f"bulk:{operation}"


@contextmanager
def _marked(operation: int) -> Iterator[None]:
    before = current_request_id()
    set_request_id(operation_mark(operation))
    try:
        yield
    finally:
        set_request_id(before)


async def each(resource: Resource, ids: Iterable[int], apply: Apply, operation: int) -> BulkReport:
    """`apply` to each record, in the order of ids so that two such works wait for each other and never deadlock."""
    wanted = sorted(set(ids))
    names = await labels(resource, wanted)
    report = BulkReport(total=len(wanted), operation=operation)
    with _marked(operation):
        for id in wanted:
            try:
                changed = await apply(id)
            except GuanxiError as error:
                if error.status >= 500:
                    raise
                report.refused.append(Refusal(id, names.get(id, ""), reason_of(resource, error)))
            else:
                report.changed += changed
                report.unchanged += not changed
    return report


def reason_of(resource: Resource, error: GuanxiError) -> str:
    """Why one record refused, in a line."""
    if not isinstance(error, InvalidInput) or not error.fields:
        return str(error)
    shapes = shapes_of(resource)
    said = (
        f"{shapes[path].field.label}: {text}" if path in shapes else str(text) for path, text in error.fields.items()
    )
    return "; ".join(said)


async def _revisions(resource: Resource, ids: list[int]) -> dict[int, int]:
    if "revision" not in resource.model._meta.fields_map:
        return {}
    rows = await fetch(f"SELECT id, revision FROM {table_of(resource.model)} WHERE id = ANY($1)", ids)
    return {row["id"]: row["revision"] for row in rows}
