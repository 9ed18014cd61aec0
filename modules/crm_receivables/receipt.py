"""The receipt for a payment as a PDF, in Chinese, in English, or in both (收据)."""

from __future__ import annotations

from typing import Any

from crm_contracts.services import capital_amount
from crm_receivables.choices import Direction
from crm_receivables.models import Payment
from crm_receivables.parties import buyer_now, seller_now
from crm_receivables.printing import locale_of, party, pdf_job
from guanxi import Document, PdfJob, _, fetch, format_money, translate

_SETTLED = """
SELECT v.number, v.posted_on, sum(CASE WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END)::bigint AS amount
FROM crm_receivables_allocation a JOIN crm_receivables_invoice v ON v.id = a.invoice_id
WHERE a.payment_id = $1 GROUP BY v.id HAVING sum(CASE WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END) > 0
ORDER BY v.id LIMIT 250
"""
"""as many as a document can print; the rest is one sum"""
_LABELS = {
    "title": _("Receipt"),
    "bill_to": _("Received from"),
    "issued_by": _("Received by"),
    "tax_number": _("Tax number"),
    "number": _("Number"),
    "date": _("Received on"),
    "method": _("Payment method"),
    "reference": _("Reference"),
    "amount": _("Amount"),
    "capital": _("In capitals"),
    "used": _("What it was used for"),
    "invoice": _("Invoice"),
    "invoice_date": _("Invoice date"),
    "more": _("Other invoices"),
    "refunded": _("Refunded"),
    "total": _("In total"),
    "on_account": _("On account"),
}


async def build_receipt(payment: Payment, language: str) -> PdfJob:
    """`language` is zh_CN, en or both."""
    data = await _data(payment, locale_of(language))
    return pdf_job("receipt", language, _LABELS, data, subject=payment.number, day=payment.received_on)


async def _data(payment: Payment, locale: str) -> dict[str, Any]:
    def money(amount: int) -> str:
        return format_money(amount, payment.currency, locale)

    settled = await fetch(_SETTLED, payment.id)
    return {
        "seller": party(seller_now(), locale),
        "buyer": party(await buyer_now(payment.customer_id), locale),
        "number": payment.number,
        "date": str(payment.received_on),
        "method": translate(payment.method.label, locale),
        "reference": payment.reference,
        "amount": money(payment.amount),
        "capital": capital_amount(payment.amount) if payment.currency == "CNY" and locale == "zh_CN" else "",
        "settled": [
            {"number": row["number"], "day": str(row["posted_on"]), "amount": money(row["amount"])} for row in settled
        ],
        "more": money(more) if (more := payment.allocated - sum(row["amount"] for row in settled)) else "",
        "refunded": money(payment.refunded) if payment.refunded else "",
        "on_account": money(payment.on_account) if payment.on_account else "",
    }


def has_receipt(payment: Any) -> bool:
    """Money came in, and none of it bounced."""
    return bool(payment.direction == Direction.IN and not payment.reversed)


RECEIPT_DOCUMENT = Document(name="receipt", label=_("Receipt"), build=build_receipt, when=has_receipt)
