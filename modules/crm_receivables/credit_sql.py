"""SQL of credit notes, write-offs and reversals. Whoever calls these holds the locks, see `locks`."""

LOCK_INVOICE = """
SELECT id, number, customer_id, currency, total, credited, outstanding, posted_on FROM crm_receivables_invoice
WHERE id = $1 AND state = 'posted' FOR NO KEY UPDATE
"""
LINES_LEFT = """
SELECT l.id, l.amount, l.tax, l.tax_rate, coalesce(sum(c.amount), 0)::bigint AS credited,
    coalesce(sum(c.tax), 0)::bigint AS credited_tax
FROM crm_receivables_line l LEFT JOIN (
    SELECT c.* FROM crm_receivables_credit_line c JOIN crm_receivables_credit_note n ON n.id = c.note_id
    WHERE n.invoice_id = $1 AND n.state = 'posted') c ON c.line_id = l.id
WHERE l.invoice_id = $1 GROUP BY l.id ORDER BY l.id
"""
INSERT_CREDIT = """
WITH new AS MATERIALIZED (SELECT nextval(pg_get_serial_sequence('crm_receivables_payment', 'id')) AS id)
INSERT INTO crm_receivables_payment (
    id, number, customer_id, direction, account, handler_id, reference, received_on, currency, amount, note,
    allocated, refunded, reversed, on_account, revision, created_at, updated_at, created_by_id)
SELECT new.id, 'PM-' || lpad(new.id::text, 8, '0'), v.customer_id, $2, '', $7, $3, $4, v.currency, $5, '',
    0, 0, 0, $5, 1, $6, $6, $7
FROM new, crm_receivables_invoice v WHERE v.id = $1
RETURNING id
"""
"""The credit that a credit note or a write-off gives: a payment without money."""

CREDIT_INVOICE = """
UPDATE crm_receivables_invoice SET credited = credited + $2, revision = revision + 1, updated_at = $3
WHERE id = $1 AND state = 'posted' AND credited + $2 <= total
RETURNING credited = total AS taken_back
"""
INSERT_NOTE = """
WITH note AS (
    INSERT INTO crm_receivables_credit_note (
        number, invoice_id, customer_id, payment_id, posted_on, currency, subtotal, tax, total, reason, state,
        revision, created_at, updated_at, created_by_id)
    SELECT $2, v.id, v.customer_id, $3, $4, v.currency, $5::bigint - $6::bigint, $6, $5, $7, 'posted', 1, $8, $8, $9
    FROM crm_receivables_invoice v WHERE v.id = $1
    RETURNING id
), line AS (
    INSERT INTO crm_receivables_credit_line (note_id, line_id, description, tax_rate, amount, tax)
    SELECT note.id, l.id, l.description, l.tax_rate, part.amount, part.tax
    FROM note, unnest($10::bigint[], $11::bigint[], $12::bigint[]) AS part (line_id, amount, tax)
    JOIN crm_receivables_line l ON l.id = part.line_id ORDER BY l.id
)
SELECT id FROM note
"""
BOOK_CREDIT = """
WITH credit AS MATERIALIZED (
    SELECT id, received_on, customer_id, currency, amount FROM crm_receivables_payment WHERE id = $1
), entry AS (
    INSERT INTO crm_receivables_entry (kind, posted_on, payment_id, created_at, created_by_id)
    SELECT $2, received_on, id, $5, $6 FROM credit RETURNING id
)
INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
SELECT entry.id, side.account, credit.customer_id, credit.currency, side.amount FROM entry, credit
CROSS JOIN LATERAL (
    SELECT * FROM unnest($3::text[], $4::bigint[]) UNION ALL SELECT 'credit', -credit.amount) AS side (account, amount)
WHERE side.amount <> 0
"""
"""$3 and $4: what the credit is taken from, accounts and debits."""

REVERSE_PAYMENT = """
UPDATE crm_receivables_payment SET reversed = amount, on_account = 0, revision = revision + 1, updated_at = $3
WHERE id = $1 AND direction <> 'out' AND on_account = amount AND reversed = 0 AND held = 0
RETURNING number, direction, customer_id, currency, amount,
    GREATEST((SELECT crm_receivables_open_from()), $2::date, received_on, reversed_on) AS reversed_on
"""
BOOK_REVERSAL = """
WITH entry AS (
    INSERT INTO crm_receivables_entry (kind, posted_on, payment_id, created_at, created_by_id)
    VALUES ('reversal', $2, $1, $5, $6) RETURNING id
), booked AS (
    INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
    SELECT entry.id, p.account, v.customer_id, p.currency, -p.amount
    FROM entry, crm_receivables_entry e JOIN crm_receivables_posting p ON p.entry_id = e.id
    JOIN crm_receivables_payment v ON v.id = e.payment_id
    WHERE e.payment_id = $1 AND e.kind IN ('payment', 'credit_note', 'write_off')
)
INSERT INTO crm_receivables_reversal (
    entry_id, payment_id, amount, cause, reversed_on, reason, created_at, created_by_id)
SELECT entry.id, v.id, v.amount, $3, $2, $4, $5, $6 FROM entry, crm_receivables_payment v WHERE v.id = $1
RETURNING id
"""
"""For the customer that the payment has now: a merge may have handed it on."""

REVERSE_NOTE = """
WITH note AS (
    UPDATE crm_receivables_credit_note SET state = 'reversed', revision = revision + 1, updated_at = $2
    WHERE payment_id = $1 RETURNING invoice_id, total
)
UPDATE crm_receivables_invoice v SET credited = v.credited - note.total, revision = v.revision + 1, updated_at = $2
FROM note WHERE v.id = note.invoice_id
RETURNING v.id, v.credited + note.total = v.total AS stands_again
"""
REVERSE_WRITE_OFF = """
UPDATE crm_receivables_write_off SET state = 'reversed', revision = revision + 1, updated_at = $2 WHERE payment_id = $1
"""
REQUEST_WRITE_OFF = """
WITH new AS MATERIALIZED (SELECT nextval(pg_get_serial_sequence('crm_receivables_write_off', 'id')) AS id)
INSERT INTO crm_receivables_write_off (
    id, number, invoice_id, customer_id, currency, amount, reason, state, remark,
    revision, created_at, updated_at, created_by_id)
SELECT new.id, 'WO-' || lpad(new.id::text, 6, '0'), v.id, v.customer_id, v.currency, $2, $3, 'requested', '',
    1, $4, $4, $5
FROM new, crm_receivables_invoice v WHERE v.id = $1 AND v.state = 'posted' AND v.outstanding >= $2
ON CONFLICT (invoice_id) WHERE state = 'requested' DO NOTHING
RETURNING id
"""
WRITTEN_OFF_ALONE = """
SELECT coalesce(sum(amount), 0)::bigint FROM crm_receivables_write_off
WHERE invoice_id = $1 AND state = 'approved' AND decided_by_id IS NOT DISTINCT FROM created_by_id
"""
DECIDE_WRITE_OFF = """
UPDATE crm_receivables_write_off SET state = $2, payment_id = $3, decided_by_id = $4, decided_on = $5, remark = $6,
    revision = revision + 1, updated_at = $7
WHERE id = $1 AND state = 'requested'
RETURNING id
"""
