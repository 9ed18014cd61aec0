"""The words of the contract's document, in the languages it is printed in."""

from __future__ import annotations

from crm_contracts.choices import Recurrence
from guanxi import Text, _

TEXTS: dict[str, Text] = {
    "heading": _("Contract"),
    "number": _("Contract No."),
    "signed": _("Date of signing"),
    "term": _("Term"),
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
    "yearly": _("Recurring, in a year"),
    "words": _("Total in words"),
    "plan": _("Payment plan"),
    "label": _("Installment"),
    "due": _("Due on"),
    "share": _("Share"),
    "terms": _("Terms"),
    "annex": _("Annex: gifts and other promises"),
    "no_annex": _("None."),
    "seal": _("Company seal"),
    "signature": _("Authorized signature"),
    "date": _("Date"),
}

CHARGED: dict[str, Text] = {
    Recurrence.DAY: _("charged every {interval} days"),
    Recurrence.WEEK: _("charged every {interval} weeks"),
    Recurrence.MONTH: _("charged every {interval} months"),
    Recurrence.QUARTER: _("charged every {interval} quarters"),
    Recurrence.YEAR: _("charged every {interval} years"),
}
