"""SQL of the outlook. $1 is the day, $2 to $4 the scope, $5 for how many days back payments tell how late they come."""

from __future__ import annotations

from crm_core.services import visible_customers_sql
from crm_receivables.aging_sql import CREDIT_PARTS, LATER, OPEN_PARTS

_OPEN = f"""
WITH later AS MATERIALIZED ({LATER}), item AS (
    SELECT id, sum(amount)::bigint AS amount FROM ({OPEN_PARTS}) AS each GROUP BY id HAVING sum(amount) <> 0
), owed AS MATERIALIZED (
    SELECT i.customer_id, i.currency, i.due_on, item.amount FROM item
    JOIN crm_receivables_installment i USING (id) JOIN {visible_customers_sql(2)} c ON c.id = i.customer_id
), settled AS MATERIALIZED (
    SELECT i.customer_id, i.currency, a.amount, a.effective_on - i.due_on AS late
    FROM crm_receivables_allocation a JOIN crm_receivables_installment i ON i.id = a.installment_id
    JOIN crm_receivables_payment p ON p.id = a.payment_id AND p.direction = 'in'
    WHERE a.effective_on BETWEEN $1::date - $5::int AND $1 AND a.reverses_id IS NULL AND NOT EXISTS (
        SELECT FROM crm_receivables_allocation r WHERE r.reverses_id = a.id AND r.effective_on <= $1)
        AND EXISTS (SELECT FROM {visible_customers_sql(2)} c WHERE c.id = i.customer_id)
)"""  # noqa: S608
_DELAY = "round(sum(late * amount::numeric) / sum(amount))::int"
EXPECTED = f"""
{_OPEN}, of_customer AS (
    SELECT customer_id, currency, {_DELAY} AS delay FROM settled GROUP BY customer_id, currency
), of_all AS (
    SELECT currency, {_DELAY} AS delay FROM settled GROUP BY currency
), day AS (
    SELECT o.currency, o.amount, GREATEST(o.due_on, $1) AS due,
        GREATEST(o.due_on + coalesce(c.delay, a.delay, 0), $1) AS expected
    FROM owed o LEFT JOIN of_customer c USING (customer_id, currency) LEFT JOIN of_all a ON a.currency = o.currency
), last AS (SELECT date_trunc('week', $1::timestamp)::date + 7 * ($6::int - 1) AS week),
each AS (
    SELECT currency, date_trunc('week', due::timestamp)::date AS week, amount AS due, 0::bigint AS expected FROM day
    UNION ALL SELECT currency, date_trunc('week', expected::timestamp)::date, 0, amount FROM day
)
SELECT currency, CASE WHEN each.week <= last.week THEN each.week END AS week, sum(due)::bigint AS due,
    sum(expected)::bigint AS expected
FROM each, last GROUP BY 1, 2 ORDER BY 1, 2 NULLS LAST
"""  # noqa: S608
"""A customer pays as late as it did, weighted by amount; one without payments as late as all do. $6: weeks."""
COLLECTION = f"""
{_OPEN}, billed AS (
    SELECT v.currency, sum(v.total)::bigint AS amount FROM crm_receivables_invoice v
    JOIN {visible_customers_sql(2)} c ON c.id = v.customer_id
    WHERE v.posted_on > $1::date - $6::int AND v.posted_on <= $1 AND (v.voided_on IS NULL OR v.voided_on > $1)
    GROUP BY v.currency
), open AS (
    SELECT currency, sum(amount)::bigint AS outstanding,
        coalesce(sum(amount) FILTER (WHERE due_on < $1), 0)::bigint AS overdue
    FROM owed GROUP BY currency
), paid AS (SELECT currency, {_DELAY} AS delay FROM settled GROUP BY currency)
SELECT currency, coalesce(outstanding, 0) AS outstanding, coalesce(overdue, 0) AS overdue,
    coalesce(billed.amount, 0) AS billed,
    round(coalesce(outstanding, 0)::numeric * $6::int / nullif(billed.amount, 0))::int AS dso, delay
FROM open FULL JOIN billed USING (currency) FULL JOIN paid USING (currency) ORDER BY currency
"""  # noqa: S608
PREPAID = f"""
WITH later AS MATERIALIZED ({LATER}), owed AS (
    SELECT customer_id, currency, sum(amount)::bigint AS amount FROM ({CREDIT_PARTS}) AS each
    GROUP BY customer_id, currency HAVING sum(amount) <> 0
)
SELECT o.currency, count(*)::int AS customers, sum(o.amount)::bigint AS amount
FROM owed o JOIN {visible_customers_sql(2)} c ON c.id = o.customer_id GROUP BY o.currency ORDER BY o.currency
"""  # noqa: S608
