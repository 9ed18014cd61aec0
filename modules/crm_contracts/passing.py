"""What the calendar does to contracts: their first day comes, their last one goes."""

from __future__ import annotations

from datetime import date

import asyncpg

from crm_contracts.states import AGREED, IN_FORCE, RUNNING, values
from guanxi import AuditItem, Job, Run, _, audit_many, clock, fetch, today, transaction

RESOURCE = "crm_contracts/contracts"
BATCH = 1000

_BEGIN = """
WITH due AS (
    SELECT id, state AS before FROM crm_contracts_contract
    WHERE state = 'signed' AND starts_on <= $1 AND (LEAST(ends_on, terminated_on) >= $1) IS NOT FALSE
    ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
)
UPDATE crm_contracts_contract c SET state = 'active', revision = revision + 1, updated_at = $3 FROM due
WHERE c.id = due.id RETURNING c.id, c.number, due.before, c.state
"""
_RUN_OUT = """
WITH due AS (
    SELECT id, state AS before FROM crm_contracts_contract t
    WHERE state = ANY($4::text[]) AND LEAST(ends_on, terminated_on) < $1 AND (renewal <> 'automatic'
        OR terminated_on IS NOT NULL OR EXISTS (
            SELECT FROM crm_contracts_contract n WHERE n.renews_id = t.id AND n.state = ANY($5::text[])))
    ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
)
UPDATE crm_contracts_contract c SET revision = revision + 1, updated_at = $3, state = CASE
    WHEN EXISTS (SELECT FROM crm_contracts_contract n WHERE n.renews_id = c.id AND n.state = ANY($5::text[]))
        THEN 'renewed'
    WHEN c.amended_on IS NOT NULL THEN 'amended'
    WHEN c.terminated_on IS NOT NULL THEN 'terminated' ELSE 'expired' END
FROM due WHERE c.id = due.id RETURNING c.id, c.number, due.before, c.state
"""
"""One that goes on automatically is left to `auto_renewing`."""
_SETTLE = """
WITH now AS (
    SELECT c.id, c.state AS before, p.paused
    FROM crm_contracts_contract c CROSS JOIN LATERAL (SELECT EXISTS (
        SELECT FROM crm_contracts_pause WHERE contract_id = c.id
            AND starts_on <= $1 AND (ends_on >= $1) IS NOT FALSE) AS paused) p
    WHERE c.suspended_on <= $1 AND c.state = ANY($4::text[]) AND NOT (c.state = 'suspended' AND p.paused)
    ORDER BY c.id LIMIT $2 FOR UPDATE OF c SKIP LOCKED
)
UPDATE crm_contracts_contract c SET revision = revision + 1, updated_at = $3,
    state = CASE WHEN now.paused THEN 'suspended' ELSE 'active' END,
    suspended_on = CASE WHEN now.paused THEN suspended_on END
FROM now WHERE c.id = now.id RETURNING c.id, c.number, now.before, c.state
"""
"""Also a pause that came and went while nothing ran is over then."""
_SUCCEED = """
UPDATE crm_contracts_contract SET state = 'renewed', revision = revision + 1, updated_at = $2
WHERE id = $1 AND state = 'expired' RETURNING id, number, 'expired' AS before, state
"""


async def begin(today: date, limit: int = BATCH) -> int:
    """Signed contracts whose first day has come are in force from now on; how many of up to `limit`."""
    async with transaction():
        rows = await fetch(_BEGIN, today, limit, clock.now())
        await _audit(rows, _("first day", "reason").message)
    return len(rows)


async def settle(today: date, limit: int = BATCH) -> int:
    """Contracts in force whose pause begins or is over; how many of up to `limit`."""
    async with transaction():
        rows = await fetch(_SETTLE, today, limit, clock.now(), values(IN_FORCE))
        await _audit([row for row in rows if row["before"] != row["state"]], _("suspension", "reason").message)
    return len(rows)


async def run_out(today: date, limit: int = BATCH) -> int:
    """Signed contracts whose last day is over: renewed where another one goes on from them; how many."""
    async with transaction():
        rows = await fetch(_RUN_OUT, today, limit, clock.now(), values(RUNNING), values(AGREED))
        await _audit(rows, _("term is over", "reason").message)
    return len(rows)


async def succeed(contract_id: int) -> None:
    """Another contract that goes on from this one was signed. One that still runs is renewed when it is over."""
    await _audit(await fetch(_SUCCEED, contract_id, clock.now()), "")


async def _audit(rows: list[asyncpg.Record], reason: str) -> None:
    entries = [AuditItem(row["id"], row["number"], {"state": row["before"]}, {"state": row["state"]}) for row in rows]
    await audit_many("update", RESOURCE, entries, reason=reason)


async def _pass(run: Run) -> None:
    day = today()
    while await begin(day) or await settle(day) or await run_out(day):
        pass


PASS_DAYS = Job(name="crm_contracts.end_contracts", title=_("Begin and end contracts by their dates"), run=_pass)
