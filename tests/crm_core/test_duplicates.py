"""Doubles are reported before and while a customer is registered."""

from __future__ import annotations

import asyncio

import pytest

from crm_core.duplicates import Duplicate, find_duplicates
from crm_core.hints import contact_hints, customer_hints
from crm_core.jobs import FILL_COMPARED_NAMES, fill_compared_names
from crm_core.models import Contact, Customer
from crm_core.name_similarity import PROBABLE
from guanxi import (
    Company,
    InvalidInput,
    Tone,
    Unconfirmed,
    create,
    elevated,
    enqueue,
    execute,
    fetch_value,
    get,
    update,
    use_actor,
)
from guanxi.context import confirming
from guanxi.jobs.worker import run_pending
from tests.crm_core.support import MANAGER, customer, fill, user

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


@pytest.mark.parametrize(
    ("typed", "reasons", "confidence"),
    [
        ("春意（靖江）空调有限责任公司", ["trade_name", "region", "business"], 97),
        ("靖江春意空调", ["trade_name", "region", "business"], 98),
        ("春意空調", ["trade_name", "business"], 90),
        ("靖江市春意空条有限公司", ["trade_name", "region", "business"], 94),
        ("靖江市纯意空调有限公司", ["sound", "region", "business"], 70),
        ("靖江市春意空调有限公司上海分公司", ["branch", "region", "business"], 60),
        ("南京春意空调有限公司", ["trade_name", "business"], 65),
        ("春意", ["trade_name"], 64),
    ],
)
async def test_names_that_are_typed_otherwise(typed: str, reasons: list[str], confidence: int) -> None:
    await customer("靖江市春意空调有限公司")
    await customer("靖江市夏至空调有限公司")
    with elevated():
        [found] = await find_duplicates(name=typed)
    assert (found.name, found.reasons, found.confidence) == ("靖江市春意空调有限公司", reasons, confidence)
    assert found.probable == (confidence >= PROBABLE)


async def test_what_agrees_is_not_told_to_those_who_may_not_see_it() -> None:
    li, wang = await user("Li Na"), await user("Wang Wei")
    await customer("靖江市春意空调有限公司", owner=li.id)
    with use_actor(wang):
        found = await find_duplicates(name="靖江春意空调")
        hints = await customer_hints({"name": "靖江春意空调"}, None)
    assert found == [Duplicate(holder="Li Na", reasons=["trade_name"], confidence=98)]
    assert [(str(hint.text), hint.tone, hint.href) for hint in hints[:-1]] == [
        ("Probably the same (98 %): a customer that Li Na holds. Same trade name.", Tone.WARN, None)
    ]


async def test_people_of_one_name_are_many() -> None:
    li = await user("Li")
    with use_actor(li):
        made = await create(Customer, {"name": "张伟", "kind": "person", "mobile": "13812345678"})
        other = await create(Customer, {"name": "张伟", "kind": "person", "mobile": "13987654321"})
        with pytest.raises(InvalidInput) as caught:
            await create(Customer, {"name": "张 伟", "kind": "person", "mobile": "13812345678"})
        found = await find_duplicates(name="张伟", kind="person", phones=("13812345678",))
    assert set(caught.value.fields) == {"name"}
    assert [(each.id, each.reasons, each.confidence) for each in found] == [
        (made.id, ["name", "phone"], 100),
        (other.id, ["name"], 60),
    ]


async def test_a_person_is_not_given_the_number_of_another_of_the_name() -> None:
    li = await user("Li")
    with use_actor(li):
        made = await create(Customer, {"name": "张伟", "kind": "person", "mobile": "13812345678", "email": "z@w.cn"})
        other = await create(Customer, {"name": "张伟", "kind": "person", "mobile": "13987654321"})
        for values in ({"mobile": "138 1234 5678"}, {"email": "Z@w.cn"}, {"phone": "13812345678", "mobile": ""}):
            with pytest.raises(InvalidInput) as caught:
                await update(Customer, other.id, values)
            assert set(caught.value.fields) == {"email" if "email" in values else "mobile"}
        await update(Customer, other.id, {"mobile": "13800000000", "address": "人民路"})
        await update(Customer, other.id, {"mobile": "13800000000", "introduction": "老客户"})
        king = await create(Customer, {"name": "王强", "kind": "person", "mobile": "13612345678"})
        await update(Customer, king.id, {"mobile": "13812345678"})
        assert (await get(Customer, made.id)).mobile == (await get(Customer, king.id)).mobile
    with use_actor(await user("Boss", MANAGER)):
        with pytest.raises(Unconfirmed):
            await update(Customer, other.id, {"mobile": "13812345678"})
        with confirming(True):
            await update(Customer, other.id, {"mobile": "13812345678"})


async def test_two_people_of_a_name_get_one_number_at_once(company: Company) -> None:
    actor = await user("Li")
    with use_actor(actor):
        made = [
            await create(Customer, {"name": "张伟", "kind": "person", "mobile": f"1390000000{number}"})
            for number in range(3)
        ]

        async def change(id: int) -> bool:
            try:
                await update(Customer, id, {"mobile": "13812345678"})
            except InvalidInput:
                return False
            return True

        assert sorted(await asyncio.gather(*(change(each.id) for each in made))) == [False, False, True]


async def test_a_contacts_number_that_another_customer_has_is_said() -> None:
    li, wang = await user("Li"), await user("Wang")
    there = await customer("江南机械有限公司", owner=wang.id, phone="0512-62881111", email="a@jn.cn")
    mine = await customer("春意空调有限公司", owner=li.id, phone="0512-62882222")
    await create(Contact, {"customer": there.id, "name": "王强", "mobile": "13812345678"})
    contact = await create(Contact, {"customer": mine.id, "name": "陈", "mobile": "13700000000", "email": "c@cy.cn"})
    with use_actor(li):
        new = await contact_hints({"customer": str(mine.id), "mobile": "138 1234 5678", "phone": "051262882222"}, None)
        same = await contact_hints({"mobile": "13700000000", "email": "c@cy.cn"}, contact.id)
        changed = await contact_hints({"phone": "0512-62881111", "email": "A@jn.cn"}, contact.id)
        odd = await contact_hints({"customer": "x", "phone": "'", "mobile": "9" * 40}, None)
    assert [str(hint.text) for hint in new] == [
        "Probably the same (80 %): a customer that Wang holds. Same phone number."
    ]
    assert (same, odd) == ([], [])
    assert [str(hint.text) for hint in changed] == [
        "Probably the same (98 %): a customer that Wang holds. Same phone number, Same e-mail address."
    ]


async def test_the_best_of_many_with_one_trade_name_come_first() -> None:
    li = await user("Li")
    await execute(
        "INSERT INTO crm_core_customer (code, kind, name, name_key, name_sound, name_place, name_region, trade_name,"
        " name_business, legal_form, stage, country, phone, mobile, email, fax, website, address, postcode,"
        " tax_number, introduction, owner_id, trading, locale, archived, revision, created_at, updated_at)"
        " SELECT 'X' || n, 'organization', '上海华达科技有限公司', 'k' || n, 'huada', '上海', '上海', '华达', '科技',"
        " '有限公司', 'potential', 'CN', '', '', '', '', '', '', '', '', '', $1, false, 'zh_CN', false, 1, now(), now()"
        " FROM generate_series(1, 500) AS n",
        li.id,
    )
    made = await customer("苏州华达精密机械有限公司", owner=li.id)
    with use_actor(li):
        found = await find_duplicates(name="苏州市华达机械")
        assert len(await find_duplicates(name="华达")) == 10
    assert (found[0].id, found[0].probable) == (made.id, True)
    assert all(not each.probable for each in found[1:])


async def test_a_job_prepares_names_from_before() -> None:
    li = await user("Li")
    await fill(30, li.id or 0)
    await execute("UPDATE crm_core_customer SET name = '靖江市春意空调有限公司' WHERE code = 'X7'")
    with elevated():
        assert await find_duplicates(name="春意空调") == []
        await enqueue(FILL_COMPARED_NAMES)
        await run_pending()
        [found] = await find_duplicates(name="春意空调")
        assert (found.code, found.confidence) == ("X7", 90)
    assert await fetch_value("SELECT count(*) FROM crm_core_customer WHERE name_sound = ''") == 0
    assert await fill_compared_names(0, 100) == (0, 0)


async def test_what_doubles_are_found_by_follows_the_name() -> None:
    made = await customer("靖江市春意空调有限公司")
    with elevated():
        await update(Customer, made.id, {"name": "无锡市秋实食品有限公司"})
        assert await find_duplicates(name="春意空调") == []
        assert [each.id for each in await find_duplicates(name="秋实食品")] == [made.id]
        await update(Customer, made.id, {"kind": "person"})
        assert await find_duplicates(name="秋实食品") == []


@pytest.mark.parametrize("name", ["", " ", "（）", "华", "有限公司", "\U0010ffff", "%_", "春" * 400, "a " * 300])
async def test_any_text_may_be_typed(name: str) -> None:
    await customer("靖江市春意空调有限公司")
    assert await find_duplicates(name=name) == []


async def test_similar_ones_only_warn_and_force_saves_anyway() -> None:
    li, boss = await user("Li"), await user("Boss", MANAGER)
    await customer("靖江市春意空调有限公司", owner=li.id, tax_number=TAX)
    with use_actor(li):
        similar = await create(Customer, {"name": "春意空调", "mobile": "13812345678"})
        with pytest.raises(InvalidInput) as caught:
            await update(Customer, similar.id, {"tax_number": TAX})
        assert set(caught.value.fields) == {"tax_number"}
        await update(Customer, similar.id, {"name": "春意空调 (2)"})
    with use_actor(boss), confirming(True):
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
