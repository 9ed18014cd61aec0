"""What the search box finds among customers."""

from __future__ import annotations

import pytest

from crm_core.contact_models import ContactPoint
from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.searching import search_customers
from guanxi import create, elevated, find, use_actor
from tests.crm_core.support import MANAGER, customer, user

pytestmark = pytest.mark.usefixtures("inside")


@pytest.mark.parametrize("typed", ["春意", "chunyi", "ChunYi", "chun yi", "CHUN"])
async def test_a_trade_name_alone_finds_all_that_have_it(typed: str) -> None:
    names = ["靖江市春意空调有限公司", "春意（上海）贸易有限公司", "春意"]
    for number, name in enumerate([*names, "无锡秋实食品有限公司"]):
        await customer(name, phone=f"0512-6288123{number}")
    assert sorted(each.name for each in await find(Customer, search_customers(typed))) == sorted(names)


async def test_two_characters_find_the_names_that_begin_with_them() -> None:
    made = [
        await customer(name, phone=f"021-6288123{n}") for n, name in enumerate(("上海浦江半导体有限公司", "上海远洋"))
    ]
    await customer("苏州浦江半导体有限公司")
    assert {each.id for each in await find(Customer, search_customers("上海"))} == {each.id for each in made}


@pytest.mark.parametrize("typed", ["northwind", "Northwind Traders", "the northwind"])
async def test_letters_are_found_in_either_case(typed: str) -> None:
    made = await customer("NorthWind Traders Ltd.", country="GB", phone="+44 20 7946 0101")
    await customer("春意")
    assert [each.id for each in await find(Customer, search_customers(typed))] == [made.id]


async def test_letters_that_stand_in_no_name_find_nothing() -> None:
    await customer("春意")
    assert await find(Customer, search_customers("chunyu")) == []


async def test_whoever_calls_is_found_by_any_number_however_it_is_typed() -> None:
    one = await customer("春意", phone="0512-62881234")
    with elevated():
        await create(Contact, {"customer": one.id, "name": "Wu", "mobile": "13812345678", "email": "wu@example.com"})
        await create(ContactPoint, {"customer": one.id, "value": "13800009999"})
        await create(ContactPoint, {"customer": one.id, "value": "sales@example.com"})
    await customer("秋实", phone="0512-62885678")
    typed = ("051262881234", "0512 6288 1234", "138 1234 5678", "1381234", "13800009999", "sales@", "WU@example.com")
    with use_actor(await user("Boss", MANAGER)):
        for text in typed:
            assert [each.id for each in await find(Customer, search_customers(text))] == [one.id], text
    with use_actor(await user("Reader", (CorePermission.READ, CorePermission.SEE_ALL))):
        assert await find(Customer, search_customers("1380000")) == []  # covered: by the whole number alone
        assert [each.id for each in await find(Customer, search_customers("13800009999"))] == [one.id]
