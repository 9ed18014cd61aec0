"""What will be charged: the parts of periods that the next runs of billing would take."""

from __future__ import annotations

from datetime import date

import asyncpg

from crm_contracts.due_sql import due_parts, problem, scheduled_lines
from guanxi import fetch

MOST_PERIODS = 400
"""of one line: a year of days and some"""


def foreseen_lines(condition: str) -> str:
    """Recurring lines of contracts `k` that nothing keeps from being charged."""
    return f"""(
        SELECT * FROM (
            SELECT l.*, {problem("l.anchor_on")} AS problem
            FROM ({scheduled_lines(f"NOT l.blocked AND NOT l.stopped AND {condition}")}) l OFFSET 0
        ) sound WHERE problem IS NULL
    )"""  # noqa: S608


_OF_CONTRACT = foreseen_lines("k.id = $2 AND (l.anchor_on IS NOT NULL OR k.state <> 'cancelled')")
_AHEAD = f"""
SELECT l.id, p.due_on, l.description, p.period_start, p.period_end, p.amount
FROM ({due_parts(_OF_CONTRACT, "$1", MOST_PERIODS)}) p
JOIN crm_contracts_line l USING (id)
ORDER BY p.due_on, l.id, p.period_start
"""  # noqa: S608


async def charges_ahead(contract_id: int, until: date) -> list[asyncpg.Record]:
    """What a contract will be charged for up to the day `until`, in order; of usage, what is recorded already.

    Unsigned contracts show what signing them would bring.
    """
    return await fetch(_AHEAD, until, contract_id)
