"""The pages that every resource has: list, form, actions, documents, files, export."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from guanxi import clock
from guanxi.context import Company, require
from guanxi.declare.access import Permission
from guanxi.declare.resources import Resource
from guanxi.errors import Forbidden, InvalidInput, MethodNotAllowed, NotFound, Stale
from guanxi.i18n import Text, _
from guanxi.records import create, delete, get, options, read, update
from guanxi.records.csv_out import csv_chunks
from guanxi.records.input import parse_form
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.forms import form_page, new_page
from guanxi.views.inputs import resolve_texts
from guanxi.views.lists import Params, address, export, list_page
from guanxi.views.versions import compare
from guanxi.web.action_pages import action_page, document
from guanxi.web.file_pages import attach
from guanxi.web.flash import go_to
from guanxi.web.import_pages import import_page
from guanxi.web.once import once
from guanxi.web.state import form_of, state_of
from guanxi.web.templating import render

_MAX_DIGITS = 18
_GET = ("GET", "HEAD")
Handler = Callable[[Request, Resource], Awaitable[Response]]


async def answer_resource(request: Request, company: Company, path: str) -> Response:
    """Raises NotFound where no resource of an enabled add-on answers to `path`."""
    parts = path.strip("/").split("/")
    resource = company.catalog.resources.get("/".join(parts[:2]))
    if resource is None or len(parts) > 5:
        raise NotFound()
    require(resource.read)
    rest = parts[2:]
    if not rest:
        return await _run(request, resource, "list", _list, "GET")
    if len(rest) == 1 and rest[0] in _COLLECTION:
        handler, methods = _COLLECTION[rest[0]]
        return await _run(request, resource, rest[0], handler, *methods)
    if len(rest) == 2 and rest[0] == "actions":
        state_of(request).route = "action"
        return await action_page(request, resource, rest[1], None)
    return await _record(request, resource, _id(rest[0]), rest[1:])


async def _run(request: Request, resource: Resource, route: str, handler: Handler, *methods: str) -> Response:
    state_of(request).route = route
    if ("GET" if request.method in _GET else request.method) not in methods:
        raise MethodNotAllowed()
    return await handler(request, resource)


def _id(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _MAX_DIGITS:
        raise NotFound()
    return int(text)


async def _record(request: Request, resource: Resource, id: int, rest: list[str]) -> Response:
    state_of(request).route = rest[0] if rest and rest[0] in ("delete", "files", "actions", "documents") else "form"
    reads = request.method in _GET
    if not reads and request.method != "POST":
        raise MethodNotAllowed()
    match rest:
        case []:
            return await _show(request, resource, id) if reads else await _save(request, resource, id)
        case ["delete"]:
            return await _ask_delete(request, resource, id) if reads else await _delete(request, resource, id)
        case ["actions", name]:
            return await action_page(request, resource, name, id)
        case ["documents", name] if reads:
            return await document(request, resource, name, id)
        case ["files"] if not reads:
            return await attach(request, resource, id)
    raise NotFound()


def _params(request: Request) -> Params:
    return [(name, value) for name, value in request.query_params.multi_items() if value != ""]


async def _list(request: Request, resource: Resource) -> Response:
    given = request.query_params.multi_items()
    wanted = await _found_texts(resource, _params(request))
    if len(wanted) != len(given) and request.method == "GET":
        return RedirectResponse(address(resource.path, wanted), 303)
    try:
        listed = await list_page(resource, wanted)
    except InvalidInput as error:
        return render(request, "guanxi/bad_query.html", status=422, resource=resource, error=error)
    return render(request, "guanxi/list.html", page=listed, resource=resource)


async def _found_texts(resource: Resource, params: Params) -> Params:
    """Filters by relation that were typed as text (`owner.text`), because no script ran, as ids."""
    typed = {n.removesuffix(".text"): v.strip() for n, v in params if n.endswith(".text")}
    was = {n.removesuffix(".was"): v for n, v in params if n.endswith(".was")}
    kept = [(n, v) for n, v in params if not n.endswith((".text", ".was"))]
    form = {f"{n}.text": v for n, v in typed.items()} | {f"{n}.was": was.get(n, "") for n in typed}
    changed = {n for n in {*typed, *was} if typed.get(n, "") != was.get(n, "")}
    await resolve_texts([s for n, s in shapes_of(resource).items() if n in changed], form)
    return [(n, v) for n, v in kept if n not in changed] + [(n, form[n]) for n in sorted(changed) if form.get(n)]


async def _options(request: Request, resource: Resource) -> Response:
    found = await options(resource, request.query_params.get("q", "")[:200].replace("\x00", ""), limit=20)
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


async def _export(request: Request, resource: Resource) -> Response:
    rows = await export(resource, _params(request))
    name = f"{resource.name}-{clock.now():%Y%m%d-%H%M}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(csv_chunks(rows), media_type="text/csv; charset=utf-8", headers=headers)


def _may_write(permission: Permission | None) -> None:
    if permission is None:
        raise Forbidden()
    require(permission)


async def _new(request: Request, resource: Resource) -> Response:
    _may_write(resource.create)
    if request.method in _GET:
        page = await new_page(resource, dict(_params(request)))
        return render(request, "guanxi/form.html", page=page, resource=resource)
    form = await form_of(request)

    async def make() -> Response:
        record = await create(resource.model, await _values(resource, form, partial=False))
        return go_to(request, f"{resource.path}/{record.id}", _("{name} was created.", name=resource.singular))

    try:
        return await once(form, resource.path, make)
    except InvalidInput as error:
        page = await new_page(resource, {}, form=form, errors=error.fields)
        page.error = error.text
        return render(request, "guanxi/form.html", status=422, page=page, resource=resource)


async def _values(
    resource: Resource, form: dict[str, str], *, partial: bool, currency: str | None = None
) -> dict[str, object]:
    """Checked values of a posted form; all errors at once."""
    errors = await _resolved(resource, form)
    try:
        values = parse_form(resource, form, partial=partial, currency=currency)
    except InvalidInput as error:
        raise InvalidInput({**error.fields, **errors}, error.text) from error
    if errors:
        raise InvalidInput(errors)
    return values


async def _resolved(resource: Resource, form: dict[str, str]) -> dict[str, Text]:
    errors = await resolve_texts(shapes_of(resource).values(), form)
    for lines in resource.lines:
        relations: list[Shape] = [s for s in shapes_of(lines).values() if s.kind == "relation"]
        count = form.get(f"{lines.name}-count", "0")
        if relations and count.isascii() and count.isdigit() and len(count) < 5:
            for index in range(min(int(count), lines.maximum)):
                errors |= await resolve_texts(relations, form, f"{lines.name}-{index}-")
    return errors


async def _show(request: Request, resource: Resource, id: int) -> Response:
    page = await form_page(resource, id)
    return render(request, "guanxi/form.html", page=page, resource=resource)


async def _save(request: Request, resource: Resource, id: int) -> Response:
    _may_write(resource.update)
    form = await form_of(request)
    record = await get(resource.model, id)
    try:
        revision = _revision(form)
        currency = getattr(record, "currency", None)
        values = await _values(resource, form, partial=True, currency=currency)
        await update(resource.model, id, values, revision=revision)
    except InvalidInput as error:
        page = await form_page(resource, id, form=form, errors=error.fields)
        page.error, page.revision = error.text, int(form["revision"]) if form.get("revision", "").isdigit() else 0
        return render(request, "guanxi/form.html", status=422, page=page, resource=resource)
    except Stale as error:
        page = await form_page(resource, id, form=form)
        page.error = error.text
        rows = compare(resource, await read(resource, id), form)
        return render(request, "guanxi/form.html", status=409, page=page, resource=resource, versions=rows)
    return go_to(request, f"{resource.path}/{id}", _("Saved."))


def _revision(form: dict[str, str]) -> int:
    text = form.get("revision", "")
    if not text.isascii() or not text.isdigit() or len(text) > _MAX_DIGITS:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    return int(text)


async def _ask_delete(request: Request, resource: Resource, id: int) -> Response:
    _may_write(resource.delete)
    row = await read(resource, id)
    name = str(row.get(resource.label) or f"#{id}")
    return render(request, "guanxi/delete.html", resource=resource, row=row, name=name)


async def _delete(request: Request, resource: Resource, id: int) -> Response:
    _may_write(resource.delete)
    await delete(resource.model, id, revision=_revision(await form_of(request)))
    return go_to(request, resource.path, _("{name} was deleted.", name=resource.singular))


_COLLECTION: dict[str, tuple[Handler, tuple[str, ...]]] = {
    "new": (_new, ("GET", "POST")),
    "options": (_options, ("GET",)),
    "export": (_export, ("GET",)),
    "import": (import_page, ("GET", "POST")),
}
