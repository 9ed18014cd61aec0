"""What prices the lines of a draft take, and what they keep."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crm_contracts.models import Contract
from crm_contracts.price_models import Price
from guanxi import (
    InvalidInput,
    fetch,
    fetch_value,
    get,
    update,
    use_actor,
)
from guanxi.context import Company
from tests.crm_contracts.pricing import assign, price, price_list
from tests.crm_contracts.support import customer, draft, product, user

SELLER = (
    *("crm_core.customers.read", "crm_core.customers.see_all", "crm_contracts.contracts.read"),
    *("crm_contracts.contracts.create", "crm_contracts.contracts.update", "crm_contracts.contracts.confirm"),
)


async def lines_of(contract: Contract) -> list[tuple[int, int | None]]:
    rows = await fetch(
        "SELECT unit_price, list_price FROM crm_contracts_line WHERE contract_id = $1 ORDER BY id", contract.id
    )
    return [tuple(row) for row in rows]


async def test_a_draft_takes_prices_that_nobody_typed(inside: Company) -> None:
    made, buyer = await product(price=100), await customer()
    standard, own = await price_list(standard=True), await price_list("Own")
    await price(standard, made, 90)
    await price(own, made, 80, from_quantity=Decimal(10))
    await assign(own, customer=buyer)
    rows = [{"product": made.id}, {"product": made.id, "quantity": Decimal(10)}, {"product": made.id, "unit_price": 75}]
    contract = await draft(*rows, {"description": "By hand", "unit_price": 5}, customer_id=buyer)
    assert contract.price_list_id == own.id
    assert await lines_of(contract) == [(90, 90), (80, 80), (75, 90), (5, None)]


async def test_what_was_typed_and_what_it_is_measured_by_stay(inside: Company) -> None:
    made, standard = await product(price=100), await price_list(standard=True)
    first = await price(standard, made, 90)
    contract = await draft({"product": made.id, "unit_price": 85})
    await update(Price, first.id, {"unit_price": 200})
    line = {"id": await fetch_value("SELECT max(id) FROM crm_contracts_line"), "product": made.id}
    await update(Contract, contract.id, {"lines": [{**line, "discount": Decimal(1)}]})
    assert await lines_of(contract) == [(85, 90)]
    await update(Contract, contract.id, {"lines": [{**line, "quantity": Decimal(2)}]})
    assert await lines_of(contract) == [(85, 200)]
    await update(Contract, contract.id, {"lines": [{**line, "unit_price": None}]})
    assert await lines_of(contract) == [(200, 200)]


@pytest.mark.parametrize("change", ["customer", "price_list"])
async def test_other_customers_and_lists_have_other_list_prices(inside: Company, change: str) -> None:
    made, buyer, other = await product(price=100), await customer(), await customer("南通瑞和机电有限公司")
    standard, own = await price_list(standard=True), await price_list("Own")
    await price(standard, made, 90)
    await price(own, made, 60)
    await assign(own, customer=buyer)
    contract = await draft(
        {"product": made.id},
        {"product": made.id, "recurrence": "month"},
        {"description": "By hand", "unit_price": 5},
        customer_id=buyer,
        installments=[{"label": "All", "percent": Decimal(100)}],
    )
    assert await lines_of(contract) == [(60, 60), (60, 60), (5, None)]
    await update(Contract, contract.id, {change: other if change == "customer" else standard.id})
    assert await lines_of(contract) == [(60, 90), (60, 90), (5, None)]
    now = await get(Contract, contract.id)
    assert (now.total, now.yearly, now.price_list_id) == (65, 720, standard.id)
    assert await fetch_value("SELECT sum(amount) FROM crm_contracts_installment") == 65


async def test_no_price_in_the_currency_is_said_of_the_line(inside: Company) -> None:
    made = await product(price=100)
    with pytest.raises(InvalidInput) as refused:
        await draft({"product": made.id, "unit_price": 1}, {"product": made.id}, currency="EUR")
    assert refused.value.fields.keys() == {"lines.1.unit_price"}


async def test_a_list_is_for_those_whom_it_is_given_to(inside: Company) -> None:
    made, buyer, other = await product(price=100), await customer(), await customer("南通瑞和机电有限公司")
    own, free = await price_list("Own"), await price_list("Fair")
    await price(own, made, 80)
    await price(free, made, 60)
    await assign(own, customer=buyer)
    with pytest.raises(InvalidInput) as refused:
        await draft({"product": made.id}, customer_id=other, price_list=own.id)
    assert refused.value.fields.keys() == {"price_list"}
    chosen = await draft({"product": made.id}, customer_id=other, price_list=free.id)
    assert await lines_of(chosen) == [(60, 60)]
    await update(Contract, chosen.id, {"customer": buyer})
    assert (await get(Contract, chosen.id)).price_list_id == own.id


async def test_rates_that_are_none_of_the_companys(inside: Company) -> None:
    buyer = await customer()
    seller = await user("seller", (*SELLER,))
    contract = await draft({"description": "Old", "unit_price": 1, "tax_rate": Decimal("7.5")}, customer_id=buyer)
    with use_actor(seller):
        with pytest.raises(InvalidInput) as refused:
            await draft({"description": "New", "unit_price": 1, "tax_rate": Decimal("7.5")}, customer_id=buyer)
        assert refused.value.fields.keys() == {"lines.0.tax_rate"}
        line = {"id": await fetch_value("SELECT max(id) FROM crm_contracts_line"), "unit_price": 2}
        await update(Contract, contract.id, {"lines": [line]})
    assert await lines_of(contract) == [(2, None)]
