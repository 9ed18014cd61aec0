"""The people that browser tests act as."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PageAs, create


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_everybody_is_signed_in_in_their_language(page_as: PageAs, locale: str) -> None:
    for login in ("admin", "seller"):
        page = page_as(login, locale=locale, theme="dark", width=390)
        page.goto("/")
        expect(page.locator("html")).to_have_attribute("lang", locale.replace("_", "-"))
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        assert page.locator("main").count() == 1


def test_a_customer_is_in_the_portal(page_as: PageAs) -> None:
    for _time in range(2):
        page = page_as("portal", locale="zh_CN")
        page.goto("/portal")
        expect(page).to_have_url(page.url.partition("/portal")[0] + "/portal")
        assert page.locator("main").count() == 1


def test_records_are_made_by_the_api(page_as: PageAs) -> None:
    page = page_as("admin")
    id = create(page, "crm_core/customers", {"name": "台州路桥阀门有限公司", "mobile": "13900139000"})
    page.goto(f"/crm_core/customers/{id}")
    expect(page.locator("h1")).to_have_text("台州路桥阀门有限公司")


def test_a_site_of_ones_own(page_as: PageAs, fresh_site: str, demo_site: str) -> None:
    page = page_as("boss", site=fresh_site, scripts=False)
    page.goto("/crm_core/customers")
    assert page.url.startswith(fresh_site) and fresh_site != demo_site
