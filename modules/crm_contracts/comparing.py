"""What differs between two versions of a contract: fields, lines, and the texts word by word."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from crm_contracts import text_diff
from crm_contracts.choices import Billing, Recurrence
from crm_contracts.document_words import show_decimal
from crm_contracts.models import Contract
from crm_contracts.paper import read_paper
from crm_contracts.template_texts import texts_of
from crm_contracts.text_diff import Budget, Row, compare
from guanxi import Text, _, current_company, expand_texts, fetch, read, show_money, show_record

_FIELDS = (
    *("title", "owner", "type", "starts_on", "ends_on", "payment_method", "invoicing", "language", "template"),
    *("our_signatory", "their_signatory", "yearly", "renewal", "notice_days", "term_months"),
    *("price_revision", "revision_percent", "price_index", "index_month"),
)
_LINES = "SELECT * FROM crm_contracts_line WHERE contract_id = $1 ORDER BY id"
_OF_LINE: Mapping[str, Text] = {
    "quantity": _("Quantity"),
    "unit": _("Unit"),
    "unit_price": _("Unit price"),
    "discount": _("Discount (%)"),
    "tax_rate": _("Tax rate (%)"),
    "amount": _("Amount"),
    "recurrence": _("Charged", "line"),
    "interval": _("Every", "interval"),
    "billing": _("Billing"),
    "free_periods": _("Free periods"),
    "cap": _("At most in all"),
    "included": _("Included usage"),
    "period_cap": _("At most a period"),
}
_MONEY = frozenset({"unit_price", "amount", "cap", "period_cap"})
_TEXTS: Mapping[str, Text] = {
    "terms": _("Terms (Chinese)"),
    "terms_en": _("Terms (English)"),
    "annex": _("Annex (Chinese)"),
    "annex_en": _("Annex (English)"),
}

_PROMISES = ("annex", "annex_en")


class Difference(msgspec.Struct, frozen=True):
    """Values as the reader's language shows them; empty for nothing."""

    name: str
    label: str
    before: str
    after: str


class LineDifference(msgspec.Struct, frozen=True):
    description: str
    status: str
    """added | removed | changed | stays: charged once, so that it stays with the version before"""
    changes: list[Difference]


class Piece(msgspec.Struct, frozen=True):
    kind: str
    """same | removed | added"""
    text: str


class Paragraph(msgspec.Struct, frozen=True):
    before: list[Piece]
    after: list[Piece]
    changed: bool


class TextDifference(msgspec.Struct, frozen=True):
    name: str
    label: str
    paragraphs: list[Paragraph]


class Version(msgspec.Struct, frozen=True):
    id: int
    number: str
    version: int
    state: str


class Comparison(msgspec.Struct, frozen=True):
    before: Version
    after: Version
    fields: list[Difference]
    lines: list[LineDifference]
    texts: list[TextDifference]


async def comparison(before: Contract, after: Contract) -> Comparison:
    """Of two versions that the current actor may see."""
    return Comparison(
        _version(before),
        _version(after),
        await _fields(before, after),
        list(_lines(await fetch(_LINES, before.id), await fetch(_LINES, after.id), after.currency)),
        await _texts(before, after),
    )


def _version(contract: Contract) -> Version:
    return Version(contract.id, contract.number or "", contract.version, contract.state.value)


async def _fields(before: Contract, after: Contract) -> list[Difference]:
    resource = current_company().catalog.resource_of[Contract]
    old, new = [await show_record(resource, await read(resource, contract.id)) for contract in (before, after)]
    labels = {field.name: str(field.label) for field in resource.fields}
    return [
        Difference(name, labels[name], old.get(name, ""), new.get(name, ""))
        for name in _FIELDS
        if old.get(name, "") != new.get(name, "")
    ]


def _lines(old: list[Any], new: list[Any], currency: str) -> Iterator[LineDifference]:
    """Lines of the same product and description are one, the first with the first."""
    left = list(new)
    for row in old:
        match = next((each for each in left if _key(each) == _key(row)), None)
        if match is None:
            stays = row["recurrence"] == Recurrence.NONE
            yield LineDifference(row["description"], "stays" if stays else "removed", _facts(row, {}, currency))
            continue
        left.remove(match)
        if changes := _facts(row, match, currency):
            yield LineDifference(match["description"], "changed", changes)
    for row in left:
        yield LineDifference(row["description"], "added", _facts({}, row, currency))


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["product_id"], row["description"], row["recurrence"] == Recurrence.NONE


def _facts(old: Mapping[str, Any], new: Mapping[str, Any], currency: str) -> list[Difference]:
    shown = ((name, _show(name, old.get(name), currency), _show(name, new.get(name), currency)) for name in _OF_LINE)
    return [Difference(name, str(_OF_LINE[name]), before, after) for name, before, after in shown if before != after]


def _show(name: str, value: Any, currency: str) -> str:
    if value is None:
        return ""
    if name in _MONEY:
        return show_money(value, currency)
    if name == "recurrence":
        return str(Recurrence(value).label)
    if name == "billing":
        return str(Billing(value).label)
    return show_decimal(value) if isinstance(value, Decimal) else str(value)


async def _texts(before: Contract, after: Contract) -> list[TextDifference]:
    """One budget for all texts of a page, off the loop that serves everybody.

    What was promised stays with the version before, so that an annex is what comes on top.
    """
    old, new = await _said(before) | dict.fromkeys(_PROMISES, ""), await _said(after)
    return await asyncio.to_thread(_compare_all, old, new)


async def _said(contract: Contract) -> dict[str, str]:
    """As its document says it: a template's texts made out for this contract."""
    said = {name: getattr(contract, name) for name in _TEXTS}
    if contract.template_id is not None:
        made = await expand_texts(await texts_of(await read_paper(contract), "both"))
        said |= {"terms": "\n".join(made["zh"]), "terms_en": "\n".join(made["en"])}
    return said


def _compare_all(old: Mapping[str, str], new: Mapping[str, str]) -> list[TextDifference]:
    budget = Budget()
    found = []
    for name, label in _TEXTS.items():
        rows = compare(old[name], new[name], budget)
        if any(row.changed for row in rows):
            found.append(TextDifference(name, str(label), [_paragraph(row) for row in rows]))
    return found


def _paragraph(row: Row) -> Paragraph:
    return Paragraph(_pieces(row.before), _pieces(row.after), row.changed)


def _pieces(side: Iterable[text_diff.Piece]) -> list[Piece]:
    return [Piece(piece.kind, piece.text) for piece in side]
