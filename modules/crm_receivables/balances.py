"""How installments were settled, for other add-ons: day by day for interest, and how late for judging who pays."""

from __future__ import annotations

_MONEY = "p.direction <> 'loss' AND n.invoice_id IS DISTINCT FROM a.invoice_id"
"""whether the payment `p` with the credit note `n` is money to the allocation `a`: a credit note is to invoices other
than its own"""


def day_balances_sql() -> str:
    """A relation of what an installment's balance goes down by since a day, for interest: `installment_id`,
    `counts_on`, `amount`, below zero where it was taken back.

    Money counts since it was received, however late it was allocated, or since it, or what the installment was settled
    with before, was last taken back: so it counts once on each day. What was credited or written off, and stayed so,
    was never to be paid: `-infinity`.
    """
    return f"""(SELECT a.installment_id, CASE WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END AS amount,
        CASE WHEN NOT ({_MONEY}) THEN '-infinity' WHEN a.reverses_id IS NOT NULL THEN a.effective_on
            ELSE GREATEST(a.received_on, {_taken_back("payment", "p")}, {_taken_back("installment", "i")}) END
            AS counts_on
        FROM crm_receivables_allocation a JOIN crm_receivables_payment p ON p.id = a.payment_id
        JOIN crm_receivables_installment i ON i.id = a.installment_id
        LEFT JOIN crm_receivables_credit_note n ON n.payment_id = p.id
        WHERE {_MONEY} OR a.reverses_id IS NULL
            AND NOT EXISTS (SELECT FROM crm_receivables_allocation r WHERE r.reverses_id = a.id))"""  # noqa: S608


def _taken_back(name: str, side: str) -> str:
    """The last day, looked for only where there is one: a payment may have thousands of allocations."""
    return f"""CASE WHEN {side}.reversed_on IS NOT NULL THEN (
                SELECT max(b.effective_on) FROM crm_receivables_allocation b
                WHERE b.{name}_id = a.{name}_id AND b.id < a.id AND b.reverses_id IS NOT NULL) END"""  # noqa: S608


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
