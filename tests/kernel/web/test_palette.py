"""The command palette, keys and notifications, as pages without scripts and as what scripts ask for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sample_shop.models import Order, Shop

from guanxi import records
from guanxi.auth import KernelPermission
from guanxi.context import Company
from guanxi.db import count_statements, execute, fetch_value
from guanxi.desk.notifications import notify
from guanxi.i18n import _
from guanxi.records.finding import can_find
from guanxi.web import commands
from guanxi.web.pages import palette
from tests.kernel.web.browser import Browser, text_of
from tests.kernel.web.conftest import MakeBrowser

HELLO = _("{name} was deleted.").format(name=_("User"))


async def ask(browser: Browser, query: str, **params: Any) -> list[dict[str, Any]]:
    answer = await browser.get("/palette.json", params={"q": query, **params})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    found: list[dict[str, Any]] = answer.json()
    return found


async def labels(browser: Browser, query: str, **params: Any) -> list[str]:
    return [item["label"] for item in await ask(browser, query, **params)]


async def test_an_administrator_is_offered_pages_records_to_make_and_things_to_do(admin: Browser) -> None:
    found = {item["label"]: item for item in await ask(admin, "")}
    assert found["Go to users"] == {
        "label": "Go to users",
        "icon": "users",
        "keys": ["g", "u"],
        "href": "/guanxi/users",
    }
    assert found["Go to API keys"]["href"] == "/guanxi/api_keys"
    assert found["New order"]["href"] == "/sample_shop/orders/new"
    assert found["New user"]["href"] == "/guanxi/users/new"
    assert found["Shops: Import"]["href"] == "/sample_shop/shops/import"
    assert found["Sign out"] == {"label": "Sign out", "icon": "out", "keys": [], "press": "sign-out"}


async def test_nobody_is_offered_what_they_may_not_do(user_of: MakeBrowser) -> None:
    found = await labels(await user_of("sample_shop.read"), "")
    assert "Go to orders" in found
    assert "Go to my account" in found
    assert not {"New order", "New user", "Go to users", "Shops: Import", "Go to jobs"} & set(found)


@pytest.mark.parametrize(("query", "best"), [("users", "Go to users"), ("u n", "New user"), ("nu", "New user")])
async def test_words_come_in_any_order_and_abbreviated(admin: Browser, query: str, best: str) -> None:
    assert (await labels(admin, query))[0] == best


@pytest.mark.parametrize(
    ("query", "best"),
    [("yonghu", "前往用户"), ("xjyh", "新建用户"), ("用户 新建", "新建用户"), ("new user", "新建用户")],
)
async def test_chinese_is_found_by_pinyin_and_by_english(user_of: MakeBrowser, query: str, best: str) -> None:
    browser = await user_of(KernelPermission.USERS_MANAGE, locale="zh_CN")
    assert (await labels(browser, query))[0] == best


async def test_english_is_found_in_chinese(admin: Browser) -> None:
    assert "Go to users" in await labels(admin, "用户")


async def test_the_page_s_own_controls_are_ranked_along(admin: Browser) -> None:
    found = await ask(admin, "bc", here=["取消", "保存"])
    assert [item["here"] for item in found if "here" in item] == [1]
    assert found[0] == {"label": "保存", "icon": "check", "keys": [], "here": 1}


async def test_records_are_found_within_the_scope(in_shop: Company, user_of: MakeBrowser) -> None:
    seller = await user_of("sample_shop.read")
    owner = await fetch_value("SELECT id FROM guanxi_user WHERE login = 'user0'")
    shop = await records.create(Shop, {"name": "春意暖通", "code": "A"})
    for name, owner_id in (("Order Aster", owner), ("Aster", owner), ("Aster hidden", 1)):
        await records.create(Order, {"name": name, "owner_id": owner_id, "shop_id": shop.id})
    found = await ask(seller, "aster")
    assert [item["label"] for item in found] == ["Order: Aster", "Order: Order Aster"]
    assert (await seller.get(found[0]["href"])).status_code == 200
    assert await labels(seller, "暖通") == []  # no menu leads to shops
    assert await labels(await user_of(), "aster") == []


async def test_a_kind_of_record_takes_one_statement(in_shop: Company, admin: Browser) -> None:
    await admin.get("/palette.json")
    with count_statements() as nothing:
        await ask(admin, "")
    with count_statements() as counted:
        await ask(admin, "no such thing")
    searched = counted.count - nothing.count
    in_menu = {menu.href for offer in in_shop.catalog.offers for menu in offer.menus}
    kinds = [it.key for it in in_shop.catalog.resources.values() if it.path in in_menu and can_find(it)]
    assert {"sample_shop/orders", "guanxi/users"} < set(kinds)
    assert "guanxi/audit" not in kinds
    assert searched == len(kinds)


@pytest.mark.parametrize("query", ["%", "_", "\\", "'", "\x00", "x" * 5000, "🚀", "  ", "%%%", "a\x00b", "\ud7ff"])
async def test_any_query_is_answered(admin: Browser, query: str) -> None:
    assert isinstance(await ask(admin, query, here=[query[:100]] * 40), list)
    assert (await admin.get("/palette", params={"q": query})).status_code == 200


async def test_it_is_for_users_only_and_not_too_often(
    browser: Browser, user_of: MakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await browser.get("/palette.json")).status_code == 303
    monkeypatch.setattr(palette, "PER_MINUTE", 1)
    user = await user_of()
    codes = [(await user.get("/palette.json")).status_code for _number in range(3)]
    assert codes[-1] == 429


async def test_a_slow_kind_of_record_is_left_out(admin: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_PATIENCE", 0.0)
    assert await labels(admin, "admin") == [
        label for label in await labels(admin, "admin") if not label.startswith("User:")
    ]


async def test_the_page_does_the_same_without_scripts(admin: Browser) -> None:
    page = (await admin.get("/palette?q=user")).text
    assert '<a class="button quiet" href="/guanxi/users">' in page
    assert '<a class="button quiet" href="/guanxi/users/new">' in page
    answer = await admin.submit("/sign-out", page="/palette?q=sign")
    assert answer.status_code == 303
    assert (await admin.get("/palette")).headers["location"].startswith("/sign-in")


async def test_letters_are_the_same_for_everybody(admin: Browser, user_of: MakeBrowser) -> None:
    def letters(page: str) -> dict[str, str]:
        return dict(re.findall(r'<a href="([^"]+)"[^>]* data-go="([a-z])"', page))

    everything = letters((await admin.get("/account")).text)
    assert len(set(everything.values())) == len(everything)
    assert everything["/sample_shop/orders"] == "o"
    some = letters((await (await user_of("sample_shop.read", locale="zh_CN")).get("/account")).text)
    assert some
    assert some.items() < everything.items()


async def test_keys_and_mails_are_a_matter_of_taste(admin: Browser, in_shop: Company) -> None:
    assert 'data-hotkeys="off"' not in (await admin.get("/account")).text
    form = (await admin.forms("/account"))["/account/preferences"]
    assert form["hotkeys"] == "1"
    assert form["digest"] == "daily"
    del form["hotkeys"]
    assert (await admin.post("/account/preferences", data={**form, "digest": "off"})).status_code == 303
    page = (await admin.get("/account")).text
    assert 'data-hotkeys="off"' in page
    assert '<option value="off" selected>' in page
    assert (await admin.post("/account/preferences", data={**form, "digest": "weekly"})).status_code == 422
    assert (await admin.post("/account/preferences", data={**form, "_csrf": "x"})).status_code == 403
    back = {"_csrf": form["_csrf"], "hotkeys": "1", "digest": "daily"}
    assert (await admin.post("/account/preferences", data=back)).status_code == 303
    assert await fetch_value("SELECT count(*) FROM guanxi_preference") == 0


async def test_notifications_are_read_one_by_one_and_all_at_once(in_shop: Company, user_of: MakeBrowser) -> None:
    ann, ben = await user_of(locale="zh_CN"), await user_of()
    ids = [await fetch_value("SELECT id FROM guanxi_user WHERE login = $1", f"user{n}") for n in range(2)]
    for number in range(3):
        await notify(ids, "mention", HELLO, href="/account", detail=f"<b>{number}</b>")
    page = (await ann.get("/notifications")).text
    assert 'data-bell="3"' in page
    text = text_of(page)
    assert text.count("已删除用户。") == 3
    assert "deleted" not in text
    assert "&lt;b&gt;2&lt;/b&gt;" in page
    latest = await fetch_value("SELECT max(id) FROM guanxi_notification WHERE user_id = $1", ids[0])
    csrf = await ann.csrf()
    opened = await ann.post(f"/notifications/{latest}", data={"_csrf": csrf, "open": "1"})
    assert opened.headers["location"] == "/account"
    marked = await ann.post(f"/notifications/{latest - 2}", data={"_csrf": csrf})
    assert marked.headers["location"] == "/notifications"
    assert 'data-bell="1"' in (await ann.get("/account")).text
    assert (await ben.post(f"/notifications/{latest}", data={"_csrf": await ben.csrf()})).status_code == 404
    assert (await ann.submit("/notifications/read", page="/notifications")).status_code == 303
    page = (await ann.get("/notifications")).text
    assert 'data-bell="0"' in page
    assert 'action="/notifications/read"' not in page
    assert 'data-bell="3"' in (await ben.get("/account")).text


async def test_notifications_come_in_pages(in_shop: Company, user_of: MakeBrowser) -> None:
    ann = await user_of()
    await execute(
        "INSERT INTO guanxi_notification (user_id, kind, title, detail, href, at)"
        " SELECT u.id, 'todo', '{\"message\": \"Due\"}', 'no. ' || n || '.', '', now()"
        " FROM guanxi_user u, generate_series(1, 120) n WHERE u.login = 'user0' ORDER BY n"
    )
    seen: list[str] = []
    path: str | None = "/notifications"
    while path:
        page = (await ann.get(path)).text
        seen += re.findall(r"no\. (\d+)\.", page)
        more = re.search(r'href="([^"]+)" rel="next"', page)
        path = more[1] if more else None
    assert seen == [str(number) for number in range(120, 0, -1)]
    assert ">99+</b>" in page
    with count_statements() as counted:
        await ann.get("/notifications")
    assert counted.count <= 6


@pytest.mark.parametrize(
    "path", ["/notifications?before=x", "/notifications?before=" + "9" * 30, "/notifications?before=-1"]
)
async def test_a_wrong_page_is_none(admin: Browser, path: str) -> None:
    assert (await admin.get(path)).status_code == 404


@pytest.mark.parametrize("path", ["/notifications/0", "/notifications/" + "9" * 18, "/notifications/" + "9" * 30])
async def test_a_wrong_notification_is_none(admin: Browser, path: str) -> None:
    csrf = await admin.csrf()
    assert (await admin.post(path, data={"_csrf": csrf})).status_code == 404
