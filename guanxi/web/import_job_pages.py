"""An import under way: how far it is, stopping it and going on, and what it brought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import may
from guanxi.errors import Conflict, MalformedRequest, NotFound
from guanxi.i18n import _
from guanxi.imports import Target, find_target
from guanxi.imports.following import figures_of, find_job, problems_of
from guanxi.jobs import discard, retry
from guanxi.records.blobs import read_blob
from guanxi.records.query import sortable
from guanxi.views.export_files import MEDIA_TYPES
from guanxi.views.imports import ShownProblem, import_steps
from guanxi.web.flash import go_to
from guanxi.web.import_pages import MAX_SHOWN, download
from guanxi.web.state import form_of
from guanxi.web.templating import render

_RUNNING = ("waiting", "running")
_ENDED = ("dead", "discarded")


def _shown(job: Mapping[str, Any], target: Target) -> list[ShownProblem]:
    return [
        ShownProblem(p.row, str(target.label(p.column)) if p.column else "", value, str(p.reason))
        for p, value in problems_of(job, MAX_SHOWN)
    ]


async def job_page(request: Request) -> Response:
    job = await find_job(request.path_params["id"])
    if request.method == "POST":
        return await _change(request, job)
    target = find_target(str(job["payload"]["importer"]))
    return render(
        request,
        "guanxi/import_job.html",
        job=job,
        target=target,
        figures=figures_of(job),
        problems=_shown(job, target),
        running=job["state"] in _RUNNING,
        words=target.importer.words,
        steps=import_steps("done" if job["state"] == "done" else "import", target),
        list_href=_list_href(target),
    )


async def _change(request: Request, job: Mapping[str, Any]) -> Response:
    """Stops the import, or lets one that was stopped or has failed go on. Raises Conflict where it is done."""
    step = (await form_of(request)).get("step", "")
    here = f"/import-jobs/{job['id']}"
    if step == "cancel" and job["state"] in _RUNNING:
        await discard(job["id"])
        return go_to(request, here, _("The import is cancelled. What it has written stays."))
    if step == "go-on" and job["state"] in _ENDED:
        find_target(str(job["payload"]["importer"]))
        await retry(job["id"])
        return go_to(request, here, _("The import goes on."))
    if step in ("cancel", "go-on"):
        raise Conflict(_("The import is in another state by now."))
    raise MalformedRequest(_("The form is not complete. Reload the page and try again."))


def _list_href(target: Target) -> str | None:
    """Newest first, so that what came in is on top."""
    resource = target.list_resource
    if resource is None or not may(resource.read):
        return None
    return f"{resource.path}?sort=-id" if "id" in sortable(resource) else resource.path


async def rejected(request: Request) -> Response:
    """The rows that were not taken, with the reason in the last column."""
    job = await find_job(request.path_params["id"])
    result = job["result"]
    digest = result.get("rejected") if isinstance(result, dict) else None
    if not digest:
        raise NotFound()
    return download(await read_blob(digest), "rejected.csv", MEDIA_TYPES["csv"])
