"""The contract as a PDF: in Chinese, in English, or both side by side.

PDF/A-3 with the contract's data as JSON inside, and the address where anybody may check it as a QR code.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno

from crm_contracts.capital import capital_amount
from crm_contracts.choices import ContractState, DocumentLanguage
from crm_contracts.document_texts import TEXTS
from crm_contracts.document_words import Pair, Words, show_amount
from crm_contracts.models import Contract
from crm_contracts.paper import Paper, read_paper
from crm_contracts.seal import seal_of
from crm_contracts.template_texts import texts_of
from guanxi import Enclosure, NotFound, PdfJob, _, base_address, format_money, read_blob

VERIFY_PATH = "/crm_contracts/verify/"
CONTRACT_LANGUAGES = tuple(str(language) for language in DocumentLanguage)
Fact = dict[str, Any]
"""`label`, `value` and the class of its cell"""
_TEMPLATE = Path(__file__).parent / "templates" / "crm_contracts" / "contract.html"


@cache
def _template() -> str:
    return _TEMPLATE.read_text(encoding="utf-8")


def _as_it_is(words: Words) -> dict[str, Any]:
    return {}


def verify_address(contract: Contract) -> str:
    """Empty for a draft, also where it was handed in before: there is no page that says anything about it."""
    if contract.state == ContractState.DRAFT or not contract.verify_token:
        return ""
    return f"{base_address()}{VERIFY_PATH}{contract.verify_token}"


async def build_contract(contract: Contract, language: str) -> PdfJob:
    """Plain data for the template: the same contract, frozen, always gives the same bytes."""
    return await build_paper(contract, language)


async def build_paper(
    contract: Contract, language: str, other: Callable[[Words], dict[str, Any]] = _as_it_is
) -> PdfJob:
    """The contract's paper, or with `other` data in place of some of it, one that looks like it."""
    paper, words = await read_paper(contract), Words(language)
    texts = await texts_of(paper, language)
    assets = await _pictures(paper)
    data = _data(paper, words) | other(words)
    return PdfJob(
        template=_template(),
        data=data | {"from_template": list(texts), "pictures": list(assets)},
        title=f"{contract.title} {contract.number or ''}".strip(),
        language="en" if words.main == "en" else "zh-CN",
        created=_created(contract),
        assets=assets,
        enclosures=[Enclosure(f"{contract.number or contract.id}.json", "application/json", paper.canonical())],
        texts=texts,
        pdf_variant="pdf/a-3u",
    )


def _created(contract: Contract) -> datetime:
    """The day of signing, which stays; before, the last change."""
    return datetime.combine(contract.signed_on, time(), UTC) if contract.signed_on else contract.updated_at


def _data(paper: Paper, words: Words) -> dict[str, Any]:
    contract = paper.contract
    return {
        "t": {name: words.pair(text) for name, text in TEXTS.items()},
        "two": words.two,
        "mark": _mark(contract, words),
        "facts": _facts(contract, words),
        "to_sign": True,
        "title": contract.title,
        "currency": contract.currency,
        "buyer": paper.parties["buyer"],
        "seller": paper.parties["seller"],
        "signed": words.day(paper.signed_on),
        "basis": paper.basis_text(words),
        "unsigned": contract.renewed_unsigned,
        "lines": paper.line_texts(words),
        "once": bool(contract.total),
        "subtotal": show_amount(contract.subtotal, contract.currency),
        "tax": show_amount(contract.tax, contract.currency),
        "total": format_money(contract.total, contract.currency, words.main),
        "yearly": format_money(contract.yearly, contract.currency, words.main) if contract.yearly else "",
        "words": capital_amount(contract.total) if contract.currency == "CNY" and words.main == "zh_CN" else "",
        "plan": paper.plan_texts(words),
        "terms": words.choose(contract.terms, contract.terms_en),
        "annex": words.choose(contract.annex, contract.annex_en),
        "our_signatory": contract.our_signatory,
        "their_signatory": contract.their_signatory,
        "verify": verify_address(contract),
    }


def fact(label: Pair, value: Pair, kind: str = "wide") -> Fact:
    return {"label": label, "value": value, "kind": kind}


def _facts(contract: Contract, words: Words) -> list[list[Fact]]:
    """Two rows of two."""
    term = words.term(contract.starts_on, contract.ends_on)
    return [
        [
            fact(words.pair(TEXTS["number"]), {"main": contract.number or "", "other": ""}, "number wide"),
            fact(words.pair(TEXTS["payment"]), words.pair(contract.payment_method.label), ""),
        ],
        [
            fact(words.pair(TEXTS["signed"]), words.day(contract.signed_on)),
            fact(words.pair(TEXTS["term"]), term),
        ],
    ]


def _mark(contract: Contract, words: Words) -> str:
    """What stands across the pages of a paper that is no contract."""
    if contract.state in (ContractState.DRAFT, ContractState.IN_REVIEW):
        return words.both(_("Draft"))
    return words.both(_("Void", "contract")) if contract.state == ContractState.CANCELLED else ""


async def _pictures(paper: Paper) -> dict[str, bytes]:
    """The logo, the seal of what is signed, and the QR code, as far as there are any."""
    found: dict[str, bytes] = {}
    for name, digest in (("logo", paper.parties["seller"].get("logo", "")), ("seal", await seal_of(paper.contract))):
        try:
            if digest:
                found[name] = await read_blob(digest)
        except NotFound:  # a logo that the company has replaced since
            continue
    if address := verify_address(paper.contract):
        found["qr"] = _qr(address)
    return found


def _qr(address: str) -> bytes:
    """As SVG."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, svgns=True)
    return out.getvalue()
