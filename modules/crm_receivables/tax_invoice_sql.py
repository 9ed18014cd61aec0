"""SQL of tax invoices. Invoices are locked by id before the tax invoices that cover them."""

from __future__ import annotations

REVERSED = """
SELECT id, total - reversed AS left FROM crm_receivables_tax_invoice
WHERE number = $1 AND customer_id = $2 AND total > 0 AND state <> 'void' ORDER BY id LIMIT 1
"""
PARTS = """
SELECT id, invoice_id, credit_note_id, amount FROM crm_receivables_tax_invoice_part WHERE tax_invoice_id = $1
"""
INVOICES_OF_NOTES = "SELECT id, invoice_id FROM crm_receivables_credit_note WHERE id = ANY($1::bigint[])"
LOCK_INVOICES = """
WITH locked AS MATERIALIZED (
    SELECT id, number, customer_id, state, currency, total, tax_invoiced FROM crm_receivables_invoice
    WHERE id = ANY($1::bigint[])
        OR id IN (SELECT invoice_id FROM crm_receivables_tax_invoice_part WHERE tax_invoice_id = $2)
    ORDER BY id FOR NO KEY UPDATE
)
SELECT v.id, v.number, v.customer_id, v.state, v.currency, v.total,
    v.tax_invoiced - coalesce((SELECT sum(p.amount) FROM crm_receivables_tax_invoice_part p
        WHERE p.tax_invoice_id = $2 AND p.invoice_id = v.id), 0)::bigint AS covered,
    ARRAY(SELECT n.id FROM crm_receivables_credit_note n WHERE n.invoice_id = v.id) AS notes
FROM locked v
"""
"""`covered`: by other tax invoices than $2."""
COVERED_BY = """
SELECT p.invoice_id, LEAST(sum(p.amount), max(v.tax_invoiced))::bigint AS amount
FROM crm_receivables_tax_invoice_part p JOIN crm_receivables_invoice v ON v.id = p.invoice_id
WHERE p.tax_invoice_id = $1 GROUP BY p.invoice_id ORDER BY min(p.id)
"""
LEFT_OF_INVOICES = """
SELECT id, number, customer_id, greatest(tax_open, 0) AS left FROM crm_receivables_invoice
WHERE number = ANY($1::text[]) AND state = 'posted' AND currency = 'CNY'
"""
KNOWN = """
SELECT t.id, t.code, t.number, t.customer_id, t.total, t.tax, t.state, t.allocated
FROM crm_receivables_tax_invoice t
JOIN unnest($1::text[], $2::text[]) AS wanted (code, number) USING (code, number)
"""
MOVE_BACK = """
UPDATE crm_receivables_tax_invoice t SET customer_id = $1 WHERE t.id IN (
    SELECT o.id FROM crm_receivables_tax_invoice o WHERE o.customer_id = $2 AND (o.id = ANY($3::bigint[]) OR EXISTS (
        SELECT FROM crm_receivables_tax_invoice_part p JOIN crm_receivables_invoice v ON v.id = p.invoice_id
        WHERE p.tax_invoice_id = o.id AND v.customer_id = $1))
    ORDER BY o.id FOR NO KEY UPDATE)
"""
"""With those that were drawn since for invoices that have gone back."""
TORN = """
SELECT t.number AS tax_invoice, v.number AS invoice FROM crm_receivables_tax_invoice_part p
JOIN crm_receivables_tax_invoice t ON t.id = p.tax_invoice_id JOIN crm_receivables_invoice v ON v.id = p.invoice_id
WHERE t.customer_id = ANY($1::bigint[]) AND v.customer_id = ANY($1::bigint[]) AND t.customer_id <> v.customer_id
ORDER BY p.id LIMIT 1
"""
