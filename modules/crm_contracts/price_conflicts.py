"""Which record a price, or a standard list, stands in the way of: the database refuses it, this says why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from crm_contracts.models import Product
from crm_contracts.price_models import Price, PriceList
from guanxi import Change, InvalidInput, Text, _, current_locale, find, get, show_date, show_money, show_number, where


async def refuse_overlap(change: Change) -> None:
    """Raises InvalidInput that names the price of the same list, product and quantity that holds on one of its days."""
    first, last = change.now("valid_from"), change.now("valid_until")
    if change.now("price_list_id") is None or change.now("product_id") is None:
        return
    same = [
        where.eq("price_list", change.now("price_list_id")),
        where.eq("product", change.now("product_id")),
        where.eq("from_quantity", _quantity(change)),
    ]
    if last is not None:
        same.append(where.any_of(where.is_null("valid_from"), where.le("valid_from", last)))
    if first is not None:
        same.append(where.any_of(where.is_null("valid_until"), where.ge("valid_until", first)))
    other = await _other(Price, change, same)
    if other is not None:
        product = await get(Product, other.product_id)
        text = _(
            "The price {price} of “{product}” from quantity {quantity} holds for some of these days already: {days}.",
            price=show_money(other.unit_price, other.currency),
            product=product.name_en if current_locale() == "en" and product.name_en else product.name,
            quantity=show_number(other.from_quantity),
            days=_days(other.valid_from, other.valid_until),
        )
        raise InvalidInput({"valid_from": text})


async def refuse_second_standard(change: Change) -> None:
    """Raises InvalidInput that names the standard list of the currency."""
    if not change.now("standard"):
        return
    currency = change.now("currency")
    other = await _other(PriceList, change, [where.eq("standard", True), where.eq("currency", currency)])
    if other is not None:
        name = other.name_zh if current_locale() == "zh_CN" and other.name_zh else other.name
        text = _("“{name}” is the standard list for {currency} already.", name=name, currency=currency)
        raise InvalidInput({"standard": text})


async def _other(model: Any, change: Change, conditions: list[where.Condition]) -> Any:
    own = [] if change.before is None else [where.not_(where.eq("id", change.before.id))]
    return next(iter(await find(model, where.all_of(*conditions, *own), limit=1)), None)


def _quantity(change: Change) -> Decimal:
    given = change.now("from_quantity")
    return Decimal(0) if given is None else given


def _days(first: date | None, last: date | None) -> Text:
    if first and last:
        return _("{first} to {last}", first=show_date(first), last=show_date(last))
    if first:
        return _("from {day} on", day=show_date(first))
    return _("through {day}", day=show_date(last)) if last else _("on all days")
