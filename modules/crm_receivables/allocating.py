"""Allocating payments to installments, and taking that back, for any number of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crm_receivables import locks
from crm_receivables.errors import NothingAllocated, OverAllocated, WriteOffStays
from crm_receivables.events import InvoicesReopened, InvoicesSettled
from crm_receivables.shares import oldest_first
from guanxi import (
    InvalidInput,
    _,
    audit,
    author_id,
    clock,
    execute,
    fetch,
    fetch_value,
    publish,
    today,
    transaction,
)

PAYMENTS = "crm_receivables/payments"


@dataclass(frozen=True, slots=True)
class Portion:
    """`amount` of a payment for an installment. It takes effect on `effective_on`, or as soon after as it can."""

    payment_id: int
    installment_id: int
    amount: int
    effective_on: date


async def lock_all(payment_ids: Sequence[int], installment_ids: Sequence[int]) -> None:
    """In the caller's transaction, in the one order."""
    await execute(locks.LOCK_PAYMENTS, list(payment_ids))
    await execute(locks.LOCK_INVOICES, list(installment_ids))
    await execute(locks.LOCK_INSTALLMENTS, list(installment_ids))


async def allocate_portions(portions: Sequence[Portion]) -> None:
    """All of them or none. Raises OverAllocated, also where customer or currency differ."""
    if not portions:
        return
    if any(portion.amount <= 0 for portion in portions):
        raise InvalidInput({"amount": _("Enter an amount above zero.")})
    async with transaction():
        await lock_all([p.payment_id for p in portions], [p.installment_id for p in portions])
        await _apply(portions)


async def _apply(portions: Sequence[Portion]) -> None:
    """The rows are locked."""
    payments = [portion.payment_id for portion in portions]
    installments = [portion.installment_id for portion in portions]
    amounts = [portion.amount for portion in portions]
    now = clock.now()
    used = await fetch(locks.USE_PAYMENTS, payments, amounts, now)
    settled = await fetch(locks.SETTLE_INSTALLMENTS, installments, amounts, now)
    if len(used) != len(set(payments)) or len(settled) != len(set(installments)):
        raise OverAllocated()
    days = [portion.effective_on for portion in portions]
    made = await fetch(locks.BOOK_ALLOCATIONS, payments, installments, amounts, days, now, author_id())
    if len(made) != len(portions):
        raise OverAllocated()
    refreshed = await fetch(locks.REFRESH_INVOICES, sorted({row["invoice_id"] for row in settled}), today(), now)
    paid = tuple(sorted(row["id"] for row in refreshed if row["outstanding"] == 0))
    if paid:
        await publish(InvoicesSettled(paid))


async def allocate_oldest(payment_ids: Sequence[int], *, on: date | None = None) -> int:
    """What the payments have on account goes to their customers' open installments, the longest due first.

    Returns the sum that was allocated. `on`: when it takes effect; else when each payment was received.
    """
    async with transaction():
        await execute(locks.LOCK_PAYMENTS, list(payment_ids))
        open_ids = [row["id"] for row in await fetch(locks.OPEN_INSTALLMENTS, list(payment_ids))]
        if not open_ids:
            return 0
        await execute(locks.LOCK_INVOICES, open_ids)
        await execute(locks.LOCK_INSTALLMENTS, open_ids)
        rows = await fetch(locks.OLDEST_FIRST, list(payment_ids), open_ids)
        portions = [
            Portion(row["payment_id"], row["installment_id"], row["amount"], on or row["received_on"]) for row in rows
        ]
        if portions:
            await _apply(portions)
        return sum(portion.amount for portion in portions)


async def allocate_payment(payment_id: int, amounts: dict[int, int] | None = None, *, on: date | None = None) -> int:
    """By hand, `{installment id: amount}`, or oldest first; returns the sum. Effective today unless `on` is given."""
    day = on or today()
    async with transaction():
        if amounts is None:
            total = await allocate_oldest([payment_id], on=day)
        else:
            await allocate_portions([Portion(payment_id, id, amount, day) for id, amount in sorted(amounts.items())])
            total = sum(amounts.values())
        if total:
            action = "allocate_oldest" if amounts is None else "allocate_by_hand"
            await audit(action, PAYMENTS, payment_id, after={"amount": total})
    return total


async def on_account(payment_id: int) -> int:
    return int(await fetch_value("SELECT on_account FROM crm_receivables_payment WHERE id = $1", payment_id))


async def settle_invoice(payment_id: int, invoice_id: int, amount: int, day: date) -> int:
    """So much of a payment goes to what is open of one invoice, the longest due first; returns the sum."""
    async with transaction():
        parts = await fetch(locks.OPEN_OF_INVOICE, invoice_id)
        shares = oldest_first([part["outstanding"] for part in parts], amount)
        portions = [Portion(payment_id, part["id"], share, day) for part, share in zip(parts, shares, strict=True)]
        await allocate_portions([portion for portion in portions if portion.amount])
    return sum(shares)


async def unallocate(payment_id: int, invoice_id: int | None = None, *, on: date | None = None) -> int:
    """Take back all allocations of a payment, or those to one invoice: the exact inverse. Returns the sum.

    Raises NothingAllocated, WriteOffStays.
    """
    async with transaction():
        if await fetch_value(locks.IS_LOSS, payment_id):
            raise WriteOffStays()
        total = await take_back(payment_id, invoice_id, on=on)
        if not total:
            raise NothingAllocated()
        await audit("unallocate", PAYMENTS, payment_id, after={"amount": total})
    return total


async def take_back(payment_id: int, invoice_id: int | None = None, *, on: date | None = None) -> int:
    """As `unallocate`, of whatever kind of payment; nothing allocated is 0."""
    async with transaction():
        await execute(locks.LOCK_PAYMENTS, [payment_id])
        live = await fetch(locks.LIVE_ALLOCATIONS, payment_id, invoice_id)
        if not live:
            return 0
        ids, day, now = [row["id"] for row in live], on or today(), clock.now()
        installments = [row["installment_id"] for row in live]
        await execute(locks.LOCK_INVOICES, installments)
        await execute(locks.LOCK_INSTALLMENTS, installments)
        returned = await fetch(locks.RETURN_TO_PAYMENT, ids, day, now)
        reopened = await fetch(locks.REOPEN_INSTALLMENTS, ids, day, now)
        await execute(locks.BOOK_REVERSALS, ids, day, now, author_id())
        invoices = tuple(sorted({row["invoice_id"] for row in reopened}))
        await execute(locks.REFRESH_INVOICES, invoices, today(), now)
        await publish(InvoicesReopened(invoices))
        total: int = returned[0]["amount"]
    return total
