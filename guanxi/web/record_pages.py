"""Pages of one record: the empty form, the form, saving and deleting."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.context import require
from guanxi.declare.access import Permission
from guanxi.declare.resources import Resource
from guanxi.errors import Forbidden, InvalidInput, Stale
from guanxi.i18n import Text, _
from guanxi.records import create, delete, get, read, update
from guanxi.records.input import parse_form
from guanxi.records.shape import Shape, shapes_of
from guanxi.views.forms import form_page, new_page
from guanxi.views.inputs import resolve_texts
from guanxi.views.versions import compare
from guanxi.web.flash import go_to
from guanxi.web.list_pages import params_of
from guanxi.web.once import once
from guanxi.web.state import form_of
from guanxi.web.templating import render

_READS = ("GET", "HEAD")
_MAX_DIGITS = 18


def may_write(permission: Permission | None) -> None:
    if permission is None:
        raise Forbidden()
    require(permission)


async def new_record(request: Request, resource: Resource) -> Response:
    may_write(resource.create)
    if request.method in _READS:
        page = await new_page(resource, dict(params_of(request)))
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


async def record(request: Request, resource: Resource, id: int) -> Response:
    """The form, and saving it."""
    return await (_show if request.method in _READS else _save)(request, resource, id)


async def deletion(request: Request, resource: Resource, id: int) -> Response:
    """The question, and what a yes to it does."""
    return await (_ask_delete if request.method in _READS else _delete)(request, resource, id)


async def _show(request: Request, resource: Resource, id: int) -> Response:
    page = await form_page(resource, id)
    return render(request, "guanxi/form.html", page=page, resource=resource)


async def _save(request: Request, resource: Resource, id: int) -> Response:
    may_write(resource.update)
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
    may_write(resource.delete)
    row = await read(resource, id)
    name = str(row.get(resource.label) or f"#{id}")
    return render(request, "guanxi/delete.html", resource=resource, row=row, name=name)


async def _delete(request: Request, resource: Resource, id: int) -> Response:
    may_write(resource.delete)
    await delete(resource.model, id, revision=_revision(await form_of(request)))
    return go_to(request, resource.path, _("{name} was deleted.", name=resource.singular))
