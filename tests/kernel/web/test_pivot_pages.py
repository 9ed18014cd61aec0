"""Pivots as pages and files."""

from __future__ import annotations

from datetime import date

import pytest
from sample_shop.models import Order, Stage

from guanxi import records
from guanxi.context import Company
from guanxi.db import count_statements
from tests.kernel.web.browser import Browser, text_of
from tests.kernel.web.conftest import MakeBrowser

PIVOT = "/sample_shop/orders/pivot"
ASKED = "rows=stage&columns=due_on:month&measure=total"


@pytest.fixture
async def some(in_shop: Company) -> None:
    for stage, total, due in (
        (Stage.OPEN, 1200, date(2026, 1, 31)),
        (Stage.OPEN, 34, date(2026, 2, 1)),
        (Stage.DRAFT, 5, None),
    ):
        await records.create(Order, {"name": "=1+1", "stage": stage, "total": total, "due_on": due, "owner_id": 1})


async def test_the_table_its_chart_and_its_form(admin: Browser, some: None) -> None:
    html = (await admin.get(f"{PIVOT}?{ASKED}&stage=open&chart=line")).text
    page = text_of(html.partition('<table class="table pivot"')[2].partition("</table>")[0])
    assert " ".join(page.split()).endswith(
        "Stage Jan 2026 Feb 2026 Total Open CN¥12.00 CN¥0.34 CN¥12.34 Total CN¥12.00 CN¥0.34 CN¥12.34"
    )
    assert '<option value="due_on:month" selected>Due on by month</option>' in html
    assert '<input type="hidden" name="stage" value="open">' in html
    assert "<polyline" in html and 'style="' not in html
    assert 'href="/sample_shop/orders?stage=open&amp;due_on=2026-01&amp;currency=CNY"' in html


async def test_an_empty_choice_of_columns_is_none(admin: Browser, some: None) -> None:
    answer = await admin.get(f"{PIVOT}?rows=stage&columns=&measure=total")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PIVOT}?rows=stage&measure=total")
    html = (await admin.get(answer.headers["location"])).text
    assert "Jan 2026" not in html and "CN¥12.34" in html


async def test_the_file_has_the_same_numbers(admin: Browser, some: None) -> None:
    answer = await admin.get(f"/sample_shop/orders/pivot.csv?{ASKED}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''orders-pivot.csv"
    assert answer.text.removeprefix("\ufeff").split("\r\n") == [
        "Currency,Stage,Jan 2026,Feb 2026,Not set,Total",
        "CNY,Draft,,,0.05,0.05",
        "CNY,Open,12.00,0.34,,12.34",
        "CNY,Total,12.00,0.34,0.05,12.39",
        "",
    ]


async def test_only_what_one_may_see(user_of: MakeBrowser, some: None) -> None:
    clerk = await user_of("sample_shop.read")
    assert "Nothing here yet" in (await clerk.get(f"{PIVOT}?{ASKED}")).text
    assert (await (await user_of()).get(PIVOT)).status_code == 403
    assert (await (await user_of()).get("/sample_shop/orders/pivot.csv")).status_code == 403


@pytest.mark.parametrize(
    "query",
    ["rows=nothing", "rows=notes,stage", "rows=stage&columns=due_on:hour", "measure=x", "chart=%00", "rows=%00&q=%00"],
)
async def test_what_cannot_be_is_said(admin: Browser, some: None, query: str) -> None:
    answer = await admin.get(f"{PIVOT}?{query}")
    assert answer.status_code == 200
    assert ("Left out:" in answer.text) == (not query.startswith("chart"))


async def test_a_list_that_cannot_be_grouped_has_none(admin: Browser, in_shop: Company) -> None:
    assert (await admin.get("/sample_shop/shops/pivot")).status_code == 404
    assert (await admin.post(PIVOT, data={"_csrf": await admin.csrf()})).status_code == 405


async def test_few_statements(admin: Browser, some: None) -> None:
    await admin.get(f"{PIVOT}?{ASKED}")
    with count_statements() as counted:
        await admin.get(f"{PIVOT}?{ASKED}")
    assert counted.count <= 4, "the session, saved views and one for all numbers"


async def test_in_chinese(admin: Browser, some: None) -> None:
    await admin.submit("/language", {"locale": "zh_CN"}, page="/account")
    page = text_of((await admin.get(f"{PIVOT}?{ASKED}")).text)
    assert "2026年1月" in page and "合计" in page and "¥12.34" in page
    for word in ("Rows", "Columns", "Measure", "Chart", "Bars", "month", "Total by"):
        assert word not in page
