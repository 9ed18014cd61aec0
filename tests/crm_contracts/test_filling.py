"""Choosing a product fills its row: by the same function as saving, for what the user may see alone."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import urlencode

import pytest

from crm_contracts.price_models import TaxRate
from guanxi import create, create_user, fetch_value
from guanxi.auth import set_roles
from guanxi.company import Directory
from guanxi.context import Company
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.crm_contracts.pricing import assign, price, price_list
from tests.crm_contracts.support import customer, product
from tests.kernel.web.browser import Browser

FILL = "/crm_contracts/contracts/fill"


@pytest.fixture
def app(directory: Directory) -> object:
    return create_app(directory, Settings())


async def test_a_product_fills_the_row(app: object, inside: Company) -> None:
    made, buyer = await product(price=10_000, tax_rate=Decimal(13)), await customer()
    own = await price_list("Own")
    await price(own, made, 8_050, from_quantity=Decimal(5))
    await assign(own, customer=buyer)
    async with Browser(app) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)

        async def proposed(**asked: object) -> dict[str, str]:
            answer = await browser.get(f"{FILL}?{urlencode({'lines': 'lines', 'product': made.id, **asked})}")
            assert answer.status_code == 200, answer.text
            found: dict[str, str] = answer.json()
            return found

        everything = {"description": "空调维保", "unit": "月", "unit_price": "100.00", "tax_rate": "13"}
        assert await proposed() == everything
        of_buyer = {"of.customer": buyer, "of.currency": "CNY"}
        assert (await proposed(quantity="5", **of_buyer))["unit_price"] == "80.50"
        assert (await proposed(quantity="4.9999", **of_buyer))["unit_price"] == "100.00"
        assert (await proposed(quantity="many", **of_buyer))["unit_price"] == "100.00"
        assert (await proposed(**{"of.currency": "EUR"}))["unit_price"] == ""
        assert await proposed(product="") == dict.fromkeys(everything, "")
        for wrong in ({"product": 999_999}, {"of.customer": 999_999}, {"of.price_list": 999_999}, {"lines": "none"}):
            query = urlencode({"lines": "lines", "product": made.id, **wrong})
            assert (await browser.get(f"{FILL}?{query}")).status_code == 404, wrong
        assert (await browser.get(f"{FILL}?lines=installments")).status_code == 404
        assert (await browser.get("/crm_contracts/products/fill?lines=lines")).status_code == 404
        assert (await browser.post(FILL)).status_code in (403, 405)


async def test_forms_propose_units_and_rates(app: object, inside: Company) -> None:
    await create(TaxRate, {"name": "Half", "percent": Decimal("0.50")})
    async with Browser(app) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        page = (await browser.get("/crm_contracts/contracts/new")).text
        wanted = "customer currency price_list"
        assert f'data-fill="{FILL}?lines=lines" data-by="product quantity" data-given="{wanted}"' in page
        assert '<datalist id="offers-lines-tax_rate"><option value="13"></option><option value="9"></option>' in page
        assert '<option value="0.5"></option>' in page
        assert page.count('<datalist id="offers-lines-unit">') == 1 and page.count('list="offers-lines-unit"') > 3
        page = (await browser.get("/crm_contracts/products/new")).text
        assert '<datalist id="offers--unit"><option value="piece"></option>' in page


async def test_who_draws_up_no_contracts_is_told_nothing(app: object, inside: Company) -> None:
    made = await product()
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('Reader', '', $1, 1, now(), now()) RETURNING id",
        ["crm_contracts.contracts.read"],
    )
    await set_roles(await create_user("reader", "Reader", ADMIN_PASSWORD), [role])
    async with Browser(app) as browser:
        await browser.sign_in("reader", ADMIN_PASSWORD)
        assert (await browser.get(f"{FILL}?lines=lines&product={made.id}")).status_code == 403
