"""Cells of a list, edited in their place."""

from __future__ import annotations

from datetime import date
from typing import Any

import httpx
import pytest
from sample_shop.models import Order, Shop, Stage

from guanxi import records
from guanxi.context import Company
from guanxi.db import count_statements, execute, fetch_row, fetch_value
from tests.kernel.web.browser import Browser, forms_in
from tests.kernel.web.conftest import MakeBrowser

LIST = "/sample_shop/orders"


async def make_order(**values: Any) -> int:
    made = await records.create(Order, {"name": "Order", "owner_id": 1, "due_on": date(2026, 1, 2), **values})
    return int(made.id)


async def save(browser: Browser, id: int, field: str, value: str, **more: str) -> httpx.Response:
    """As the script does: asks for the form, fills it in, sends it."""
    path = f"{LIST}/{id}/cell?field={field}"
    form = forms_in((await browser.get(path)).text)[""]
    return await browser.post(path, data={**form, field: value, **more})


async def test_list_marks_what_can_be_edited(admin: Browser, in_shop: Company) -> None:
    await make_order()
    await make_order(stage=Stage.CLOSED)
    page = (await admin.get(LIST)).text
    assert page.count(f'data-row="{LIST}/1"') == 1 and f'data-row="{LIST}/2"' not in page
    assert [part.partition('"')[0] for part in page.split('data-field="')[1:]] == ["name", "shop", "due_on"]
    with count_statements() as counted:
        await admin.get(LIST)
    assert counted.count <= 6


async def test_saves_one_field_and_takes_it_back(admin: Browser, in_shop: Company) -> None:
    await make_order()
    form = await admin.get(f"{LIST}/1/cell?field=due_on")
    assert 'type="date"' in form.text and 'value="2026-01-02"' in form.text and 'aria-label="Due on"' in form.text
    answer = await save(admin, 1, "due_on", "2026-11-22")
    data = answer.json()
    assert answer.status_code == 200 and data["revision"] == 2
    assert 'data-field="due_on"' in data["html"] and "Nov 22, 2026" in data["html"]
    assert "Saved." in data["toast"]
    undo = data["toast"].partition('action="')[2].partition('"')[0]
    assert await fetch_value("SELECT due_on FROM sample_shop_order") == date(2026, 11, 22)
    assert (await admin.post(undo, data=forms_in(data["toast"])[undo])).status_code == 303
    assert await fetch_value("SELECT due_on FROM sample_shop_order") == date(2026, 1, 2)


async def test_no_change_writes_nothing(admin: Browser, in_shop: Company) -> None:
    await make_order()
    before = await fetch_value("SELECT count(*) FROM guanxi_audit")
    answer = await save(admin, 1, "due_on", "2026-01-02")
    assert (answer.status_code, answer.json()["toast"], answer.json()["revision"]) == (200, "", 1)
    assert await fetch_value("SELECT count(*) FROM guanxi_audit") == before


async def test_the_first_cell_stays_a_link(admin: Browser, in_shop: Company) -> None:
    await make_order()
    path = f"{LIST}/1/cell?field=name&first=1"
    form = forms_in((await admin.get(path)).text)[""]
    html = (await admin.post(path, data={**form, "name": "<b>New</b>"})).json()["html"]
    assert f'<a href="{LIST}/1">&lt;b&gt;New&lt;/b&gt;</a>' in html and "first" in html


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("due_on", "yesterday", "Enter a date such as 2026-01-31."),
        ("name", "", "This field is required."),
        ("name", "forbidden", "Another name, please."),
        ("name", "x" * 61, "At most 60 characters."),
        ("shop", "77", "There is no such record."),
        ("weight", "NaN", "Enter a number."),
        ("email", "nobody", "Enter an e-mail address."),
    ],
)
async def test_what_is_wrong_is_said(admin: Browser, in_shop: Company, field: str, value: str, said: str) -> None:
    await make_order()
    before = await fetch_row("SELECT * FROM sample_shop_order")
    answer = await save(admin, 1, field, value)
    assert (answer.status_code, answer.json()) == (422, {"error": said})
    assert await fetch_row("SELECT * FROM sample_shop_order") == before


async def test_a_change_in_between_is_shown(admin: Browser, in_shop: Company) -> None:
    await make_order()
    path = f"{LIST}/1/cell?field=due_on"
    form = forms_in((await admin.get(path)).text)[""]
    await records.update(Order, 1, {"due_on": date(2026, 5, 5)})
    answer = await admin.post(path, data={**form, "due_on": "2026-11-22"})
    data = answer.json()
    assert answer.status_code == 409 and "May 5, 2026" in data["html"] and data["revision"] == 2
    assert "Someone else changed this record in the meantime." in data["toast"] and "/undo/" not in data["toast"]
    assert await fetch_value("SELECT due_on FROM sample_shop_order") == date(2026, 5, 5)


async def test_relations_by_id_and_by_text(admin: Browser, in_shop: Company) -> None:
    await make_order()
    shop = await records.create(Shop, {"name": "春意暖通"})
    answer = await save(admin, 1, "shop", str(shop.id))
    assert f'href="/sample_shop/shops/{shop.id}"' in answer.json()["html"]
    for index in range(40):
        await records.create(Shop, {"name": f"Shop {index}"})
    assert 'data-combo="/sample_shop/shops/options"' in (await admin.get(f"{LIST}/1/cell?field=shop")).text
    typed = await save(admin, 1, "shop", "", **{"shop.text": "shop 39"})
    assert "Shop 39" in typed.json()["html"]


async def test_a_record_in_a_final_state_says_so(admin: Browser, in_shop: Company) -> None:
    await make_order()
    form = forms_in((await admin.get(f"{LIST}/1/cell?field=due_on")).text)[""]
    await execute("UPDATE sample_shop_order SET stage = 'closed'")
    said = "In this state the record cannot be changed any more."
    asked = await admin.get(f"{LIST}/1/cell?field=due_on")
    assert (asked.status_code, asked.json()["error"]) == (409, said) and said in asked.json()["toast"]
    answer = await admin.post(f"{LIST}/1/cell?field=due_on", data={**form, "due_on": "2026-11-22"})
    assert (answer.status_code, answer.json()["error"]) == (409, said)


async def test_fields_and_records_that_are_not_ones_own(user_of: MakeBrowser) -> None:
    await make_order()
    seller = await user_of("sample_shop.read", "sample_shop.write", "sample_shop.see_all")
    token = {"_csrf": await seller.csrf(), "revision": "1"}
    statuses = {"margin": 403, "rush": 403, "total": 403, "stage": 403, "currency": 403, "pin": 403, "nothing": 404}
    for field, status in statuses.items():
        path = f"{LIST}/1/cell?field={field}"
        assert (await seller.get(path)).status_code == status, field
        assert (await seller.post(path, data={**token, field: "1"})).status_code == status, field
    path = f"{LIST}/1/cell?field=name"
    assert (await seller.post(path, data={**token, "revision": "x", "name": "New"})).status_code == 422
    assert (await seller.post(path, data={**token})).status_code == 422
    assert (await seller.post(path, data={"revision": "1", "name": "New"})).status_code == 403
    for browser, status in (
        (await user_of("sample_shop.read", "sample_shop.write"), 404),
        (await user_of("sample_shop.read", "sample_shop.see_all"), 403),
    ):
        token = {"_csrf": await browser.csrf(), "revision": "1", "name": "New"}
        assert (await browser.get(path)).status_code == status
        assert (await browser.post(path, data=token)).status_code == status
        assert (await browser.get(f"{LIST}/99/cell?field=name")).status_code in (status, 404)
    assert await fetch_value("SELECT name FROM sample_shop_order") == "Order"
