"""The invoice as a PDF, in Chinese, in English, or in both."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

from crm_contracts.services import contract_number
from crm_receivables.choices import InvoiceState
from crm_receivables.e_invoice import XMP, e_invoice
from crm_receivables.models import Invoice
from crm_receivables.parties import Party, parties_of
from crm_receivables.settings import ReceivablesSettings
from guanxi import Document, PdfJob, Text, _, fetch, format_money, settings_of, translate

TEMPLATE = Path(__file__).parent / "templates" / "crm_receivables" / "invoice.html"
LABELS = {
    "title": _("Invoice"),
    "void": _("This invoice is void."),
    "bill_to": _("Bill to"),
    "issued_by": _("Issued by"),
    "number": _("Number"),
    "tax_number": _("Tax number"),
    "date": _("Invoice date"),
    "contract": _("Contract"),
    "of_invoice": _("Invoice"),
    "reason": _("Reason"),
    "description": _("Description"),
    "quantity": _("Quantity"),
    "unit_price": _("Unit price"),
    "tax_rate": _("Tax, %"),
    "amount": _("Amount"),
    "subtotal": _("Without tax"),
    "tax": _("Tax"),
    "total": _("Total"),
    "paid": _("Paid"),
    "outstanding": _("Outstanding"),
    "plan": _("Payment plan"),
    "due": _("Due"),
    "payment_details": _("Where to pay to"),
    "included": _("Prices include tax."),
}


def words(language: str, **other: Text) -> dict[str, dict[str, str]]:
    return {name: word(label, language) for name, label in (LABELS | other).items()}


def word(label: Text, language: str) -> dict[str, str]:
    """A label in its language, with the other one beneath where both are wanted."""
    if language == "both":
        return {"main": translate(label, "zh_CN"), "second": translate(label, "en")}
    return {"main": translate(label, language), "second": ""}


async def build_invoice(invoice: Invoice, language: str) -> PdfJob:
    """`invoice` is posted or void; language is zh_CN, en or both."""
    assert invoice.posted_on is not None and invoice.number is not None
    locale = "en" if language == "en" else "zh_CN"
    tag: Literal["zh-CN", "en"] = "en" if language == "en" else "zh-CN"
    data = await _data(invoice, locale)
    data["t"] = words(language)
    machine = await e_invoice(invoice)
    return PdfJob(
        template=TEMPLATE.read_text("utf-8"),
        data=data,
        title=f"{data['t']['title']['main']} {invoice.number}",
        language=tag,
        created=datetime.combine(invoice.posted_on, time(), UTC),
        enclosures=machine.enclosures if machine else [],
        xmp=[XMP] if machine and machine.xml else [],
        pdf_variant="pdf/a-3u",
    )


async def _data(invoice: Invoice, locale: str) -> dict[str, Any]:
    def money(amount: int) -> str:
        return format_money(amount, invoice.currency, locale)

    parties = await parties_of(invoice)
    lines = await fetch("SELECT * FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id", invoice.id)
    plan = await fetch(
        "SELECT label, due_on, amount FROM crm_receivables_installment WHERE invoice_id = $1 ORDER BY due_on, id",
        invoice.id,
    )
    settings = settings_of(ReceivablesSettings)
    assert isinstance(settings, ReceivablesSettings)
    return {
        "void": invoice.state == InvoiceState.VOID,
        "seller": party(parties.seller),
        "buyer": party(parties.buyer),
        "number": invoice.number,
        "of_invoice": "",
        "reason": "",
        "date": str(invoice.posted_on),
        "contract": await contract_number(invoice.contract_id),
        "lines": [
            {
                "description": line["description"],
                "quantity": f"{line['quantity'].normalize():f}",
                "unit_price": money(line["unit_price"]),
                "tax_rate": f"{line['tax_rate'].normalize():f}",
                "amount": money(line["amount"]),
            }
            for line in lines
        ],
        "subtotal": money(invoice.subtotal),
        "tax": money(invoice.tax),
        "total": money(invoice.total),
        "paid": money(invoice.allocated) if invoice.allocated else "",
        "outstanding": money(invoice.outstanding),
        "plan": [
            {"label": part["label"], "due": str(part["due_on"]), "amount": money(part["amount"])} for part in plan
        ],
        "payment_details": settings.payment_details.splitlines(),
    }


def party(party: Party) -> dict[str, str]:
    return {"name": party.name, "place": party.place, "tax_number": party.tax_number}


INVOICE_DOCUMENT = Document(
    name="invoice",
    label=_("Invoice"),
    build=build_invoice,
    when=lambda invoice: invoice.state != InvoiceState.DRAFT,
)
