"""Doubles are reported before and while a customer is registered."""

from __future__ import annotations

import asyncio

import pytest

from crm_core.duplicates import Duplicate, find_duplicates
from crm_core.models import Contact, Customer
from guanxi import Company, InvalidInput, create, elevated, update, use_actor
from tests.crm_core.support import MANAGER, customer, user

pytestmark = pytest.mark.usefixtures("inside")
TAX = "91350100M000100Y43"


async def test_reasons_and_confidence() -> None:
    li = await user("Li")
    made = await customer("靖江市春意空调有限公司", owner=li.id, tax_number=TAX, email="a@b.cn", mobile="13812345678")
    with use_actor(li):
        same = await find_duplicates(name="靖江市春意空调 有限公司", tax_number=TAX.lower())
        phone = await find_duplicates(name="秋实", phones=("１３８ １２３４ ５６７８",))
        trade = await find_duplicates(name="春意空调", email="A@b.cn")
        near = await find_duplicates(name="靖江市春意冷气空调有限公司")
        other = await find_duplicates(name="无锡秋实食品有限公司", phones=("0510-12345678",))
    shown = {"holder": "Li", "id": made.id, "code": made.code, "name": made.name}
    assert same == [Duplicate(reasons=["tax_number", "name"], confidence=100, **shown)]
    assert phone == [Duplicate(reasons=["phone"], confidence=90, **shown)]
    assert trade == [Duplicate(reasons=["email", "trade_name", "business"], confidence=98, **shown)]
    assert near == [Duplicate(reasons=["trade_name", "region"], confidence=75, **shown)]
    assert other == []


async def test_the_phone_of_a_contact_counts() -> None:
    made = await customer("春意")
    await create(Contact, {"customer": made.id, "name": "陈强", "mobile": "13812345678"})
    found = await find_duplicates(phones=("13812345678",))
    assert [(each.id, each.confidence) for each in found] == [(made.id, 80)]


async def test_others_learn_that_it_exists_and_who_holds_it_and_nothing_else() -> None:
    li, wang = await user("Li Na"), await user("Wang Wei")
    await customer("靖江市春意空调有限公司", owner=li.id)
    with use_actor(wang):
        found = await find_duplicates(name="靖江市春意空调有限公司")
        assert found == [Duplicate(holder="Li Na", reasons=["name"], confidence=100)]
        with pytest.raises(InvalidInput) as caught:
            await create(Customer, {"name": "靖江市春意空调有限公司", "mobile": "13812345678"})
    assert str(caught.value.fields["name"]) == "This customer is there already; Li Na holds it."


async def test_similar_ones_only_warn_and_force_saves_anyway() -> None:
    li, boss = await user("Li"), await user("Boss", MANAGER)
    await customer("靖江市春意空调有限公司", owner=li.id, tax_number=TAX)
    with use_actor(li):
        similar = await create(Customer, {"name": "春意空调", "mobile": "13812345678"})
        with pytest.raises(InvalidInput) as caught:
            await update(Customer, similar.id, {"tax_number": TAX})
        assert set(caught.value.fields) == {"tax_number"}
        await update(Customer, similar.id, {"name": "春意空调 (2)"})
    with use_actor(boss):
        again = await create(Customer, {"name": "靖江市春意空调有限公司", "mobile": "13812345678"})
    assert again.name == "靖江市春意空调有限公司"


async def test_two_people_at_once_register_one_customer_once(company: Company) -> None:
    li, wang = await user("Li"), await user("Wang")

    async def register(actor_name: str) -> str:
        with use_actor(li if actor_name == "Li" else wang):
            try:
                await create(Customer, {"name": "靖江市春意空调有限公司", "mobile": "13812345678"})
            except InvalidInput as error:
                return str(error.fields["name"])
        return "saved"

    answers = await asyncio.gather(register("Li"), register("Wang"), register("Li"), register("Wang"))
    assert sorted(answers)[-1] == "saved"
    assert answers.count("saved") == 1
    with elevated():
        assert len(await find_duplicates(name="靖江市春意空调有限公司")) == 1
