"""Registering and changing customers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from crm_core import numbers
from crm_core.hints import customer_hints
from crm_core.models import Activity, Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.services import customer_by_email, make_formal
from guanxi import (
    Company,
    Forbidden,
    InvalidInput,
    NotFound,
    Tone,
    clock,
    create,
    delete,
    fetch,
    fetch_value,
    find,
    get,
    update,
    use_actor,
)
from tests.crm_core.support import MANAGER, SALES, customer, department, user

pytestmark = pytest.mark.usefixtures("inside")


async def test_a_new_customer_gets_a_code_an_owner_and_the_parts_of_its_name() -> None:
    team = await department("Sales East")
    li = await user("Li Na", department_id=team)
    with use_actor(li):
        made = await create(Customer, {"name": "靖江市春意空调有限公司", "phone": "０５２３－８４５６７８９０"})
        second = await create(Customer, {"name": "Northwind Traders Ltd.", "mobile": "13812345678"})
    year = clock.now().year
    assert (made.code, second.code) == (f"C{year}-00001", f"C{year}-00002")
    assert (made.owner_id, made.department_id, made.stage) == (li.id, team, "potential")
    assert (made.name_region, made.trade_name, made.name_business, made.legal_form) == (
        *("靖江市", "春意", "空调"),
        "有限公司",
    )
    assert made.phone == "0523-84567890"


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"mobile": "1381234567"}, {"mobile"}),
        (
            {"phone": "84567890", "postcode": "2145", "tax_number": "91350100M000100Y44"},
            {"phone", "postcode", "tax_number"},
        ),
        ({}, {"mobile"}),
        ({"mobile": "13812345678", "birth_month": 2}, {"birth_day"}),
        ({"mobile": "13812345678", "birth_month": 2, "birth_day": 30}, {"birth_day"}),
        ({"mobile": "13812345678", "code": "C1"}, {"code"}),
        ({"mobile": "13812345678", "trading": True}, {"trading"}),
        ({"mobile": "13812345678", "stage": "formal"}, {"stage"}),
        ({"mobile": "13812345678", "name": "。。"}, {"name"}),
    ],
)
async def test_wrong_values_are_refused_by_field_and_leave_nothing(values: dict[str, Any], fields: set[str]) -> None:
    with use_actor(await user("Li Na")), pytest.raises(InvalidInput) as caught:
        await create(Customer, {"name": "春意", **values})
    assert set(caught.value.fields) == fields
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 0
    assert await fetch_value("SELECT count(*) FROM guanxi_number_series") == 0


async def test_a_mobile_number_typed_as_phone_is_the_mobile_number() -> None:
    made = await customer("春意", phone="138 1234 5678")
    assert (made.phone, made.mobile) == ("", "13812345678")


async def test_typed_parts_of_a_name_stay_and_parsed_ones_follow_it() -> None:
    made = await customer("靖江市春意空调有限公司")
    made = await update(Customer, made.id, {"name": "无锡市秋实空调有限公司"})
    assert (made.name_region, made.trade_name) == ("无锡市", "秋实")
    made = await update(Customer, made.id, {"trade_name": "秋实空调"})
    made = await update(Customer, made.id, {"name": "无锡市秋实空调股份有限公司"})
    assert (made.trade_name, made.legal_form) == ("秋实空调", "有限公司")


async def test_a_level_is_no_region() -> None:
    region = await fetch_value("SELECT id FROM crm_core_term WHERE kind = 'region' ORDER BY position LIMIT 1")
    made = await customer("春意", region=region)
    assert made.region_id == region
    with pytest.raises(InvalidInput) as caught:
        await update(Customer, made.id, {"level": region})
    assert set(caught.value.fields) == {"level"}


async def test_terms_are_seeded() -> None:
    rows = await fetch("SELECT kind, count(*) AS number FROM crm_core_term GROUP BY kind ORDER BY kind")
    assert {row["kind"]: row["number"] for row in rows} == {
        **{"industry": 4, "level": 3, "region": 4, "source": 4},
        "value_class": 3,
    }


async def test_who_sees_whom() -> None:
    east, west = await department("East"), await department("West")
    li, wang = await user("Li", department_id=east), await user("Wang", department_id=east)
    head = await user("Head", (*SALES, CorePermission.SEE_DEPARTMENT), east)
    zhao = await user("Zhao", department_id=west)
    boss = await user("Boss", MANAGER)
    for owner in (li, wang, zhao):
        await customer(f"{owner.name} 公司", owner=owner.id)
    seen = {}
    for actor in (li, head, zhao, boss):
        with use_actor(actor):
            seen[actor.name] = [each.name for each in await find(Customer, order="name")]
    assert seen == {
        "Li": ["Li 公司"],
        "Head": ["Li 公司", "Wang 公司"],
        "Zhao": ["Zhao 公司"],
        "Boss": ["Li 公司", "Wang 公司", "Zhao 公司"],
    }


async def test_contacts_and_follow_ups_follow_their_customer() -> None:
    li, wang = await user("Li"), await user("Wang")
    made = await customer("春意", owner=li.id)
    with use_actor(li):
        contact = await create(Contact, {"customer": made.id, "name": "陈强", "mobile": "１３８１２３４５６７８"})
        note = await create(Activity, {"customer": made.id, "kind": "note", "subject": "First note"})
    assert contact.mobile == "13812345678"
    with use_actor(wang):
        for model, id in ((Contact, contact.id), (Activity, note.id), (Customer, made.id)):
            with pytest.raises(NotFound):
                await get(model, id)
        with pytest.raises(InvalidInput) as caught:
            await create(Contact, {"customer": made.id, "name": "Spy"})
    assert set(caught.value.fields) == {"customer"}


async def test_one_main_contact() -> None:
    made = await customer("春意")
    first = await create(Contact, {"customer": made.id, "name": "A", "main": True})
    second = await create(Contact, {"customer": made.id, "name": "B", "main": True})
    assert not (await get(Contact, first.id)).main
    assert (await get(Contact, second.id)).main


async def test_a_call_sets_the_dates_of_its_customer(company: Company) -> None:
    li = await user("Li")
    made = await customer("春意", owner=li.id)
    today = clock.today(company.zone)
    with use_actor(li):
        with pytest.raises(InvalidInput) as caught:
            await create(Activity, {"customer": made.id, "kind": "call", "subject": "Intro"})
        assert set(caught.value.fields) == {"next_contact_on"}
        next_week = today + timedelta(days=7)
        call = {"customer": made.id, "kind": "call", "subject": "Intro", "next_contact_on": next_week}
        done = await create(Activity, call)
        assert done.user_id == li.id
        assert await _dates(made.id) == (today, next_week)
        old = {"kind": "visit", "at": clock.now() - timedelta(days=30), "next_contact_on": today}
        await create(Activity, {"customer": made.id, "subject": "Late entry", **old})
        assert await _dates(made.id) == (today, next_week)
        await create(Activity, {"customer": made.id, "kind": "note", "subject": "Just a note"})
        assert await _dates(made.id) == (today, next_week)
        await create(Activity, {"customer": made.id, "kind": "mail", "subject": "Sent the offer"})
        assert await _dates(made.id) == (today, None)
        with pytest.raises(InvalidInput) as caught:
            await create(Activity, {**call, "at": clock.now() + timedelta(days=2)})
        assert set(caught.value.fields) == {"at"}


async def _dates(id: int) -> tuple[date | None, date | None]:
    record = await get(Customer, id)
    return record.last_contact_on, record.next_contact_on


async def test_nobody_deletes_a_customer() -> None:
    made = await customer("春意")
    with use_actor(await user("Boss", tuple(CorePermission))), pytest.raises(Forbidden):
        await delete(Customer, made.id)


async def test_only_administration_sets_the_trading_flag() -> None:
    made = await customer("春意")
    with use_actor(await user("Boss", MANAGER)), pytest.raises(InvalidInput):
        await update(Customer, made.id, {"trading": True})
    with use_actor(await user("Office", (*MANAGER, CorePermission.TRADING))):
        assert (await update(Customer, made.id, {"trading": True})).trading


async def test_a_contract_makes_a_customer_formal_once() -> None:
    made = await customer("春意")
    with use_actor(await user("Li")):
        await make_formal(made.id)
        await make_formal(made.id)
    assert (await get(Customer, made.id)).stage == "formal"
    actions = await fetch(
        "SELECT actor_name, reason FROM guanxi_audit WHERE action = 'update' AND resource = 'crm_core/customers'"
    )
    assert [tuple(row) for row in actions] == [("Li", "contract signed")]


async def test_a_customer_by_its_mail_address() -> None:
    made = await customer("春意", email="Info@Chunyi.example")
    found = await customer_by_email(" info@chunyi.EXAMPLE ")
    assert found is not None
    assert (found.id, found.name, found.locale) == (made.id, "春意", "zh_CN")
    await customer("秋实", email="info@chunyi.example")
    assert await customer_by_email("info@chunyi.example") is None
    assert await customer_by_email("") is None


async def test_a_company_may_choose_to_be_warned_of_wrong_numbers_only(company: Company) -> None:
    values = {"name": "春意空调", "mobile": "1381234567", "postcode": "21450", "tax_number": "123"}
    with pytest.raises(InvalidInput) as refused:
        await create(Customer, values)
    assert set(refused.value.fields) == {"mobile", "postcode", "tax_number"}
    assert [hint.tone for hint in await customer_hints(values, None)] == [Tone.INFO]  # what is missing
    company.settings["crm_core"] = {"wrong_numbers": "warn"}
    company.cache.clear()
    made = await create(Customer, values)
    assert (made.mobile, made.postcode, made.tax_number) == ("1381234567", "21450", "123")
    said = [str(hint.text) for hint in await customer_hints({**values, "name": "别家公司"}, made.id)]
    assert said == [str(text) for text in (numbers.MOBILE_LENGTH, numbers.POSTCODE, numbers.TAX_LENGTH)]


async def test_the_database_keeps_how_complete_a_record_is() -> None:
    made = await create(Customer, {"name": "春意空调有限公司", "mobile": "13800138000"})
    assert made.completeness == 20
    changed = await update(Customer, made.id, {"address": "人民路 1 号", "email": "a@b.cn", "introduction": "老客户"})
    assert changed.completeness == 50
    assert (await update(Customer, made.id, {"email": ""})).completeness == 40
    person = await create(
        Customer, {"name": "张三", "kind": "person", "mobile": "13800138001", "birth_month": 2, "birth_day": 29}
    )
    assert person.completeness == 38
    assert [each.id for each in await find(Customer, order="-completeness")] == [made.id, person.id]
