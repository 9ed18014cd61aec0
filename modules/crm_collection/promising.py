"""Promises to pay: kept or broken, by what came in."""

from __future__ import annotations

from datetime import date
from typing import Any

from crm_collection.choices import PromiseState
from crm_collection.settings import CollectionSettings
from crm_core.services import reach_sql
from crm_receivables.events import PaymentsReversed
from crm_receivables.services import received_sql, settlements_sql
from guanxi import AuditItem, _, audit_many, clock, fetch, notify, settings_of, show_money, today, transaction

PROMISES = "crm_collection/promises"
_RECEIVED = f"""
SELECT m.id, coalesce(CASE WHEN m.installment_id IS NULL
    THEN (SELECT sum(r.amount) FROM {received_sql()} r WHERE r.customer_id = m.customer_id
        AND r.currency = m.currency AND r.received_on BETWEEN m.made_on AND m.due_on + $2::int)
    ELSE (SELECT sum(s.amount) FROM {settlements_sql()} s WHERE s.installment_id = m.installment_id
        AND s.effective_on BETWEEN m.made_on AND m.due_on + $2::int) END, 0)::bigint AS received
FROM crm_collection_promise m WHERE m.state = $4 AND ($5::bigint[] IS NULL OR m.customer_id = ANY($5::bigint[]))
"""  # noqa: S608
_SETTLE = f"""
WITH due AS MATERIALIZED (
    SELECT id FROM crm_collection_promise
    WHERE state = $4 AND ($5::bigint[] IS NULL OR customer_id = ANY($5::bigint[])) ORDER BY id FOR NO KEY UPDATE
), got AS MATERIALIZED ({_RECEIVED})
UPDATE crm_collection_promise m SET received = now.received, revision = m.revision + 1, updated_at = $3,
    state = now.state, settled_on = CASE WHEN now.state <> 'open' THEN $1 END
FROM (SELECT p.id, got.received, CASE WHEN got.received >= p.amount THEN 'kept'
        WHEN p.due_on + $2::int < $1 OR $4 = 'kept' AND EXISTS (SELECT FROM crm_collection_promise o
            WHERE o.installment_id = p.installment_id AND (o.state = 'open' OR o.state = 'kept' AND o.id > p.id))
        THEN 'broken' ELSE 'open' END AS state
    FROM crm_collection_promise p JOIN got ON got.id = p.id JOIN due ON due.id = p.id) now
WHERE m.id = now.id AND m.state <> now.state
RETURNING m.id, m.customer_id, m.state, m.currency, m.amount, m.received
"""  # noqa: S608
"""What came in from the day of the promise to its day and the days of grace; anything short of the amount breaks it.

Of promises in the state $4 of the customers $5. Of an installment only the last one that had been kept is open again.
"""
_OWNERS = f"SELECT id, name, owner_id FROM {reach_sql()} r WHERE id = ANY($1::bigint[])"  # noqa: S608


async def settle_promises(day: date) -> dict[str, int]:
    """Those that were kept at once, those that were not once their grace is over; tells whose customers broke one."""
    rows = await _settle(day, PromiseState.OPEN)
    return {state: sum(row["state"] == state for row in rows) for state in ("kept", "broken")}


async def break_promises(event: PaymentsReversed) -> None:
    """A payment bounced: what it had kept is broken, or open again while there is time to pay."""
    await _settle(today(), PromiseState.KEPT, sorted({each.customer_id for each in event.reversals}))


async def _settle(day: date, state: PromiseState, customer_ids: list[int] | None = None) -> list[Any]:
    grace = settings_of(CollectionSettings).grace_days
    async with transaction():
        rows = await fetch(_SETTLE, day, grace, clock.now(), state.value, customer_ids)
        entries = [
            AuditItem(
                row["id"],
                before={"state": state.value},
                after={"state": row["state"], "received": row["received"]},
            )
            for row in rows
        ]
        await audit_many("update", PROMISES, entries)
        await _tell([row for row in rows if row["state"] == "broken"])
    return rows


async def _tell(broken: list[Any]) -> None:
    owners = {row["id"]: row for row in await fetch(_OWNERS, sorted({row["customer_id"] for row in broken}))}
    for row in broken:
        customer = owners[row["customer_id"]]
        if customer["owner_id"] is None:
            continue
        amount = show_money(row["amount"], row["currency"])
        text = _("{customer} did not keep the promise to pay {amount}.", customer=customer["name"], amount=amount)
        await notify([customer["owner_id"]], "promise", text, href=f"/crm_collection/promises/{row['id']}")
