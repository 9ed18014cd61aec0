"""What a person does with a line that could not be charged."""

from __future__ import annotations

from typing import Any

from crm_contracts.choices import ProblemState
from crm_contracts.locks import release_line, schedule_lines
from crm_contracts.models import BillingProblem
from guanxi import Outcome, _, elevated, update


async def _clear(problem: BillingProblem, reason: str) -> None:
    with elevated():
        await update(BillingProblem, problem.id, {"state": ProblemState.CLEARED.value}, reason=reason)


async def try_again(problem: BillingProblem, values: dict[str, Any]) -> Outcome:
    """Take the start from the contract where it is missing, and let the next run charge the line."""
    await _clear(problem, "try again")
    await release_line(problem.contract_line_id, stop=False)
    await schedule_lines(problem.contract_id)
    return Outcome(_("The next billing run tries the line again."))


async def stop_billing(problem: BillingProblem, values: dict[str, Any]) -> Outcome:
    await _clear(problem, values["reason"])
    await release_line(problem.contract_line_id, stop=True)
    return Outcome(_("The line is not charged any more."))
