from __future__ import annotations

from guanxi.context import Company
from guanxi.db import fetch_row
from tests.kernel.web.browser import Browser, text_of
from tests.kernel.web.conftest import MakeBrowser


async def test_the_overview_has_a_card_for_what_one_may_set(admin: Browser, user_of: MakeBrowser) -> None:
    page = (await admin.get("/settings")).text
    assert 'href="/settings/company"' in page and 'href="/settings/sample_shop"' in page
    seller = await user_of("sample_shop.read")
    page = (await seller.get("/settings")).text
    assert 'href="/settings/company"' not in page and "There is nothing here that you may set." in page


async def test_a_value_that_is_not_the_default_says_so(admin: Browser, in_shop: Company) -> None:
    path = "/settings/sample_shop"
    assert "default:" not in text_of((await admin.get(path)).text)
    assert (await admin.submit(path, {"days": "14"})).status_code == 303
    assert "Changed default: 30" in text_of((await admin.get(path)).text)
    assert "1 changed" in text_of((await admin.get("/settings")).text)
    assert (await admin.submit(path, {"days": "30"})).status_code == 303
    assert "default:" not in text_of((await admin.get(path)).text)


async def test_zones_and_currencies_are_offered_by_name(admin: Browser) -> None:
    page = (await admin.get("/settings/company")).text
    assert '<option value="Asia/Shanghai">China (Shanghai) Time' in page
    assert '<option value="CNY" selected>CNY Chinese Yuan</option>' in page
    assert page.index('value="CNY"') < page.index('value="AED"')
    await admin.submit("/language", {"locale": "zh_CN"}, page="/account")
    page = (await admin.get("/settings/company")).text
    assert "中国（上海）时间" in page and "CNY 人民币" in page


async def test_a_wrong_company_form_changes_nothing(admin: Browser, in_shop: Company) -> None:
    wrong = {"title": "", "zone": "Nowhere", "currency": "XXQ", "locale": "xx", "color": "blue"}
    answer = await admin.submit("/settings/company", wrong)
    assert answer.status_code == 422
    assert (await admin.submit("/settings/company", {"zone": "Nowhere", "title": "New"})).status_code == 422
    row = await fetch_row("SELECT title, zone, currency, locale, color FROM guanxi_company")
    assert row is not None and tuple(row) == ("Shop", "Asia/Shanghai", "CNY", "en", "")


async def test_settings_need_their_permission(user_of: MakeBrowser, in_shop: Company) -> None:
    seller = await user_of("sample_shop.read")
    assert (await seller.get("/settings/company")).status_code == 403
    answer = await seller.post("/settings/company", data={"_csrf": await seller.csrf(), "title": "Mine"})
    assert answer.status_code == 403
    assert (await seller.get("/settings/nothing")).status_code == 404
