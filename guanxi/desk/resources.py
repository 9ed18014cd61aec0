"""To-dos as a resource: list, board, calendar and API from one declaration."""

from __future__ import annotations

from typing import Any

from guanxi.context import current_actor, today
from guanxi.db import fetch_value
from guanxi.declare.access import SIGNED_IN
from guanxi.declare.extensions import ExtensionPoint, Figure, Panel, PanelData
from guanxi.declare.fields import Field, Kind
from guanxi.declare.labels import Tone
from guanxi.declare.resources import Action, Change, FormView, ListView, Outcome, Resource, Section
from guanxi.declare.where import Condition, any_of, eq
from guanxi.desk.models import Todo
from guanxi.desk.notifications import notify
from guanxi.desk.reach import label_of, reach, who_may_see
from guanxi.desk.todos import finish_todo, note_on_record, reopen_todo
from guanxi.errors import Forbidden, GuanxiError, InvalidInput, NotFound
from guanxi.i18n import _
from guanxi.records import get

TODO_PANELS = ExtensionPoint[Panel]("guanxi.todo_panels")
_NO_RECORD = _("There is no such record.")


def own_todos() -> Condition:
    """What one is to do, and what one asked others to do."""
    actor = current_actor()
    return any_of(eq("assignee", actor.id), eq("created_by_id", actor.id))


async def _prepare(change: Change) -> None:
    values = change.values
    if change.before is None and values.get("assignee_id") is None:
        values["assignee_id"] = current_actor().id
    if change.before is not None and "due_on" in values:
        values["reminded_at"] = None
    if {"resource", "record_id", "assignee_id"} & values.keys():
        await _check_reach(change)


async def _check_reach(change: Change) -> None:
    """The record is one that the author may see, and the assignee too."""
    key, record_id, assignee = change.now("resource") or "", change.now("record_id"), change.now("assignee_id")
    if bool(key) != (record_id is not None):
        raise InvalidInput({"record_id": _("A record is named by its kind and its number.")})
    active = await fetch_value("SELECT name FROM guanxi_user WHERE id = $1 AND active", assignee)
    if active is None:
        raise InvalidInput({"assignee": _("There is no such active user.")})
    if not key:
        return
    try:
        resource = await reach(key, record_id)
    except GuanxiError as error:
        raise InvalidInput({"record_id": _NO_RECORD}) from error
    if assignee != current_actor().id and assignee not in await who_may_see([assignee], resource, record_id):
        raise InvalidInput({"assignee": _("{name} may not see this record.", name=active)})


async def _written(change: Change, todo: Todo) -> None:
    if change.before is None:
        await note_on_record("todo.add", todo)
    given = change.before is None or "assignee_id" in change.values
    if given and todo.done_at is None and todo.assignee_id != current_actor().id:
        title = _("{name} gave you a to-do: {title}", name=current_actor().name, title=todo.title)
        await notify([todo.assignee_id], "todo", title, href=f"/guanxi/todos/{todo.id}")


async def _done(todo: Any, values: dict[str, Any]) -> Outcome:
    await finish_todo(todo.id)
    return Outcome(message=_("Done: {title}", title=todo.title))


async def _reopen(todo: Any, values: dict[str, Any]) -> Outcome:
    await reopen_todo(todo.id)
    return Outcome(message=_("Open again: {title}", title=todo.title))


async def _about(id: int) -> PanelData:
    """Leads to the record that the to-do is on."""
    todo = await get(Todo, id)
    figures = []
    if todo.due_on is not None and todo.done_at is None and todo.due_on < today():
        figures.append(Figure(_("State"), str(_("Overdue")), Tone.BAD))
    if todo.record_id is not None:
        try:
            resource = await reach(todo.resource, todo.record_id)
        except (NotFound, Forbidden):
            return PanelData(figures)
        label = await label_of(resource, todo.record_id)
        figures.append(Figure(resource.singular, label, href=f"{resource.path}/{todo.record_id}"))
    return PanelData(figures)


ABOUT = Panel(name="about", title=_("About"), access=SIGNED_IN, load=_about)

TODOS = Resource(
    name="todos",
    model=Todo,
    title=_("To-dos"),
    singular=_("To-do"),
    label="title",
    fields=(
        Field("title", _("Title"), search=True, sort=True),
        Field("due_on", _("Due on"), filter=True, sort=True),
        Field("assignee", _("Assigned to"), to="guanxi/users", filter=True, default=lambda: current_actor().id),
        Field("done_at", _("Done at"), readonly=True, filter=True),
        Field("resource", _("Kind of record"), required=False, fixed=True, filter=True),
        Field("record_id", _("Record"), kind=Kind.INTEGER, required=False, fixed=True, filter=True, minimum=1),
    ),
    list=ListView(columns=("title", "due_on", "assignee", "done_at"), sort="due_on"),
    form=FormView(sections=(Section(fields=("title", "due_on", "assignee", "done_at")),)),
    read=SIGNED_IN,
    create=SIGNED_IN,
    update=SIGNED_IN,
    delete=SIGNED_IN,
    scope=own_todos,
    calendar="due_on",
    panels=TODO_PANELS,
    prepare=_prepare,
    written=_written,
    actions=(
        Action(
            name="done",
            label=_("Done", "to-do"),
            permission=SIGNED_IN,
            run=_done,
            when=lambda todo: todo.done_at is None,
            primary=True,
        ),
        Action(
            name="reopen",
            label=_("Open again"),
            permission=SIGNED_IN,
            run=_reopen,
            when=lambda todo: todo.done_at is not None,
        ),
    ),
)
