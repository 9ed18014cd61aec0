"""Boards and calendars as pages: with forms alone, and as the script asks for them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import httpx
from sample_shop.models import Order, Priority, Shop, Stage

from guanxi import records
from guanxi.context import Company
from guanxi.db import count_statements, fetch_value
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser

BOARD = "/sample_shop/orders/board"
JSON = {"Accept": "application/json"}
CLERK = ("sample_shop.read", "sample_shop.write", "sample_shop.close", "sample_shop.see_all")


async def make(name: str = "Pump", **values: Any) -> int:
    return int((await records.create(Order, {"name": name, "owner_id": 1, **values})).id)


async def digest() -> Any:
    return await fetch_value("SELECT md5(coalesce(string_agg(t::text, '' ORDER BY id), '')) FROM sample_shop_order t")


async def by_script(browser: Browser, id: int, to: str, *, revision: int = 1, query: str = "") -> httpx.Response:
    form = {"_csrf": await browser.csrf(), "to": to, "revision": str(revision)}
    return await browser.post(f"/sample_shop/orders/{id}/move?{query}", data=form, headers=JSON)


def column(html: str, value: str) -> str:
    """What people read in one column."""
    return text_of(html.partition(f'data-column="{value}"')[2].partition("</section>")[0].partition(">")[2])


async def test_a_board_in_both_languages(admin: Browser, in_shop: Company) -> None:
    await make(stage=Stage.OPEN, total=123450, due_on=date(2026, 11, 22))
    english = (await admin.get(BOARD)).text
    assert column(english, "open").startswith(" Open 1 Total CN¥1,234.50 Weight 0 Pump ")
    assert "Nov 22, 2026" in column(english, "open") and "No cards" in column(english, "closed")
    await admin.submit("/language", {"locale": "zh_CN"}, page="/account")
    chinese = text_of((await admin.get(BOARD)).text)
    assert "没有卡片" in chinese and "¥1,234.50" in chinese and "2026年11月22日" in chinese
    assert "cards" not in chinese and "Move" not in chinese and "Columns" not in chinese


async def test_boards_and_calendars_take_few_statements(admin: Browser, in_shop: Company) -> None:
    shop = await records.create(Shop, {"name": "春意暖通", "code": "A"})
    for index in range(45):
        await make(f"Order {index}", stage=list(Stage)[index % 3], shop_id=shop.id, due_on=date(2026, 11, 22))
    for path in (f"{BOARD}?shop={shop.id}&q=Order", f"/sample_shop/orders/calendar?shop={shop.id}&month=2026-11"):
        await admin.get(path)
        with count_statements() as counted:
            answer = await admin.get(path)
        assert answer.status_code == 200
        assert counted.count <= 8, path  # with the session and the bell, as on every page


async def test_the_menu_moves_a_card_without_a_script(admin: Browser, in_shop: Company) -> None:
    id = await make()
    page = (await admin.get(f"{BOARD}?by=priority&q=Pump")).text
    action = f"/sample_shop/orders/{id}/move?q=Pump&by=priority"
    form = forms_in(page)[action]
    answer = await admin.post(action, data={**form, "to": "urgent"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{BOARD}?q=Pump&by=priority")
    assert await fetch_value("SELECT priority FROM sample_shop_order") == "urgent"
    after = (await admin.get(answer.headers["location"])).text
    assert "Moved to Urgent." in text_of(after) and "Pump" in column(after, "urgent")
    stale = await admin.post(action, data={**form, "to": "low"})
    assert stale.status_code == 409
    assert "Someone else changed this record in the meantime." in text_of(stale.text)
    assert await fetch_value("SELECT priority FROM sample_shop_order") == "urgent"


async def test_a_move_that_asks_leads_to_its_page(admin: Browser, in_shop: Company) -> None:
    id = await make(stage=Stage.OPEN)
    form = forms_in((await admin.get(BOARD)).text)[f"/sample_shop/orders/{id}/move?by=stage"]
    answer = await admin.post(f"/sample_shop/orders/{id}/move?by=stage", data={**form, "to": "closed"})
    path = f"/sample_shop/orders/{id}/actions/close?back=%2Fsample_shop%2Forders%2Fboard%3Fby%3Dstage"
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    assert (await by_script(admin, id, "closed", query="by=stage")).json() == {"go_to": path}
    assert await fetch_value("SELECT stage FROM sample_shop_order") == "open"
    asked = forms_in((await admin.get(path)).text)[""]
    done = await admin.post(path, data=asked | {"why": "Done"})
    assert f'href="{BOARD}?by=stage"' in done.text


async def test_the_script_gets_the_board_as_it_is_then(admin: Browser, in_shop: Company) -> None:
    id = await make(total=1000, priority=Priority.LOW)
    await make("Other", total=500, priority=Priority.LOW)
    answer = await by_script(admin, id, "high", query="by=priority")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    board, toast = answer.json()["board"], answer.json()["toast"]
    assert column(board, "low").startswith(" Low 1 Total CN¥5.00")
    assert column(board, "high").startswith(" High 1 Total CN¥10.00")
    assert text_of(toast).strip() == "Moved to High. Undo"
    undo = forms_in(toast)[f"/sample_shop/orders/{id}/move?by=priority"]
    assert (undo["revision"], re.findall(r'name="to" value="(\w+)"', toast)) == ("2", ["low"])


async def test_what_an_action_did_is_not_undone_by_a_move(admin: Browser, in_shop: Company) -> None:
    id = await make()
    answer = await by_script(admin, id, "open", query="by=stage")
    assert text_of(answer.json()["toast"]).strip() == "Started."
    assert "Pump" in column(answer.json()["board"], "open")


async def test_a_card_that_is_moved_out_of_the_filter_is_gone(admin: Browser, in_shop: Company) -> None:
    id = await make(priority=Priority.LOW)
    answer = await by_script(admin, id, "high", query="by=priority&priority=low")
    assert "data-card" not in answer.json()["board"]
    assert text_of(answer.json()["toast"]).strip() == "Moved to High."


async def test_a_card_stays_in_sight_in_a_long_column(admin: Browser, in_shop: Company) -> None:
    for index in range(25):
        await make(f"A {index:02}", priority=Priority.HIGH)
    id = await make("Z", priority=Priority.LOW)
    board = (await by_script(admin, id, "high", query="by=priority")).json()["board"]
    assert column(board, "high").startswith(" High 26") and " Z " in column(board, "high")
    assert "Show all" in column(board, "high")


async def test_refused_moves_say_why_and_change_nothing(admin: Browser, in_shop: Company) -> None:
    id = await make(stage=Stage.OPEN)
    closed = await make(stage=Stage.CLOSED)
    before = await digest()
    for record, to, revision, query, status in (
        (id, "high", 9, "by=priority", 409),
        (id, "draft", 1, "by=stage", 409),
        (closed, "high", 1, "by=priority", 409),
        (id, "nowhere", 1, "by=stage", 422),
        (id, "high", 1, "by=name", 404),
        (99999, "high", 1, "by=priority", 404),
    ):
        answer = await by_script(admin, record, to, revision=revision, query=query)
        assert answer.status_code == status, (to, query)
        assert 'class="toast bad"' in answer.json()["toast"]
    token = await admin.csrf()
    for form in ({}, {"to": "high"}, {"to": "high", "revision": "x"}, {"to": "high", "revision": "１"}):
        answer = await admin.post(
            f"/sample_shop/orders/{id}/move?by=priority", data={"_csrf": token, **form}, headers=JSON
        )
        assert answer.status_code == 422
    forged = {"to": "high", "revision": "1"}
    assert (await admin.post(f"/sample_shop/orders/{id}/move?by=priority", data=forged)).status_code == 403
    assert (await admin.get(f"/sample_shop/orders/{id}/move?by=priority")).status_code == 405
    assert await digest() == before


async def test_permissions_and_scope(user_of: MakeBrowser, in_shop: Company) -> None:
    id = await make()
    reader = await user_of("sample_shop.read", "sample_shop.see_all")
    page = (await reader.get(f"{BOARD}?by=priority")).text
    assert "Pump" in text_of(page) and "movable" not in page and "data-board" not in page
    assert (await by_script(reader, id, "high", query="by=priority")).status_code == 409
    stranger = await user_of("sample_shop.read", "sample_shop.write")
    assert "Pump" not in text_of((await stranger.get(BOARD)).text)
    assert (await by_script(stranger, id, "high", query="by=priority")).status_code == 404
    nobody = await user_of()
    for path in (BOARD, "/sample_shop/orders/calendar"):
        assert (await nobody.get(path)).status_code == 403
    clerk = await user_of(*CLERK)
    assert (await by_script(clerk, id, "high", query="by=priority")).status_code == 200
    assert await fetch_value("SELECT priority FROM sample_shop_order") == "high"


async def test_a_session_that_is_over_leads_to_the_sign_in(browser: Browser, in_shop: Company) -> None:
    id = await make()
    answer = await browser.post(f"/sample_shop/orders/{id}/move", data={"to": "open", "revision": "1"}, headers=JSON)
    assert answer.status_code in (303, 403)


async def test_what_has_no_choice_or_date_has_no_board_or_calendar(admin: Browser, in_shop: Company) -> None:
    for path in (
        "/sample_shop/shops/board",
        "/sample_shop/shops/calendar",
        f"{BOARD}?by=name",
        "/sample_shop/orders/calendar?date=name",
    ):
        assert (await admin.get(path)).status_code == 404, path
    assert (await admin.get("/sample_shop/orders/calendar?month=2026-13")).status_code == 422
    assert (await admin.get(f"{BOARD}?nonsense=1")).status_code == 200


async def test_a_month_with_links(admin: Browser, in_shop: Company) -> None:
    for index in range(6):
        await make(f"Order {index}", due_on=date(2026, 11, 22), stage=Stage.OPEN)
    page = (await admin.get("/sample_shop/orders/calendar?month=2026-11&stage=open")).text
    assert "November 2026" in text_of(page) and "2 more" in text_of(page)
    more = "/sample_shop/orders?stage=open&due_on=2026-11-22"
    assert f'href="{more.replace("&", "&amp;")}"' in page
    assert "6 records" in text_of((await admin.get(more)).text)
    form = forms_in((await admin.get("/sample_shop/orders/new?due_on=2026-11-05")).text)
    assert 'href="/sample_shop/orders/new?due_on=2026-11-05"' in page and form
