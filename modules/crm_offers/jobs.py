"""What happens by itself: coupons and holds that are over, seeds of lotteries that have ended."""

from __future__ import annotations

from crm_offers import ledger, lotteries, lottery_queries
from guanxi import Job, Run, _, clock

AT_ONCE = 1000


async def _tidy(run: Run) -> None:
    while True:
        async with run.step() as step:
            found = await ledger.tidy(AT_ONCE)
            step.done += found
        if not found:
            run.set_result({"coupons": run.done})
            return


async def _end(run: Run) -> None:
    for lottery_id in await lottery_queries.over(clock.now()):
        await lotteries.end(lottery_id)


TIDY = Job(
    name="crm_offers.tidy", title=_("Expire coupons and free those that are held too long"), run=_tidy, steps=True
)
END_LOTTERIES = Job(name="crm_offers.end_lotteries", title=_("Tell the seeds of lotteries that have ended"), run=_end)
