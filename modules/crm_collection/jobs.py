"""Background work: the nightly dunning run, and what became of promises."""

from __future__ import annotations

from datetime import date

from crm_collection.dunning import dun_batch
from crm_collection.promising import settle_promises
from guanxi import Job, Run, _, today


async def dun(run: Run) -> None:
    """Batch after batch of customers; killed anywhere and repeated, it goes on where it was and sends nothing twice."""
    cursor = run.cursor or {"day": str(today()), "after": 0, "unreachable": 0}
    while True:
        async with run.step() as step:
            last, sent, failed = await dun_batch(date.fromisoformat(cursor["day"]), cursor["after"])
            step.done += len(sent)
            cursor = {**cursor, "unreachable": cursor["unreachable"] + len(failed)}
            if last is not None:
                cursor["after"] = last
            step.cursor = cursor
        if last is None:
            break
    run.set_result({"notices": run.done, "unreachable": cursor["unreachable"]})


async def _settle(run: Run) -> None:
    run.set_result(await settle_promises(today()))


DUN = Job(name="crm_collection.dun", title=_("Send what is to be dunned"), run=dun, steps=True, timeout=3600)
SETTLE_PROMISES = Job(name="crm_collection.settle_promises", title=_("See which promises were kept"), run=_settle)
