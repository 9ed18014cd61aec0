"""What other add-ons may listen to. Events carry many payments at once, so that bulk work stays set-based."""

from __future__ import annotations

from datetime import date

import msgspec

from guanxi import Event


class ReceivedPayment(msgspec.Struct, frozen=True):
    payment_id: int
    customer_id: int
    amount: int
    """minor units"""
    currency: str
    received_on: date
    stored_value: bool = False
    """paid with what the customer had paid in before"""


class PaymentsReceived(Event, frozen=True):
    """Published once for each payment, in the transaction that records it."""

    payments: tuple[ReceivedPayment, ...]


class RefundedPayment(msgspec.Struct, frozen=True):
    refund_id: int
    payment_id: int
    """the payment that money was given back of"""
    customer_id: int
    amount: int
    """minor units, part or all of the payment"""
    currency: str


class PaymentsRefunded(Event, frozen=True):
    """Published once for each refund, in its transaction."""

    refunds: tuple[RefundedPayment, ...]


class ReversedPayment(msgspec.Struct, frozen=True):
    reversal_id: int
    payment_id: int
    customer_id: int
    amount: int
    """minor units, all of the payment"""
    currency: str


class PaymentsReversed(Event, frozen=True):
    """Published once for each payment that bounced or does not count any more, in its transaction."""

    reversals: tuple[ReversedPayment, ...]


class PostedInvoice(msgspec.Struct, frozen=True):
    invoice_id: int
    customer_id: int
    currency: str
    total: int
    """minor units"""
    posted_on: date


class InvoicesPosted(Event, frozen=True):
    """Published once for each invoice, in the transaction that posts it, whether a person or a contract drew it up; not
    for imported ones that were paid already. `DraftPosted` follows for those of persons."""

    invoices: tuple[PostedInvoice, ...]


class DraftPosted(Event, frozen=True):
    """Published in the transaction in which a person posts an invoice drawn up by hand: who listens may refuse it.

    What contracts bill by themselves is not asked about: billing never slips.
    """

    invoice_id: int
    contract_id: int | None
    customer_id: int
    currency: str


class InvoicesSettled(Event, frozen=True):
    """Published in the transaction after which nothing is open of these invoices, whatever settled them."""

    invoice_ids: tuple[int, ...]


class InvoicesReopened(Event, frozen=True):
    """Published in the transaction in which what had settled a part of these invoices, or all, was taken back."""

    invoice_ids: tuple[int, ...]


class InvoiceTakenBack(Event, frozen=True):
    """Published in the transaction in which a posted invoice is voided, or credited in full."""

    invoice_id: int


class InvoiceStandsAgain(Event, frozen=True):
    """Published in the transaction in which the credit note of an invoice that was credited in full is reversed: who
    listens may refuse it."""

    invoice_id: int
