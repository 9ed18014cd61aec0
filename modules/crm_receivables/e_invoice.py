"""The invoice as data for machines, inside its PDF: Factur-X, as e-invoicing in Europe wants it (EN 16931)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crm_core.services import CustomerAddress, customer_address
from crm_receivables.choices import InvoiceState
from crm_receivables.e_invoice_xml import Facts, write_xml
from crm_receivables.models import Invoice
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


async def e_invoice(invoice: Invoice) -> EInvoice | None:
    """Of a posted invoice, where the company gives out e-invoices; of others None.

    It says what was posted, and stays the same whatever is paid later.
    """
    settings = settings_of(ReceivablesSettings)
    if not settings.e_invoices or invoice.state is not InvoiceState.POSTED:
        return None
    buyer = await customer_address(invoice.customer_id)
    if missing := _missing(invoice, settings, buyer):
        return EInvoice(missing=missing)
    lines = await fetch("SELECT * FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id", invoice.id)
    parts = await fetch(
        "SELECT due_on, amount FROM crm_receivables_installment WHERE invoice_id = $1 ORDER BY due_on, id", invoice.id
    )
    return EInvoice(write_xml(Facts(invoice, settings, buyer, lines, parts)))


def _missing(invoice: Invoice, settings: ReceivablesSettings, buyer: CustomerAddress) -> tuple[Text, ...]:
    found = []
    if not settings.country or not settings.tax_number:
        found.append(_("The company's country and tax number are missing under Settings."))
    if not buyer.country:
        found.append(_("The customer's country is missing."))
    if exponent(invoice.currency) > MOST_DIGITS:
        found.append(_("E-invoices take currencies with at most two decimals."))
    return tuple(found)
