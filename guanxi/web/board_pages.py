"""The board, and moving its cards: by a form of the menu, or by the script, which asks for JSON."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from guanxi.declare.resources import Resource
from guanxi.declare.where import all_of
from guanxi.errors import GuanxiError, InvalidInput, Unauthenticated
from guanxi.i18n import Text, _
from guanxi.records.moves import Move, Moved, move
from guanxi.records.query import PAGE_OPTIONS, read_list_query, search_condition
from guanxi.records.shape import Shape
from guanxi.views.board import board_by, board_fields, board_of
from guanxi.views.formats import choice_label
from guanxi.views.frame import frame_of, view_href
from guanxi.views.parts import Params, Tab, address
from guanxi.web.flash import go_to
from guanxi.web.list_pages import asked, params_of
from guanxi.web.state import form_of, revision_of, state_of
from guanxi.web.templating import environment, render


async def show_board(request: Request, resource: Resource) -> Response:
    wanted = await asked(request, resource, "board")
    if isinstance(wanted, Response):
        return wanted
    frame = await frame_of(resource, wanted, "board")
    by = board_by(resource, _last(frame.params, "by"))
    board = await board_of(resource, by, frame.where, _filters(frame.params), frame.query.sort)
    rest = frame.without("by")
    choices = [
        Tab(str(shape.field.label), frame.href([*rest, ("by", shape.name)]), shape is by)
        for shape in board_fields(resource)
    ]
    template = resource.templates.get("board", "guanxi/board.html")
    return render(request, template, resource=resource, frame=frame, board=board, choices=choices, view_href=view_href)


def _last(params: Params, name: str) -> str:
    return next((value for key, value in reversed(params) if key == name), "")


def _filters(params: Params) -> Params:
    """Filters, search and order, without what only pages know."""
    return [(n, v) for n, v in params if n not in PAGE_OPTIONS and n not in ("columns", "limit", "after")]


async def move_card(request: Request, resource: Resource, id: int) -> Response:
    """`to`, `by` and `revision` in the form; the board's filters in the address."""
    if "application/json" not in request.headers.get("accept", ""):
        return await _by_form(request, resource, id)
    try:
        return await _by_script(request, resource, id)
    except Unauthenticated:
        raise
    except GuanxiError as error:
        return _json({"toast": str(_parts(request).toast(_reason(error), "bad"))}, error.status)


def _reason(error: GuanxiError) -> str:
    """With what is wrong with the fields: there is no form to mark them in."""
    fields = error.fields.values() if isinstance(error, InvalidInput) else ()
    return " ".join(dict.fromkeys([str(error), *map(str, fields)]))


async def _done(request: Request, resource: Resource, id: int) -> tuple[Shape, Params, Moved | Move]:
    form, params = await form_of(request), params_of(request)
    by = board_by(resource, form.get("by") or _last(params, "by"))
    done = await move(resource, by, id, form.get("to", ""), revision_of(form))
    return by, _filters(params), done


async def _by_form(request: Request, resource: Resource, id: int) -> Response:
    by, params, done = await _done(request, resource, id)
    if isinstance(done, Move):
        return go_to(request, _asking(resource, id, done, by, params))
    here = address(f"{resource.path}/board", [*params, ("by", by.name)])
    return go_to(request, here, _message(by, done))


def _asking(resource: Resource, id: int, asked: Move, by: Shape, params: Params) -> str:
    """The page of the action, which leads back to the board."""
    assert asked.action is not None
    back = address(f"{resource.path}/board", [*params, ("by", by.name)])
    return address(f"{resource.path}/{id}/actions/{asked.action.name}", [("back", back)])


def _message(by: Shape, done: Moved) -> Text:
    if done.outcome is not None and done.outcome.message is not None:
        return done.outcome.message
    return _("Moved to {column}.", column=choice_label(by, getattr(done.record, by.column)))


async def _by_script(request: Request, resource: Resource, id: int) -> Response:
    """The board as it is now, with the toast that tells of the move."""
    by, params, done = await _done(request, resource, id)
    if isinstance(done, Move):
        return _json({"go_to": _asking(resource, id, done, by, params)})
    query = read_list_query(resource, params).query
    where = all_of(query.where, search_condition(resource, query.search))
    board = await board_of(resource, by, where, params, query.sort, also=id)
    card = board.card(id)
    back = done.before if done.outcome is None and card is not None and card.can(done.before) else ""
    parts = _parts(request)
    return _json(
        {
            "board": str(parts.columns(board)),
            "toast": str(parts.toast(_message(by, done), "ok", card, back)),
        }
    )


def _parts(request: Request) -> Any:
    """The macros of the board's pieces."""
    return environment.get_template("guanxi/board_parts.html").make_module({"csrf": state_of(request).csrf})


def _json(data: dict[str, Any], status: int = 200) -> Response:
    return JSONResponse(data, status, {"Cache-Control": "no-store"})
