"""SQL of the work list: whom to see to first."""

from __future__ import annotations

from crm_collection.due_sql import blocked, disputed, promised
from crm_core.services import reach_sql, visible_customers_sql
from crm_receivables.services import open_items_sql, settlements_sql

_BY_AGE = """CASE WHEN $1 - o.due_on <= 30 THEN 95 WHEN $1 - o.due_on <= 60 THEN 85 WHEN $1 - o.due_on <= 90 THEN 70
        WHEN $1 - o.due_on <= 180 THEN 50 WHEN $1 - o.due_on <= 365 THEN 25 ELSE 10 END"""
_LATE = f"""
    SELECT o.*, {_BY_AGE} AS percent, {disputed()} AS disputed, {blocked("$1")} AS blocked, {promised()} AS promised
    FROM {open_items_sql()} o JOIN {visible_customers_sql(2)} c ON c.id = o.customer_id
    WHERE o.due_on < $1 AND ($5::text IS NULL OR o.currency = $5)
"""  # noqa: S608
_SUMS = f"""
WITH late AS ({_LATE}), owed AS (
    SELECT customer_id, currency, sum(outstanding) AS overdue, sum(outstanding * percent) AS weighted,
        count(*) AS items, $1 - min(due_on) AS days, (array_agg(installment_id ORDER BY due_on, installment_id))[1] AS
        oldest_id, coalesce(sum(outstanding) FILTER (WHERE disputed), 0) AS disputed, bool_and(blocked) AS blocked,
        bool_and(promised) AS promised
    FROM late GROUP BY customer_id, currency
), broken AS (
    SELECT customer_id, currency, count(*) AS number FROM crm_collection_promise
    WHERE state = 'broken' AND settled_on > $1 - 365 GROUP BY customer_id, currency
), paid AS (
    SELECT s.customer_id, s.currency,
        round(sum(s.amount * GREATEST(0, s.effective_on - s.due_on)) / sum(s.amount))::int AS days_late
    FROM {settlements_sql()} s
    WHERE s.effective_on > $1 - 365 AND s.customer_id IN (SELECT customer_id FROM owed)
    GROUP BY s.customer_id, s.currency
), ranked AS (
    SELECT owed.*, coalesce(broken.number, 0) AS broken, paid.days_late,
        100 - 20 * LEAST(coalesce(broken.number, 0), 4) AS by_promises,
        CASE WHEN paid.days_late IS NULL THEN 80 WHEN paid.days_late <= 15 THEN 100 WHEN paid.days_late <= 45 THEN 90
            ELSE 75 END AS by_payments
    FROM owed LEFT JOIN broken USING (customer_id, currency) LEFT JOIN paid USING (customer_id, currency)
)
"""  # noqa: S608
WORK = f"""{_SUMS}, shown AS (
    SELECT *, div(weighted * by_promises * by_payments, 1000000) AS expected FROM ranked
    ORDER BY expected DESC, customer_id LIMIT $6 OFFSET $7
)
SELECT s.customer_id, r.name AS customer, r.email, r.owner, s.currency, s.overdue::bigint, s.items::int, s.days,
    s.expected::bigint, div(s.expected * 100, s.overdue)::int AS percent, s.broken::int, s.days_late, s.oldest_id,
    s.disputed::bigint, s.blocked, s.promised, r.last_contact_on, r.next_contact_on, last.level_number, last.run_on,
    last.to_do, m.due_on AS promise_on, m.amount AS promise
FROM shown s JOIN {reach_sql()} r ON r.id = s.customer_id
LEFT JOIN LATERAL (SELECT n.level_number, n.run_on, CASE n.state WHEN 'open' THEN n.channel END AS to_do
    FROM crm_collection_notice n WHERE n.customer_id = s.customer_id ORDER BY n.id DESC LIMIT 1) last ON true
LEFT JOIN LATERAL (SELECT p.due_on, p.amount FROM crm_collection_promise p WHERE p.customer_id = s.customer_id
    AND p.currency = s.currency AND p.state = 'open' ORDER BY p.due_on, p.id LIMIT 1) m ON true
ORDER BY s.expected DESC, s.customer_id
"""  # noqa: S608
"""Of the currency $5 on the day $1 in the scope $2-$4: whoever owes in two has a row in each, by what was promised and
paid in that one alone. Sums are exact integers; the percent is shown, never summed."""
TOTALS = f"""{_SUMS}
SELECT currency, sum(overdue)::bigint AS overdue, sum(div(weighted * by_promises * by_payments, 1000000))::bigint AS
    expected, count(*)::int AS customers, sum(broken)::int AS broken
FROM ranked GROUP BY currency ORDER BY currency
"""  # noqa: S608
HOME = f"""{_SUMS}, total AS (
    SELECT currency, sum(div(weighted * by_promises * by_payments, 1000000))::bigint AS expected FROM ranked
    GROUP BY currency
)
SELECT t.currency, t.expected, c.notices, c.disputes FROM (
    SELECT (SELECT count(*) FROM crm_collection_notice n JOIN {visible_customers_sql(2)} c ON c.id = n.customer_id
            WHERE n.state = 'open') AS notices,
        (SELECT count(*) FROM crm_collection_dispute d JOIN {visible_customers_sql(2)} c ON c.id = d.customer_id
            WHERE d.state = 'open') AS disputes
) c LEFT JOIN total t ON true ORDER BY t.currency
"""  # noqa: S608
"""What the home page says, by one statement: a row for each currency, or one without."""
