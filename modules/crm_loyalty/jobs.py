"""What happens by itself: points and holds that are over."""

from __future__ import annotations

from crm_loyalty import ledger
from crm_loyalty.codes import forget_codes
from guanxi import Job, Run, _

ACCOUNTS_AT_ONCE = 1000


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


EXPIRE_POINTS = Job(name="crm_loyalty.expire_points", title=_("Expire points"), run=_expire, steps=True, timeout=3600)
CLOSE_HOLDS = Job(name="crm_loyalty.close_holds", title=_("Free points of holds that are over"), run=_close_holds)
