"""The record page as people use it: two tabs, mentions, records made in place, files dropped, hints while typing."""

from __future__ import annotations

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import DESK, PHONE, axe, foreign, scrolls_sideways
from tests.browser.conftest import Demo, PageAs, create, token_of

_DROP = """
(names) => {
  const data = new DataTransfer();
  for (const name of names) data.items.add(new File(["content of " + name], name, { type: "text/plain" }));
  for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(
    new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
}
"""


def _customer(page: Page) -> tuple[str, str]:
    """Address and name of a new customer."""
    name = f"试用{uuid.uuid4().hex[:8]}有限公司"
    mobile = f"139{uuid.uuid4().int % 10**8:08}"
    return f"/crm_core/customers/{create(page, 'crm_core/customers', {'name': name, 'mobile': mobile})}", name


def test_a_stale_save_in_two_tabs_is_merged_by_field(page_as: PageAs) -> None:
    first = page_as()
    path, _name = _customer(first)
    first.goto(path)
    second = first.context.new_page()
    second.goto(path)
    second.locator("[name=address]").fill("长江路 1 号")
    second.get_by_role("button", name="Save").click()
    expect(second.locator(".toasts")).to_contain_text("Saved.")
    first.locator("[name=email]").fill("mine@example.com")
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_role("heading", name="Two versions")).to_be_visible()
    expect(first.locator("[name='_keep.email'][value=mine]")).to_be_checked()
    expect(first.locator("[name='_keep.address'][value=theirs]")).to_be_checked()
    first.get_by_role("button", name="Save").click()
    expect(first.locator(".toasts")).to_contain_text("Saved.")
    expect(first.locator("[name=email]")).to_have_value("mine@example.com")
    expect(first.locator("[name=address]")).to_have_value("长江路 1 号")


def test_what_both_changed_asks_also_without_a_script(page_as: PageAs) -> None:
    first = page_as(scripts=False, locale="zh_CN")
    path, _name = _customer(first)
    first.goto(path)
    second = first.context.new_page()
    second.goto(path)
    for page, text in ((second, "他们的"), (first, "我的")):
        page.locator("[name=address]").fill(text)
        page.get_by_role("button", name="保存").click()
    expect(first.locator("main")).to_contain_text("双方都改过")
    first.get_by_role("button", name="保存").click()
    expect(first.locator("main")).to_contain_text("双方都改过")
    first.locator("[name='_keep.address'][value=mine]").check()
    first.get_by_role("button", name="保存").click()
    expect(first.locator("[name=address]")).to_have_value("我的")


def test_a_mention_is_offered_while_typing_and_tells_who_may_see(page_as: PageAs) -> None:
    page = page_as()
    path, name = _customer(page)
    page.goto(path)
    box = page.get_by_role("textbox", name="Write a note")
    box.press_sequentially("Please look, @Bo")
    offered = page.locator("[data-mentions]").get_by_role("option")
    expect(offered).to_have_text(["Boss"])
    box.press("ArrowDown")
    box.press("Enter")
    expect(box).to_have_value("Please look, @Boss ")
    box.press_sequentially("and @Seller")
    offered.filter(has_text="Seller").click()
    page.get_by_role("button", name="Add the note").click()
    expect(page.locator(".toasts")).to_contain_text("Not told, since they may not see this record: Seller")
    expect(page.locator(".timeline .note-text").first).to_have_text("Please look, @Boss and @Seller")
    boss = page_as("boss")
    boss.goto("/notifications")
    expect(boss.locator("main")).to_contain_text(f"mentioned you: {name}")


def test_a_record_is_made_in_place_and_chosen(page_as: PageAs) -> None:
    page = page_as()
    name = f"临时{uuid.uuid4().hex[:8]}有限公司"
    page.goto("/crm_core/contacts/new")
    page.locator("[name=name]").fill("王敏")
    page.locator("[name='customer.text']").fill(name)
    page.get_by_role("option", name=f"Create “{name}”").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[name=name]")).to_have_value(name)
    dialog.get_by_role("button", name="Create").click()
    expect(dialog.locator(".error").first).to_be_visible()
    dialog.locator("[name=mobile]").fill(f"138{uuid.uuid4().int % 10**8:08}")
    dialog.get_by_role("button", name="Create").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("[name='customer.text']")).to_have_value(name)
    expect(page.locator("[name='customer.text']")).to_be_focused()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".toasts")).to_contain_text("was created")
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_a_select_takes_what_its_dialog_made(page_as: PageAs) -> None:
    page = page_as()
    path, _name = _customer(page)
    level = f"Level {uuid.uuid4().hex[:6]}"
    page.goto(path)
    page.get_by_role("link", name="New: Level").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[name=kind]")).to_have_value("level")
    dialog.locator("[name=name]").fill(level)
    dialog.get_by_role("button", name="Create").click()
    expect(page.locator("select[name=level] option:checked")).to_have_text(level)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("select[name=level] option:checked")).to_have_text(level)
    page.get_by_role("link", name="New: Level").click()
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_files_are_dropped_anywhere_on_the_page(page_as: PageAs) -> None:
    page = page_as()
    path, _name = _customer(page)
    page.goto(path)
    page.evaluate(_DROP, ["one.txt", "二.txt"])
    expect(page.locator(".files li")).to_have_count(2)
    expect(page.locator(".toasts")).to_contain_text("2 files were added.")
    page.locator(".files li", has_text="one.txt").get_by_role("button").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".files li")).to_have_count(1)


def test_doubles_are_hinted_at_while_typing(page_as: PageAs) -> None:
    page = page_as()
    path, name = _customer(page)
    page.goto("/crm_core/customers/new")
    page.locator("[name=name]").press_sequentially(name)
    hint = page.locator("[data-hints]")
    expect(hint).to_contain_text(f"Already there (100 %): {name} (")
    expect(hint).to_contain_text("Same name.")
    expect(hint.get_by_role("link")).to_have_attribute("href", path)
    page.locator("[name=name]").fill("完全不同的名字")
    expect(hint).to_have_text("Still missing: Address, Industry, Introduction.")
    page.locator("[name=name]").fill("")
    expect(hint).to_be_empty()


def test_a_to_do_is_added_done_and_opened_again(page_as: PageAs) -> None:
    page = page_as(width=390)
    path, _name = _customer(page)
    page.goto(path)
    card = page.locator("#todos")
    card.get_by_text("Add a to-do").click()
    card.get_by_label("To-do").fill("回电话")
    card.get_by_label("Due on").fill("2020-01-01")
    card.get_by_role("button", name="Add", exact=True).click()
    expect(card.locator("li")).to_contain_text("Overdue")
    card.get_by_role("button", name="Done: 回电话").click()
    expect(card).to_contain_text("Nothing to do here")
    page.get_by_role("button", name="Undo").click()
    expect(card.locator("li")).to_contain_text("回电话")


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_all_that_a_record_can_show_is_accessible(page_as: PageAs, demo: Demo, locale: str) -> None:
    page = page_as(locale=locale, quiet=False)
    path, name = _customer(page)
    data = f"{demo.texts[locale]} {name} 报价单 Chongqing x.txt https://example.com/a Administrator 管理员"
    token, site = token_of(page)
    form = {"_csrf": token, "text": "报价单 https://example.com/a", "title": "报价单", "due_on": "2020-01-01"}
    for part in ("notes", "todos"):
        answer = page.request.post(f"{path}/{part}", form={**form, "_once": f"{part}{path}"}, headers={"Origin": site})
        assert answer.status == 200, (part, answer.status, answer.text()[:3000])
    page.goto(path)
    page.evaluate(_DROP, ["x.txt"])
    expect(page.locator(".files li")).to_have_count(1)
    page.locator("#todos .tick").first.click()
    expect(page.locator(".toasts form")).to_be_visible()
    problems = _problems(page, data)
    page.locator("#todos summary").click()
    page.locator("#note-text").press_sequentially("@Bo")
    expect(page.locator("[data-mentions] li")).to_have_count(1)
    problems += _problems(page, data)
    page.locator("#note-text").fill("")
    page.locator("a[data-new-record]").first.click()
    page.get_by_role("dialog").locator("[name=name]").fill(" ")
    page.get_by_role("dialog").locator(".primary").click()
    expect(page.get_by_role("dialog").locator(".error").first).to_be_visible()
    problems += _problems(page, data)
    page.goto("/crm_core/customers/new")
    page.locator("[name=name]").fill(name)
    expect(page.locator("[data-hints] .notice")).to_have_count(2)  # a double, and what is missing
    problems += _problems(page, data)
    page.locator("#record .save-bar .primary").click()
    expect(page.locator(".notice.bad ul a").first).to_be_visible()
    problems += _problems(page, data)
    page.goto(path)
    other = page.context.new_page()
    other.goto(path)
    for tab in (other, page):
        tab.locator("[name=address]").fill(f"报价单 {tab is page}")
        tab.locator("#record .save-bar .primary").click()
        expect(tab.locator(".toast, .versions").first).to_be_visible()
    problems += _problems(page, f"{data} True False")
    assert not problems, "\n".join(problems)


def _problems(page: Page, data: str) -> list[str]:
    found = []
    for theme, size in (("light", DESK), ("dark", PHONE), ("light", DESK)):
        page.set_viewport_size(size)
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found += [*axe(page), *scrolls_sideways(page)]
    return [f"{page.url}: {problem}" for problem in dict.fromkeys([*found, *foreign(page, data)])]
