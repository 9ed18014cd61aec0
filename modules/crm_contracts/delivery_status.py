"""How far a contract is delivered: one expression of SQL over its deliveries, kept in the contract for lists."""

from __future__ import annotations

from crm_contracts.states import DELIVERING, values
from guanxi import execute, today

STATUS = """(
SELECT CASE
    WHEN count(*) = 0 THEN 'none'
    WHEN k.state = ANY($2::text[]) AND bool_or(d.due_on < $1 AND d.delivered < d.quantity) THEN 'late'
    WHEN bool_and(d.accepted_on IS NOT NULL) THEN 'accepted'
    WHEN bool_and(d.delivered = d.quantity) THEN 'delivered'
    WHEN bool_or(d.delivered > 0) THEN 'partly'
    ELSE 'planned' END
FROM crm_contracts_delivery d WHERE d.contract_id = k.id
)"""
"""Of the contract `k` on the day `$1`; `$2`: states in which a contract can be late"""
_REFRESH = f"""
UPDATE crm_contracts_contract c SET delivery = s.status
FROM (SELECT k.id, {STATUS} AS status FROM crm_contracts_contract k WHERE k.id = $3) s
WHERE c.id = s.id AND c.delivery <> s.status
"""  # noqa: S608
_REFRESH_ALL = f"""
UPDATE crm_contracts_contract c SET delivery = s.status
FROM (SELECT k.id, {STATUS} AS status FROM crm_contracts_contract k
    WHERE k.id IN (SELECT contract_id FROM crm_contracts_delivery WHERE due_on < $1 AND state IN ('planned', 'partly'))
        OR k.delivery = 'late') s
WHERE c.id = s.id AND c.delivery <> s.status
"""  # noqa: S608


async def refresh(contract_id: int) -> None:
    """After one of its deliveries changed; the caller's transaction holds the contract locked."""
    await execute(_REFRESH, today(), values(DELIVERING), contract_id)


async def refresh_all() -> None:
    """Of all contracts where the day, or the contract's own state, may have changed it."""
    await execute(_REFRESH_ALL, today(), values(DELIVERING))
