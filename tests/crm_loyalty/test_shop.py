"""Members redeem rewards themselves in the portal, and show what they got."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from crm_loyalty import queries, services
from crm_loyalty.models import PointType, Reward
from guanxi import create, elevated, fetch, fetch_value
from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, enable
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import with_settings
from tests.crm_portal.support import enter
from tests.kernel.web.browser import Browser, text_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def browser(shared_directory: Directory, program: Company) -> AsyncIterator[Browser]:
    async with Browser(create_app(shared_directory, Settings(data=shared_directory.data))) as found:
        yield found


async def reward(name: str, points: int, stock: int = 5, **values: Any) -> int:
    with elevated():
        given = {"name": name, "points": points, "stock": stock, "type_id": await queries.main_type(), **values}
        return int((await create(Reward, given)).id)


async def test_the_points_page_shows_stock_and_what_is_missing(browser: Browser, customer: int) -> None:
    await services.earn(customer, 250, "order:1")
    stamps = await create(PointType, {"code": "stamps", "name": "Stamps", "name_zh": "印花"})
    cup, towel = await reward("Cup", 100, name_zh="保温杯"), await reward("Towel", 300)
    gone, hidden = await reward("Gone one", 10, stock=0), await reward("Hidden", 10, active=False)
    await reward("Coffee", 5, type_id=stamps.id)
    await enter(browser, customer)
    shown = await browser.get("/portal/points")
    text = text_of(shown.text)
    assert "Towel 300 5 50" in text and "Cup 100 5 –" in text and "Gone one 10 Gone" in text
    assert "Coffee 5 Stamps 5 5" in text and "Hidden" not in text
    links = [f"/portal/points/{id}/redeem" for id in (cup, towel, gone, hidden)]
    assert [link in shown.text for link in links] == [True, False, False, False]
    assert (await browser.get(links[3])).status_code == 404
    assert (await browser.get(f"/portal/points/{2**40}/redeem")).status_code == 404
    for path, status in ((links[1], 409), (links[2], 409)):
        assert (await browser.submit(path)).status_code == status
    assert (await services.balance(customer)).balance == 250


async def test_a_reward_is_redeemed_once_however_often_the_button_is_pressed(
    browser: Browser, make_customer: MakeCustomer
) -> None:
    customer, other = await make_customer(), await make_customer()
    for each in (customer, other):
        await services.earn(each, 250, f"order:{each}")
    id = await reward("Cup", 100)
    theirs = await services.claim(other, id, "shop:1")
    await enter(browser, customer)
    path = f"/portal/points/{id}/redeem"
    asked = await browser.get(path)
    assert "Redeem Cup for 100 points?" in text_of(asked.text)
    form = (await browser.forms(path))[path]
    assert [(await browser.post(path, data=form)).status_code for _n in range(3)] == [303] * 3
    assert (await services.balance(customer)).balance == 150
    assert (await browser.post(path, data={**form, "revision": "9"})).status_code == 409
    assert (await browser.submit(path)).status_code == 303
    last = await browser.submit(path)
    assert (last.status_code, "Not enough points" in text_of(last.text)) == (409, True)
    rows = await fetch(
        "SELECT v.id, v.code FROM crm_loyalty_voucher v JOIN crm_loyalty_account a ON a.id = v.account_id"
        " WHERE a.customer_id = $1 ORDER BY v.id",
        customer,
    )
    assert len(rows) == 2
    text = text_of((await browser.get("/portal/points")).text)
    assert all(row["code"] in text for row in rows) and theirs.code not in text and "To be used" in text
    page = f"/portal/crm_loyalty/vouchers/{rows[0]['id']}"
    shown = await browser.get(page)
    assert shown.status_code == 200 and rows[0]["code"] in shown.text and "segno" in shown.text
    for missing in (theirs.voucher_id, 2**40, 2**70):
        assert (await browser.get(f"/portal/crm_loyalty/vouchers/{missing}")).status_code == 404
    await services.take_voucher(rows[0]["code"], "till:1")
    after = await browser.get(page)
    assert "segno" not in after.text and "Used" in text_of(after.text)
    assert (await browser.post(path, data={"revision": "3"})).status_code == 403, "without a token"


async def test_a_limit_of_the_day_is_said_above_the_question(browser: Browser, customer: int) -> None:
    await services.earn(customer, 250, "order:1")
    id = await reward("Cup", 100)
    await enter(browser, customer)
    with with_settings(redemptions_a_day=1):
        path = f"/portal/points/{id}/redeem"
        assert (await browser.submit(path)).status_code == 303
        refused = await browser.submit(path)
        assert refused.status_code == 409 and "may redeem 1 times a day" in text_of(refused.text)


async def test_cash_back_is_offered_only_where_it_can_be_given(
    browser: Browser, shared_directory: Directory, available: AvailableAddons, customer: int
) -> None:
    await services.earn(customer, 250, "order:1")
    id = await reward("Five off", 100, kind="cash_back", gift="5")
    await enter(browser, customer)
    path = f"/portal/points/{id}/redeem"
    assert (await browser.submit(path)).status_code == 303
    assert "5.00 CNY off the next invoice" in text_of((await browser.get("/portal/points")).text)
    await disable(available, "crm_wallet")
    without = await shared_directory.refresh("test")
    try:
        assert path not in (await browser.get("/portal/points")).text
        assert (await browser.get(path)).status_code == 404
    finally:
        with use_company(without), use_actor(SYSTEM):
            await enable(available, "crm_wallet")
        await shared_directory.refresh("test")
    assert await fetch_value("SELECT remaining FROM crm_wallet_cash_back WHERE customer_id = $1", customer) == 500


async def test_a_code_for_the_counter_and_the_page_in_chinese(browser: Browser, customer: int) -> None:
    await services.earn(customer, 250, "order:1")
    await enter(browser, customer)
    with with_settings(code_above=100):
        assert "/portal/points/0/code" in (await browser.get("/portal/points")).text
        assert (await browser.submit("/portal/points/0/code", {"text": "200"})).status_code == 303
        text = text_of((await browser.get("/portal/points")).text)
        code = text.partition("Your code for 200 points: ")[2][:7].replace(" ", "")
        await services.redeem(customer, 200, "shop:1", code=code)
    assert (await services.balance(customer)).balance == 50
