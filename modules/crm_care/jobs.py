"""What happens by itself: the wishes of a day."""

from __future__ import annotations

from crm_care.sending import next_plan, send_page
from guanxi import Job, Run, _


async def _send(run: Run) -> None:
    """Plan after plan in pages; the cursor is the plan and the last customer of the page."""
    plan, after = run.cursor or (await next_plan(0), 0)
    refused = 0
    while plan is not None:
        async with run.step() as step:
            written, failed, last = await send_page(plan, after)
            plan, after = (plan, last) if last is not None else (await next_plan(plan), 0)
            step.cursor = [plan, after]
            step.done += written
        refused += failed
    run.set_result({"sent": run.done, "refused": refused})


SEND = Job(name="crm_care.send", title=_("Send wishes on birthdays and holidays"), run=_send, steps=True, timeout=3600)
