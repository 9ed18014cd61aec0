"""Work in the background."""

from __future__ import annotations

from crm_contracts.locks import end_past_terms
from guanxi import AuditItem, Job, Run, _, audit_many, clock, current_company


async def _end_contracts(run: Run) -> None:
    today = clock.today(current_company().zone)
    while ended := await end_past_terms(today):
        entries = [AuditItem(row["id"], row["number"], {"state": "active"}, {"state": "ended"}) for row in ended]
        await audit_many("update", "crm_contracts/contracts", entries, reason=_("term is over", "reason").message)


END_CONTRACTS = Job(name="crm_contracts.end_contracts", title=_("End contracts whose term is over"), run=_end_contracts)
