"""Which list a draft goes by, which rates its lines may have, and what choosing a product fills in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from crm_contracts.children import LINES, Row, children
from crm_contracts.pricing import find_price_list, is_usable, offers
from crm_contracts.settings import ContractSettings
from guanxi import Change, Fill, InvalidInput, Text, _, current_actor, current_company, fetch, settings_of

_BASIS = ("customer_id", "currency", "price_list_id")
"""what prices depend on beside the line"""
NOTHING: Row = {"description": "", "unit": "", "unit_price": None, "list_price": None, "tax_rate": Decimal(6)}
"""what a line without a product is offered"""


async def choose_price_list(change: Change) -> None:
    """Find the customer's list where none was chosen. Raises InvalidInput for one that is not for this customer."""
    if not change.lines and not any(name in change.values for name in _BASIS):
        return
    customer_id, currency = change.now("customer_id"), change.now("currency")
    chosen = change.values.get("price_list_id")
    if chosen is not None:
        if not await is_usable(chosen, customer_id, currency):
            raise InvalidInput({"price_list": _("This list is not for this customer, currency and day.")})
    elif change.now("price_list_id") is None or any(name in change.values for name in _BASIS):
        change.values["price_list_id"] = await find_price_list(customer_id, currency)


async def take_up_lines(change: Change) -> None:
    """Lines that are not given are saved, too, where customer, currency or list change: their list prices do."""
    if change.before is not None and "lines" not in change.lines and _has_other_basis(change):
        change.lines["lines"] = [{"id": id} for id in await children(change, LINES)]


def is_repriced(change: Change, row: Row, before: Row) -> bool:
    """Whether the line asks for its list price anew."""
    return (
        not before or _has_other_basis(change) or any(row[name] != before[name] for name in ("product_id", "quantity"))
    )


def _has_other_basis(change: Change) -> bool:
    return any(name in change.values and change.values[name] != getattr(change.before, name) for name in _BASIS)


async def wrong_rates(rows: Iterable[Row], present: Mapping[int, Row]) -> dict[str, Text]:
    """Errors of lines whose rate of tax is none of the company's. A line keeps the rate that it has."""
    if settings_of(ContractSettings).any_tax_rate or current_actor().elevated:
        return {}
    active = {row["percent"] for row in await fetch("SELECT percent FROM crm_contracts_tax_rate WHERE active")}
    text = _("This is none of the company's tax rates.")
    return {
        f"lines.{place}.tax_rate": text
        for place, row in enumerate(rows)
        if active and row.get("tax_rate") not in active | {present.get(row.get("id", 0), {}).get("tax_rate")}
    }


async def _proposed(of: Mapping[str, Any], row: Mapping[str, Any]) -> Mapping[str, Any]:
    line = {"product_id": row["product"], "quantity": row["quantity"] if row["quantity"] is not None else Decimal(1)}
    currency = of["currency"] or current_company().currency
    price_list_id = of["price_list"]
    if price_list_id is None or not await is_usable(price_list_id, of["customer"], currency):
        price_list_id = None
    return (await offers([line], of["customer"], currency, price_list_id)).get(0, {})


FILL = Fill(
    by="product",
    row=("quantity",),
    given=("customer", "currency", "price_list"),
    fields=("description", "unit", "unit_price", "tax_rate"),
    load=_proposed,
)
