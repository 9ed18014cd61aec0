"""Members whose purchases were refunded after the points had been spent, or again and again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from crm_core.permissions import CorePermission
from crm_loyalty import services, suspicion
from crm_loyalty.permissions import LoyaltyPermission as P
from guanxi import clock, fetch_value, use_locale
from guanxi.auth import create_user
from guanxi.company import Directory
from guanxi.context import SYSTEM, Actor, use_actor
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.clients import MakeClient, make_client
from tests.conftest import ADMIN_PASSWORD
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import with_settings
from tests.kernel.web.browser import Browser, text_of

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def buy_spend_refund(customer: int, n: int = 1, *, spend: bool = True) -> None:
    await services.earn(customer, 100, f"payment:{customer}:{n}")
    if spend:
        await services.redeem(customer, 80, f"shop:{customer}:{n}")
    await services.take_back(f"payment:{customer}:{n}", 100, f"refund:{customer}:{n}")


async def test_spent_then_refunded_owed_or_waived(make_customer: MakeCustomer) -> None:
    owing, waived, honest = [await make_customer() for _n in range(3)]
    await buy_spend_refund(owing)
    with with_settings(take_back="clamp"):
        await buy_spend_refund(waived)
    await buy_spend_refund(honest, spend=False)
    found = await suspicion.suspects()
    assert {(each.customer_id, each.refunds, each.spent, each.debt) for each in found} == {
        (owing, 1, 80, 80),
        (waived, 1, 80, 0),
    }
    reasons = {each.customer_id: [str(reason) for reason in suspicion.why(each)] for each in found}
    assert reasons[waived] == ["80 points of refunded purchases had been spent."]
    assert reasons[owing] == ["80 points of refunded purchases had been spent.", "80 points are owed."]
    with clock.travel(clock.now() + timedelta(days=31)):
        assert await suspicion.suspects() == []


async def test_so_many_refunds_within_so_many_days(customer: int) -> None:
    for n in range(3):
        assert await suspicion.suspects() == []
        await buy_spend_refund(customer, n, spend=False)
    found = await suspicion.suspects()
    assert [(each.customer_id, each.refunds, each.spent) for each in found] == [(customer, 3, 0)]
    with use_locale("zh_CN"):
        assert [str(reason) for reason in suspicion.why(found[0])] == ["30 天内退款 3 次。"]
    with with_settings(refunds=4):
        assert await suspicion.suspects() == []


async def test_who_may_approve_sees_those_of_their_customers(
    make_client: MakeClient, make_customer: MakeCustomer
) -> None:
    number = await fetch_value("SELECT count(*) + 1 FROM guanxi_user")
    owner = await create_user(f"owner{number}", "Owner")
    mine, other = await make_customer(owner), await make_customer()
    for each in (mine, other):
        await buy_spend_refund(each)
    base = (CorePermission.READ, P.READ)
    everyone = await make_client(*base, CorePermission.SEE_ALL, P.APPROVE)
    nobody = await make_client(*base, CorePermission.SEE_ALL, P.ADJUST)
    page = "/api/v1/crm_loyalty/suspicious"
    assert (await nobody.get(page)).status_code == 403
    assert {row["customer_id"] for row in (await everyone.get(page)).json()} == {mine, other}
    permissions = frozenset(str(each) for each in (*base, P.APPROVE))
    with use_actor(Actor(kind="user", id=owner, name="Owner", permissions=permissions)):
        assert [each.customer_id for each in await suspicion.suspects()] == [mine]


async def test_the_card_and_the_page_say_it(shared_directory: Directory, customer: int) -> None:
    shown: Any = await suspicion.CARD.load()
    assert str(shown.empty) == "No member looks suspicious."
    await buy_spend_refund(customer)
    with use_actor(SYSTEM):
        shown = await suspicion.CARD.load()
    assert [(str(each.label), each.value, each.href) for each in shown.figures] == [
        ("Suspicious members", "1", "/crm_loyalty/suspicious"),
        ("Spent and refunded", "80", "/crm_loyalty/suspicious"),
    ]
    assert suspicion.PAGE.access is suspicion.CARD.access is P.APPROVE
    async with Browser(create_app(shared_directory, Settings(data=shared_directory.data))) as browser:
        assert (await browser.get(suspicion.PATH)).status_code == 303
        await browser.sign_in("admin", ADMIN_PASSWORD)
        page = await browser.get(suspicion.PATH)
    member = await fetch_value("SELECT id FROM crm_loyalty_member WHERE customer_id = $1", customer)
    assert f'href="/crm_loyalty/members/{member}"' in page.text
    assert "80 points of refunded purchases had been spent. 80 points are owed." in text_of(page.text)
