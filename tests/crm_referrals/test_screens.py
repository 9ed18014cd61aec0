"""The API, the list, the panel, rings and the portal, as users of different permissions meet them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from crm_core.models import Customer
from crm_core.permissions import CorePermission
from crm_referrals import codes, panels, portal, rings
from crm_referrals.permissions import ReferralPermission as P
from crm_referrals.portal_pages import CARD, TRIES_PER_MINUTE
from guanxi import clock, current_company, fetch_value, update
from guanxi.errors import Conflict, InvalidInput
from guanxi.records.actions import find_action, run_action
from tests.clients import MakeClient, make_client
from tests.conftest import ADMIN_PASSWORD
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_portal.support import enter
from tests.crm_referrals.support import edges, pay, reach, refer, refund, reward, states, with_settings
from tests.kernel.web.browser import Browser, text_of

__all__ = ["make_client"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]
API = "/api/v1/crm_referrals"
SHOP = (CorePermission.READ, CorePermission.SEE_ALL, *P)


async def run(name: str, id: int | None, values: dict[str, Any], resource: str = "referrals") -> Any:
    found = current_company().catalog.resources[f"crm_referrals/{resource}"]
    return await run_action(found, find_action(found, name, "list" if id is None else "record"), id, values)


async def test_the_whole_way_over_the_api(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client, one, new = await make_client(*SHOP), await make_customer(), await make_customer()
    made = (await client.post(f"{API}/make_code", json={"customer_id": one})).json()
    assert made == {"customer_id": one, "code": await codes.own_code(one), "link": codes.link_of(made["code"])}
    body = {"code": made["code"], "customer_id": new}
    first = await client.post(f"{API}/attribute", json=body)
    assert (first.status_code, first.json()["fresh"]) == (200, True)
    assert (await client.post(f"{API}/attribute", json=body)).json()["fresh"] is False
    order = {"customer_id": new, "amount": 12_000, "currency": "CNY", "source": "order:1"}
    for _again in range(2):
        assert (await client.post(f"{API}/orders", json=order)).json() == {"referral_id": first.json()["referral_id"]}
    refund = {"order": "order:1", "source": "refund:1", "amount": 12_000}
    for _again in range(2):
        assert (await client.post(f"{API}/refunds", json=refund)).json() == {"state": "waiting"}
    shown = (await client.get(f"{API}/referrals/{first.json()['referral_id']}")).json()
    assert shown["state"] == "waiting"
    assert (await client.get(f"{API}/rings")).json() == []


async def test_bad_input_is_refused_and_changes_nothing(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client, one, new = await make_client(*SHOP), await make_customer(), await make_customer()
    code = await codes.ensure_code(one)
    order = {"customer_id": new, "amount": 1, "currency": "CNY", "source": "o"}
    wrong: list[tuple[str, dict[str, Any], int]] = [
        ("attribute", {"code": "x", "customer_id": new}, 404),
        ("attribute", {"code": code, "customer_id": 2**62}, 404),
        ("attribute", {"code": code, "customer_id": one}, 409),
        ("attribute", {"code": code, "customer_id": -1}, 422),
        ("make_code", {"customer_id": 2**62}, 404),
        ("orders", {**order, "currency": "XXZ"}, 422),
        ("orders", {**order, "amount": 0}, 422),
        ("orders", {**order, "amount": 1.5}, 422),
        ("orders", {**order, "source": "a\x00b"}, 422),
        ("orders", {**order, "paid_on": (clock.now() + timedelta(days=2)).date().isoformat()}, 422),
        ("orders", {**order, "paid_on": "0001-01-01"}, 422),
        ("orders", {**order, "customer_id": 2**62}, 404),
        ("refunds", {"order": "none", "source": "r", "amount": 1}, 404),
    ]
    for path, body, status in wrong:
        assert ((await client.post(f"{API}/{path}", json=body)).status_code, path, body) == (status, path, body)
    assert await edges() == []
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    for path, body, _status in wrong:
        assert (await reader.post(f"{API}/{path}", json=body)).status_code == 403


async def test_who_sees_one_side_alone_sees_neither_name(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client = await make_client(CorePermission.READ, *P)
    own = await fetch_value("SELECT max(id) FROM guanxi_user")
    mine, foreign = await make_customer(own), await make_customer()
    id = await refer(foreign, mine)
    await pay(mine)
    assert (await client.get(f"{API}/referrals")).json()["data"] == []
    assert (await client.get(f"{API}/referrals/{id}")).status_code == 404
    assert (await client.post(f"{API}/make_code", json={"customer_id": foreign})).status_code == 404
    assert (await client.post(f"{API}/make_code", json={"customer_id": mine})).status_code == 200
    foreign_order = {"customer_id": foreign, "amount": 1, "currency": "CNY", "source": "o"}
    assert (await client.post(f"{API}/orders", json=foreign_order)).status_code == 404
    await refer(mine, (other := await make_customer()))
    await pay(other)
    refund = {"order": f"order:{other}", "source": "r", "amount": 1}
    assert (await client.post(f"{API}/refunds", json=refund)).status_code == 404


async def test_staff_note_a_referral_by_customer_or_code(browser: Browser, make_customer: MakeCustomer) -> None:
    one, new, other = [await make_customer() for _n in range(3)]
    code = (await run("make", None, {"customer": one}, "codes")).data["code"]
    for values in ({"referrer": None, "code": None}, {"referrer": one, "code": code}, {"referrer": None, "code": "x"}):
        with pytest.raises(InvalidInput):
            await run("refer", None, {"referred": new, **values})
    await run("refer", None, {"referred": new, "referrer": one, "code": None})
    id = (await run("refer", None, {"referred": other, "referrer": None, "code": code.lower()})).data["referral_id"]
    assert await edges() == [(one, new), (one, other)]
    await run("refuse", id, {"note": "made up"})
    with pytest.raises(Conflict):
        await run("take_back", id, {"note": "never rewarded"})
    assert (await states())[1] == ("refused", "staff", 0, 0)
    await browser.sign_in("admin", ADMIN_PASSWORD)
    for path in (f"/crm_referrals/referrals/{id}", "/crm_referrals/referrals", "/crm_referrals/codes"):
        assert (await browser.get(path)).status_code == 200
    panel = await panels.CUSTOMER.load(one)
    assert panel.table is not None and len(panel.table.rows) == 2
    assert [figure.value for figure in panel.figures] == ["2", "0", code]


async def test_rings_are_shown_and_honest_ones_are_not(browser: Browser, make_customer: MakeCustomer) -> None:
    honest, shady, returner = [await make_customer() for _n in range(3)]
    for n in range(4):
        friend, double, buyer = [await make_customer() for _n in range(3)]
        await reach(friend, email=f"friend{n}@qq.com", mobile=f"1381234000{n}")
        await reach(double, email=f"me{n}@shady.example", address=f"人民路{n % 2}号")
        for one, other in ((honest, friend), (shady, double), (returner, buyer)):
            await refer(one, other)
        if n < 2:
            await pay(buyer)
            assert await reward() == 1
            await refund(buyer, 10_000)
    found = {ring.referrer_id: ring for ring in await rings.suspicious()}
    assert set(found) == {shady, returner}
    ring = found[shady]
    assert (ring.referrals, ring.contact, ring.domain, ring.address, ring.refunded) == (4, 0, 4, 4, 0)
    assert found[returner].refunded == 2
    await browser.sign_in("admin", ADMIN_PASSWORD)
    assert ring.name in text_of((await browser.get("/crm_referrals/rings")).text)


async def test_a_customer_hands_on_a_code_and_sees_what_came_of_it(
    browser: Browser, make_customer: MakeCustomer
) -> None:
    one, new = await make_customer(), await make_customer()
    await update(Customer, new, {"name": "王小明"})
    await enter(browser, one)
    assert "Get my code" in (await browser.get("/portal/referrals")).text
    assert (await browser.get(CARD)).status_code == 404
    await browser.submit("/portal/referrals/0/code", {})
    code = await codes.own_code(one)
    assert code is not None
    page = text_of((await browser.get("/portal/referrals")).text)
    assert code in page and "200 points" in page
    assert "<svg" in (await browser.get(CARD)).text
    await refer(one, new)
    await pay(new)
    await reward()
    page = text_of((await browser.get("/portal/referrals")).text)
    assert "王**" in page and "王小明" not in page and "You got points" in page
    assert "Recommended" in text_of((await browser.get("/portal")).text)


async def test_a_new_customer_follows_the_link(browser: Browser, make_customer: MakeCustomer) -> None:
    one, new = await make_customer(), await make_customer()
    code = await codes.ensure_code(one)
    path = codes.LANDING
    closed = await browser.get(f"{path}?ref={code}")
    assert closed.status_code == 303 and code in closed.headers["location"]
    await enter(browser, new)
    assert f'value="{code}"' in (await browser.get(f"{path}?ref={code}")).text
    assert await edges() == []
    assert (await browser.submit(path, {"code": "nobody's"})).status_code == 404
    assert (await browser.submit(path, {"code": await codes.ensure_code(new)})).status_code == 409
    assert (await browser.submit(path, {"code": code})).headers["location"] == "/portal/referrals"
    assert await edges() == [(one, new)]
    assert "already" in text_of((await browser.get(path)).text)


async def test_codes_cannot_be_guessed(browser: Browser, make_customer: MakeCustomer) -> None:
    await enter(browser, await make_customer())
    with clock.travel(clock.now().replace(second=0)):  # all tries within one minute
        tried = [(await browser.submit(codes.LANDING, {"code": "x"})).status_code for _n in range(TRIES_PER_MINUTE + 1)]
    assert tried[0] == 404 and tried[-1] == 429


async def test_the_company_may_keep_the_link_to_itself(browser: Browser, make_customer: MakeCustomer) -> None:
    one = await make_customer()
    await codes.ensure_code(one)
    await enter(browser, one)
    with with_settings(portal=False):
        assert (await browser.get(codes.LANDING)).status_code == 404
        blocks = await portal.SECTION.blocks(one)
        assert len(blocks) == 3 and [figure.value for figure in blocks[0].data.figures] == [await codes.own_code(one)]
    assert len(await portal.SECTION.blocks(one)) == 4
    await reach(one, last_deal_on=clock.now().date())
    assert len(await portal.SECTION.blocks(one)) == 3  # who has bought is not asked
