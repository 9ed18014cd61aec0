"""Phone numbers and addresses are covered for roles that may not see them (138****8000): on every way to a screen."""

from __future__ import annotations

import pytest

from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.views import CONTACTS, CUSTOMERS
from guanxi import Actor, InvalidInput, create, elevated, get, update, use_actor
from guanxi.records import ListQuery, page, parse_list_query, read
from guanxi.records.grouping import parse_groups
from guanxi.records.query import search_condition
from guanxi.records.shape import shapes_of
from guanxi.records.values import Wrong
from guanxi.views.editing import is_inline
from guanxi.views.exports import as_texts, export_of
from guanxi.views.forms import form_page
from tests.crm_core.support import SALES, customer, user

pytestmark = pytest.mark.usefixtures("inside")
CLERK = tuple(permission for permission in SALES if permission is not CorePermission.SEE_NUMBERS)
OPEN = {"mobile": "13800138000", "phone": "0512-62881234", "email": "li.na@example.com", "fax": ""}
COVERED = {"mobile": "138****8000", "phone": "051******1234", "email": "l***@example.com", "fax": ""}


@pytest.fixture
async def clerk() -> Actor:
    return await user("Clerk", (*CLERK, CorePermission.SEE_ALL))


@pytest.fixture
async def one(company: object) -> Customer:
    return await customer("靖江市春意空调有限公司", **OPEN)


async def test_what_is_read_listed_and_exported_is_covered(one: Customer, clerk: Actor) -> None:
    with use_actor(clerk):
        row = await read(CUSTOMERS, one.id)
        assert {name: row[name] for name in OPEN} == COVERED
        [listed] = (await page(CUSTOMERS, ListQuery(columns=tuple(OPEN)))).rows
        assert {name: listed[name] for name in OPEN} == COVERED
        export = await export_of(CUSTOMERS, [("columns", "name,mobile")], "list")
        texts = [line async for part in as_texts(export) for line in part]
    assert texts == [["Full name", "Mobile"], ["靖江市春意空调有限公司", "138****8000"]]
    with use_actor(await user("Seller", (*SALES, CorePermission.SEE_ALL))):
        row = await read(CUSTOMERS, one.id)
    assert {name: row[name] for name in OPEN} == OPEN


async def test_contacts_are_covered_too(one: Customer, clerk: Actor) -> None:
    with elevated():
        contact = await create(Contact, {"customer": one.id, "name": "Li", "mobile": "13900139000", "wechat": "lina"})
    with use_actor(clerk):
        row = await read(CONTACTS, contact.id)
    assert (row["mobile"], row["wechat"]) == ("139****9000", "l***")


async def test_nothing_is_found_by_a_part_of_what_is_covered(one: Customer, clerk: Actor) -> None:
    async def found(text: str) -> int:
        query = ListQuery(where=search_condition(CUSTOMERS, text), columns=("name",))
        return len((await page(CUSTOMERS, query)).rows)

    with use_actor(clerk):
        assert [await found(text) for text in ("1380013", "0512-6288", "li.na@")] == [0, 0, 0]
        assert [await found(text) for text in OPEN.values() if text] == [1, 1, 1]
        for asked in ("mobile=13800138000", "mobile.starts=138", "sort=mobile", "email.null=0"):
            with pytest.raises(InvalidInput):
                parse_list_query(CUSTOMERS, [tuple(asked.split("="))])  # type: ignore[list-item]
        with pytest.raises(Wrong):
            parse_groups(CUSTOMERS, "mobile")
    with use_actor(await user("Seller", (*SALES, CorePermission.SEE_ALL))):
        assert [await found(text) for text in ("1380013", "0512-6288", "li.na@")] == [1, 1, 1]


async def test_a_form_shows_it_and_takes_no_change_of_it(one: Customer, clerk: Actor) -> None:
    with use_actor(clerk):
        shown = await form_page(CUSTOMERS, one.id)
        inputs = {item.name: item for section in shown.sections for item in section.inputs}
        assert (inputs["mobile"].text, inputs["mobile"].readonly) == ("138****8000", True)
        assert not inputs["name"].readonly
        assert not is_inline(CUSTOMERS, shapes_of(CUSTOMERS)["mobile"])
        assert shown.timeline is not None
        assert all(str(change.label) != "Mobile" for entry in shown.timeline.entries for change in entry.changes)
        await update(Customer, one.id, {"name": "靖江市春意暖通有限公司"})
    assert (await get(Customer, one.id)).mobile == "13800138000"


async def test_who_registers_a_customer_gives_its_number(clerk: Actor) -> None:
    with use_actor(clerk):
        made = await create(Customer, {"name": "新客户有限公司", "mobile": "13712345678"})
        assert (await read(CUSTOMERS, made.id))["mobile"] == "137****5678"
