"""What time does to requests for signatures: reminders, and their end; and to the company's certificate."""

from __future__ import annotations

from datetime import timedelta

from crm_contracts.asking import mail_link
from crm_contracts.certificates import warn_of_end
from crm_contracts.withdrawing import REQUESTS
from guanxi import AuditItem, Job, Run, _, audit_many, clock, fetch, notify

BATCH = 200
_EXPIRE = """
WITH due AS (
    SELECT id FROM crm_contracts_signature_request WHERE state = 'open' AND expires_at <= $1
    ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
)
UPDATE crm_contracts_signature_request r
SET state = 'expired', ended_at = $1, updated_at = $1, revision = r.revision + 1
FROM due, crm_contracts_contract c WHERE r.id = due.id AND c.id = r.contract_id
RETURNING r.id, c.id AS contract_id, c.title, c.owner_id
"""
_REMIND = """
WITH due AS (
    SELECT s.id FROM crm_contracts_signatory s JOIN crm_contracts_signature_request r ON r.id = s.request_id
    WHERE r.state = 'open' AND r.expires_at > $1 AND r.remind_days > 0 AND s.state IN ('asked', 'seen')
        AND COALESCE(s.reminded_at, s.asked_at) <= $1::timestamptz - r.remind_days * interval '1 day'
    ORDER BY s.id LIMIT $2 FOR UPDATE OF s SKIP LOCKED
)
UPDATE crm_contracts_signatory s SET reminded_at = $1 FROM due WHERE s.id = due.id RETURNING s.id
"""


async def expire() -> int:
    """Requests whose time is over; how many of a batch."""
    rows = await fetch(_EXPIRE, clock.now(), BATCH)
    await audit_many("update", REQUESTS, [AuditItem(row["id"], row["title"], {}, {"state": "expired"}) for row in rows])
    for row in rows:
        if row["owner_id"] is not None:
            text = _("Not everybody signed in time: {title}", title=row["title"])
            await notify([row["owner_id"]], "signature", text, href=f"/crm_contracts/contracts/{row['contract_id']}")
    return len(rows)


async def remind() -> int:
    """Signatories who have not signed for so long; how many of a batch."""
    rows = await fetch(_REMIND, clock.now(), BATCH)
    for row in rows:
        await mail_link(row["id"])
    return len(rows)


async def _follow(run: Run) -> None:
    await expire()
    await remind()
    await warn_of_end(timedelta(days=30))


FOLLOW_SIGNATURES = Job(
    name="crm_contracts.follow_signatures", title=_("Remind signatories and end requests for signatures"), run=_follow
)
