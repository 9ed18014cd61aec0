"""The statements that lock or write. Order: account, lines by id; then what crm_receivables locks."""

from __future__ import annotations

from crm_receivables.services import paid_out_sql

LOCK_ACCOUNT = "SELECT 1 FROM crm_bank_account WHERE id = $1 FOR NO KEY UPDATE"
KNOWN_FILE = "SELECT id FROM crm_bank_statement WHERE account_id = $1 AND sha256 = $2 LIMIT 1"
INSERT_STATEMENT = """
INSERT INTO crm_bank_statement (account_id, number, currency, from_on, to_on, opening, closing, difference, flaw,
    lines_read, lines_new, file_name, sha256, revision, created_at, updated_at, created_by_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, 1, $13, $13, $14) RETURNING id
"""
COUNT_LINES = "UPDATE crm_bank_statement SET lines_new = $2 WHERE id = $1"
DELETE_STATEMENT = "DELETE FROM crm_bank_statement WHERE id = $1"
"""of one just made that brought nothing"""
INSERT_LINES = """
WITH added AS (
    INSERT INTO crm_bank_line (account_id, statement_id, currency, booked_on, value_on, amount, name, counterparty,
        text, reference, end_to_end_id, bank_reference, charges, kind, fingerprint, occurrence,
        state, category)
    SELECT $1, $2, $3, u.*, 'open', 'none'
    FROM unnest($4::date[], $5::date[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
        $12::text[], $13::bigint[], $14::text[], $15::text[], $16::int[]) AS u
    ON CONFLICT (account_id, fingerprint, occurrence) DO NOTHING RETURNING 1
)
SELECT count(*) FROM added
"""

LOCK_LINES = """
SELECT l.id, l.account_id, l.booked_on, l.amount, l.currency, l.name, l.counterparty, l.text, l.bank_reference,
    l.state, l.payment_id, l.customer_id, a.name AS account, a.number, a.method
FROM crm_bank_line l JOIN crm_bank_account a ON a.id = l.account_id
WHERE l.id = ANY($1::bigint[]) ORDER BY l.id FOR NO KEY UPDATE OF l
"""
MATCH_LINES = """
UPDATE crm_bank_line l SET state = 'matched', customer_id = m.customer_id, payment_id = m.payment_id,
    matched_by_id = $4, settled_at = $5
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS m (id, customer_id, payment_id)
WHERE l.id = m.id AND l.state = 'open'
RETURNING l.id
"""
SET_ASIDE = """
UPDATE crm_bank_line SET state = 'set_aside', category = $2, matched_by_id = $3, settled_at = $4
WHERE id = $1 AND state = 'open' RETURNING id
"""
OPEN_AGAIN = """
UPDATE crm_bank_line SET state = 'open', category = 'none', customer_id = NULL, payment_id = NULL,
    matched_by_id = NULL, settled_at = NULL
WHERE id = $1 AND state <> 'open' RETURNING id
"""
LEARN = """
INSERT INTO crm_bank_learned (line_id, counterparty, name_key, customer_id, learned_at)
SELECT $1, $2::text, $3::text, $4::bigint, $5 WHERE $4::bigint IS DISTINCT FROM (
    SELECT customer_id FROM crm_bank_learned WHERE counterparty = $2::text AND name_key = $3::text
    ORDER BY id DESC LIMIT 1)
"""
FORGET = "DELETE FROM crm_bank_learned WHERE line_id = $1"
PAID_OUT = f"""
SELECT p.customer_id FROM {paid_out_sql()} p WHERE p.payment_id = $1 AND p.currency = $2 AND p.amount = $3
"""  # noqa: S608
