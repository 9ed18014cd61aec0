"""The quotation of a draft (报价单) as a PDF: the contract's paper without number, terms and signatures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_contracts.choices import ContractState
from crm_contracts.document import Fact, build_paper, fact
from crm_contracts.document_texts import QUOTATION_TEXTS, TEXTS
from crm_contracts.document_words import Pair, Words
from crm_contracts.models import Contract
from guanxi import Document, PdfJob, _, current_company


async def build_quotation(contract: Contract, language: str) -> PdfJob:
    def other(words: Words) -> dict[str, Any]:
        texts = {name: words.pair(text) for name, text in (TEXTS | QUOTATION_TEXTS).items()}
        return {"t": texts, "facts": _facts(contract, texts, words), "to_sign": False, "mark": ""}

    return await build_paper(contract, language, other)


def _facts(contract: Contract, texts: Mapping[str, Pair], words: Words) -> list[list[Fact]]:
    """Until it is sent, it is of the day of its last change."""
    day = contract.quoted_on or contract.updated_at.astimezone(current_company().zone).date()
    term = words.term(contract.starts_on, contract.ends_on)
    payment = words.pair(contract.payment_method.label)
    return [
        [fact(texts["quoted"], words.day(day)), fact(texts["payment"], payment, "")],
        [fact(texts["until"], words.day(contract.quoted_until)), fact(texts["term"], term)],
    ]


QUOTATION_DOCUMENT = Document(
    name="quotation",
    label=_("Quotation"),
    build=build_quotation,
    when=lambda contract: contract.state == ContractState.DRAFT,
)
