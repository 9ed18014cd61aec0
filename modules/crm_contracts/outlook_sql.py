"""SQL of the outlook. Arguments from `$1` to `$4` are `scope_of_sql()`; contracts are `k`."""

from __future__ import annotations

from crm_contracts.amounts import YEARLY
from crm_contracts.due_sql import due_parts
from crm_contracts.forecast import MOST_PERIODS, foreseen_lines
from crm_contracts.queries import SEEN

_A_YEAR = "CASE l.recurrence " + " ".join(f"WHEN '{unit}' THEN {number}" for unit, number in YEARLY.items()) + " END"
_MONTHLY = f"div(2 * l.amount::numeric * {_A_YEAR} + 12 * l.interval, 24 * l.interval)"
"""What a line comes to in a month, halves rounded away from zero"""
_LAST_DAY = "LEAST(k.ends_on, k.terminated_on)"
_OVER_SINCE = "CASE WHEN l.stopped OR l.charged >= l.cap THEN COALESCE(l.charged_through, l.anchor_on - 1) END"
"""The last day of a line that is not charged any more before its contract ends"""

_SCHEDULE = (
    "k.currency, l.anchor_on, l.recurrence, l.interval, l.billing, l.next_period, l.charged_through, l.last_on,"
    " l.paused, l.free_periods"
)
_ALONE = "l.billing = 'usage' OR l.cap IS NOT NULL"
"""Lines whose parts cost what their own past says"""

BILLED = f"""
WITH line AS MATERIALIZED (
    SELECT * FROM {foreseen_lines(f"l.anchor_on IS NOT NULL AND {SEEN}")} l
), schedule AS MATERIALIZED (
    SELECT {_SCHEDULE}, array_agg(l.amount) AS amounts, sum(l.amount) AS amount,
        count(*) FILTER (WHERE l.amount > 0) AS charges
    FROM line l JOIN crm_contracts_contract k ON k.id = l.contract_id WHERE NOT ({_ALONE}) GROUP BY {_SCHEDULE}
), part AS (
    SELECT p.due_on, l.currency, cost.amount, cost.charges
    FROM schedule l
    CROSS JOIN LATERAL crm_contracts_due_periods(l.anchor_on, l.recurrence, l.interval, l.billing, l.next_period,
        l.charged_through, l.last_on, l.paused, $5, {MOST_PERIODS}) p
    CROSS JOIN LATERAL (
        SELECT l.amount, l.charges WHERE p.days_before = 0 AND p.days_through = p.whole_days
        UNION ALL
        SELECT sum(share), count(*) FILTER (WHERE share > 0) FROM (
            SELECT crm_contracts_share(each, p.days_through, p.whole_days)
                - crm_contracts_share(each, p.days_before, p.whole_days) AS share FROM unnest(l.amounts) AS each
        ) shares WHERE p.days_before > 0 OR p.days_through < p.whole_days
        HAVING p.days_before > 0 OR p.days_through < p.whole_days
    ) cost WHERE p.k >= l.free_periods
    UNION ALL
    SELECT p.due_on, k.currency, p.amount, (p.amount > 0)::int
    FROM ({due_parts(f"(SELECT * FROM line l WHERE {_ALONE})", "$5", MOST_PERIODS)}) p
    JOIN crm_contracts_line l USING (id) JOIN crm_contracts_contract k ON k.id = l.contract_id
)
SELECT GREATEST(date_trunc('month', due_on::timestamp)::date, $6) AS month, currency,
    sum(amount)::bigint AS amount, sum(charges)::bigint AS charges
FROM part GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608
"""By month up to the day `$5`; what is due since before the month `$6` is in that month.

Lines of one schedule are counted together: their periods are found once, and a whole period costs the sum of them.
Periods that are free are none here, as those of nothing are no charges.
"""

RECURRING = f"""
WITH line AS MATERIALIZED (
    SELECT k.customer_id, k.currency, {_MONTHLY} AS monthly,
        GREATEST(k.starts_on, crm_contracts_period_start(l.anchor_on, l.recurrence, l.interval, l.free_periods))
            AS first_on,
        LEAST({_LAST_DAY}, {_OVER_SINCE}) AS last_on, k.id AS contract_id
    FROM crm_contracts_contract k JOIN crm_contracts_line l ON l.contract_id = k.id
    WHERE l.recurrence <> 'none' AND l.billing <> 'usage' AND l.anchor_on IS NOT NULL AND l.amount > 0 AND {SEEN}
), month AS (
    SELECT first::date, (first + interval '1 month')::date - 1 AS last
    FROM generate_series($5::timestamp - interval '1 month', $6::timestamp, '1 month') AS first
), held AS (
    SELECT m.first AS month, l.customer_id, l.currency, sum(l.monthly)::bigint AS amount
    FROM month m JOIN line l ON l.first_on <= m.last AND (l.last_on IS NULL OR l.last_on >= m.last)
    WHERE NOT EXISTS (SELECT FROM crm_contracts_pause w WHERE w.contract_id = l.contract_id AND w.starts_on <= m.last
        AND (w.ends_on >= m.last OR w.ends_on IS NULL))
    GROUP BY 1, 2, 3
), change AS (
    SELECT month, currency, sum(amount)::bigint AS amount, sum(before)::bigint AS before FROM (
        SELECT month, customer_id, currency, amount, 0 AS before FROM held
        UNION ALL SELECT (month + interval '1 month')::date, customer_id, currency, 0, amount FROM held
    ) each GROUP BY month, currency, customer_id
)
SELECT month, currency, sum(amount)::bigint AS amount, count(*) FILTER (WHERE amount > 0) AS customers,
    COALESCE(sum(amount) FILTER (WHERE before = 0), 0)::bigint AS new,
    COALESCE(sum(amount - before) FILTER (WHERE before > 0 AND amount > before), 0)::bigint AS expansion,
    COALESCE(sum(amount - before) FILTER (WHERE amount > 0 AND amount < before), 0)::bigint AS contraction,
    COALESCE(sum(-before) FILTER (WHERE amount = 0), 0)::bigint AS churn
FROM change WHERE month BETWEEN $5 AND $6 GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608
"""By month from `$5` to `$6`, both the first days of months."""

EXPIRING = f"""
WITH ending AS (
    SELECT k.id, k.number, k.title, k.currency, k.customer_id, {_LAST_DAY} AS ends_on,
        COALESCE((SELECT sum({_MONTHLY}) FROM crm_contracts_line l
            WHERE l.contract_id = k.id AND l.recurrence <> 'none' AND l.billing <> 'usage'), 0)::bigint AS monthly
    FROM crm_contracts_contract k
    WHERE k.signed_on IS NOT NULL AND k.state <> 'cancelled' AND k.renewal <> 'automatic' AND k.amended_on IS NULL
        AND {_LAST_DAY} BETWEEN $5 AND $6 AND {SEEN}
)
SELECT date_trunc('month', ends_on::timestamp)::date AS month, currency, count(*) AS contracts,
    sum(monthly)::bigint AS monthly, NULL::bigint AS id, '' AS number, '' AS title, NULL::date AS ends_on
FROM ending GROUP BY 1, 2
UNION ALL
SELECT * FROM (SELECT NULL::date, currency, 1, monthly, id, number, title, ends_on FROM ending
    ORDER BY ends_on, id LIMIT $7) first
ORDER BY month, currency, ends_on, id
"""  # noqa: S608
"""By month and currency from the day `$5` to the day `$6`; then, without a month, the first `$7` contracts."""
