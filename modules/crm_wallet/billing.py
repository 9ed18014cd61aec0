"""Paying invoices with stored value, and cash-back on the next one. Only imported where crm_receivables is there.

Locks are taken in one order: what belongs to the invoice first, the wallet last.
"""

from __future__ import annotations

from dataclasses import dataclass

from crm_receivables.events import InvoicesPosted, PaymentsRefunded, PaymentsReversed
from crm_receivables.services import (
    InvoiceBalance,
    NewPayment,
    PaymentMethod,
    invoice_balance,
    oldest_first,
    record_payment,
    settle_with,
)
from crm_wallet import cash_back, ledger
from crm_wallet.errors import MoreThanOwed
from crm_wallet.ledger import OWN, check_amount, check_source
from crm_wallet.services import Booking, balances, booking, give_back_entry
from crm_wallet.settings import WalletSettings
from guanxi import InvalidInput, NotFound, _, current_company, execute, fetch, settings_of, today, transaction

LONGEST_SOURCE = 100
_NOTE = """
INSERT INTO crm_wallet_invoice_payment (entry_id, payment_id, invoice_id) VALUES ($1, $2, $3)
ON CONFLICT (entry_id) DO NOTHING
"""
_PAID_BY = "SELECT payment_id, entry_id FROM crm_wallet_invoice_payment WHERE payment_id = ANY($1::bigint[])"
_BACKED = "SELECT DISTINCT payment_id FROM crm_wallet_cash_back_use WHERE payment_id = ANY($1::bigint[])"


@dataclass(frozen=True, slots=True)
class InvoicePaid:
    payment_id: int
    booking: Booking


def is_enabled() -> bool:
    """Whether the company has invoices."""
    return "crm_receivables/invoices" in current_company().catalog.resources


async def payable(invoice: InvoiceBalance) -> int:
    """How much of an invoice its customer's stored value can pay now."""
    free = sum(each.free for each in await balances(invoice.customer_id, invoice.currency))
    return min(invoice.outstanding if invoice.is_open else 0, free)


async def pay_invoice(invoice_id: int, amount: int, source: str) -> InvoicePaid:
    """A payment by stored value, allocated, and the spend that it is: together or not at all; once for each source.

    Raises NotFound, MoreThanOwed, NotEnough, NoWallet; ReferenceUsed for a source of another payment.
    """
    invoice = await invoice_balance(invoice_id)
    if invoice is None:
        raise NotFound()
    if len(source) > LONGEST_SOURCE:
        raise InvalidInput({"source": _("Write up to {count} characters.", count=LONGEST_SOURCE)})
    payment = NewPayment(
        customer_id=invoice.customer_id,
        amount=check_amount(amount),
        currency=invoice.currency,
        received_on=today(),
        method=PaymentMethod.STORED_VALUE,
        reference=f"wallet:{check_source(source)}",
    )
    async with transaction():
        payment_id = await record_payment(payment)
        known = await fetch(_PAID_BY, [payment_id])
        if not known and await settle_with(payment_id, invoice_id):
            raise MoreThanOwed()
        order, own = settings_of(WalletSettings).order.value, f"{OWN}payment:{payment_id}"
        row = await ledger.spend(invoice.customer_id, invoice.currency, amount, order, own, invoice.number or "")
        booked = booking(row)
        await execute(_NOTE, booked.entry_id, payment_id, invoice_id)
    return InvoicePaid(payment_id, booked)


async def settle_cash_back(event: InvoicesPosted) -> None:
    """What waits for the customers of new invoices settles these, the oldest grants first."""
    posted = [invoice for invoice in event.invoices if invoice.total > 0]
    grants = await cash_back.waiting(sorted({invoice.customer_id for invoice in posted})) if posted else []
    left = {grant["id"]: grant["remaining"] for grant in grants}
    for invoice in posted:
        mine = [
            grant["id"]
            for grant in grants
            if (grant["customer_id"], grant["currency"]) == (invoice.customer_id, invoice.currency)
            and grant["granted_on"] <= invoice.posted_on
        ]
        shares = oldest_first([left[id] for id in mine], invoice.total)
        parts = {id: share for id, share in zip(mine, shares, strict=True) if share}
        if parts:
            source = f"cash-back:{invoice.invoice_id}"
            payment = NewPayment(
                customer_id=invoice.customer_id,
                amount=sum(parts.values()),
                currency=invoice.currency,
                received_on=invoice.posted_on,
                method=PaymentMethod.STORED_VALUE,
                reference=source,
                note=str(_("Cash-back")),
            )
            payment_id = await record_payment(payment)
            await settle_with(payment_id, invoice.invoice_id)
            await cash_back.use(parts, payment_id, invoice.invoice_id, source)
            left.update({id: left[id] - share for id, share in parts.items()})


async def give_back_refunds(event: PaymentsRefunded) -> None:
    await _return({each.payment_id: (each.amount, f"refund:{each.refund_id}") for each in event.refunds})


async def give_back_reversals(event: PaymentsReversed) -> None:
    await _return({each.payment_id: (each.amount, f"reversal:{each.reversal_id}") for each in event.reversals})


async def _return(amounts: dict[int, tuple[int, str]]) -> None:
    """What payments were made of returns there; other payments are none of ours."""
    for row in await fetch(_PAID_BY, list(amounts)):
        amount, source = amounts[row["payment_id"]]
        await give_back_entry(row["entry_id"], f"{OWN}{source}", amount)
    for row in await fetch(_BACKED, list(amounts)):
        amount, source = amounts[row["payment_id"]]
        await cash_back.put_back(row["payment_id"], amount, source)
