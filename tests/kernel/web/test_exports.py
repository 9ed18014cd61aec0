"""Exports: what is in the file, who gets it, and the large ones that a worker writes."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import httpx
import openpyxl
import pytest
from sample_shop.models import Order, Shop, Stage

from guanxi import records
from guanxi.context import Company
from guanxi.db import execute, fetch, fetch_row, fetch_value
from guanxi.imports.blobs import NEEDED
from guanxi.jobs.worker import run_pending
from guanxi.views import exports
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser

ORDERS = "/sample_shop/orders/export"
HOSTILE = "=cmd|' /C calc'!A0"


async def take(browser: Browser, path: str, **form: str) -> httpx.Response:
    """The file in all columns as CSV, unless `form` says otherwise."""
    return await browser.post(path, data={"_csrf": await browser.csrf(), "format": "csv", "fields": "all", **form})


async def make_orders() -> None:
    shop = await records.create(Shop, {"name": "春意暖通", "code": "A"})
    for index, stage in enumerate(Stage):
        values = {"name": f"Order {index}", "owner_id": 1, "shop_id": shop.id, "total": 123450 + index, "stage": stage}
        await records.create(Order, {**values, "due_on": date(2026, 11, 22), "weight": Decimal("2.5")})


def sheet(answer: httpx.Response) -> list[list[object]]:
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


async def test_csv_holds_the_filtered_rows_and_no_formula(admin: Browser, in_shop: Company) -> None:
    await make_orders()
    await records.create(Order, {"name": "=1+1", "owner_id": 1})
    answer = await take(admin, f"{ORDERS}?stage=draft&view=3&group=stage&limit=1")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Name,Notes,Stage,Shop,Owner,Currency,Total")
    assert [line.partition(",")[0] for line in lines[1:]] == ["'=1+1", "Order 0"]
    assert ",1234.50," in lines[2] and ",2.5," in lines[2]
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''orders-20")


async def test_xlsx_has_types_and_no_formula(admin: Browser, in_shop: Company) -> None:
    await make_orders()
    moment = datetime(2026, 3, 1, 1, 30, tzinfo=UTC)
    values = {"name": HOSTILE, "notes": "http://evil.example", "owner_id": 1, "total": 10**15, "currency": "JPY"}
    await records.create(Order, {**values, "weight": Decimal("-0.125"), "shipped_at": moment})
    answer = await take(admin, f"{ORDERS}?sort=name", format="xlsx")
    headings, *rows = sheet(answer)
    by_name = {str(row[0]): dict(zip(headings, row, strict=True)) for row in rows}
    assert set(by_name) == {HOSTILE, "Order 0", "Order 1", "Order 2"}
    first, hostile = by_name["Order 0"], by_name[HOSTILE]
    assert (first["Total"], first["Weight"], first["Due on"]) == (1234.5, 2.5, datetime(2026, 11, 22))
    assert (first["Shop"], first["Stage"], first["Rush"]) == ("春意暖通", "Draft", "No")
    assert (hostile["Total"], hostile["Weight"]) == ("1000000000000000", -0.125)
    assert hostile["Shipped at"] == moment.astimezone(in_shop.zone).replace(tzinfo=None)
    assert hostile["Notes"] == "http://evil.example"
    cells = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert cells is not None
    kinds = {cell.data_type for row in cells.iter_rows() for cell in row}
    assert kinds == {"s", "n", "d"}
    money = [cell.number_format for row in cells.iter_rows() for cell in row if cell.value == 1234.5]
    assert money == ['#,##0.00 "CNY"']


async def test_columns_of_the_list_or_all(admin: Browser, in_shop: Company) -> None:
    await make_orders()
    page = await admin.get(f"{ORDERS}?columns=due_on,name&stage=open")
    shown = text_of(page.text)
    assert "1 record" in shown and "Those of the list: Due on, Name" in shown
    form = forms_in(page.text)["/sample_shop/orders/export?columns=due_on%2Cname&amp;stage=open".replace("&amp;", "&")]
    answer = await admin.post(
        f"{ORDERS}?columns=due_on,name&stage=open", data={**form, "format": "csv", "fields": "list"}
    )
    assert answer.content.decode("utf-8-sig").splitlines() == ["Due on,Name", "2026-11-22,Order 1"]
    plain = await take(admin, ORDERS, fields="list")
    assert plain.content.decode("utf-8-sig").splitlines()[0] == "Name,Shop,Stage,Total,Due on"


async def test_chosen_records_only(admin: Browser, user_of: MakeBrowser) -> None:
    await make_orders()
    foreign = await fetch_value("SELECT max(id) FROM sample_shop_order")
    csrf = await admin.csrf()
    asked = await admin.post(ORDERS, data={"_csrf": csrf, "chosen": ["1", "3"]})
    assert asked.status_code == 200 and "2 records" in text_of(asked.text)
    answer = await admin.post(ORDERS, data={**forms_in(asked.text)[ORDERS], "format": "csv", "fields": "list"})
    assert [line[:7] for line in answer.content.decode("utf-8-sig").splitlines()] == ["Name,Sh", "Order 0", "Order 2"]
    seller = await user_of("sample_shop.read")
    assert len((await take(seller, ORDERS, ids=str(foreign))).content.splitlines()) == 1


@pytest.mark.parametrize("form", [{"format": "pdf"}, {"fields": "some"}, {"ids": "1,x"}, {"ids": "9" * 30}])
async def test_wrong_choices_are_refused(admin: Browser, in_shop: Company, form: dict[str, str]) -> None:
    await make_orders()
    before = await fetch_value("SELECT count(*) FROM guanxi_audit")
    assert (await take(admin, ORDERS, **form)).status_code == 422
    assert (await take(admin, f"{ORDERS}?nothing=1")).status_code == 422
    assert await fetch_value("SELECT count(*) FROM guanxi_audit") == before


async def test_fields_that_one_may_not_read_are_not_there(user_of: MakeBrowser) -> None:
    await make_orders()
    seller = await user_of("sample_shop.read", "sample_shop.see_all")
    for kind in ("csv", "xlsx"):
        answer = await take(seller, ORDERS, format=kind)
        text = str(sheet(answer)) if kind == "xlsx" else answer.text
        assert "Order 0" in text and "Margin" not in text and "PIN" not in text
    assert (await take(seller, f"{ORDERS}?columns=margin", fields="list")).status_code == 422


async def test_an_export_is_noted_with_its_rows(admin: Browser, in_shop: Company) -> None:
    await make_orders()
    await take(admin, f"{ORDERS}?stage=open", format="xlsx", fields="list")
    entry = await fetch_row("SELECT * FROM guanxi_audit WHERE action = 'export'")
    assert entry is not None
    assert (entry["resource"], entry["record_id"], entry["actor_id"]) == ("sample_shop/orders", None, 1)
    fields = ["name", "shop", "stage", "total", "due_on"]
    assert entry["after"] == {"rows": 1, "format": "xlsx", "fields": fields}


async def test_an_export_of_too_many_rows_is_refused(
    admin: Browser, in_shop: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await make_orders()
    monkeypatch.setattr(exports, "EXPORT_CAP", 2)
    for answer in (await admin.get(ORDERS), await take(admin, ORDERS)):
        assert answer.status_code == 422 and "content-disposition" not in answer.headers
        assert "At most 2 rows can be exported at once." in text_of(answer.text)
    assert len((await take(admin, f"{ORDERS}?stage=open")).content.splitlines()) == 2


async def many_shops() -> None:
    await records.create(Shop, {"name": "Shop 1", "code": "C1"})
    await execute(
        "INSERT INTO sample_shop_shop SELECT (jsonb_populate_record(t, jsonb_build_object("
        "'id', n, 'name', 'Shop ' || n, 'code', 'C' || n))).* FROM sample_shop_shop t, generate_series(1000, 6049) n"
    )


async def start(browser: Browser, kind: str) -> str:
    path = "/sample_shop/shops/export?sort=-id"
    asked = await browser.get(path)
    assert "written in the background" in asked.text
    form = {**forms_in(asked.text)[path], "format": kind, "fields": "all"}
    answers = [await browser.post(path, data=form) for _press in range(2)]
    assert len({answer.headers["location"] for answer in answers}) == 1
    return answers[0].headers["location"]


async def test_a_large_one_is_a_job_that_ends_in_a_file(admin: Browser, user_of: MakeBrowser) -> None:
    await many_shops()
    page = await start(admin, "csv")
    waiting = await admin.get(page)
    assert "This page follows it." in waiting.text and 'http-equiv="refresh"' in waiting.text
    assert (await admin.get(f"{page}/file")).status_code == 404
    await run_pending(10)
    done = await admin.get(page)
    assert "5,051 rows" in text_of(done.text) and "refresh" not in done.text
    answer = await admin.get(f"{page}/file")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert (answer.status_code, len(lines), len(set(lines))) == (200, 1 + 5050 + 1, 1 + 5050 + 1)
    assert "Shop 6049" in lines[1] and "Shop 1," in lines[-1]
    told = await fetch("SELECT user_id, href, kind FROM guanxi_notification")
    assert [tuple(row) for row in told] == [(1, page, "job")]
    noted = await fetch("SELECT after, actor_id FROM guanxi_audit WHERE action = 'export'")
    assert [(row["after"]["rows"], row["actor_id"]) for row in noted] == [(5051, 1)]
    other = await user_of("sample_shop.read", "guanxi.jobs.manage")
    assert (await other.get(page)).status_code == 404
    assert (await other.get(f"{page}/file")).status_code == 404


async def test_run_again_it_tells_and_notes_once(admin: Browser, in_shop: Company) -> None:
    await many_shops()
    page = await start(admin, "xlsx")
    await run_pending(10)
    await execute("UPDATE guanxi_job SET state = 'waiting', result = NULL WHERE name = 'guanxi.export'")
    await run_pending(10)
    assert await fetch_value("SELECT count(*) FROM guanxi_notification") == 1
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE action = 'export'") == 1
    headings, *rows = sheet(await admin.get(f"{page}/file"))
    assert (headings, len(rows), rows[0]) == (["Name", "Code"], 5051, ["Shop 6049", "C6049"])


async def test_the_file_is_kept_for_a_week(admin: Browser, in_shop: Company) -> None:
    await many_shops()
    page = await start(admin, "csv")
    await run_pending(10)
    digest = await fetch_value("SELECT result->>'file' FROM guanxi_job WHERE name = 'guanxi.export'")
    assert digest in {row["sha256"] for row in await fetch(NEEDED)}
    await execute("UPDATE guanxi_job SET finished_at = finished_at - $1::interval", timedelta(days=7, minutes=1))
    assert digest not in {row["sha256"] for row in await fetch(NEEDED)}
    assert "The file was deleted after 7 days." in text_of((await admin.get(page)).text)
    assert (await admin.get(f"{page}/file")).status_code == 404


async def test_it_is_written_with_the_rights_that_are_left(user_of: MakeBrowser) -> None:
    await many_shops()
    seller = await user_of("sample_shop.read")
    page = await start(seller, "csv")
    await execute("UPDATE guanxi_role SET permissions = '[]' WHERE name = 'user0'")
    await run_pending(10)
    assert await fetch_value("SELECT state FROM guanxi_job WHERE name = 'guanxi.export'") == "waiting"
    assert "This page follows it." in (await seller.get(page)).text
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE action = 'export'") == 0


async def test_roles_limit_how_many_rows_are_taken_in_a_day(user_of: MakeBrowser, in_shop: Company) -> None:
    clerk = await user_of("sample_shop.read", "sample_shop.see_all")
    await make_orders()
    await execute("UPDATE guanxi_role SET export_rows = 5 WHERE name = 'user0'")
    first = await take(clerk, ORDERS)
    assert first.status_code == 200 and first.content.count(b"\r\n") == 1 + len(Stage)
    assert "User0" in first.headers["content-disposition"]
    refused = await take(clerk, ORDERS)
    assert refused.status_code == 409 and "5 rows a day; 2 are left today." in refused.text
    assert (await take(clerk, f"{ORDERS}?stage=draft")).status_code == 200
    taken = await fetch("SELECT after ->> 'rows' AS rows FROM guanxi_audit WHERE action = 'export' ORDER BY id")
    assert [row["rows"] for row in taken] == [str(len(Stage)), "1"]
    await execute("UPDATE guanxi_role SET export_rows = NULL WHERE name = 'user0'")
    assert (await take(clerk, ORDERS)).status_code == 200


async def test_two_exports_at_once_do_not_pass_the_limit(user_of: MakeBrowser, in_shop: Company) -> None:
    clerk = await user_of("sample_shop.read", "sample_shop.see_all")
    await make_orders()
    await execute("UPDATE guanxi_role SET export_rows = $1 WHERE name = 'user0'", len(Stage) + 1)
    answers = await asyncio.gather(*(take(clerk, ORDERS) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_a_large_export_over_the_limit_ends_with_the_reason(
    user_of: MakeBrowser, in_shop: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "AT_ONCE", 1)
    clerk = await user_of("sample_shop.read", "sample_shop.see_all")
    await make_orders()
    await execute("UPDATE guanxi_role SET export_rows = 2 WHERE name = 'user0'")
    refused = await take(clerk, ORDERS)
    assert refused.status_code == 409 and "2 rows a day; 2 are left today." in refused.text
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'guanxi.export'") == 0
