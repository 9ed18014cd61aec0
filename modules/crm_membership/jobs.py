"""What happens by itself: memberships follow their invoices; each night they end, and unpaid orders are canceled."""

from __future__ import annotations

from crm_membership.following import follow
from crm_receivables.services import invoice_balance, void_invoice
from guanxi import Conflict, Job, Run, _, fetch_row, fetch_value, today

_UNPAID = """
SELECT id, invoice_id FROM crm_membership_membership
WHERE state = 'waiting' AND order_key IS NOT NULL AND pay_by < $1 AND id > $2 ORDER BY id LIMIT 1
"""
_DUE = """
SELECT m.customer_id FROM crm_membership_membership m
WHERE m.state = 'active' AND m.customer_id > $2 AND (m.last_day < $1 OR (m.first_day <= $1 AND NOT EXISTS (
    SELECT FROM crm_membership_grant g WHERE g.customer_id = m.customer_id AND g.last_day >= $1)))
ORDER BY m.customer_id LIMIT 1
"""
"""whose days are over, or have begun without a tier"""


async def _follow(run: Run) -> None:
    await follow(run.payload["customer_id"])


async def _review(run: Run) -> None:
    """The cursor is the last order, and the last customer, that was looked at."""
    order_id, customer_id = run.cursor or (0, 0)
    while True:
        async with run.step() as step:
            order = await fetch_row(_UNPAID, today(), order_id)
            if order is not None:
                order_id = order["id"]
                step.done += await _cancel(order["invoice_id"])
            else:
                customer_id = await fetch_value(_DUE, today(), customer_id)
                if customer_id is not None:
                    await follow(customer_id)
                    step.done += 1
            step.cursor = (order_id, customer_id)
        if customer_id is None:
            return


async def _cancel(invoice_id: int) -> int:
    """Not where a part is paid, or was paid just now."""
    invoice = await invoice_balance(invoice_id)
    if invoice is None or invoice.outstanding < invoice.total:
        return 0
    try:
        await void_invoice(invoice_id, reason=_("The membership was not paid in time.").message)
    except Conflict:
        return 0
    return 1


FOLLOW = Job(name="crm_membership.follow", title=_("Let a membership follow its invoice"), run=_follow)
REVIEW = Job(
    name="crm_membership.review",
    title=_("End memberships, and cancel orders that were not paid"),
    run=_review,
    steps=True,
    timeout=3600,
)
