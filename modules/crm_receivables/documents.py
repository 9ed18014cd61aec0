"""The invoice as a PDF, in Chinese, in English, or in both."""

from __future__ import annotations

from typing import Any

from crm_contracts.services import contract_number
from crm_receivables.choices import InvoiceState
from crm_receivables.e_invoice import e_invoice
from crm_receivables.models import Invoice
from crm_receivables.parties import parties_of
from crm_receivables.paying import printed_way
from crm_receivables.printing import locale_of, party, pdf_job, percent, tax_by_rate, where_to_pay
from guanxi import Document, PdfJob, _, fetch, format_money

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
    "net": _("Without tax"),
    "gross": _("With tax"),
    "by_rate": _("Tax by rate"),
    "paid": _("Paid"),
    "settled_by_credit": _("Settled by credit notes"),
    "written_off": _("Written off"),
    "outstanding": _("Outstanding"),
    "plan": _("Payment plan"),
    "due": _("Due"),
    "payment_details": _("Where to pay to"),
    "pay_on_line": _("Pay on line"),
    "scan": _("Scan the code, or open the address. It says what is still owed on the day you pay."),
    "included": _("Prices include tax."),
}


async def build_invoice(invoice: Invoice, language: str) -> PdfJob:
    """`invoice` is posted or void; language is zh_CN, en or both."""
    assert invoice.posted_on is not None and invoice.number is not None
    way = await printed_way(invoice)
    return pdf_job(
        "invoice",
        language,
        LABELS,
        {**await _data(invoice, locale_of(language)), "pay_on_line": way.address if way else ""},
        subject=invoice.number,
        day=invoice.posted_on,
        machine=await e_invoice(invoice),
        assets={"pay": way.code} if way else {},
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
    return {
        "void": invoice.state == InvoiceState.VOID,
        "seller": party(parties.seller, locale),
        "buyer": party(parties.buyer, locale),
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
                "tax_rate": percent(line["tax_rate"]),
                "amount": money(line["amount"]),
            }
            for line in lines
        ],
        "by_rate": tax_by_rate(lines, money),
        "subtotal": money(invoice.subtotal),
        "tax": money(invoice.tax),
        "total": money(invoice.total),
        "settled": [
            {"what": name, "amount": money(amount)}
            for name in ("paid", "settled_by_credit", "written_off", "outstanding")
            if (amount := getattr(invoice, name)) or name == "outstanding"
        ]
        if invoice.allocated
        else [],
        "plan": [
            {"label": part["label"], "due": str(part["due_on"]), "amount": money(part["amount"])} for part in plan
        ],
        "payment_details": where_to_pay(),
    }


INVOICE_DOCUMENT = Document(
    name="invoice",
    label=_("Invoice"),
    build=build_invoice,
    when=lambda invoice: invoice.state != InvoiceState.DRAFT,
)
