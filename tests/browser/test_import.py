"""A file of contacts comes in: wrongly named columns, rows with errors, their correction, and once more."""

from __future__ import annotations

import uuid
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAs, create

IMPORT = "/crm_core/contacts/import"


def _upload(page: Page, path: Path) -> None:
    page.goto(IMPORT)
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="继续", exact=True).click()
    expect(page.locator("[aria-current=step]")).to_have_text("2. 列")


def _check(page: Page) -> None:
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.locator("[aria-current=step]")).to_have_text("3. 检查")


def _figures(page: Page) -> list[int]:
    """New, changed, unchanged, not taken."""
    return [int(text) for text in page.locator("main .figures dd").all_inner_texts()]


def _import(page: Page, rows: int) -> None:
    page.get_by_role("button", name=f"导入 {rows} 行").click()
    expect(page.locator("[aria-current=step]")).to_have_text("5. 已完成", timeout=30_000)


def test_rows_with_errors_are_mended_and_a_second_import_changes_nothing(page_as: PageAs, tmp_path: Path) -> None:
    page = page_as("admin", locale="zh_CN")
    mark = uuid.uuid4().hex[:8]
    customer = f"宁波北仑{mark}水泵有限公司"
    create(page, "crm_core/customers", {"name": customer, "phone": f"0574-{int(mark[:6], 16):08}"})
    file = tmp_path / "联系人.csv"
    rows = [
        f"{customer},王芳,13900000001,{mark}-1",
        f"没有的{mark}公司,李雷,13900000002,{mark}-2",
        f"{customer},,13900000003,{mark}-3",
    ]
    file.write_bytes("\r\n".join(["单位,姓名,手机,外部标识", *rows]).encode("gb18030"))

    _upload(page, file)
    page.get_by_label("单位").select_option(label="客户 *")
    page.get_by_label("姓名", exact=True).select_option(label="名称 *")
    _check(page)
    assert _figures(page) == [1, 0, 0, 2]
    found = [row.locator("td").all_inner_texts() for row in page.locator("main table tbody tr").all()]
    assert found == [["3", f"客户\n没有的{mark}公司", "没有此记录。"], ["4", "名称", "此项必填。"]]

    _import(page, 1)
    assert _figures(page) == [1, 0, 0, 2]
    with page.expect_download() as download:
        page.get_by_role("link", name="未采纳的行").click()
    rejected = Path(download.value.path()).read_text("utf-8-sig")
    assert rejected.splitlines()[0] == "单位,姓名,手机,外部标识,问题"
    mended = tmp_path / "改好.csv"
    mended.write_text(
        rejected.replace(f"没有的{mark}公司", customer).replace(f"{customer},,", f"{customer},赵敏,"), "utf-8-sig"
    )

    _upload(page, mended)  # the columns are as they were chosen before
    _check(page)
    assert _figures(page) == [2, 0, 0, 0]
    _import(page, 2)
    page.get_by_role("link", name="打开列表").click()
    expect(page.locator("main table")).to_contain_text("赵敏")

    _upload(page, mended)
    _check(page)
    assert _figures(page) == [0, 0, 2, 0]
    assert page.get_by_role("button", name="导入").count() == 0


def test_the_wizard_works_without_scripts_on_a_phone(page_as: PageAs, tmp_path: Path) -> None:
    page = page_as("admin", locale="zh_CN", width=390, scripts=False, theme="dark")
    file = tmp_path / "terms.csv"
    file.write_text(f"类型,名称\n来源,{uuid.uuid4().hex[:16]}\n", "utf-8")
    page.goto("/crm_core/terms/import")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="继续", exact=True).click()
    _check(page)
    assert _figures(page) == [1, 0, 0, 0]
    page.get_by_role("button", name="导入 1 行").click()
    for _time in range(50):
        if page.locator("main .figures").count():
            break
        page.wait_for_timeout(200)
        page.get_by_role("link", name="刷新").click()
    assert _figures(page) == [1, 0, 0, 0]
