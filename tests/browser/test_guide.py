"""A new record step by step: the eleven steps of a contract (CONT-02)."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import axe, scrolls_sideways
from tests.browser.conftest import PageAs, create

GUIDE = "/crm_contracts/contracts/new?guide=1"


def _shown(page: Page) -> str:
    [title] = page.locator("[data-step]:visible > .card > header h2").all_inner_texts()[:1]
    return title


def _next(page: Page, times: int = 1) -> None:
    for _time in range(times):
        page.locator("[data-next]").click()


def test_it_leads_to_the_confirmation(page_as: PageAs) -> None:
    page = page_as()
    name = f"Guided {uuid.uuid4().hex[:8]} Ltd."
    create(page, "crm_core/customers", {"name": name, "phone": "021-63210000"})
    page.goto(GUIDE)
    expect(page.locator(".guide li")).to_have_count(11)
    expect(page.get_by_role("button", name="Save")).to_be_hidden()
    _next(page, 2)
    assert _shown(page) == "Signing", "a title is wanted"
    page.locator("[name=title]").fill("Step by step")
    page.keyboard.press("Enter")
    assert _shown(page) == "Contract type"
    page.get_by_role("link", name="11. Confirm").click()
    assert _shown(page) == "Buyer", "nothing that is wanted is passed over"
    page.get_by_role("combobox", name="Customer").fill(name)
    page.get_by_role("option", name=name).click()
    page.get_by_role("link", name="11. Confirm").click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/actions/confirm")
    expect(page.get_by_label("All gifts and promises to the customer are in the annex")).to_be_visible()


def test_a_refused_save_comes_back_to_its_step(page_as: PageAs) -> None:
    page = page_as(locale="zh_CN")
    name = f"分步{uuid.uuid4().hex[:8]}有限公司"
    create(page, "crm_core/customers", {"name": name, "phone": "021-63210000"})
    page.goto(GUIDE)
    _next(page)
    page.locator("[name=title]").fill("分步")
    _next(page, 3)
    page.locator("[name=starts_on]").fill("2026-05-02")
    page.locator("[name=ends_on]").fill("2026-05-01")
    _next(page, 2)
    page.get_by_role("combobox", name="客户").fill(name)
    page.get_by_role("option", name=name).click()
    page.get_by_role("link", name="11.").click()
    page.get_by_role("button", name="保存").click()
    expect(page.locator("[name=ends_on]")).to_be_visible()
    assert _shown(page) == "日期"


def test_without_a_script_all_steps_are_one_page(page_as: PageAs) -> None:
    page = page_as(scripts=False)
    page.goto(GUIDE)
    for name in ("title", "starts_on", "annex"):
        expect(page.locator(f"[name={name}]")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_be_visible()
    expect(page.locator("[data-next]")).to_be_hidden()


@pytest.mark.parametrize("width", [1440, 390])
def test_it_fits_and_is_accessible(page_as: PageAs, width: int) -> None:
    page = page_as(width=width)
    page.goto(GUIDE)
    assert not scrolls_sideways(page)
    assert not axe(page)
