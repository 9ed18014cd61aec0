"""How installments were settled, for other add-ons: day by day for interest, and how late for judging who pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guanxi import fetch


@dataclass(frozen=True, slots=True)
class Settled:
    """What of an installment was settled on a day, by money, a credit note or as a loss; below zero: taken back."""

    installment_id: int
    on: date
    amount: int


def settlements_sql() -> str:
    """A relation of the money that settles installments and was not taken back, for SQL written by hand:
    `installment_id`, `customer_id`, `currency`, `due_on`, `effective_on`, `amount`; not narrowed to a scope."""
    return """(SELECT a.installment_id, i.customer_id, i.currency, i.due_on, a.effective_on, a.amount
        FROM crm_receivables_allocation a JOIN crm_receivables_installment i ON i.id = a.installment_id
        JOIN crm_receivables_payment p ON p.id = a.payment_id AND p.direction = 'in'
        WHERE a.reverses_id IS NULL
            AND NOT EXISTS (SELECT FROM crm_receivables_allocation r WHERE r.reverses_id = a.id))"""


def received_sql() -> str:
    """A relation of what customers paid and did not get back: `payment_id`, `customer_id`, `currency`, `received_on`,
    `amount`; for SQL written by hand, not narrowed to a scope."""
    return """(SELECT id AS payment_id, customer_id, currency, received_on, allocated + on_account AS amount
        FROM crm_receivables_payment WHERE direction = 'in' AND allocated + on_account > 0)"""


async def settled(installment_ids: Sequence[int], until: date) -> list[Settled]:
    """By installment and day up to `until`, in order."""
    return [Settled(*row) for row in await fetch(_SETTLED, list(installment_ids), until)]


_SETTLED = """
SELECT installment_id, effective_on, sum(CASE WHEN reverses_id IS NULL THEN amount ELSE -amount END)::bigint
FROM crm_receivables_allocation WHERE installment_id = ANY($1::bigint[]) AND effective_on <= $2
GROUP BY installment_id, effective_on ORDER BY installment_id, effective_on
"""
