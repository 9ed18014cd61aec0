"""What the script adds to every page: theme, menus, questions, rows of a form, proposals."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Dialog, Page, Request, expect

from tests.browser.conftest import PageAs, create

CUSTOMERS = "/crm_core/customers"
NEW_CONTRACT = "/crm_contracts/contracts/new"


def customer(page: Page) -> tuple[str, str]:
    """Address and name of a new customer."""
    name = f"Page {uuid4().hex[:8]} Ltd."
    return f"{CUSTOMERS}/{create(page, 'crm_core/customers', {'name': name, 'phone': '021-63210000'})}", name


def test_the_theme_is_kept(page_as: PageAs) -> None:
    page = page_as(theme="light")
    page.goto("/account")
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_main_menu_of_a_phone_opens_and_closes(page_as: PageAs) -> None:
    page = page_as(width=390)
    page.goto("/account")
    opener, menu = page.get_by_role("link", name="Open the menu"), page.get_by_role("complementary")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()
    opener.click()
    expect(page.get_by_role("link", name="Close the menu")).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    page.get_by_role("link", name="Close the menu").click()
    expect(menu).to_be_hidden()
    opener.click()
    page.mouse.click(380, 400)
    expect(menu).to_be_hidden()


def test_small_menus_close_at_escape_and_a_click_elsewhere(page_as: PageAs) -> None:
    page = page_as()
    page.goto(CUSTOMERS)
    columns, group = page.locator("summary", has_text="Columns"), page.locator("summary", has_text="Group")
    columns.click()
    expect(page.locator("details.menu[open]")).to_have_count(1)
    group.click()
    expect(page.locator("details.menu[open]")).to_contain_text("Group")
    expect(page.locator("details.menu[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("details.menu[open]")).to_have_count(0)
    expect(group).to_be_focused()
    columns.click()
    page.locator("h1").click()
    expect(page.locator("details.menu[open]")).to_have_count(0)


def test_a_question_comes_before_what_is_hard_to_take_back(page_as: PageAs) -> None:
    page = page_as(locale="zh_CN")
    path, _name = customer(page)
    page.goto(path)
    link = page.locator("a[data-confirm]").first
    label = link.get_attribute("data-confirm-label") or ""
    question = page.get_by_role("dialog", name="请确认")
    link.click()
    expect(question.get_by_role("button", name="取消")).to_be_focused()
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    link.click()
    question.get_by_role("button", name="取消").click()
    expect(question).to_have_count(0)
    assert page.url.endswith(path)
    link.click()
    question.get_by_role("button", name=label).click()
    expect(page.locator(".toasts")).to_contain_text(re.compile(r"\S"))


def test_rows_are_added_and_marked_for_removal(page_as: PageAs) -> None:
    page = page_as()
    page.goto(NEW_CONTRACT)
    rows = page.locator("[data-lines=lines] tbody")
    before = rows.count()
    add = page.get_by_role("button", name="Add a row").first
    add.click()
    add.click()
    expect(rows).to_have_count(before + 2)
    expect(rows.last.locator("input:not([type=hidden]), select, textarea").first).to_be_focused()
    expect(page.locator("[data-lines-count=lines]")).to_have_value(str(before + 2))
    names = [each.get_attribute("name") or "" for each in rows.last.locator("[name]").all()]
    assert all(name.startswith(f"lines-{before + 1}-") for name in names), names
    rows.last.get_by_label("Remove this row").check()
    expect(rows.last).to_have_css("opacity", "0.5")
    expect(rows.nth(before)).to_have_css("opacity", "1")


def test_changes_not_yet_saved_are_asked_about(page_as: PageAs) -> None:
    page = page_as()
    path, _name = customer(page)
    page.goto(path)
    asked: list[str] = []

    def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", hear)
    page.locator("[name=address]").fill("1 Harbor Road")
    page.goto("/account")
    assert asked == ["beforeunload"]
    page.goto(path)
    page.locator("[name=address]").fill("2 Harbor Road")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".toasts")).to_contain_text("Saved.")
    page.goto("/account")
    assert asked == ["beforeunload"]


def test_proposals_are_chosen_by_keyboard_and_mouse(page_as: PageAs) -> None:
    page = page_as()
    path, name = customer(page)
    page.goto("/crm_core/contacts/new")
    text, chosen = page.locator("[name='customer.text']"), page.locator("[name=customer]")
    text.fill(name)
    option = page.get_by_role("option", name=name, exact=True)
    expect(page.get_by_role("option")).to_have_count(1)
    expect(text).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert text.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Escape")
    expect(option).to_be_hidden()
    expect(text).to_have_attribute("aria-expanded", "false")
    assert text.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(chosen).to_have_value(path.rpartition("/")[2])
    page.keyboard.type("x")
    expect(chosen).to_have_value("")
    text.fill(name)
    option.click()
    expect(chosen).to_have_value(path.rpartition("/")[2])
    expect(text).to_be_focused()
    text.fill(name[:10])
    expect(option).to_be_visible()
    page.locator("[name=name]").focus()
    expect(option).to_be_hidden()


def test_nothing_is_proposed_while_an_input_method_composes(page_as: PageAs) -> None:
    page = page_as()
    page.goto("/crm_core/contacts/new")
    page.locator("[name='customer.text']").focus()
    expect(page.get_by_role("option").first).to_be_visible()
    asked: list[str] = []

    def hear(request: Request) -> None:
        if "/options?" in request.url:
            asked.append(request.url)

    page.on("request", hear)
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "gong", "selectionStart": 4, "selectionEnd": 4})
    page.wait_for_timeout(500)
    assert asked == []
    session.send("Input.insertText", {"text": "公"})
    expect(page.locator("[name='customer.text']")).to_have_value("公")
    page.wait_for_timeout(500)
    assert [url.partition("?")[2] for url in asked] == ["q=%E5%85%AC"]


def test_the_search_box_proposes_filters(page_as: PageAs) -> None:
    page = page_as()
    page.goto(CUSTOMERS)
    page.locator("#q").press_sequentially("Lead")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("option").first.click()
    page.wait_for_url(f"**{CUSTOMERS}?*")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_needs_a_script_is_shown_with_one(page_as: PageAs, scripts: bool) -> None:
    page = page_as(scripts=scripts)
    page.goto(CUSTOMERS)
    expect(page.locator("h1")).to_be_visible()
    for name in ("Keys", "Light or dark"):
        expect(page.get_by_role("button", name=name)).to_have_count(int(scripts))
    expect(page.get_by_label("Choose all on this page")).to_be_visible(visible=scripts)
