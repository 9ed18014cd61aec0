"""Importing a file: upload, map its columns, see what would happen, start the job, watch it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.permissions import KernelPermission
from guanxi.context import current_actor, may
from guanxi.db import fetch_row
from guanxi.declare.resources import Resource
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import Text, _
from guanxi.imports import IMPORT, DryRun, Plan, dry_run, find_target, read_plan, read_table, start_import
from guanxi.imports.target import Target, describe
from guanxi.records.blobs import read_blob, write_blob
from guanxi.web.flash import go_to
from guanxi.web.once import FIELD
from guanxi.web.state import form_of, state_of, uploads_of
from guanxi.web.templating import render

MAX_COLUMNS = 300
MAX_SHOWN = 100


@dataclass(slots=True)
class MappedColumn:
    index: int
    heading: str
    sample: str
    field: str
    """the field it goes to; empty: not imported"""


async def import_page(request: Request, resource: Resource) -> Response:
    return await _import(request, find_target(resource.key), resource.title, resource.path)


async def importer_page(request: Request) -> Response:
    """`/<add-on>/import/<name>`: an import that is not simply records of a resource."""
    target = find_target(f"{request.path_params['addon']}/{request.path_params['name']}")
    return await _import(request, target, target.importer.title, request.scope["path"])


async def _import(request: Request, target: Target, title: Text, back: str) -> Response:
    data: dict[str, Any] = {"target": target, "title": title, "back": back}
    if request.method != "POST":
        return render(request, "guanxi/import.html", **data, error=None)
    try:
        name, content = await _file(request)
        plan = await _plan(request, target, content)
        form = await form_of(request)
        if form.get("step") == "start":
            key = _job_key(request, plan, content, form)
            job = await start_import(target.key, name, content, plan.columns, key=key)
            return go_to(request, f"/import-jobs/{job}", _("The import has started."))
        return await _review(request, data, plan, name, content)
    except InvalidInput as error:
        return render(request, "guanxi/import.html", status=422, **data, error=error)


async def _plan(request: Request, target: Target, content: bytes) -> Plan:
    table = await asyncio.to_thread(read_table, content)
    return read_plan(table, target, _mapping(await form_of(request)))


def _mapping(form: Mapping[str, str]) -> dict[int, str] | None:
    """What the user chose for each column; None before they could choose."""
    if "mapped" not in form:
        return None
    chosen = {index: form.get(f"column-{index}", "") for index in range(MAX_COLUMNS)}
    return {index: name for index, name in chosen.items() if name}


async def _file(request: Request) -> tuple[str, bytes]:
    """The file just sent, or the one sent before that this session's form names."""
    uploads = await uploads_of(request, "file")
    if uploads:
        return uploads[0].filename or "import", await uploads[0].read()
    form = await form_of(request)
    digest = form.get("digest", "")
    if not hmac.compare_digest(_proof(request, digest).encode(), form.get("proof", "").encode("utf-8", "replace")):
        raise InvalidInput(message=_("Choose a file."))
    return form.get("filename", "import"), await read_blob(digest)


def _proof(request: Request, digest: str) -> str:
    """Nobody imports a file by its hash without having sent it in this session."""
    return hmac.new(state_of(request).csrf.encode(), digest.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _job_key(request: Request, plan: Plan, content: bytes, form: Mapping[str, str]) -> str:
    """The same review page sent again starts nothing new; another page, mapping or target does."""
    token = form.get(FIELD, "")
    if not token:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    digest = hashlib.sha256(content).hexdigest()
    return f"web:{_proof(request, repr((plan.target.key, sorted(plan.columns.items()), digest, token)))}"


async def _review(request: Request, data: dict[str, Any], plan: Plan, name: str, content: bytes) -> Response:
    target = plan.target
    digest = await write_blob(content)
    found: DryRun | None = None
    error: InvalidInput | None = None
    try:
        found = await dry_run(target.key, name, content, plan.columns)
    except InvalidInput as wrong:
        error = wrong
    columns = [
        MappedColumn(index, heading, sample, plan.columns.get(index, ""))
        for index, (heading, sample) in enumerate(zip(plan.table.headings, plan.samples, strict=True))
    ]
    problems = [(p.row, describe(p, target)) for p in found.problems[:MAX_SHOWN]] if found else []
    return render(
        request,
        "guanxi/import_review.html",
        status=200 if error is None else 422,
        **data,
        columns=columns,
        found=found,
        problems=problems,
        error=error,
        filename=name[-255:],
        digest=digest,
        proof=_proof(request, digest),
    )


async def _job(request: Request) -> Mapping[str, Any]:
    """The job of an import that the actor started, or of anyone's for who manages jobs. Raises NotFound."""
    row = await fetch_row(
        "SELECT id, state, done_steps, total_steps, result, payload, error, actor_id FROM guanxi_job"
        " WHERE id = $1 AND name = $2",
        request.path_params["id"],
        IMPORT.name,
    )
    if row is None or (row["actor_id"] != current_actor().id and not may(KernelPermission.JOBS_MANAGE)):
        raise NotFound()
    return dict(row)


async def job_page(request: Request) -> Response:
    job = await _job(request)
    target = find_target(str(job["payload"]["importer"]))
    return render(request, "guanxi/import_job.html", job=job, target=target)


async def rejected(request: Request) -> Response:
    """The rows that were not taken, with the reason in the last column."""
    job = await _job(request)
    result = job["result"]
    digest = result.get("rejected") if isinstance(result, dict) else None
    if not digest:
        raise NotFound()
    headers = {"Content-Disposition": 'attachment; filename="rejected.csv"', "Cache-Control": "no-store"}
    return Response(await read_blob(digest), media_type="text/csv; charset=utf-8", headers=headers)
