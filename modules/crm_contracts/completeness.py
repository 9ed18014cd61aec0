"""Whether a draft is complete: asked before it goes out as a quotation, is handed in and is confirmed."""

from __future__ import annotations

from crm_contracts import amending
from crm_contracts.models import Contract
from guanxi import Conflict, Text, _, fetch_row, show_money

_COUNTED = """
SELECT count(*) AS lines, COALESCE(sum(amount) FILTER (WHERE recurrence = 'none'), 0) AS total,
    (SELECT count(*) FROM crm_contracts_installment WHERE contract_id = $1) AS installments,
    (SELECT COALESCE(sum(amount), 0) FROM crm_contracts_installment WHERE contract_id = $1) AS planned
FROM crm_contracts_line WHERE contract_id = $1
"""


async def check_complete(contract: Contract) -> None:
    """Raises Conflict where lines, start or payment plan are not as a contract needs them."""
    found = await fetch_row(_COUNTED, contract.id)
    assert found is not None
    problem: Text | None = None
    if not found["lines"] and contract.amends_id is None:
        problem = _("The contract has no lines yet.")
    elif contract.starts_on is None:
        problem = _("Enter when the contract starts.")
    elif found["installments"] and found["planned"] != found["total"]:
        planned, total = (show_money(found[name], contract.currency) for name in ("planned", "total"))
        problem = _("The installments come to {planned}, what is charged once to {total}.").format(
            planned=planned, total=total
        )
    if problem is not None:
        raise Conflict(problem)
    if contract.amends_id is not None:
        await amending.check(contract)
