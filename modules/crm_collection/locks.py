"""The statements that lock rows, and those that write notices and charges."""

from __future__ import annotations

ONE_RUN = "SELECT 1 FROM crm_collection_policy WHERE standard FOR NO KEY UPDATE"
"""Runs come one after the other: the standard policy, of which there is one, stands for the run."""

NEW_NOTICE_IDS = """
SELECT nextval(pg_get_serial_sequence('crm_collection_notice', 'id')) AS id FROM generate_series(1, $1::int)
"""
INSERT_NOTICES = """
INSERT INTO crm_collection_notice (
    id, number, customer_id, level_id, level_number, channel, locale, address, subject, text, state, assignee_id,
    mail_id, run_on, result, revision, created_at, updated_at, created_by_id)
SELECT id, 'DN-' || lpad(id::text, 8, '0'), customer_id, level_id, level_number, channel, locale, address, subject,
    text, state, assignee_id, mail_id, $13, '', 1, $14, $14, $15
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::text[], $10::text[], $11::bigint[], $12::bigint[])
    AS new (id, customer_id, level_id, level_number, channel, locale, address, subject, text, state, assignee_id,
        mail_id)
"""
INSERT_STEPS = """
INSERT INTO crm_collection_step (
    notice_id, installment_id, number, level_number, due_on, currency, outstanding, interest, fee, run_on, created_at)
SELECT notice_id, installment_id, number, level_number, due_on, currency, outstanding, interest, fee, $10, $11
FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::int[], $5::date[], $6::text[], $7::bigint[], $8::bigint[],
        $9::bigint[])
    AS new (notice_id, installment_id, number, level_number, due_on, currency, outstanding, interest, fee)
"""
"""Where one of them got this level already, the database refuses all of them (UNIQUE)."""

INSERT_CHARGES = """
INSERT INTO crm_collection_charge (kind, installment_id, starts_on, ends_on, step_id, amount, currency, invoice_id,
    created_at, created_by_id)
SELECT kind, installment_id, starts_on, ends_on, step_id, amount, currency, $7, $8, $9
FROM unnest($1::text[], $2::bigint[], $3::date[], $4::date[], $5::bigint[], $6::bigint[], $10::text[])
    AS new (kind, installment_id, starts_on, ends_on, step_id, amount, currency)
"""
"""Where a day or a fee of them was charged already, the database refuses all of them (EXCLUDE, UNIQUE)."""
RELEASE_CHARGES = "UPDATE crm_collection_charge SET released_on = $2::date WHERE invoice_id = $1"

LOCK_LIMITS = """
SELECT currency, amount, hold, note FROM crm_collection_credit_limit WHERE customer_id = $1
ORDER BY id FOR NO KEY UPDATE
"""
"""The statements after it see what those who held the lock have committed."""
