"""Which level an open installment is at, and which one is due for it: the one relation that run, preview and work
list go by."""

from __future__ import annotations

from crm_core.services import value_class_sql
from crm_receivables.services import open_items_sql


def disputed(item: str = "o") -> str:
    return f"""EXISTS (SELECT FROM crm_collection_dispute d WHERE d.state = 'open' AND d.invoice_id = {item}.invoice_id
        AND (d.installment_id IS NULL OR d.installment_id = {item}.installment_id))"""


def blocked(day: str, item: str = "o") -> str:
    return f"""EXISTS (SELECT FROM crm_collection_block b WHERE b.customer_id = {item}.customer_id
        AND b.lifted_on IS NULL AND (b.until_on IS NULL OR b.until_on >= {day})
        AND (b.installment_id IS NULL OR b.installment_id = {item}.installment_id))"""


def promised(item: str = "o") -> str:
    return f"""EXISTS (SELECT FROM crm_collection_promise m WHERE m.customer_id = {item}.customer_id
        AND m.state = 'open' AND m.currency = {item}.currency
        AND (m.installment_id IS NULL OR m.installment_id = {item}.installment_id))"""


def policy_sql(item: str = "o") -> str:
    """LATERAL join `p` with the policy that holds for an item, and `daily_rate` in percent: the agreed one first, none
    for what is itself late interest."""
    return f"""LEFT JOIN crm_collection_terms t ON t.customer_id = {item}.customer_id
    CROSS JOIN LATERAL (
        SELECT y.id, y.gap_days, CASE
            WHEN EXISTS (SELECT FROM crm_collection_charge g WHERE g.invoice_id = {item}.invoice_id) THEN 0
            ELSE coalesce(t.daily_rate, y.daily_rate) END AS daily_rate
        FROM crm_collection_policy y
        WHERE y.active AND (y.standard OR y.id = t.policy_id
            OR (y.value_class_id IS NOT NULL OR y.currency IS NOT NULL)
                AND (y.value_class_id IS NULL OR y.value_class_id = {value_class_sql(f"{item}.customer_id")})
                AND (y.currency IS NULL OR y.currency = {item}.currency))
        ORDER BY y.id IS NOT DISTINCT FROM t.policy_id DESC, y.standard, y.value_class_id IS NULL, y.currency IS NULL,
            y.id LIMIT 1
    ) p"""  # noqa: S608


_NEXT = """LEFT JOIN LATERAL (SELECT max(s.level_number) AS number, max(s.run_on) AS run_on FROM crm_collection_step s
        WHERE s.installment_id = o.installment_id) last ON true
    JOIN LATERAL (
        SELECT l.*, GREATEST(last.run_on + p.gap_days, CASE l.basis
            WHEN 'month_end' THEN (date_trunc('month', o.due_on::timestamp) + interval '1 month')::date - 1 + l.days
            WHEN 'previous' THEN coalesce(last.run_on, o.due_on) + l.days ELSE o.due_on + l.days END) AS runs_on
        FROM crm_collection_level l
        WHERE l.policy_id = p.id AND l.number > coalesce(last.number, 0)
            AND NOT (l.basis = 'due' AND l.days < 0 AND o.due_on <= $1)
        ORDER BY l.number LIMIT 1
    ) n ON true"""
"""The next level, `n`, and the day from which on it is due. A reminder before the due day is not made up for later: it
is no level that anything could skip."""

CANDIDATES = f"""
SELECT o.installment_id, o.number, o.invoice_id, o.invoice_number,
    o.customer_id, o.currency, o.due_on, o.amount, o.outstanding, p.daily_rate,
    n.id AS level_id, n.number AS level_number, n.channel, n.interest
FROM {open_items_sql()} o {policy_sql()} {_NEXT}
WHERE o.customer_id = ANY($2::bigint[]) AND n.runs_on <= $1
    AND NOT {disputed()} AND NOT {blocked("$1")} AND NOT {promised()}
ORDER BY o.customer_id, n.id, o.due_on, o.installment_id
"""  # noqa: S608
"""What is to be sent on the day $1 to the customers $2: what is outstanding of each installment now (A15), at the level
that comes after the last one it got (A14). The age counts from the due date, whatever was paid since."""
