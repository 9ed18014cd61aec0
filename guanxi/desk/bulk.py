"""Work on more records than fit into a request: a job that goes on wherever it was stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from guanxi.auth.authors import Author, actor_of, current_author
from guanxi.context import current_actor, current_company, use_actor
from guanxi.db import fetch_row, transaction
from guanxi.declare.jobs import Job
from guanxi.declare.resources import Resource
from guanxi.desk.notifications import notify
from guanxi.errors import NotFound
from guanxi.i18n import Text, _, current_locale, use_locale
from guanxi.jobs import Run, enqueue
from guanxi.records.blobs import read_blob, write_blob
from guanxi.records.bulk import (
    BulkReport,
    Refusal,
    Selection,
    bulk_delete,
    bulk_update,
    check_bulk_update,
    open_operation,
)
from guanxi.records.input import parse_json
from guanxi.records.rules import require_write
from guanxi.records.undo import Undoable, find_undo, undo

Kind = Literal["update", "delete", "undo"]
MAX_REPORTED = 200
"""records that refused and are kept by name"""
_STEP = 50


class Request(msgspec.Struct, frozen=True):
    kind: Kind
    resource: str
    file: str
    """SHA-256 of the stored list of ids"""
    values: dict[str, Any]
    undone: int | None
    """for `undo`, the audit entry of what is taken back"""
    operation: int
    locale: str
    author: Author


class Progress(msgspec.Struct):
    """The cursor: committed together with the records it counts."""

    next: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    reported: list[Refusal] = []
    told: bool = False

    def add(self, report: BulkReport) -> None:
        self.changed += report.changed
        self.unchanged += report.unchanged
        self.refused += len(report.refused)
        self.reported += report.refused[: MAX_REPORTED - len(self.reported)]


class BulkJob(msgspec.Struct, frozen=True):
    """The work as its page shows it."""

    id: int
    kind: Kind
    state: str
    done: int
    total: int | None
    operation: int
    resource: Resource | None
    progress: Progress

    @property
    def running(self) -> bool:
        return self.state in ("waiting", "running")


async def start_bulk(
    resource: Resource,
    kind: Kind,
    ids: Sequence[int],
    values: Mapping[str, Any] | None = None,
    *,
    undone: Undoable | None = None,
    key: str | None = None,
) -> int:
    """Enqueue the work on these records; returns the job's id. Raises what the first record would be refused for.

    A `key` that was used starts nothing new.
    """
    values = values or {}
    require_write(resource, "delete" if kind == "delete" else "update")
    if kind == "update":
        await check_bulk_update(resource, values)
    file = await write_blob(msgspec.json.encode(sorted(set(ids))))
    entry = undone.entry["id"] if undone is not None else None
    async with transaction():
        noted = values if kind == "update" else {"entry": entry} if entry else {}
        request = Request(
            kind=kind,
            resource=resource.key,
            file=file,
            values=msgspec.to_builtins(values),
            undone=entry,
            operation=await open_operation(resource, kind, len(ids), values=noted),
            locale=current_locale(),
            author=current_author(),
        )
        return await enqueue(BULK, msgspec.to_builtins(request), key=key)


async def run_bulk(run: Run) -> None:
    request = msgspec.convert(run.payload, Request)
    resource = current_company().catalog.resources.get(request.resource)
    if resource is None:
        raise NotFound()
    ids = msgspec.json.decode(await read_blob(request.file), type=list[int])
    progress = msgspec.convert(run.cursor or {}, Progress)
    with use_locale(request.locale):
        while progress.next < len(ids):
            part = ids[progress.next : progress.next + _STEP]
            async with run.step(total=len(ids)) as step:
                with use_actor(await actor_of(request.author)):
                    progress.add(await _do(resource, request, part))
                progress.next += len(part)
                step.done, step.cursor = progress.next, msgspec.to_builtins(progress)
        if not progress.told:
            async with run.step() as step:
                await _tell(run, request, resource, progress)
                progress.told = True
                step.cursor = msgspec.to_builtins(progress)
    run.set_result(msgspec.to_builtins(progress))


async def _do(resource: Resource, request: Request, ids: list[int]) -> BulkReport:
    chosen, operation = Selection(tuple(ids)), request.operation
    match request.kind:
        case "delete":
            return await bulk_delete(resource, chosen, operation=operation)
        case "undo":
            return await undo(await find_undo(request.undone or 0, part=ids), ids, operation=operation)
        case _:
            values = parse_json(resource, request.values, partial=True)
            return await bulk_update(resource, chosen, values, operation=operation)


async def _tell(run: Run, request: Request, resource: Resource, progress: Progress) -> None:
    if request.author.id is not None:
        title = _("{name}: {report}", name=resource.title, report=said(request.kind, progress.changed))
        detail = str(_stayed(progress.refused)) if progress.refused else ""
        await notify([request.author.id], "job", title, href=f"/bulk/{run.id}", detail=detail)


def _stayed(count: int) -> Text:
    if count == 1:
        return _("1 record stayed as it was")
    return _("{count} records stayed as they were", count=count)


def said(kind: Kind, count: int) -> Text:
    """What was done to so many records."""
    match kind:
        case "delete":
            return _("1 record was deleted.") if count == 1 else _("{count} records were deleted.", count=count)
        case "undo":
            return _("1 change was taken back.") if count == 1 else _("{count} changes were taken back.", count=count)
        case _:
            return _("1 record was changed.") if count == 1 else _("{count} records were changed.", count=count)


async def own_bulk(id: int) -> BulkJob:
    """Raises NotFound for work that the current user did not start."""
    row = await fetch_row(
        "SELECT id, state, done_steps, total_steps, cursor, payload FROM guanxi_job"
        " WHERE id = $1 AND name = $2 AND actor_id = $3",
        id,
        BULK.name,
        current_actor().id,
    )
    if row is None:
        raise NotFound()
    return BulkJob(
        id=row["id"],
        kind=row["payload"]["kind"],
        state=row["state"],
        done=row["done_steps"],
        total=row["total_steps"],
        operation=row["payload"]["operation"],
        resource=current_company().catalog.resources.get(row["payload"]["resource"]),
        progress=msgspec.convert(row["cursor"] or {}, Progress),
    )


BULK = Job(name="guanxi.bulk", title=_("Work on many records"), run=run_bulk, steps=True, timeout=3600)
