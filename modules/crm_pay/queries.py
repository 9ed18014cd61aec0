"""The statements on this add-on's tables."""

from __future__ import annotations

ACCOUNT = "SELECT * FROM crm_pay_account WHERE id = $1 AND active"
LOCK_ACCOUNT = "SELECT 1 FROM crm_pay_account WHERE id = $1 FOR NO KEY UPDATE"
"""one message of an account after the other: each sees what those before it have left"""
NEW_MESSAGE = """
INSERT INTO crm_pay_event (account_id, event_id, kind, reference, provider_reference, amount, currency, total,
    refund, detail, happened_at, received_at, body_sha256)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (account_id, event_id) DO NOTHING
"""
ATTEMPTS_OF = """
SELECT id FROM crm_pay_attempt WHERE account_id = $1
    AND (reference = $2 OR ($3 <> '' AND provider_reference = $3)) ORDER BY id
"""
LOCK_ATTEMPT = """
SELECT t.*, a.title FROM crm_pay_attempt t JOIN crm_pay_account a ON a.id = t.account_id
WHERE t.id = $1 FOR NO KEY UPDATE OF t
"""
MESSAGES_OF = """
SELECT * FROM crm_pay_event e WHERE account_id = $1 AND (reference = $2 OR (reference = '' AND provider_reference IN (
    SELECT provider_reference FROM crm_pay_event WHERE account_id = $1 AND reference = $2 AND kind = 'paid'
        AND provider_reference <> '')))
"""
CAPTURED = """
UPDATE crm_pay_attempt SET payment_id = $2, provider_reference = $3, captured = $4, captured_currency = $5,
    updated_at = $6, revision = revision + 1 WHERE id = $1
"""
RETURNED = """
UPDATE crm_pay_attempt SET returned = $2, updated_at = $3, revision = revision + 1 WHERE id = $1
"""
STATE = """
UPDATE crm_pay_attempt SET state = $2, updated_at = $3, revision = revision + 1 WHERE id = $1 AND state <> $2
"""
NEW_PROBLEM = """
INSERT INTO crm_pay_problem (attempt_id, kind, state, detail, remark, revision, created_at, updated_at)
VALUES ($1, $2, 'open', $3, '', 1, $4, $4) ON CONFLICT (attempt_id, kind) DO NOTHING
"""
SOLVED = """
UPDATE crm_pay_problem SET state = 'done', updated_at = $3, revision = revision + 1
WHERE attempt_id = $1 AND kind = $2 AND state = 'open'
"""
NEW_LINK = """
INSERT INTO crm_pay_link (invoice_id, token_hash, secret, expires_at, revoked, revision, created_at, updated_at,
    created_by_id)
VALUES ($1, $2, $3, $4, false, 1, $5, $5, $6)
ON CONFLICT (token_hash) DO UPDATE SET updated_at = EXCLUDED.updated_at RETURNING id
"""
LINK_BY_TOKEN = """
SELECT *, NOT revoked AND (expires_at IS NULL OR expires_at > $2) AS good FROM crm_pay_link WHERE token_hash = $1
"""
CURRENT_LINK = """
SELECT * FROM crm_pay_link WHERE invoice_id = $1 AND NOT revoked AND (expires_at IS NULL OR expires_at > $2)
ORDER BY id DESC LIMIT 1
"""
REVOKED_LINKS = "SELECT token_hash FROM crm_pay_link WHERE token_hash = ANY($1::text[]) AND revoked"
LINK_KEY = "SELECT secret FROM crm_pay_link_key"
ACTIVE_ACCOUNTS = "SELECT * FROM crm_pay_account WHERE active AND secret <> '' ORDER BY id"
NEW_ATTEMPT = """
INSERT INTO crm_pay_attempt (reference, link_id, invoice_id, account_id, provider, currency, amount, state, captured,
    captured_currency, returned, revision, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'started', 0, '', 0, 1, $8, $8)
"""
GIVE_CODE = "UPDATE crm_pay_attempt SET code = $2 WHERE reference = $1"
ATTEMPT_OF_LINK = "SELECT * FROM crm_pay_attempt WHERE reference = $1 AND link_id = $2"
TEST_ATTEMPT = """
SELECT t.*, a.secret FROM crm_pay_attempt t JOIN crm_pay_account a ON a.id = t.account_id
WHERE t.reference = $1 AND a.provider = 'test' AND a.active AND a.test_mode
"""
ATTEMPT_OF_PAYMENT = "SELECT * FROM crm_pay_attempt WHERE payment_id = $1"
