"""Price lists and prices for these tests."""

from __future__ import annotations

from typing import Any

from crm_contracts.models import Product
from crm_contracts.price_models import Price, PriceAssignment, PriceList
from guanxi import create, elevated


async def price_list(name: str = "Standard", **values: Any) -> PriceList:
    with elevated():
        return await create(PriceList, {"name": name, "currency": "CNY", **values})


async def price(of: PriceList, product: Product, unit_price: int, **values: Any) -> Price:
    with elevated():
        return await create(Price, {"price_list": of.id, "product": product.id, "unit_price": unit_price, **values})


async def assign(of: PriceList, **values: Any) -> PriceAssignment:
    with elevated():
        return await create(PriceAssignment, {"price_list": of.id, **values})
