"""Arranging the home page, with and without scripts, and its charts and pivots in the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PageAs, token_of

ARRANGING = "/?arrange=1"


def cards(page: Page) -> list[str]:
    return [str(card.get_attribute("data-card")) for card in page.locator("[data-card]").all()]


def expect_cards(page: Page, wanted: list[str]) -> None:
    """Once the page has followed what was pressed."""
    for _time in range(100):
        if cards(page) == wanted:
            return
        page.wait_for_timeout(100)
    assert cards(page) == wanted


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


@pytest.fixture
def arranging(page_as: PageAs) -> Iterator[PageAs]:
    """Pages of the administrator, whose home page is as at first before and after."""

    def reset() -> None:
        page = page_as()
        token, site = token_of(page)
        page.request.post("/home", form={"_csrf": token, "do": "reset"}, headers={"Origin": site})

    reset()
    yield page_as
    reset()


@pytest.mark.parametrize("scripts", [False, True])
def test_buttons_arrange_the_cards(arranging: PageAs, scripts: bool) -> None:
    page = arranging(scripts=scripts)
    page.goto("/")
    page.get_by_role("link", name="Arrange").click()
    expect(page.locator("[data-arrange]")).to_be_visible()
    before = cards(page)
    assert before[:2] == ["by_month", "overdue"]
    button(page, "Move Billed and received down").click()
    expect_cards(page, ["overdue", "by_month", *before[2:]])
    expect(page.get_by_role("status")).to_contain_text("Billed and received was moved down.")
    button(page, "Make Billed and received narrow").click()
    expect(page.locator("#card-by_month")).not_to_have_class("card wide")
    button(page, "Hide Receivables").click()
    expect(page.locator("#card-overdue")).to_have_count(0)
    page.get_by_role("link", name="Done", exact=True).click()
    expect(page.locator("#card-by_month")).to_be_visible()
    expect(page.locator("#card-overdue")).to_have_count(0)
    page.goto(ARRANGING)
    button(page, "Show: Receivables").click()
    expect(page.locator("[data-card]").last).to_have_attribute("data-card", "overdue")
    button(page, "As at first").click()
    expect_cards(page, before)


def test_dragging_arranges_the_cards(arranging: PageAs) -> None:
    page = arranging()
    page.set_viewport_size({"width": 1440, "height": 2400})  # both cards in sight: nothing scrolls under the pointer
    page.goto(ARRANGING)
    before = cards(page)
    with page.expect_navigation():
        page.locator("#title-customers").drag_to(page.locator("#title-by_month"))
    after = cards(page)
    assert sorted(after) == sorted(before)
    assert after.index("customers") < before.index("customers")
    expect(page.get_by_role("status")).to_contain_text("The order of the cards was kept.")
    page.goto("/")
    assert cards(page) == after


def test_the_keyboard_arranges_the_cards(arranging: PageAs) -> None:
    page = arranging(locale="zh_CN")
    page.goto(ARRANGING)
    first, second, *_rest = cards(page)
    page.locator("#card-by_month").get_by_role("button", name="下移").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("已下移")
    assert cards(page)[:2] == [second, first]


def test_a_home_page_fits_a_phone(arranging: PageAs) -> None:
    page = arranging(width=390)
    for address in ("/", ARRANGING, "/crm_contracts/contracts/pivot?rows=state&columns=signed_on:month&measure=total"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_a_chart_can_be_read_as_a_table(page_as: PageAs) -> None:
    page = page_as(scripts=False)
    page.goto("/")
    card = page.locator("#card-by_month")
    expect(card.get_by_role("img", name="Billed and received by month")).to_be_visible()
    expect(card.locator("table")).to_be_hidden()
    card.get_by_text("View as table").click()
    expect(card.get_by_role("columnheader", name="Billed")).to_be_visible()
    assert card.get_by_role("row").count() == 7


def test_a_pivot_leads_to_its_records(page_as: PageAs) -> None:
    page = page_as(scripts=False)
    page.goto("/crm_contracts/contracts")
    page.get_by_role("link", name="Pivot").click()
    page.get_by_label("Rows").select_option("state")
    page.get_by_label("Columns").select_option("")
    page.get_by_label("Measure").select_option("count")
    page.get_by_label("Chart").select_option("shares")
    button(page, "Show").click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Draft"))
    number = row.get_by_role("cell").last.inner_text()
    row.get_by_role("cell").last.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Contracts")
    assert "state=draft" in page.url
    assert str(page.locator("tbody tr").count()) == number
