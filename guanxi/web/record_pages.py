"""Pages of one record: the empty form, the form, saving and deleting."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from tortoise.models import Model

from guanxi.auth import limit
from guanxi.context import confirming, current_actor
from guanxi.declare.resources import Resource
from guanxi.errors import InvalidInput, NotFound, Stale, Unconfirmed
from guanxi.i18n import Text, _
from guanxi.records import create, delete, get, labels, read, update
from guanxi.records.input import parse_form
from guanxi.records.rules import require_write
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.values import number_from
from guanxi.views.filling import proposals
from guanxi.views.forms import FormPage, dialog_page, form_page, heading_of, new_page
from guanxi.views.inputs import resolve_texts
from guanxi.views.line_tables import typed_count
from guanxi.views.stages import possible_actions
from guanxi.views.timeline import Position, read_position
from guanxi.views.versions import differing, drop_theirs, fingerprints
from guanxi.web.flash import go_to
from guanxi.web.list_pages import params_of
from guanxi.web.once import once
from guanxi.web.state import CONFIRMED, form_of, revision_of
from guanxi.web.templating import render

_READS = ("GET", "HEAD")
_PICK = "_keep."
_THEN = "_then"
"""the action that was asked for when the form had to be saved first"""
_CHECKS_PER_MINUTE = 120
_LONGEST_CHECKED = 500


def record_template(resource: Resource) -> str:
    return resource.templates.get("form", "guanxi/form.html")


async def new_record(request: Request, resource: Resource) -> Response:
    """A form of its own, or with `?dialog=1` the short one that another form opens: a fragment, and JSON once made."""
    require_write(resource, "create")
    in_dialog = request.query_params.get("dialog") == "1"
    if request.method in _READS:
        return await _ask_new(request, resource, in_dialog)
    form = await form_of(request)

    async def make() -> Response:
        values = await _values(resource, form, partial=False)
        with confirming(form.get(CONFIRMED, "")):
            record = await create(resource.model, values)
        if in_dialog:
            names = await labels(resource, [record.id])
            return JSONResponse({"id": record.id, "label": names.get(record.id, "")}, 201)
        goal = f"{resource.path}/{record.id}"
        if _guided(request, resource) and resource.form.guide is not None:
            goal += _next_action(resource, record, resource.form.guide.then)
        return go_to(request, goal, _("{name} was created.", name=resource.singular))

    try:
        return await (make() if in_dialog else once(form, resource.path, make))
    except (InvalidInput, Unconfirmed) as error:
        return await _ask_new(request, resource, in_dialog, form, error)


def _guided(request: Request, resource: Resource) -> bool:
    return resource.form.guide is not None and request.query_params.get("guide") == "1"


def _next_action(resource: Resource, record: Model, then: str) -> str:
    """The page of the action that follows; nothing where it is not possible."""
    return f"/actions/{then}" if then in {action.name for action in possible_actions(resource, record)} else ""


async def _ask_new(
    request: Request,
    resource: Resource,
    in_dialog: bool,
    form: dict[str, str] | None = None,
    error: InvalidInput | Unconfirmed | None = None,
) -> Response:
    prefilled = {} if form is not None else dict(params_of(request))
    if in_dialog and "label" in prefilled:
        prefilled[resource.label] = prefilled.pop("label")
    errors = error.fields if isinstance(error, InvalidInput) else {}
    if in_dialog:
        page = await dialog_page(resource, prefilled, form=form, errors=errors)
    else:
        page = await new_page(resource, prefilled, form=form, errors=errors, guided=_guided(request, resource))
    _say(page, error)
    template = "guanxi/new_dialog.html" if in_dialog else record_template(resource)
    return render(request, template, status=error.status if error is not None else 200, page=page, resource=resource)


def _say(page: FormPage, error: InvalidInput | Unconfirmed | None) -> None:
    if isinstance(error, Unconfirmed):
        page.asked = error
    elif error is not None:
        page.error = error.text


async def _values(
    resource: Resource, form: dict[str, str], *, partial: bool, record: Model | None = None
) -> dict[str, object]:
    """Checked values of a posted form; all errors at once."""
    errors = await _resolved(resource, form)
    try:
        values = parse_form(resource, form, partial=partial, record=record)
    except InvalidInput as error:
        raise InvalidInput({**error.fields, **errors}, error.text) from error
    if errors:
        raise InvalidInput(errors)
    return values


async def _resolved(resource: Resource, form: dict[str, str]) -> dict[str, Text]:
    errors = await resolve_texts(shapes_of(resource).values(), form)
    for lines in resource.lines:
        relations: list[Shape] = [s for s in shapes_of(lines).values() if s.kind == "relation"]
        for index in range(typed_count(lines, form) if relations else 0):
            errors |= await resolve_texts(relations, form, f"{lines.name}-{index}-")
    return errors


async def check(request: Request, resource: Resource) -> Response:
    """Hints for a form as it is filled in now; `?id=` names the record that it changes. A fragment; writes nothing."""
    form = await form_of(request)
    id = number_from(request.query_params.get("id", ""))
    if resource.check is None or (id is None and "id" in request.query_params):
        raise NotFound()
    require_write(resource, "create" if id is None else "update")
    await limit(f"check:{current_actor().id}", _CHECKS_PER_MINUTE)
    if id is not None:
        await get(resource.model, id)
    names = shapes_of(resource).keys() & form.keys()
    values = {name: form[name][:_LONGEST_CHECKED].replace("\x00", "") for name in names}
    return render(request, "guanxi/hints.html", hints=await resource.check(values, id))


async def fill(request: Request, resource: Resource) -> Response:
    """What a choice in a row of the form proposes: texts of inputs by field, as JSON; writes nothing."""
    await limit(f"check:{current_actor().id}", _CHECKS_PER_MINUTE)
    return JSONResponse(await proposals(resource, request.query_params), headers={"Cache-Control": "no-store"})


async def record(request: Request, resource: Resource, id: int) -> Response:
    """The form, and saving it."""
    return await (_show if request.method in _READS else _save)(request, resource, id)


async def deletion(request: Request, resource: Resource, id: int) -> Response:
    """The question, and what a yes to it does."""
    return await (_ask_delete if request.method in _READS else _delete)(request, resource, id)


async def _show(request: Request, resource: Resource, id: int) -> Response:
    query = request.query_params
    page = await form_page(resource, id, shown=query.get("timeline", ""), before=_position(query.get("before", "")))
    return render(request, record_template(resource), page=page, resource=resource)


def _position(text: str) -> Position | None:
    """Pages take what they can."""
    try:
        return read_position(text)
    except InvalidInput:
        return None


async def _save(request: Request, resource: Resource, id: int) -> Response:
    require_write(resource, "update")
    form = await form_of(request)
    record = await get(resource.model, id)
    drop_theirs(resource, form, {n.removeprefix(_PICK): v for n, v in form.items() if n.startswith(_PICK)})
    try:
        revision = revision_of(form)
        values = await _values(resource, form, partial=True, record=record)
        with confirming(form.get(CONFIRMED, "")):
            record = await update(resource.model, id, values, revision=revision)
    except (InvalidInput, Unconfirmed) as error:
        errors = error.fields if isinstance(error, InvalidInput) else {}
        page = await form_page(resource, id, form=form, errors=errors)
        _say(page, error)
        page.revision, page.fingerprints = number_from(form.get("revision", "")) or 0, form.get("_known", "")
        return render(request, record_template(resource), status=error.status, page=page, resource=resource)
    except Stale as error:
        return await _two_versions(request, resource, id, form, error.text)
    return go_to(request, f"{resource.path}/{id}{_next_action(resource, record, form.get(_THEN, ''))}", _("Saved."))


async def _two_versions(request: Request, resource: Resource, id: int, form: dict[str, str], reason: Text) -> Response:
    """Asks which version of each field that differs is to stay. What was typed travels along."""
    now = await read(resource, id)
    rows = await differing(resource, now, form, form.get("_known", ""))
    kept = {n: v for n, v in form.items() if n not in ("_csrf", "revision", "_known") and not n.startswith(_PICK)}
    return render(
        request,
        "guanxi/versions.html",
        status=409,
        resource=resource,
        heading=heading_of(resource, now),
        reason=reason,
        rows=rows,
        kept=kept,
        pick=_PICK,
        revision=now["revision"],
        known=fingerprints(resource, now),
    )


async def _ask_delete(request: Request, resource: Resource, id: int) -> Response:
    require_write(resource, "delete")
    row = await read(resource, id)
    name = heading_of(resource, row)
    return render(request, "guanxi/delete.html", resource=resource, row=row, name=name)


async def _delete(request: Request, resource: Resource, id: int) -> Response:
    require_write(resource, "delete")
    await delete(resource.model, id, revision=revision_of(await form_of(request)))
    return go_to(request, resource.path, _("{name} was deleted.", name=resource.singular))
