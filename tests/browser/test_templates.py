"""The editor of contract templates: the text stands beside as one types, an error leads to its line; any screen."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import DESK, PHONE, axe, scrolls_sideways
from tests.browser.conftest import PageAs, create

PREVIEW = "[data-preview-text]"


def _open(page: Page, body: str = "甲方：{{ customer.name }}") -> None:
    values = {"name": f"模板{uuid.uuid4().hex[:8]}", "name_en": f"Template {uuid.uuid4().hex[:8]}", "body": body}
    page.goto(f"/crm_contracts/templates/{create(page, 'crm_contracts/templates', values)}")


def test_the_text_follows_what_one_types_and_an_error_leads_to_its_line(page_as: PageAs) -> None:
    page = page_as()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/preview" in request.url else None)
    _open(page)
    expect(page.locator(PREVIEW)).to_contain_text("甲方：靖江市春意空调有限公司")
    before = len(asked)
    page.locator("[name=body]").press_sequentially("\n# 价款\n{{ contract.total }}", delay=20)
    expect(page.locator(f"{PREVIEW} h4")).to_have_text("价款")
    expect(page.locator(PREVIEW)).to_contain_text("¥185,800.00")
    assert len(asked) - before <= 3, "it waits until one rests"

    page.locator("[name=body_en]").fill("One\nTwo {{ customer.nam }}")
    expect(page.locator(PREVIEW)).to_contain_text("line 2")
    page.locator(PREVIEW).get_by_role("button", name="Show line 2").press("Enter")
    expect(page.locator("[name=body_en]")).to_be_focused()
    assert page.evaluate("document.activeElement.selectionStart") == len("One\n")

    page.get_by_text("What a text may say").click()
    page.locator("[name=body_en]").fill("Total: ")
    page.get_by_role("button", name="contract.total", exact=True).click()
    expect(page.locator("[name=body_en]")).to_have_value("Total: {{ contract.total }}")
    expect(page.locator(PREVIEW)).to_contain_text("Total: CN¥185,800.00")


def test_without_a_script_the_button_shows_the_same(page_as: PageAs) -> None:
    page = page_as(scripts=False)
    _open(page)
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Preview").click()
    expect(opened.value.locator("main")).to_contain_text("甲方：靖江市春意空调有限公司")


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_the_editor_suits_everybody_and_every_screen(page_as: PageAs, locale: str) -> None:
    page = page_as(locale=locale)
    _open(page)
    expect(page.locator(f"{PREVIEW} article")).to_have_count(2)
    page.locator(".variables summary").click()
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        assert not scrolls_sideways(page)
        assert axe(page) == []


def test_the_pages_of_seal_and_signed_copies_suit_everybody(page_as: PageAs) -> None:
    admin = page_as()
    answer = admin.request.get("/api/v1/crm_contracts/contracts?state=active&limit=1").json()
    pdf = f"/api/v1/crm_contracts/contracts/{answer['data'][0]['id']}/documents/contract?language=en"
    assert admin.request.get(pdf).body().startswith(b"%PDF-1.7")
    for path in ("/crm_contracts/seal", f"/crm_contracts/scan/{answer['data'][0]['id']}"):
        for locale in ("en", "zh_CN"):
            page = page_as(locale=locale, width=390)
            page.goto(path)
            assert not scrolls_sideways(page) and axe(page) == []
