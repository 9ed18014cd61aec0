"""The home page: one's day, cards that fail alone, and the arrangement that each user keeps."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from sample_shop.models import Order

from guanxi import clock, records
from guanxi.cli.prepare import load_demo_data
from guanxi.company import Directory
from guanxi.context import Company, current_company
from guanxi.db import count_statements, execute, fetch_value
from guanxi.desk.preferences import prefer
from guanxi.desk.todos import add_todo
from guanxi.settings import Settings
from guanxi.views.home import salutation
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD
from tests.kernel.conftest import acting
from tests.kernel.web.browser import Browser, text_of
from tests.kernel.web.conftest import MakeBrowser
from tests.kernel.web.test_statements import NOW_AND_THEN

ARRANGING = "/?arrange=1"
CLERK = ("sample_shop.read", "sample_shop.write")


def cards(html: str) -> list[str]:
    return re.findall(r'data-card="([a-z_]+)"', html)


async def press(browser: Browser, do: str, card: str = "", order: str = "") -> Any:
    form = {"_csrf": await browser.csrf(), "do": do, "card": card, "order": order}
    return await browser.post("/home", data=form)


async def stored() -> Any:
    return await fetch_value("SELECT value::text FROM guanxi_preference WHERE name = 'home'")


async def test_cards_in_order_and_silent_ones_left_out(admin: Browser, in_shop: Company) -> None:
    await records.create(Order, {"name": "Pump", "owner_id": 1})
    html = (await admin.get("/")).text
    assert cards(html) == ["shop_stages", "shop_fragile", "shop_latest"]
    assert 'class="card wide" id="card-shop_stages"' in html
    assert '<svg class="plot" role="img"' in html and "View as table" in html
    assert "data-arrange" not in html


async def test_one_may_see_only_cards_that_one_has_the_right_to(user_of: MakeBrowser) -> None:
    clerk = await user_of(*CLERK)
    assert cards((await clerk.get("/")).text) == ["shop_stages", "shop_fragile"]
    assert cards((await (await user_of()).get("/")).text) == []


async def test_a_card_that_fails_leaves_the_page_whole(
    admin: Browser, in_shop: Company, caplog: pytest.LogCaptureFixture
) -> None:
    await records.create(Order, {"name": "broken", "owner_id": 1})
    answer = await admin.get("/")
    assert answer.status_code == 200
    fragile = answer.text.partition('data-card="shop_fragile"')[2].partition("</section>")[0]
    assert "This part could not be loaded." in fragile
    assert cards(answer.text) == ["shop_stages", "shop_fragile", "shop_latest"]
    assert "shop_fragile" in caplog.text and "DivisionByZero" in caplog.text
    await execute("UPDATE sample_shop_order SET name = 'mended'")
    assert "could not be loaded" not in (await admin.get("/")).text


async def test_moving_hiding_and_widening(admin: Browser, in_shop: Company) -> None:
    assert cards((await admin.get(ARRANGING)).text) == ["shop_stages", "shop_fragile", "shop_latest", "shop_silent"]
    answer = await press(admin, "down", "shop_stages")
    assert (answer.status_code, answer.headers["location"]) == (303, ARRANGING)
    page = (await admin.get(ARRANGING)).text
    assert cards(page) == ["shop_fragile", "shop_stages", "shop_latest", "shop_silent"]
    assert "Stage was moved down." in text_of(page)
    await press(admin, "up", "shop_latest")
    await press(admin, "up", "shop_latest")
    await press(admin, "up", "shop_latest")
    assert cards((await admin.get("/")).text)[0] == "shop_latest"
    await press(admin, "narrower", "shop_stages")
    await press(admin, "wider", "shop_latest")
    html = (await admin.get("/")).text
    assert 'class="card wide" id="card-shop_latest"' in html and 'class="card" id="card-shop_stages"' in html
    await press(admin, "hide", "shop_fragile")
    html = (await admin.get(ARRANGING)).text
    assert cards(html) == ["shop_latest", "shop_stages", "shop_silent"]
    assert 'aria-label="Show: Orders"' in html
    await press(admin, "show", "shop_fragile")
    assert "shop_fragile" in cards((await admin.get("/")).text)
    await press(admin, "reset")
    assert await stored() is None
    assert cards((await admin.get("/")).text) == ["shop_stages", "shop_fragile", "shop_latest"]


async def test_an_order_as_dragging_sends_it(admin: Browser, in_shop: Company) -> None:
    answer = await press(admin, "order", order="shop_latest,nobody,shop_latest,shop_stages")
    assert answer.status_code == 303
    assert cards((await admin.get("/")).text) == ["shop_latest", "shop_stages", "shop_fragile"]
    assert "nobody" not in await stored()


async def test_each_user_has_an_own_arrangement(admin: Browser, user_of: MakeBrowser) -> None:
    clerk = await user_of(*CLERK)
    await press(clerk, "hide", "shop_stages")
    assert cards((await clerk.get("/")).text) == ["shop_fragile"]
    assert cards((await admin.get("/")).text) == ["shop_stages", "shop_fragile", "shop_latest"]


async def test_what_is_wrong_changes_nothing(admin: Browser, user_of: MakeBrowser) -> None:
    clerk = await user_of(*CLERK)
    assert (await press(clerk, "hide", "shop_latest")).status_code == 404, "a card that one may not see"
    assert (await press(clerk, "hide", "no_card")).status_code == 404
    assert (await press(clerk, "burn", "shop_stages")).status_code == 422
    assert (await press(clerk, "order", order="x" * 9000)).status_code == 422
    assert (await clerk.post("/home", data={"do": "hide", "card": "shop_stages"})).status_code == 403
    assert (await clerk.get("/home")).status_code == 405
    assert await stored() is None


@pytest.mark.parametrize("value", [[1], "x", {"order": 3}, {"hidden": [None]}, {"wide": {"a": "b"}}, 7])
async def test_an_arrangement_that_cannot_be_read_counts_as_none(admin: Browser, in_shop: Company, value: Any) -> None:
    with acting(1):
        await prefer("home", value)
    assert cards((await admin.get("/")).text) == ["shop_stages", "shop_fragile", "shop_latest"]


async def test_cards_of_addons_that_are_off_keep_their_place(admin: Browser, in_shop: Company) -> None:
    with acting(1):
        await prefer("home", {"order": ["gone", "shop_latest"], "hidden": ["also_gone"], "wide": {"gone": True}})
    await press(admin, "down", "shop_stages")
    kept = await stored()
    assert '"gone"' in kept and '"also_gone"' in kept


async def test_new_cards_follow_those_that_stand_before_them(admin: Browser, in_shop: Company) -> None:
    with acting(1):
        await prefer("home", {"order": ["shop_latest", "shop_stages"]})
    assert cards((await admin.get("/")).text) == ["shop_latest", "shop_stages", "shop_fragile"]


async def test_the_day_has_what_is_due_and_who_mentioned_one(admin: Browser, in_shop: Company) -> None:
    today = clock.today(current_company().zone)
    with acting(1, *CLERK):
        late = await add_todo("Call Ms. Wang", due_on=today - timedelta(days=2))
        await add_todo("Send the offer", due_on=today)
        await add_todo("Next week", due_on=today + timedelta(days=7))
        await add_todo("Some day")
    await execute(
        "INSERT INTO guanxi_notification (user_id, kind, title, detail, href, at) VALUES"
        " (1, 'mention', '{\"message\": \"Li mentioned you\"}', 'Look at this', '/account', now())"
    )
    html = (await admin.get("/")).text
    day = text_of(html.partition('aria-labelledby="day"')[2].partition("</section>")[0])
    assert "due: 2" in day and "Call Ms. Wang" in day and "Overdue" in day and "Send the offer" in day
    assert "Next week" not in day and "Some day" not in day
    assert "Li mentioned you" in day and "Look at this" in day
    answer = await admin.post(f"/todos/{late.id}/done", data={"_csrf": await admin.csrf(), "next": "/"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    html = (await admin.get("/")).text
    assert "Call Ms. Wang" not in html.partition('aria-labelledby="day"')[2].partition("</section>")[0]


def test_the_greeting_follows_the_clock() -> None:
    said = [salutation(hour).message.partition(",")[0] for hour in (4, 5, 11, 12, 17, 18, 23, 0)]
    assert said == [
        *("Good evening", "Good morning", "Good morning", "Good afternoon"),
        *("Good afternoon", "Good evening", "Good evening", "Good evening"),
    ]


async def test_an_administrators_page_takes_few_statements(directory: Directory, inside: Company) -> None:
    """Of all add-ons, with everything that demo data has to show."""
    await load_demo_data()
    await execute("UPDATE guanxi_company SET greeted = true")
    with acting(1, "crm_core.customers.read", "crm_core.customers.see_all"):
        customer = await fetch_value("SELECT min(id) FROM crm_core_customer")
        await add_todo("Call", due_on=clock.today(inside.zone), resource="crm_core/customers", record_id=customer)
    async with Browser(create_app(directory, Settings(data=directory.data))) as browser:
        await browser.sign_in("admin", ADMIN_PASSWORD)
        await directory.refresh("test")
        await browser.get("/")
        with count_statements() as counted:
            html = (await browser.get("/")).text
    shown = [sql for sql in counted.sql if not sql.startswith(NOW_AND_THEN)]
    own = 6  # the user, the arrangement, to-dos, the names of their records, notifications, and what those are about
    assert len(shown) <= len(cards(html)) + own, "\n".join(sql.strip()[:80] for sql in shown)
    assert "could not be loaded" not in html
    assert html.count('<svg class="plot"') == 4 and html.count('<ul class="shares">') == 2


async def test_in_chinese(admin: Browser, in_shop: Company) -> None:
    await admin.submit("/language", {"locale": "zh_CN"}, page="/account")
    page = text_of((await admin.get(ARRANGING)).text)
    assert "好，" in page and "恢复默认" in page
    for word in ("Arrange", "Move", "Hide", "Good", "Nothing"):
        assert word not in page
