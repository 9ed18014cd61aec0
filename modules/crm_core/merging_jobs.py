"""What happens by itself around merges."""

from __future__ import annotations

from crm_core import merging, merging_rows
from guanxi import Job, Run, _, clock, execute, fetch, fetch_row, transaction

_STANDING = "SELECT id, loser_id FROM crm_core_merge WHERE kept AND undone_at IS NULL ORDER BY id"
_ONE = "SELECT id, loser_id, survivor_id FROM crm_core_merge WHERE id = $1 AND kept AND undone_at IS NULL FOR UPDATE"


async def follow() -> int:
    """Moves what came to merged customers since, from programs that know their old ids; to how many of them it came.

    One statement for each table says which customers these are, however many merges there are.
    """
    merges = {row["loser_id"]: row["id"] for row in await fetch(_STANDING)}
    found: set[int] = set()
    for follower in merging_rows.followers():
        found |= await merging_rows.left_behind(follower, list(merges))
    ids = sorted(merges[loser_id] for loser_id in found)
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
