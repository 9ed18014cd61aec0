"""Work on the records that were chosen in a list: what is to be done, doing it, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from tortoise.models import Model

from guanxi.context import current_actor
from guanxi.db import transaction
from guanxi.declare.fields import Kind as FieldKind
from guanxi.declare.resources import Resource
from guanxi.declare.where import all_of
from guanxi.desk.bulk import Kind, own_bulk, said, start_bulk
from guanxi.errors import Conflict, Forbidden, InvalidInput
from guanxi.i18n import Text, _
from guanxi.records import labels
from guanxi.records.bulk import MAX_AT_ONCE, BulkReport, Selection, bulk_delete, bulk_update, selected
from guanxi.records.input import parse_form
from guanxi.records.query import parse_list_query, search_condition
from guanxi.records.rules import require_write
from guanxi.records.shape import Shape
from guanxi.records.undo import find_undo
from guanxi.records.values import number_from
from guanxi.records.wrong import REQUIRED
from guanxi.views.amounts import currency_of
from guanxi.views.editing import bulk_fields, bulk_offer
from guanxi.views.exports import asked
from guanxi.views.inputs import make_input, resolve_texts, small_targets
from guanxi.views.parts import Input, address
from guanxi.web.flash import go_to
from guanxi.web.list_pages import params_of
from guanxi.web.once import once, sent_key
from guanxi.web.selections import chosen_ids
from guanxi.web.state import form_of
from guanxi.web.templating import render

NAMED = 10
"""records that the question shows by name"""


@dataclass(slots=True)
class Task:
    """What the form asks for. `operation`: edit, edit:<field>, tag:<field>, untag:<field>, archive or delete."""

    resource: Resource
    operation: str
    form: dict[str, str]
    ids: list[int]
    back: str
    action: str
    shape: Shape | None = None
    """the field to change"""

    @property
    def everything(self) -> bool:
        """Whether all that match were chosen, not some by their boxes."""
        return bool(self.form.get("all"))

    @property
    def kind(self) -> Kind:
        return "delete" if self.operation == "delete" else "update"


async def bulk_page(request: Request, resource: Resource) -> Response:
    """POST from the list asks, POST with `step=do` does it."""
    params = asked(params_of(request))
    back = address(resource.path, params)
    if request.method != "POST":
        return RedirectResponse(back, 303)
    form = await form_of(request)
    operation = form.get("operation", "edit")
    shape = _shape(resource, operation)
    require_write(resource, "delete" if operation == "delete" else "update")
    problem: Text | None = None
    try:
        ids = await selected(resource, await _selection(request, resource, form))
    except Conflict as error:  # the list has changed: ask again
        ids = await selected(resource, await _selection(request, resource, {**form, "shown": ""}))
        problem, form["step"] = error.text, ""
    if not ids:
        return go_to(request, back, _("Choose records first."), tone="warn")
    task = Task(resource, operation, form, ids, back, address(f"{resource.path}/bulk", params), shape)
    if form.get("step") != "do" or (task.kind == "update" and shape is None):
        return await _ask(request, task, problem)
    try:
        return await _do(request, task, await _values(task))
    except InvalidInput as error:
        return await _ask(request, task, error.text, error.fields)


def _shape(resource: Resource, operation: str) -> Shape | None:
    """The field that the operation changes, once one is chosen. Raises InvalidInput, Forbidden."""
    name, _colon, field = operation.partition(":")
    if name == "archive":
        field = resource.archive or ""
    if operation in ("edit", "delete"):
        return None
    if name not in ("edit", "archive", "tag", "untag") or not field:
        raise InvalidInput(message=_("This is none of the choices."))
    found = next((shape for shape in bulk_fields(resource) if shape.name == field), None)
    if found is None or (name in ("tag", "untag") and found.kind is not FieldKind.TAGS):
        raise Forbidden()
    return found


async def _selection(request: Request, resource: Resource, form: Mapping[str, str]) -> Selection:
    if not form.get("all"):
        return Selection(await chosen_ids(request))
    query = parse_list_query(resource, asked(params_of(request)))
    where = all_of(query.where, search_condition(resource, query.search))
    return Selection(where=where, shown=number_from(form.get("shown", "")))


async def _values(task: Task) -> dict[str, Any]:
    if task.shape is None:
        return {}
    if task.operation == "archive":
        return {task.shape.name: True}
    values = await field_value(task.resource, task.shape, task.form)
    how = {"tag": "add", "untag": "remove"}.get(task.operation.partition(":")[0])
    if how is not None and not values[task.shape.name]:
        raise InvalidInput({task.shape.name: REQUIRED})
    return {task.shape.name: {how: values[task.shape.name]}} if how is not None else values


async def field_value(
    resource: Resource, shape: Shape, form: Mapping[str, str], record: Model | None = None
) -> dict[str, Any]:
    """The checked value of the one field that a form is about. Raises InvalidInput."""
    name = shape.name
    own = {key: form[key] for key in (name, f"{name}.text", f"{name}.was", f"{name}-present") if key in form}
    errors = await resolve_texts([shape], own)
    if errors:
        raise InvalidInput(errors)
    values = parse_form(resource, own, partial=True, record=record)
    if name not in values:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    return values


async def _ask(
    request: Request, task: Task, problem: Text | None = None, errors: Mapping[str, Text] | None = None
) -> Response:
    names = await labels(task.resource, task.ids[:NAMED])
    return render(
        request,
        "guanxi/bulk.html",
        status=200 if problem is None else 422,
        resource=task.resource,
        task=task,
        offer=bulk_offer(task.resource),
        names=list(names.values()),
        more=len(task.ids) - len(names),
        ids="" if task.everything else ",".join(map(str, task.ids)),
        input=await _input(task, errors or {}) if task.shape is not None and task.operation != "archive" else None,
        problem=problem,
    )


async def _input(task: Task, errors: Mapping[str, Text]) -> Input:
    assert task.shape is not None
    form = task.form if task.form.get("step") == "do" else None
    code, targets = currency_of(task.shape, {}, {}), await small_targets([task.shape])
    return make_input(task.shape, None, currency=code, form=form, errors=errors, targets=targets)


async def _do(request: Request, task: Task, values: dict[str, Any]) -> Response:
    if len(task.ids) > MAX_AT_ONCE:
        key = sent_key(task.form, current_actor().id, task.action)
        job = await start_bulk(task.resource, task.kind, task.ids, values, key=key and f"bulk:{key}")
        return go_to(request, f"/bulk/{job}", _("The work has started."))
    return await once(task.form, task.back, lambda: _at_once(request, task, values))


async def _at_once(request: Request, task: Task, values: dict[str, Any]) -> Response:
    chosen = Selection(tuple(task.ids))
    async with transaction():
        if task.kind == "delete":
            report = await bulk_delete(task.resource, chosen)
        else:
            report = await bulk_update(task.resource, chosen, values)
    reasons = {item.reason for item in report.refused}
    if task.shape is not None and len(report.refused) == report.total and len(reasons) == 1:
        raise InvalidInput(message=Text(reasons.pop()))  # the value itself is wrong: ask again
    undo = f"/undo/{report.operation}" if task.kind == "update" and report.changed else ""
    if report.refused:
        return _report(request, task, report, undo)
    return go_to(request, task.back, said(task.kind, report.changed), undo=undo)


def _report(request: Request, task: Task, report: BulkReport, undo: str) -> Response:
    return render(
        request,
        "guanxi/bulk_report.html",
        resource=task.resource,
        kind=task.kind,
        report=report,
        said=said(task.kind, report.changed),
        back=task.back,
        undo=undo,
    )


async def job_page(request: Request) -> Response:
    """`/bulk/{id}`: progress, then who refused, and the way back while there is one."""
    job = await own_bulk(request.path_params["id"])
    undo = ""
    if job.kind == "update" and job.progress.changed and not job.running:
        try:
            await find_undo(job.operation)
        except Conflict:
            undo = ""
        else:
            undo = f"/undo/{job.operation}"
    return render(request, "guanxi/bulk_job.html", job=job, said=said(job.kind, job.progress.changed), undo=undo)
