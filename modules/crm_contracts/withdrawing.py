"""A contract that goes on otherwise: nobody signs it on line any more."""

from __future__ import annotations

from guanxi import AuditItem, audit_many, clock, fetch

REQUESTS = "crm_contracts/signature-requests"
_WITHDRAW = """
UPDATE crm_contracts_signature_request SET state = 'withdrawn', ended_at = $2, reason = $3, updated_at = $2,
    revision = revision + 1
WHERE contract_id = $1 AND state IN ('draft', 'open') RETURNING id, title
"""


async def withdraw_requests(contract_id: int, reason: str = "") -> None:
    """Those that are open or drawn up. The caller has locked the contract."""
    rows = await fetch(_WITHDRAW, contract_id, clock.now(), reason)
    entries = [AuditItem(row["id"], row["title"], {}, {"state": "withdrawn"}) for row in rows]
    await audit_many("update", REQUESTS, entries, reason=reason)
