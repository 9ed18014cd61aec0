"""Where other add-ons add to this one's screens and papers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from guanxi import ExtensionPoint, Panel, Text

INVOICE_PANELS = ExtensionPoint[Panel]("crm_receivables.invoice_panels")
"""Panels on an invoice's form; `load` gets the invoice's id."""

PAYMENT_PANELS = ExtensionPoint[Panel]("crm_receivables.payment_panels")
"""Panels on a payment's form; `load` gets the payment's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayToPay:
    """How customers pay open invoices on line: by an address, which portal, papers and mails name."""

    name: str
    addresses: Callable[[Mapping[int, str]], Awaitable[Mapping[int, str]]]
    """Of open invoices, `{invoice id: currency}`; without those that cannot be paid so. Writes nothing, and says the
    same whenever it is asked, so that the same invoice is printed alike."""
    printed: Callable[[], bool]
    """whether it stands on the PDF of an invoice"""
    code: Callable[[str], bytes]
    """the QR code of an address, as SVG"""


WAYS_TO_PAY = ExtensionPoint[WayToPay]("crm_receivables.ways_to_pay")

CREDIT_NOTE_PANELS = ExtensionPoint[Panel]("crm_receivables.credit_note_panels")
"""Panels on a credit note's form; `load` gets the note's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """What was booked because of an invoice and stays when that is voided or credited in full."""

    name: str
    of: Callable[[int], Awaitable[Sequence[tuple[Text, int]]]]
    """Of an invoice, each with how many; whoever takes it back is asked first where there is any."""


INVOICE_LEFTOVERS = ExtensionPoint[Leftover]("crm_receivables.invoice_leftovers")
