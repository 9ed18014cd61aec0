"""A working day in a list: filter it, keep the view, edit cells, change many, take it back, export."""

from __future__ import annotations

import uuid
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PageAs, create

LIST = "/crm_core/customers"


@pytest.fixture
def marked(page_as: PageAs) -> tuple[Page, str]:
    """A page with three customers of its own, found by a word that nobody else has."""
    page, word = page_as(), uuid.uuid4().hex[:10]
    for index in range(3):
        values = {"name": f"{word} {index} 有限公司", "mobile": f"139{uuid.uuid4().int % 10**8:08}"}
        create(page, "crm_core/customers", values)
    return page, word


def _cell(page: Page, field: str, row: int = 0) -> Locator:
    return page.locator("tbody tr").nth(row).locator(f"td[data-field={field}]")


def test_filter_and_keep_the_view(marked: tuple[Page, str]) -> None:
    page, word = marked
    page.goto(LIST)
    page.get_by_role("searchbox").or_(page.get_by_role("combobox", name="Search")).first.fill(word)
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(3)
    page.locator("summary", has_text="Views").click()
    page.get_by_label("Save as a view").fill(f"Mine {word}")
    page.get_by_role("button", name="Save the view").click()
    page.goto(LIST)
    page.get_by_role("link", name=f"Mine {word}").click()
    expect(page.locator("tbody tr")).to_have_count(3)


def test_edit_a_cell_by_keyboard_and_take_it_back(marked: tuple[Page, str]) -> None:
    page, word = marked
    page.goto(f"{LIST}?q={word}")
    _cell(page, "name").focus()
    page.keyboard.press("ArrowDown")
    expect(_cell(page, "name", 1)).to_be_focused()
    for _step in range(3):
        page.keyboard.press("ArrowRight")
    expect(_cell(page, "phone", 1)).to_be_focused()
    page.keyboard.press("F2")
    field = page.get_by_role("textbox", name="Phone")
    expect(field).to_be_focused()
    field.fill("021-51234567")
    page.keyboard.press("Escape")
    expect(_cell(page, "phone", 1)).to_have_text("—")
    page.keyboard.press("Enter")
    field.fill("021-51235678")
    page.keyboard.press("Enter")
    expect(_cell(page, "phone", 1)).to_have_text("021-51235678")
    expect(_cell(page, "phone", 1)).to_be_focused()
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(page.locator(".toasts")).to_contain_text("1 change was taken back.")
    expect(_cell(page, "phone", 1)).to_have_text("—")
    assert page.url.endswith(f"{LIST}?q={word}")


def test_a_wrong_value_stays_with_the_reason(page_as: PageAs) -> None:
    page, word = page_as(quiet=False), uuid.uuid4().hex[:10]
    create(page, "crm_core/customers", {"name": f"{word} 有限公司", "mobile": "13900001111"})
    page.goto(f"{LIST}?q={word}&columns=name,email")
    _cell(page, "email").dblclick()
    field = page.get_by_role("textbox", name="E-mail")
    field.fill("nobody")
    page.keyboard.press("Enter")
    expect(page.locator(".cell-form [role=alert]")).to_have_text("Enter an e-mail address.")
    expect(field).to_be_focused()
    field.fill("a@example.com")
    page.keyboard.press("Enter")
    expect(_cell(page, "email")).to_have_text("a@example.com")


def test_tab_saves_and_goes_to_the_next_cell(marked: tuple[Page, str]) -> None:
    page, word = marked
    page.goto(f"{LIST}?q={word}&columns=name,phone,fax")
    _cell(page, "phone").dblclick()
    page.get_by_role("textbox", name="Phone").fill("021-51231111")
    page.keyboard.press("Tab")
    fax = page.get_by_role("textbox", name="Fax")
    expect(fax).to_be_focused()
    fax.fill("021-51232222")
    page.keyboard.press("Enter")
    expect(_cell(page, "phone")).to_have_text("021-51231111")
    expect(_cell(page, "fax")).to_have_text("021-51232222")


def test_change_many_and_take_it_back(marked: tuple[Page, str]) -> None:
    page, word = marked
    page.goto(f"{LIST}?q={word}&columns=name,phone")
    bar = page.get_by_role("form", name="With the chosen records")
    expect(bar).to_be_hidden()
    page.get_by_label("Choose all on this page").check()
    expect(bar).to_contain_text("3 chosen")
    bar.locator("summary", has_text="Change").click()
    bar.get_by_role("button", name="Phone", exact=True).click()
    page.get_by_label("Phone").fill("010-51239999")
    page.get_by_role("button", name="Change").click()
    expect(page.locator(".toasts")).to_contain_text("3 records were changed.")
    for row in range(3):
        expect(_cell(page, "phone", row)).to_have_text("010-51239999")
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(page.locator(".toasts")).to_contain_text("3 changes were taken back.")
    expect(_cell(page, "phone", 2)).to_have_text("—")


def test_archive_without_a_script(marked: tuple[Page, str], page_as: PageAs) -> None:
    _page, word = marked
    page = page_as(scripts=False, locale="zh_CN")
    page.goto(f"{LIST}?q={word}&columns=name,archived")
    page.get_by_label(f"选择 {word} 1 有限公司").check()
    page.get_by_role("button", name="归档").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("归档：1 条记录")
    page.get_by_role("button", name="归档").click()
    expect(page.locator(".toasts")).to_contain_text("已更改 1 条记录。")
    expect(page.locator("tbody tr", has_text=f"{word} 1")).to_contain_text("是")
    page.locator(".toast").get_by_role("button", name="撤销").click()
    expect(page.locator("tbody tr", has_text=f"{word} 1")).to_contain_text("否")


def test_export_the_chosen_ones(marked: tuple[Page, str]) -> None:
    page, word = marked
    page.goto(f"{LIST}?q={word}&columns=name,mobile")
    page.get_by_label(f"Choose {word} 0 有限公司").check()
    page.get_by_label(f"Choose {word} 2 有限公司").check()
    page.get_by_role("form", name="With the chosen records").get_by_role("button", name="Export").click()
    expect(page.locator("main")).to_contain_text("2 records")
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel file").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    sheet = openpyxl.load_workbook(BytesIO(Path(download.value.path()).read_bytes())).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Full name", "Mobile"]
    assert [row[0] for row in rows[1:]] == [f"{word} 0 有限公司", f"{word} 2 有限公司"]
