"""What was typed into a form is not lost when a button of the record is pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import axe
from tests.browser.conftest import PageAs, create
from tests.browser.test_page import CUSTOMERS, customer

CONTRACTS = "/crm_contracts/contracts"


def contract(page: Page) -> str:
    path, _name = customer(page)
    values = {"title": "Before", "customer": int(path.removeprefix(f"{CUSTOMERS}/")), "currency": "CNY"}
    id = create(page, "crm_contracts/contracts", {**values, "lines": [{"description": "Fan", "unit_price": 100}]})
    return f"{CONTRACTS}/{id}"


@pytest.mark.parametrize(
    ("locale", "press", "save"), [("en", "Send quotation", "Save and go on"), ("zh_CN", "发送报价单", "保存并继续")]
)
def test_it_is_saved_first(page_as: PageAs, locale: str, press: str, save: str) -> None:
    page = page_as(locale=locale)
    path = contract(page)
    page.goto(path)
    title = page.locator("#record [name=title]")
    title.fill("After")
    page.get_by_role("link", name=press).click()
    asked = page.get_by_role("dialog")
    expect(asked).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(asked).to_have_count(0)
    expect(title).to_have_value("After")
    page.get_by_role("link", name=press).click()
    asked.get_by_role("button", name=save).click()
    page.wait_for_url(f"**{path}/actions/quote")
    page.goto(path)
    expect(title).to_have_value("After")


def test_what_cannot_be_saved_stays_where_it_is(page_as: PageAs) -> None:
    page = page_as()
    path = contract(page)
    page.goto(path)
    page.locator("[name=lines-0-quantity]").fill("many")
    page.get_by_role("list", name="Stage").get_by_role("link", name="Void").click()
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("alert")).to_contain_text("Quantity")
    assert page.url.endswith(path)
    page.locator("[name=lines-0-quantity]").fill("3")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".toasts")).to_contain_text("Saved.")
    assert page.url.endswith(path)
    page.get_by_role("link", name="Send quotation").click()
    page.wait_for_url(f"**{path}/actions/quote")
