"""When what is open will come in, by how customers have paid so far; how long they take; what is owed to them.

All of it as of any day, from what was known then: made again later it is the same to the cent.
"""

from __future__ import annotations

from datetime import date

import msgspec

from crm_receivables.outlook_sql import COLLECTION, EXPECTED, PREPAID
from crm_receivables.scope import scope_of_sql
from guanxi import fetch, today

WEEKS = 13
"""of the cash calendar; what is expected later is one sum"""
HISTORY_DAYS = 365
"""whose payments say how late a customer pays"""
DSO_DAYS = 90


class ExpectedWeek(msgspec.Struct, frozen=True):
    currency: str
    week: date | None
    """its Monday; null: after the last week"""
    due: int
    """minor units that fall due then; what is overdue falls into the first week"""
    expected: int
    """minor units that come in then, if customers are as late as they were"""


class Collection(msgspec.Struct, frozen=True):
    currency: str
    outstanding: int
    overdue: int
    billed: int
    """in the last 90 days"""
    dso: int | None
    """days of sales outstanding: outstanding / billed x 90; null where nothing was billed"""
    delay: int | None
    """days after the due day on which money came, weighted by amount; negative: before it"""


class Prepaid(msgspec.Struct, frozen=True):
    currency: str
    customers: int
    amount: int
    """minor units received and not allocated: owed to customers"""


class ReceivablesOutlook(msgspec.Struct, frozen=True):
    as_of: date
    weeks: list[ExpectedWeek]
    collection: list[Collection]
    prepaid: list[Prepaid]


async def receivables_outlook(as_of: date | None = None) -> ReceivablesOutlook:
    """Of the customers that the current actor may see. Three statements."""
    day, scope = as_of or today(), scope_of_sql()
    weeks = await fetch(EXPECTED, day, *scope, HISTORY_DAYS, WEEKS)
    collection = await fetch(COLLECTION, day, *scope, HISTORY_DAYS, DSO_DAYS)
    prepaid = await fetch(PREPAID, day, *scope)
    return ReceivablesOutlook(
        day,
        [ExpectedWeek(**row) for row in weeks],
        [Collection(**row) for row in collection],
        [Prepaid(**row) for row in prepaid],
    )
