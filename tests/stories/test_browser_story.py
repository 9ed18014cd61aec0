"""The whole job in a browser, against the processes that users run: first as it is, then with scripts switched off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ADMIN_PASSWORD
from tests.stories import steps
from tests.stories.screen import PHONE, Screen
from tests.stories.steps import CONTRACT, CUSTOMER, EMAIL, shown, today

MakeScreen = Callable[..., Screen]
LOYALTY = "会员积分"


@pytest.fixture
def make_screen(site: str, chromium: Browser) -> Iterator[MakeScreen]:
    made: list[Screen] = []

    def make(**options: object) -> Screen:
        made.append(Screen(chromium, site, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for screen in made:
        screen.close()


def test_from_the_import_to_the_portal(make_screen: MakeScreen, tmp_path: Path) -> None:
    staff = make_screen()
    staff.sign_in("admin", ADMIN_PASSWORD)
    staff.use_language("简体中文")
    staff.open("/addons")
    staff.sees("客户门户", "应收与回款", LOYALTY)
    file = steps.customers_file(tmp_path)
    steps.import_customers(staff, file)
    steps.import_again(staff, file)

    contract = steps.draw_up_contract(staff)
    number = steps.confirm_contract(staff)
    steps.check_contract_pdf(staff, contract, number)
    steps.sign_contract(staff)
    staff.open("/crm_receivables/installments?outstanding.gt=0&sort=due_on")
    assert [row[2:] for row in staff.rows()] == [
        ["首付款", shown(today() - timedelta(days=40)), "¥30,000.00", "¥30,000.00"],
        ["尾款", shown(today() + timedelta(days=20)), "¥70,000.00", "¥70,000.00"],
    ]
    steps.bill(staff)

    _pay_and_tie(staff)
    customer = _enter_portal(staff, make_screen)
    _look_around_portal(customer, contract, number)
    _refund(staff, customer)
    _switch_loyalty(staff, customer)

    staff.use_language("English")
    staff.open("/crm_receivables/aging")
    assert staff.rows()[0][0] == f"{CUSTOMER} Statement of account"
    staff.sees("Not due", "31–60 days", "¥10,000.00", "¥71,000.00", "¥81,000.00")
    assert staff.errors == []
    assert customer.errors == []


def _pay_and_tie(staff: Screen) -> None:
    """20,000.00 of the 30,000.00 that are 40 days late: every page says the same afterwards."""
    steps.record_payment(staff, "20000", "BANK-1")
    staff.sees("¥20,000.00")
    staff.press("按到期先后核销")
    staff.sees(f"INV-{today().year}-000001")
    assert staff.page.get_by_role("button", name="按到期先后核销").count() == 0
    staff.open("/crm_receivables/installments?outstanding.gt=0&sort=due_on")
    assert [row[-2:] for row in staff.rows()] == [
        ["¥30,000.00", "¥10,000.00"],
        ["¥70,000.00", "¥70,000.00"],
        ["¥1,000.00", "¥1,000.00"],
    ]
    staff.open("/")
    assert staff.figures("应收")["逾期"] == "¥10,000.00"
    assert staff.figures("开票与回款")["本月回款"] == "¥20,000.00"
    staff.open("/crm_receivables/aging")
    (row,) = staff.rows()
    assert row == [f"{CUSTOMER} 对账单", "CNY", "¥71,000.00", "—", "¥10,000.00", "—", "—", "—", "¥81,000.00"]
    assert steps.points_of(staff)["积分"] == "20,000"
    owed = staff.figures("应收")
    assert owed["未结金额"] == "¥81,000.00" and owed["逾期"] == "¥10,000.00"
    assert owed["最近回款"] == f"¥20,000.00 · {shown(today())}"


def _enter_portal(staff: Screen, make_screen: MakeScreen) -> Screen:
    """The link is in a mail, and works on a phone that nobody has signed in on."""
    steps.open_customer(staff)
    staff.press("发送登录链接")
    staff.fill({"email": EMAIL})
    staff.press("发送")
    staff.sees(EMAIL)
    staff.open("/guanxi/mails")
    staff.wait_until(lambda: staff.rows() != [])
    with staff.page.expect_navigation():
        staff.page.locator("tbody a").first.click()
    link = re.search(r"https?://\S+/portal/enter\?token=[\w-]+", staff.page.locator("main").inner_text())
    assert link is not None and link[0].startswith(staff.site)
    customer = make_screen(size=PHONE, scripts=staff.scripts)
    assert customer.status("/portal/points") == 303
    customer.open(link[0])
    customer.press("进入门户")
    expect(customer.page).to_have_url(f"{staff.site}/portal")
    customer.sees(CUSTOMER)
    return customer


def _look_around_portal(customer: Screen, contract: int, number: str) -> None:
    customer.follow("合同")
    customer.sees(CONTRACT, number, "¥100,000.00")
    path = customer.page.locator("td a").first.get_attribute("href")
    assert path is not None and path.startswith(f"/portal/contracts/{contract}.pdf")
    steps.check_pdf(customer.download(path), number, CUSTOMER)
    customer.follow("待付款项")
    customer.sees("首付款", "¥10,000.00", "尾款", "¥70,000.00", "¥1,000.00")
    customer.follow("积分")
    customer.sees("20,000", shown(today().replace(year=today().year + 1)))
    width = "document.documentElement.scrollWidth"
    assert customer.page.evaluate(width) == PHONE["width"]
    assert customer.status("/crm_core/customers") == 303, "the portal's session is good for the portal alone"


def _refund(staff: Screen, customer: Screen) -> None:
    """What is on account earns points, too; they go back with the money."""
    payment = steps.record_payment(staff, "500", "BANK-2")
    assert steps.points_of(staff)["积分"] == "20,500"
    staff.open(f"/crm_receivables/payments/{payment}")
    staff.press("退款")
    staff.fill({"amount": "501", "reason": "多付"})
    staff.press("退款")
    staff.sees("只能退回预收余额")
    staff.fill({"amount": "500"})
    staff.press("退款")
    staff.sees("¥500.00")
    assert steps.points_of(staff)["积分"] == "20,000"
    customer.page.reload()
    customer.sees("20,500", "20,000", "-500")


def _switch_loyalty(staff: Screen, customer: Screen) -> None:
    """Disabled, it is as if it had never been there; enabled again, nothing is lost."""
    before = steps.points_of(staff)
    assert "积分账户" in staff.menu()
    for addon in ("付费会员", "推荐有礼", "客户俱乐部与社区", LOYALTY):  # the first ones need the last
        staff.open("/addons")
        staff.page.get_by_role("article", name=addon).get_by_role("link", name="停用").click()
        staff.press("停用")
    staff.sees(f"已停用{LOYALTY}")
    assert "积分账户" not in staff.menu()
    steps.open_customer(staff)
    assert staff.card("积分").count() == 0
    for path in ("/crm_loyalty/accounts", "/api/v1/crm_loyalty/accounts", "/settings/crm_loyalty"):
        assert staff.status(path) == 404
    assert customer.status("/portal/points") == 404
    customer.open("/portal")
    customer.sees("合同")
    customer.sees_not("积分")
    staff.open("/addons")
    staff.page.get_by_role("article", name=LOYALTY).get_by_role("button", name="启用").click()
    staff.sees(f"已启用{LOYALTY}")
    assert steps.points_of(staff) == before
    customer.open("/portal/points")
    customer.sees("20,000")


def test_the_job_without_scripts(make_screen: MakeScreen, tmp_path: Path) -> None:
    staff = make_screen(scripts=False)
    staff.sign_in("admin", ADMIN_PASSWORD)
    staff.use_language("简体中文")
    steps.import_customers(staff, steps.customers_file(tmp_path))
    contract = steps.draw_up_contract(staff)
    number = steps.confirm_contract(staff)
    steps.check_contract_pdf(staff, contract, number)
    steps.sign_contract(staff)
    steps.bill(staff)
    _pay_and_tie(staff)
    customer = _enter_portal(staff, make_screen)
    customer.follow("积分")
    customer.sees("20,000")
    _switch_loyalty(staff, customer)
