"""Reading the ledger, and which of it a user may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from crm_core.services import visible_customers
from guanxi import clock, fetch, fetch_row, fetch_value, where

_DIFFERENCES = """
WITH entries AS (
    SELECT wallet_id, sum(principal) AS principal, sum(bonus) AS bonus, sum(paid) AS paid
    FROM crm_wallet_entry GROUP BY 1
), lots AS (
    SELECT wallet_id, sum(remaining) AS bonus FROM crm_wallet_lot GROUP BY 1
), holds AS (
    SELECT wallet_id, sum(principal) AS principal, sum(bonus) AS bonus FROM crm_wallet_hold
    WHERE state = 'open' GROUP BY 1
), used AS (
    SELECT lot_id, sum(bonus) AS bonus FROM crm_wallet_consumption GROUP BY 1
), taken AS (
    SELECT entry_id, sum(bonus) AS bonus FROM crm_wallet_consumption GROUP BY 1
), made AS (
    SELECT entry_id, sum(bonus) AS bonus FROM crm_wallet_lot GROUP BY 1
), cards AS (
    SELECT card_id, sum(amount) AS amount FROM crm_wallet_card_entry GROUP BY 1
), backs AS (
    SELECT cash_back_id, sum(amount) AS amount FROM crm_wallet_cash_back_use GROUP BY 1
)
SELECT 'wallet ' || w.id AS what FROM crm_wallet_wallet w
LEFT JOIN entries e ON e.wallet_id = w.id LEFT JOIN lots l ON l.wallet_id = w.id LEFT JOIN holds h ON h.wallet_id = w.id
WHERE w.principal <> coalesce(e.principal, 0) OR w.bonus <> coalesce(e.bonus, 0) OR w.paid <> coalesce(e.paid, 0)
   OR w.bonus <> coalesce(l.bonus, 0) OR w.held_principal <> coalesce(h.principal, 0)
   OR w.held_bonus <> coalesce(h.bonus, 0)
UNION
SELECT 'lot ' || l.id FROM crm_wallet_lot l LEFT JOIN used u ON u.lot_id = l.id
WHERE l.bonus - l.remaining <> coalesce(u.bonus, 0)
UNION
SELECT 'entry ' || e.id FROM crm_wallet_entry e LEFT JOIN taken t ON t.entry_id = e.id
LEFT JOIN made m ON m.entry_id = e.id
WHERE e.bonus <> coalesce(m.bonus, 0) - coalesce(t.bonus, 0)
UNION
SELECT 'card ' || c.id FROM crm_wallet_card c LEFT JOIN cards e ON e.card_id = c.id
WHERE c.balance <> coalesce(e.amount, 0)
UNION
SELECT 'cash-back ' || c.id FROM crm_wallet_cash_back c LEFT JOIN backs b ON b.cash_back_id = c.id
WHERE c.amount - c.remaining <> coalesce(b.amount, 0)
ORDER BY 1
"""
_WALLETS = """
SELECT w.id, w.number, w.currency, w.principal, w.bonus, w.paid,
    coalesce(h.principal, 0)::bigint AS held_principal, coalesce(h.bonus, 0)::bigint AS held_bonus,
    coalesce(l.due, 0)::bigint AS due, coalesce(l.soon, 0)::bigint AS soon
FROM crm_wallet_wallet w
LEFT JOIN LATERAL (SELECT sum(principal) AS principal, sum(bonus) AS bonus FROM crm_wallet_hold
    WHERE wallet_id = w.id AND state = 'open' AND expires_at > $2) h ON true
LEFT JOIN LATERAL (SELECT sum(remaining) FILTER (WHERE expires_at <= $2) AS due,
        sum(remaining) FILTER (WHERE expires_at > $2) AS soon FROM crm_wallet_lot
    WHERE wallet_id = w.id AND remaining > 0 AND expires_at <= $3) l ON true
WHERE w.customer_id = $1 AND ($4::text IS NULL OR w.currency = $4) ORDER BY w.currency
"""
"""As wallets stand at $2: holds that are over count no more, bonus that is over neither; `soon` until $3."""
_MOVEMENTS = """
SELECT e.id, e.at, e.kind, e.currency, e.principal, e.bonus, e.principal_after, e.bonus_after, e.source, e.reason
FROM crm_wallet_entry e JOIN crm_wallet_wallet w ON w.id = e.wallet_id WHERE w.customer_id = $1
ORDER BY e.id DESC LIMIT $2
"""


def visible_wallets() -> where.Condition:
    condition = visible_customers()
    return where.ALWAYS if condition is where.ALWAYS else where.related("customer", condition)


def of_visible_wallets() -> where.Condition:
    """For what belongs to a wallet."""
    condition = visible_wallets()
    return where.ALWAYS if condition is where.ALWAYS else where.related("wallet", condition)


def search_wallets(text: str) -> where.Condition:
    """By number, or by the customer's name or code."""
    customer = where.any_of(where.contains("name", text), where.contains("code", text))
    return where.any_of(where.contains("number", text), where.related("customer", customer))


async def wallets_of(customer_id: int, currency: str | None, now: datetime, soon: datetime) -> list[Any]:
    return await fetch(_WALLETS, customer_id, now, soon, currency)


async def movements_of(customer_id: int, limit: int) -> list[Any]:
    """The latest first."""
    return await fetch(_MOVEMENTS, customer_id, limit)


async def offer_row(offer_id: int) -> Any:
    return await fetch_row(
        "SELECT currency, pays, bonus, bonus_days, valid_from, valid_until, active FROM crm_wallet_offer WHERE id = $1",
        offer_id,
    )


async def customer_of_hold(hold_id: int) -> int | None:
    found: int | None = await fetch_value(
        "SELECT w.customer_id FROM crm_wallet_hold h JOIN crm_wallet_wallet w ON w.id = h.wallet_id WHERE h.id = $1",
        hold_id,
    )
    return found


async def customer_of_entry(entry_id: int) -> int | None:
    found: int | None = await fetch_value(
        "SELECT w.customer_id FROM crm_wallet_entry e JOIN crm_wallet_wallet w ON w.id = e.wallet_id WHERE e.id = $1",
        entry_id,
    )
    return found


async def paid_an_invoice(entry_id: int) -> bool:
    return bool(
        await fetch_value("SELECT EXISTS (SELECT FROM crm_wallet_invoice_payment WHERE entry_id = $1)", entry_id)
    )


async def adjusted_alone(wallet_id: int) -> int:
    """What one person corrected alone within thirty days."""
    found: int = await fetch_value(
        "SELECT coalesce(sum(abs(principal) + abs(bonus)), 0)::bigint FROM crm_wallet_adjustment WHERE wallet_id = $1"
        " AND state = 'approved' AND decided_by_id IS NOT DISTINCT FROM created_by_id"
        " AND created_at > $2::timestamptz - interval '30 days'",
        wallet_id,
        clock.now(),
    )
    return found


async def differences() -> list[str]:
    """What is not as the ledger says, recomputed from its first entry: `wallet 7`."""
    return [row["what"] for row in await fetch(_DIFFERENCES)]
