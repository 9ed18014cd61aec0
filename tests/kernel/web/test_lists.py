"""List pages: groups, sums, columns, saved views, proposals, and addresses that ask for what there is not."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from sample_shop.models import Order
from sample_shop.permissions import ShopPermission as P

from guanxi import records
from guanxi.auth.permissions import KernelPermission
from guanxi.context import Company
from guanxi.db import execute, fetch_value
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser

ORDERS = "/sample_shop/orders"


@pytest.fixture
async def orders(in_shop: Company) -> None:
    for index in range(12):
        stage = "open" if index < 10 else "closed"
        values = {
            "name": f"Order {index:02}",
            "total": 100 + index,
            "currency": "CNY" if index else "USD",
            "owner_id": 1,
        }
        await records.create(Order, {**values, "stage": stage, "due_on": date(2026, 1 + index % 3, 5)})


async def test_the_foot_sums_exactly_what_is_filtered(admin: Browser, orders: None) -> None:
    page = text_of((await admin.get(f"{ORDERS}?stage=closed")).text)
    assert "Total CN¥2.21" in page and "2 records" in page
    page = text_of((await admin.get(ORDERS)).text)
    assert "Total CN¥11.66 · $1.00" in page and "12 records" in page


async def test_groups_show_their_first_records_and_lead_to_the_rest(admin: Browser, orders: None) -> None:
    answer = await admin.get(f"{ORDERS}?group=stage&q=Order")
    page = text_of(answer.text)
    assert "Open 10 · Total CN¥9.45 · $1.00" in page and "2 more" in page and "Closed 2" in page
    assert "/sample_shop/orders?q=Order&amp;stage=open" in answer.text
    page = text_of((await admin.get(f"{ORDERS}?group=stage,due_on:month")).text)
    assert page.index("Open 10") < page.index("Jan 2026 4") < page.index("Closed 2") < page.index("Feb 2026 1")


async def test_the_group_form_sends_its_levels_one_by_one(admin: Browser, orders: None) -> None:
    answer = await admin.get(f"{ORDERS}?group=stage&group=due_on:year")
    assert answer.headers["location"] == f"{ORDERS}?group=stage%2Cdue_on%3Ayear"


async def test_columns_are_chosen_and_remembered(admin: Browser, orders: None) -> None:
    page = await admin.get(f"{ORDERS}?stage=open")
    form = {"_csrf": forms_in(page.text)["/sample_shop/orders/columns"]["_csrf"], "query": "stage=open&columns=name"}
    chosen = await admin.post(f"{ORDERS}/columns", data={**form, "column": ["name", "weight", "pin", "gone"]})
    assert chosen.headers["location"] == f"{ORDERS}?stage=open"
    assert await fetch_value("SELECT value FROM guanxi_preference WHERE name = 'columns:sample_shop/orders'") == [
        "name",
        "weight",
    ]
    assert (
        "<th" in (shown := (await admin.get(ORDERS)).text) and "Weight" in heads(shown) and "Stage" not in heads(shown)
    )
    assert heads((await admin.get(f"{ORDERS}?columns=stage")).text) == ["Stage"]
    await admin.post(f"{ORDERS}/columns", data={**form, "reset": "1"})
    assert "Stage" in heads((await admin.get(ORDERS)).text)


def heads(page: str) -> list[str]:
    """The columns of the list, without the one of the boxes to choose rows."""
    found = re.findall(r'<th scope="col"(?! class="pick")[^>]*>(.*?)</th>', page, flags=re.S)
    return [text_of(part).strip() for part in found]


async def save(browser: Browser, **values: str) -> str:
    """The address that the new view opens at."""
    forms = forms_in((await browser.get(ORDERS)).text)
    token = forms["/sample_shop/orders/views"]["_csrf"]
    answer = await browser.post(f"{ORDERS}/views", data={"_csrf": token, "do": "save", "kind": "list", **values})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def test_a_view_is_saved_opened_changed_and_deleted(admin: Browser, orders: None) -> None:
    href = await save(admin, name=" My  open ", query="stage=open&sort=-total", pinned="1")
    id = dict(parse_qsl(urlsplit(href).query))["view"]
    assert href == f"{ORDERS}?stage=open&sort=-total&view={id}"
    page = (await admin.get(href)).text
    assert 'aria-current="page">My open</a>' in page and "Keep the changes" not in page
    page = (await admin.get(f"{ORDERS}?stage=closed&view={id}")).text
    assert "Keep the changes in this view" in page
    form = forms_in(page)["/sample_shop/orders/views"]
    await admin.post(f"{ORDERS}/views", data={**form, "id": id, "do": "replace", "query": "stage=closed"})
    assert await fetch_value("SELECT query FROM guanxi_saved_view") == "stage=closed"
    await admin.post(f"{ORDERS}/views", data={**form, "id": id, "do": "unpin"})
    assert 'class="tabs"' not in (await admin.get(ORDERS)).text
    await admin.post(f"{ORDERS}/views", data={**form, "id": id, "do": "delete"})
    assert await fetch_value("SELECT count(*) FROM guanxi_saved_view") == 0


async def test_the_default_view_opens_where_nothing_is_asked_for(admin: Browser, orders: None) -> None:
    await save(admin, name="Closed ones", query="stage=closed", default="1")
    assert "2 records" in text_of((await admin.get(ORDERS)).text)
    assert "12 records" in text_of((await admin.get(f"{ORDERS}?view=0")).text)
    await save(admin, name="Others", query="stage=open", default="1")
    assert "10 records" in text_of((await admin.get(ORDERS)).text)


async def test_a_shared_view_is_everybodys_and_only_its_owner_changes_it(user_of: MakeBrowser, orders: None) -> None:
    ann = await user_of(P.READ, P.SEE_ALL, KernelPermission.VIEWS_SHARE)
    bob = await user_of(P.READ, P.SEE_ALL)
    href = await save(ann, name="For all", query="stage=closed", shared="1", pinned="1")
    private = await save(ann, name="Mine", query="stage=open", pinned="1")
    page = (await bob.get(ORDERS)).text
    assert "For all" in page and "Mine" not in page
    token = forms_in(page)["/sample_shop/orders/views"]["_csrf"]
    for address in (href, private):
        id = dict(parse_qsl(urlsplit(address).query))["view"]
        for do in ("delete", "replace", "unpin", "default"):
            answer = await bob.post(
                f"{ORDERS}/views", data={"_csrf": token, "id": id, "do": do, "query": "stage=draft"}
            )
            assert answer.status_code == 404, (address, do)
    answer = await bob.post(
        f"{ORDERS}/views", data={"_csrf": token, "do": "save", "kind": "list", "name": "x", "shared": "1"}
    )
    assert answer.status_code == 403
    assert await fetch_value("SELECT count(*) FROM guanxi_saved_view") == 2


async def test_a_broken_view_shows_what_it_can(admin: Browser, orders: None) -> None:
    href = await save(admin, name="Broken", query="gone=1&group=gone&sort=gone&columns=gone,name&stage=open")
    page = text_of((await admin.get(href)).text)
    assert "10 records" in page
    assert page.count("Left out:") == 4


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("nothing=1", "Left out: nothing: There is no such field to filter by."),
        ("margin.null=maybe&pin=1", "Left out: pin"),
        ("total=abc", "Left out: Total: Enter an amount in minor units."),
        ("due_on=someday", "Left out: Due on"),
        ("group=pin", "Left out: Groups"),
        ("sort=pin", "Left out: Order"),
        ("after=rubbish", "This page mark is not valid."),
        ("limit=100000", "Left out: Rows on a page"),
        ("q=" + "x" * 3000, "Left out: Search"),
        ("&".join(f"name.contains={n}" for n in range(60)), "At most 50 filter values."),
        ("any1.gone=1&any1.stage=open", "Left out: gone"),
        ("view=999", "12 records"),
        ("q=%F0%9F%98%80%E2%80%AE%D8%B4", "Nothing matches"),
        ("name.contains=%00", "Left out: Name"),
    ],
)
async def test_a_page_stays_whole_and_says_what_it_left_out(
    admin: Browser, orders: None, query: str, said: str
) -> None:
    answer = await admin.get(f"{ORDERS}?{query}")
    assert answer.status_code == 200 and said in text_of(answer.text)


async def test_the_filter_form_joins_by_or(admin: Browser, orders: None) -> None:
    answer = await admin.get(f"{ORDERS}?q=Order&stage=closed&total.max=1.01&match=any")
    assert answer.headers["location"] == f"{ORDERS}?q=Order&any1.stage=closed&any1.total.max=1.01"
    page = await admin.get(answer.headers["location"])
    assert "Stage: Closed or Total ≤ 1.01" in text_of(page.text) and "4 records" in text_of(page.text)
    answer = await admin.get(f"{ORDERS}?any1.stage=closed&due_on=2026-01&match=any")
    assert answer.headers["location"] == f"{ORDERS}?any1.stage=closed&any2.due_on=2026-01"


async def test_proposals_while_searching(admin: Browser, orders: None) -> None:
    found = (await admin.get(f"{ORDERS}/facets?text=open&sort=-total&on=list")).json()
    assert found[0] == {"label": "Search for “open”", "href": f"{ORDERS}?sort=-total&q=open"}
    assert {"label": "Stage: Open", "href": f"{ORDERS}?sort=-total&stage=open"} in found
    months = (await admin.get(f"{ORDERS}/facets?text=this m")).json()
    assert {"label": "Due on: This month", "href": f"{ORDERS}?due_on=this_month"} in months
    assert (await admin.get(f"{ORDERS}/facets?text=%00")).json() == []


async def test_proposals_keep_to_what_may_be_read(user_of: MakeBrowser, orders: None) -> None:
    seller = await user_of(P.READ)
    assert "Margin" not in (await seller.get(f"{ORDERS}/facets?text=margin")).text
    nobody = await user_of()
    for path in ("facets?text=a", "board", ""):
        assert (await nobody.get(f"{ORDERS}/{path}")).status_code in (403, 404)


async def test_a_choice_in_a_cell_filters_by_it(admin: Browser, orders: None) -> None:
    assert 'href="/sample_shop/orders?q=Order&amp;stage=open"' in (await admin.get(f"{ORDERS}?q=Order")).text


async def test_counting_stops_and_goes_on_when_asked(
    admin: Browser, orders: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guanxi.views.lists.COUNT_CAP", 5)
    answer = await admin.get(ORDERS)
    assert "More than 5 records" in text_of(answer.text) and "count=all" in answer.text
    assert "Total CN¥" not in text_of(answer.text).partition("</tfoot>")[0].rpartition("More than")[0][-200:]
    assert "12 records" in text_of((await admin.get(f"{ORDERS}?count=all")).text)


async def test_a_name_of_any_kind_is_shown_as_it_is(admin: Browser, in_shop: Company) -> None:
    order = await records.create(Order, {"name": "x", "owner_id": 1})
    await execute("ALTER TABLE sample_shop_order ALTER COLUMN name TYPE text")
    for name in ("长" * 300, "😀 <b>&amp;", "\u202eشركة", "{name} %s"):
        await execute("UPDATE sample_shop_order SET name = $1 WHERE id = $2", name, order.id)
        answer = await admin.get(ORDERS)
        assert answer.status_code == 200 and name in text_of(answer.text)
