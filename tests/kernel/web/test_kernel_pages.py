from __future__ import annotations

import asyncio

from guanxi.context import Company
from guanxi.db import fetch_row, fetch_value
from guanxi.i18n import use_locale
from tests.conftest import ADMIN_PASSWORD
from tests.kernel.web.browser import Browser, forms_in, text_of
from tests.kernel.web.conftest import MakeBrowser


async def test_signing_out_ends_the_session(admin: Browser, in_shop: Company) -> None:
    assert (await admin.submit("/sign-out", page="/account")).headers["location"] == "/sign-in"
    assert (await admin.get("/")).status_code == 303
    assert await fetch_value("SELECT count(*) FROM guanxi_session") == 0


async def test_language_before_signing_in(browser: Browser, in_shop: Company) -> None:
    assert "Sign in" in text_of((await browser.get("/sign-in")).text)
    assert (await browser.submit("/language", {"locale": "zh_CN"}, page="/sign-in")).status_code == 303
    page = text_of((await browser.get("/sign-in")).text)
    assert "登录" in page and "Sign in" not in page
    assert (await browser.submit("/language", {"locale": "xx"}, page="/sign-in")).status_code == 422


async def test_own_password(admin: Browser, in_shop: Company) -> None:
    new = "another long secret phrase"
    wrong = await admin.submit("/account", {"current": "no", "new": new, "again": new})
    assert wrong.status_code == 422 and "This is not your present password." in wrong.text
    differ = await admin.submit("/account", {"current": ADMIN_PASSWORD, "new": new, "again": "x"})
    assert differ.status_code == 422 and "The two passwords differ." in differ.text
    assert (await admin.submit("/account", {"current": ADMIN_PASSWORD, "new": new, "again": new})).status_code == 303
    assert (await admin.get("/account")).status_code == 200
    await admin.sign_in("admin", new)


async def test_forgotten_password_answers_the_same_for_everybody(browser: Browser, in_shop: Company) -> None:
    pages = [(await browser.submit("/forgot-password", {"login": login})).text for login in ("admin", "nobody")]
    assert pages[0] == pages[1] and "a link is on its way" in pages[0]
    assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE name = 'guanxi.mail_password_link'") == 2


async def test_invitation_link_sets_a_password_once(admin: Browser, browser: Browser, in_shop: Company) -> None:
    answer = await admin.submit("/guanxi/users/new", {"name": "Chen", "login": "chen"})
    path = answer.headers["location"]
    page = await admin.submit(f"{path}/actions/invite", page=path)
    assert page.status_code == 200
    link = page.text.partition("/password/")[2].partition("<")[0].strip()
    secret = "a new long secret phrase"
    await admin.submit("/sign-out", page="/account")
    assert (await browser.submit(f"/password/{link}", {"new": secret, "again": secret})).status_code == 303
    again = await browser.submit(f"/password/{link}", {"new": secret, "again": secret})
    assert again.status_code == 410
    await browser.sign_in("chen", secret)


async def test_add_ons_go_and_come_back(admin: Browser, in_shop: Company) -> None:
    assert (await admin.submit("/addons/sample_shop/disable")).status_code == 303
    assert (await admin.get("/sample_shop/orders")).status_code == 404
    assert 'href="/sample_shop/orders"' not in (await admin.get("/")).text
    plan = text_of((await admin.get("/addons/sample_shop/remove")).text)
    assert "sample_shop_order" in plan
    assert (await admin.submit("/addons/sample_shop/enable", page="/addons")).status_code == 303
    assert (await admin.get("/sample_shop/orders")).status_code == 200
    assert (await admin.get("/addons/sample_shop/remove")).status_code == 404
    assert (await admin.get("/addons/nothing/remove")).status_code == 404


async def test_removing_an_add_on_needs_the_plan_that_was_shown(admin: Browser, in_shop: Company) -> None:
    await admin.submit("/addons/sample_shop/disable")
    path = "/addons/sample_shop/remove"
    assert (await admin.submit(path, {"rows": "77"})).status_code == 409
    assert (await admin.submit(path)).status_code == 303
    assert await fetch_value("SELECT to_regclass('sample_shop_order')") is None


async def test_settings_are_checked_and_kept(admin: Browser, in_shop: Company) -> None:
    path = "/settings/sample_shop"
    wrong = await admin.submit(path, {"days": "0"})
    assert wrong.status_code == 422 and forms_in(wrong.text)[""]["days"] == "0"
    assert (await admin.submit(path, {"days": "14"})).status_code == 303
    assert (await admin.forms(path))[""]["days"] == "14"
    assert (await admin.submit("/settings/company", {"zone": "Nowhere"})).status_code == 422
    assert (await admin.submit("/settings/company", {"title": "春意"})).status_code == 303
    assert "春意" in (await admin.get("/")).text


async def test_role_permissions_are_a_matrix(admin: Browser, in_shop: Company) -> None:
    path = "/guanxi/roles/1/actions/set_permissions"
    page = (await admin.get(path)).text
    assert page.count('name="permission"') > 10
    data = {"_csrf": await admin.csrf(), "permission": ["sample_shop.read", "guanxi.audit.read"]}
    assert (await admin.post(path, data=data)).status_code == 303
    row = await fetch_row("SELECT permissions FROM guanxi_role WHERE id = 1")
    assert row is not None and row["permissions"] == ["guanxi.audit.read", "sample_shop.read"]


async def test_menu_shows_what_the_user_may_use(user_of: MakeBrowser) -> None:
    seller = await user_of("sample_shop.read", locale="zh_CN")
    page = (await seller.get("/")).text
    assert 'href="/sample_shop/orders"' in page and 'href="/guanxi/users"' not in page and 'href="/addons"' not in page
    with use_locale("zh_CN"):
        assert "首页" in text_of(page) and "Home" not in text_of(page)


async def test_health(browser: Browser) -> None:
    assert (await browser.get("/healthz", headers={"Host": "any"})).text == "alive\n"
    checks = {"fonts": "unknown"}
    while checks["fonts"] == "unknown":
        ready = await browser.get("/readyz")
        assert ready.status_code == 200
        checks = ready.json()["checks"]
        await asyncio.sleep(0.1)
    assert checks == {"database": "ok", "disk": "ok", "fonts": "ok", "redis": "unknown"}


async def test_static_files_are_kept_and_small(browser: Browser) -> None:
    page = (await browser.get("/sign-in")).text
    total = 0
    for name in ("guanxi.css", "guanxi.js"):
        href = page.partition(f'"/static/{name}')[2].partition('"')[0]
        answer = await browser.get(f"/static/{name}{href}")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        total += int(answer.headers["content-length"])
        same = await browser.get(f"/static/{name}", headers={"If-None-Match": answer.headers["etag"]})
        assert same.status_code == 304
    assert total < 20_000
    for path in ("nothing.css", "../app.py", "sample_shop/../../addon.py", "sample_shop/%2e%2e/addon.py", "css"):
        assert (await browser.get(f"/static/{path}")).status_code == 404


async def test_an_api_key_without_a_name_is_asked_again(admin: Browser) -> None:
    answer = await admin.submit("/guanxi/api_keys/actions/issue", {"name": ""})
    assert answer.status_code == 422
    assert "This field is required." in answer.text
