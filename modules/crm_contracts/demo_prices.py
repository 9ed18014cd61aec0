"""Product lines, price lists and a discount limit for the demo company."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from crm_contracts.demo_data import EUROS, LINE_OF, LINES, PRODUCTS, TIERS
from crm_contracts.models import Product
from crm_contracts.price_models import DiscountLimit, Price, PriceAssignment, PriceList, ProductLine
from guanxi import create, current_company, fetch, find, today, where


async def make_products() -> dict[str, Product]:
    """By code."""
    lines: dict[str | None, int] = {}
    for name, name_zh, parent in LINES:
        made = await create(ProductLine, {"name": name, "name_zh": name_zh, "parent": lines.get(parent)})
        lines[name] = made.id
    found = {}
    for code, name, name_en, unit, price, rate in PRODUCTS:
        values = {"code": code, "name": name, "name_en": name_en, "unit": unit, "currency": "CNY"}
        line = lines[LINE_OF[code[:2]]]
        values_of_line = {"line": line, "unit_price": price, "tax_rate": Decimal(rate)}
        found[code] = await create(Product, {**values, **values_of_line})
    return found


async def make_prices(products: dict[str, Product], customer_id: int) -> None:
    """A standard list for yuan with tiers, one for euros, and a better one for a customer and the first value class."""
    year = date(today().year, 1, 1)
    yuan = await _list("Standard list CNY", "人民币标准价格表", "CNY", standard=True)
    euro = await _list("Standard list EUR", "欧元标准价格表", "EUR", standard=True)
    key = await _list("Key accounts CNY", "重点客户价格表", "CNY", standard=False)
    for code, quantity, price in TIERS:
        await _price(yuan, products[code], price, from_quantity=Decimal(quantity))
    for code, price in EUROS.items():
        await _price(euro, products[code], price, valid_from=year)
    await _price(key, products["AC-M120"], 8_390_000)
    await create(PriceAssignment, {"price_list": key, "customer": customer_id})
    terms = current_company().catalog.resources["crm_core/terms"].model
    for best in await find(terms, where.eq("kind", "value_class"), order="position", limit=1):
        await create(PriceAssignment, {"price_list": key, "value_class": best.id})


async def limit_discounts() -> None:
    """From now on sales confirms fifteen percent at most, a manager thirty."""
    for row in await fetch("SELECT id, key FROM guanxi_role WHERE key IN ('sales', 'manager') ORDER BY id"):
        await create(DiscountLimit, {"role": row["id"], "percent": Decimal(15 if row["key"] == "sales" else 30)})


async def _list(name: str, name_zh: str, currency: str, *, standard: bool) -> int:
    values = {"name": name, "name_zh": name_zh, "currency": currency, "standard": standard}
    return int((await create(PriceList, values)).id)


async def _price(price_list: int, product: Product, unit_price: int, **more: date | Decimal) -> None:
    await create(Price, {"price_list": price_list, "product": product.id, "unit_price": unit_price, **more})
