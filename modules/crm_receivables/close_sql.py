"""SQL of closing months."""

HOLD_THE_JOURNAL = "LOCK TABLE crm_receivables_entry IN SHARE ROW EXCLUSIVE MODE"
"""Waits for all that are booking, and lets nobody book until this transaction ends; reading goes on."""
HOLD_THE_RATES = "LOCK TABLE crm_receivables_rate IN SHARE MODE"
"""Likewise; after the journal."""

BEGIN_CLOSE = """
INSERT INTO crm_receivables_close AS c (until, state, closed_by_id, revision, created_at, updated_at, created_by_id)
SELECT $1, 'open', $2, 1, $3, $3, $2
WHERE NOT EXISTS (SELECT FROM crm_receivables_close WHERE until >= $1 AND state = 'closed')
ON CONFLICT (until) DO UPDATE SET closed_by_id = $2, revision = c.revision + 1, updated_at = $3
RETURNING id, revision
"""
"""What closing itself books is booked while the month is still open."""
CLOSE = "UPDATE crm_receivables_close SET state = 'closed' WHERE id = $1"
REOPEN = """
UPDATE crm_receivables_close SET state = 'open', revision = revision + 1, updated_at = $2
WHERE id = $1 AND until = (SELECT max(until) FROM crm_receivables_close WHERE state = 'closed')
RETURNING id
"""
FORGET_BALANCES = "DELETE FROM crm_receivables_close_balance WHERE close_id = $1"
KEEP_BALANCES = """
INSERT INTO crm_receivables_close_balance (close_id, account, currency, amount)
SELECT $1, p.account, p.currency, sum(p.amount)
FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id WHERE e.posted_on <= $2
GROUP BY p.account, p.currency ORDER BY p.account, p.currency
RETURNING account, currency, amount
"""
UNTIED = """
WITH settled AS (
    SELECT p.currency, sum(CASE WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END) AS amount
    FROM crm_receivables_allocation a JOIN crm_receivables_payment p ON p.id = a.payment_id
    WHERE a.effective_on <= $1 GROUP BY p.currency
), part AS (
    SELECT 'receivable' AS account, i.currency, i.amount
    FROM crm_receivables_installment i JOIN crm_receivables_invoice v ON v.id = i.invoice_id
    WHERE v.posted_on <= $1 AND (v.voided_on IS NULL OR v.voided_on > $1)
    UNION ALL SELECT 'receivable', currency, -amount FROM settled
    UNION ALL SELECT 'credit', currency, amount FROM settled
    UNION ALL SELECT 'credit', currency, -amount FROM crm_receivables_payment
    WHERE direction <> 'out' AND received_on <= $1
    UNION ALL SELECT 'credit', p.currency, r.amount
    FROM crm_receivables_refund r JOIN crm_receivables_payment p ON p.id = r.payment_id WHERE r.refunded_on <= $1
    UNION ALL SELECT 'credit', p.currency, r.amount
    FROM crm_receivables_reversal r JOIN crm_receivables_payment p ON p.id = r.payment_id WHERE r.reversed_on <= $1
), booked AS (
    SELECT p.account, p.currency, sum(p.amount) AS amount
    FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id
    WHERE e.posted_on <= $1 AND p.account IN ('receivable', 'credit') GROUP BY p.account, p.currency
)
SELECT account, currency FROM (SELECT account, currency, sum(amount) AS amount FROM part GROUP BY 1, 2) AS owed
FULL JOIN booked USING (account, currency)
WHERE coalesce(owed.amount, 0) <> coalesce(booked.amount, 0)
ORDER BY account, currency
"""
"""Where the journal is not what documents say as of a day."""
