"""The statements that lock rows and change balances.

Rows are locked in one order everywhere: payments, invoices, installments, each by id. A balance changes by one
UPDATE that leaves out what it would overdraw; callers compare the count and roll everything back.
"""

from __future__ import annotations

LOCK_PAYMENTS = """
SELECT id, customer_id, currency, on_account FROM crm_receivables_payment
WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
"""
LOCK_INVOICES = """
SELECT id FROM crm_receivables_invoice WHERE id IN (
    SELECT invoice_id FROM crm_receivables_installment WHERE id = ANY($1::bigint[])
) ORDER BY id FOR NO KEY UPDATE
"""
HOLD_INVOICES = """
SELECT id FROM crm_receivables_invoice WHERE id = ANY($1::bigint[]) AND state = 'posted' AND credited < total
ORDER BY id FOR SHARE
"""
"""Until the end of the transaction nobody voids or credits them."""
LOCK_INSTALLMENTS = """
SELECT id FROM crm_receivables_installment WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
"""
OPEN_INSTALLMENTS = """
SELECT i.id FROM crm_receivables_installment i
WHERE i.outstanding > 0 AND i.customer_id IN (
    SELECT customer_id FROM crm_receivables_payment WHERE id = ANY($1::bigint[]) AND on_account > 0)
"""
OPEN_OF_INVOICE = """
SELECT id, outstanding FROM crm_receivables_installment WHERE invoice_id = $1 AND outstanding > 0 ORDER BY due_on, id
"""
IS_LOSS = "SELECT direction = 'loss' FROM crm_receivables_payment WHERE id = $1"
LIVE_ALLOCATIONS = """
SELECT a.id, a.installment_id FROM crm_receivables_allocation a
WHERE a.payment_id = $1 AND ($2::bigint IS NULL OR a.invoice_id = $2) AND a.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM crm_receivables_allocation r WHERE r.reverses_id = a.id)
"""
OLDEST_FIRST = """
WITH paid AS (
    SELECT id, customer_id, currency, received_on, on_account AS amount,
        sum(on_account) OVER (PARTITION BY customer_id, currency ORDER BY received_on, id)::bigint AS upto
    FROM crm_receivables_payment WHERE id = ANY($1::bigint[]) AND on_account > 0
), owed AS (
    SELECT id, customer_id, currency, outstanding AS amount,
        sum(outstanding) OVER (PARTITION BY customer_id, currency ORDER BY due_on, id)::bigint AS upto
    FROM crm_receivables_installment WHERE id = ANY($2::bigint[]) AND outstanding > 0
)
SELECT paid.id AS payment_id, owed.id AS installment_id, paid.received_on,
    LEAST(paid.upto, owed.upto) - GREATEST(paid.upto - paid.amount, owed.upto - owed.amount) AS amount
FROM paid JOIN owed USING (customer_id, currency)
WHERE LEAST(paid.upto, owed.upto) > GREATEST(paid.upto - paid.amount, owed.upto - owed.amount)
ORDER BY paid.id, owed.id
"""
"""A customer's payments and debts laid side by side, oldest first: where they overlap, one settles the other."""

USE_PAYMENTS = """
UPDATE crm_receivables_payment p SET allocated = p.allocated + used.amount, on_account = p.on_account - used.amount,
    revision = p.revision + 1, updated_at = $3
FROM (SELECT id, sum(amount)::bigint AS amount FROM unnest($1::bigint[], $2::bigint[]) AS u (id, amount)
    GROUP BY id) used
WHERE p.id = used.id AND p.direction <> 'out' AND p.on_account >= used.amount
RETURNING p.id
"""
SETTLE_INSTALLMENTS = """
UPDATE crm_receivables_installment i SET allocated = i.allocated + part.amount,
    outstanding = i.outstanding - part.amount, revision = i.revision + 1, updated_at = $3
FROM (SELECT id, sum(amount)::bigint AS amount FROM unnest($1::bigint[], $2::bigint[]) AS u (id, amount)
    GROUP BY id) part
WHERE i.id = part.id AND NOT i.voided AND i.outstanding >= part.amount
RETURNING i.id, i.invoice_id
"""
BOOK_ALLOCATIONS = """
WITH wanted AS MATERIALIZED (
    SELECT u.position, u.payment_id, u.installment_id, u.amount, i.invoice_id, p.customer_id, p.currency,
        i.posted_on AS invoiced_on, p.received_on,
        GREATEST((SELECT crm_receivables_open_from()), u.effective_on, p.received_on, p.reversed_on, v.posted_on,
            i.reversed_on) AS effective_on,
        nextval(pg_get_serial_sequence('crm_receivables_entry', 'id')) AS serial
    FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::date[]) WITH ORDINALITY
        AS u (payment_id, installment_id, amount, effective_on, position)
    JOIN crm_receivables_payment p ON p.id = u.payment_id
    JOIN crm_receivables_installment i
        ON i.id = u.installment_id AND i.customer_id = p.customer_id AND i.currency = p.currency
    JOIN crm_receivables_invoice v ON v.id = i.invoice_id AND v.state = 'posted'
), booking AS MATERIALIZED (
    SELECT *, min(serial) OVER (PARTITION BY payment_id, effective_on) AS entry_id FROM wanted
), entry AS (
    INSERT INTO crm_receivables_entry (id, kind, posted_on, payment_id, created_at, created_by_id)
    SELECT entry_id, 'allocation', effective_on, payment_id, $5, $6 FROM booking WHERE entry_id = serial
), booked AS (
    INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
    SELECT entry_id, side.account, customer_id, currency, side.sign * sum(amount) FROM booking
    CROSS JOIN (VALUES ('credit', 1), ('receivable', -1)) AS side (account, sign)
    GROUP BY entry_id, side.account, side.sign, customer_id, currency
)
INSERT INTO crm_receivables_allocation (
    entry_id, payment_id, installment_id, invoice_id, amount, effective_on, invoiced_on, received_on, created_at,
    created_by_id)
SELECT entry_id, payment_id, installment_id, invoice_id, amount, effective_on, invoiced_on, received_on, $5, $6
FROM booking
ORDER BY position
RETURNING id
"""
"""One entry for each payment and day. No joins of CTEs here: the planner takes them for small, and thousands are not.

No allocation takes effect before the payment came, the invoice was posted, or another one was last taken back.
"""

RETURN_TO_PAYMENT = """
UPDATE crm_receivables_payment p SET allocated = p.allocated - back.amount, on_account = p.on_account + back.amount,
    reversed_on = GREATEST(p.reversed_on, back.effective_on), revision = p.revision + 1, updated_at = $3
FROM (SELECT payment_id, sum(amount)::bigint AS amount,
        max(GREATEST((SELECT crm_receivables_open_from()), effective_on, $2)) AS effective_on
    FROM crm_receivables_allocation WHERE id = ANY($1::bigint[]) GROUP BY payment_id) back
WHERE p.id = back.payment_id
RETURNING p.id, back.amount
"""
REOPEN_INSTALLMENTS = """
UPDATE crm_receivables_installment i SET allocated = i.allocated - back.amount,
    outstanding = i.outstanding + back.amount, reversed_on = GREATEST(i.reversed_on, back.effective_on),
    revision = i.revision + 1, updated_at = $3
FROM (SELECT installment_id, sum(amount)::bigint AS amount,
        max(GREATEST((SELECT crm_receivables_open_from()), effective_on, $2)) AS effective_on
    FROM crm_receivables_allocation WHERE id = ANY($1::bigint[]) GROUP BY installment_id) back
WHERE i.id = back.installment_id
RETURNING i.invoice_id
"""
BOOK_REVERSALS = """
WITH original AS MATERIALIZED (
    SELECT a.*, p.customer_id, p.currency,
        GREATEST((SELECT crm_receivables_open_from()), a.effective_on, $2) AS back_on,
        nextval(pg_get_serial_sequence('crm_receivables_entry', 'id')) AS serial
    FROM crm_receivables_allocation a JOIN crm_receivables_payment p ON p.id = a.payment_id
    WHERE a.id = ANY($1::bigint[])
), booking AS MATERIALIZED (
    SELECT *, min(serial) OVER (PARTITION BY payment_id, back_on) AS reversal_id FROM original
), entry AS (
    INSERT INTO crm_receivables_entry (id, kind, posted_on, payment_id, created_at, created_by_id)
    SELECT reversal_id, 'unallocation', back_on, payment_id, $3, $4 FROM booking WHERE reversal_id = serial
), booked AS (
    INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
    SELECT reversal_id, side.account, customer_id, currency, side.sign * sum(amount) FROM booking
    CROSS JOIN (VALUES ('receivable', 1), ('credit', -1)) AS side (account, sign)
    GROUP BY reversal_id, side.account, side.sign, customer_id, currency
)
INSERT INTO crm_receivables_allocation (
    entry_id, payment_id, installment_id, invoice_id, amount, effective_on, invoiced_on, received_on, reverses_id,
    created_at, created_by_id)
SELECT reversal_id, payment_id, installment_id, invoice_id, amount, back_on, invoiced_on, received_on, id, $3, $4
FROM booking
ORDER BY id
"""
REFRESH_INVOICES = """
UPDATE crm_receivables_invoice v SET
    allocated = s.allocated, outstanding = v.total - s.allocated, due_on = coalesce(s.next_due, s.last_due),
    paid = s.allocated - coalesce(c.by_note, 0) - coalesce(c.by_loss, 0),
    settled_by_credit = coalesce(c.by_note, 0), written_off = coalesce(c.by_loss, 0),
    status = CASE WHEN s.allocated = v.total THEN 'paid' WHEN s.next_due < $2 THEN 'overdue'
        WHEN s.allocated > 0 THEN 'partly_paid' ELSE 'open' END,
    revision = v.revision + 1, updated_at = $3
FROM (SELECT invoice_id, sum(allocated)::bigint AS allocated, min(due_on) FILTER (WHERE outstanding > 0) AS next_due,
        max(due_on) AS last_due
    FROM crm_receivables_installment WHERE invoice_id = ANY($1::bigint[]) GROUP BY invoice_id) s
LEFT JOIN (
    SELECT a.invoice_id, sum(a.amount * CASE WHEN a.reverses_id IS NULL THEN 1 ELSE -1 END)
            FILTER (WHERE p.direction = 'note')::bigint AS by_note,
        sum(a.amount * CASE WHEN a.reverses_id IS NULL THEN 1 ELSE -1 END)
            FILTER (WHERE p.direction = 'loss')::bigint AS by_loss
    FROM crm_receivables_allocation a JOIN crm_receivables_payment p ON p.id = a.payment_id
    WHERE a.invoice_id = ANY($1::bigint[]) AND p.direction IN ('note', 'loss') GROUP BY a.invoice_id
) c ON c.invoice_id = s.invoice_id
WHERE v.id = s.invoice_id AND v.state = 'posted'
RETURNING v.id, v.outstanding
"""
"""What an invoice was settled by is summed anew from its allocations: money is the rest of them."""
HOLD_PAYMENT = """
UPDATE crm_receivables_payment SET held = held + $2, updated_at = $3
WHERE id = $1 AND direction = 'in' AND amount - refunded - reversed - held >= $2
RETURNING id
"""
SET_HELD = """
UPDATE crm_receivables_payment SET held = least($2, amount - refunded - reversed), updated_at = $3
WHERE id = $1 AND held <> least($2, amount - refunded - reversed)
"""
REFUND_PAYMENT = """
UPDATE crm_receivables_payment SET refunded = refunded + $2, on_account = on_account - $2,
    revision = revision + 1, updated_at = $3
WHERE id = $1 AND direction IN ('in', 'note') AND on_account >= $2 AND amount - refunded - reversed - held >= $2
RETURNING customer_id, currency, account, method = 'stored_value' AS stored_value,
    GREATEST((SELECT crm_receivables_open_from()), $4::date, received_on, reversed_on) AS refunded_on
"""
VOID_INSTALLMENTS = """
UPDATE crm_receivables_installment SET voided = true, outstanding = 0, revision = revision + 1, updated_at = $2,
    voided_on = GREATEST((SELECT crm_receivables_open_from()), $3::date, posted_on,
        (SELECT max(reversed_on) FROM crm_receivables_installment WHERE invoice_id = $1))
WHERE invoice_id = $1 AND allocated = 0 AND NOT voided
"""
VOID_INVOICE = """
UPDATE crm_receivables_invoice v SET state = 'void', status = 'void', outstanding = 0, revision = revision + 1,
    updated_at = $3, voided_on = GREATEST((SELECT crm_receivables_open_from()), $2::date, v.posted_on,
        (SELECT max(voided_on) FROM crm_receivables_installment WHERE invoice_id = $1))
WHERE v.id = $1 AND v.state = 'posted' AND v.allocated = 0 AND v.credited = 0
    AND NOT EXISTS (SELECT 1 FROM crm_receivables_installment WHERE invoice_id = $1 AND NOT voided)
RETURNING v.number, v.voided_on, v.customer_id
"""
BOOK_VOID = """
WITH entry AS (
    INSERT INTO crm_receivables_entry (kind, posted_on, invoice_id, created_at, created_by_id)
    SELECT 'void', voided_on, id, $2, $3 FROM crm_receivables_invoice WHERE id = $1
    RETURNING id
)
INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
SELECT entry.id, p.account, v.customer_id, p.currency, -p.amount
FROM entry, crm_receivables_entry e JOIN crm_receivables_posting p ON p.entry_id = e.id
JOIN crm_receivables_invoice v ON v.id = e.invoice_id
WHERE e.invoice_id = $1 AND e.kind = 'invoice'
"""
"""For the customer that the invoice has now: a merge may have handed it on."""
INSERT_PAYMENTS = """
INSERT INTO crm_receivables_payment (
    id, number, customer_id, direction, method, account, handler_id, reference, received_on, currency, amount, note,
    allocated, refunded, reversed, on_account, revision, created_at, updated_at, created_by_id)
SELECT id, 'PM-' || lpad(id::text, 8, '0'), customer_id, $11::text, method, account, handler_id, reference, received_on,
    currency, amount, note, 0, 0, 0, CASE WHEN $11::text = 'in' THEN amount ELSE 0 END, 1, $12, $12, $13
FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::date[], $8::text[],
        $9::bigint[], $10::text[])
    AS new (id, customer_id, method, account, handler_id, reference, received_on, currency, amount, note)
ON CONFLICT (method, reference) WHERE reference <> '' AND reversed = 0 DO NOTHING
RETURNING id
"""
BOOK_PAYMENTS = """
WITH payment AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('crm_receivables_entry', 'id')) AS entry_id,
        id, received_on, customer_id, currency, amount,
        CASE method WHEN 'stored_value' THEN method ELSE 'cash' END AS paid_from
    FROM crm_receivables_payment WHERE id = ANY($1::bigint[]) ORDER BY id
), entry AS (
    INSERT INTO crm_receivables_entry (id, kind, posted_on, payment_id, created_at, created_by_id)
    SELECT entry_id, 'payment', received_on, id, $2, $3 FROM payment
)
INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
SELECT entry_id, side.account, customer_id, currency, side.sign * amount FROM payment
CROSS JOIN LATERAL (VALUES (paid_from, 1), ('credit', -1)) AS side (account, sign)
"""
BOOK_REFUND = """
WITH entry AS (
    INSERT INTO crm_receivables_entry (kind, posted_on, payment_id, created_at, created_by_id)
    VALUES ('refund', $4::date, $1, $6, $7) RETURNING id
), booked AS (
    INSERT INTO crm_receivables_posting (entry_id, account, customer_id, currency, amount)
    SELECT entry.id, side.account, p.customer_id, p.currency, side.sign * $3::bigint
    FROM entry, crm_receivables_payment p CROSS JOIN LATERAL (
        VALUES ('credit', 1), (CASE p.method WHEN 'stored_value' THEN p.method ELSE 'cash' END, -1)
    ) AS side (account, sign)
    WHERE p.id = $1
)
INSERT INTO crm_receivables_refund (
    entry_id, payment_id, paid_out_id, amount, refunded_on, reason, created_at, created_by_id)
SELECT id, $1, $2, $3, $4, $5, $6, $7 FROM entry
RETURNING id
"""
SAME_REFERENCES = """
SELECT p.id, p.method, p.reference, p.direction, p.customer_id, p.currency, p.amount FROM crm_receivables_payment p
JOIN unnest($1::text[], $2::text[]) AS wanted (method, reference) USING (method, reference)
WHERE p.reversed = 0
"""
NEW_PAYMENT_IDS = """
SELECT nextval(pg_get_serial_sequence('crm_receivables_payment', 'id')) AS id FROM generate_series(1, $1::int)
"""
