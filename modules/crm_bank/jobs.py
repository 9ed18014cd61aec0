"""Background work: matching what came in with what is owed."""

from __future__ import annotations

from crm_bank.confirming import confirm_all
from crm_bank.matching import sure_matches
from guanxi import Job, Run, _

_BATCH = 500


async def match_lines(run: Run) -> None:
    """A step's payments and progress commit together; what changed meanwhile fails the step, and it runs anew."""
    matches = await sure_matches()
    run.set_total(len(matches))
    for start in range(0, len(matches), _BATCH):
        async with run.step() as step:
            step.done += len(await confirm_all(matches[start : start + _BATCH]))
    run.set_result({"matched": run.done})


MATCH_LINES = Job(name="crm_bank.match_lines", title=_("Match bank lines"), run=match_lines, steps=True)
