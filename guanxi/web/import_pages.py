"""Importing a file: upload, choose its columns, see what would happen, start the job."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from guanxi.declare.resources import Resource
from guanxi.declare.routes import ImportProblem
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import Text, _
from guanxi.imports import Plan, Target, find_target, start_import
from guanxi.imports.dry import DryRun, try_plan
from guanxi.imports.example import example_rows
from guanxi.imports.rejects import rejected_rows
from guanxi.imports.target import describe
from guanxi.records.blobs import read_blob, write_blob
from guanxi.views.export_files import MEDIA_TYPES, Format, whole_file
from guanxi.views.import_changes import changed_fields, changed_values
from guanxi.views.imports import ShownProblem, import_form, import_steps, key_names
from guanxi.web.downloads import attachment
from guanxi.web.flash import go_to
from guanxi.web.import_memory import Choices, plan_of, remember, remembered
from guanxi.web.once import FIELD
from guanxi.web.state import form_of, state_of, uploads_of
from guanxi.web.templating import render

MAX_COLUMNS = 300
MAX_SHOWN = 100


class _Wizard:
    """One request of the import into `target`."""

    def __init__(self, request: Request, target: Target, title: Text, back: str) -> None:
        self.request, self.target, self.title, self.back = request, target, title, back
        self.form: Mapping[str, str] = {}
        self.name = ""
        self.content = b""

    async def answer(self) -> Response:
        if self.request.method != "POST":
            kind = self.request.query_params.get("template")
            return await self._template(kind) if kind is not None else self._upload()
        self.form = await form_of(self.request)
        try:
            self.name, self.content = await _file(self.request, self.form)
            table = await asyncio.to_thread(self.target.read, self.content)
            if not table.rows:
                raise InvalidInput(message=_("The file has no rows below its headings."))
        except InvalidInput as error:
            return self._upload(error)
        choices = _choices(self.form)
        if choices.mapping is None and self.form.get("step") != "start":
            return await self._columns(await remembered(table, self.target))
        try:
            plan = plan_of(table, self.target, choices)
        except InvalidInput as error:
            return await self._columns(await remembered(table, self.target), error)
        return await self._step(plan)

    async def _step(self, plan: Plan) -> Response:
        step = self.form.get("step", "columns")
        try:
            if step in ("check", "start", "rejected"):
                plan.check()
            if step == "start":
                return await self._start(plan)
        except InvalidInput as error:
            return await self._columns(plan, error)
        if step == "rejected":
            return await self._rejected(plan)
        if step == "check":
            await remember(plan)
            return await self._check(plan)
        return await self._columns(plan)

    def _render(self, template: str, step: str, *, status: int = 200, **data: Any) -> Response:
        common = {
            "target": self.target,
            "words": self.target.importer.words,
            "title": self.title,
            "back": self.back,
            "steps": import_steps(step, self.target),
        }
        return render(self.request, template, status=status, **common, **data)

    def _upload(self, error: InvalidInput | None = None) -> Response:
        finding = key_names(self.target)
        return self._render("guanxi/import.html", "upload", status=422 if error else 200, error=error, finding=finding)

    async def _file_fields(self) -> dict[str, str]:
        digest = await write_blob(self.content)
        return {"digest": digest, "proof": _proof(self.request, digest), "filename": self.name[-255:]}

    async def _columns(self, plan: Plan, error: InvalidInput | None = None) -> Response:
        return self._render(
            "guanxi/import_columns.html",
            "columns",
            status=422 if error else 200,
            page=import_form(plan),
            file=await self._file_fields(),
            error=error,
        )

    async def _check(self, plan: Plan) -> Response:
        found = await try_plan(plan)
        return self._render(
            "guanxi/import_check.html",
            "check",
            page=import_form(plan),
            file=await self._file_fields(),
            found=found,
            problems=[_shown(problem, plan) for problem in found.problems[:MAX_SHOWN]],
            fields=changed_fields(found.changes),
            changes=changed_values(found.changes),
        )

    async def _rejected(self, plan: Plan) -> Response:
        found = await try_plan(plan, most=len(plan.table.rows) * 20)
        content = await asyncio.to_thread(rejected_rows, plan.table, _reasons(found), plan.target.heading)
        return download(content, "rejected.csv", MEDIA_TYPES["csv"])

    async def _start(self, plan: Plan) -> Response:
        job = await start_import(
            self.target.key,
            self.name,
            self.content,
            plan.columns,
            key=_job_key(self.request, plan, self.content, self.form),
            find_by=plan.key.name if plan.target.keys else None,
            unmatched=plan.unmatched,
            existing=plan.existing,
        )
        return go_to(self.request, f"/import-jobs/{job}", _("The import has started."))

    async def _template(self, kind: str) -> Response:
        if kind not in ("csv", "xlsx"):
            raise NotFound()
        form: Format = "xlsx" if kind == "xlsx" else "csv"
        headings, *rows = await example_rows(self.target)
        content = await asyncio.to_thread(whole_file, form, str(self.title), headings, rows)
        return download(content, f"import.{kind}", MEDIA_TYPES[form])


async def import_page(request: Request, resource: Resource) -> Response:
    return await _Wizard(request, find_target(resource.key), resource.title, resource.path).answer()


async def importer_page(request: Request) -> Response:
    """`/<add-on>/import/<name>`: an import that is not simply records of a resource."""
    target = find_target(f"{request.path_params['addon']}/{request.path_params['name']}")
    shown_on = target.list_resource
    back = shown_on.path if shown_on is not None else request.scope["path"]
    return await _Wizard(request, target, target.name, back).answer()


def _choices(form: Mapping[str, str]) -> Choices:
    if "mapped" not in form:
        return Choices()
    chosen = {index: form.get(f"column-{index}", "") for index in range(MAX_COLUMNS)}
    return Choices(
        {index: name for index, name in chosen.items() if name},
        form.get("key", ""),
        {name.removeprefix("unmatched-"): value for name, value in form.items() if name.startswith("unmatched-")},
        form.get("existing", ""),
    )


def _shown(problem: ImportProblem, plan: Plan) -> ShownProblem:
    column = str(plan.target.label(problem.column)) if problem.column else ""
    return ShownProblem(problem.row, column, plan.value_of(problem.row, problem.column), str(problem.reason))


def _reasons(found: DryRun) -> dict[int, str]:
    """By index of the row."""
    places = {number: index for index, (number, _cells) in enumerate(found.plan.table.rows)}
    reasons: dict[int, str] = {}
    for problem in found.problems:
        text, index = describe(problem, found.plan.target), places[problem.row]
        reasons[index] = f"{reasons[index]}; {text}" if index in reasons else text
    return reasons


async def _file(request: Request, form: Mapping[str, str]) -> tuple[str, bytes]:
    """The file just sent, or the one sent before that this session's form names."""
    uploads = await uploads_of(request, "file")
    if uploads:
        return uploads[0].filename or "import", await uploads[0].read()
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
    ways = plan.key.name, sorted(plan.unmatched.items()), plan.existing
    chosen = plan.target.key, sorted(plan.columns.items()), *ways
    digest = hashlib.sha256(content).hexdigest()
    return f"web:{_proof(request, repr((*chosen, digest, token)))}"


def download(content: bytes, name: str, media_type: str) -> Response:
    headers = {"Content-Disposition": attachment(name), "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)
