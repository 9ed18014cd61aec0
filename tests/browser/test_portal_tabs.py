"""The portal's tabs on a phone and at a desk: none is cut off, and each can be reached."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAs

_OVERFLOW = """[...document.querySelectorAll(".tabs ul, .tabs li > a span")]
    .some(e => e.checkVisibility() && !e.closest("details") && e.scrollWidth > e.clientWidth)"""
_LINKS = "[...document.querySelectorAll('.tabs a')].map(link => link.getAttribute('href'))"


def visible(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(".tabs a").all() if link.is_visible()]


@pytest.mark.parametrize(("width", "shown"), [(360, 4), (390, 4), (900, 4), (1280, 7)])
@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_what_does_not_fit_stands_behind_more(page_as: PageAs, locale: str, width: int, shown: int) -> None:
    page = page_as("portal", locale=locale, width=width)
    page.goto("/portal/my-data")
    assert len(visible(page)) == shown and not page.evaluate(_OVERFLOW)
    more = page.locator(".tabs summary")
    expect(more).to_have_text("More" if locale == "en" else "更多")
    more.click()
    assert sorted(visible(page)) == sorted(set(page.evaluate(_LINKS))), "each once"
    expect(page.locator(".tabs a[aria-current]:visible")).to_have_attribute("href", "/portal/my-data")
    page.mouse.click(width / 2, 200 if width < 760 else 700)
    assert len(visible(page)) == shown, "a tap beside it closes it"
    more.click()
    page.locator(".tabs a[href='/portal/referrals']:visible").click()
    page.wait_for_url("**/portal/referrals")
