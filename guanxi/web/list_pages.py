"""Pages of many records: the list, what its search box proposes, its columns and saved views, what relations offer."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from guanxi.declare.resources import Resource
from guanxi.desk.saved_views import Flag, change_view, choose_columns, delete_view, desk_of, save_view
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import Text, _
from guanxi.records import options
from guanxi.records.rules import shown_fields
from guanxi.records.shape import shapes_of
from guanxi.records.values import number_from
from guanxi.views.facets import facet_href, facets
from guanxi.views.filters import NOT_FILTERS
from guanxi.views.frame import PAGES, view_href
from guanxi.views.inputs import resolve_texts
from guanxi.views.lists import list_page
from guanxi.views.parts import Params, address
from guanxi.web.flash import go_to
from guanxi.web.state import form_of, posted
from guanxi.web.templating import render

_NO_STORE = {"Cache-Control": "no-store"}
_MAX_QUERY = 8000


def params_of(request: Request) -> Params:
    return [(name, value) for name, value in request.query_params.multi_items() if value != ""]


async def asked(request: Request, resource: Resource, view: str) -> Params | Response:
    """What the address of a list, board, pivot or calendar asks for, or a redirect to its short form.

    A form sends empty inputs, groups by level, and relations that were typed as text because no script ran.
    """
    given = request.query_params.multi_items()
    wanted = _any_of(_one_group(await _found_texts(resource, params_of(request))))
    if len(wanted) != len(given) and request.method == "GET":
        shown = wanted or ([("view", "0")] if given else [])
        return RedirectResponse(address(f"{resource.path}{PAGES[view]}", shown), 303)
    return wanted


def _one_group(params: Params) -> Params:
    groups = [value for name, value in params if name == "group"]
    rest = [(name, value) for name, value in params if name != "group"]
    return [*rest, ("group", ",".join(dict.fromkeys(groups)))] if len(groups) > 1 else params


def _any_of(params: Params) -> Params:
    """The filter form's "any of these" as an or-group beside those that there are."""
    if ("match", "any") not in params:
        return [(name, value) for name, value in params if name != "match"]
    taken = {name.partition(".")[0] for name, _value in params}
    group = next((f"any{n}" for n in range(1, 10) if f"any{n}" not in taken), "any9")
    return [
        (name if name in NOT_FILTERS or name.startswith("any") else f"{group}.{name}", value)
        for name, value in params
        if name != "match"
    ]


async def _found_texts(resource: Resource, params: Params) -> Params:
    """Filters by relation that were typed as text (`owner.text`), because no script ran, as ids."""
    typed = {n.removesuffix(".text"): v.strip() for n, v in params if n.endswith(".text")}
    was = {n.removesuffix(".was"): v for n, v in params if n.endswith(".was")}
    kept = [(n, v) for n, v in params if not n.endswith((".text", ".was"))]
    form = {f"{n}.text": v for n, v in typed.items()} | {f"{n}.was": was.get(n, "") for n in typed}
    changed = {n for n in {*typed, *was} if typed.get(n, "") != was.get(n, "")}
    await resolve_texts([s for n, s in shapes_of(resource).items() if n in changed], form)
    return [(n, v) for n, v in kept if n not in changed] + [(n, form[n]) for n in sorted(changed) if form.get(n)]


async def show_list(request: Request, resource: Resource) -> Response:
    params = await asked(request, resource, "list")
    if isinstance(params, Response):
        return params
    listed = await list_page(resource, params)
    template = resource.templates.get("list", "guanxi/list.html")
    return render(request, template, page=listed, frame=listed.frame, resource=resource, view_href=view_href)


async def show_options(request: Request, resource: Resource) -> Response:
    found = await options(resource, request.query_params.get("q", "")[:200].replace("\x00", ""), limit=20)
    return JSONResponse(found, headers=_NO_STORE)


async def show_facets(request: Request, resource: Resource) -> Response:
    """For the search box: what its text could mean, each as the address of the page with that filter."""
    text = request.query_params.get("text", "")[:200].replace("\x00", "")
    view = request.query_params.get("on", "list")
    kept = [(n, v) for n, v in params_of(request) if n not in ("text", "on")]
    path = f"{resource.path}{PAGES.get(view, '')}"
    found = [{"label": f.label, "href": facet_href(path, kept, f)} for f in await facets(resource, text)]
    return JSONResponse(found, headers=_NO_STORE)


async def set_columns(request: Request, resource: Resource) -> Response:
    """Keeps the user's columns and shows the list again."""
    form = await posted(request)
    known = {field.name for field in shown_fields(resource)}
    names = [str(name) for name in form.getlist("column") if name in known]
    await choose_columns(resource.key, [] if form.get("reset") else names)
    return go_to(request, f"{resource.path}{_query(str(form.get('query', '')), 'columns')}")


def _query(text: str, *without: str) -> str:
    """A query that a form carried along, as the end of an address."""
    parts = [part for part in text[:_MAX_QUERY].split("&") if part and part.partition("=")[0] not in without]
    return f"?{'&'.join(parts)}" if parts and all(part.isascii() and part.isprintable() for part in parts) else ""


_FLAGS: dict[str, tuple[Flag, bool]] = {
    "pin": ("pinned", True),
    "unpin": ("pinned", False),
    "default": ("is_default", True),
    "no-default": ("is_default", False),
    "share": ("shared", True),
    "unshare": ("shared", False),
}


async def change_views(request: Request, resource: Resource) -> Response:
    """Saves the open list, board, pivot or calendar as a view, or changes a saved one."""
    form = await form_of(request)
    do, view = form.get("do", ""), form.get("kind", "list")
    if do == "save":
        id = await save_view(
            resource.key,
            view,
            form.get("name", ""),
            form.get("query", ""),
            shared=bool(form.get("shared")),
            pinned=bool(form.get("pinned")),
            is_default=bool(form.get("default")),
        )
        return await _opened(request, resource, id, _("The view was saved."))
    id = _id(form.get("id", ""))
    if do == "delete":
        await delete_view(resource.key, id)
        return go_to(request, f"{resource.path}{PAGES.get(view, '')}", _("The view was deleted."))
    if do == "replace":
        kept = next((v for v in (await desk_of(resource.key)).views if v.id == id and v.mine), None)
        if kept is None:
            raise NotFound()
        flags = {"shared": kept.shared, "pinned": kept.pinned, "is_default": kept.is_default}
        await save_view(resource.key, view, kept.name, form.get("query", ""), **flags)
    elif do in _FLAGS:
        await change_view(resource.key, id, *_FLAGS[do])
    else:
        raise InvalidInput(message=_("The form is not complete. Reload the page and try again."))
    return await _opened(request, resource, id, _("The view was changed."))


def _id(text: str) -> int:
    id = number_from(text)
    if id is None:
        raise NotFound()
    return id


async def _opened(request: Request, resource: Resource, id: int, message: Text) -> Response:
    view = next((v for v in (await desk_of(resource.key)).views if v.id == id), None)
    return go_to(request, view_href(resource, view) if view is not None else resource.path, message)
