"""Factur-X 1.0 (ZUGFeRD 2), profile EN 16931, in the syntax CII (UN/CEFACT). Names are those of EN 16931-1.

The library that writes it, with lxml, is too heavy for processes that never need it: it is imported when used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, getcontext
from itertools import groupby
from typing import Any

from crm_receivables.parties import Parties, Party
from crm_receivables.settings import ReceivablesSettings
from guanxi import plain_amount

PROFILE = "urn:cen.eu:en16931:2017"
INVOICE, CREDIT_NOTE = "380", "381"
SEPA_TRANSFER, TRANSFER, EACH = "58", "30", "C62"
"""codes of UNTDID 1001, UNTDID 4461 and UN/ECE Rec 20"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Of an invoice, or of a credit note, whose amounts are positive, too."""

    number: str
    posted_on: date
    currency: str
    subtotal: int
    tax: int
    total: int
    parties: Parties
    settings: ReceivablesSettings
    lines: Sequence[Mapping[str, Any]]
    """description, quantity, amount, tax, tax_rate, period_start and period_end of each"""
    installments: Sequence[Mapping[str, Any]] = ()
    credits: tuple[str, date] | None = None
    """of a credit note: number and day of the invoice that it takes back"""
    reason: str = ""

    def amount(self, minor: int) -> Decimal:
        return Decimal(plain_amount(minor, self.currency))


def write_xml(facts: Facts) -> bytes:
    """Checked against the schema of the profile."""
    from drafthorse.models.document import Document
    from drafthorse.models.note import IncludedNote

    document = Document()
    document.context.guideline_parameter.id = PROFILE
    document.header.id = facts.number
    document.header.type_code = CREDIT_NOTE if facts.credits else INVOICE
    document.header.issue_date_time = facts.posted_on
    if reason := printable(facts.reason):
        document.header.notes.add(IncludedNote(content=reason))
    document.trade.delivery.event.occurrence = facts.posted_on
    _set_parties(document.trade.agreement, facts)
    for number, line in enumerate(facts.lines, 1):
        document.trade.items.add(_line(str(number), line, facts))
    if facts.credits:
        _set_credited(document.trade.settlement, *facts.credits)
    else:
        _set_payment(document.trade.settlement, facts)
    _set_sums(document.trade.settlement, facts)
    xml: bytes = document.serialize(schema="FACTUR-X_EN16931")
    return xml


def _set_parties(agreement: Any, facts: Facts) -> None:
    from drafthorse.models.party import TaxRegistration

    seller, buyer = facts.parties.seller, facts.parties.buyer
    agreement.seller.name, agreement.buyer.name = printable(seller.name), printable(buyer.name)
    _set_address(agreement.seller.address, seller)
    _set_address(agreement.buyer.address, buyer)
    number = printable(seller.tax_number)
    if _is_vat_number(number, seller.country):
        agreement.seller.tax_registrations.add(TaxRegistration(id=("VA", number)))
    else:
        agreement.seller.id = number
        agreement.seller.tax_registrations.add(TaxRegistration(id=("FC", number)))
    if _is_vat_number(buyer.tax_number, buyer.country):
        agreement.buyer.tax_registrations.add(TaxRegistration(id=("VA", printable(buyer.tax_number))))
    elif buyer.tax_number:
        agreement.buyer.id = printable(buyer.tax_number)


def _is_vat_number(number: str, country: str) -> bool:
    """Those start with the country's code (BR-CO-09); others are numbers of a register at home."""
    return bool(number) and number.upper().startswith(country)


def _set_address(address: Any, party: Party) -> None:
    address.country_id = party.country
    for name, value in (("postcode", party.postcode), ("city_name", party.city), ("line_one", party.address)):
        if value:
            setattr(address, name, printable(value))


def _line(number: str, line: Mapping[str, Any], facts: Facts) -> Any:
    from drafthorse.models.tradelines import LineItem

    made, net, quantity = LineItem(), facts.amount(line["amount"] - line["tax"]), line["quantity"] or Decimal(1)
    made.document.line_id = number
    made.product.name = printable(line["description"]) or number
    made.agreement.net.amount = getcontext().divide(net, quantity).quantize(Decimal("0.000001"))
    made.delivery.billed_quantity = (quantity, EACH)
    _set_rate(made.settlement.trade_tax, line["tax_rate"])
    if line["period_start"] is not None:
        made.settlement.period.start, made.settlement.period.end = line["period_start"], line["period_end"]
    made.settlement.monetary_summation.total_amount = net
    return made


def _set_rate(tax: Any, rate: Decimal) -> None:
    """Standard rate, or zero rated (UNTDID 5305)."""
    tax.type_code, tax.category_code, tax.rate_applicable_percent = "VAT", "S" if rate else "Z", rate


def _set_credited(settlement: Any, number: str, day: date) -> None:
    """BG-3. Nothing is to be paid by the buyer; the rules want a text on payment all the same (BR-CO-25)."""
    from drafthorse.models.payment import PaymentTerms

    settlement.invoice_referenced_document.issuer_assigned_id = number
    settlement.invoice_referenced_document.issue_date_time = day
    terms = PaymentTerms()
    terms.description = number
    settlement.terms.add(terms)


def _set_payment(settlement: Any, facts: Facts) -> None:
    from drafthorse.models.payment import PaymentMeans, PaymentTerms

    if facts.settings.iban:
        means = PaymentMeans()
        means.type_code = SEPA_TRANSFER if facts.currency == "EUR" else TRANSFER
        means.payee_account.iban = facts.settings.iban
        if facts.settings.bic:
            means.payee_institution.bic = facts.settings.bic
        settlement.payment_means.add(means)
    terms, parts = PaymentTerms(), facts.installments
    if len(parts) == 1:
        terms.due = parts[0]["due_on"]
    else:
        terms.description = "; ".join(f"{part['due_on']}: {facts.amount(part['amount'])}" for part in parts)
    if parts:
        settlement.terms.add(terms)


def _set_sums(settlement: Any, facts: Facts) -> None:
    from drafthorse.models.accounting import ApplicableTradeTax

    settlement.currency_code = facts.currency
    by_rate = sorted(facts.lines, key=lambda line: line["tax_rate"], reverse=True)
    for rate, group in groupby(by_rate, key=lambda line: line["tax_rate"]):
        lines, tax = list(group), ApplicableTradeTax()
        _set_rate(tax, rate)
        tax.calculated_amount = facts.amount(sum(line["tax"] for line in lines))
        tax.basis_amount = facts.amount(sum(line["amount"] - line["tax"] for line in lines))
        settlement.trade_tax.add(tax)
    sums = settlement.monetary_summation
    sums.line_total = sums.tax_basis_total = facts.amount(facts.subtotal)
    sums.tax_total = (facts.amount(facts.tax), facts.currency)
    sums.grand_total = sums.due_amount = facts.amount(facts.total)


def printable(text: str) -> str:
    """Without the characters that XML cannot hold; spaces of all kinds are spaces."""
    return " ".join("".join(char for char in text if char.isprintable() or char.isspace()).split())
