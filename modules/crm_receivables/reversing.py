"""Taking back a payment that bounced or was charged back, or anything that was recorded by mistake."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any

from crm_core.services import deals_changed
from crm_receivables import credit_sql
from crm_receivables.allocating import PAYMENTS, take_back
from crm_receivables.choices import Direction, ReversalCause
from crm_receivables.errors import NotReversible
from crm_receivables.events import InvoiceStandsAgain, PaymentsReversed, ReversedPayment
from crm_receivables.posting import refuse_future
from guanxi import audit, author_id, clock, execute, fetch_row, publish, today, transaction


async def reverse_payment(payment_id: int, *, cause: ReversalCause, on: date | None = None, reason: str = "") -> int:
    """The payment, credit note or write-off does not count from that day on: its allocations first, then itself.

    Exactly once, and whole. Its number stays; its reference may be used again. Returns the reversal's id. Raises
    NotReversible where money of it was refunded, or where it is one that went out or was reversed before.
    """
    day, now = on or today(), clock.now()
    refuse_future(day, "on")
    async with transaction():
        await take_back(payment_id, on=day)
        row = await fetch_row(credit_sql.REVERSE_PAYMENT, payment_id, day, now)
        if row is None:
            raise NotReversible()
        booked = await fetch_row(
            *(credit_sql.BOOK_REVERSAL, payment_id, row["reversed_on"], cause.value, reason[:300], now, author_id())
        )
        assert booked is not None
        reversal_id: int = booked["id"]
        await audit("reverse", PAYMENTS, payment_id, label=row["number"], after={"cause": cause.value}, reason=reason)
        await _AFTERWARDS[Direction(row["direction"])](payment_id, reversal_id, row)
    return reversal_id


async def _money(payment_id: int, reversal_id: int, row: Any) -> None:
    event = ReversedPayment(reversal_id, payment_id, row["customer_id"], row["amount"], row["currency"])
    await publish(PaymentsReversed((event,)))


async def _note(payment_id: int, reversal_id: int, row: Any) -> None:
    invoice = await fetch_row(credit_sql.REVERSE_NOTE, payment_id, clock.now())
    await deals_changed([row["customer_id"]])
    if invoice is not None and invoice["stands_again"]:
        await publish(InvoiceStandsAgain(invoice["id"]))


async def _write_off(payment_id: int, reversal_id: int, row: Any) -> None:
    await execute(credit_sql.REVERSE_WRITE_OFF, payment_id, clock.now())


_AFTERWARDS: dict[Direction, Callable[[int, int, Any], Coroutine[Any, Any, None]]] = {
    Direction.IN: _money,
    Direction.NOTE: _note,
    Direction.LOSS: _write_off,
}
