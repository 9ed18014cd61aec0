"""Notes and to-dos on records' pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guanxi.auth.csrf import safe_next
from guanxi.declare.fields import Field, Kind
from guanxi.declare.resources import Resource
from guanxi.desk.models import Todo
from guanxi.desk.notes import TEXT, add_note, delete_note
from guanxi.desk.reach import within_reach
from guanxi.desk.todos import add_todo, finish_todo, reopen_todo
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import Text, _, listed
from guanxi.records import get
from guanxi.records.input import parse_form_fields
from guanxi.records.shape import input_shape
from guanxi.records.values import ID_LIMIT
from guanxi.views.forms import form_page
from guanxi.views.inputs import resolve_texts
from guanxi.web.flash import go_to
from guanxi.web.once import once
from guanxi.web.record_pages import record_template
from guanxi.web.state import form_of
from guanxi.web.templating import render

_TODO = (
    Field("title", _("To-do"), kind=Kind.TEXT, required=True, max_length=200),
    Field("due_on", _("Due on"), kind=Kind.DATE, required=False),
    Field("assignee", _("Assigned to"), kind=Kind.RELATION, to="guanxi/users", required=False),
)
_OWN_PAGE = "/guanxi/todos"


async def write_note(request: Request, resource: Resource, id: int) -> Response:
    """Whoever may read the record may write a note."""
    await get(resource.model, id)
    form = await form_of(request)
    page = f"{resource.path}/{id}#timeline"

    async def write() -> Response:
        values = parse_form_fields((TEXT,), form)
        note = await add_note(resource.key, id, values["text"])
        if note.blind:
            names = listed(note.blind)
            message = _("The note was saved. Not told, since they may not see this record: {names}", names=names)
            return go_to(request, page, message, tone="warn")
        return go_to(request, page, _("The note was saved."))

    try:
        return await once(form, page, write)
    except InvalidInput as error:
        return await _again(request, resource, id, "note", form, error)


async def _again(
    request: Request, resource: Resource, id: int, kind: str, form: dict[str, str], error: InvalidInput
) -> Response:
    """The record's page with what was typed. `kind` is note or todo."""
    page = await form_page(resource, id)
    page.error = error.text
    typed = {"kind": kind, "values": form, "errors": error.fields}
    return render(request, record_template(resource), status=422, page=page, resource=resource, desk=typed)


async def note_deletion(request: Request) -> Response:
    path = await delete_note(_id(request))
    return go_to(request, f"{path}#timeline", _("The note was deleted."))


async def new_todo(request: Request, resource: Resource, id: int) -> Response:
    await get(resource.model, id)
    form = await form_of(request)
    page = f"{resource.path}/{id}"

    async def write() -> Response:
        errors = await resolve_texts([input_shape(field) for field in _TODO], form)
        values = parse_form_fields(_TODO, form)
        if errors:
            raise InvalidInput(errors)
        await add_todo(
            values["title"],
            due_on=values["due_on"],
            assignee_id=values["assignee"],
            resource=resource.key,
            record_id=id,
        )
        return go_to(request, f"{page}#todos", _("The to-do was added."))

    try:
        return await once(form, page, write)
    except InvalidInput as error:
        return await _again(request, resource, id, "todo", form, error)


async def todo_done(request: Request) -> Response:
    todo = await finish_todo(_id(request))
    undo = f"/todos/{todo.id}/reopen"
    return await _back(request, todo, _("Done: {title}", title=todo.title), undo)


async def todo_reopening(request: Request) -> Response:
    todo = await reopen_todo(_id(request))
    return await _back(request, todo, _("Open again: {title}", title=todo.title))


async def _back(request: Request, todo: Todo, message: Text, undo: str = "") -> Response:
    """To the page that the button was on."""
    own = _OWN_PAGE
    if todo.record_id is not None and await within_reach(todo.resource, todo.record_id):
        own = f"/{todo.resource}/{todo.record_id}"
    path = safe_next((await form_of(request)).get("next"), own)
    return go_to(request, path, message, undo=undo)


def _id(request: Request) -> int:
    id: int = request.path_params["id"]
    if id > ID_LIMIT:
        raise NotFound()
    return id
