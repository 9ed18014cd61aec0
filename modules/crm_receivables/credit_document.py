"""The credit note as a PDF, in Chinese, in English, or in both; it looks like the invoice that it takes back."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any, Literal

from crm_receivables.choices import CreditNoteState
from crm_receivables.credit_models import CreditNote
from crm_receivables.documents import TEMPLATE, party, words
from crm_receivables.models import Invoice
from crm_receivables.parties import parties_of
from guanxi import Document, PdfJob, _, fetch, format_money, get

_REVERSED = _("This credit note was reversed.")


async def build_credit_note(note: CreditNote, language: str) -> PdfJob:
    """`language` is zh_CN, en or both."""
    locale = "en" if language == "en" else "zh_CN"
    tag: Literal["zh-CN", "en"] = "en" if language == "en" else "zh-CN"
    data = await _data(note, locale)
    data["t"] = words(language, title=_("Credit note"), date=_("Date"), void=_REVERSED, bill_to=_("Credit to"))
    return PdfJob(
        template=TEMPLATE.read_text("utf-8"),
        data=data,
        title=f"{data['t']['title']['main']} {note.number}",
        language=tag,
        created=datetime.combine(note.posted_on, time(), UTC),
        pdf_variant="pdf/a-3u",
    )


async def _data(note: CreditNote, locale: str) -> dict[str, Any]:
    def money(amount: int) -> str:
        return format_money(amount, note.currency, locale)

    invoice = await get(Invoice, note.invoice_id)
    parties = await parties_of(invoice)
    lines = await fetch("SELECT * FROM crm_receivables_credit_line WHERE note_id = $1 ORDER BY id", note.id)
    return {
        "void": note.state == CreditNoteState.REVERSED,
        "seller": party(parties.seller),
        "buyer": party(parties.buyer),
        "number": note.number,
        "contract": "",
        "paid": "",
        "plan": [],
        "payment_details": [],
        "date": str(note.posted_on),
        "of_invoice": invoice.number,
        "reason": note.reason,
        "lines": [
            {
                "description": line["description"],
                "tax_rate": f"{line['tax_rate'].normalize():f}",
                "amount": money(line["amount"]),
            }
            for line in lines
        ],
        "subtotal": money(note.subtotal),
        "tax": money(note.tax),
        "total": money(note.total),
    }


CREDIT_NOTE_DOCUMENT = Document(name="credit_note", label=_("Credit note"), build=build_credit_note)
