"""A contract with all that its document says: read once, worded in either language, or as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from crm_contracts.choices import Billing, Recurrence
from crm_contracts.document_texts import CHARGED
from crm_contracts.document_words import Pair, Words, show_amount, show_decimal
from crm_contracts.models import Contract
from crm_contracts.parties import parties_of
from guanxi import _, fetch, fetch_row

Row = Mapping[str, Any]
_OF_CONTRACT = (
    *("number", "title", "currency", "total", "subtotal", "tax", "yearly", "starts_on", "ends_on", "signed_on"),
    *("payment_method", "our_signatory", "their_signatory"),
)
_OF_LINES = (
    *("description", "unit", "quantity", "unit_price", "discount", "tax_rate", "amount"),
    *("recurrence", "interval", "billing"),
)
_OF_PLAN = ("label", "due_on", "percent", "amount")
_SIGNED = """
WITH RECURSIVE before AS (
    SELECT renews_id, number, signed_on, renewed_unsigned FROM crm_contracts_contract WHERE id = $1
    UNION ALL SELECT c.renews_id, c.number, c.signed_on, c.renewed_unsigned
    FROM crm_contracts_contract c JOIN before b ON c.id = b.renews_id WHERE b.renewed_unsigned
) SELECT number, signed_on FROM before WHERE NOT renewed_unsigned
"""


@dataclass(frozen=True, slots=True)
class Paper:
    contract: Contract
    parties: dict[str, dict[str, str]]
    lines: list[Row]
    """columns of `crm_contracts_line`, and `name name_en` of the product"""
    plan: list[Row]
    """columns of `crm_contracts_installment`"""
    basis: Row | None = None
    """number and `signed_on` of the contract that it amends, or under whose signatures it was renewed"""

    @property
    def signed_on(self) -> date | None:
        """The day of the signatures that it goes by."""
        unsigned = self.contract.renewed_unsigned and self.basis is not None
        return self.basis["signed_on"] if unsigned and self.basis is not None else self.contract.signed_on

    def basis_text(self, words: Words) -> Pair | None:
        """What it says of the contract that it goes back to."""
        if self.basis is None:
            return None
        if self.contract.renewed_unsigned:
            text = _(
                "Renewed automatically, without a new signature, under the terms of contract {number},"
                " signed on {signed}."
            )
        else:
            text = _(
                "Amends contract {number}, signed on {signed}: from {from_on} on its terms and what recurs are as"
                " below. What is charged once and what was promised there stays as agreed."
            )
        signed, from_on = words.day(self.basis["signed_on"]), words.day(self.contract.starts_on)
        return words.sentence(text, signed=signed, from_on=from_on, number=self.basis["number"] or "")

    def line_texts(self, words: Words) -> list[dict[str, str]]:
        return [_line(row, self.contract.currency, words) for row in self.lines]

    def plan_texts(self, words: Words) -> list[dict[str, Any]]:
        return [_part(row, index, self.contract.currency, words) for index, row in enumerate(self.plan, 1)]

    def canonical(self) -> bytes:
        """JSON that equal contracts write equally: sorted keys, amounts in minor units, decimals as texts."""
        data = {
            "format": "guanxi.contract.1",
            "parties": {
                name: {key: value for key, value in party.items() if key != "logo"}
                for name, party in self.parties.items()
            },
            "lines": [{name: _plain(row[name]) for name in _OF_LINES} for row in self.lines],
            "installments": [{name: _plain(row[name]) for name in _OF_PLAN} for row in self.plan],
            **{name: _plain(getattr(self.contract, name)) for name in _OF_CONTRACT},
        }
        if self.basis is not None:
            kind = "renews" if self.contract.renewed_unsigned else "amends"
            data[kind] = {name: _plain(self.basis[name]) for name in ("number", "signed_on")}
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


async def read_paper(contract: Contract) -> Paper:
    lines = await fetch(
        "SELECT l.*, COALESCE(p.name, '') AS name, COALESCE(p.name_en, '') AS name_en"
        " FROM crm_contracts_line l LEFT JOIN crm_contracts_product p ON p.id = l.product_id"
        " WHERE l.contract_id = $1 ORDER BY l.id",
        contract.id,
    )
    plan = await fetch("SELECT * FROM crm_contracts_installment WHERE contract_id = $1 ORDER BY id", contract.id)
    return Paper(contract, await parties_of(contract), list(lines), list(plan), await _basis(contract))


async def _basis(contract: Contract) -> Row | None:
    """Of terms that follow each other unsigned, the last one that was signed."""
    if not contract.renewed_unsigned and contract.amends_id is None:
        return None
    return (
        await fetch_row(_SIGNED, contract.id)
        if contract.renewed_unsigned
        else await fetch_row("SELECT number, signed_on FROM crm_contracts_contract WHERE id = $1", contract.amends_id)
    )


def _line(row: Row, currency: str, words: Words) -> dict[str, str]:
    charged = ""
    if row["recurrence"] != Recurrence.NONE:
        once, several = CHARGED[row["recurrence"]]
        charged = words.both(once if row["interval"] == 1 else several.format(interval=row["interval"]))
    name_en = row["name_en"] if words.two else ""
    only_english = words.locales == ("en",) and row["name_en"] and row["description"] == row["name"]
    return {
        "name": row["name_en"] if only_english else row["description"],
        "note": " · ".join(part for part in (name_en, charged) if part),
        "quantity": f"{_quantity(row, words)} {row['unit']}".strip(),
        "price": show_amount(row["unit_price"], currency),
        "discount": f"{show_decimal(row['discount'])} %" if row["discount"] else "",
        "tax": f"{show_decimal(row['tax_rate'])} %",
        "amount": show_amount(row["amount"], currency),
    }


def _quantity(row: Row, words: Words) -> str:
    """What is billed by usage has none beforehand."""
    return words.both(_("as used")) if row["billing"] == Billing.USAGE else show_decimal(row["quantity"])


def _part(row: Row, index: int, currency: str, words: Words) -> dict[str, Any]:
    return {
        "label": row["label"] or str(index),
        "due": words.day(row["due_on"]) if row["due_on"] else words.pair(_("on the day of signing")),
        "share": f"{show_decimal(row['percent'])} %" if row["percent"] is not None else "",
        "amount": show_amount(row["amount"], currency),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return show_decimal(value)
    return value.isoformat() if isinstance(value, date) else value
