"""Amounts that wait for a customer's next invoice: granted here, settled by `billing` where there are invoices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg

from crm_wallet.choices import CashBackState
from crm_wallet.errors import CashBackUsed, SourceTaken
from crm_wallet.ledger import check_amount, check_currency, check_source
from guanxi import NotFound, author_id, clock, fetch, fetch_row, today, transaction

_GRANT = """
INSERT INTO crm_wallet_cash_back (revision, created_at, updated_at, created_by_id, customer_id, currency, amount,
    remaining, state, source, reason, granted_on)
VALUES (1, $6, $6, $7, $1, $3, $2, $2, 'waiting', $4, $5, $8)
ON CONFLICT (source) DO NOTHING RETURNING id
"""
_SAME = "SELECT id, customer_id, currency, amount FROM crm_wallet_cash_back WHERE source = $1"
_WAITING = """
SELECT id, customer_id, currency, remaining, granted_on FROM crm_wallet_cash_back
WHERE customer_id = ANY($1::bigint[]) AND remaining > 0 ORDER BY id FOR NO KEY UPDATE
"""
_USE = """
WITH use AS (
    INSERT INTO crm_wallet_cash_back_use (cash_back_id, amount, payment_id, invoice_id, source, at)
    SELECT u.id, u.amount, $3, $4, $5, $6 FROM unnest($1::bigint[], $2::bigint[]) AS u (id, amount)
    ON CONFLICT (cash_back_id, source) DO NOTHING RETURNING cash_back_id, amount
)
UPDATE crm_wallet_cash_back c SET remaining = c.remaining - use.amount, revision = c.revision + 1, updated_at = $6,
    state = CASE WHEN c.remaining = use.amount THEN 'used' ELSE 'waiting' END
FROM use WHERE c.id = use.cash_back_id
"""
_TAKE_BACK = """
WITH whole AS (
    SELECT id, amount FROM crm_wallet_cash_back WHERE id = $1 AND remaining = amount FOR NO KEY UPDATE SKIP LOCKED
), noted AS (
    INSERT INTO crm_wallet_cash_back_use (cash_back_id, amount, source, at)
    SELECT id, amount, 'taken back', $2 FROM whole
)
UPDATE crm_wallet_cash_back c SET remaining = 0, state = 'taken_back', revision = c.revision + 1, updated_at = $2
FROM whole WHERE c.id = whole.id RETURNING c.id
"""
_USED = """
SELECT cash_back_id AS id, sum(amount)::bigint AS amount, min(invoice_id) AS invoice_id,
    bool_or(source = $2) AS done FROM crm_wallet_cash_back_use
WHERE payment_id = $1 GROUP BY cash_back_id ORDER BY cash_back_id DESC
"""
_LOCK = "SELECT id FROM crm_wallet_cash_back WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE"


@dataclass(frozen=True, slots=True)
class CashBackGrant:
    cash_back_id: int
    fresh: bool
    """False: it was granted before"""


async def grant_cash_back(customer_id: int, amount: int, currency: str, source: str, reason: str = "") -> CashBackGrant:
    """So much, in minor units, settles the customer's next invoices in this currency; once for each source.

    Raises SourceTaken, NotFound, InvalidInput.
    """
    what = (customer_id, check_amount(amount), check_currency(currency), check_source(source), reason[:300])
    given = (*what, clock.now(), author_id(), today())
    try:
        row = await fetch_row(_GRANT, *given)
    except asyncpg.ForeignKeyViolationError as error:
        raise NotFound() from error
    if row is not None:
        return CashBackGrant(row["id"], True)
    known = await fetch_row(_SAME, source)
    if known is None:
        raise NotFound()
    if (known["customer_id"], known["currency"], known["amount"]) != (customer_id, currency, amount):
        raise SourceTaken(detail=source)
    return CashBackGrant(known["id"], False)


async def take_back_cash_back(source: str) -> None:
    """What was granted for `source`, where nothing of it was used; safe to repeat.

    A grant that settles an invoice just now is not waited for, since that waits for what the caller may hold. Raises
    CashBackUsed.
    """
    async with transaction():
        known = await fetch_row("SELECT id, state FROM crm_wallet_cash_back WHERE source = $1", source)
        if known is None or known["state"] == CashBackState.TAKEN_BACK:
            return
        if await fetch_row(_TAKE_BACK, known["id"], clock.now()) is None:
            raise CashBackUsed()


async def waiting(customer_ids: Sequence[int]) -> list[Mapping[str, Any]]:
    """The oldest first, locked: in the caller's transaction."""
    return await fetch(_WAITING, list(customer_ids))


async def use(amounts: Mapping[int, int], payment_id: int, invoice_id: int, source: str) -> None:
    """`{grant: amount}`, above zero. The grants are locked. A repeated source changes nothing."""
    await fetch(_USE, list(amounts), list(amounts.values()), payment_id, invoice_id, source, clock.now())


async def put_back(payment_id: int, amount: int, source: str) -> int:
    """Of what a payment was made of, so much waits again, the latest grant first; how much that is."""
    async with transaction():
        rows = await fetch(_USED, payment_id, source)
        await fetch(_LOCK, [row["id"] for row in rows])
        rows = await fetch(_USED, payment_id, source)
        if any(row["done"] for row in rows):
            return 0
        parts, left = {}, amount
        for row in rows:
            part = min(left, row["amount"])
            if part > 0:
                parts[row["id"]] = -part
                left -= part
        if parts:
            await use(parts, payment_id, rows[0]["invoice_id"], source)
    return amount - left
