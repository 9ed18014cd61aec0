"""Orders, activities and the simulator, as shops, tills and people meet them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from crm_core.permissions import CorePermission
from crm_loyalty import services
from crm_loyalty.campaign_choices import Activity, Trigger
from crm_loyalty.campaign_models import Campaign
from crm_loyalty.merging import FOLLOWER
from crm_loyalty.permissions import LoyaltyPermission as P
from guanxi import clock, create, fetch_value
from guanxi.company import Directory
from guanxi.settings import Settings
from guanxi.web.app import create_app
from tests.clients import MakeClient, make_client
from tests.conftest import ADMIN_PASSWORD
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.test_screens import API, CASHIER
from tests.kernel.web.browser import Browser, text_of

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def campaign(**values: Any) -> int:
    usual = {"name": "Tea twice", "name_zh": "茶品双倍", "trigger": Trigger.PURCHASE, "points": 1, "currency": "CNY"}
    return int((await create(Campaign, {**usual, **values})).id)


def order(customer: int, **values: Any) -> dict[str, Any]:
    return {"customer_id": customer, "amount": 10_000, "source": "order:1", **values}


async def test_an_order_is_quoted_booked_and_refunded(customer: int, make_client: MakeClient) -> None:
    tea = await campaign(amount=100, products=["TEA"])
    client = await make_client(*CASHIER)
    lines = [{"product": "TEA", "amount": 3_000, "tax": 300}, {"product": "CUP", "amount": 5_000}]
    given = order(customer, lines=lines, freight=1_000, coupons=500)
    quoted = (await client.post(f"{API}/quote", json=given)).json()
    assert quoted == {
        "points": 95 + 28,
        "rules": [
            {"campaign_id": None, "name": "Earning rule", "points": 95, "basis": 9_500, "why": "earned"},
            {"campaign_id": tea, "name": "Tea twice", "points": 28, "basis": 3_000 - 166, "why": "earned"},
        ],
        "balance": 0,
        "available": 0,
    }
    booked = (await client.post(f"{API}/orders", json=given)).json()
    assert booked["points"] == quoted["points"] == booked["balance"] == 95 + 28
    assert len(booked["entries"]) == 2
    assert (await client.post(f"{API}/orders", json=given)).json() == booked
    other = await client.post(f"{API}/orders", json={**given, "amount": 20_000})
    assert (other.status_code, other.json()["code"]) == (409, "loyalty_source_taken")
    refund = {"customer_id": customer, "earned_source": "order:1", "amount": 10_000, "source": "return:1"}
    taken = (await client.post(f"{API}/refund", json=refund)).json()
    assert taken == {"points": -123, "balance": 0, "known": True}
    nothing = await client.post(f"{API}/refund", json={**refund, "earned_source": "order:2", "source": "return:2"})
    assert nothing.json() == {"points": 0, "balance": 0, "known": False}


async def test_a_card_stands_for_the_customer(make_customer: MakeCustomer, make_client: MakeClient) -> None:
    """Exactly one of the two; of a card that was merged away, who survived; foreign and unknown cards answer alike."""
    one, other = await make_customer(), await make_customer()
    for id in (one, other):
        await services.earn(id, 100, f"start:{id}")
    card, gone = [(await services.balance(id)).card_number for id in (one, other)]
    client, stranger = await make_client(*CASHIER), await make_client(CorePermission.READ, P.READ, P.EARN, P.REDEEM)
    some = {"points": 1, "source": "card:1"}
    whole = {"amount": 10_000, "source": "card:2"}
    asked: dict[str, dict[str, Any]] = {
        "quote": whole, "orders": whole, "earn": some, "redeem": {**some, "source": "card:3"},
        "hold": {**some, "source": "card:4"}, "check-in": {}, "activity": {"activity": "review", "source": "card:5"},
        "refund": {"earned_source": "card:2", "amount": 1, "source": "card:6"},
    }  # fmt: skip
    for path, body in asked.items():
        for both in ({}, {"customer_id": one, "card": card}):
            assert (await client.post(f"{API}/{path}", json={**body, **both})).status_code == 422, path
        for wrong in ("", "x" * 41, 7):
            assert (await client.post(f"{API}/{path}", json={**body, "card": wrong})).status_code in (400, 422), path
        unknown = await stranger.post(f"{API}/{path}", json={**body, "card": "nobody's"})
        foreign = await stranger.post(f"{API}/{path}", json={**body, "card": card})
        assert (unknown.status_code, unknown.json()["code"]) == (foreign.status_code, foreign.json()["code"])
        assert unknown.status_code == 404
        done = await client.post(f"{API}/{path}", json={**body, "card": card})
        assert done.status_code == 200, (path, done.text)
    balance = (await client.get(f"{API}/balance", params={"card": card})).json()
    assert balance == (await client.get(f"{API}/customers/{one}/balance")).json() and balance["customer_id"] == one
    assert (await stranger.get(f"{API}/balance", params={"card": card})).status_code == 404
    assert (await client.get(f"{API}/balance", params={"card": "nobody's"})).status_code == 404
    assert (await client.get(f"{API}/balance")).status_code in (400, 422)
    assert FOLLOWER.move is not None
    await FOLLOWER.move(other, one)
    merged = (await client.get(f"{API}/balance", params={"card": gone})).json()
    assert (merged["customer_id"], merged["balance"]) == (one, balance["balance"] + 100)


async def test_check_ins_and_activities(customer: int, make_client: MakeClient) -> None:
    await campaign(trigger=Trigger.CHECK_IN, points=3)
    await campaign(trigger=Trigger.ACTIVITY, activity=Activity.REVIEW, points=4)
    client = await make_client(*CASHIER)
    first = (await client.post(f"{API}/check-in", json={"customer_id": customer})).json()
    assert first == {"points": 3, "streak": 1, "fresh": True, "balance": 3}
    again = (await client.post(f"{API}/check-in", json={"customer_id": customer})).json()
    assert again == {"points": 0, "streak": 1, "fresh": False, "balance": 3}
    review = {"customer_id": customer, "activity": "review", "source": "7"}
    assert (await client.post(f"{API}/activity", json=review)).json() == {"points": 4, "balance": 7}
    assert (await client.post(f"{API}/activity", json=review)).json() == {"points": 0, "balance": 7}
    wrong = await client.post(f"{API}/activity", json={**review, "activity": "dance"})
    assert wrong.status_code in (400, 422)


@pytest.mark.parametrize(
    "values",
    [
        {"amount": -1},
        {"amount": 10**16},
        {"tax": 10_001},
        {"currency": "cny"},
        {"paid_at": "2026-01-01T00:00:00"},
        {"paid_at": "2999-01-01T00:00:00Z"},
        {"paid_at": "0001-01-01T00:00:00Z"},
        {"lines": [{"product": "A", "amount": 10_001}]},
        {"lines": [{"product": "A"}]},
        {"source": "x" * 181},
        {"unknown": 1},
    ],
)
async def test_bad_orders_are_refused_and_change_nothing(
    customer: int, make_client: MakeClient, values: dict[str, Any]
) -> None:
    client = await make_client(*CASHIER)
    for path in ("quote", "orders"):
        answer = await client.post(f"{API}/{path}", json=order(customer, **values))
        assert answer.status_code in (400, 422), (path, answer.text)
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_member") == 0


async def test_whose_and_by_whom(make_customer: MakeCustomer, make_client: MakeClient) -> None:
    one, other = await make_customer(), await make_customer()
    await services.earn(other, 100, "order:9")
    cashier, reader = await make_client(*CASHIER), await make_client(CorePermission.READ, P.READ)
    bodies = {
        "quote": order(one),
        "orders": order(one),
        "refund": {"customer_id": one, "earned_source": "order:9", "amount": 5, "source": "return:9"},
        "activity": {"customer_id": one, "activity": "review", "source": "7"},
        "check-in": {"customer_id": one},
    }
    for path, body in bodies.items():
        assert (await reader.post(f"{API}/{path}", json=body)).status_code == 403, path
        missing = await cashier.post(f"{API}/{path}", json={**body, "customer_id": 10**9})
        assert missing.status_code == 404, path
    blind = await make_client(P.EARN)
    for path, body in bodies.items():
        assert (await blind.post(f"{API}/{path}", json=body)).status_code in (403, 404), path
    foreign = await cashier.post(f"{API}/refund", json=bodies["refund"])
    assert foreign.status_code == 422 and "earned_source" in foreign.text
    assert (await services.balance(other)).balance == 100


async def test_the_simulator_says_why(customer: int, shared_directory: Directory) -> None:
    await campaign(amount=100, minimum=50_000)
    path = "/crm_loyalty/simulator"
    async with Browser(create_app(shared_directory, Settings())) as admin:
        await admin.sign_in("admin", ADMIN_PASSWORD)
        assert (await admin.get(path)).status_code == 200
        shown = await admin.get(f"{path}?amount=100.00&lines=TEA+20%0ACUP+30.5")
        assert shown.status_code == 200
        assert "100 points" in text_of(shown.text) and "Below the minimum" in shown.text
        for wrong in ("amount=x", "amount=", "amount=1&lines=TEA", "amount=1&customer=none", "amount=1&tax=2"):
            assert (await admin.get(f"{path}?{wrong}")).status_code == 422, wrong
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_entry") == 0


async def test_campaigns_are_for_those_who_manage(customer: int, make_client: MakeClient) -> None:
    body = {"name": "Bonus", "trigger": "purchase", "points": 5, "currency": "CNY"}
    cashier, manager = await make_client(*CASHIER), await make_client(P.READ, P.MANAGE)
    assert (await cashier.post(f"{API}/campaigns", json=body)).status_code == 403
    made = await manager.post(f"{API}/campaigns", json=body)
    assert made.status_code == 201
    assert await _versions(manager, made.json()["id"]) == [1]
    changed = await manager.patch(f"{API}/campaigns/{made.json()['id']}", json={"points": 6, "revision": 1})
    assert changed.status_code == 200, changed.text
    assert await _versions(manager, made.json()["id"]) == [2, 1]


async def _versions(client: httpx.AsyncClient, campaign_id: int) -> list[int]:
    found = (await client.get(f"{API}/campaign_versions", params={"campaign": campaign_id})).json()["data"]
    return [each["version"] for each in found]


async def test_sources_of_other_parts_are_not_for_tills(customer: int, make_client: MakeClient) -> None:
    await services.earn_for_purchases([services.Purchase(customer, 10_000, "CNY", "payment:1", clock.now())])
    client = await make_client(*CASHIER)
    for source in ("payment:2", "refund:1", "hold:1", "referral:1:referrer", "order:1#2"):
        points = {"customer_id": customer, "points": 1, "source": source}
        for path in ("earn", "redeem", "hold"):
            answer = await client.post(f"{API}/{path}", json=points)
            assert (answer.status_code, list(answer.json()["errors"])) == (422, ["source"]), (path, source)
        assert (await client.post(f"{API}/orders", json=order(customer, source=source))).status_code == 422
    taken = {"customer_id": customer, "earned_source": "payment:1", "amount": 10_000, "source": "return:1"}
    assert (await client.post(f"{API}/refund", json=taken)).status_code == 422
    assert (await services.balance(customer)).balance == 100


async def test_one_order_is_never_more_than_the_most_points(customer: int, make_client: MakeClient) -> None:
    await campaign(points=10**12, amount=1)
    client = await make_client(*CASHIER)
    great = order(customer, amount=10**15)
    assert (await client.post(f"{API}/quote", json=great)).json()["points"] == 10**13 // 10 + 10**12
    assert (await client.post(f"{API}/orders", json=great)).json()["balance"] == 2 * 10**12


async def test_orders_of_a_merged_customer_are_the_other_ones(
    make_customer: MakeCustomer, make_client: MakeClient
) -> None:
    await campaign(points=50, first_purchase=True, per_member=50)
    await campaign(trigger=Trigger.CHECK_IN, points=3)
    loser, survivor = await make_customer(), await make_customer()
    client = await make_client(*CASHIER)
    assert (await client.post(f"{API}/orders", json=order(loser))).json()["points"] == 150
    assert (await client.post(f"{API}/check-in", json={"customer_id": loser})).json()["points"] == 3
    await services.earn(survivor, 10, "own")
    assert FOLLOWER.move is not None
    await FOLLOWER.move(loser, survivor)
    again = await client.post(f"{API}/orders", json=order(survivor))
    assert (again.status_code, again.json()["points"]) == (200, 150)
    assert (await client.post(f"{API}/orders", json=order(survivor, source="order:2"))).json()["points"] == 100
    checked = (await client.post(f"{API}/check-in", json={"customer_id": survivor})).json()
    assert (checked["points"], checked["fresh"], checked["streak"]) == (0, False, 1)
    back = {"customer_id": survivor, "earned_source": "order:1", "amount": 10_000, "source": "return:1"}
    assert (await client.post(f"{API}/refund", json=back)).json() == {"points": -150, "balance": 113, "known": True}
    assert await services.ledger_differences() == []
