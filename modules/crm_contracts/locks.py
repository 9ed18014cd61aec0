"""The statements that lock rows: taking due charges, and setting when lines are due next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import asyncpg

from crm_contracts.choices import Invoicing
from crm_contracts.due_sql import due_parts, next_due, paused_days, problem, scheduled_lines
from guanxi import clock, execute, fetch, fetch_value, transaction

MAX_BATCH = 10_000
_GROUP = "l.invoicing, CASE l.invoicing WHEN 'customer' THEN l.customer_id ELSE l.contract_id END, l.currency"
"""what one invoice is for"""

_MINE = "(SELECT ($2::bigint[])[n] AS id FROM generate_subscripts($2::bigint[], 1) n)"
"""The lines that are locked. The planner takes them for a thousand; of an array it may think that it has ten."""

_LOCK = """
SELECT l.id FROM crm_contracts_line l JOIN crm_contracts_contract c ON c.id = l.contract_id
WHERE l.next_due_on <= $1 AND NOT l.blocked ORDER BY l.next_due_on, l.id LIMIT $2
FOR UPDATE OF l SKIP LOCKED FOR KEY SHARE OF c SKIP LOCKED
"""
"""The contract, too: its invoice locks it like this, and whoever changes a contract waits for its lines afterwards."""

_LOCK_REST = f"""
WITH mine AS MATERIALIZED (
    SELECT l.id, c.id AS contract_id, c.customer_id, c.invoicing
    FROM {_MINE} m JOIN crm_contracts_line l USING (id) JOIN crm_contracts_contract c ON c.id = l.contract_id
)
SELECT l.id FROM crm_contracts_line l JOIN crm_contracts_contract c ON c.id = l.contract_id
WHERE l.next_due_on <= $1 AND NOT l.blocked AND l.id NOT IN (SELECT id FROM mine) AND l.contract_id IN (
    SELECT contract_id FROM mine
    UNION SELECT c.id FROM crm_contracts_contract c WHERE c.invoicing = 'customer' AND c.customer_id IN (
        SELECT customer_id FROM mine WHERE invoicing = 'customer')
)
ORDER BY l.id LIMIT $3
FOR UPDATE OF l SKIP LOCKED FOR KEY SHARE OF c SKIP LOCKED
"""  # noqa: S608
"""What else is due of the same contracts, and of the same customers where they get one invoice."""

_TAKE = f"""
WITH picked AS MATERIALIZED (
    SELECT l.*, c.number, c.customer_id, c.currency, c.invoicing, {paused_days("c.id")} AS paused,
        {problem("l.anchor_on")} AS problem
    FROM {_MINE} m JOIN crm_contracts_line l USING (id) JOIN crm_contracts_contract c ON c.id = l.contract_id
), possible AS MATERIALIZED (
    {due_parts("(SELECT * FROM picked WHERE problem IS NULL)", "$1")}
), problem AS MATERIALIZED (
    SELECT id, problem FROM picked WHERE problem IS NOT NULL
    UNION SELECT id, 'amount' FROM possible WHERE amount IS NULL
), grouped AS (
    SELECT p.*, l.invoicing, l.customer_id, l.contract_id,
        row_number() OVER (ORDER BY {_GROUP}, p.period_start, p.id) AS place,
        count(*) OVER (ORDER BY {_GROUP}) AS whole
    FROM possible p JOIN picked l USING (id) WHERE NOT EXISTS (SELECT FROM problem WHERE problem.id = p.id)
), taken AS MATERIALIZED (
    SELECT * FROM grouped WHERE whole <= $3 OR place <= $3 AND whole = (SELECT min(whole) FROM grouped)
), charged AS (
    INSERT INTO crm_contracts_charge (contract_line_id, period_start, period_end, amount, quantity, created_at)
    SELECT id, period_start, period_end, amount, quantity, $4 FROM taken ORDER BY place
    ON CONFLICT (contract_line_id, period_start) DO NOTHING
    RETURNING id, contract_line_id, period_start, period_end, amount, quantity
), used AS (
    UPDATE crm_contracts_usage u
    SET charge_id = g.id, billed_through = g.period_end, late = u.used_on < g.period_start
    FROM charged g WHERE g.quantity >= 0 AND u.contract_line_id = g.contract_line_id AND u.charge_id IS NULL
        AND u.used_on <= g.period_end
), reached AS (
    SELECT t.id, max(CASE WHEN complete THEN k + 1 ELSE k END) AS next_period, max(t.period_end) AS charged_through,
        COALESCE(sum(g.amount), 0)::bigint AS added
    FROM taken t LEFT JOIN charged g ON g.contract_line_id = t.id AND g.period_start = t.period_start GROUP BY t.id
    UNION ALL
    SELECT l.id, l.next_period, l.charged_through, 0 FROM picked l
    WHERE l.problem IS NULL AND NOT EXISTS (SELECT FROM possible p WHERE p.id = l.id)
), advanced AS (
    UPDATE crm_contracts_line l SET next_period = r.next_period, charged_through = r.charged_through,
        charged = l.charged + r.added, next_due_on = {
    next_due(
        "l",
        next_period="r.next_period",
        charged_through="r.charged_through",
        charged="l.charged + r.added",
        paused="p.paused",
    )
}
    FROM reached r JOIN picked p USING (id) WHERE l.id = r.id
), blocked AS (
    UPDATE crm_contracts_line l SET blocked = true FROM problem p WHERE l.id = p.id
), noted AS (
    INSERT INTO crm_contracts_billing_problem
        (revision, created_at, updated_at, contract_id, contract_line_id, line, reason, state)
    SELECT 1, $4, $4, l.contract_id, l.id, l.description, p.problem, 'open' FROM problem p JOIN picked l USING (id)
    ON CONFLICT DO NOTHING
)
SELECT p.contract_id, p.number, p.customer_id, p.currency, p.invoicing, p.id AS contract_line_id,
       g.period_start, g.period_end, p.description, g.amount, p.tax_rate, g.quantity, p.unit
FROM charged g JOIN picked p ON p.id = g.contract_line_id
ORDER BY p.contract_id, p.id, g.period_start
"""  # noqa: S608

_SCHEDULE = f"""
UPDATE crm_contracts_line l SET anchor_on = s.anchor_on, last_on = s.last_on, next_period = s.next_period,
    charged_through = s.charged_through, next_due_on = {
    next_due(
        "s", next_period="s.next_period", charged_through="s.charged_through", charged="s.charged", paused="s.paused"
    )
}
FROM ({scheduled_lines("k.id = $1")}) s WHERE l.id = s.id
"""  # noqa: S608
_CHARGED_THROUGH = """
SELECT max(charged_through) FROM (
    SELECT charged_through FROM crm_contracts_line WHERE contract_id = $1 ORDER BY id FOR UPDATE) locked
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
    quantity: Decimal | None
    """what was used, where the line is billed by usage"""
    unit: str


@dataclass(frozen=True, slots=True)
class DueCharge:
    """All that one contract has to be billed for now."""

    contract_id: int
    contract_number: str
    customer_id: int
    currency: str
    invoicing: Invoicing
    charges: tuple[PeriodCharge, ...]


async def take_due_charges(today: date, limit: int = 1000) -> list[DueCharge]:
    """Give out up to `limit` parts of periods that are due on the day `today`, each of them once for ever.

    They count as billed when the caller's transaction commits, and come again after a rollback. Call until
    nothing comes: one call takes the longest overdue lines that nobody else is taking. A line that cannot be
    charged becomes a billing problem and waits; the others go on. Those that cost nothing come, too.

    What one invoice is for, a contract or a customer, comes in one piece, unless it is more than `limit` by itself,
    or another transaction is taking some of it at the same time. ValueError for a senseless limit.
    """
    if not 0 < limit <= MAX_BATCH:
        raise ValueError(f"limit must be from 1 to {MAX_BATCH}")
    rows: list[asyncpg.Record] = []
    async with transaction():
        while not rows and (ids := await _lock_due(today, limit)):  # lines with problems alone give nothing
            rows = await fetch(_TAKE, today, ids, limit, clock.now())
    return _by_contract(rows)


async def _lock_due(today: date, limit: int) -> list[int]:
    ids = [row["id"] for row in await fetch(_LOCK, today, limit)]
    if len(ids) == limit:
        ids += [row["id"] for row in await fetch(_LOCK_REST, today, ids, MAX_BATCH)]
    return ids


def _by_contract(rows: Iterable[asyncpg.Record]) -> list[DueCharge]:
    """The columns of `_TAKE` stand as the fields do: first what a contract's rows share, then each charge."""
    return [
        DueCharge(id, number, customer_id, currency, Invoicing(way), tuple(PeriodCharge(*row[5:]) for row in group))
        for (id, number, customer_id, currency, way), group in groupby(rows, key=itemgetter(slice(5)))
    ]


async def schedule_lines(contract_id: int) -> None:
    """Set when the recurring lines of a signed contract are due next, after its term, its pauses or a line changed."""
    await execute(_SCHEDULE, contract_id)


async def lock_lines(contract_id: int) -> date | None:
    """Keep a contract's lines from being charged until the transaction ends; the last day that any was charged for."""
    day: date | None = await fetch_value(_CHARGED_THROUGH, contract_id)
    return day


async def release_line(line_id: int, *, stop: bool) -> None:
    """Charge a blocked line again from now on, or with `stop` never again."""
    await execute(
        "UPDATE crm_contracts_line SET blocked = false, stopped = $2,"
        " next_due_on = CASE WHEN $2 THEN NULL ELSE next_due_on END WHERE id = $1",
        line_id,
        stop,
    )
