"""vCard files in and out of contacts and customers."""

from __future__ import annotations

import pytest

from crm_core.contact_models import Address, ContactPoint
from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.vcard_export import contacts_file, customers_file
from crm_core.vcard_reading import parse_cards
from guanxi import Actor, create, elevated, execute, fetch, fetch_value, find, use_actor
from guanxi.company import Directory
from guanxi.imports import dry_run, start_import
from guanxi.jobs import run_pending
from tests.crm_core.browsing import signed_in
from tests.crm_core.support import MANAGER, SALES, customer, user

pytestmark = pytest.mark.usefixtures("inside")
FILE = (
    "BEGIN:VCARD\nVERSION:3.0\nUID:a-1\nFN:王小明\nORG:靖江市春意空调有限公司;销售部\nTITLE:经理\n"
    "TEL;TYPE=CELL:+86 138 1234 5678\nTEL;TYPE=WORK:+86 523 8456 7890\nEMAIL:Wang@Example.com\nNOTE:老客户\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:2.1\nN:Li;Na;;;\nTEL;CELL:13900000002\nBDAY:1990-05-03\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:坏号码\nTEL;TYPE=CELL:1234\nEND:VCARD\n"
).encode()
CARDS = "crm_core/vcards"


async def _boss() -> Actor:
    """Jobs look up what their author may do."""
    boss = await user("Boss", MANAGER)
    await execute("UPDATE guanxi_user SET administrator = true WHERE id = $1", boss.id)
    return boss


async def _counts() -> tuple[int, int]:
    return (
        await fetch_value("SELECT count(*) FROM crm_core_customer"),
        await fetch_value("SELECT count(*) FROM crm_core_contact"),
    )


async def test_a_dry_run_says_what_each_card_becomes_and_writes_nothing() -> None:
    with use_actor(await user("Boss", MANAGER)):
        found = await dry_run(CARDS, "a.vcf", FILE)
    assert (found.rows, found.created, found.skipped) == (3, 2, 1)
    assert [(each.row, each.column) for each in found.problems] == [(3, "mobile")]
    assert await _counts() == (0, 0)


async def test_the_same_file_again_changes_nothing() -> None:
    boss = await _boss()
    for _again in range(2):
        with use_actor(boss):
            await start_import(CARDS, "a.vcf", FILE)
        await run_pending(10)
    jobs = await fetch("SELECT result FROM guanxi_job WHERE name = 'guanxi.import' ORDER BY id")
    results = [row["result"] for row in jobs]
    assert [(each["created"], each["updated"], each["unchanged"], each["skipped"]) for each in results] == [
        (2, 0, 0, 1),
        (0, 0, 2, 1),
    ]
    with use_actor(boss):
        [wang] = await find(Contact)
        company, li = await find(Customer, order="id")
    assert (wang.name, wang.job_title, wang.mobile, wang.phone, wang.email, wang.notes) == (
        *("王小明", "经理", "13812345678", "0523-84567890", "wang@example.com", "老客户"),
    )
    assert (company.name, company.trade_name, company.phone, wang.customer_id) == (
        *("靖江市春意空调有限公司", "春意", "0523-84567890"),
        company.id,
    )
    assert (li.name, li.kind, li.mobile, li.birth_month, li.birth_day) == ("Na Li", "person", "13900000002", 5, 3)


async def test_a_card_changes_what_it_says_and_a_card_without_uid_is_found_by_name_and_number() -> None:
    made = await customer("靖江市春意空调有限公司")
    with elevated():
        await create(Contact, {"customer": made.id, "name": "王小明", "mobile": "13812345678", "wechat": "wxm"})
    card = FILE.replace(b"UID:a-1\n", b"").partition(b"BEGIN:VCARD\nVERSION:2.1")[0]
    with use_actor(await _boss()):
        await start_import(CARDS, "a.vcf", card)
    await run_pending(10)
    [wang] = await find(Contact)
    assert (wang.job_title, wang.wechat, wang.mobile) == ("经理", "wxm", "13812345678")


async def test_a_customer_of_somebody_else_is_not_touched() -> None:
    other = await user("Other")
    await customer("靖江市春意空调有限公司", owner=other.id)
    narrow = await user("Narrow", (*SALES, CorePermission.IMPORT))
    with use_actor(narrow):
        found = await dry_run(CARDS, "a.vcf", FILE)
    assert [(each.row, each.column, str(each.reason)) for each in found.problems[:1]] == [
        (1, "organization", "This customer is there already; Other holds it.")
    ]


async def test_what_is_exported_is_imported_again_without_a_change() -> None:
    made = await customer("靖江市春意空调有限公司", address="人民路 1 号; 2 楼", tags=["vip", "老客户"])
    person = await customer("李 娜", kind="person", mobile="13900000002", birth_month=5, birth_day=3, phone="")
    with elevated():
        values = {"name": "欧阳小明", "mobile": "13812345678", "notes": "a\nb,c"}
        wang = await create(Contact, {"customer": made.id, **values})
    boss = await user("Boss", MANAGER)
    with use_actor(boss):
        content = await contacts_file([wang.id]) + await customers_file([person.id, made.id], "4.0")
        found = await dry_run(CARDS, "a.vcf", content)
    assert (found.created, found.updated, found.unchanged, found.problems) == (0, 0, 3, [])
    contact, li, company = parse_cards(content)
    assert (contact.name.family, contact.name.given, contact.note) == ("欧阳", "小明", "a\nb,c")
    assert li.birthday is not None and company.is_organization and company.tags == ("vip", "老客户")
    assert b"Boss//EN" in content.replace(b"\r\n ", b"")


async def test_the_list_offers_a_file_of_what_it_shows_and_the_audit_counts_it(directory: Directory) -> None:
    made = await customer("靖江市春意空调有限公司")
    await customer("Northwind Traders Ltd.")
    async with signed_in(directory) as admin:
        path = "/crm_core/customers/export?q=春意"
        assert "vCard file" in (await admin.get(path)).text
        answer = await admin.post(path, data={"format": "vcf", "_csrf": await admin.csrf()})
        token = {"X-CSRF-Token": await admin.csrf()}
        by_api = await admin.post("/api/v1/crm_core/vcards/customers", json={"kind": "organization"}, headers=token)
        foreign = await admin.post("/api/v1/crm_core/vcards/contacts", json={"customer": 999}, headers=token)
        wrong = await admin.post("/api/v1/crm_core/vcards/contacts", json={"version": "2.1"}, headers=token)
    assert answer.headers["content-type"] == "text/vcard; charset=utf-8"
    assert [card.full_name for card in parse_cards(answer.content)] == [made.name]
    names = [card.full_name for card in parse_cards(by_api.json()["vcards"].encode())]
    assert (by_api.status_code, by_api.json()["count"], names) == (200, 2, ["Northwind Traders Ltd.", made.name])
    assert (foreign.status_code, wrong.status_code) == (404, 422)
    rows = await fetch("SELECT after FROM guanxi_audit WHERE action = 'export' ORDER BY id")
    assert [(row["after"]["rows"], row["after"]["format"]) for row in rows] == [(1, "vcf"), (2, "vcf")]


async def test_cards_leave_out_the_numbers_that_one_may_not_see() -> None:
    made = await customer("靖江市春意空调有限公司", email="info@example.com")
    with elevated():
        wang = await create(Contact, {"customer": made.id, "name": "王小明", "mobile": "13812345678", "wechat": "wxm"})
    with use_actor(await user("Viewer", (CorePermission.READ, CorePermission.SEE_ALL))):
        content = await contacts_file([wang.id]) + await customers_file([made.id])
    assert [(card.full_name, card.phones, card.emails, card.wechat) for card in parse_cards(content)] == [
        ("王小明", (), (), ""),
        (made.name, (), (), ""),
    ]


MANY = (
    "BEGIN:VCARD\nVERSION:3.0\nUID:m-1\nFN:王五\nN:王;五;;;\n"
    "TEL;TYPE=cell:13800138000\nTEL;TYPE=cell:+86 138 0013 8001\n"
    "TEL;TYPE=work:0512-62881234\nTEL;TYPE=work:0512-62885678\nEMAIL:a@example.com\nEMAIL:B@example.com\n"
    "ADR:;;人民路1号;靖江市;江苏省;214500;CN\nADR:;;世纪大道2号;上海市;;;CN\nEND:VCARD\n"
).encode()


async def test_nothing_of_a_card_with_several_numbers_and_addresses_is_lost() -> None:
    boss = await _boss()
    for _again in range(2):
        with use_actor(boss):
            await start_import(CARDS, "a.vcf", MANY)
        await run_pending(10)
    with use_actor(boss):
        [wang] = await find(Customer)
        points = await find(ContactPoint, order="id")
        [place] = await find(Address)
        [card] = parse_cards(await customers_file([wang.id]))
    assert (wang.mobile, wang.phone, wang.email) == ("13800138000", "0512-62881234", "a@example.com")
    assert [(str(point.kind), point.value) for point in points] == [
        ("mobile", "13800138001"),
        ("phone", "0512-62885678"),
        ("email", "b@example.com"),
    ]
    assert (place.address, place.city) == ("上海市 世纪大道2号", "上海市")
    assert [number.text for number in card.phones] == ["13800138000", "0512-62881234", "13800138001", "0512-62885678"]
    assert card.emails == ("a@example.com", "b@example.com")
    assert [each.street for each in card.addresses] == ["江苏省 靖江市 人民路1号", "上海市 世纪大道2号"]
    with use_actor(boss):
        found = await dry_run(CARDS, "a.vcf", await customers_file([wang.id]))
    assert (found.created, found.updated, found.unchanged, found.problems) == (0, 0, 1, [])


async def test_who_may_not_see_numbers_takes_no_further_ones_out() -> None:
    made = await customer("王五", kind="person")
    with elevated():
        await create(ContactPoint, {"customer": made.id, "kind": "mobile", "value": "13800138000"})
    reader = (CorePermission.READ, CorePermission.SEE_ALL)
    with use_actor(await user("Reader", reader)):
        [card] = parse_cards(await customers_file([made.id]))
    assert card.phones == ()
