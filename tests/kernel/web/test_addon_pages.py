from __future__ import annotations

from guanxi.context import Company
from guanxi.i18n import use_locale
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser


async def test_an_add_on_says_what_it_brings(admin: Browser) -> None:
    page = text_of((await admin.get("/addons")).text)
    assert "Samples" in page and "What it brings" in page and "Orders" in page


async def test_disabling_asks_first_and_says_what_stays(admin: Browser, in_shop: Company) -> None:
    page = await admin.get("/addons/sample_shop/disable")
    assert "Its data stays" in text_of(page.text) and "What goes away" in text_of(page.text)
    assert in_shop.catalog.has("sample_shop")
    assert (await admin.get("/sample_shop/orders")).status_code == 200
    answer = await admin.post("/addons/sample_shop/disable", data=forms_in(page.text)[""])
    assert answer.status_code == 303
    enabling = text_of((await admin.get("/addons/sample_shop/enable")).text)
    assert "Enable" in enabling and "Orders" in enabling


async def test_the_page_of_a_disabled_add_on_says_so_to_users_only(
    admin: Browser, browser: Browser, user_of: MakeBrowser
) -> None:
    seller = await user_of("sample_shop.read")
    await admin.submit("/addons/sample_shop/disable")
    answer = await admin.get("/sample_shop/orders")
    assert answer.status_code == 404 and 'href="/addons"' in answer.text
    assert "is disabled." in text_of(answer.text)
    answer = await seller.get("/sample_shop/orders/7")
    assert answer.status_code == 404 and "is disabled." in text_of(answer.text)
    assert 'class="button" href="/addons"' not in answer.text
    await admin.submit("/sign-out", page="/account")
    assert "is disabled." not in text_of((await browser.get("/sample_shop/orders")).text)


async def test_titles_are_in_the_readers_language(admin: Browser, in_shop: Company) -> None:
    await admin.submit("/language", {"locale": "zh_CN"}, page="/account")
    title = next(offer.title for offer in in_shop.catalog.offers if offer.addon == "sample_shop")
    with use_locale("zh_CN"):
        shown = str(title)
    assert shown != title.message
    for path in ("/addons", "/guanxi/roles/1/actions/set_permissions", "/guanxi/roles/1"):
        assert shown in text_of((await admin.get(path)).text)


async def test_add_ons_need_their_permission(user_of: MakeBrowser) -> None:
    seller = await user_of("sample_shop.read")
    for path in ("/addons", "/addons/sample_shop/disable", "/addons/sample_shop/enable"):
        assert (await seller.get(path)).status_code == 403
