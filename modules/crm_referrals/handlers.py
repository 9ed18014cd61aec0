"""Payments of new customers, in the transactions that record them. Only imported where crm_receivables is there."""

from __future__ import annotations

from crm_receivables.events import PaymentsReceived, PaymentsRefunded, PaymentsReversed
from crm_referrals.orders import Order, OrderRefund, give_back, qualify


async def qualify_by_payments(event: PaymentsReceived) -> None:
    await qualify(
        [
            Order(each.customer_id, each.amount, each.currency, each.received_on, f"payment:{each.payment_id}")
            for each in event.payments
        ]
    )


async def note_refunds(event: PaymentsRefunded) -> None:
    await give_back(
        [OrderRefund(f"payment:{each.payment_id}", f"refund:{each.refund_id}", each.amount) for each in event.refunds]
    )


async def note_reversals(event: PaymentsReversed) -> None:
    await give_back(
        [
            OrderRefund(f"payment:{each.payment_id}", f"reversal:{each.reversal_id}", each.amount)
            for each in event.reversals
        ]
    )
