"""What members get for reaching a tier: once, in full, and only when it is sure."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from crm_core.permissions import CorePermission
from crm_loyalty import queries, rewards, services, tier_gifts
from crm_loyalty.choices import GiftKind, RewardKind
from crm_loyalty.models import Tier
from crm_loyalty.permissions import LoyaltyPermission as P
from crm_loyalty.privacy import PERSONAL
from guanxi import InvalidInput, clock, enqueue, execute, fetch, fetch_value, get, today, update
from guanxi.context import Company
from guanxi.jobs.worker import run_pending
from tests.clients import MakeClient, make_client
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import kinds, with_settings
from tests.crm_loyalty.test_screens import API
from tests.crm_loyalty.test_tier_screens import buy, follow, tier_id
from tests.crm_offers.support import campaign

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
SILVER, GOLD = 500, 2000
"""growth"""
NO_GIFT = {"gift_points": None, "kind": None, "gift": ""}


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def no_gifts_after(program: Company) -> AsyncIterator[None]:
    yield
    for row in await fetch("SELECT id FROM crm_loyalty_tier"):
        await update(Tier, row["id"], NO_GIFT)


async def gift(tier: str, **values: Any) -> int:
    id = await tier_id(tier)
    await update(Tier, id, values)
    return id


async def give() -> dict[str, int]:
    id = await enqueue(tier_gifts.GIVE_TIER_GIFTS)
    await run_pending()
    row = (await fetch("SELECT state, result FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done"
    return dict(row["result"])


async def given(customer: int) -> list[tuple[str, int, str | None, str]]:
    rows = await fetch(
        "SELECT t.name, g.points, g.kind, g.given FROM crm_loyalty_tier_gift g"
        " JOIN crm_loyalty_member m ON m.id = g.member_id JOIN crm_loyalty_tier t ON t.id = g.tier_id"
        " WHERE m.customer_id = $1 ORDER BY g.id",
        customer,
    )
    return [tuple(row) for row in rows]


async def coupons(customer: int) -> list[str]:
    rows = await fetch("SELECT code FROM crm_offers_coupon WHERE customer_id = $1 ORDER BY id", customer)
    return [row["code"] for row in rows]


async def coupon_gift(tier: str, campaign_id: int) -> None:
    giver = rewards.giver_of(RewardKind.COUPON)
    assert giver is not None
    await gift(tier, kind=GiftKind.COUPON, gift=await giver.show(campaign_id))


async def test_points_once_however_often_the_tier_is_reached(customer: int) -> None:
    await gift("Silver", gift_points=88)
    source = await buy(customer, SILVER * 100)
    assert await give() == {"given": 1, "refused": 0}
    assert await kinds(customer) == [("earn", SILVER), ("earn", 88)]
    entry = (await services.statement(customer)).movements[0]
    assert (entry.points, entry.reason) == (88, "For reaching Silver")
    member = await fetch_value("SELECT growth FROM crm_loyalty_member WHERE customer_id = $1", customer)
    assert member == SILVER, "a gift makes no growth"
    await services.take_back(source, SILVER * 100, "back:1")
    await buy(customer, SILVER * 100)
    assert await give() == {"given": 0, "refused": 0}
    assert await given(customer) == [("Silver", 88, None, "")]


async def test_who_was_there_before_gets_nothing(make_customer: MakeCustomer) -> None:
    early, late = await make_customer(), await make_customer()
    await buy(early, SILVER * 100)
    await gift("Silver", gift_points=5)
    await buy(late, SILVER * 100)
    assert await give() == {"given": 1, "refused": 0}
    assert (await given(early), await given(late)) == ([], [("Silver", 5, None, "")])


async def test_joining_is_reaching_the_lowest(customer: int) -> None:
    await gift("Member", gift_points=10)
    await services.enroll(customer)
    assert await give() == {"given": 1, "refused": 0}
    assert (await services.balance(customer)).balance == 10


async def test_one_who_jumps_gets_the_gift_of_where_they_land(customer: int) -> None:
    await gift("Silver", gift_points=5)
    await gift("Gold", gift_points=50)
    await buy(customer, GOLD * 100)
    await give()
    assert await given(customer) == [("Gold", 50, None, "")]


async def test_a_given_tier_counts_and_tiers_made_anew_do_not(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    gold = await gift("Gold", gift_points=50)
    await services.give_tier(one, gold, today() + timedelta(days=30), reason="A good customer")
    await buy(other, 1000 * 100)
    await update(Tier, gold, {"threshold": 900})
    await run_pending()
    try:
        assert (await services.balance(other)).tier == "Gold"
        await give()
        assert (await given(one), await given(other)) == ([("Gold", 50, None, "")], [])
    finally:
        await update(Tier, gold, {"threshold": GOLD})
        await run_pending()


async def test_only_what_cannot_be_returned_any_more(make_customer: MakeCustomer) -> None:
    keeps, returns = await make_customer(), await make_customer()
    await gift("Silver", gift_points=5)
    with with_settings(pending_days=7):
        await buy(keeps, SILVER * 100)
        source = await buy(returns, SILVER * 100)
        assert await give() == {"given": 0, "refused": 0}
        with clock.travel(clock.now() + timedelta(days=6)):
            await services.take_back(source, SILVER * 100, "back:2")
        with clock.travel(clock.now() + timedelta(days=8)):
            assert await give() == {"given": 1, "refused": 0}
    assert (await given(keeps), await given(returns)) == ([("Silver", 5, None, "")], [])


async def test_coupons_that_ran_out_are_tried_again(make_customer: MakeCustomer) -> None:
    first, second = await make_customer(), await make_customer()
    id = await campaign(stock=1)
    await coupon_gift("Silver", id)
    await update(Tier, await tier_id("Silver"), {"gift_points": 7})
    await buy(first, SILVER * 100)
    await buy(second, SILVER * 100)
    assert await give() == {"given": 1, "refused": 1}
    codes = await coupons(first)
    assert await given(first) == [("Silver", 7, "coupon", codes[0])]
    assert (await given(second), await kinds(second)) == ([], [("earn", SILVER)]), "all of it or nothing"
    await execute("UPDATE crm_offers_campaign SET stock = 2 WHERE id = $1", id)
    assert await give() == {"given": 1, "refused": 0}
    assert [len(await coupons(each)) for each in (first, second)] == [1, 1]


async def test_runs_at_once_give_once(make_customer: MakeCustomer) -> None:
    people = [await make_customer() for _ in range(30)]
    id = await campaign(stock=100)
    await coupon_gift("Silver", id)
    for each in people:
        await buy(each, SILVER * 100)
    rows = await queries.due_tier_gifts(0, 0, clock.now() - timedelta(days=1), clock.now(), 100)
    assert len(rows) == 30
    await asyncio.gather(*(tier_gifts._try(row) for row in rows * 4))
    assert [len(await coupons(each)) for each in people] == [1] * 30
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_tier_gift") == 30


async def test_merged_customers_count_as_one(make_customer: MakeCustomer) -> None:
    loser, survivor = await make_customer(), await make_customer()
    await gift("Silver", gift_points=5)
    await buy(loser, SILVER * 100)
    assert (await give())["given"] == 1
    await services.enroll(survivor)
    await follow(loser, survivor)
    assert (await services.balance(survivor)).tier == "Silver"
    assert await give() == {"given": 0, "refused": 0}


async def test_members_hear_of_it(make_customer: MakeCustomer) -> None:
    one = await make_customer()
    await execute("UPDATE crm_core_customer SET email = 'ada@example.com', locale = 'en' WHERE id = $1", one)
    await gift("Silver", gift_points=1234)
    await buy(one, SILVER * 100)
    await give()
    mail = (await fetch("SELECT subject, text FROM guanxi_mail WHERE \"to\" = 'ada@example.com'"))[0]
    assert mail["subject"].startswith("You are Silver at ")
    assert "1,234 points" in mail["text"]
    rows = [await each.load(one) for each in PERSONAL if each.name == "tier_gifts"]
    assert [(row["tier"], row["points"], row["given"]) for row in rows[0]] == [("Silver", 1234, "")]


async def test_the_form_refuses_what_cannot_be_given(make_client: MakeClient) -> None:
    id = await tier_id("Silver")
    for values, field in (
        ({"kind": GiftKind.COUPON, "gift": "no such"}, "gift"),
        ({"kind": GiftKind.COUPON}, "gift"),
        ({"gift": "10"}, "kind"),
        ({"kind": GiftKind.CASH_BACK, "gift": "-1"}, "gift"),
    ):
        with pytest.raises(InvalidInput) as caught:
            await update(Tier, id, values)
        assert list(caught.value.fields) == [field]
    tier = await get(Tier, id)
    assert (tier.kind, tier.gift, tier.what, tier.gift_since) == (None, "", None, None)
    await update(Tier, id, {"kind": GiftKind.CASH_BACK, "gift": "8.50"})
    tier = await get(Tier, id)
    assert (tier.what, tier.gift) == (850, "8.50")
    assert tier.gift_since is not None
    reader = await make_client(CorePermission.READ, P.READ)
    answer = await reader.patch(f"{API}/tiers/{id}", json={"gift_points": 5}, headers={"If-Match": str(tier.revision)})
    assert answer.status_code == 403


async def test_gifts_are_seen_by_those_who_see_the_member(make_client: MakeClient, customer: int) -> None:
    await gift("Silver", gift_points=5)
    await buy(customer, SILVER * 100)
    await give()
    sees = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    other = await make_client(CorePermission.READ, P.READ)
    assert [row["points"] for row in (await sees.get(f"{API}/tier_gifts")).json()["data"]] == [5]
    assert (await other.get(f"{API}/tier_gifts")).json()["data"] == []
    id = await fetch_value("SELECT id FROM crm_loyalty_tier_gift")
    assert (await other.get(f"{API}/tier_gifts/{id}")).status_code == 404
    assert (await sees.patch(f"{API}/tier_gifts/{id}", json={"points": 9})).status_code == 403


async def test_the_database_keeps_gifts(customer: int) -> None:
    await gift("Silver", gift_points=5)
    await buy(customer, SILVER * 100)
    await give()
    for sql in ("UPDATE crm_loyalty_tier_gift SET points = 6", "DELETE FROM crm_loyalty_tier_gift"):
        with pytest.raises(Exception, match="never changed or deleted"):
            await execute(sql)
