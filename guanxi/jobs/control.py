"""What people do about jobs: run them again, or give them up."""

from __future__ import annotations

from guanxi import clock
from guanxi.context import current_company
from guanxi.db import execute, fetch_row, on_commit, transaction
from guanxi.errors import Conflict, NotFound
from guanxi.i18n import _
from guanxi.jobs.transport import wake
from guanxi.records.audit import audit

RESOURCE = "guanxi/jobs"


async def retry(id: int) -> None:
    """A failed or discarded job gets all its tries again; one that waits for its next try gets it now.

    Raises NotFound, and Conflict where it runs or is done.
    """
    await _change(id, ("waiting", "dead", "discarded"), "waiting", "retry")


async def discard(id: int) -> None:
    """The job does not run any more; a try under way is fenced off.

    Raises NotFound, and Conflict where it is done.
    """
    await _change(id, ("waiting", "running", "dead"), "discarded", "discard")


async def _change(id: int, allowed: tuple[str, ...], state: str, action: str) -> None:
    now = clock.now()
    async with transaction():
        row = await fetch_row("SELECT name, state, tries FROM guanxi_job WHERE id = $1 FOR UPDATE", id)
        if row is None:
            raise NotFound()
        if row["state"] not in allowed:
            raise Conflict(_("A job that is running or done cannot be changed this way."))
        await execute(
            """UPDATE guanxi_job
               SET state = $2, run_at = $3, finished_at = $4, lease = NULL, lease_until = NULL,
                   tries = CASE WHEN $2::varchar = 'waiting' THEN 0 ELSE tries END WHERE id = $1""",
            id,
            state,
            now,
            now if state == "discarded" else None,
        )
        before = {"state": str(row["state"]), "tries": row["tries"]}
        await audit(action, RESOURCE, id, label=row["name"], before=before, after={"state": state})
        if state == "waiting":
            await on_commit(_wake)


async def _wake() -> None:
    wake(current_company().name)
