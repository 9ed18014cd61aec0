"""The import of customers."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from crm_core.importing import write
from crm_core.models import Customer
from crm_core.numbers import tax_check_character
from crm_core.permissions import CorePermission
from guanxi import (
    Company,
    ImportResult,
    ImportRow,
    create,
    elevated,
    fetch,
    fetch_row,
    fetch_value,
    find,
    transaction,
    use_actor,
)
from guanxi.company import Directory
from guanxi.context import SYSTEM, use_company
from guanxi.custom.models import CustomField
from guanxi.imports import start_import
from guanxi.jobs.worker import run_pending
from tests.crm_core.support import MANAGER, SALES, customer, user

pytestmark = pytest.mark.usefixtures("inside")


async def _import(*rows: dict[str, Any], first: int = 2) -> ImportResult:
    async with transaction():
        return await write([ImportRow(first + index, row) for index, row in enumerate(rows)])


def _problems(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, str(problem.reason)) for problem in result.problems]


async def test_rows_become_customers_and_a_second_run_changes_nothing() -> None:
    boss, li = await user("Boss", MANAGER), await user("Li")
    rows: list[dict[str, Any]] = [
        {
            "name": "靖江市春意空调有限公司",
            "external_id": "A1",
            "phone": "０５２３－８４５６７８９０",
            "level": "重点客户",
            "owner": li.id,
        },
        {"name": "Northwind Traders Ltd.", "country": "US", "phone": "+1 415 555 0101", "industry": "services"},
        {"name": "张三", "kind": "person", "mobile": "13812345678", "email": "Z@S.cn", "website": "", "region": None},
    ]
    with use_actor(boss):
        first = await _import(*rows)
        audits = await fetch_value("SELECT count(*) FROM guanxi_audit")
        second = await _import(*rows)
    assert (first.created, first.updated, first.unchanged, first.problems) == (3, 0, 0, [])
    assert (second.created, second.updated, second.unchanged, second.problems) == (0, 0, 3, [])
    assert await fetch_value("SELECT count(*) FROM guanxi_audit") == audits
    made = await find(Customer)
    assert [(each.trade_name, each.owner_id, each.phone, each.mobile, each.locale) for each in made] == [
        ("春意", li.id, "0523-84567890", "", "zh_CN"),
        ("Northwind Traders", boss.id, "+1 415-555-0101", "", "en"),
        ("张三", boss.id, "", "13812345678", "zh_CN"),
    ]
    assert [each.code[-5:] for each in made] == ["00001", "00002", "00003"]
    levels = await fetch("SELECT t.name FROM crm_core_customer c JOIN crm_core_term t ON t.id = c.level_id")
    assert [row["name"] for row in levels] == ["Key account"]


async def test_a_row_changes_what_it_says_and_leaves_the_rest() -> None:
    boss = await user("Boss", MANAGER)
    with use_actor(boss):
        await _import({"name": "春意空调", "external_id": "A1", "phone": "0523-84567890", "address": "人民路 1 号"})
        result = await _import({"name": "春意冷气", "external_id": "A1", "mobile": "13812345678", "address": ""})
    assert (result.created, result.updated) == (0, 1)
    [made] = await find(Customer)
    assert (made.name, made.trade_name, made.phone, made.mobile) == (
        *("春意冷气", "春意冷气", "0523-84567890"),
        "13812345678",
    )
    assert (made.address, made.revision) == ("人民路 1 号", 2)
    entry = await fetch_row(
        "SELECT actor_name, before, after FROM guanxi_audit WHERE action = 'update' AND resource = 'crm_core/customers'"
    )
    assert entry is not None
    assert (entry["actor_name"], entry["before"]["name"], entry["after"]["mobile"]) == (
        "Boss",
        "春意空调",
        "13812345678",
    )
    assert "address" not in entry["after"]


async def test_matched_by_tax_number_then_by_name() -> None:
    tax = "91350100M000100Y43"
    with elevated():
        one = await customer("春意空调", tax_number=tax)
        two = await customer("秋实食品")
    with use_actor(await user("Boss", MANAGER)):
        result = await _import(
            {"name": "春意空调有限公司", "tax_number": tax, "external_id": "A1"},
            {"name": "秋 实 食品", "external_id": "A2"},
        )
        again = await _import({"name": "秋实食品", "external_id": "A3", "phone": "0512-62881234"}, first=9)
    assert (result.updated, result.problems) == (2, [])
    made = {each.external_id: each.id for each in await find(Customer)}
    assert made == {"A1": one.id, "A2": two.id}
    assert _problems(again) == [(9, "name", f"This customer is there already as {two.code}.")]


async def test_people_of_one_name_are_told_apart_by_their_numbers() -> None:
    rows = [
        {"name": "张伟", "kind": "person", "mobile": "13812345678"},
        {"name": "张伟", "kind": "person", "mobile": "13987654321"},
        {"name": "张 伟", "kind": "person", "mobile": "13987654321"},
    ]
    with use_actor(await user("Boss", MANAGER)):
        first = await _import(*rows)
        again = await _import(*rows[:2], {"name": "张伟", "kind": "person", "email": "z@w.cn", "mobile": "13987654321"})
    assert (first.created, _problems(first)) == (2, [(4, "name", "Row 3 is the same customer.")])
    assert (again.unchanged, again.updated, _problems(again)) == (2, 0, [(4, "name", "Row 3 is the same customer.")])
    assert await fetch_value("SELECT count(*) FROM crm_core_customer") == 2


async def test_an_import_fills_what_doubles_are_found_by() -> None:
    with use_actor(await user("Boss", MANAGER)):
        await _import({"name": "靖江市春意空调有限公司", "external_id": "A1", "phone": "0523-84567890"})
        await _import({"name": "无锡秋实食品有限公司", "external_id": "A1"})
    row = await fetch_row("SELECT name_key, name_sound, name_place FROM crm_core_customer")
    assert row is not None and tuple(row) == ("无锡秋实食品有限公司", "qiushi", "无锡")
    audit = await fetch_row("SELECT after FROM guanxi_audit WHERE action = 'update'")
    assert audit is not None and "name_sound" not in audit["after"]


async def test_rows_with_problems_say_column_and_reason_and_the_others_are_taken() -> None:
    li = await user("Li", (*SALES, CorePermission.IMPORT))
    wang = await user("Wang")
    with elevated():
        await customer("秋实食品", owner=wang.id)
    with use_actor(li):
        result = await _import(
            {"name": "春意空调", "phone": "62881234"},
            {"name": "春意空调", "mobile": "13812345678"},
            {"name": "春意 空调", "mobile": "13812345679"},
            {"name": "夏至", "mobile": "1381234567", "postcode": "2145"},
            {"name": "冬雪", "level": "Gold", "mobile": "13812345678"},
            {"name": "无电话"},
            {"name": "秋实食品", "mobile": "13812345678"},
            {"name": "别人的", "mobile": "13812345678", "owner": wang.id},
        )
    assert result.created == 1
    assert _problems(result) == [
        (2, "phone", "Enter the area code and 7 or 8 digits, without a plus sign, such as 0512-62881234."),
        (5, "mobile", "A mobile number has exactly 11 digits."),
        (5, "postcode", "A postcode has exactly 6 digits."),
        (6, "level", "There is no such term; add it first."),
        (9, "owner", "You may only import customers of your own."),
        (4, "name", "Row 3 is the same customer."),
        (7, "mobile", "Enter a mobile number or a landline number."),
        (8, "name", "This customer is there already; Wang holds it."),
    ]


async def test_an_import_is_set_based() -> None:
    rows = [
        {
            "name": f"江苏{chr(19968 + n % 5000)}{n}科技有限公司",
            "external_id": f"E{n}",
            "phone": f"0512-{62000000 + n}",
            "email": f"c{n}@example.com",
            "address": f"苏州市人民路 {n} 号",
            "tax_number": _tax(n),
            "industry": "制造业",
        }
        for n in range(4000)
    ]
    with use_actor(await user("Boss", MANAGER)):
        started = time.perf_counter()
        for begin in (0, 2000):
            result = await _import(*rows[begin : begin + 2000], first=2 + begin)
            assert (result.created, result.problems) == (2000, [])
        created = time.perf_counter() - started
        started = time.perf_counter()
        result = await _import(*rows[:2000])
        unchanged = time.perf_counter() - started
    assert result.unchanged == 2000
    print(f"{4000 / created:.0f} new rows/s, {2000 / unchanged:.0f} unchanged rows/s")
    assert 4000 / created > 500


def _tax(number: int) -> str:
    first = f"91320500M{number:08}"
    return first + tax_check_character(first)


async def test_tags_and_the_companys_own_fields_come_in_by_file(company: Company, directory: Directory) -> None:
    kinds = {"Size": "decimal", "Since": "date", "Loud": "boolean", "Words": "text"}
    for label, kind in kinds.items():
        with elevated():
            await create(CustomField, {"resource": "crm_core/customers", "label": label, "kind": kind})
    text = "公司名称,联系电话,标签,Size,Since,Loud,Words\n春意空调有限公司,0523-84567890,vip;展会,1.50,2026-01-31,是,\n"
    with use_company(await directory.refresh("test")), use_actor(SYSTEM):
        for _time in range(2):
            await start_import("crm_core/customers", "a.csv", text.encode())
            await run_pending()
        more = "公司名称,Size,Words\n春意空调有限公司,2,安静\n".encode()
        await start_import("crm_core/customers", "b.csv", more)
        await run_pending()
        row = await fetch_row("SELECT revision, tags, x_size, x_since, x_loud, x_words FROM crm_core_customer")
        entries = await fetch("SELECT before, after FROM guanxi_audit WHERE action = 'update' AND record_id > 0")
    assert row is not None and dict(row) == {
        **{"revision": 2, "tags": ["vip", "展会"], "x_size": 2, "x_since": date(2026, 1, 31), "x_loud": True},
        "x_words": "安静",
    }
    changed = [entry for entry in entries if "x_words" in entry["after"]]
    assert [set(entry["after"]) for entry in changed] == [{"x_size", "x_words"}]


async def test_place_and_birthday_are_imported_and_the_place_follows_the_address() -> None:
    row = {"name": "王五", "kind": "person", "mobile": "13800138000", "address": "江苏省泰州市靖江市人民路1号"}
    birthday = {"gender": "female", "birth_calendar": "lunar", "birth_month": 2, "birth_day": 30}
    with use_actor(await user("Boss", MANAGER)):
        assert (await _import({**row, **birthday})).created == 1
        for part in ({"birth_calendar": "solar"}, {"birth_day": 31}):  # with what is stored already
            assert _problems(await _import({**row, **part})) == [(2, "birth_day", "There is no such day.")]
        assert (await _import({**row, "birth_month": 2, "birth_day": 30})).unchanged == 1
        [made] = await find(Customer)
        assert (made.province, made.district, made.gender, made.birth_calendar) == (
            *("江苏省", "靖江市", "female", "lunar"),
        )
        assert (await _import({**row, **birthday})).unchanged == 1
        assert (await _import({**row, "address": "上海市浦东新区1号"})).updated == 1
        [moved] = await find(Customer)
    assert (moved.city, moved.district, moved.birth_day) == ("上海市", "浦东新区", 30)


async def test_a_foreign_customers_row_needs_no_country_once_it_is_there() -> None:
    row = {"name": "Maple Data Corp.", "phone": "(415) 555-0101", "postcode": "94105"}
    with use_actor(await user("Boss", MANAGER)):
        assert (await _import({**row, "country": "美国"})).created == 1
        assert (await _import(row)).unchanged == 1
        [made] = await find(Customer)
        assert (made.country, made.phone) == ("US", "+1 415-555-0101")
        assert _problems(await _import({"name": "X", "country": "Atlantis", "phone": "+1 415 555 0102"})) == [
            (2, "country", "Two letters of ISO 3166, such as CN or DE.")
        ]
