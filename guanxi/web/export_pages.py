"""Files of what a list shows: choosing, downloading, and waiting for the large ones."""

from __future__ import annotations

import asyncio
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse

from guanxi.auth.limits import limit
from guanxi.context import current_actor
from guanxi.db import transaction
from guanxi.declare.resources import FileFormat, Resource
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import _
from guanxi.records.blobs import blob_path
from guanxi.records.csv_out import csv_chunks
from guanxi.views import exports
from guanxi.views.export_files import MEDIA_TYPES, Format, whole_file
from guanxi.views.export_job import (
    KEPT_DAYS,
    file_name,
    note_export,
    own_export,
    own_file,
    start_export,
    warnings_of,
)
from guanxi.views.exports import Export, Which, export_of, own_columns
from guanxi.views.parts import Params, address
from guanxi.web.downloads import attachment
from guanxi.web.flash import go_to
from guanxi.web.list_pages import params_of
from guanxi.web.once import sent_key
from guanxi.web.selections import chosen_ids
from guanxi.web.state import form_of
from guanxi.web.templating import render

PER_MINUTE = 120


async def export_page(request: Request, resource: Resource) -> Response:
    """GET, and POST from a list without a format, ask for it; POST with one gives the file, or starts the job."""
    form = await form_of(request) if request.method == "POST" else {}
    ids = await chosen_ids(request) if request.method == "POST" and not form.get("all") else ()
    params = exports.asked(params_of(request))
    if "format" not in form:
        return await _ask(request, resource, ids)
    kind, which = form["format"], form.get("fields", "all")
    own = next((each for each in resource.formats if each.name == kind), None)
    if own is not None:
        return await _send_own(resource, own, params, ids)
    if kind not in MEDIA_TYPES or which not in get_args(Which):
        raise InvalidInput(message=_("This is none of the choices."))
    actor = current_actor()
    await limit(f"export:{actor.id}", PER_MINUTE)
    export = await export_of(resource, params, cast(Which, which), ids)
    if export.count <= exports.AT_ONCE:
        return await _send(export, kind)
    key = sent_key(form, actor.id, resource.key, params, ids)
    job = await start_export(export, params, cast(Which, which), kind, ids, key=key and f"export:{key}")
    return go_to(request, f"/exports/{job}", _("The export has started."))


async def _ask(request: Request, resource: Resource, ids: tuple[int, ...]) -> Response:
    params = exports.asked(params_of(request))
    export = await export_of(resource, params, "list", ids)
    return render(
        request,
        "guanxi/export.html",
        resource=resource,
        count=export.count,
        columns=export.headings,
        every=own_columns(resource),
        ids=",".join(map(str, ids)),
        action=address(f"{resource.path}/export", params),
        back=address(resource.path, params),
        at_once=export.count <= exports.AT_ONCE,
        warnings=await warnings_of(export),
    )


async def _send(export: Export, kind: Format) -> Response:
    async with transaction():
        await note_export(export, kind)
    headers = {
        "Content-Disposition": attachment(file_name(export.resource, kind)),
        "Cache-Control": "no-store",
    }
    if kind == "csv":
        rows = csv_chunks(exports.as_texts(export))
        return StreamingResponse(rows, media_type=MEDIA_TYPES[kind], headers=headers)
    parts = [row async for part in export.parts() for row in part]
    content = await asyncio.to_thread(whole_file, kind, str(export.resource.title), export.headings, parts)
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)


async def _send_own(resource: Resource, own: FileFormat, params: Params, ids: tuple[int, ...]) -> Response:
    await limit(f"export:{current_actor().id}", PER_MINUTE)
    content = await own_file(await export_of(resource, params, "list", ids), own)
    headers = {
        "Content-Disposition": attachment(file_name(resource, own.name)),
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=own.media_type, headers=headers)


async def job_page(request: Request) -> Response:
    job = await own_export(request.path_params["id"])
    return render(request, "guanxi/export_job.html", job=job, days=KEPT_DAYS)


async def download(request: Request) -> Response:
    """The file, for whoever asked for it, while it is kept. Raises NotFound."""
    job = await own_export(request.path_params["id"])
    if job.result is None or not job.kept:
        raise NotFound()
    path = blob_path(job.result.file)
    if not await asyncio.to_thread(path.is_file):
        raise NotFound()
    kind: Format = "xlsx" if job.result.name.endswith(".xlsx") else "csv"
    headers = {
        "Content-Disposition": attachment(job.result.name),
        "Cache-Control": "private, no-store",
    }
    return FileResponse(path, media_type=MEDIA_TYPES[kind], headers=headers)
