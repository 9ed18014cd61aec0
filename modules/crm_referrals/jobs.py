"""What happens by itself: rewards, each in a step of its own, so that a stop loses and doubles nothing."""

from __future__ import annotations

from crm_referrals.rewarding import next_due, settle
from guanxi import Job, Run, _


async def _reward(run: Run) -> None:
    after, rewarded = int(run.cursor or 0), 0
    while True:
        async with run.step() as step:
            row = await next_due(after)
            if row is not None:
                rewarded += await settle(row)
                after = row["id"]
                step.cursor = after
                step.done += 1
        if row is None:
            run.set_result({"rewarded": rewarded})
            return


REWARD = Job(
    name="crm_referrals.reward",
    title=_("Reward referrals whose order can no longer be returned"),
    run=_reward,
    steps=True,
    timeout=3600,
)
