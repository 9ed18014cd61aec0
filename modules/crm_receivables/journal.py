"""The journal over some days: what accounts came to, and all its postings in the order of their days."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import msgspec

from guanxi import fetch

_PART = 5_000
"""entries that are read at once"""
_TRIAL_BALANCE = """
SELECT p.account, p.currency, coalesce(sum(p.amount) FILTER (WHERE e.posted_on < $1), 0)::bigint AS opening,
    coalesce(sum(p.amount) FILTER (WHERE e.posted_on >= $1 AND p.amount > 0), 0)::bigint AS debit,
    coalesce(-sum(p.amount) FILTER (WHERE e.posted_on >= $1 AND p.amount < 0), 0)::bigint AS credit,
    sum(p.amount)::bigint AS closing
FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id WHERE e.posted_on <= $2
GROUP BY p.account, p.currency ORDER BY p.currency, p.account
"""
_POSTINGS = """
WITH entry AS MATERIALIZED (
    SELECT * FROM crm_receivables_entry WHERE (posted_on, id) > ($1, $2) AND posted_on <= $3
    ORDER BY posted_on, id LIMIT $4
)
SELECT e.id AS entry_id, e.posted_on, e.kind, m.reference,
    coalesce(v.number, n.number, w.number, m.number, x.currency, '') AS document, p.id, p.account,
    p.customer_id, p.currency, p.amount
FROM entry e JOIN crm_receivables_posting p ON p.entry_id = e.id
LEFT JOIN crm_receivables_invoice v ON v.id = e.invoice_id LEFT JOIN crm_receivables_payment m ON m.id = e.payment_id
LEFT JOIN crm_receivables_credit_note n ON n.payment_id = e.payment_id
LEFT JOIN crm_receivables_write_off w ON w.payment_id = e.payment_id
LEFT JOIN crm_receivables_exchange x ON x.entry_id = e.id
ORDER BY e.posted_on, e.id, p.id
"""
_CLOSED = """
SELECT c.until, b.account, b.currency, b.amount FROM crm_receivables_close c
JOIN crm_receivables_close_balance b ON b.close_id = c.id
WHERE c.state = 'closed' AND c.until BETWEEN $1 AND $2 ORDER BY c.until, b.currency, b.account
"""


class TrialRow(msgspec.Struct, frozen=True):
    """Minor units. Opening and closing are debits, credits where negative: opening + debit - credit = closing."""

    account: str
    currency: str
    opening: int
    debit: int
    credit: int
    closing: int


class TrialBalance(msgspec.Struct, frozen=True):
    since: date
    until: date
    rows: list[TrialRow]


async def trial_balance(since: date, until: date) -> TrialBalance:
    rows = [TrialRow(**row) for row in await fetch(_TRIAL_BALANCE, since, until)]
    return TrialBalance(since, until, rows)


async def postings(since: date, until: date) -> AsyncIterator[list[Any]]:
    """The postings of these days, some entries at a time and each entry whole."""
    mark: tuple[date, int] = (since, 0)
    while rows := await fetch(_POSTINGS, *mark, until, _PART):
        yield rows
        mark = (rows[-1]["posted_on"], rows[-1]["entry_id"])


async def kept_balances(since: date, until: date) -> list[Any]:
    """What accounts came to when the months of these days were closed."""
    return await fetch(_CLOSED, since, until)
