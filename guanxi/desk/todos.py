"""To-dos: what a user is to do by a day, on a record or by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from guanxi import clock
from guanxi.context import current_actor, elevated, today
from guanxi.db import fetch, fetch_value, transaction
from guanxi.desk.models import Todo
from guanxi.desk.reach import reach
from guanxi.errors import NotFound
from guanxi.records import AuditItem, audit, audit_many, create, labels_of, lock, update

_OPEN = """
SELECT t.id, t.title, t.due_on, t.assignee_id, u.name AS assignee, t.resource, t.record_id
FROM guanxi_todo t JOIN guanxi_user u ON u.id = t.assignee_id
WHERE t.done_at IS NULL AND {which}
ORDER BY t.due_on NULLS LAST, t.id LIMIT {limit}
"""


@dataclass(frozen=True, slots=True)
class OpenTodo:
    id: int
    title: str
    due_on: date | None
    overdue: bool
    today: bool
    assignee_id: int
    assignee: str
    href: str
    """the record it is on, where the reader may see that, else the to-do's own page"""
    record: str
    """what the record is called; empty where there is none to see"""


async def open_todos(user_id: int | None = None, *, until: date | None = None, limit: int = 20) -> list[OpenTodo]:
    """Open ones of a user (None: the current one), soonest first, those without a day last.

    `until`: only those due by then; today for what is due and overdue.
    """
    which = "t.assignee_id = $1 AND ($2::date IS NULL OR t.due_on <= $2)"
    rows = await fetch(_OPEN.format(which=which, limit="$3"), user_id or current_actor().id, until, limit)
    return await _shown(rows)


async def todos_of(key: str, record_id: int, *, limit: int = 50) -> list[OpenTodo]:
    """Everybody's open ones on a record that the caller has already been allowed to read."""
    which = "t.resource = $1 AND t.record_id = $2"
    return await _shown(await fetch(_OPEN.format(which=which, limit="$3"), key, record_id, limit))


async def _shown(rows: list[Any]) -> list[OpenTodo]:
    day = today()
    names = await labels_of((row["resource"], row["record_id"]) for row in rows if row["record_id"] is not None)
    made = []
    for row in rows:
        key, due = (row["resource"], row["record_id"]), row["due_on"]
        href = f"/{key[0]}/{key[1]}" if key in names else f"/guanxi/todos/{row['id']}"
        late, due_now = due is not None and due < day, due == day
        shown = (row["id"], row["title"], due, late, due_now, row["assignee_id"], row["assignee"])
        made.append(OpenTodo(*shown, href, names.get(key, "")))
    return made


async def add_todo(
    title: str, *, due_on: date | None = None, assignee_id: int | None = None, resource: str = "", record_id: int = 0
) -> Todo:
    """For the current user where no assignee is given. Raises InvalidInput by field."""
    values = {"title": title, "due_on": due_on, "assignee": assignee_id or current_actor().id}
    if resource:
        values |= {"resource": resource, "record_id": record_id}
    return await create(Todo, values)


async def finish_todo(id: int) -> Todo:
    """Ticks it off; done already, it stays as it is. Raises NotFound."""
    return await _set_done(id, True)


async def reopen_todo(id: int) -> Todo:
    return await _set_done(id, False)


async def _set_done(id: int, done: bool) -> Todo:
    async with transaction():
        todo = await _within_reach(id)
        if (todo.done_at is not None) == done:
            return todo
        with elevated():
            changed = await update(Todo, id, {"done_at": clock.now() if done else None})
        await note_on_record("todo.done" if done else "todo.reopen", changed)
    return changed


async def _within_reach(id: int) -> Todo:
    """One's own, or one on a record that one may see: its work is shared. Locked until the transaction ends."""
    try:
        return await lock(Todo, id)
    except NotFound:
        with elevated():
            todo = await lock(Todo, id)
        await reach(todo.resource, todo.record_id or 0)
        return todo


async def note_on_record(action: str, todo: Todo) -> None:
    """A line in the history of the record that the to-do is on."""
    if todo.record_id is not None:
        after = {"todo": todo.id, "title": todo.title}
        await audit(action, todo.resource, todo.record_id, label=todo.title, after=after)


async def hand_over_todos(giver: int, taker: int) -> int:
    """All open ones of a user to another, in the caller's transaction; returns how many."""
    rows = await fetch(
        "UPDATE guanxi_todo SET assignee_id = $2, revision = revision + 1, updated_at = $3"
        " WHERE assignee_id = $1 AND done_at IS NULL RETURNING id, title",
        giver,
        taker,
        clock.now(),
    )
    entries = [AuditItem(row["id"], row["title"], {"assignee_id": giver}, {"assignee_id": taker}) for row in rows]
    await audit_many("update", "guanxi/todos", entries)
    return len(rows)


async def count_open_todos(user_id: int) -> int:
    """How many `hand_over_todos` would take."""
    sql = "SELECT count(*) FROM guanxi_todo WHERE assignee_id = $1 AND done_at IS NULL"
    return int(await fetch_value(sql, user_id))
