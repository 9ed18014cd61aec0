"""What happens by itself: points and holds that are over, and members' tiers that are reviewed."""

from __future__ import annotations

from crm_loyalty import ledger
from crm_loyalty.codes import forget_codes
from guanxi import Job, Run, _

ACCOUNTS_AT_ONCE = 1000
MEMBERS_AT_ONCE = 200


async def _expire(run: Run) -> None:
    """Account after account in batches; a lot that was expired has nothing left to expire again."""
    after, expired = int(run.cursor or 0), 0
    while True:
        async with run.step() as step:
            batch = await ledger.expire(after, ACCOUNTS_AT_ONCE)
            if batch["last_id"] is not None:
                after = batch["last_id"]
                step.cursor = after
                step.done += batch["accounts"]
        expired += batch["expired"]
        if batch["last_id"] is None:
            run.set_result({"points": expired})
            return


async def _close_holds(run: Run) -> None:
    await forget_codes()
    closed = await ledger.close_holds(ACCOUNTS_AT_ONCE)
    run.set_result({"accounts": closed["accounts"]})


async def _review(run: Run) -> None:
    """What is due: given tiers that end and reviews. Done once, neither is due any more."""
    await _batches(run, everyone=False, afresh=False)


async def _move(run: Run) -> None:
    await _batches(run, everyone=True, afresh=bool(run.payload.get("afresh")))


async def _batches(run: Run, *, everyone: bool, afresh: bool) -> None:
    after, changed = int(run.cursor or 0), 0
    while True:
        async with run.step() as step:
            batch = await ledger.review_tiers(after, MEMBERS_AT_ONCE, everyone=everyone, afresh=afresh)
            if batch["last_id"] is not None:
                after = batch["last_id"]
                step.cursor = after
                step.done += batch["members"]
        changed += batch["changed"]
        if batch["last_id"] is None:
            run.set_result({"members": changed})
            return


EXPIRE_POINTS = Job(name="crm_loyalty.expire_points", title=_("Expire points"), run=_expire, steps=True, timeout=3600)
CLOSE_HOLDS = Job(name="crm_loyalty.close_holds", title=_("Free points of holds that are over"), run=_close_holds)
REVIEW_TIERS = Job(name="crm_loyalty.review_tiers", title=_("Review tiers"), run=_review, steps=True, timeout=3600)
MOVE_TIERS = Job(
    name="crm_loyalty.move_tiers", title=_("Put members into their tiers"), run=_move, steps=True, timeout=3600
)
