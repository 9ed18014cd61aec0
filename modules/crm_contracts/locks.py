"""The statements that lock rows: taking due charges, and setting when lines are due next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from itertools import groupby

import asyncpg

from guanxi import clock, execute, fetch, transaction

MAX_BATCH = 10_000

_TAKE = """
WITH locked AS MATERIALIZED (
    SELECT * FROM crm_contracts_line WHERE next_due_on <= $1 AND NOT blocked
    ORDER BY next_due_on, id LIMIT $2 FOR UPDATE SKIP LOCKED
), picked AS MATERIALIZED (
    SELECT *, crm_contracts_problem(anchor_on, recurrence, interval, next_period, charged_through, amount) AS problem
    FROM locked
), possible AS MATERIALIZED (
    SELECT l.id, l.next_due_on, p.k, p.period_start, p.period_end, p.complete, p.amount
    FROM (SELECT * FROM picked WHERE problem IS NULL) l CROSS JOIN LATERAL crm_contracts_due_periods(
        l.anchor_on, l.recurrence, l.interval, l.billing, l.next_period, l.charged_through, l.last_on, l.amount, $1) p
), taken AS MATERIALIZED (
    SELECT * FROM possible ORDER BY next_due_on, id, k LIMIT $2
), charged AS (
    INSERT INTO crm_contracts_charge (contract_line_id, period_start, period_end, amount, created_at)
    SELECT id, period_start, period_end, amount, $3 FROM taken ORDER BY id, k
    ON CONFLICT (contract_line_id, period_start) DO NOTHING
    RETURNING contract_line_id, period_start, period_end, amount
), reached AS (
    SELECT id, max(CASE WHEN complete THEN k + 1 ELSE k END) AS next_period, max(period_end) AS charged_through
    FROM taken GROUP BY id
    UNION ALL
    SELECT id, next_period, charged_through FROM picked
    WHERE problem IS NULL AND id NOT IN (SELECT id FROM possible)
), advanced AS (
    UPDATE crm_contracts_line l SET next_period = r.next_period, charged_through = r.charged_through,
        next_due_on = crm_contracts_next_due(
            l.anchor_on, l.recurrence, l.interval, l.billing, r.next_period, r.charged_through, l.last_on)
    FROM reached r WHERE l.id = r.id
), blocked AS (
    UPDATE crm_contracts_line l SET blocked = true FROM picked p WHERE l.id = p.id AND p.problem IS NOT NULL
), noted AS (
    INSERT INTO crm_contracts_billing_problem
        (revision, created_at, updated_at, contract_id, contract_line_id, line, reason, state)
    SELECT 1, $3, $3, contract_id, id, description, problem, 'open' FROM picked WHERE problem IS NOT NULL
    ON CONFLICT DO NOTHING
)
SELECT p.contract_id, c.number, c.customer_id, c.currency, p.id AS contract_line_id, p.description,
       charged.period_start, charged.period_end, charged.amount, p.tax_rate
FROM charged JOIN picked p ON p.id = charged.contract_line_id JOIN crm_contracts_contract c ON c.id = p.contract_id
ORDER BY p.contract_id, p.id, charged.period_start
"""

_SCHEDULE = """
UPDATE crm_contracts_line l SET anchor_on = COALESCE(l.anchor_on, c.starts_on), last_on = term.last_on,
    next_due_on = crm_contracts_next_due(COALESCE(l.anchor_on, c.starts_on), l.recurrence, l.interval, l.billing,
        l.next_period, l.charged_through, term.last_on)
FROM crm_contracts_contract c CROSS JOIN LATERAL (SELECT LEAST(c.ends_on, c.terminated_on) AS last_on) term
WHERE c.id = $1 AND l.contract_id = c.id AND l.recurrence <> 'none'
"""


@dataclass(frozen=True, slots=True)
class PeriodCharge:
    """One period of one line to bill. The last day is included; the amount is minor units, tax included."""

    contract_line_id: int
    period_start: date
    period_end: date
    description: str
    amount: int
    tax_rate: Decimal
    """percent"""


_CHARGE = tuple(field.name for field in fields(PeriodCharge))


@dataclass(frozen=True, slots=True)
class DueCharge:
    """All that one contract has to be billed for now."""

    contract_id: int
    contract_number: str
    customer_id: int
    currency: str
    charges: tuple[PeriodCharge, ...]


async def take_due_charges(today: date, limit: int = 1000) -> list[DueCharge]:
    """Give out up to `limit` periods that are due on the day `today`, each of them once for ever.

    They count as billed when the caller's transaction commits, and come again after a rollback. Call until
    nothing comes: one call takes the longest overdue lines that nobody else is taking. A line that cannot be
    charged becomes a billing problem and waits; the others go on. ValueError for a senseless limit.
    """
    if not 0 < limit <= MAX_BATCH:
        raise ValueError(f"limit must be from 1 to {MAX_BATCH}")
    async with transaction():
        rows = await fetch(_TAKE, today, limit, clock.now())
    return _by_contract(rows)


def _by_contract(rows: Iterable[asyncpg.Record]) -> list[DueCharge]:
    return [
        DueCharge(*head, tuple(PeriodCharge(**{name: row[name] for name in _CHARGE}) for row in group))
        for head, group in groupby(rows, key=lambda row: (row[0], row[1], row[2], row[3]))
    ]


async def schedule_lines(contract_id: int) -> None:
    """Set when the recurring lines of a signed contract are due next, after its term or a line changed."""
    await execute(_SCHEDULE, contract_id)


async def release_line(line_id: int, *, stop: bool) -> None:
    """Charge a blocked line again from now on, or with `stop` never again."""
    await execute(
        "UPDATE crm_contracts_line SET blocked = false, next_due_on = CASE WHEN $2 THEN NULL ELSE next_due_on END"
        " WHERE id = $1",
        line_id,
        stop,
    )
