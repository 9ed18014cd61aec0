"""What happens by itself around merges."""

from __future__ import annotations

from crm_core import merging
from guanxi import Job, Run, _, clock, execute, fetch, fetch_row, transaction

_STANDING = "SELECT id FROM crm_core_merge WHERE kept AND undone_at IS NULL ORDER BY id"
_ONE = "SELECT id, loser_id, survivor_id FROM crm_core_merge WHERE id = $1 AND kept AND undone_at IS NULL FOR UPDATE"


async def follow() -> int:
    """Moves what came to merged customers since, from programs that know their old ids; how many merges there are."""
    ids = [row["id"] for row in await fetch(_STANDING)]
    for id in ids:
        async with transaction():
            merge = await fetch_row(_ONE, id)
            if merge is not None:
                await merging.locked(merge["survivor_id"], merge["loser_id"])
                await merging.carry(id, merge["loser_id"], merge["survivor_id"])
    return len(ids)


async def forget() -> None:
    """The data for undoing, once its days are over."""
    await execute(
        "DELETE FROM crm_core_merge_moved WHERE merge_id IN (SELECT id FROM crm_core_merge WHERE kept AND until <= $1)",
        clock.now(),
    )
    await execute("UPDATE crm_core_merge SET kept = false WHERE kept AND until <= $1", clock.now())


async def _follow(run: Run) -> None:
    run.set_result({"merges": await follow()})


async def _forget(run: Run) -> None:
    await forget()


FOLLOW_MERGES = Job(name="crm_core.follow_merges", title=_("Move what came to merged customers"), run=_follow)
FORGET_MERGES = Job(name="crm_core.forget_merges", title=_("Forget how old merges are undone"), run=_forget)
