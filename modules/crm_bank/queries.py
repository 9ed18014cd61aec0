"""The statements that look up and change nothing."""

from __future__ import annotations

from crm_core.services import customer_names_sql, visible_customers_sql
from crm_receivables.services import open_items_sql, paid_out_sql

_MOST_OF_AN_AMOUNT = 6
_MOST_NAMESAKES = 20
_MOST_OF_A_CUSTOMER = 60

LINES = """
SELECT l.id, l.account_id, l.booked_on, l.value_on, l.amount, l.currency, l.name, l.counterparty, l.text, l.reference,
    l.end_to_end_id, l.bank_reference, l.state, l.payment_id, l.customer_id, a.name AS account, a.number, a.method
FROM crm_bank_line l JOIN crm_bank_account a ON a.id = l.account_id
"""
OPEN_LINES = f"""
{LINES} WHERE l.state = 'open' AND l.amount > 0 AND l.booked_on <= $1 AND l.id > $2 ORDER BY l.id LIMIT $3
"""
LINES_BY_ID = f"{LINES} WHERE l.id = ANY($1::bigint[]) ORDER BY l.booked_on, l.id"
WORK_LINES = f"""
{LINES} WHERE l.state = 'open' AND ($1::bigint IS NULL OR l.account_id = $1) AND (l.booked_on, l.id) > ($2, $3)
ORDER BY l.booked_on, l.id LIMIT $4
"""
COUNT_OPEN = "SELECT count(*) FROM crm_bank_line WHERE state = 'open' AND ($1::bigint IS NULL OR account_id = $1)"
NAMED = f"""
WITH token AS (SELECT DISTINCT * FROM unnest($1::bigint[], $2::text[]) AS t (line_id, token))
SELECT t.line_id, o.* FROM token t JOIN {open_items_sql()} o ON o.invoice_number = t.token
UNION
SELECT t.line_id, o.* FROM token t JOIN {open_items_sql()} o ON o.reference = t.token
"""  # noqa: S608
COUNTERPARTIES = f"""
WITH line AS MATERIALIZED (
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS l (id, account, name_key, trade_name)
), known AS MATERIALIZED (
    SELECT DISTINCT ON (counterparty, name_key) counterparty, name_key, customer_id FROM crm_bank_learned
    WHERE counterparty IN (SELECT account FROM line) AND name_key = ''
        OR counterparty = '' AND name_key IN (SELECT name_key FROM line)
    ORDER BY counterparty, name_key, id DESC
)
SELECT l.id AS line_id, k.customer_id, 'account' AS reason, '' AS name
FROM line l JOIN known k ON k.counterparty = l.account WHERE l.account <> ''
UNION ALL
SELECT l.id, k.customer_id, 'known_name', '' FROM line l JOIN known k ON k.name_key = l.name_key WHERE l.name_key <> ''
UNION ALL
SELECT l.id, n.id, 'name', n.name FROM line l JOIN {customer_names_sql()} n ON n.name_key = l.name_key
WHERE l.name_key <> ''
UNION ALL
SELECT l.id, n.id, 'similar', n.name FROM line l CROSS JOIN LATERAL (
    SELECT c.id, c.name FROM {customer_names_sql()} c WHERE c.trade_name = l.trade_name AND c.name_key <> l.name_key
    ORDER BY c.id LIMIT {_MOST_NAMESAKES}) n
WHERE l.trade_name <> ''
"""  # noqa: S608
SAME_AMOUNT = f"""
WITH wanted AS (SELECT DISTINCT currency, amount FROM unnest($1::text[], $2::bigint[]) AS w (currency, amount)),
found AS (
    SELECT o.*, row_number() OVER (PARTITION BY o.currency, o.outstanding ORDER BY o.due_on, o.installment_id) AS place
    FROM {open_items_sql()} o JOIN wanted w ON w.currency = o.currency AND w.amount = o.outstanding
)
SELECT * FROM found WHERE place <= {_MOST_OF_AN_AMOUNT}
"""  # noqa: S608
OWED = f"""
SELECT * FROM (
    SELECT o.*, row_number() OVER (PARTITION BY o.customer_id, o.currency ORDER BY o.due_on, o.installment_id) AS place
    FROM {open_items_sql()} o WHERE o.customer_id = ANY($1::bigint[])
) owed WHERE place <= {_MOST_OF_A_CUSTOMER} ORDER BY customer_id, due_on, installment_id
"""  # noqa: S608
VISIBLE = f"SELECT id FROM {visible_customers_sql(2)} c WHERE id = ANY($1::bigint[])"  # noqa: S608
NAMES = f"SELECT id, code, name FROM {customer_names_sql()} n WHERE id = ANY($1::bigint[])"  # noqa: S608
PAID_OUT = f"""
SELECT l.id AS line_id, p.* FROM crm_bank_line l JOIN {paid_out_sql()} p
    ON p.currency = l.currency AND p.amount = -l.amount
WHERE l.id = ANY($1::bigint[]) AND l.amount < 0
    AND NOT EXISTS (SELECT FROM crm_bank_line other WHERE other.payment_id = p.payment_id)
ORDER BY abs(p.paid_on - l.booked_on), p.payment_id
"""  # noqa: S608
ALL_PAID_OUT = f"""
SELECT p.amount, p.reference, n.name FROM {paid_out_sql()} p JOIN {customer_names_sql()} n ON n.id = p.customer_id
WHERE p.currency = $1 ORDER BY p.payment_id
"""  # noqa: S608
