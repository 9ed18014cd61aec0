"""The credit note as a PDF, in Chinese, in English, or in both; it looks like the invoice that it takes back."""

from __future__ import annotations

from typing import Any

from crm_receivables.choices import CreditNoteState
from crm_receivables.credit_models import CreditNote
from crm_receivables.documents import LABELS
from crm_receivables.e_invoice import e_invoice
from crm_receivables.models import Invoice
from crm_receivables.parties import parties_of
from crm_receivables.printing import locale_of, party, pdf_job, percent, tax_by_rate
from guanxi import Document, PdfJob, _, fetch, format_money, get

_LABELS = LABELS | {
    "title": _("Credit note"),
    "date": _("Date"),
    "void": _("This credit note was reversed."),
    "bill_to": _("Credit to"),
}


async def build_credit_note(note: CreditNote, language: str) -> PdfJob:
    """`language` is zh_CN, en or both."""
    data = await _data(note, locale_of(language))
    return pdf_job(
        "invoice",
        language,
        _LABELS,
        data,
        subject=note.number,
        day=note.posted_on,
        machine=await e_invoice(note),
    )


async def _data(note: CreditNote, locale: str) -> dict[str, Any]:
    def money(amount: int) -> str:
        return format_money(amount, note.currency, locale)

    invoice = await get(Invoice, note.invoice_id)
    parties = await parties_of(invoice)
    lines = await fetch("SELECT * FROM crm_receivables_credit_line WHERE note_id = $1 ORDER BY id", note.id)
    return {
        "void": note.state == CreditNoteState.REVERSED,
        "seller": party(parties.seller, locale),
        "buyer": party(parties.buyer, locale),
        "number": note.number,
        "contract": "",
        "settled": [],
        "plan": [],
        "payment_details": [],
        "pay_on_line": "",
        "date": str(note.posted_on),
        "of_invoice": invoice.number,
        "reason": note.reason,
        "lines": [
            {
                "description": line["description"],
                "tax_rate": percent(line["tax_rate"]),
                "amount": money(line["amount"]),
            }
            for line in lines
        ],
        "by_rate": tax_by_rate(lines, money),
        "subtotal": money(note.subtotal),
        "tax": money(note.tax),
        "total": money(note.total),
    }


CREDIT_NOTE_DOCUMENT = Document(name="credit_note", label=_("Credit note"), build=build_credit_note)
