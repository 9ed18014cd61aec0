"""What was paid out to customers, for other add-ons: to find it again on a statement."""

from __future__ import annotations


def paid_out_sql() -> str:
    """A relation `payment_id, number, customer_id, currency, amount, paid_on, reference`, not narrowed to a scope."""
    return """(SELECT id AS payment_id, number, customer_id, currency, amount, received_on AS paid_on, reference
        FROM crm_receivables_payment WHERE direction = 'out' AND reversed = 0)"""
