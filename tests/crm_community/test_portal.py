"""The community in the portal, and who of the staff may do what."""

from __future__ import annotations

import pytest

from crm_community import clubs, nicknames, panels
from crm_community.models import Report
from crm_community.permissions import CommunityPermission as P
from crm_community.portal_pages import CLUB, NICKNAME, TOPIC, WRITES_PER_MINUTE
from crm_core.models import Customer
from crm_core.permissions import CorePermission
from guanxi import clock, create, fetch_value, update
from tests.clients import MakeClient, make_client
from tests.conftest import ADMIN_PASSWORD
from tests.crm_community.support import club, give_tier, member, post, topic, written
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_portal.support import enter
from tests.kernel.web.browser import Browser, text_of

__all__ = ["make_client"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]
API = "/api/v1/crm_community"


async def test_the_whole_way_of_a_customer(browser: Browser, make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    await update(Customer, id, {"name": "王小明"})
    await enter(browser, id)
    assert "Clubs that you can join: 1" in text_of((await browser.get("/portal")).text)
    assert "Choose a name" in (await browser.get("/portal/community")).text
    assert (await browser.submit(f"/portal/community/{tea}/join", {})).status_code == 409
    assert (await browser.submit(NICKNAME, {"nickname": "x"})).status_code == 422
    assert (await browser.submit(NICKNAME, {"nickname": "山里人"})).headers["location"] == "/portal/community"
    joined = await browser.submit(f"/portal/community/{tea}/join", {})
    assert joined.headers["location"] == f"{CLUB}/{tea}"
    opened = await browser.submit(f"{CLUB}/{tea}", {"title": "<b>Tea?", "text": "One\n\ntwo <i>"})
    assert opened.headers["location"].startswith(TOPIC)
    page = (await browser.get(opened.headers["location"])).text
    assert "&lt;b&gt;Tea?" in page and '<p dir="auto">two &lt;i&gt;</p>' in page
    assert "山里人" in page and "王小明" not in page
    assert 'href="/portal/community" aria-current="page"' in page
    assert (await browser.submit(opened.headers["location"], {"text": "More"})).status_code == 303
    assert [text for text, _state in await written()] == ["One\n\ntwo <i>", "More"]
    wrong = await browser.submit(f"{CLUB}/{tea}", {"title": "Kept", "text": " "})
    assert wrong.status_code == 422 and 'value="Kept"' in wrong.text
    mine = await fetch_value("SELECT max(id) FROM crm_community_post")
    gone = await browser.submit(f"/portal/community/{mine}/withdraw", {})
    assert gone.headers["location"] == opened.headers["location"]
    assert "The author withdrew this post." in (await browser.get(opened.headers["location"])).text
    left = await browser.submit(f"/portal/community/{tea}/leave", {})
    assert left.headers["location"] == f"{CLUB}/{tea}"
    assert "Only members of the club write here." in (await browser.get(opened.headers["location"])).text
    sent = {"text": "x", "_csrf": (await browser.forms("/portal"))["/portal/language"]["_csrf"]}
    assert (await browser.post(opened.headers["location"], data=sent)).status_code == 409
    assert len(await written()) == 2


async def test_foreign_clubs_topics_and_posts_are_not_there(browser: Browser, make_customer: MakeCustomer) -> None:
    gold, rich, id = await club("Gold", "Gold"), await make_customer(), await make_customer()
    await give_tier(rich, "Gold")
    who = await member(rich, gold)
    asked = await topic(who, gold)
    secret = await post(who, gold, asked, "among us")
    await nicknames.choose(id, "curious")
    await enter(browser, id)
    sent = {"title": "x", "text": "x", "_csrf": (await browser.forms("/portal"))["/portal/language"]["_csrf"]}
    for path in (f"{CLUB}/{gold}", f"{CLUB}/{2**63}", f"{TOPIC}/{asked}", f"{TOPIC}/{2**62}", f"{TOPIC}/{2**63}"):
        assert ((await browser.get(path)).status_code, path) == (404, path)
        assert ((await browser.post(path, data=sent)).status_code, path) == (404, path)
    for action in (f"{gold}/join", f"{gold}/leave", f"{secret}/report", f"{secret}/withdraw", f"{2**62}/report"):
        path = f"/portal/community/{action}"
        assert ((await browser.post(path, data=sent)).status_code, path) == (404, path)
    assert await fetch_value("SELECT count(*) FROM crm_community_report") == 0
    assert len(await written()) == 2


async def test_a_customer_reports_what_another_wrote(browser: Browser, make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    other = await member(await make_customer(), tea, "other")
    asked = await topic(other, tea)
    first = await fetch_value("SELECT id FROM crm_community_post")
    await member(id, tea)
    await enter(browser, id)
    path = f"/portal/community/{first}/report"
    assert path in (await browser.get(f"{TOPIC}/{asked}")).text
    assert (await browser.submit(path, {"text": ""})).status_code == 422
    assert (await browser.submit(path, {"text": "Rude"})).headers["location"] == f"{TOPIC}/{asked}"
    told = await fetch_value("SELECT excerpt || ': ' || reason FROM crm_community_report")
    assert told == "Which tea? I ask.: Rude"
    assert (await browser.submit(f"/portal/community/{first}/withdraw", {})).status_code == 404


async def test_writing_has_a_limit(browser: Browser, make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    who = await member(id, tea)
    asked = await topic(who, tea)
    await enter(browser, id)
    with clock.travel(clock.now().replace(second=0)):  # all within one minute
        tried = [
            (await browser.submit(f"{TOPIC}/{asked}", {"text": f"{n}"})).status_code
            for n in range(WRITES_PER_MINUTE + 1)
        ]
    assert tried == [303] * WRITES_PER_MINUTE + [429]


async def test_pages_need_a_customer_and_a_token(browser: Browser, make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    assert (await browser.get(f"{CLUB}/{tea}")).status_code == 303
    await member(id, tea)
    await enter(browser, id)
    assert (await browser.post(f"{CLUB}/{tea}", data={"title": "x", "text": "x"})).status_code == 403
    assert await written() == []


async def test_staff_need_the_right_permission(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    tea = await club()
    one, other = await member(await make_customer(), tea), await member(await make_customer(), tea)
    asked = await topic(one, tea)
    first = await fetch_value("SELECT id FROM crm_community_post")
    report = (
        await create(
            Report, {"post_id": first, "profile_id": other.profile_id, "excerpt": "x", "reason": "x", "state": "open"}
        )
    ).id
    note = {"note": "x"}
    todo = [
        (P.MODERATE, f"reports/{report}/actions/dismiss", {}),
        (P.MODERATE, f"posts/{first}/actions/hide", note),
        (P.MODERATE, f"posts/{first}/actions/show", {}),
        (P.MODERATE, f"topics/{asked}/actions/hide", note),
        (P.MODERATE, f"topics/{asked}/actions/show", {}),
        (P.MODERATE, f"profiles/{one.profile_id}/actions/mute", note),
        (P.WRITE, f"topics/{asked}/actions/answer", {"text": "x"}),
        (P.WRITE, "topics/actions/open", {"club": tea, "title": "x", "text": "x"}),
        (P.MANAGE, "clubs", {"name": "New"}),
    ]
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    nobody = await make_client(CorePermission.READ)
    for permission, path, body in todo:
        assert ((await reader.post(f"{API}/{path}", json=body)).status_code, path) == (403, path)
        assert ((await nobody.post(f"{API}/{path}", json=body)).status_code, path) == (403, path)
        client = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, permission)
        assert ((await client.post(f"{API}/{path}", json=body)).status_code in (200, 201), path) == (True, path)
    assert (await reader.get(f"{API}/reports")).status_code == 403


async def test_whose_name_it_is_knows_who_sees_the_customer(
    make_client: MakeClient, make_customer: MakeCustomer
) -> None:
    tea, id = await club(), await make_customer()
    await update(Customer, id, {"name": "王小明"})
    await member(id, tea, "山里人")
    clerk = await make_client(CorePermission.READ, P.READ, P.WRITE)
    assert (await clerk.get(f"{API}/profiles")).json()["data"] == []
    shown = (await clerk.get(f"{API}/members")).text
    assert "山里人" in shown and "王小明" not in shown
    taken = await clerk.post(f"{API}/members/actions/take_in", json={"customer": id, "club": tea, "nickname": None})
    assert taken.status_code == 422
    boss = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    assert "王小明" in (await boss.get(f"{API}/profiles")).text


async def test_staff_see_all_pages(browser: Browser, make_customer: MakeCustomer) -> None:
    tea, id = await club(), await make_customer()
    who = await member(id, tea, "山里人")
    await topic(who, tea)
    await browser.sign_in("admin", ADMIN_PASSWORD)
    for name in ("clubs", "members", "topics", "posts", "reports", "profiles"):
        assert ((await browser.get(f"/crm_community/{name}")).status_code, name) == (200, name)
    assert "山里人" in text_of((await browser.get(f"/crm_community/clubs/{tea}")).text)
    panel = await panels.CUSTOMER.load(id)
    assert [figure.value for figure in panel.figures] == ["山里人", "1"]
    assert panel.table is not None and panel.table.rows[0][:2] == ("Tea", "Club member")
    assert (await clubs.visitor(id)).nickname == "山里人"
