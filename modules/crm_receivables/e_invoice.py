"""Invoices and credit notes as data for machines, inside their PDF: Factur-X, as Europe wants it (EN 16931)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crm_receivables.choices import CreditNoteState, InvoiceState
from crm_receivables.credit_models import CreditNote
from crm_receivables.e_invoice_xml import Facts, write_xml
from crm_receivables.models import Invoice
from crm_receivables.parties import Parties, parties_of
from crm_receivables.settings import ReceivablesSettings
from guanxi import Enclosure, Text, _, exponent, fetch, get, settings_of

FILE = "factur-x.xml"
"""the name that the standard wants"""
XMP = (Path(__file__).parent / "templates" / "crm_receivables" / "factur-x.xmp").read_bytes()
"""says in the PDF's metadata that the data is inside, and which"""
MOST_DIGITS = 2
"""of an amount (BR-DEC)"""
_POSTED = (InvoiceState.POSTED, CreditNoteState.POSTED)
_CREDITED = """
SELECT c.description, c.tax_rate, c.amount, c.tax, 1::numeric AS quantity, l.period_start, l.period_end
FROM crm_receivables_credit_line c JOIN crm_receivables_line l ON l.id = c.line_id WHERE c.note_id = $1 ORDER BY c.id
"""


@dataclass(frozen=True, slots=True)
class EInvoice:
    xml: bytes = b""
    missing: tuple[Text, ...] = ()
    """what has to be entered first; there is no XML then"""

    @property
    def enclosures(self) -> list[Enclosure]:
        return [Enclosure(FILE, "text/xml", self.xml, "Alternative")] if self.xml else []

    @property
    def xmp(self) -> list[bytes]:
        return [XMP] if self.xml else []


async def missing_for(document: Invoice | CreditNote) -> tuple[Text, ...] | None:
    """What has to be entered before there is an e-invoice of a posted document; None where there is to be none."""
    if not settings_of(ReceivablesSettings).e_invoices or document.state not in _POSTED:
        return None
    return _missing(document.currency, await parties_of(await _invoice_of(document)))


async def e_invoice(document: Invoice | CreditNote) -> EInvoice | None:
    """Of what is posted, where the company gives out e-invoices; of others None.

    Its amounts, names and addresses are those that were posted, whatever changes later; the account to pay to is
    that of today.
    """
    missing = await missing_for(document)
    if missing is None:
        return None
    if missing:
        return EInvoice(missing=missing)
    facts = await (_invoice_facts(document) if isinstance(document, Invoice) else _credit_facts(document))
    return EInvoice(await asyncio.to_thread(write_xml, facts))  # a second for a thousand lines


async def _invoice_of(document: Invoice | CreditNote) -> Invoice:
    return document if isinstance(document, Invoice) else await get(Invoice, document.invoice_id)


async def _invoice_facts(invoice: Invoice) -> Facts:
    lines = await fetch("SELECT * FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id", invoice.id)
    parts = await fetch(
        "SELECT due_on, amount FROM crm_receivables_installment WHERE invoice_id = $1 ORDER BY due_on, id", invoice.id
    )
    return Facts(**await _common(invoice, invoice), lines=lines, installments=parts)


async def _credit_facts(note: CreditNote) -> Facts:
    invoice = await get(Invoice, note.invoice_id)
    assert invoice.posted_on is not None
    return Facts(
        **await _common(note, invoice),
        lines=await fetch(_CREDITED, note.id),
        credits=(invoice.number, invoice.posted_on),
        reason=note.reason,
    )


async def _common(document: Invoice | CreditNote, invoice: Invoice) -> dict[str, Any]:
    names = ("number", "posted_on", "currency", "subtotal", "tax", "total")
    return {name: getattr(document, name) for name in names} | {
        "parties": await parties_of(invoice),
        "settings": settings_of(ReceivablesSettings),
    }


def _missing(currency: str, parties: Parties) -> tuple[Text, ...]:
    found = []
    if not parties.seller.country or not parties.seller.tax_number:
        found.append(_("The company's country and tax number are missing under Settings."))
    if not parties.buyer.country:
        found.append(_("The customer's country is missing."))
    if exponent(currency) > MOST_DIGITS:
        found.append(_("E-invoices take currencies with at most two decimals."))
    return tuple(found)
