"""Exports that take longer than a request: a job that ends in a file for the user who asked for it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from guanxi import clock
from guanxi.auth.authors import Author, actor_of, current_author
from guanxi.context import current_actor, current_company, use_actor
from guanxi.db import fetch_row, transaction
from guanxi.declare.jobs import Job
from guanxi.declare.resources import FileFormat, Resource
from guanxi.desk.notifications import notify
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import Text, _, current_locale, use_locale
from guanxi.jobs import Run, enqueue
from guanxi.records import audit
from guanxi.records.blobs import keep_blob
from guanxi.views.export_files import Format, open_export
from guanxi.views.export_limits import check_limit
from guanxi.views.exports import AT_ONCE, Export, Which, export_of
from guanxi.views.formats import show_number
from guanxi.views.parts import Params

KEPT_DAYS = 7


class Request(msgspec.Struct, frozen=True):
    resource: str
    params: list[tuple[str, str]]
    ids: list[int]
    which: Which
    format: Format
    locale: str
    author: Author


class Result(msgspec.Struct, frozen=True):
    rows: int
    name: str
    file: str
    """SHA-256 of the content"""


class ExportJob(msgspec.Struct, frozen=True):
    """An export as its page shows it."""

    id: int
    state: str
    done: int
    total: int | None
    resource: Resource | None
    result: Result | None
    finished_at: datetime | None

    @property
    def running(self) -> bool:
        return self.state in ("waiting", "running")

    @property
    def kept(self) -> bool:
        """Whether the file can still be had."""
        return self.finished_at is not None and self.finished_at > clock.now() - timedelta(days=KEPT_DAYS)


def file_name(resource: Resource, kind: str) -> str:
    """`customers-20261122-1405-li.na.csv`: of what, when, and by whom."""
    actor = current_actor()
    who = "-" + re.sub(r"[^\w.@]+", "_", actor.name)[:40] if actor.name else ""
    return f"{resource.name}-{clock.now().astimezone(current_company().zone):%Y%m%d-%H%M}{who}.{kind}"


async def note_export(export: Export, kind: str) -> None:
    """In the audit log: who took how many rows of what. Raises ExportLimit, in the caller's transaction."""
    await check_limit(export.count)
    after = {"rows": export.count, "format": kind, "fields": [shape.name for shape in export.shapes]}
    await audit("export", export.resource.key, None, after=after)


async def own_file(export: Export, own: FileFormat) -> bytes:
    """The records in a format of the resource's own. Raises InvalidInput on more than AT_ONCE records."""
    if export.count > AT_ONCE:
        limit = show_number(AT_ONCE)
        raise InvalidInput(message=_("At most {limit} rows can be exported at once. Filter the list.", limit=limit))
    ids: list[int] = []
    async with transaction():
        async for rows in export.ids():
            ids += rows
        content = await own.write(ids)
        await note_export(export, own.name)
    return content


async def warnings_of(export: Export) -> list[Text]:
    """What files in formats of the resource's own would lack; one that several formats share is said once."""
    checks = {own.warn for own in export.resource.formats if own.warn is not None}
    if not checks or export.count > AT_ONCE:
        return []
    ids = [id async for part in export.ids() for id in part]
    found = [await check(ids) for check in checks]
    return [text for text in found if text is not None]


async def start_export(
    export: Export, params: Params, which: Which, kind: Format, ids: Sequence[int], *, key: str | None = None
) -> int:
    """Enqueue the export; returns the job's id. A `key` that was used starts nothing new. Raises ExportLimit.

    What others take until it is written counts, too: then it is the job that ends with the reason.
    """
    request = Request(
        resource=export.resource.key,
        params=params,
        ids=list(ids),
        which=which,
        format=kind,
        locale=current_locale(),
        author=current_author(),
    )
    async with transaction():
        await check_limit(export.count)
        return await enqueue(EXPORT, msgspec.to_builtins(request), key=key)


async def run_export(run: Run) -> None:
    """Writes the whole file anew at each try; told, noted and named only once."""
    if run.cursor is None:
        request = msgspec.convert(run.payload, Request)
        with use_locale(request.locale), TemporaryDirectory(prefix="guanxi-export-") as folder:
            await _export(run, request, Path(folder))
    run.set_result(run.cursor)


async def _export(run: Run, request: Request, folder: Path) -> None:
    resource = current_company().catalog.resources.get(request.resource)
    if resource is None:
        raise NotFound()
    with use_actor(await actor_of(request.author)):
        export = await export_of(resource, request.params, request.which, request.ids)
        file = await asyncio.to_thread(open_export, request.format, folder, str(resource.title), export.headings)
        rows = await _write(run, request, export, file.write)
        await asyncio.to_thread(file.close)
        result = Result(rows, file_name(resource, request.format), await keep_blob(file.path))
        async with run.step(done=rows, cursor=msgspec.to_builtins(result)):
            await note_export(export, request.format)
            if request.author.id is not None:
                title = _("The export of {name} is ready", name=resource.title)
                await notify([request.author.id], "job", title, href=f"/exports/{run.id}")


async def _write(run: Run, request: Request, export: Export, write: Any) -> int:
    """Each page is read with the rights that the author has left by then."""
    cursor: str | None = ""
    done = 0
    while cursor is not None:
        async with run.step(done=done, total=export.count) as step:
            with use_actor(await actor_of(request.author)):
                rows, cursor = await export.page(cursor)
            done += len(rows)
            step.done = done
        await asyncio.to_thread(write, rows)
    return done


async def own_export(id: int) -> ExportJob:
    """Raises NotFound for an export that the current user did not ask for."""
    row = await fetch_row(
        "SELECT id, state, done_steps, total_steps, result, payload, finished_at FROM guanxi_job"
        " WHERE id = $1 AND name = $2 AND actor_id = $3",
        id,
        EXPORT.name,
        current_actor().id,
    )
    if row is None:
        raise NotFound()
    return ExportJob(
        id=row["id"],
        state=row["state"],
        done=row["done_steps"],
        total=row["total_steps"],
        resource=current_company().catalog.resources.get(row["payload"]["resource"]),
        result=msgspec.convert(row["result"], Result) if row["result"] else None,
        finished_at=row["finished_at"],
    )


EXPORT = Job(name="guanxi.export", title=_("Export a list"), run=run_export, steps=True, timeout=3600)
