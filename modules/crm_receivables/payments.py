"""Recording payments, refunding them, and voiding invoices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_core.services import deals_changed
from crm_receivables import locks
from crm_receivables.allocating import PAYMENTS, allocate_oldest
from crm_receivables.choices import Direction, PaymentMethod
from crm_receivables.errors import InvoicePaid, ReferenceUsed, RefundTooLarge
from crm_receivables.events import (
    InvoiceTakenBack,
    PaymentsReceived,
    PaymentsRefunded,
    ReceivedPayment,
    RefundedPayment,
)
from crm_receivables.open_days import refuse_closed
from crm_receivables.posting import RESOURCE, refuse_future
from guanxi import (
    AuditItem,
    InvalidInput,
    _,
    audit,
    audit_many,
    author_id,
    clock,
    execute,
    fetch,
    fetch_row,
    publish,
    today,
    transaction,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPayment:
    """`reference`: the bank's or provider's number of it; a second payment of the method with it is the first one."""

    customer_id: int
    amount: int
    """minor units, above zero"""
    currency: str
    received_on: date
    method: PaymentMethod = PaymentMethod.BANK_TRANSFER
    reference: str = ""
    account: str = ""
    handler_id: int | None = None
    note: str = ""


async def insert_payments(payments: Sequence[NewPayment], direction: Direction = Direction.IN) -> list[int | None]:
    """Ids in the order of `payments`, None where the reference was there already. In the caller's transaction."""
    if any(payment.amount <= 0 for payment in payments):
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    for day in {payment.received_on for payment in payments}:
        refuse_future(day, "received_on")
    if payments:
        await refuse_closed(min(payment.received_on for payment in payments), "received_on")
    ids = [row["id"] for row in await fetch(locks.NEW_PAYMENT_IDS, len(payments))]
    made = await fetch(
        locks.INSERT_PAYMENTS,
        ids,
        [payment.customer_id for payment in payments],
        [payment.method.value for payment in payments],
        [payment.account for payment in payments],
        [payment.handler_id for payment in payments],
        [payment.reference for payment in payments],
        [payment.received_on for payment in payments],
        [payment.currency for payment in payments],
        [payment.amount for payment in payments],
        [payment.note for payment in payments],
        direction.value,
        clock.now(),
        author_id(),
    )
    fresh = {row["id"] for row in made}
    await audit_many(
        "record",
        PAYMENTS,
        [
            AuditItem(id, f"PM-{id:08}", after=_audited(payment))
            for id, payment in zip(ids, payments, strict=True)
            if id in fresh
        ],
    )
    if direction is Direction.IN:
        await execute(locks.BOOK_PAYMENTS, sorted(fresh), clock.now(), author_id())
    return [id if id in fresh else None for id in ids]


def _audited(payment: NewPayment) -> dict[str, Any]:
    return {
        "customer": payment.customer_id,
        "amount": payment.amount,
        "currency": payment.currency,
        "method": payment.method.value,
        "reference": payment.reference,
    }


async def announce(ids: Sequence[int], payments: Sequence[NewPayment]) -> None:
    """Tell other add-ons of payments just recorded."""
    if ids:
        received = zip(ids, payments, strict=True)
        await publish(
            PaymentsReceived(
                tuple(
                    ReceivedPayment(
                        id,
                        p.customer_id,
                        p.amount,
                        p.currency,
                        p.received_on,
                        p.method is PaymentMethod.STORED_VALUE,
                    )
                    for id, p in received
                )
            )
        )


async def record_payments(payments: Sequence[NewPayment], *, oldest_first: bool = False) -> list[int]:
    """Record payments, set-based, and publish PaymentsReceived for the new ones; ids in their order.

    Idempotent by method and reference. Raises ReferenceUsed where one says something else than the payment that is
    there, InvalidInput where a day is in the future or an amount not above zero.
    """
    if not payments:
        return []
    async with transaction():
        ids = await insert_payments(payments)
        fresh = [(id, payment) for id, payment in zip(ids, payments, strict=True) if id is not None]
        known = await _known([payment for id, payment in zip(ids, payments, strict=True) if id is None])
        if oldest_first and fresh:
            await allocate_oldest([id for id, _payment in fresh])
        await announce([id for id, _payment in fresh], [payment for _id, payment in fresh])
    return [
        known[payment.method.value, payment.reference] if id is None else id
        for id, payment in zip(ids, payments, strict=True)
    ]


async def _known(payments: Sequence[NewPayment]) -> dict[tuple[str, str], int]:
    if not payments:
        return {}
    rows = await fetch(locks.SAME_REFERENCES, [p.method.value for p in payments], [p.reference for p in payments])
    found = {(row["method"], row["reference"]): row for row in rows}
    for payment in payments:
        row = found.get((payment.method.value, payment.reference))
        if row is None:  # it was reversed meanwhile, and its reference is free again
            raise ReferenceUsed(reference=payment.reference)
        said = (Direction.IN.value, payment.customer_id, payment.currency, payment.amount)
        if (row["direction"], row["customer_id"], row["currency"], row["amount"]) != said:
            raise ReferenceUsed(reference=payment.reference)
    return {key: row["id"] for key, row in found.items()}


async def record_payment(payment: NewPayment, *, oldest_first: bool = False) -> int:
    """The id of the payment, new or there already; see `record_payments`."""
    return (await record_payments([payment], oldest_first=oldest_first))[0]


async def hold_payment(payment_id: int, amount: int) -> None:
    """So much is promised back: nobody else gives it back or reverses it. Raises RefundTooLarge where less is left."""
    if await fetch_row(locks.HOLD_PAYMENT, payment_id, amount, clock.now()) is None:
        raise RefundTooLarge()


async def set_held(payment_id: int, amount: int) -> None:
    """What is still promised back; no more than is left of the payment."""
    await execute(locks.SET_HELD, payment_id, amount, clock.now())


async def refund_payment(
    payment_id: int,
    amount: int,
    *,
    method: PaymentMethod = PaymentMethod.BANK_TRANSFER,
    reference: str = "",
    reason: str = "",
    on: date | None = None,
    handler_id: int | None = None,
) -> int:
    """Give back part or all of what a payment has on account; returns the refund's id.

    What was paid with stored value goes back there, whatever `method` says. Raises RefundTooLarge, ReferenceUsed where
    the outgoing payment's reference is taken.
    """
    if amount <= 0:
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    if method is PaymentMethod.STORED_VALUE:
        raise InvalidInput({"method": _("Only what was paid with stored value goes back there, by itself.")})
    day, now = on or today(), clock.now()
    refuse_future(day, "refunded_on")
    async with transaction():
        row = await fetch_row(locks.REFUND_PAYMENT, payment_id, amount, now, day)
        if row is None:
            raise RefundTooLarge()
        outgoing = NewPayment(
            customer_id=row["customer_id"],
            amount=amount,
            currency=row["currency"],
            received_on=row["refunded_on"],
            method=PaymentMethod.STORED_VALUE if row["stored_value"] else method,
            reference=reference,
            account=row["account"],
            handler_id=handler_id,
            note=reason,
        )
        (paid_out,) = await insert_payments([outgoing], Direction.OUT)
        if paid_out is None:
            raise ReferenceUsed(reference=reference)
        booked = await fetch_row(
            locks.BOOK_REFUND, payment_id, paid_out, amount, row["refunded_on"], reason[:300], now, author_id()
        )
        assert booked is not None
        refund_id: int = booked["id"]
        await audit("refund", PAYMENTS, payment_id, after={"amount": amount}, reason=reason)
        refund = RefundedPayment(refund_id, payment_id, row["customer_id"], amount, row["currency"])
        await publish(PaymentsRefunded((refund,)))
    return refund_id


async def void_invoice(invoice_id: int, *, reason: str = "", on: date | None = None) -> None:
    """Void a posted invoice without payments: a reversing entry; its number stays. Raises InvoicePaid."""
    now, day = clock.now(), on or today()
    async with transaction():
        await execute("SELECT 1 FROM crm_receivables_invoice WHERE id = $1 FOR NO KEY UPDATE", invoice_id)
        await execute(locks.VOID_INSTALLMENTS, invoice_id, now, day)
        row = await fetch_row(locks.VOID_INVOICE, invoice_id, day, now)
        if row is None:
            raise InvoicePaid()
        await execute(locks.BOOK_VOID, invoice_id, now, author_id())
        await audit("void", RESOURCE, invoice_id, label=row["number"], reason=reason)
        await deals_changed([row["customer_id"]])
        await publish(InvoiceTakenBack(invoice_id))
