"""Points for what customers pay, in the transaction that records it. Only imported where crm_receivables is there."""

from __future__ import annotations

from crm_loyalty import services
from crm_receivables.events import PaymentsReceived, PaymentsRefunded, PaymentsReversed
from guanxi import clock, current_company


async def earn_for_payments(event: PaymentsReceived) -> None:
    """Counted from the day on which the money came, so that a late entry does not lengthen the points' life."""
    zone = current_company().zone
    await services.earn_for_purchases(
        [
            services.Purchase(
                payment.customer_id,
                payment.amount,
                payment.currency,
                f"payment:{payment.payment_id}",
                min(clock.now(), clock.day_start(payment.received_on, zone)),
                stored_value=payment.amount if payment.stored_value else 0,
            )
            for payment in event.payments
        ]
    )


async def take_back_for_refunds(event: PaymentsRefunded) -> None:
    await services.take_back_many(
        [
            services.Refund(f"payment:{refund.payment_id}", refund.amount, f"refund:{refund.refund_id}")
            for refund in event.refunds
        ]
    )


async def take_back_for_reversals(event: PaymentsReversed) -> None:
    await services.take_back_many(
        [
            services.Refund(f"payment:{each.payment_id}", each.amount, f"reversal:{each.reversal_id}")
            for each in event.reversals
        ]
    )
