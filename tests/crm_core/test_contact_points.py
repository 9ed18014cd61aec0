"""Further addresses and numbers: their spelling, who may, doubles, merging, and what anonymization leaves."""

from __future__ import annotations

import pytest

from crm_core import merging, merging_jobs
from crm_core.contact_models import Address, ContactPoint
from crm_core.contact_views import ADDRESSES, POINTS
from crm_core.duplicates import find_duplicates
from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.views import CUSTOMERS
from guanxi import (
    Company,
    Forbidden,
    InvalidInput,
    NotFound,
    create,
    delete,
    elevated,
    fetch,
    fetch_row,
    fetch_value,
    find,
    update,
    use_actor,
)
from guanxi.desk.reach import label_of
from guanxi.records import labels, read
from tests.crm_core.support import MANAGER, SALES, customer, user

pytestmark = pytest.mark.usefixtures("inside")


async def point(customer_id: int, kind: str, value: str, **more: object) -> ContactPoint:
    return await create(ContactPoint, {"customer": customer_id, "kind": kind, "value": value, **more})


async def test_each_kind_has_one_spelling() -> None:
    one = await customer("春意")
    assert (await point(one.id, "mobile", "+86 138-0013-8000")).value == "13800138000"
    assert (await point(one.id, "phone", "（0512）62881234")).value == "0512-62881234"
    assert (await point(one.id, "email", " Li.Na@Example.COM ")).value == "li.na@example.com"
    assert (await point(one.id, "wechat", "lina_88")).value == "lina_88"
    abroad = await customer("Foo Ltd", country="GB", phone="+44 20 7946 0000")
    assert (await point(abroad.id, "phone", "020 7946 0958")).value == "+44 20 7946 0958"


async def test_the_kind_is_read_from_the_number_where_nobody_says_it() -> None:
    one = await customer("春意")
    made = [
        await create(ContactPoint, {"customer": one.id, "value": text})
        for text in ("138 0013 8000", "0512 6288 1234", "a@example.com", "QQ 12345")
    ]
    assert [(str(each.kind), each.value) for each in made] == [
        ("mobile", "13800138000"),
        ("phone", "0512-62881234"),
        ("email", "a@example.com"),
        ("other", "QQ 12345"),
    ]


@pytest.mark.parametrize(("kind", "value"), [("mobile", "1380013800"), ("email", "nobody"), ("phone", "12")])
async def test_what_breaks_the_rules_is_refused(kind: str, value: str) -> None:
    one = await customer("春意")
    with pytest.raises(InvalidInput) as refused:
        await point(one.id, kind, value)
    assert set(refused.value.fields) == {"value"}
    assert await fetch_value("SELECT count(*) FROM crm_core_contact_point") == 0


async def test_a_company_that_only_warns_keeps_wrong_numbers(company: Company) -> None:
    company.settings["crm_core"] = {"wrong_numbers": "warn"}
    company.cache.clear()
    one = await customer("春意")
    assert (await point(one.id, "mobile", "1380013800")).value == "1380013800"


async def test_a_number_stands_once_at_a_customer() -> None:
    one = await customer("春意")
    made = await point(one.id, "mobile", "13800138000")
    with pytest.raises(InvalidInput) as refused:
        await point(one.id, "mobile", "138 0013 8000")
    assert set(refused.value.fields) == {"customer", "kind", "value"}
    assert [each.id for each in await find(ContactPoint)] == [made.id]


async def test_only_the_customers_own_contact_has_it() -> None:
    one, other = await customer("春意"), await customer("秋实")
    with elevated():
        theirs = await create(Contact, {"customer": other.id, "name": "Li"})
    with pytest.raises(InvalidInput) as refused:
        await point(one.id, "mobile", "13800138000", contact=theirs.id)
    assert set(refused.value.fields) == {"contact"}


async def test_who_sees_no_customer_sees_and_changes_none_of_its_numbers() -> None:
    owner, stranger = await user("Owner"), await user("Stranger")
    one = await customer("春意", owner=owner.id)
    with use_actor(owner):
        made = await point(one.id, "mobile", "13800138000")
        place = await create(Address, {"customer": one.id, "address": "江苏省泰州市靖江市人民路1号"})
    assert (place.province, place.city, place.district) == ("江苏省", "泰州市", "靖江市")
    with use_actor(stranger):
        for model, id in ((ContactPoint, made.id), (Address, place.id)):
            with pytest.raises(NotFound):
                await update(model, id, {"notes" if model is Address else "label": "x"})
            with pytest.raises(NotFound):
                await delete(model, id)
        with pytest.raises(InvalidInput):
            await point(one.id, "mobile", "13800138001")
    with use_actor(await user("Reader", (CorePermission.READ, CorePermission.SEE_ALL))):
        assert (await read(POINTS, made.id))["value"] == "138****8000"
        assert (await read(ADDRESSES, place.id))["address"] == "江苏省泰州市靖江市人民路1号"
        with pytest.raises(Forbidden):
            await point(one.id, "mobile", "13800138001")


async def test_a_covered_number_is_covered_where_it_names_its_record() -> None:
    one = await customer("春意")
    made = await point(one.id, "mobile", "13800138000")
    with use_actor(await user("Reader", (CorePermission.READ, CorePermission.SEE_ALL))):
        assert await labels(POINTS, [made.id]) == {made.id: "138****8000"}
    with use_actor(await user("Seller", (*SALES, CorePermission.SEE_ALL))):
        assert await labels(POINTS, [made.id]) == {made.id: "13800138000"}
        assert await label_of(POINTS, made.id) == f"#{made.id}"  # what others read


async def test_a_number_that_a_contact_got_after_a_merge_goes_back_with_it() -> None:
    kept, gone = await customer("春意"), await customer("春意二")
    with elevated():
        person = await create(Contact, {"customer": gone.id, "name": "Li"})
    with use_actor(await user("Boss", (*MANAGER, CorePermission.MERGE))):
        id = await merging.merge(kept.id, gone.id)
        new = await point(kept.id, "mobile", "13800138000", contact=person.id)
        await merging.undo(id)
    row = await fetch_row("SELECT customer_id, contact_id FROM crm_core_contact_point WHERE id = $1", new.id)
    assert row is not None and tuple(row) == (gone.id, person.id)


async def test_what_stays_with_a_merged_customer_is_not_followed_each_hour() -> None:
    kept, gone = await customer("春意"), await customer("春意二")
    for each in (kept, gone):
        await point(each.id, "mobile", "13800138000")
    with use_actor(await user("Boss", (*MANAGER, CorePermission.MERGE))):
        await merging.merge(kept.id, gone.id)
    assert await merging_jobs.follow() == 0


async def test_an_address_takes_either_kind_of_number() -> None:
    one = await customer("春意")
    values = {"customer": one.id, "address": "人民路1号"}
    assert (await create(Address, {**values, "phone": "138 0013 8000"})).phone == "13800138000"
    assert (await create(Address, {**values, "phone": "051262881234"})).phone == "0512-62881234"
    with pytest.raises(InvalidInput) as refused:
        await create(Address, {**values, "phone": "123", "postcode": "1"})
    assert set(refused.value.fields) == {"phone", "postcode"}


async def test_doubles_are_found_by_further_numbers() -> None:
    one = await customer("春意空调有限公司")
    await point(one.id, "mobile", "13800138000")
    await point(one.id, "email", "li@example.com")
    [by_phone] = await find_duplicates(name="别的公司", phones=("138-0013-8000",))
    [by_mail] = await find_duplicates(name="别的公司", email="LI@example.com")
    assert (by_phone.reasons, by_mail.reasons) == (["phone"], ["email"])


async def test_they_follow_a_merge_and_come_back() -> None:
    kept, gone = await customer("春意"), await customer("春意二")
    await point(kept.id, "mobile", "13800138000")
    same = await point(gone.id, "mobile", "13800138000")
    other = await point(gone.id, "mobile", "13800138001")
    place = await create(Address, {"customer": gone.id, "address": "人民路1号"})

    async def owners() -> list[int]:
        return [
            await fetch_value("SELECT customer_id FROM crm_core_contact_point WHERE id = $1", same.id),
            await fetch_value("SELECT customer_id FROM crm_core_contact_point WHERE id = $1", other.id),
            await fetch_value("SELECT customer_id FROM crm_core_address WHERE id = $1", place.id),
        ]

    with use_actor(await user("Boss", (*MANAGER, CorePermission.MERGE))):
        id = await merging.merge(kept.id, gone.id)
        assert await owners() == [gone.id, kept.id, kept.id]
        await merging.undo(id)
    assert await owners() == [gone.id] * 3


async def test_private_notes_are_for_those_who_may_read_them() -> None:
    seller = await user("Seller", (*SALES, CorePermission.SEE_PRIVATE))
    one = await customer("王五", kind="person", owner=seller.id)
    with use_actor(seller):
        await update(Customer, one.id, {"life_notes": "daughter starts school"})
    with use_actor(await user("Clerk", (*SALES, CorePermission.SEE_ALL))):
        assert "life_notes" not in await read(CUSTOMERS, one.id)
        with pytest.raises(InvalidInput) as refused:
            await update(Customer, one.id, {"life_notes": "x"})
        assert set(refused.value.fields) == {"life_notes"}


@pytest.mark.parametrize("take", [[], ["mobile"]])
async def test_numbers_that_nobody_chose_stay_known(take: list[str]) -> None:
    kept = await customer("春意", mobile="13800138000", email="a@example.com")
    gone = await customer("春意二", mobile="13800138001", email="a@example.com")
    other = "13800138000" if take else "13800138001"
    with use_actor(await user("Boss", (*MANAGER, CorePermission.MERGE))):
        id = await merging.merge(kept.id, gone.id, take)
        rows = await fetch("SELECT customer_id, kind, value FROM crm_core_contact_point")
        assert [tuple(row) for row in rows] == [(kept.id, "mobile", other)]
        assert await merging_jobs.follow() == 0
        await merging.undo(id)
    assert await fetch_value("SELECT count(*) FROM crm_core_contact_point") == 0
