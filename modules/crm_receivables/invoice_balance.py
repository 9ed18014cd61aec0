"""Figures of single invoices and payments, and settling one with the other, for other add-ons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from crm_receivables import locks
from crm_receivables.allocating import lock_all, on_account, settle_invoice
from crm_receivables.choices import InvoiceState, PaymentMethod
from crm_receivables.models import Invoice
from guanxi import Conflict, _, fetch, fetch_value, get, today, transaction

_BALANCES = """
SELECT id, number, customer_id, currency, state, total, outstanding, credited, paid, written_off
FROM crm_receivables_invoice WHERE id = ANY($1::bigint[]) ORDER BY id
"""
_REVERSED = """
SELECT EXISTS (SELECT FROM crm_receivables_payment WHERE method = $1 AND reference = $2 AND reversed > 0)
"""
_IS_REVERSED = "SELECT reversed > 0 FROM crm_receivables_payment WHERE id = $1"
_PARTS = "SELECT id FROM crm_receivables_installment WHERE invoice_id = $1"


@dataclass(frozen=True, slots=True)
class InvoiceBalance:
    """Amounts are minor units. `number` is None for a draft."""

    id: int
    number: str | None
    customer_id: int
    currency: str
    state: InvoiceState
    total: int
    outstanding: int
    credited: int
    """by its own credit notes, also what had been paid"""
    paid: int
    written_off: int

    @property
    def is_open(self) -> bool:
        return self.state is InvoiceState.POSTED and self.outstanding > 0

    @property
    def is_gone(self) -> bool:
        """It was voided, or credited in full."""
        return self.state is InvoiceState.VOID or (self.state is InvoiceState.POSTED and self.credited >= self.total)

    @property
    def is_paid(self) -> bool:
        """All of it, as far as no credit note made it less; a write-off only where more was paid than written off."""
        written_off = self.written_off > 0 and self.written_off >= self.paid
        return self.state is InvoiceState.POSTED and not (self.outstanding or written_off or self.is_gone)

    @property
    def is_untouched(self) -> bool:
        """Nothing of it was paid by anything, or written off."""
        return self.state is InvoiceState.POSTED and self.outstanding == self.total - self.credited > 0


async def invoices_of_customer(customer_id: int) -> list[int]:
    """Their ids, whatever the current actor may see."""
    rows = await fetch("SELECT id FROM crm_receivables_invoice WHERE customer_id = $1 ORDER BY id", customer_id)
    return [row["id"] for row in rows]


async def invoice_balance(invoice_id: int) -> InvoiceBalance | None:
    """As of now; not narrowed to a scope."""
    return (await invoice_balances([invoice_id])).get(invoice_id)


async def invoice_balances(invoice_ids: Collection[int]) -> dict[int, InvoiceBalance]:
    """By id, as of now; not narrowed to a scope."""
    rows = await fetch(_BALANCES, list(invoice_ids))
    return {row["id"]: InvoiceBalance(**{**row, "state": InvoiceState(row["state"])}) for row in rows}


async def settle_with(payment_id: int, invoice_id: int) -> int:
    """What the payment has on account goes to what is open of the invoice; what is left over, which stays there.

    Whoever settles the same invoice at the same time waits. Customer and currency are the same (else OverAllocated).
    """
    async with transaction():
        await lock_all([payment_id], [row["id"] for row in await fetch(_PARTS, invoice_id)])
        kept = await on_account(payment_id)
        return kept - await settle_invoice(payment_id, invoice_id, kept, today())


async def hold_invoices(invoice_ids: Collection[int]) -> None:
    """Until the end of the caller's transaction nobody voids, credits or settles them. Raises Conflict where one was
    voided or credited in full. To be called before anything is posted: numbers are taken after invoices are locked."""
    ids = sorted(set(invoice_ids))
    if len(await fetch(locks.HOLD_INVOICES, ids)) < len(ids):
        raise Conflict(_("An invoice was voided or credited in the meantime."))


async def is_reversed(payment_id: int) -> bool:
    return bool(await fetch_value(_IS_REVERSED, payment_id))


async def was_reversed(method: PaymentMethod, reference: str) -> bool:
    """A payment with this reference was reversed; since then another one may have it."""
    return bool(await fetch_value(_REVERSED, method.value, reference))


async def visible_invoice(invoice_id: int) -> InvoiceBalance:
    """Raises NotFound, also for an invoice that the user does not see; Forbidden."""
    await get(Invoice, invoice_id)
    found = await invoice_balance(invoice_id)
    assert found is not None
    return found
