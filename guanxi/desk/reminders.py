"""Reminds people once of each to-do whose day has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guanxi import clock
from guanxi.context import today
from guanxi.db import fetch
from guanxi.declare.jobs import Job
from guanxi.desk.notifications import notify
from guanxi.i18n import _

if TYPE_CHECKING:
    from guanxi.jobs import Run


async def remind(run: Run) -> None:
    """In the job's transaction: a to-do is marked as reminded of together with the notification."""
    rows = await fetch(
        "UPDATE guanxi_todo t SET reminded_at = $1 FROM guanxi_user u WHERE u.id = t.assignee_id AND u.active"
        " AND t.done_at IS NULL AND t.reminded_at IS NULL AND t.due_on <= $2 RETURNING t.assignee_id, t.id, t.title",
        clock.now(),
        today(),
    )
    due: dict[int, list[tuple[int, str]]] = {}
    for row in rows:
        due.setdefault(row["assignee_id"], []).append((row["id"], row["title"]))
    for user_id, todos in due.items():
        if len(todos) == 1:
            title, href = _("To do: {title}", title=todos[0][1]), f"/guanxi/todos/{todos[0][0]}"
        else:
            title, href = _("{count} to-dos are due", count=len(todos)), "/guanxi/todos?done_at.null=1&sort=due_on"
        await notify([user_id], "todo", title, href=href, detail="\n".join(text for _id, text in todos)[:500])
    run.set_result({"reminded": len(rows)})


REMIND = Job(name="guanxi.remind", title=_("Remind of to-dos"), run=remind)
