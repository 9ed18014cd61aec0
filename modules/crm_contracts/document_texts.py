"""The words of the contract's document, in the languages it is printed in."""

from __future__ import annotations

from crm_contracts.choices import Recurrence
from guanxi import Text, _

TEXTS: dict[str, Text] = {
    "heading": _("Contract"),
    "number": _("Contract No."),
    "signed": _("Date of signing"),
    "term": _("Term", "contract"),
    "payment": _("Payment by"),
    "buyer": _("Party A (buyer)"),
    "seller": _("Party B (seller)"),
    "tax_number": _("Tax number"),
    "address": _("Address"),
    "phone": _("Phone"),
    "bank": _("Bank"),
    "account": _("Bank account"),
    "goods": _("Products and price"),
    "item": _("Item"),
    "quantity": _("Quantity"),
    "price": _("Unit price"),
    "discount": _("Discount"),
    "rate": _("Tax rate"),
    "amount": _("Amount"),
    "prices": _("Prices include tax."),
    "subtotal": _("Without tax"),
    "tax": _("Tax"),
    "total": _("Total"),
    "once": _("Total, charged once"),
    "yearly": _("Recurring, in a year"),
    "words": _("Total in words"),
    "plan": _("Payment plan"),
    "label": _("Installment"),
    "due": _("Due on"),
    "share": _("Share", "installment"),
    "terms": _("Terms"),
    "annex": _("Annex: gifts and other promises"),
    "no_annex": _("None."),
    "seal": _("Company seal"),
    "signature": _("Authorized signature"),
    "date": _("Date"),
    "verify": _("Check at this address that this is the document we keep."),
}

QUOTATION_TEXTS: dict[str, Text] = {
    "heading": _("Quotation"),
    "quoted": _("Date", "quotation"),
    "until": _("Open through", "quotation"),
    "no_contract": _("This is a quotation and no contract: it binds nobody until both sides have signed a contract."),
}
"""What a quotation says in place of the contract's words, or besides"""

CHARGED: dict[str, tuple[Text, Text]] = {
    Recurrence.DAY: (_("charged each day"), _("charged every {interval} days")),
    Recurrence.WEEK: (_("charged each week"), _("charged every {interval} weeks")),
    Recurrence.MONTH: (_("charged each month"), _("charged every {interval} months")),
    Recurrence.QUARTER: (_("charged each quarter"), _("charged every {interval} quarters")),
    Recurrence.YEAR: (_("charged each year"), _("charged every {interval} years")),
}
"""What a recurring line says of itself: for an interval of one, and of more."""
