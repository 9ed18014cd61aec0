"""Lists and forms of records, as people use them without scripts."""

from __future__ import annotations

import asyncio
from datetime import date
from decimal import Decimal

from sample_shop.models import Order, Shop, Stage

from guanxi import records
from guanxi.context import Company
from guanxi.db import count_statements, fetch, fetch_row, fetch_value
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser

NEW = "/sample_shop/orders/new"


async def make_orders(number: int) -> None:
    shop = await records.create(Shop, {"name": "春意暖通", "code": "A"})
    for index in range(number):
        await records.create(
            Order,
            {
                "name": f"Order {index:03}",
                "owner_id": 1,
                "shop_id": shop.id,
                "total": 123450,
                "stage": list(Stage)[index % 3],
                "due_on": date(2026, 11, 22),
            },
        )


async def test_list_pages_through_all_rows_once(admin: Browser, in_shop: Company) -> None:
    await make_orders(120)
    seen: list[str] = []
    path: str | None = "/sample_shop/orders"
    while path:
        page = (await admin.get(path)).text
        seen += [part.partition("<")[0] for part in page.split(">Order ")[1:]]
        found = page.partition('rel="next"')
        path = found[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&") if found[1] else None
    assert seen == [f"{index:03}" for index in range(120)]


async def test_list_takes_few_statements(admin: Browser, in_shop: Company) -> None:
    await make_orders(60)
    await admin.get("/sample_shop/orders")
    with count_statements() as counted:
        answer = await admin.get("/sample_shop/orders?shop=1&stage=open&stage=draft&q=Order")
    assert answer.status_code == 200
    assert counted.count <= 6


async def test_list_in_both_languages(admin: Browser, in_shop: Company) -> None:
    await make_orders(3)
    english = text_of((await admin.get("/sample_shop/orders?stage=open")).text)
    assert "1 record" in english and "CN¥1,234.50" in english and "Nov 22, 2026" in english and "Open" in english
    await admin.submit("/language", {"locale": "zh_CN"}, page="/account")
    answer = await admin.get("/sample_shop/orders?stage=open")
    chinese = text_of(answer.text)
    assert '<html lang="zh-CN"' in answer.text
    assert "1 条记录" in chinese and "¥1,234.50" in chinese and "2026年11月22日" in chinese
    assert "record" not in chinese and "Export" not in chinese


async def test_empty_list_says_what_to_do(admin: Browser, in_shop: Company) -> None:
    page = (await admin.get("/sample_shop/shops")).text
    assert "Make the first one." in page and 'href="/sample_shop/shops/import"' in page
    assert "Take a filter off" in (await admin.get("/sample_shop/shops?q=nothing")).text


async def test_filter_form_gives_a_clean_address(admin: Browser, in_shop: Company) -> None:
    await make_orders(1)
    answer = await admin.get("/sample_shop/orders?stage=open&due_on.ge=&due_on.le=&shop.text=春意&shop=&shop.was=")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sample_shop/orders?stage=open&shop=1")
    page = text_of((await admin.get(answer.headers["location"])).text)
    assert "Shop: 春意暖通" in page and "Stage: Open" in page


async def test_create_change_and_delete(admin: Browser, in_shop: Company) -> None:
    shop = await records.create(Shop, {"name": "春意暖通", "code": "A"})
    answer = await admin.submit(
        NEW,
        {
            "name": "First",
            "shop": str(shop.id),
            "lines-0-text": "Pump",
            "lines-0-quantity": "2.5",
            "lines-0-price": "1,280.50",
        },
    )
    assert answer.status_code == 303, text_of(answer.text)
    path = answer.headers["location"]
    order = await fetch_row("SELECT * FROM sample_shop_order")
    line = await fetch_row("SELECT * FROM sample_shop_order_line")
    assert order is not None and line is not None
    assert (order["name"], order["shop_id"], order["total"]) == ("First", shop.id, 128050)
    assert (line["text"], line["quantity"], line["price"]) == ("Pump", Decimal("2.50"), 128050)
    page = await admin.get(path)
    assert "Order was created." in page.text and 'value="1280.50"' in page.text
    assert "Order was created." not in (await admin.get(path)).text
    answer = await admin.submit(path, {"name": "Second", "lines-0-delete": "1"})
    assert answer.status_code == 303
    order = await fetch_row("SELECT * FROM sample_shop_order")
    assert order is not None and (order["name"], order["total"], order["revision"]) == ("Second", 0, 2)
    assert await fetch_value("SELECT count(*) FROM sample_shop_order_line") == 0
    shown = text_of((await admin.get(path)).text)
    assert "Name: First → Second" in shown and "Lines: Pump · 2.5 → empty" in shown
    answer = await admin.submit(f"{path}/delete")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sample_shop/orders")
    assert await fetch_value("SELECT count(*) FROM sample_shop_order") == 0


async def test_a_form_sent_twice_makes_one_record(admin: Browser, in_shop: Company) -> None:
    found = await admin.forms(NEW)
    form = {**(found.get(NEW) or found[""]), "name": "Once"}
    answers = await asyncio.gather(*(admin.post(NEW, data=form) for _press in range(5)))
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert await fetch_value("SELECT count(*) FROM sample_shop_order") == 1
    other = await admin.post(NEW, data={**form, "name": "Another, after going back"})
    assert other.status_code == 303 and await fetch_value("SELECT count(*) FROM sample_shop_order") == 2
    wrong = await admin.forms(NEW)
    form = wrong.get(NEW) or wrong[""]
    assert (await admin.post(NEW, data={**form, "name": ""})).status_code == 422
    assert (await admin.post(NEW, data={**form, "name": "Right"})).status_code == 303


async def test_saving_without_a_change_writes_nothing(admin: Browser, in_shop: Company) -> None:
    await records.create(Shop, {"name": "One"})
    before = await fetch("SELECT * FROM sample_shop_shop"), await fetch_value("SELECT count(*) FROM guanxi_audit")
    assert (await admin.submit("/sample_shop/shops/1")).status_code == 303
    after = await fetch("SELECT * FROM sample_shop_shop"), await fetch_value("SELECT count(*) FROM guanxi_audit")
    assert after == before


async def test_errors_stand_at_their_fields_and_input_is_kept(admin: Browser, in_shop: Company) -> None:
    data = {"name": "", "shop": "77", "lines-0-text": "", "lines-0-price": "12.345", "lines-2-text": "Third"}
    answer = await admin.submit(NEW, data)
    assert answer.status_code == 422
    form = forms_in(answer.text)[NEW]
    assert (form["lines-0-price"], form["lines-2-text"]) == ("12.345", "Third")
    shown = text_of(answer.text)
    assert "Please correct the marked fields." in shown and "CNY has 2 decimals." in shown
    assert answer.text.count('aria-invalid="true"') == 3
    assert await fetch_value("SELECT count(*) FROM sample_shop_order") == 0


async def test_stale_save_shows_both_versions_and_lets_choose(admin: Browser, in_shop: Company) -> None:
    await make_orders(1)
    path = "/sample_shop/orders/1"
    form = (await admin.forms(path))[path]
    await records.update(Order, 1, {"name": "Theirs"})
    answer = await admin.post(path, data={**form, "name": "Mine"})
    assert answer.status_code == 409
    shown = text_of(answer.text)
    assert "Someone else changed this record in the meantime." in shown
    assert "Now in the system" in shown and "Theirs" in shown and "Mine" in shown
    assert await fetch_value("SELECT name FROM sample_shop_order") == "Theirs"
    again = forms_in(answer.text)[path]
    assert (again["name"], again["revision"]) == ("Mine", "2")
    assert (await admin.post(path, data=again)).status_code == 303
    assert await fetch_value("SELECT name FROM sample_shop_order") == "Mine"


async def test_save_needs_a_revision(admin: Browser, in_shop: Company) -> None:
    await make_orders(1)
    form = (await admin.forms("/sample_shop/orders/1"))["/sample_shop/orders/1"]
    del form["revision"]
    assert (await admin.post("/sample_shop/orders/1", data={**form, "name": "x"})).status_code == 422
    assert await fetch_value("SELECT name FROM sample_shop_order") == "Order 000"


async def test_unseen_fields_cannot_be_set(user_of: MakeBrowser) -> None:
    await make_orders(1)
    seller = await user_of("sample_shop.read", "sample_shop.write", "sample_shop.see_all")
    for name in ("margin", "rush", "total", "stage", "currency"):
        answer = await seller.submit("/sample_shop/orders/1", {name: "1" if name != "currency" else "USD"})
        assert answer.status_code == 422, name
    row = await fetch_row("SELECT margin, rush, total, currency FROM sample_shop_order")
    assert row is not None and tuple(row) == (0, False, 123450, "CNY")


async def test_relation_can_be_typed_without_a_script(admin: Browser, in_shop: Company) -> None:
    for index in range(40):
        await records.create(Shop, {"name": f"Shop {index}"})
    page = (await admin.get(NEW)).text
    assert 'data-combo="/sample_shop/shops/options"' in page
    answer = await admin.submit(NEW, {"name": "Typed", "shop.text": "shop 39"})
    assert answer.status_code == 303
    row = await fetch_row("SELECT s.name FROM sample_shop_order o JOIN sample_shop_shop s ON s.id = o.shop_id")
    assert row is not None and row["name"] == "Shop 39"
    several = await admin.submit(NEW, {"name": "Typed", "shop.text": "Shop"})
    assert several.status_code == 422 and "Several records match: Shop 0" in several.text
    none = await admin.submit(NEW, {"name": "Typed", "shop.text": "No such"})
    assert none.status_code == 422 and "There is no such record." in none.text
    cleared = await admin.submit("/sample_shop/orders/1", {"shop.text": ""})
    assert cleared.status_code == 303
    assert await fetch_value("SELECT shop_id FROM sample_shop_order") is None


async def test_action_asks_for_its_fields_and_checks_the_state(admin: Browser, in_shop: Company) -> None:
    await make_orders(1)
    path = "/sample_shop/orders/1/actions/close"
    assert f'href="{path}"' in (await admin.get("/sample_shop/orders/1")).text
    assert (await admin.submit(path, {"why": ""})).status_code == 422
    failed = await admin.submit(path, {"why": "Because", "fail": "1"})
    assert failed.status_code == 409 and "It would not close." in failed.text
    assert await fetch_value("SELECT stage FROM sample_shop_order") == "draft"
    assert (await admin.submit(path, {"why": "Because"})).status_code == 200
    assert await fetch_value("SELECT stage FROM sample_shop_order") == "closed"
    assert (await admin.get(path)).status_code == 409
    page = (await admin.get("/sample_shop/orders/1")).text
    assert path not in page and 'id="record"' not in page


async def test_files_are_downloads_for_whoever_sees_the_record(user_of: MakeBrowser) -> None:
    await make_orders(1)
    writer = await user_of("sample_shop.read", "sample_shop.write", "sample_shop.see_all")
    path = "/sample_shop/orders/1/files"
    files = {"file": ("报价 <b>.html", b"<script>alert(1)</script>", "text/html")}
    assert (await writer.post(path, files=files, data={"_csrf": await writer.csrf()})).status_code == 303
    page = (await writer.get("/sample_shop/orders/1")).text
    href = page.partition('href="/files/')[2].partition('"')[0]
    answer = await writer.get(f"/files/{href}")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["content-security-policy"]
    other = await user_of("sample_shop.read", "sample_shop.write")
    assert (await other.get(f"/files/{href}")).status_code == 404
