"""The member card with the network cut: kept by the phone as long as the session lasts, and not a moment longer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import PageAs

CARD = "/portal/card"
_FORGOTTEN = "caches.has('portal-card-1').then(found => !found)"
_PARTS = "caches.open('portal-card-1').then(c => c.keys()).then(k => k.map(r => new URL(r.url).pathname).sort())"


@pytest.fixture
def phone(page_as: PageAs, fresh_site: str) -> Page:
    return page_as("portal", width=390, touch=True, site=fresh_site, quiet=False)


def keep(page: Page) -> None:
    page.goto(CARD)
    until(page, "caches.match('/portal/icon-192.png').then(Boolean)")


def until(page: Page, condition: str) -> None:
    """Whatever the worker does, it does beside the page."""
    for _attempt in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(condition)


def cannot_open(page: Page, path: str) -> bool:
    try:
        page.goto(path)
    except Error:
        return True
    return False


def test_the_card_opens_without_a_network_until_signing_out(phone: Page) -> None:
    keep(phone)
    code, number = phone.locator("svg.qr").evaluate("e => e.outerHTML"), phone.locator(".code").inner_text()
    expect(phone.locator("#kept")).to_be_hidden()
    parts = phone.evaluate(_PARTS)
    assert CARD in parts and not [
        part for part in parts if part.startswith("/portal/") and part != CARD and "icon" not in part
    ]
    phone.context.set_offline(True)
    for _time in range(2):
        phone.goto(CARD)
        assert phone.locator("svg.qr").evaluate("e => e.outerHTML") == code
        assert phone.locator(".code").inner_text() == number
        expect(phone.locator("#kept")).to_be_visible()
        assert phone.locator("section").evaluate("e => getComputedStyle(e).borderRadius") == "14px", "with its style"
    for other in ("/portal/points", "/portal/my-data", "/portal"):
        assert cannot_open(phone, other), f"{other} is kept nowhere"
    phone.context.set_offline(False)
    phone.goto("/portal/my-data")
    phone.get_by_role("button", name="Sign out").click()
    phone.wait_for_url("**/portal/sign-in")
    until(phone, _FORGOTTEN)
    phone.context.set_offline(True)
    assert cannot_open(phone, CARD)


def test_an_ended_session_takes_the_card_along(phone: Page) -> None:
    keep(phone)
    phone.context.clear_cookies()  # as when the session was ended elsewhere
    phone.goto(CARD)
    expect(phone).to_have_url(phone.url.partition("/portal")[0] + "/portal/sign-in?next=/portal/card")
    until(phone, _FORGOTTEN)
    phone.context.set_offline(True)
    assert cannot_open(phone, CARD)


def test_a_kept_card_ends_with_its_session_also_without_a_network(phone: Page) -> None:
    keep(phone)
    phone.evaluate(
        """async () => {
            const cache = await caches.open("portal-card-1"), answer = await cache.match("/portal/card");
            const headers = new Headers(answer.headers);
            headers.set("x-card-until", String(Date.now() - 1));
            await cache.put("/portal/card", new Response(await answer.text(), {headers}));
        }"""
    )
    phone.context.set_offline(True)
    assert cannot_open(phone, CARD)
    phone.context.set_offline(False)
    phone.goto("/portal/sign-in")
    until(phone, _FORGOTTEN)
