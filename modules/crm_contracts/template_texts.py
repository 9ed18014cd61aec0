"""Which texts a contract's terms come from, and when they are fixed. The child process that prints makes them out.

A draft follows the versions published last. `fix_template_version` fixes them, so that the document says the same ever
after.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from crm_contracts.choices import ContractState
from crm_contracts.models import Contract
from crm_contracts.paper import Paper, read_paper
from crm_contracts.template_variables import variables_of
from guanxi import Conflict, UserText, _, elevated, expand_texts, fetch, fetch_row, update

_LOCALES = {"zh": "zh_CN", "en": "en"}
_LATEST_TEMPLATE = """
SELECT id, body, body_en FROM crm_contracts_template_version WHERE template_id = $1 ORDER BY number DESC LIMIT 1
"""
_LATEST_CLAUSES = """
SELECT DISTINCT ON (c.code) c.code, v.id, v.body, v.body_en
FROM crm_contracts_clause c JOIN crm_contracts_clause_version v ON v.clause_id = c.id
WHERE c.active ORDER BY c.code, v.number DESC
"""


class Bodies(NamedTuple):
    """A text in Chinese and in English; either may be empty."""

    zh: str
    en: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Bodies:
        return cls(row["body"], row["body_en"])

    def wanted(self, language: str) -> list[str]:
        """Which of them a document in this language shows: the other one where its own is not written."""
        if language == "both":
            return ["zh", "en"]
        first, second = ("en", "zh") if language == "en" else ("zh", "en")
        return [first if getattr(self, first).strip() else second]


def texts_for(
    paper: Paper, template: Bodies, clauses: Mapping[str, Bodies], names: Iterable[str]
) -> dict[str, UserText]:
    """The texts `zh` and `en` for the child. A clause that is not written in one language comes in the other."""
    return {
        name: UserText(
            source=getattr(template, name),
            data=variables_of(paper, _LOCALES[name]),
            clauses={code: getattr(each, name) or each.zh or each.en for code, each in clauses.items()},
        )
        for name in names
    }


async def latest_clauses() -> dict[str, Bodies]:
    """By code, as published last."""
    return {row["code"]: Bodies.of(row) for row in await fetch(_LATEST_CLAUSES)}


async def texts_of(paper: Paper, language: str) -> dict[str, UserText]:
    """The texts of a contract's terms; none where the terms are its own. Raises Conflict."""
    contract = paper.contract
    if contract.template_id is None:
        return {}
    if contract.state == ContractState.DRAFT:
        template = Bodies.of(await _latest_template(contract))
        clauses = named_in(template, await latest_clauses())
    else:
        template, clauses = await _fixed(contract)
    return texts_for(paper, template, clauses, template.wanted(language))


async def _latest_template(contract: Contract) -> Mapping[str, Any]:
    row: Mapping[str, Any] | None = await fetch_row(_LATEST_TEMPLATE, contract.template_id)
    if row is None:
        raise Conflict(_("The contract's template was never published."))
    return row


async def _fixed(contract: Contract) -> tuple[Bodies, dict[str, Bodies]]:
    row = await fetch_row(
        "SELECT body, body_en FROM crm_contracts_template_version WHERE id = $1", contract.template_version_id
    )
    assert row is not None
    by_id = {id: code for code, id in (contract.clause_versions or {}).items()}
    rows = await fetch("SELECT id, body, body_en FROM crm_contracts_clause_version WHERE id = ANY($1)", list(by_id))
    return Bodies.of(row), {by_id[row["id"]]: Bodies.of(row) for row in rows}


async def fix_template_version(contract: Contract) -> Contract:
    """Fix what the document says, in the caller's transaction, as the contract leaves the draft; it as it is then.

    Raises DocumentRefused (422) with the place where the texts cannot be made out for this contract.
    """
    values: dict[str, Any] = {
        "document_version": contract.document_version + 1,
        "verify_token": contract.verify_token or secrets.token_urlsafe(24),
        "template_version_id": None,
        "clause_versions": None,
    }
    if contract.template_id is not None:
        row = await _latest_template(contract)
        found = await fetch(_LATEST_CLAUSES)
        template, clauses = Bodies.of(row), {each["code"]: Bodies.of(each) for each in found}
        kept = named_in(template, clauses)
        await expand_texts(texts_for(await read_paper(contract), template, kept, ("zh", "en")))
        values["template_version_id"] = row["id"]
        values["clause_versions"] = {each["code"]: each["id"] for each in found if each["code"] in kept}
    with elevated():
        return await update(Contract, contract.id, values)


def named_in(template: Bodies, clauses: Mapping[str, Bodies]) -> dict[str, Bodies]:
    """The clauses whose codes stand in the template, or in clauses that do: no others can be put in."""
    used: set[str] = set()
    waiting = [template]
    while waiting:
        texts = waiting.pop()
        new = {code for code in clauses if code not in used and any(code in text for text in texts)}
        used |= new
        waiting.extend(clauses[code] for code in new)
    return {code: clauses[code] for code in clauses if code in used}
