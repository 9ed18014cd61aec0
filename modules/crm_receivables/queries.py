"""SQL of posting, one statement for a whole batch, and of what is looked up."""

from __future__ import annotations

from crm_core.services import customer_address_sql, visible_customers_sql

NEW_INVOICE_IDS = """
SELECT nextval(pg_get_serial_sequence('crm_receivables_invoice', 'id')) AS id FROM generate_series(1, $1::int)
"""
INSERT_INVOICES = """
INSERT INTO crm_receivables_invoice (
    id, customer_id, contract_id, currency, total, tax, subtotal, reference, source,
    state, status, allocated, outstanding, note, revision, created_at, updated_at, created_by_id)
SELECT id, customer_id, contract_id, currency, total, tax, total - tax, reference, source,
    'draft', 'draft', 0, 0, '', 1, $9, $9, $10
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::text[])
    AS new (id, customer_id, contract_id, currency, total, tax, reference, source)
ON CONFLICT DO NOTHING
RETURNING id
"""
INSERT_LINES = """
INSERT INTO crm_receivables_line (
    invoice_id, description, quantity, unit_price, amount, tax, tax_rate, contract_line_id, period_start, period_end)
SELECT invoice_id, description, 1, amount, amount, tax, tax_rate, contract_line_id, period_start, period_end
FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::numeric[], $6::bigint[], $7::date[], $8::date[])
    AS new (invoice_id, description, amount, tax, tax_rate, contract_line_id, period_start, period_end)
"""
INSERT_INSTALLMENTS = """
INSERT INTO crm_receivables_installment (
    invoice_id, number, customer_id, currency, label, posted_on, due_on, amount, allocated, outstanding, voided,
    revision, created_at, updated_at, created_by_id)
SELECT v.id, new.number, v.customer_id, v.currency, new.label, new.posted_on, new.due_on, new.amount, 0, new.amount,
    false, 1, $6, $6, $7
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::date[], $5::bigint[], $8::date[]) WITH ORDINALITY
    AS new (invoice_id, number, label, due_on, amount, posted_on, position)
JOIN crm_receivables_invoice v ON v.id = new.invoice_id
ORDER BY new.position
"""
_PARTIES = f"""jsonb_build_object('seller', {{seller}}::jsonb, 'buyer',
        (SELECT to_jsonb(b) FROM {customer_address_sql("v.customer_id")} b))"""  # noqa: S608
"""What `parties.Parties` keeps of an invoice `v`."""
POST_INVOICES = f"""
UPDATE crm_receivables_invoice v SET
    state = 'posted', number = new.number, posted_on = new.posted_on, outstanding = v.total,
    tax_open = CASE v.currency WHEN 'CNY' THEN v.total ELSE 0 END - v.tax_invoiced,
    due_on = coalesce(i.due_on, v.due_on), parties = {_PARTIES.format(seller="$6")},
    status = CASE WHEN v.total = 0 THEN 'paid' WHEN i.due_on < $4 THEN 'overdue' ELSE 'open' END,
    revision = v.revision + 1, updated_at = $5
FROM unnest($1::bigint[], $2::text[], $3::date[]) AS new (id, number, posted_on)
LEFT JOIN (SELECT invoice_id, min(due_on) AS due_on FROM crm_receivables_installment
    WHERE invoice_id = ANY($1::bigint[]) GROUP BY invoice_id) i ON i.invoice_id = new.id
WHERE v.id = new.id AND v.state = 'draft'
RETURNING v.id, v.number, v.total, v.customer_id, v.currency, v.posted_on
"""  # noqa: S608
RENEW_PARTIES = f"""
UPDATE crm_receivables_invoice v SET parties = {_PARTIES.format(seller="$2")},
    revision = v.revision + 1, updated_at = $3
WHERE v.id = $1 AND v.state = 'posted'
RETURNING v.parties
"""  # noqa: S608
BOOK_INVOICES = """
WITH invoice AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('crm_receivables_entry', 'id')) AS entry_id,
        id, posted_on, customer_id, currency, subtotal, tax, total
    FROM crm_receivables_invoice WHERE id = ANY($1::bigint[]) ORDER BY id
), entry AS (
    INSERT INTO crm_receivables_entry (id, kind, posted_on, invoice_id, created_at, created_by_id)
    SELECT entry_id, 'invoice', posted_on, id, $2, $3 FROM invoice
)
INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
SELECT entry_id, side.account, customer_id, currency, side.amount FROM invoice
CROSS JOIN LATERAL (VALUES ('receivable', total), ('revenue', -subtotal), ('tax', -tax)) AS side (account, amount)
WHERE side.amount <> 0
"""
FORGET_BUYER = """
UPDATE crm_receivables_invoice SET parties = parties - 'buyer', revision = revision + 1, updated_at = $2
WHERE customer_id = $1 AND parties ? 'buyer'
"""
MARK_OVERDUE = """
UPDATE crm_receivables_invoice SET status = 'overdue', revision = revision + 1, updated_at = $2
WHERE id IN (
    SELECT id FROM crm_receivables_invoice WHERE status IN ('open', 'partly_paid') AND due_on < $1
    ORDER BY id FOR NO KEY UPDATE)
"""
LINES_OF_DRAFT = (
    "SELECT id, quantity, unit_price, tax_rate, amount, tax FROM crm_receivables_line WHERE invoice_id = $1"
)
OUTSTANDING = """
SELECT currency, sum(outstanding)::bigint AS amount FROM crm_receivables_installment
WHERE customer_id = $1 AND outstanding > 0 GROUP BY currency ORDER BY currency
"""
BY_REFERENCE = """
SELECT reference, number, customer_id, currency, total FROM crm_receivables_invoice WHERE reference = ANY($1::text[])
"""
PAID_REFERENCES = """
SELECT reference FROM crm_receivables_payment
WHERE method = $2 AND reference = ANY($1::text[]) AND reference <> '' AND reversed = 0
"""
INSTALLMENTS_OF = "SELECT id, invoice_id FROM crm_receivables_installment WHERE invoice_id = ANY($1::bigint[])"
OWED_BY_CUSTOMER = """
SELECT currency, sum(outstanding)::bigint AS amount,
    coalesce(sum(outstanding) FILTER (WHERE due_on < $2), 0)::bigint AS overdue
FROM crm_receivables_installment WHERE customer_id = $1 AND outstanding > 0 GROUP BY currency ORDER BY currency
"""
LAST_PAYMENT = """
SELECT id, amount, currency, received_on FROM crm_receivables_payment
WHERE customer_id = $1 AND direction = 'in' AND reversed = 0 ORDER BY received_on DESC, id DESC LIMIT 1
"""
INVOICES_OF_CONTRACT = """
SELECT id, number, due_on, total, outstanding, currency FROM crm_receivables_invoice
WHERE id IN (
    SELECT id FROM crm_receivables_invoice WHERE contract_id = $1
    UNION SELECT invoice_id FROM crm_receivables_line WHERE contract_line_id = ANY($3::bigint[]))
ORDER BY id DESC LIMIT $2
"""
"""Its own, and those of its customer that have lines of it."""
OPEN_BY_AGE = f"""
WITH due AS (
    SELECT i.invoice_id, i.due_on, i.outstanding, i.currency, c.name AS customer, CASE
        WHEN i.due_on >= $1 THEN 0 WHEN i.due_on >= $1 - 30 THEN 1 WHEN i.due_on >= $1 - 60 THEN 2
        WHEN i.due_on >= $1 - 90 THEN 3 ELSE 4 END AS age
    FROM crm_receivables_installment i JOIN {visible_customers_sql(2)} c ON c.id = i.customer_id
    WHERE i.outstanding > 0
)
SELECT age, currency, sum(outstanding)::bigint AS amount,
    coalesce(sum(outstanding) FILTER (WHERE due_on BETWEEN $1 AND $1 + 6), 0)::bigint AS soon,
    NULL::bigint AS invoice_id, NULL::date AS due_on, NULL AS customer
FROM due GROUP BY age, currency
UNION ALL
SELECT * FROM (SELECT NULL::int, currency, outstanding, 0::bigint, invoice_id, due_on, customer FROM due
    WHERE age > 0 ORDER BY due_on, invoice_id LIMIT $5) AS first
ORDER BY age, currency, due_on, invoice_id
"""  # noqa: S608
BY_MONTH = f"""
SELECT m.kind, date_trunc('month', m.day::timestamp)::date AS month, m.currency, sum(m.amount)::bigint AS amount
FROM (
    SELECT 'billed' AS kind, posted_on AS day, currency, total AS amount, customer_id
    FROM crm_receivables_invoice WHERE state = 'posted' AND posted_on >= $1
    UNION ALL
    SELECT 'received', received_on, currency, amount, customer_id
    FROM crm_receivables_payment WHERE direction = 'in' AND reversed = 0 AND received_on >= $1
) m JOIN {visible_customers_sql(2)} c ON c.id = m.customer_id
GROUP BY 1, 2, 3 ORDER BY 3
"""  # noqa: S608
DUE_OF_CUSTOMER = """
SELECT v.id, v.number, i.label, i.due_on, i.outstanding, i.currency
FROM crm_receivables_installment i JOIN crm_receivables_invoice v ON v.id = i.invoice_id
WHERE i.customer_id = $1 AND i.outstanding > 0 ORDER BY i.due_on, i.id LIMIT 200
"""
INVOICES_OF_CUSTOMER = """
SELECT id, number, posted_on, due_on, total, paid, settled_by_credit, written_off, outstanding, currency, state
FROM crm_receivables_invoice
WHERE customer_id = $1 AND state <> 'draft' ORDER BY posted_on DESC, id DESC LIMIT 200
"""
PAYMENTS_OF_CUSTOMER = """
SELECT received_on, method, direction, amount, currency FROM crm_receivables_payment
WHERE customer_id = $1 AND direction <> 'loss' AND reversed = 0 ORDER BY received_on DESC, id DESC LIMIT 200
"""
INVOICE_OF_CUSTOMER = """
SELECT * FROM crm_receivables_invoice WHERE customer_id = $1 AND id = $2 AND state <> 'draft'
"""
