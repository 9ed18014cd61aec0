"""Work on chosen records, as people do it without scripts: choose, say what, do it, take it back."""

from __future__ import annotations

import httpx
import pytest
from sample_shop.models import Order, Shop, Stage

from guanxi import records
from guanxi.context import Company
from guanxi.db import execute, fetch, fetch_row, fetch_value
from guanxi.jobs.worker import run_pending
from guanxi.records import bulk
from guanxi.web import bulk_pages, undo_pages
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser

LIST = "/sample_shop/orders"
BULK = f"{LIST}/bulk"
CLERK = ("sample_shop.read", "sample_shop.write", "sample_shop.delete")


async def make_orders(number: int, owner: int = 1, stage: Stage = Stage.DRAFT) -> None:
    for index in range(number):
        values = {"name": f"Order {index}", "owner_id": owner, "stage": stage, "email": "old@example.com"}
        await records.create(Order, values)


async def emails() -> list[str]:
    return [row["email"] for row in await fetch("SELECT email FROM sample_shop_order ORDER BY id")]


async def choose(browser: Browser, operation: str, *ids: int, path: str = BULK, **more: str) -> httpx.Response:
    data = {"_csrf": await browser.csrf(), "operation": operation, "chosen": [str(id) for id in ids], **more}
    return await browser.post(path, data=data)


async def answer(browser: Browser, asked: httpx.Response, path: str = BULK, **fields: str) -> httpx.Response:
    """Fills in the question and sends it by its button."""
    assert asked.status_code == 200, text_of(asked.text)
    operation = asked.text.partition('name="operation" value="')[2].partition('"')[0]
    return await browser.post(path, data={**forms_in(asked.text)[path], "operation": operation, **fields})


async def undo(browser: Browser, page: str) -> httpx.Response:
    action = page.partition('action="/undo/')[2].partition('"')[0]
    return (
        await browser.submit(f"/undo/{action}", page=LIST)
        if not action
        else await browser.post(f"/undo/{action}", data=forms_in(page)[f"/undo/{action}"])
    )


async def test_list_offers_boxes_and_what_to_do(admin: Browser, user_of: MakeBrowser) -> None:
    await make_orders(2)
    page = (await admin.get(f"{LIST}?stage=draft")).text
    assert page.count('name="chosen"') == 2 and 'aria-label="Choose Order 1"' in page
    assert f'action="{BULK}?stage=draft"' in page and 'value="edit:owner"' in page and 'value="delete"' in page
    assert 'value="edit:name"' not in page and 'value="edit:stage"' not in page and 'value="edit:pin"' not in page
    reader = await user_of("sample_shop.read", "sample_shop.see_all")
    page = (await reader.get(LIST)).text
    assert page.count('name="chosen"') == 2 and "edit:" not in page and 'value="delete"' not in page
    assert "data-field" not in page and f'formaction="{LIST}/export"' in page


async def test_change_and_take_it_back(admin: Browser, in_shop: Company) -> None:
    await make_orders(3)
    asked = await choose(admin, "edit:email", 1, 3)
    shown = text_of(asked.text)
    assert "Change: 2 records" in shown and "Order 0" in shown and "Order 2" in shown and "Order 1" not in shown
    wrong = await answer(admin, asked, email="nobody")
    assert wrong.status_code == 422 and "Enter an e-mail address." in wrong.text and 'value="nobody"' in wrong.text
    done = await answer(admin, asked, email="new@example.com")
    assert (done.status_code, done.headers["location"]) == (303, LIST)
    assert await emails() == ["new@example.com", "old@example.com", "new@example.com"]
    page = (await admin.get(LIST)).text
    assert "2 records were changed." in page
    back = await undo(admin, page)
    assert (back.status_code, back.headers["location"]) == (303, LIST)
    assert "2 changes were taken back." in (await admin.get(LIST)).text
    assert await emails() == ["old@example.com"] * 3


async def test_the_same_form_twice_counts_once(admin: Browser, in_shop: Company) -> None:
    await make_orders(2)
    asked = await choose(admin, "edit:email", 1, 2)
    first = await answer(admin, asked, email="new@example.com")
    again = await answer(admin, asked, email="new@example.com")
    assert first.headers["location"] == again.headers["location"]
    assert await fetch_value("SELECT count(*) FROM guanxi_audit WHERE action = 'bulk_update'") == 1


async def test_assign_takes_the_owner(admin: Browser, in_shop: Company) -> None:
    await make_orders(1)
    asked = await choose(admin, "edit:owner", 1)
    assert (await answer(admin, asked, owner="99")).status_code == 422
    done = await answer(admin, asked, owner="")
    assert done.status_code == 303
    assert await fetch_value("SELECT owner_id FROM sample_shop_order") is None


async def test_without_a_field_it_asks_for_one(admin: Browser, in_shop: Company) -> None:
    await make_orders(1)
    asked = await choose(admin, "edit", 1)
    assert "Which field is to be changed?" in asked.text
    form = forms_in(asked.text)[BULK]
    chosen = await admin.post(BULK, data={**form, "operation": "edit:email"})
    assert 'name="email"' in chosen.text
    assert (await answer(admin, chosen, email="new@example.com")).status_code == 303


async def test_who_refuses_is_named(user_of: MakeBrowser) -> None:
    seller = await user_of(*CLERK)
    me = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'user0'")
    await make_orders(2, owner=me)
    await make_orders(1, owner=me, stage=Stage.CLOSED)
    await make_orders(1)
    asked = await choose(seller, "edit:email", 1, 2, 3, 4)
    done = await answer(seller, asked, email="new@example.com")
    shown = text_of(done.text)
    assert done.status_code == 200 and "2 records were changed." in shown and "2 records stayed as they were" in shown
    assert "In this state the record cannot be changed any more." in shown and "#4 Not found." in shown
    assert await emails() == ["new@example.com"] * 2 + ["old@example.com"] * 2
    assert (await undo(seller, done.text)).status_code == 303
    assert await emails() == ["old@example.com"] * 4


async def test_a_value_that_all_refuse_is_asked_again(admin: Browser, in_shop: Company) -> None:
    await make_orders(2)
    await execute("UPDATE sample_shop_order SET name = 'forbidden'")
    before = await fetch_value("SELECT count(*) FROM guanxi_audit")
    refused = await answer(admin, await choose(admin, "edit:email", 1, 2), email="new@example.com")
    assert refused.status_code == 422 and "Name: Another name, please." in refused.text
    assert 'value="new@example.com"' in refused.text and 'name="ids" value="1,2"' in refused.text
    assert await fetch_value("SELECT count(*) FROM guanxi_audit") == before


async def test_delete_asks_first(admin: Browser, in_shop: Company) -> None:
    await make_orders(3)
    asked = await choose(admin, "delete", 1, 2)
    assert "cannot be undone" in asked.text
    done = await answer(admin, asked)
    assert done.headers["location"] == LIST
    page = (await admin.get(LIST)).text
    assert "2 records were deleted." in page and "/undo/" not in page
    assert await fetch_value("SELECT count(*) FROM sample_shop_order") == 1


async def test_all_that_match(admin: Browser, in_shop: Company) -> None:
    await make_orders(3)
    await make_orders(2, stage=Stage.OPEN)
    path = f"{BULK}?stage=draft"
    asked = await choose(admin, "edit:email", path=path, all="1")
    assert "Change: 3 records" in text_of(asked.text)
    await make_orders(1)
    stale = await answer(admin, asked, path, email="new@example.com")
    assert stale.status_code == 422 and "The list has changed: 4 records match now." in stale.text
    assert set(await emails()) == {"old@example.com"}
    form = forms_in(stale.text)[path]
    done = await admin.post(path, data={**form, "operation": "edit:email", "email": "new@example.com"})
    assert (done.status_code, done.headers["location"]) == (303, f"{LIST}?stage=draft")
    assert sorted(await emails()) == ["new@example.com"] * 4 + ["old@example.com"] * 2


@pytest.mark.parametrize(
    ("operation", "status"),
    [
        ("nonsense", 422),
        ("edit:", 422),
        ("edit:name", 403),
        ("edit:total", 403),
        ("edit:pin", 403),
        ("edit:nothing", 403),
        ("archive", 422),
    ],
)
async def test_what_cannot_be_done(admin: Browser, in_shop: Company, operation: str, status: int) -> None:
    await make_orders(1)
    found = await choose(admin, operation, 1, step="do", email="new@example.com", total="1", name="x", pin="1")
    assert found.status_code == status
    row = await fetch_row("SELECT name, total, email, pin FROM sample_shop_order")
    assert row is not None and tuple(row) == ("Order 0", 0, "old@example.com", "")


async def test_wrong_ids_and_none(admin: Browser, in_shop: Company) -> None:
    await make_orders(1)
    none = await choose(admin, "edit:email")
    assert (none.status_code, none.headers["location"]) == (303, LIST)
    assert "Choose records first." in (await admin.get(LIST)).text
    for ids in ("x", "1,-1", "٣", "9" * 40, ",".join(map(str, range(1, 300)))):
        assert (await choose(admin, "edit:email", ids=ids)).status_code == 422, ids
    there = await admin.get(f"{BULK}?stage=open")
    assert (there.status_code, there.headers["location"]) == (303, f"{LIST}?stage=open")
    assert (await choose(admin, "edit:email", path=f"{BULK}?bogus=1", all="1")).status_code == 422


async def test_without_the_right(user_of: MakeBrowser) -> None:
    await make_orders(1)
    reader = await user_of("sample_shop.read", "sample_shop.see_all")
    for operation in ("edit:email", "edit", "delete"):
        found = await choose(reader, operation, 1, step="do", email="new@example.com")
        assert found.status_code == 403
    assert await emails() == ["old@example.com"]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than two records are a job's work."""
    for module in (bulk, bulk_pages, undo_pages):
        monkeypatch.setattr(module, "MAX_AT_ONCE", 2)


@pytest.mark.usefixtures("small")
async def test_many_are_a_job_that_can_be_taken_back(admin: Browser, user_of: MakeBrowser) -> None:
    await make_orders(4)
    await make_orders(1, stage=Stage.CLOSED)
    await execute("UPDATE sample_shop_order SET email = 'own@example.com' WHERE id = 2")
    asked = await choose(admin, "edit:email", all="1")
    started = await answer(admin, asked, email="new@example.com")
    page = started.headers["location"]
    assert page.startswith("/bulk/") and "This page follows it." in (await admin.get(page)).text
    again = await answer(admin, asked, email="new@example.com")
    assert again.headers["location"] == page
    await run_pending(10)
    done = await admin.get(page)
    shown = text_of(done.text)
    assert "4 records were changed." in shown and "1 record stayed as it was" in shown and "Order 0" in shown
    told = await fetch_row("SELECT user_id, href, detail FROM guanxi_notification")
    assert told is not None and tuple(told) == (1, page, "1 record stayed as it was")
    assert (await emails())[:4] == ["new@example.com"] * 4
    other = await user_of(*CLERK, "sample_shop.see_all")
    assert (await other.get(page)).status_code == 404
    back = await undo(admin, done.text)
    assert back.headers["location"].startswith("/bulk/")
    await run_pending(10)
    assert "4 changes were taken back." in text_of((await admin.get(back.headers["location"])).text)
    assert await emails() == ["old@example.com", "own@example.com"] + ["old@example.com"] * 3


@pytest.mark.usefixtures("small")
async def test_a_job_goes_on_where_it_was_stopped(admin: Browser, in_shop: Company) -> None:
    await make_orders(5)
    asked = await choose(admin, "edit:email", all="1")
    await answer(admin, asked, email="new@example.com")
    await run_pending(10)
    await execute("UPDATE guanxi_job SET state = 'waiting', cursor = NULL, done_steps = 0 WHERE name = 'guanxi.bulk'")
    await run_pending(10)
    rows = await fetch("SELECT email, revision FROM sample_shop_order")
    assert {tuple(row) for row in rows} == {("new@example.com", 2)}
    result = await fetch_value("SELECT result FROM guanxi_job WHERE name = 'guanxi.bulk'")
    assert (result["changed"], result["unchanged"], result["refused"]) == (0, 5, 0)


@pytest.mark.usefixtures("small")
async def test_a_job_has_the_rights_that_are_left(user_of: MakeBrowser) -> None:
    seller = await user_of(*CLERK, "sample_shop.see_all")
    await make_orders(4)
    asked = await choose(seller, "edit:email", all="1")
    await answer(seller, asked, email="new@example.com")
    await execute("UPDATE guanxi_role SET permissions = '[\"sample_shop.read\"]' WHERE name = 'user0'")
    await run_pending(10)
    assert set(await emails()) == {"old@example.com"}


async def test_undo_is_not_for_others(admin: Browser, user_of: MakeBrowser) -> None:
    await records.create(Shop, {"name": "One", "code": "A"})
    asked = await choose(admin, "edit:code", 1, path="/sample_shop/shops/bulk")
    await answer(admin, asked, "/sample_shop/shops/bulk", code="B")
    entry = await fetch_value("SELECT id FROM guanxi_audit WHERE action = 'bulk_update'")
    seller = await user_of(*CLERK)
    csrf = await seller.csrf()
    assert (await seller.post(f"/undo/{entry}", data={"_csrf": csrf})).status_code == 404
    assert (await seller.post("/undo/999999", data={"_csrf": csrf})).status_code == 404
    assert (await seller.get(f"/undo/{entry}")).status_code == 405
    assert (await admin.post(f"/undo/{entry}", data={})).status_code == 403
    assert await fetch_value("SELECT code FROM sample_shop_shop") == "B"
    data = {"_csrf": await admin.csrf(), "next": "//evil.example"}
    back = await admin.post(f"/undo/{entry}", data=data)
    assert back.headers["location"] == "/sample_shop/shops"
    assert await fetch_value("SELECT code FROM sample_shop_shop") == "A"
