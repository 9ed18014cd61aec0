"""Whose a tax invoice is that the tax bureau's export brings, and which of our invoices it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from crm_core.services import Buyer, buyers_called
from crm_receivables import tax_invoice_sql
from crm_receivables.tax_invoice_models import TaxInvoice
from crm_receivables.tax_invoice_rows import Drawn, Refused
from guanxi import _, fetch


class Found:
    """What a batch needs to know, read at once."""

    def __init__(self, known: Sequence[Any], buyers: Sequence[Buyer], invoices: Sequence[Any]) -> None:
        self.known = {(row["code"], row["number"]): dict(row) for row in known}
        self.invoices = {row["number"]: dict(row) for row in invoices}
        self._by_tax_number: dict[str, list[Buyer]] = defaultdict(list)
        self._by_name: dict[str, list[Buyer]] = defaultdict(list)
        for buyer in buyers:
            self._by_tax_number[buyer.tax_number].append(buyer)
            self._by_name[buyer.name].append(buyer)

    def customer(self, drawn: Drawn) -> int:
        """By the invoices that it names, else by tax number or name. Raises Refused."""
        name, tax_number = drawn.values["buyer_name"], drawn.values["buyer_tax_number"]
        called = (tax_number and self._by_tax_number.get(tax_number)) or self._by_name.get(name) or []
        named = [invoice for word in drawn.words if (invoice := self.invoices.get(word))]
        owners = {invoice["customer_id"] for invoice in named}
        if called and owners and not owners & {buyer.id for buyer in called}:
            said = {"number": named[0]["number"]}
            raise Refused("buyer_name", _("The invoice {number} is of another customer than the buyer.", **said))
        owners = owners & {buyer.id for buyer in called} or owners
        if len(owners) == 1:
            return int(owners.pop())
        exact = [buyer for buyer in called if buyer.name == name] or called
        if not exact:
            raise Refused("buyer_name", _("No customer has this tax number or name."))
        if len(exact) > 1:
            raise Refused("buyer_name", _("Several customers have this tax number or name."))
        return exact[0].id

    def parts(self, drawn: Drawn, customer_id: int) -> list[dict[str, Any]]:
        """The invoices that it names, in their order, as far as they are not covered yet."""
        left, parts = drawn.values["total"], []
        for word in drawn.words:
            invoice = self.invoices.get(word)
            if invoice is not None and invoice["customer_id"] == customer_id:
                amount = min(left, invoice["left"])
                if amount > 0:
                    parts.append({"invoice_id": invoice["id"], "amount": amount})
                    left -= amount
        return parts

    def note(self, drawn: Drawn, made: TaxInvoice, parts: Sequence[dict[str, Any]]) -> None:
        amounts = {part["invoice_id"]: part["amount"] for part in parts}
        for invoice in self.invoices.values():
            invoice["left"] -= amounts.get(invoice["id"], 0)
        kept = {"id": made.id, "customer_id": made.customer_id, "state": drawn.state.value}
        self.known[drawn.key] = kept | {name: drawn.values[name] for name in ("total", "tax")}


async def look_up(drawn: Sequence[Drawn]) -> Found:
    keys = [each.key for each in drawn]
    values = [each.values for each in drawn]
    words = list({word for each in drawn for word in each.words})
    return Found(
        await fetch(tax_invoice_sql.KNOWN, [code for code, _number in keys], [number for _code, number in keys]),
        await buyers_called({row["buyer_tax_number"] for row in values}, {row["buyer_name"] for row in values}),
        await fetch(tax_invoice_sql.LEFT_OF_INVOICES, words),
    )
