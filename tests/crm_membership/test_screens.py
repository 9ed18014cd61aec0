"""The API, the forms and the portal, as people of different permissions meet them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crm_core.permissions import CorePermission
from crm_loyalty import services as loyalty
from crm_loyalty.permissions import LoyaltyPermission
from crm_membership import panels, portal, privacy, timeline
from crm_membership.permissions import MembershipPermission as P
from crm_membership.selling import order
from guanxi import Conflict, NotFound, TimelineMark, fetch_value, update, use_locale
from guanxi.context import Company
from tests.clients import MakeClient, make_client
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_membership.support import bought, memberships, plan, tier
from tests.crm_portal.support import enter
from tests.kernel.web.browser import Browser, text_of

__all__ = ["make_client"]
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("program")]
_LAST = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)
API = "/api/v1/crm_membership"
SELL = f"{API}/memberships/actions/order"
SHOP = (CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.SELL)


async def count(table: str = "crm_membership_membership") -> int:
    return int(await fetch_value(f"SELECT count(*) FROM {table}"))


async def test_a_shop_sells_a_membership(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client, customer, of = await make_client(*SHOP), await make_customer(), await plan()
    body, key = {"customer": customer, "plan": of.id}, {"Idempotency-Key": "order-1"}
    first, again = [await client.post(SELL, json=body, headers=key) for _n in range(2)]
    assert (first.status_code, again.json()) == (200, first.json())
    made = first.json()["data"]
    shown = (await client.get(f"{API}/memberships/{made['membership_id']}")).json()
    assert (shown["state"], shown["customer"]["id"], shown["months"]) == ("waiting", customer, 12)
    assert await count() == await count("crm_receivables_invoice") == 1


async def test_who_may_not_sells_nothing(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    body = {"customer": customer, "plan": of.id}
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    narrow = await make_client(CorePermission.READ, P.READ, P.SELL)
    seller = await make_client(*SHOP)
    assert (await reader.post(SELL, json=body)).status_code == 403
    assert (await narrow.post(SELL, json=body)).status_code == 422, "a customer out of sight"
    for wrong in ({}, {"customer": 2**62, "plan": of.id}, {"customer": customer, "plan": 2**62}, {"plan": "x"}):
        assert (await seller.post(SELL, json=wrong)).status_code == 422
    new = {"name": "Free", "tier": of.tier_id, "months": 12, "price": 100}
    assert (await seller.post(f"{API}/plans", json=new)).status_code == 403
    assert await count() == await count("crm_receivables_invoice") == 0
    made = await order(customer, of.id)
    assert (await narrow.get(f"{API}/memberships/{made.membership_id}")).status_code == 404
    cancel = f"{API}/memberships/{made.membership_id}/actions/cancel"
    assert (await narrow.post(cancel, json={"reason": "x"})).status_code == 404
    assert (await reader.post(cancel, json={"reason": "x"})).status_code == 403
    assert (await seller.post(cancel, json={})).status_code == 422
    assert (await memberships(customer))[0][0] == "waiting"


async def test_plans_are_checked(make_client: MakeClient) -> None:
    manager, of = await make_client(*SHOP, P.MANAGE, LoyaltyPermission.READ), await tier()
    new: dict[str, Any] = {"name": "Gold", "tier": of.id, "months": 12, "price": 100}
    for wrong in ({"price": 0}, {"price": -1}, {"months": 0}, {"months": 121}, {"tax_rate": "101"}, {"currency": "X"}):
        assert (await manager.post(f"{API}/plans", json=new | wrong)).status_code == 422, wrong
    made = await manager.post(f"{API}/plans", json=new)
    assert (made.status_code, made.json().get("currency")) == (201, "CNY"), made.text
    assert (await manager.post(f"{API}/plans", json=new)).status_code in (409, 422)
    assert await count("crm_membership_plan") == 1


async def test_customers_order_in_the_portal(browser: Browser, make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    hidden = await plan("Not there", in_portal=False)
    await enter(browser, customer)
    page = await browser.get("/portal/membership")
    assert page.status_code == 200
    assert "Gold for a year Diamond 12 CN¥106.00 Order" in text_of(page.text) and "Not there" not in page.text
    path = f"/portal/membership/{of.id}/order"
    assert "Order Gold for a year for CN¥106.00?" in text_of((await browser.get(path)).text)
    done = await browser.submit(path)
    assert done.status_code in (200, 303)
    await browser.submit(path)
    assert await memberships(customer) == [("waiting", None, None)]
    assert (await browser.get(f"/portal/membership/{hidden.id}/order")).status_code == 404
    number = await fetch_value("SELECT number FROM crm_receivables_invoice WHERE customer_id = $1", customer)
    assert number in (await browser.get("/portal/membership")).text
    assert await count() == 1


async def test_the_portal_orders_what_it_asked_about(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    assert portal.ORDER.revision is not None
    seen = await portal.ORDER.revision(customer, of.id)
    await update(type(of), of.id, {"price": 99_900})
    with pytest.raises(Conflict, match="has changed"):
        await portal.ORDER.run(customer, of.id, "", seen)
    await update(type(of), of.id, {"active": False})
    with pytest.raises(NotFound):
        await portal.ORDER.question(customer, of.id)
    assert await count() == 0


async def test_each_sees_only_its_own(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    await bought(one, await plan())
    shown, nothing = await portal.SECTION.summary(one), await portal.SECTION.summary(other)
    assert shown.table is not None and shown.table.rows[0][:2] == ("Gold for a year", "Paid")
    assert nothing.table is None
    assert (await portal.SECTION.blocks(other))[0].data.table is None


async def test_what_was_earned_is_not_for_sale(make_customer: MakeCustomer) -> None:
    customer, of = await make_customer(), await plan()
    await loyalty.earn(customer, (await tier()).threshold, "shop:1")
    offered = (await portal.SECTION.blocks(customer))[1]
    assert offered.data.table is not None and list(offered.row_links) == [None]
    assert offered.data.table.rows == [("Gold for a year", "Diamond (yours already)", "12", "CN¥106.00")]
    with pytest.raises(Conflict):
        await portal.ORDER.run(customer, of.id, "", of.revision)
    assert await count() == 0


async def test_staff_see_memberships_on_the_customer(make_customer: MakeCustomer, program: Company) -> None:
    customer = await make_customer()
    assert str((await panels.CUSTOMER.load(customer)).empty) == "No paid membership yet."
    made = await bought(customer, await plan(name_zh="金卡年费"))
    with use_locale("zh_CN"):
        shown = (await panels.CUSTOMER.load(customer)).table
        (event,) = await timeline.SOURCE.load([customer], _LAST, 5)
        assert str(event.title) == "订购付费会员：金卡年费"
    assert shown is not None and shown.rows[0][:2] == ("金卡年费", "已付款")
    assert shown.hrefs == [f"/crm_membership/memberships/{made.membership_id}"] == [event.href]
    (held,) = await privacy.PERSONAL.load(customer)
    assert (held["name"], held["state"]) == ("Gold for a year", "active")
