"""What happens by itself: memberships follow their invoices; each night they end, and unpaid orders are canceled."""

from __future__ import annotations

from typing import Any

from crm_membership.choices import MembershipState
from crm_membership.following import follow, state_by
from crm_receivables.services import InvoiceBalance, invoice_balances, void_invoice
from guanxi import Conflict, Job, Run, _, fetch, today

_PAGE = 500
_OPEN = """
SELECT m.*, (m.first_day <= $2 AND NOT EXISTS (SELECT FROM crm_membership_grant g
    WHERE g.customer_id = m.customer_id AND g.last_day >= $2)) IS TRUE AS gives_nothing
FROM crm_membership_membership m WHERE m.state IN ('waiting', 'active') AND m.invoice_id IS NOT NULL AND m.id > $1
ORDER BY m.id LIMIT $3
"""


async def _follow(run: Run) -> None:
    await follow(run.payload["customer_id"])


async def _review(run: Run) -> None:
    """All that wait or run, also for what happened to their invoices while the add-on was disabled. The cursor is the
    last one of which something was done."""
    after = run.cursor or 0
    while rows := await fetch(_OPEN, after, today(), _PAGE):
        invoices = await invoice_balances([row["invoice_id"] for row in rows])
        for row in rows:
            invoice = invoices[row["invoice_id"]]
            if _is_unpaid(row, invoice) or _is_due(row, invoice):
                async with run.step() as step:
                    if _is_unpaid(row, invoice):
                        await _void(invoice)
                    await follow(row["customer_id"])
                    step.cursor = row["id"]
                    step.done += 1
        after = rows[-1]["id"]


def _is_unpaid(row: Any, invoice: InvoiceBalance) -> bool:
    """An order of which nothing was paid by its day; not what was paid once, and is owed."""
    return row["order_key"] is not None and row["pay_by"] < today() and invoice.outstanding == invoice.total > 0


def _is_due(row: Any, invoice: InvoiceBalance) -> bool:
    ended = row["last_day"] is not None and row["last_day"] < today()
    return ended or row["gives_nothing"] or state_by(invoice) is not MembershipState(row["state"])


async def _void(invoice: InvoiceBalance) -> None:
    """Not where a part was paid just now."""
    try:
        await void_invoice(invoice.id, reason=_("The membership was not paid in time.").message)
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
