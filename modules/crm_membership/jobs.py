"""What happens by itself: memberships follow their invoices; each night they end, and unpaid orders are canceled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog

from crm_loyalty.services import all_tiers, tiers_of_members
from crm_membership.choices import MembershipState
from crm_membership.following import follow, state_by
from crm_membership.settings import MembershipSettings
from crm_receivables.services import InvoiceBalance, credit_invoice, invoice_balances, void_invoice
from guanxi import Conflict, GuanxiError, Job, Run, _, fetch, settings_of, today

_PAGE = 500
_OPEN = """
SELECT * FROM crm_membership_membership
WHERE state IN ('waiting', 'active') AND invoice_id IS NOT NULL AND id > $1 ORDER BY id LIMIT $2
"""
_STRAY = """
SELECT customer_id FROM crm_membership_grant g WHERE last_day >= $1 AND NOT EXISTS (
    SELECT FROM crm_membership_membership m WHERE m.customer_id = g.customer_id AND m.state = 'active')
ORDER BY customer_id
"""
"""tiers that nothing is paid for any more"""
_log = structlog.get_logger()


async def _follow(run: Run) -> None:
    await follow(run.payload["customer_id"])


async def _review(run: Run) -> None:
    """All that wait or run, also for what happened to their invoices while the add-on was disabled. The cursor is the
    last one of which something was done."""
    after = run.cursor or 0
    while rows := await fetch(_OPEN, after, _PAGE):
        invoices = await invoice_balances([row["invoice_id"] for row in rows])
        lower = await _in_a_lower_tier(rows)
        for row in rows:
            invoice = invoices[row["invoice_id"]]
            if row["id"] in lower or _is_unpaid(row, invoice) or _is_due(row, invoice):
                await _step(run, row["customer_id"], row["id"], invoice if _is_unpaid(row, invoice) else None)
        after = rows[-1]["id"]
    for row in await fetch(_STRAY, today()):
        await _step(run, row["customer_id"], after)


async def _step(run: Run, customer_id: int, cursor: int, unpaid: InvoiceBalance | None = None) -> None:
    """What is refused keeps nothing else waiting; it is tried again the next night."""
    try:
        async with run.step() as step:
            if unpaid is not None:
                await _take_back(unpaid)
            await follow(customer_id)
            step.cursor = cursor
            step.done += 1
    except GuanxiError as error:
        _log.warning("membership not reviewed", customer=customer_id, code=error.code)


def _is_unpaid(row: Any, invoice: InvoiceBalance) -> bool:
    """An order of which nothing was paid by its day and the days of grace; not what was paid once, and is owed."""
    late = row["pay_by"] + timedelta(days=settings_of(MembershipSettings).grace_days) < today()
    return row["order_key"] is not None and late and invoice.is_untouched


def _is_due(row: Any, invoice: InvoiceBalance) -> bool:
    state = MembershipState(row["state"])
    return state_by(invoice) is not state or (state is MembershipState.ACTIVE and row["last_day"] < today())


async def _in_a_lower_tier(rows: Sequence[Any]) -> set[int]:
    """Those that have begun, of members who were given no tier that is as high."""
    begun = [row for row in rows if row["state"] == MembershipState.ACTIVE and row["first_day"] <= today()]
    thresholds = {tier.id: tier.threshold for tier in await all_tiers()}
    members = await tiers_of_members({row["customer_id"] for row in begun})
    given = {row["id"]: members.get(row["customer_id"]) for row in begun}
    return {
        row["id"] for row in begun if (there := given[row["id"]]) is None or there.given < thresholds[row["tier_id"]]
    }


async def _take_back(invoice: InvoiceBalance) -> None:
    """Not where a part was paid just now."""
    reason = _("The membership was not paid in time.").message
    try:
        if invoice.credited:
            await credit_invoice(invoice.id, reason=reason)
        else:
            await void_invoice(invoice.id, reason=reason)
    except Conflict:
        return


FOLLOW = Job(name="crm_membership.follow", title=_("Let a membership follow its invoice"), run=_follow)
REVIEW = Job(
    name="crm_membership.review",
    title=_("End memberships, and cancel orders that were not paid"),
    run=_review,
    steps=True,
    timeout=3600,
)
