"""The statements on refunds that were asked for here."""

from __future__ import annotations

RESERVE = """
UPDATE crm_pay_attempt t SET refunding = t.refunding + $2, updated_at = $3, revision = t.revision + 1
FROM crm_pay_account a
WHERE t.id = $1 AND a.id = t.account_id AND a.active AND t.captured - t.refunding - greatest(t.returned, (
        SELECT coalesce(sum(d.amount), 0) FROM crm_pay_refund d WHERE d.attempt_id = t.id AND d.state = 'done')) >= $2
    AND t.payment_id IS NOT NULL
RETURNING t.captured_currency AS currency, t.payment_id
"""
"""Refuses where less is left of what came, as the provider says or as was asked for here."""
INSERT = """
INSERT INTO crm_pay_refund (number, attempt_id, currency, amount, reason, state, detail, revision, created_at,
    updated_at, created_by_id)
VALUES ($1, $2, $3, $4, $5, 'requested', '', 1, $6, $6, $7) RETURNING id
"""
CONCLUDE = """
WITH said AS MATERIALIZED (
    SELECT r.id, r.attempt_id, r.amount, r.state AS before, CASE WHEN bool_or(e.kind = 'refunded') THEN 'done'
            ELSE 'failed' END AS state,
        coalesce((array_agg(e.detail ORDER BY e.happened_at DESC, e.id DESC) FILTER (WHERE e.detail <> ''))[1], '')
            AS detail
    FROM crm_pay_refund r JOIN crm_pay_attempt t ON t.id = r.attempt_id
    JOIN crm_pay_event e ON e.account_id = t.account_id AND e.reference = t.reference AND e.refund = r.number
    WHERE r.attempt_id = $1 AND e.kind IN ('refunded', 'refund_failed') GROUP BY r.id
), changed AS (
    UPDATE crm_pay_refund r SET state = s.state, detail = CASE WHEN s.state = 'done' THEN '' ELSE s.detail END,
        updated_at = $2, revision = r.revision + 1
    FROM said s WHERE r.id = s.id AND r.state <> s.state
    RETURNING CASE WHEN s.before = 'requested' THEN s.amount ELSE 0 END AS freed
), freed AS (SELECT coalesce(sum(freed), 0)::bigint AS amount FROM changed)
UPDATE crm_pay_attempt t SET refunding = t.refunding - f.amount, updated_at = $2, revision = t.revision + 1
FROM freed f WHERE t.id = $1 AND f.amount > 0
"""
"""Refunds of an attempt, whose row is locked, become what its events say; what they held is free again, once."""
REASON = """
SELECT reason FROM crm_pay_refund WHERE attempt_id = $1 AND amount = $2 AND state = 'done' ORDER BY id DESC LIMIT 1
"""
TO_SEND = """
SELECT r.*, t.account_id, t.provider, t.reference, t.provider_reference, t.captured, a.secret, a.test_mode
FROM crm_pay_refund r JOIN crm_pay_attempt t ON t.id = r.attempt_id JOIN crm_pay_account a ON a.id = t.account_id
WHERE r.id = $1 AND r.state = 'requested' AND a.active
"""
UNANSWERED = """
UPDATE crm_pay_refund SET asked_at = $1::timestamptz WHERE id IN (
    SELECT id FROM crm_pay_refund
    WHERE state = 'requested' AND coalesce(asked_at, created_at) + greatest(
        interval '2 minutes', least(interval '6 hours', (coalesce(asked_at, created_at) - created_at) / 2)
    ) < $1::timestamptz
    ORDER BY asked_at NULLS FIRST LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED)
RETURNING id
"""
"""Asked again ever more rarely."""
TO_ASK = """
SELECT t.id, t.account_id, t.provider, t.reference, a.secret, a.test_mode
FROM crm_pay_attempt t JOIN crm_pay_account a ON a.id = t.account_id
WHERE t.id = $1 AND t.state = 'started' AND a.active
"""
UNHEARD = """
UPDATE crm_pay_attempt SET asked_at = $1::timestamptz WHERE id IN (
    SELECT t.id FROM crm_pay_attempt t JOIN crm_pay_account a ON a.id = t.account_id
    WHERE t.state = 'started' AND a.active AND t.provider = ANY($3::text[])
        AND t.created_at > $1::timestamptz - interval '3 days'
        AND coalesce(t.asked_at, t.created_at) + greatest(
            interval '2 minutes', (coalesce(t.asked_at, t.created_at) - t.created_at) / 2) < $1::timestamptz
    ORDER BY t.asked_at NULLS FIRST LIMIT $2 FOR NO KEY UPDATE OF t SKIP LOCKED)
RETURNING id
"""
