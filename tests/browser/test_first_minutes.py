"""The first five minutes of a company, and what happens to those who are at work while it changes."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAs


def _logo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (200, 80), "#c2410c").save(out, "PNG")
    return out.getvalue()


def _press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=name, exact=True).click()


def _overflows(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def test_the_first_five_minutes(empty_site: str, page_as: PageAs) -> None:
    """Every step without a script, and each ticks itself."""
    page = page_as("admin", site=empty_site, scripts=False)
    page.goto("/")
    steps = page.locator(".steps > li")
    expect(steps).to_have_count(3)
    expect(steps.locator(".step-mark.done")).to_have_count(1)  # add-ons are enabled already
    steps.nth(0).get_by_role("link").click()
    page.get_by_label("Name of the company").fill("Harbor Works")
    page.get_by_label("Color").fill("#c2410c")
    page.locator("[name=logo]").set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": _logo()})
    _press(page, "Save")
    page.wait_for_timeout(1500)  # the other process follows
    page.goto("/settings/company")
    expect(page.locator(".side .brand")).to_have_text("Harbor Works")
    assert page.locator(".side .brand-logo").evaluate("image => image.naturalWidth") == 200
    accent = "getComputedStyle(document.querySelector('main .button.primary')).backgroundColor"
    page.goto("/")
    expect(steps.locator(".step-mark.done")).to_have_count(2)
    assert page.evaluate(accent) == "rgb(194, 65, 12)"
    expect(steps.nth(2).get_by_role("link", name="Import customers")).to_have_attribute(
        "href", "/crm_core/import/customers"
    )
    _press(page, "Load demo data")
    expect(page.locator(".toast")).to_contain_text("Demo data is being loaded.")
    for _attempt in range(60):
        if steps.locator(".step-mark.done").count() == 3:
            break
        page.wait_for_timeout(500)
        page.goto("/")
    expect(steps.locator(".step-mark.done")).to_have_count(3)
    _press(page, "All done")
    expect(steps).to_have_count(0)
    page.goto("/crm_core/customers")
    expect(page.locator("main table tbody tr").first).to_be_visible()


def test_an_add_on_goes_while_another_tab_is_open(fresh_site: str, page_as: PageAs) -> None:
    seller = page_as("li.na", site=fresh_site)
    seller.goto("/crm_loyalty/accounts")
    admin = page_as("admin", site=fresh_site)
    admin.goto("/addons")
    for needs_it in ("crm_membership", "crm_referrals", "crm_community"):
        admin.goto("/addons")
        admin.locator(f"a[href='/addons/{needs_it}/disable']").click()
        _press(admin, "Disable")
    admin.goto("/addons")
    admin.locator("a[href='/addons/crm_loyalty/disable']").click()
    expect(admin.locator("main")).to_contain_text("Its data stays")
    _press(admin, "Disable")
    admin.wait_for_timeout(2500)  # every process follows within two seconds
    seller.locator("main table tbody a").first.click()
    expect(seller.locator("h1")).to_have_text("The add-on Loyalty is disabled.")
    expect(seller.locator("main")).to_contain_text("Its data is kept")
    assert seller.locator("aside a[href='/crm_loyalty/accounts']").count() == 0
    seller.locator("main").get_by_role("link", name="Back").click()
    expect(seller.locator("h1")).to_have_text("The add-on Loyalty is disabled.")
    seller.locator("main").get_by_role("link", name="Home").click()
    expect(seller.locator("h1")).to_contain_text("Li Na")


def test_the_language_is_changed_on_every_page(page_as: PageAs) -> None:
    page = page_as("admin", locale="en")
    page.goto("/system-health")
    expect(page.locator("h1")).to_have_text("System health")
    page.locator("aside").get_by_role("button", name="简体中文").click()
    expect(page.locator("h1")).to_have_text("系统状态")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    page.locator("aside").get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("System health")


def test_administration_on_a_phone(page_as: PageAs) -> None:
    page = page_as("admin", locale="zh_CN", theme="dark", width=390)
    for path in ("/settings", "/settings/company", "/addons", "/guanxi/jobs", "/guanxi/audit", "/system-health"):
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        assert not _overflows(page), path


def test_the_portal_on_a_phone(page_as: PageAs) -> None:
    """Without a script, in both languages, with targets that a thumb can hit."""
    small = """[...document.querySelectorAll("a:not(.skip), button")].filter(item => {
        const { width, height } = item.getBoundingClientRect();
        return width > 1 && item.offsetParent && (height < 24 || width < 24);
    }).map(item => item.outerHTML)"""
    tabs = """[...document.querySelectorAll(".tabs a, .tabs summary")].filter(item => item.checkVisibility())
        .map(item => item.getBoundingClientRect().height)"""
    for locale, title in (("en", "Home"), ("zh_CN", "首页")):
        page = page_as("portal", locale=locale, width=390, scripts=False, touch=True)
        page.goto("/portal")
        expect(page.locator(".tabs [aria-current]")).to_have_text(title)
        hrefs = [link.get_attribute("href") or "" for link in page.locator(".tabs a").all()]
        for href in hrefs:
            page.goto(href)
            assert not _overflows(page), href
            assert page.evaluate(small) == [], href
            assert min(page.evaluate(tabs)) >= 44
