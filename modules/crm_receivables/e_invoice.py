"""The invoice as data for machines, inside its PDF: Factur-X, as e-invoicing in Europe wants it (EN 16931)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from crm_receivables.choices import InvoiceState
from crm_receivables.e_invoice_xml import Facts, write_xml
from crm_receivables.models import Invoice
from crm_receivables.parties import Parties, parties_of
from crm_receivables.settings import ReceivablesSettings
from guanxi import Enclosure, Text, _, exponent, fetch, settings_of

FILE = "factur-x.xml"
"""the name that the standard wants"""
XMP = (Path(__file__).parent / "templates" / "crm_receivables" / "factur-x.xmp").read_bytes()
"""says in the PDF's metadata that the data is inside, and which"""
MOST_DIGITS = 2
"""of an amount (BR-DEC)"""


@dataclass(frozen=True, slots=True)
class EInvoice:
    xml: bytes = b""
    missing: tuple[Text, ...] = ()
    """what has to be entered first; there is no XML then"""

    @property
    def enclosures(self) -> list[Enclosure]:
        return [Enclosure(FILE, "text/xml", self.xml, "Alternative")] if self.xml else []


async def missing_for(invoice: Invoice) -> tuple[Text, ...] | None:
    """What has to be entered before there is an e-invoice of a posted invoice; None where there is to be none."""
    settings = settings_of(ReceivablesSettings)
    if not settings.e_invoices or invoice.state is not InvoiceState.POSTED:
        return None
    return _missing(invoice, await parties_of(invoice))


async def e_invoice(invoice: Invoice) -> EInvoice | None:
    """Of a posted invoice, where the company gives out e-invoices; of others None.

    Its amounts, names and addresses are those that were posted, whatever changes later; the account to pay to is
    that of today.
    """
    missing = await missing_for(invoice)
    if missing is None:
        return None
    if missing:
        return EInvoice(missing=missing)
    lines = await fetch("SELECT * FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id", invoice.id)
    parts = await fetch(
        "SELECT due_on, amount FROM crm_receivables_installment WHERE invoice_id = $1 ORDER BY due_on, id", invoice.id
    )
    facts = Facts(invoice, settings_of(ReceivablesSettings), await parties_of(invoice), lines, parts)
    return EInvoice(await asyncio.to_thread(write_xml, facts))  # a second for a thousand lines


def _missing(invoice: Invoice, parties: Parties) -> tuple[Text, ...]:
    found = []
    if not parties.seller.country or not parties.seller.tax_number:
        found.append(_("The company's country and tax number are missing under Settings."))
    if not parties.buyer.country:
        found.append(_("The customer's country is missing."))
    if exponent(invoice.currency) > MOST_DIGITS:
        found.append(_("E-invoices take currencies with at most two decimals."))
    return tuple(found)
