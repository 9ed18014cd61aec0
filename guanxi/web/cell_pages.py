"""A cell of a list, edited in its place: the input for it, and saving it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import Response

from guanxi.db import transaction
from guanxi.declare.resources import Resource
from guanxi.declare.where import eq
from guanxi.errors import Conflict, Forbidden, InvalidInput, NotFound, Stale
from guanxi.i18n import _
from guanxi.records import ListQuery, get, page, update
from guanxi.records.json_out import dumps
from guanxi.records.rules import require_write
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.undo import last_change
from guanxi.views.amounts import currency_of
from guanxi.views.cells import needed_columns
from guanxi.views.editing import cell_of, is_inline
from guanxi.views.inputs import make_input, small_targets
from guanxi.web.bulk_pages import field_value
from guanxi.web.flash import Flash
from guanxi.web.list_pages import params_of
from guanxi.web.state import form_of, revision_of
from guanxi.web.templating import fragment


async def cell_page(request: Request, resource: Resource, id: int) -> Response:
    """`/{id}/cell?field=…`: GET gives the form, POST saves it and answers in JSON."""
    require_write(resource, "update")
    shape = shapes_of(resource).get(request.query_params.get("field", ""))
    if shape is None:
        raise NotFound()
    if not is_inline(resource, shape):
        raise Forbidden()
    if request.method == "POST":
        return await _save(request, resource, id, shape)
    record = await get(resource.model, id)
    if not resource.editable(record):
        return _refused(request, Conflict(_("In this state the record cannot be changed any more.")))
    row = await _row(resource, id, shape)
    value = make_input(
        shape,
        row.get(shape.name),
        currency=currency_of(shape, row, {}),
        targets=await small_targets([shape]),
    )
    html = fragment(request, "guanxi/cell_form.html", input=value, revision=row["revision"])
    return Response(html, media_type="text/html; charset=utf-8", headers={"Cache-Control": "no-store"})


async def _row(resource: Resource, id: int, shape: Shape) -> dict[str, Any]:
    """Raises NotFound."""
    names = needed_columns(resource, tuple(name for name in (shape.name, resource.list.secondary) if name))
    found = await page(resource, ListQuery(where=eq("id", id), limit=1, columns=names))
    if not found.rows:
        raise NotFound()
    return found.rows[0]


async def _save(request: Request, resource: Resource, id: int, shape: Shape) -> Response:
    form = await form_of(request)
    record = await get(resource.model, id)
    try:
        values = await field_value(resource, shape, form, record)
        async with transaction():
            await update(resource.model, id, values, revision=revision_of(form))
            change = await last_change(resource, id)
    except InvalidInput as error:
        return _answer(422, error=_said(resource, shape, error))
    except Stale as error:
        return await _now(request, resource, id, shape, 409, Flash(str(error), "bad"))
    except Conflict as error:
        return _refused(request, error)
    if change is None:
        return await _now(request, resource, id, shape, 200)
    back = _page_before(request, resource)
    return await _now(request, resource, id, shape, 200, Flash(str(_("Saved.")), "ok", f"/undo/{change}", back))


def _page_before(request: Request, resource: Resource) -> str:
    """The address of the list that the cell is in."""
    try:
        parts = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return resource.path
    return urlunsplit(("", "", parts.path, parts.query, "")) or resource.path


def _said(resource: Resource, shape: Shape, error: InvalidInput) -> str:
    """What is wrong with this field; with others that do not fit to it, by their names."""
    shapes = shapes_of(resource)
    said = [
        str(text) if path == shape.name or path not in shapes else f"{shapes[path].field.label}: {text}"
        for path, text in error.fields.items()
    ]
    return "; ".join(said) or str(error)


async def _now(
    request: Request, resource: Resource, id: int, shape: Shape, status: int, flash: Flash | None = None
) -> Response:
    """The cell as it is by now."""
    row = await _row(resource, id, shape)
    first = request.query_params.get("first") == "1"
    item = await cell_of(resource, shape, row, params_of(request), first=first)
    html = fragment(request, "guanxi/cell.html", item=item, first=first, field=shape.name)
    return _answer(status, html=html, revision=row["revision"], toast=_toast(request, flash) if flash else "")


def _toast(request: Request, flash: Flash) -> str:
    return fragment(request, "guanxi/toast.html", flash=flash)


def _refused(request: Request, error: Conflict) -> Response:
    return _answer(409, error=str(error), toast=_toast(request, Flash(str(error), "bad")))


def _answer(status: int, **data: Any) -> Response:
    return Response(dumps(data), status, {"Cache-Control": "no-store"}, "application/json")
