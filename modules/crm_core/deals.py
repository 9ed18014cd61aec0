"""What was sold to a customer and when last (客户价值, 最后交易日期, CUST-12): counted by a job, never typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from crm_core.extensions import CUSTOMER_DEALS, DealSource
from guanxi import Job, Run, _, current_company, enqueue, execute, fetch, transaction

_AT_ONCE = 2000
_MOST = 2**63 - 1
_WRITE = """
UPDATE crm_core_customer c SET value = n.value, value_currency = $4, last_deal_on = n.last_on
FROM unnest($1::bigint[], $2::bigint[], $3::date[]) AS n (id, value, last_on)
WHERE c.id = n.id AND (c.value, c.value_currency, c.last_deal_on) IS DISTINCT FROM (n.value, $4, n.last_on)
"""
_LOCK = "SELECT FROM crm_core_customer WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE"
_NEXT = "SELECT id FROM crm_core_customer WHERE id > $1 ORDER BY id LIMIT $2"


async def deals_changed(customer_ids: Collection[int]) -> None:
    """Counts these customers anew soon after the caller's transaction. Safe to repeat."""
    ids = sorted(set(customer_ids))
    for start in range(0, len(ids), _AT_ONCE):
        await enqueue(COUNT_DEALS, {"customers": ids[start : start + _AT_ONCE]})


async def count_deals(customer_ids: Collection[int], sources: Sequence[DealSource] | None = None) -> None:
    """Sums what all enabled add-ons tell of these customers, in the company's currency; others' amounts are left out.

    The revision of a customer stays: nobody who has the form open is disturbed.
    """
    values: dict[int, int] = dict.fromkeys(sorted(customer_ids), 0)
    last: dict[int, date] = {}
    currency = current_company().currency
    async with transaction():
        await execute(_LOCK, list(values))  # whoever counts later reads later
        for source in current_company().catalog.extensions(CUSTOMER_DEALS) if sources is None else sources:
            for deals in await source.load(list(values), currency):
                values[deals.customer_id] += deals.value
                if deals.last_on is not None:
                    last[deals.customer_id] = max(deals.last_on, last.get(deals.customer_id, deals.last_on))
        counted = [min(value, _MOST) for value in values.values()]
        await execute(_WRITE, list(values), counted, [last.get(id) for id in values], currency)


async def _count(run: Run) -> None:
    """Those of the payload; without one all, batch after batch."""
    chosen = run.payload.get("customers")
    if chosen is not None:
        await count_deals(chosen)
        return
    after = int(run.cursor or 0)
    while True:
        async with run.step() as step:
            ids = [row["id"] for row in await fetch(_NEXT, after, _AT_ONCE)]
            await count_deals(ids)
            after = step.cursor = ids[-1] if ids else after
            step.done += len(ids)
            if len(ids) < _AT_ONCE:
                return


COUNT_DEALS = Job(
    name="crm_core.count_deals", title=_("Count customers' value and last deal"), run=_count, steps=True, timeout=3600
)
