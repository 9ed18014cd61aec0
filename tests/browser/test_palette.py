"""The command palette, keys and the bell, by keyboard alone."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.checks import axe, scrolls_sideways
from tests.browser.conftest import Form, PageAs, create, token_of

LIST = "/crm_core/customers"


def palette(page: Page) -> Locator:
    """Opened by its key."""
    page.keyboard.press("Control+k")
    box = page.get_by_role("dialog").filter(has=page.get_by_role("combobox"))
    expect(box.get_by_role("combobox")).to_be_focused()
    expect(box.get_by_role("option").first).to_be_visible()
    return box


def chosen(box: Locator) -> Locator:
    return box.get_by_role("option", selected=True)


@pytest.mark.parametrize(
    ("query", "label", "path"),
    [
        ("xjht", "新建合同", "/crm_contracts/contracts/new"),
        ("kehu", "前往客户", "/crm_core/customers?archived=0"),
        ("合同 新建", "新建合同", "/crm_contracts/contracts/new"),
        ("zh", "前往我的账户", "/account"),
    ],
)
def test_chinese_commands_run_by_pinyin(page_as: PageAs, query: str, label: str, path: str) -> None:
    page = page_as(locale="zh_CN")
    page.goto("/")
    box = palette(page)
    page.keyboard.type(query)
    if query != "zh":
        expect(chosen(box)).to_contain_text(label)
    else:
        option = box.get_by_role("option").filter(has_text=label)
        expect(option).to_be_visible()
        while option.get_attribute("aria-selected") != "true":
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(path) + "$"))


def test_a_record_is_found_and_opened(page_as: PageAs) -> None:
    page = page_as()
    name = f"Palette {uuid4().hex[:8]} Ltd."
    id = create(page, "crm_core/customers", {"name": name, "phone": "021-63210000"})
    page.goto("/")
    box = palette(page)
    page.keyboard.type(name[:16])
    expect(chosen(box)).to_contain_text(f"Customer: {name}")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/crm_core/customers/{id}")


def test_arrows_go_round_and_escape_gives_the_focus_back(page_as: PageAs) -> None:
    page = page_as()
    page.goto(LIST)
    page.locator("#q").focus()
    box = palette(page)
    first = chosen(box).text_content()
    page.keyboard.press("ArrowUp")
    expect(chosen(box)).not_to_have_text(first or "")
    expect(box.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    active = box.get_by_role("combobox").get_attribute("aria-activedescendant")
    assert active == chosen(box).get_attribute("id")
    page.keyboard.press("ArrowDown")
    expect(chosen(box)).to_have_text(first or "")
    page.keyboard.type("no such thing at all")
    expect(box.get_by_role("option")).to_have_count(1)
    expect(box.get_by_role("option")).to_have_text("Nothing found")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(page.locator("#q")).to_be_focused()


def test_controls_of_the_page_are_commands_by_themselves(page_as: PageAs) -> None:
    page = page_as(locale="zh_CN")
    page.goto(LIST)
    box = palette(page)
    option = box.get_by_role("option").filter(has_text=re.compile("^新建N$"))
    expect(option).to_be_visible()
    page.keyboard.type("ss")
    expect(chosen(box)).to_contain_text("搜索")
    page.keyboard.press("Enter")
    expect(page.locator("#q")).to_be_focused()


def test_commands_work_controls_that_every_page_has(page_as: PageAs) -> None:
    page = page_as(theme="light")
    page.goto("/account")
    box = palette(page)
    page.keyboard.type("dark")
    expect(chosen(box)).to_have_text("Light or dark")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_single_keys_go_search_and_make(page_as: PageAs) -> None:
    page = page_as()
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url(f"**{LIST}?archived=0")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("gc?n")
    expect(page.locator("#q")).to_have_value("gc?n")
    page.locator("h1").click()
    composing = (
        "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, isComposing: true, bubbles: true}))"
    )
    page.evaluate(composing, "?")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys of this page")
    expect(keys.get_by_role("listitem").filter(has_text="Search or run a command")).to_contain_text("CtrlK")
    expect(keys.get_by_role("listitem").filter(has_text=re.compile("^CustomersGC$"))).to_be_visible()
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    assert page.url.endswith(f"{LIST}?archived=0")
    page.keyboard.press("n")
    page.wait_for_url(f"**{LIST}/new")


def test_single_keys_can_be_switched_off(page_as: PageAs) -> None:
    page = page_as("teller")
    page.goto("/account")
    page.get_by_label("Single keys do something").uncheck()
    page.locator("#keys-set").get_by_role("button").click()
    expect(page.get_by_label("Single keys do something")).not_to_be_checked()
    try:
        for key in ("?", "g", "h"):
            page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_be_hidden()
        assert page.url.endswith("/account")
        palette(page)
    finally:
        page.goto("/account")
        page.get_by_label("Single keys do something").check()
        page.locator("#keys-set").get_by_role("button").click()
        expect(page.locator("body[data-hotkeys]")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_bell_counts_while_the_page_is_open(page_as: PageAs) -> None:
    boss, admin = page_as("boss", locale="zh_CN"), page_as()
    id = create(admin, "crm_core/customers", {"name": f"Bell {uuid4().hex[:8]} Ltd.", "phone": "021-63210000"})
    boss.goto("/account")
    bell = boss.locator("[data-bell]")
    before = int(bell.get_attribute("data-bell") or 0)
    boss.wait_for_timeout(2000)  # until it listens
    token, site = token_of(admin)
    form: Form = {"_csrf": token, "text": "@boss, please"}
    answer = admin.request.post(f"{LIST}/{id}/notes", form=form, headers={"Origin": site}, max_redirects=0)
    assert answer.status == 303
    expect(bell).to_have_attribute("aria-label", f"通知，未读 {before + 1} 条")
    expect(bell.locator("b")).to_have_text(str(before + 1))
    expect(boss.get_by_role("status").filter(has_text="您有一条新通知。")).to_be_visible()
    bell.click()
    boss.get_by_role("button", name="打开").first.click()
    boss.wait_for_url(re.compile(rf"{LIST}/{id}"))
    expect(bell).to_have_attribute("data-bell", str(before))


@pytest.mark.parametrize(("locale", "theme", "width"), [("en", "light", 1440), ("zh_CN", "dark", 390)])
def test_dialogs_and_pages_are_accessible(page_as: PageAs, locale: str, theme: str, width: int) -> None:
    page = page_as(locale=locale, theme=theme, width=width)
    for path in ("/account", "/palette?q=a", "/notifications"):
        page.goto(path)
        assert axe(page) == []
        assert scrolls_sideways(page) == []
    palette(page)
    assert axe(page) == []
    page.keyboard.type("no such thing at all")
    expect(page.get_by_role("option")).to_have_count(1)
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("body:focus-within")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert axe(page) == []


def test_without_scripts_the_palette_is_a_page(page_as: PageAs) -> None:
    page = page_as(locale="zh_CN", scripts=False)
    page.goto(LIST)
    page.get_by_role("link", name="搜索或执行命令").click()
    box = page.get_by_role("searchbox", name="搜索或执行命令")
    box.fill("xjht")
    box.press("Enter")
    page.get_by_role("main").get_by_role("link", name="新建合同", exact=True).click()
    page.wait_for_url("**/crm_contracts/contracts/new")
