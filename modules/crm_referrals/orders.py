"""Paid orders of new customers, and what is given back of them. Several at once, set-based."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import asyncpg

from crm_loyalty.events import OrderReturned, OrderTold
from crm_referrals.errors import NoSuchOrder, OrderTaken, RefundTooLarge
from crm_referrals.settings import least_left
from guanxi import clock, current_company, fetch, fetch_row, today, transaction

_QUALIFY = """
WITH given AS (
    SELECT DISTINCT ON (o.customer_id) o.* FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[], $5::text[])
        AS o (customer_id, amount, currency, paid_on, source)
    WHERE o.amount >= $6 AND o.currency = $7
        AND NOT EXISTS (SELECT FROM crm_referrals_refund x WHERE x.order_source = o.source)
    ORDER BY o.customer_id, o.paid_on, o.source
), waiting AS (
    SELECT r.id, given.* FROM crm_referrals_referral r JOIN given ON given.customer_id = r.referred_id
    WHERE r.state = 'waiting' ORDER BY r.id FOR NO KEY UPDATE OF r
)
UPDATE crm_referrals_referral r SET state = 'qualified', order_source = w.source, currency = w.currency,
    amount = w.amount, refunded = 0, refunded_on = NULL, paid_on = w.paid_on, revision = r.revision + 1, updated_at = $8
FROM waiting w WHERE r.id = w.id AND r.state = 'waiting' RETURNING r.id
"""
_REFUND = """
WITH given AS (
    SELECT r.id, g.* FROM unnest($1::text[], $2::text[], $3::bigint[]) AS g (order_source, source, amount)
    JOIN crm_referrals_referral r ON r.order_source = g.order_source ORDER BY r.id FOR NO KEY UPDATE OF r
), fresh AS (
    INSERT INTO crm_referrals_refund (order_source, source, amount, at)
    SELECT order_source, source, amount, $4 FROM given ON CONFLICT (source) DO NOTHING RETURNING order_source, amount
), total AS (
    SELECT order_source, sum(amount)::bigint AS amount FROM fresh GROUP BY 1
), after AS (
    SELECT r.id, least(r.amount, r.refunded + total.amount) AS refunded,
        r.state = 'qualified' AND r.amount - r.refunded - total.amount < $6 AS again
    FROM crm_referrals_referral r JOIN total ON total.order_source = r.order_source
)
UPDATE crm_referrals_referral r SET refunded = CASE WHEN again THEN 0 ELSE a.refunded END, refunded_on = $5,
    state = CASE WHEN again THEN 'waiting' ELSE r.state END, amount = CASE WHEN again THEN 0 ELSE r.amount END,
    order_source = CASE WHEN again THEN NULL ELSE r.order_source END,
    paid_on = CASE WHEN again THEN NULL ELSE r.paid_on END, revision = r.revision + 1, updated_at = $4
FROM after a WHERE r.id = a.id RETURNING r.id
"""
_ORDER = """
SELECT id, referred_id, amount, currency, refunded, state FROM crm_referrals_referral WHERE order_source = $1
"""


@dataclass(frozen=True, slots=True)
class Order:
    """`amount` in minor units, paid on a day; `source` is the order's own number, such as `order:12`."""

    customer_id: int
    amount: int
    currency: str
    paid_on: date
    source: str


@dataclass(frozen=True, slots=True)
class OrderRefund:
    order_source: str
    source: str
    amount: int


async def qualify(orders: Sequence[Order]) -> list[int]:
    """Ids of the referrals that have their order now. What is too little, or of no referral that waits, is left out."""
    rows = await fetch(
        _QUALIFY,
        [order.customer_id for order in orders],
        [order.amount for order in orders],
        [order.currency for order in orders],
        [order.paid_on for order in orders],
        [order.source for order in orders],
        least_left(),
        current_company().currency,
        clock.now(),
    )
    return [row["id"] for row in rows]


async def give_back(refunds: Sequence[OrderRefund]) -> None:
    """A referral whose order has too little left waits for the next one, unless it was rewarded already."""
    await fetch(
        _REFUND,
        [refund.order_source for refund in refunds],
        [refund.source for refund in refunds],
        [refund.amount for refund in refunds],
        clock.now(),
        today(),
        least_left(),
    )


async def report_order(order: Order) -> int | None:
    """The referral that it counts for; None: for none. Safe to repeat. Raises OrderTaken."""
    async with transaction():
        known = await fetch_row(_ORDER, order.source)
        if known is None:
            try:
                found = await qualify([order])
            except asyncpg.UniqueViolationError as error:  # another customer's, told at the same time
                raise OrderTaken(detail=order.source) from error
            if found:
                return found[0]
            known = await fetch_row(_ORDER, order.source)
        if known is None:
            return None
        if (known["referred_id"], known["amount"], known["currency"]) != (
            order.customer_id,
            order.amount,
            order.currency,
        ):
            raise OrderTaken(detail=order.source)
        return int(known["id"])


async def report_refund(refund: OrderRefund) -> str:
    """The referral's state after it. Safe to repeat. Raises NoSuchOrder, OrderTaken, RefundTooLarge."""
    async with transaction():
        order = await fetch_row(f"{_ORDER} FOR NO KEY UPDATE", refund.order_source)
        before = await fetch_row(
            "SELECT order_source, amount FROM crm_referrals_refund WHERE source = $1", refund.source
        )
        if before is not None:
            if (before["order_source"], before["amount"]) != (refund.order_source, refund.amount):
                raise OrderTaken(detail=refund.source)
            return str(order["state"]) if order is not None else "waiting"
        if order is None:
            raise NoSuchOrder()
        if order["refunded"] + refund.amount > order["amount"]:
            raise RefundTooLarge()
        await give_back([refund])
        now = await fetch_row(_ORDER, refund.order_source)
        return str(now["state"]) if now is not None else "waiting"


async def customer_of_order(source: str) -> int | None:
    """None for an order that counts for no referral."""
    row = await fetch_row(_ORDER, source)
    return None if row is None else int(row["referred_id"])


async def qualify_by_order(event: OrderTold) -> None:
    await qualify([Order(event.customer_id, event.amount, event.currency, event.paid_on, event.source)])


async def note_return(event: OrderReturned) -> None:
    await give_back([OrderRefund(event.order_source, event.source, event.amount)])
