"""The lines of a form: a row each and a fold below it, wide; a card each, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.checks import axe, scrolls_sideways
from tests.browser.conftest import PageAs, create
from tests.browser.test_page import CUSTOMERS, NEW_CONTRACT, customer

_OVERFLOW = "table => table.parentElement.scrollWidth - table.parentElement.clientWidth"
LINES = [
    {"description": "Fans", "unit_price": 1_280_050, "recurrence": "month", "tax_rate": "6"},
    {"description": "Valves, each of them checked twice before they leave the house", "unit_price": 99, "quantity": 7},
]


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_scrolls_sideways(page_as: PageAs, width: int) -> None:
    page = page_as(width=width)
    path, _name = customer(page)
    values = {"title": "Lines", "customer": int(path.removeprefix(f"{CUSTOMERS}/")), "currency": "CNY", "lines": LINES}
    page.goto(f"/crm_contracts/contracts/{create(page, 'crm_contracts/contracts', values)}")
    table = page.locator("[data-lines=lines]")
    assert table.evaluate(_OVERFLOW) == 0 and scrolls_sideways(page) == []
    first = table.locator("tbody").first
    expect(first.locator("summary")).to_contain_text("Charged: Month")
    expect(first.get_by_label("Unit", exact=True)).to_be_hidden()
    first.locator("summary").press("Enter")
    expect(first.get_by_label("Unit", exact=True)).to_be_visible()
    assert table.evaluate(_OVERFLOW) == 0 and axe(page) == []
    page.get_by_role("button", name="Add a row").first.click()
    assert table.evaluate(_OVERFLOW) == 0


def test_a_card_says_what_stands_in_it(page_as: PageAs) -> None:
    page = page_as(width=390, scripts=False)
    page.goto(NEW_CONTRACT)
    table = page.locator("[data-lines=lines]")
    expect(table.locator("thead")).to_be_hidden()
    labels = "cell => getComputedStyle(cell, '::before').content"
    said = [cell.evaluate(labels) for cell in table.locator("tbody").first.locator("td").all()]
    assert said[:6] == ['"Product"', '"Description"', '"Quantity"', '"Unit price"', '"Discount (%)"', '"Amount"']
    table.locator("summary").first.click()
    expect(table.get_by_label("Free periods").first).to_be_visible()
