"""The contract as a PDF: in Chinese, in English, or both side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from babel.dates import format_date

from crm_contracts.capital import capital_amount
from crm_contracts.choices import ContractState, DocumentLanguage, Recurrence
from crm_contracts.document_texts import CHARGED, TEXTS
from crm_contracts.models import Contract
from crm_contracts.parties import parties_of
from guanxi import Document, PdfJob, Text, _, fetch, format_money, plain_amount, translate

_LOCALES = {"zh_CN": ("zh_CN",), "en": ("en",), "both": ("zh_CN", "en")}
_TEMPLATE = Path(__file__).parent / "templates" / "crm_contracts" / "contract.html"


@cache
def _template() -> str:
    return _TEMPLATE.read_text(encoding="utf-8")


class _Words:
    """Texts in one language, or in both with a slash or side by side."""

    def __init__(self, language: str) -> None:
        self.locales: Sequence[str] = _LOCALES[language]

    def both(self, text: Text) -> str:
        return " ".join(translate(text, locale) for locale in self.locales)

    def pair(self, text: Text) -> dict[str, str]:
        """The main text and, small beside it, the other language's."""
        main, *other = (translate(text, locale) for locale in self.locales)
        return {"main": main, "other": other[0] if other else ""}

    def day(self, day: date | None) -> dict[str, str]:
        """As `pair`; empty for no day."""
        main, *other = (format_date(day, "long", locale) if day else "" for locale in self.locales)
        return {"main": main, "other": other[0] if other else ""}

    def clauses(self, chinese: str, english: str) -> list[dict[str, str]]:
        """One clause for each line; side by side where both languages are wanted."""
        zh, en = _paragraphs(chinese), _paragraphs(english)
        if len(self.locales) == 2:
            return [{"zh": a, "en": b} for a, b in zip_longest(zh, en, fillvalue="")]
        wanted, other = (zh, en) if self.locales[0] == "zh_CN" else (en, zh)
        return [{"text": text} for text in wanted or other]


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _amount(minor: int, currency: str) -> str:
    """`1,234.50`: a column's amounts stand without the currency's sign."""
    return f"{Decimal(plain_amount(minor, currency)):,f}"


def _number(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _line(row: dict[str, Any], currency: str, words: _Words) -> dict[str, str]:
    charged = ""
    if row["recurrence"] != Recurrence.NONE:
        once, several = CHARGED[row["recurrence"]]
        charged = words.both(once if row["interval"] == 1 else several.format(interval=row["interval"]))
    name_en = row["name_en"] if row["name_en"] and len(words.locales) == 2 else ""
    only_english = tuple(words.locales) == ("en",) and row["name_en"] and row["description"] == row["name"]
    return {
        "name": row["name_en"] if only_english else row["description"],
        "note": " · ".join(part for part in (name_en, charged) if part),
        "quantity": f"{_number(row['quantity'])} {row['unit']}".strip(),
        "price": _amount(row["unit_price"], currency),
        "discount": f"{_number(row['discount'])} %" if row["discount"] else "",
        "tax": f"{_number(row['tax_rate'])} %",
        "amount": _amount(row["amount"], currency),
    }


async def _lines(contract: Contract, words: _Words) -> list[dict[str, str]]:
    rows = await fetch(
        "SELECT l.*, COALESCE(p.name, '') AS name, COALESCE(p.name_en, '') AS name_en"
        " FROM crm_contracts_line l LEFT JOIN crm_contracts_product p ON p.id = l.product_id"
        " WHERE l.contract_id = $1 ORDER BY l.id",
        contract.id,
    )
    return [_line(dict(row), contract.currency, words) for row in rows]


async def _plan(contract: Contract, words: _Words) -> list[dict[str, Any]]:
    rows = await fetch("SELECT * FROM crm_contracts_installment WHERE contract_id = $1 ORDER BY id", contract.id)
    return [
        {
            "label": row["label"] or str(index),
            "due": words.day(row["due_on"]) if row["due_on"] else words.pair(_("on the day of signing")),
            "share": f"{_number(row['percent'])} %" if row["percent"] is not None else "",
            "amount": _amount(row["amount"], contract.currency),
        }
        for index, row in enumerate(rows, 1)
    ]


def _term(contract: Contract, words: _Words) -> dict[str, str]:
    start, end = words.day(contract.starts_on), words.day(contract.ends_on)
    if end["main"]:
        return {name: f"{start[name]} – {end[name]}" if end[name] else "" for name in start}
    if not start["main"]:
        return start
    begins = _("from {day}")
    main, *other = (
        translate(begins.format(day=day), locale) for day, locale in zip(start.values(), words.locales, strict=False)
    )
    return {"main": main, "other": other[0] if other else ""}


def _marks(contract: Contract, words: _Words) -> str:
    """What stands across the pages of a paper that is no contract."""
    if contract.state in (ContractState.DRAFT, ContractState.IN_REVIEW):
        return words.both(_("Draft"))
    return words.both(_("Void", "contract")) if contract.state == ContractState.CANCELLED else ""


async def build_contract(contract: Contract, language: str) -> PdfJob:
    """Plain data for the template: the same revision always gives the same bytes."""
    words = _Words(language)
    main = words.locales[0]
    parties = await parties_of(contract)
    number = contract.number or "—"
    data: dict[str, Any] = {
        "t": {name: words.pair(text) for name, text in TEXTS.items()},
        "two": len(words.locales) == 2,
        "mark": _marks(contract, words),
        "number": number,
        "title": contract.title,
        "currency": contract.currency,
        "buyer": parties["buyer"],
        "seller": parties["seller"],
        "signed": words.day(contract.signed_on),
        "term": _term(contract, words),
        "payment": words.pair(contract.payment_method.label),
        "lines": await _lines(contract, words),
        "once": bool(contract.total),
        "subtotal": _amount(contract.subtotal, contract.currency),
        "tax": _amount(contract.tax, contract.currency),
        "total": format_money(contract.total, contract.currency, main),
        "yearly": format_money(contract.yearly, contract.currency, main) if contract.yearly else "",
        "words": capital_amount(contract.total) if contract.currency == "CNY" and "zh_CN" in words.locales else "",
        "plan": await _plan(contract, words),
        "terms": words.clauses(contract.terms, contract.terms_en),
        "annex": words.clauses(contract.annex, contract.annex_en),
        "our_signatory": contract.our_signatory,
        "their_signatory": contract.their_signatory,
    }
    return PdfJob(
        template=_template(),
        data=data,
        title=f"{contract.title} {contract.number or ''}".strip(),
        language="en" if main == "en" else "zh-CN",
        created=contract.updated_at,
    )


CONTRACT_DOCUMENT = Document(name="contract", label=_("Contract"), build=build_contract)
CONTRACT_LANGUAGES = tuple(str(language) for language in DocumentLanguage)
