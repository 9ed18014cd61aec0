"""Members of a tier buy by its list: after a customer's own one, before that of a value class."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from crm_contracts.pricing import Price, Wanted as Line, find_price_list, is_usable, prices_of
from crm_loyalty import services as loyalty
from crm_membership.models import TierPriceList
from guanxi import Conflict, InvalidInput, create, current_company, elevated, fetch_value, update
from guanxi.db import count_statements
from tests.crm_contracts.pricing import assign, price, price_list
from tests.crm_contracts.support import product
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_membership.support import bought, night, on, plan, tier

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]


async def give(list_id: int, place: int = -1) -> TierPriceList:
    with elevated():
        return await create(TierPriceList, {"tier": (await tier(place)).id, "price_list": list_id})


async def costs(product_id: int, customer: int | None) -> Price:
    return (await prices_of([Line(0, product_id, Decimal(1))], customer, "CNY"))[0]


async def test_a_member_buys_by_the_list_of_the_tier(make_customer: MakeCustomer) -> None:
    made, member, other = await product(price=100), await make_customer(), await make_customer()
    standard, of_tier = await price_list("Standard", standard=True), await price_list("Members")
    await price(standard, made, 90)
    await price(of_tier, made, 70)
    await give(of_tier.id)
    await loyalty.earn(member, (await tier()).threshold, "shop:1")
    await loyalty.earn(other, 1, "shop:2")
    assert await costs(made.id, member) == (70, of_tier.id)
    assert [await costs(made.id, each) for each in (other, None)] == [(90, standard.id)] * 2
    assert [await find_price_list(each, "CNY") for each in (member, other)] == [of_tier.id, standard.id]
    assert [await is_usable(of_tier.id, each, "CNY") for each in (member, other, None)] == [True, False, False]


async def test_the_tier_comes_after_the_customer_and_before_the_value_class(make_customer: MakeCustomer) -> None:
    made, member = await product(price=100), await make_customer()
    terms = current_company().catalog.resources["crm_core/terms"].model
    gold = await create(terms, {"kind": "value_class", "name": "Gold customers"})
    customers = current_company().catalog.resources["crm_core/customers"].model
    await update(customers, member, {"value_class": gold.id})
    lists = {name: await price_list(name) for name in ("class", "tier", "own")}
    for unit_price, each in enumerate(lists.values(), 10):
        await price(each, made, unit_price)
    await assign(lists["class"], value_class=gold.id)
    assert await costs(made.id, member) == (10, lists["class"].id)
    await give(lists["tier"].id, 0)
    await loyalty.earn(member, 1, "shop:1")
    assert await costs(made.id, member) == (11, lists["tier"].id)
    await assign(lists["own"], customer=member)
    assert await costs(made.id, member) == (12, lists["own"].id)


async def test_a_paid_membership_brings_its_prices_until_its_last_day(make_customer: MakeCustomer) -> None:
    made, member = await product(price=100), await make_customer()
    of_tier = await price_list("Members")
    await price(of_tier, made, 70)
    await give(of_tier.id)
    with on(date(2026, 1, 1)):
        await bought(member, await plan(months=1))
        assert await costs(made.id, member) == (70, of_tier.id)
    with on(date(2026, 2, 1)):
        await night()
        assert await costs(made.id, member) == (100, None)


async def test_a_tier_has_one_list_for_each_currency(make_customer: MakeCustomer) -> None:
    first, second, dollars = await price_list("A"), await price_list("B"), await price_list("C", currency="USD")
    await give(first.id)
    assert (await give(dollars.id)).currency == "USD"
    with pytest.raises((Conflict, InvalidInput)):
        await give(second.id)
    assert await fetch_value("SELECT count(*) FROM crm_membership_tier_price_list") == 2


async def test_prices_are_one_statement_still(make_customer: MakeCustomer) -> None:
    made, member = await product(price=100), await make_customer()
    await give((await price_list("Members")).id)
    with count_statements() as counted:
        await costs(made.id, member)
    assert counted.count == 1
