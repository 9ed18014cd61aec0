"""Imports over the API: the file is the body, the answer a dry run's findings or the job that brings it in."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypedDict

from starlette.requests import Request
from starlette.responses import Response

from guanxi.api.http import json_answer
from guanxi.declare.routes import ImportProblem
from guanxi.errors import InvalidInput, MalformedRequest, MethodNotAllowed, NotFound
from guanxi.i18n import _
from guanxi.imports import Target, WrongColumns, dry_run, find_target, start_import
from guanxi.imports.changes import Changes
from guanxi.imports.following import COUNTS, figures_of, find_job, problems_of
from guanxi.imports.normal import normalize
from guanxi.imports.plan import choices_for, existing_choices, guess
from guanxi.imports.target import describe
from guanxi.records.input import read_id
from guanxi.views.import_changes import changed_fields, changed_values

MAX_SHOWN = 200
_READS = ("GET", "HEAD")


class _Chosen(TypedDict):
    find_by: str | None
    unmatched: dict[str, str]
    existing: str | None


async def answer_import(request: Request, rest: list[str]) -> Response:
    """`POST /api/v1/imports/<add-on>/<name>?dry_run=true&filename=…`, `GET` for its columns, `GET …/jobs/{id}`."""
    if len(rest) != 2:
        raise NotFound()
    if rest[0] == "jobs":
        if request.method not in _READS:
            raise MethodNotAllowed()
        return await _job(rest[1])
    target = find_target("/".join(rest))
    if request.method in _READS:
        return json_answer(_columns(target))
    if request.method != "POST":
        raise MethodNotAllowed()
    return await _import(request, target)


async def _import(request: Request, target: Target) -> Response:
    content = await request.body()
    if not content:
        raise MalformedRequest(_("The body is the file."))
    params = request.query_params
    filename = params.get("filename", "import")
    if "\x00" in filename:
        raise InvalidInput({"filename": _("Choose a file with a name and contents.")})
    mapping = await _mapping(target, content, params.getlist("map"))
    chosen = _Chosen(
        find_by=params.get("find_by"),
        unmatched=dict(_pairs("unmatched", params.getlist("unmatched"))),
        existing=params.get("existing"),
    )
    if params.get("dry_run", "false") != "true":
        job = await start_import(target.key, filename, content, mapping, **chosen)
        return json_answer({"job": job}, 202)
    found = await dry_run(target.key, filename, content, mapping, **chosen)
    problems = [
        _problem(target, problem, found.plan.value_of(problem.row, problem.column))
        for problem in found.problems[:MAX_SHOWN]
    ]
    return json_answer(
        {
            "rows": found.rows,
            **{name: getattr(found, name) for name in COUNTS},
            "problems": problems,
            "changes": _changes(found.changes),
        },
    )


def _changes(changes: Changes) -> dict[str, Any]:
    first = [asdict(value) for value in changed_values(changes)]
    for value in first:
        del value["href"]
    return {"fields": [asdict(field) for field in changed_fields(changes)], "first": first}


def _pairs(name: str, texts: list[str]) -> list[tuple[str, str]]:
    """`field:value`"""
    if not all(":" in text for text in texts) or len(texts) > 300:
        raise InvalidInput({name: _("Write a field's name, a colon and the value.")})
    return [(text.partition(":")[0], text.partition(":")[2]) for text in texts]


async def _mapping(target: Target, content: bytes, texts: list[str]) -> dict[int, str] | None:
    """`field:heading` goes before the guess; a heading without a field is not imported."""
    if not texts:
        return None
    headings = (await asyncio.to_thread(target.read, content)).headings
    places = {normalize(heading): index for index, heading in reversed([*enumerate(headings)])}
    chosen: dict[int, str] = {}
    for name, heading in _pairs("map", texts):
        index = places.get(normalize(heading))
        if index is None:
            raise WrongColumns({"map": _("There is no such column or field.")})
        chosen[index] = name
    taken = set(chosen.values())
    rest = {index: name for index, name in guess(headings, target).items() if index not in chosen and name not in taken}
    return {index: name for index, name in {**rest, **chosen}.items() if name}


def _problem(target: Target, problem: ImportProblem, value: str) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "value": value,
        "reason": str(problem.reason),
        "message": describe(problem, target),
    }


def _columns(target: Target) -> dict[str, Any]:
    columns = [
        {
            "name": name,
            "label": str(shape.field.label),
            "kind": str(shape.kind),
            "required": target.is_required(name),
            "unmatched": choices_for(target, name),
        }
        for name, shape in target.shapes.items()
    ]
    return {
        "title": str(target.importer.title),
        "columns": columns,
        "find_by": [key.name for key in target.keys],
        "existing": existing_choices(target),
    }


async def _job(id: str) -> Response:
    job: Mapping[str, Any] = await find_job(read_id(id))
    target, figures = find_target(str(job["payload"]["importer"])), figures_of(job)
    return json_answer(
        {
            "job": job["id"],
            "state": job["state"],
            "done": job["done_steps"] or 0,
            "total": job["total_steps"],
            **{name: figures.get(name, 0) for name in COUNTS},
            "problems": [_problem(target, problem, value) for problem, value in problems_of(job, MAX_SHOWN)],
        }
    )
