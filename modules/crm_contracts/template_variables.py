"""What templates and clauses may say of a contract. `templates/crm_contracts/variables.html` tells what each means."""

from __future__ import annotations

from typing import Any

from crm_contracts.capital import capital_amount
from crm_contracts.document_words import Words
from crm_contracts.paper import Paper
from guanxi import format_money, translate

_BUYER = ("name", "address", "phone", "tax_number")
_SELLER = (*_BUYER, "name_en", "bank", "bank_account")


def variables_of(paper: Paper, locale: str) -> dict[str, Any]:
    """The values in one language (`zh_CN` or `en`): texts, and lists of texts by name."""
    words = Words(locale)
    buyer, seller = paper.parties["buyer"], paper.parties["seller"]
    return {
        "customer": {name: buyer.get(name, "") for name in _BUYER},
        "seller": {name: seller.get(name, "") for name in _SELLER},
        "contract": _contract(paper, words),
        "lines": paper.line_texts(words),
        "plan": [{**part, "due": part["due"]["main"]} for part in paper.plan_texts(words)],
    }


def _contract(paper: Paper, words: Words) -> dict[str, str]:
    contract, locale = paper.contract, words.main
    chinese = locale == "zh_CN"

    def money(minor: int) -> str:
        return format_money(minor, contract.currency, locale)

    return {
        "number": contract.number or "—",
        "title": contract.title,
        "currency": contract.currency,
        "total": money(contract.total),
        "total_words": f"人民币{capital_amount(contract.total)}" if chinese and contract.currency == "CNY" else "",
        "subtotal": money(contract.subtotal),
        "tax": money(contract.tax),
        "yearly": money(contract.yearly) if contract.yearly else "",
        "starts_on": words.day(contract.starts_on)["main"],
        "ends_on": words.day(contract.ends_on)["main"],
        "term": words.term(contract.starts_on, contract.ends_on)["main"],
        "signed_on": words.day(paper.signed_on)["main"],
        "payment_method": translate(contract.payment_method.label, locale),
        "our_signatory": contract.our_signatory,
        "their_signatory": contract.their_signatory,
        "terms": contract.terms if chinese else contract.terms_en,
        "annex": contract.annex if chinese else contract.annex_en,
    }
