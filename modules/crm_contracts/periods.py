"""The periods of a recurring line as SQL: period k is from anchor + k × interval to the day before period k + 1.

A period may be cut by the end of the contract. What it costs is the share of its days, always taken as the
difference of two shares counted from its first day, so that any split of a period sums to the full price.
Parts of statements work on `l`, a line or a row with a line's columns.
"""

from __future__ import annotations

PER_LINE = 100
"""How many missed periods of one line one statement charges; the next one goes on."""

_MONTHS = "CASE l.recurrence WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END"


def _first_day(k: str) -> str:
    return f"crm_contracts_period_start(l.anchor_on, l.recurrence, l.interval, {k})"


DUE_PERIODS = f"""
CROSS JOIN LATERAL generate_series(
    l.next_period,
    GREATEST(l.next_period, LEAST(l.next_period + {PER_LINE} - 1, CASE l.recurrence
        WHEN 'day' THEN ($1 - l.anchor_on) / l.interval
        WHEN 'week' THEN ($1 - l.anchor_on) / (7 * l.interval)
        ELSE ((extract(year FROM $1::date) - extract(year FROM l.anchor_on)) * 12
              + extract(month FROM $1::date) - extract(month FROM l.anchor_on))::int
             / (l.interval * {_MONTHS})
    END))
) AS k
CROSS JOIN LATERAL (SELECT {_first_day("k")} AS first_day, {_first_day("k + 1")} - 1 AS last_day) AS whole
CROSS JOIN LATERAL (
    SELECT GREATEST(whole.first_day, l.charged_through + 1) AS period_start,
           LEAST(whole.last_day, l.last_on) AS period_end
) AS part
CROSS JOIN LATERAL (
    SELECT CASE l.billing WHEN 'advance' THEN part.period_start ELSE part.period_end END AS due_on
) AS due
WHERE part.period_start <= part.period_end AND due.due_on <= $1
"""
"""Joins the lines `l` with those of their next periods that are due on the day `$1`."""

AMOUNT = """(
    div(2 * l.amount::numeric * (part.period_end - whole.first_day + 1) + (whole.last_day - whole.first_day + 1),
        2 * (whole.last_day - whole.first_day + 1))
    - div(2 * l.amount::numeric * (part.period_start - whole.first_day) + (whole.last_day - whole.first_day + 1),
          2 * (whole.last_day - whole.first_day + 1))
)::bigint"""
"""What `part` of the period `whole` costs: exact, halves rounded away from zero."""

SANE = f"""CASE
    WHEN l.anchor_on IS NULL THEN 'no_start'
    WHEN l.recurrence NOT IN ('day', 'week', 'month', 'quarter', 'year')
        OR l.interval::bigint * l.next_period NOT BETWEEN 0 AND 40000
        OR l.charged_through NOT BETWEEN {_first_day("l.next_period")} - 1 AND {_first_day("l.next_period + 1")} - 2
        THEN 'period'
    WHEN l.amount NOT BETWEEN 0 AND 1000000000000000 THEN 'amount'
END"""
"""Why `l` cannot be charged (a `ProblemReason`), or null."""

NEXT_DUE = f"""(
    SELECT CASE l.billing WHEN 'advance' THEN n.first_day ELSE n.last_day END
    FROM (SELECT GREATEST({_first_day("l.next_period")}, l.charged_through + 1) AS first_day,
                 LEAST({_first_day("l.next_period + 1")} - 1, l.last_on) AS last_day) AS n
    WHERE n.first_day <= n.last_day
)"""
"""When `l` is due next; null where nothing is left to charge."""
