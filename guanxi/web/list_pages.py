"""Pages of many records: the list, and what relations offer."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from guanxi.declare.resources import Resource
from guanxi.errors import InvalidInput
from guanxi.records import options
from guanxi.records.shape import shapes_of
from guanxi.views.inputs import resolve_texts
from guanxi.views.lists import Params, address, list_page
from guanxi.web.templating import render


def params_of(request: Request) -> Params:
    return [(name, value) for name, value in request.query_params.multi_items() if value != ""]


async def show_list(request: Request, resource: Resource) -> Response:
    given = request.query_params.multi_items()
    wanted = await _found_texts(resource, params_of(request))
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


async def show_options(request: Request, resource: Resource) -> Response:
    found = await options(resource, request.query_params.get("q", "")[:200].replace("\x00", ""), limit=20)
    return JSONResponse(found, headers={"Cache-Control": "no-store"})
