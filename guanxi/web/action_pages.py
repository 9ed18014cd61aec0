"""Actions and documents of records."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import isawaitable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.csrf import safe_next
from guanxi.context import confirming, require
from guanxi.declare.resources import Action, Outcome, Resource
from guanxi.documents.serving import print_document
from guanxi.errors import Conflict, InvalidInput, MethodNotAllowed, NotFound, Stale, Unconfirmed
from guanxi.i18n import Text, _, current_locale
from guanxi.records import get, read
from guanxi.records.actions import find_action, run_action
from guanxi.records.input import parse_form_fields
from guanxi.records.shape import input_shape
from guanxi.records.values import number_from
from guanxi.views.forms import heading_of
from guanxi.views.inputs import field_inputs, resolve_texts
from guanxi.views.permissions import permission_matrix
from guanxi.web.downloads import inline
from guanxi.web.flash import go_to
from guanxi.web.once import once
from guanxi.web.state import CONFIRMED, form_of, posted
from guanxi.web.templating import render

LANGUAGES = ("en", "zh_CN", "both")


async def action_page(request: Request, resource: Resource, name: str, id: int | None) -> Response:
    """GET asks, for what the action needs or just to confirm; POST does it. `?back=`: where it leads in the end.

    `?revision=`: of the record as it was shown before, for an action that is for it `as_seen`.
    """
    action = find_action(resource, name, "list" if id is None else "record")
    require(action.permission)
    if request.method in ("GET", "HEAD"):
        if id is not None and not action.when(await get(resource.model, id)):
            raise Conflict(_("This is not possible in the record's present state."))
        return await _ask(request, resource, action, id)
    if request.method != "POST":
        raise MethodNotAllowed()
    form = await form_of(request)
    if "permissions" in {field.name for field in action.fields}:
        chosen = (await posted(request)).getlist("permission")
        form.setdefault("permissions", "\n".join(str(item) for item in chosen))
    record = await get(resource.model, id) if id is not None else None

    async def act() -> Response:
        errors = await resolve_texts([input_shape(field) for field in action.fields], form)
        values = parse_form_fields(action.fields, form, record=record)
        if errors:
            raise InvalidInput(errors)
        with confirming(form.get(CONFIRMED, "")):
            seen = number_from(form.get("revision", "")) if action.as_seen else None
            return _done(request, resource, id, await run_action(resource, action, id, values, revision=seen))

    try:
        return await once(form, resource.path if id is None else f"{resource.path}/{id}", act)
    except (InvalidInput, Conflict) as error:
        return await _ask(request, resource, action, id, form, error)


def _done(request: Request, resource: Resource, id: int | None, outcome: Outcome) -> Response:
    here = _back(request, resource, id)
    target = safe_next(outcome.go_to, here) if outcome.go_to else here
    if outcome.copied or (outcome.data and outcome.message is not None and outcome.go_to is None):
        # Said once, and in no cookie: it may hold a key or a link.
        return render(
            request,
            "guanxi/outcome.html",
            resource=resource,
            message=outcome.message,
            copied=outcome.copied,
            href=target,
        )
    return go_to(request, target, outcome.message or _("Done."))


def _back(request: Request, resource: Resource, id: int | None) -> str:
    here = resource.path if id is None else f"{resource.path}/{id}"
    return safe_next(request.query_params.get("back", ""), here)


async def _ask(
    request: Request,
    resource: Resource,
    action: Action,
    id: int | None,
    form: dict[str, str] | None = None,
    error: InvalidInput | Conflict | None = None,
) -> Response:
    row = await read(resource, id) if id is not None else {}
    start = await _start(resource, action, id) if action.start is not None and id is not None else None
    errors: dict[str, Text] = error.fields if isinstance(error, InvalidInput) else {}
    inputs = await field_inputs(action.fields, values=start, form=form, errors=errors, record=row)
    matrix = None
    if any(item.name == "permissions" for item in inputs):
        inputs = [item for item in inputs if item.name != "permissions"]
        matrix = permission_matrix((form or {}).get("permissions", "").split() or row.get("permissions") or [])
    shown = (form or request.query_params).get("revision", "") if not isinstance(error, Stale) else ""
    record_href = None if id is None else f"{resource.path}/{id}"
    return render(
        request,
        "guanxi/action.html",
        status=200 if error is None else error.status,
        resource=resource,
        action=action,
        name=heading_of(resource, row) if row else "",
        inputs=inputs,
        matrix=matrix,
        error=error,
        asked=error if isinstance(error, Unconfirmed) else None,
        record_href=record_href,
        revision=(number_from(shown) or row["revision"]) if action.as_seen else None,
        back=_back(request, resource, id),
    )


async def _start(resource: Resource, action: Action, id: int) -> Mapping[str, Any]:
    assert action.start is not None
    found = action.start(await get(resource.model, id))
    return await found if isawaitable(found) else found


async def document(request: Request, resource: Resource, name: str, id: int) -> Response:
    """The PDF in the language asked for, else the user's."""
    declared = next((item for item in resource.documents if item.name == name), None)
    if declared is None:
        raise NotFound()
    record = await get(resource.model, id)
    if not declared.when(record):
        raise NotFound()
    language = request.query_params.get("language") or current_locale()
    if language not in LANGUAGES:
        raise InvalidInput({"language": _("This is none of the choices.")})
    pdf = await print_document(declared, record, language)
    row = await read(resource, id)
    filename = f"{row.get(resource.label) or id}-{name}.pdf"
    headers = {
        "Content-Disposition": inline(filename),
        "Cache-Control": "no-store",
    }
    return Response(pdf, media_type="application/pdf", headers=headers)
