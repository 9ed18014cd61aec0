"""Imports over the API: the file is the body, the answer a dry run's findings or the job that brings it in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.api.http import json_answer
from guanxi.errors import InvalidInput, MalformedRequest, MethodNotAllowed, NotFound
from guanxi.i18n import _
from guanxi.imports import dry_run, start_import
from guanxi.imports.target import describe, find_target

MAX_SHOWN = 200


async def answer_import(request: Request, rest: list[str]) -> Response:
    """`POST /api/v1/imports/<add-on>/<name>?dry_run=true&filename=…`"""
    if len(rest) != 2:
        raise NotFound()
    if request.method != "POST":
        raise MethodNotAllowed()
    key = "/".join(rest)
    target = find_target(key)
    content = await request.body()
    if not content:
        raise MalformedRequest(_("The body is the file."))
    filename = request.query_params.get("filename", "import")
    if "\x00" in filename:
        raise InvalidInput({"filename": _("Choose a file with a name and contents.")})
    if request.query_params.get("dry_run", "false") != "true":
        return json_answer({"job": await start_import(key, filename, content)}, 202)
    found = await dry_run(key, filename, content)
    problems = [
        {"row": p.row, "column": p.column, "reason": str(p.reason), "message": describe(p, target)}
        for p in found.problems[:MAX_SHOWN]
    ]
    return json_answer(
        {
            "rows": found.rows,
            "created": found.created,
            "updated": found.updated,
            "unchanged": found.unchanged,
            "skipped": found.skipped,
            "problem_count": found.problem_count,
            "problems": problems,
        }
    )
