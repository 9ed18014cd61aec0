"""The steps of the main job as users do them, in Chinese, with or without scripts."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.stories.screen import Screen

CUSTOMER = "杭州春意空调设备有限公司"
OTHER = "宁波海曙机电有限公司"
EMAIL = "office@chunyi.example"
CONTRACT = "多联机空调工程"
_ROWS = (
    "外部编号,公司名称,手机,电话,邮箱",
    f"A-1,{CUSTOMER},13900000001,,{EMAIL}",
    f"A-2,{OTHER},,0574-87651234,",
    "A-3,上海静安电梯有限公司,1390,,",
)


def today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def customers_text() -> str:
    """The third customer's mobile number is too short."""
    return "\r\n".join(_ROWS)


def customers_file(folder: Path) -> Path:
    """As a Chinese spreadsheet saves it."""
    file = folder / "客户.csv"
    file.write_bytes(customers_text().encode("gb18030"))
    return file


def import_customers(screen: Screen, file: Path) -> None:
    screen.open("/crm_core/customers")
    screen.press("导入客户")
    screen.upload(file)
    screen.press("继续")
    screen.press("检查")
    assert screen.figures("预演结果") == {"新建": "2", "修改": "0", "无变化": "0", "未采纳": "1"}
    ((row, column, _reason),) = screen.rows(screen.card("问题"))
    assert (row, column) == ("4", "手机 1390")
    screen.press("导入 2 行")
    screen.wait_until(lambda: screen.page.locator("progress").count() == 0)
    assert screen.figures() == {"新建": "2", "修改": "0", "无变化": "0", "未采纳": "1"}
    rejected = screen.page.get_by_role("link", name="未采纳的行").get_attribute("href")
    assert rejected and "上海静安电梯有限公司" in screen.download(rejected).decode("utf-8-sig")


def import_again(screen: Screen, file: Path) -> None:
    """The dry run says that there is nothing to do, and offers nothing."""
    screen.open("/crm_core/import/customers")
    screen.upload(file)
    screen.press("继续")
    screen.press("检查")
    assert screen.figures("预演结果") == {"新建": "0", "修改": "0", "无变化": "2", "未采纳": "1"}
    assert screen.page.get_by_role("button", name=re.compile("^导入")).count() == 0
    screen.open("/crm_core/customers")
    assert {row[0].split(" ")[0] for row in screen.rows()} == {CUSTOMER, OTHER}


def open_customer(screen: Screen) -> int:
    screen.open("/crm_core/customers")
    screen.follow(CUSTOMER)
    expect(screen.page.locator("h1")).to_have_text(CUSTOMER)
    return screen.record_id()


def draw_up_contract(screen: Screen) -> int:
    """100,000.00 in two installments, the first 40 days ago; and 1,000.00 a month from today on."""
    open_customer(screen)
    screen.press("转为意向客户")
    screen.fill({"reason": "电话沟通后有明确需求"})
    screen.press("转为意向客户")
    expect(screen.page.locator("[aria-current=step]")).to_have_text("意向")
    screen.open("/crm_contracts/contracts")
    screen.press("新建")
    screen.fill(
        {
            "title": CONTRACT,
            "customer": CUSTOMER,
            "starts_on": today().isoformat(),
            "lines-0-description": "多联机空调主机",
            "lines-0-quantity": "2",
            "lines-0-unit": "套",
            "lines-0-unit_price": "50,000.00",
            "lines-0-tax_rate": "13",
            "lines-1-description": "维护保养",
            "lines-1-quantity": "1",
            "lines-1-unit_price": "1000",
            "lines-1-recurrence": "月",
            "installments-0-label": "首付款",
            "installments-0-due_on": (today() - timedelta(days=40)).isoformat(),
            "installments-0-percent": "30",
            "installments-1-label": "尾款",
            "installments-1-due_on": (today() + timedelta(days=20)).isoformat(),
            "installments-1-percent": "70",
        }
    )
    screen.press("保存")
    expect(screen.page.locator("h1")).to_have_text(CONTRACT)
    screen.sees("¥100,000.00", "¥12,000.00")  # the total, and what recurs in a year
    return screen.record_id()


def confirm_contract(screen: Screen) -> str:
    """Not before the annex is said to be complete. Returns the number."""
    screen.press("确认合同")
    screen.press("确认合同")
    screen.sees("请先")
    screen.tick("annex_complete")
    screen.press("确认合同")
    number = f"HT-{today().year}-000001"
    expect(screen.page.locator("[aria-current=step]")).to_have_text("已批准")
    screen.sees(number)
    return number


def check_contract_pdf(screen: Screen, contract: int, number: str) -> None:
    path = screen.page.locator("a[href*='/documents/']").first.get_attribute("href")
    assert path and path.startswith(f"/crm_contracts/contracts/{contract}/documents/")
    check_pdf(screen.download(path), number, CUSTOMER)


def check_pdf(content: bytes, *texts: str) -> None:
    """A PDF with the texts on it, drawn by an embedded Chinese font."""
    assert content.startswith(b"%PDF-")
    pages = PdfReader(io.BytesIO(content)).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    for wanted in texts:
        assert wanted in text
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    descriptors = [d.get_object()["/FontDescriptor"] for font in fonts for d in font.get("/DescendantFonts", ())]
    embedded = [d["/FontName"] for d in descriptors if any(f"/FontFile{kind}" in d for kind in ("", "2", "3"))]
    assert any("Noto" in name and "CJK" in name for name in embedded), embedded


def sign_contract(screen: Screen) -> None:
    screen.press("签署")
    screen.fill({"our_signatory": "周敏", "their_signatory": "王建国"})
    screen.press("签署")
    expect(screen.page.locator("[aria-current=step]")).to_have_text("生效中")


def bill(screen: Screen) -> None:
    """What recurs is billed once, however often the button is pressed."""
    for _time in range(2):
        screen.open("/crm_receivables/invoices")
        screen.press("立即开票")
        screen.open("/guanxi/jobs?state=all")
        screen.wait_until(lambda: all(row[1] == "已完成" for row in screen.rows()))
    screen.open("/crm_receivables/invoices")
    assert sorted(row[3] for row in screen.rows()) == ["¥1,000.00", "¥100,000.00"]


def record_payment(screen: Screen, amount: str, reference: str) -> int:
    """It stays on account. Returns its id."""
    screen.open("/crm_receivables/payments")
    screen.press("登记回款")
    screen.fill({"customer": CUSTOMER, "amount": amount, "reference": reference})
    screen.tick("oldest_first", False)
    screen.press("登记回款")
    expect(screen.page.locator("h1")).to_contain_text("PM-")
    return screen.record_id()


def points_of(screen: Screen) -> dict[str, str]:
    """What the panel on the customer's form says."""
    open_customer(screen)
    return screen.figures("积分")
