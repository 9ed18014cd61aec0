"""Actions, the API, panels and the portal's section, as users of different permissions meet them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from crm_core.permissions import CorePermission
from crm_loyalty import panels, portal, services
from crm_loyalty.models import Account, Reward, Rule, Tier
from crm_loyalty.permissions import LoyaltyPermission as P
from crm_loyalty.services import Purchase
from guanxi import clock, create, current_company, delete, fetch, fetch_value, update, use_locale
from guanxi.errors import Conflict, InvalidInput
from guanxi.records.actions import find_action, run_action
from tests.clients import MakeClient, make_client

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")

API = "/api/v1/crm_loyalty"
CASHIER = (CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.REDEEM, P.EARN)


async def run(name: str, id: int | None, values: dict[str, Any], resource: str = "accounts") -> Any:
    found = current_company().catalog.resources[f"crm_loyalty/{resource}"]
    action = find_action(found, name, "list" if id is None else "record")
    return await run_action(found, action, id, values)


async def account_of(customer: int) -> int:
    return int(await fetch_value("SELECT crm_loyalty_account_of($1, 'points')", customer))


async def test_the_whole_way_over_the_api(make_client: MakeClient, customer: int) -> None:
    client = await make_client(*CASHIER)
    body = {"customer_id": customer, "points": 100, "source": "order:1"}
    earned = await client.post(f"{API}/earn", json=body, headers={"Idempotency-Key": "k1"})
    assert (earned.status_code, earned.json()["balance"]) == (200, 100), earned.text
    again = await client.post(f"{API}/earn", json=body, headers={"Idempotency-Key": "k1"})
    assert again.json() == earned.json()
    other = await client.post(f"{API}/earn", json={**body, "points": 9}, headers={"Idempotency-Key": "k1"})
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")
    taken = await client.post(f"{API}/earn", json={**body, "points": 9})
    assert (taken.status_code, taken.json()["code"]) == (409, "loyalty_source_taken")

    held = await client.post(f"{API}/hold", json={"customer_id": customer, "points": 60, "source": "cart:1"})
    assert (held.status_code, held.json()["state"]) == (200, "open")
    spend = {"customer_id": customer, "points": 41, "source": "shop:1"}
    refused = await client.post(f"{API}/redeem", json=spend)
    assert (refused.status_code, refused.json()["code"]) == (409, "loyalty_not_enough_points")
    spent = await client.post(f"{API}/redeem", json={**spend, "points": 40})
    assert (spent.status_code, spent.json()["points"]) == (200, -40)
    captured = await client.post(f"{API}/capture", json={"hold_id": held.json()["hold_id"], "points": 50})
    assert (captured.status_code, captured.json()["balance"]) == (200, 10)
    released = await client.post(f"{API}/release", json={"hold_id": held.json()["hold_id"]})
    assert (released.status_code, released.json()["code"]) == (409, "loyalty_hold_closed")
    back = {"entry_id": captured.json()["entry_id"], "source": "back:1", "points": 20}
    assert (await client.post(f"{API}/reverse", json=back)).json()["balance"] == 30
    balance = (await client.get(f"{API}/customers/{customer}/balance")).json()
    assert (balance["balance"], balance["available"], balance["held"], balance["tier"]) == (30, 30, 0, "Member")
    ledger = (await client.get(f"{API}/entries", params={"sort": "id"})).json()["data"]
    assert [row["points"] for row in ledger] == [100, -40, -50, 20]
    assert await services.ledger_differences() == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"customer_id": 1, "points": 0, "source": "a"},
        {"customer_id": 1, "points": 1.5, "source": "a"},
        {"customer_id": 1, "points": "5", "source": "a"},
        {"customer_id": 1, "points": 10**13, "source": "a"},
        {"customer_id": 2**63, "points": 5, "source": "a"},
        {"customer_id": 1, "points": 5, "source": ""},
        {"customer_id": 1, "points": 5, "source": "a", "more": 1},
        {"customer_id": 1, "points": 5, "source": "a\u0000b"},
    ],
)
async def test_bad_input_is_refused(make_client: MakeClient, body: dict[str, Any]) -> None:
    client = await make_client(*CASHIER)
    for path in ("earn", "redeem", "hold"):
        answer = await client.post(f"{API}/{path}", json=body)
        assert 400 <= answer.status_code < 500, (path, answer.text)
    assert await fetch("SELECT 1 FROM crm_loyalty_account") == []


async def test_customers_of_others_are_not_found(make_client: MakeClient, customer: int) -> None:
    booked = await services.earn(customer, 100, "order:1")
    spent = await services.redeem(customer, 10, "shop:1")
    held = await services.hold(customer, 10, "cart:1")
    client = await make_client(CorePermission.READ, P.READ, P.REDEEM, P.EARN)
    body = {"customer_id": customer, "points": 5, "source": "x:1"}
    answers = [
        await client.get(f"{API}/customers/{customer}/balance"),
        await client.get(f"{API}/accounts/{await account_of(customer)}"),
        await client.get(f"{API}/entries/{booked.entry_id}"),
        *[await client.post(f"{API}/{path}", json=body) for path in ("earn", "redeem", "hold")],
        await client.post(f"{API}/capture", json={"hold_id": held.hold_id}),
        await client.post(f"{API}/release", json={"hold_id": held.hold_id}),
        await client.post(f"{API}/reverse", json={"entry_id": spent.entry_id, "source": "x:2"}),
    ]
    assert [answer.status_code for answer in answers] == [404] * 9
    assert (await client.get(f"{API}/entries")).json()["data"] == []
    assert (await services.balance(customer)).available == 80


async def test_each_step_needs_its_permission(make_client: MakeClient, customer: int) -> None:
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    body = {"customer_id": customer, "points": 5, "source": "x:1"}
    for path in ("earn", "redeem", "hold"):
        assert (await reader.post(f"{API}/{path}", json=body)).status_code == 403
    nobody = await make_client(CorePermission.READ)
    assert (await nobody.get(f"{API}/customers/{customer}/balance")).status_code == 403
    assert (await nobody.get(f"{API}/accounts")).status_code == 403


async def test_accounts_are_found_by_card_and_customer(make_client: MakeClient, customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    client = await make_client(*CASHIER)
    card = (await services.balance(customer)).card_number
    code = await fetch_value("SELECT code FROM crm_core_customer WHERE id = $1", customer)
    for text, found in ((card[3:12].lower(), 1), (code, 1), ("nobody", 0)):
        assert len((await client.get(f"{API}/accounts", params={"q": text})).json()["data"]) == found, text


async def test_actions_on_an_account(customer: int) -> None:
    granted = await run("grant", None, {"customer": customer, "points": 500, "type": None, "reason": "Fair"})
    account = await account_of(customer)
    assert granted.data["balance"] == 500
    await run("adjust", account, {"points": -100, "reason": "Mistake"})
    spent = await run("redeem", account, {"points": 150, "reason": None})
    back = await run("reverse", account, {"entry": spent.data["entry_id"], "points": None, "reason": "Returned"})
    assert back.data["balance"] == 400
    with pytest.raises(InvalidInput):
        await run("adjust", account, {"points": 0, "reason": "Nothing"})
    audited = await fetch(
        "SELECT action, reason, after->>'points' AS points FROM guanxi_audit"
        " WHERE resource = 'crm_loyalty/accounts' AND record_id = $1 ORDER BY id",
        account,
    )
    assert [tuple(row) for row in audited] == [
        ("adjust", "Fair", "500"),
        ("adjust", "Mistake", "-100"),
        ("redeem", "", "-150"),
        ("reverse", "Returned", "150"),
    ]
    assert await services.ledger_differences() == []


async def test_a_reward_gives_a_voucher_that_is_taken_once(customer: int) -> None:
    await services.earn(customer, 100, "order:1")
    reward = await create(Reward, {"name": "Cup", "points": 30, "stock": 2})
    account = await account_of(customer)
    code = (await run("claim_reward", account, {"reward": reward.id})).data["code"]
    voucher = await fetch_value("SELECT id FROM crm_loyalty_voucher WHERE code = $1", code)
    second = (await run("claim_reward", account, {"reward": reward.id})).data["code"]
    assert code != second
    with pytest.raises(Conflict):
        await run("claim_reward", account, {"reward": reward.id})
    await run("use", voucher, {}, "vouchers")
    with pytest.raises(Conflict):
        await run("use", voucher, {}, "vouchers")
    entries = await fetch("SELECT entry_id, used_at FROM crm_loyalty_voucher ORDER BY id")
    with pytest.raises(Conflict):
        await services.reverse(entries[0]["entry_id"], "back:1")
    with pytest.raises(Conflict):
        await services.reverse(entries[1]["entry_id"], "back:2", 10)
    await services.reverse(entries[1]["entry_id"], "back:3")
    assert await fetch_value("SELECT stock FROM crm_loyalty_reward WHERE id = $1", reward.id) == 1
    assert await fetch_value("SELECT void FROM crm_loyalty_voucher WHERE code = $1", second) is True
    assert (await services.balance(customer)).balance == 70


async def test_a_new_version_of_the_rule_follows_the_old(customer: int) -> None:
    values = {"currency": "JPY", "points": 3, "units": 100, "expiry": "never"}
    values |= {"months": None, "days": None, "valid_from": None}
    values |= {"on_tax": False, "on_freight": True, "on_coupons": False, "on_points": False, "on_stored_value": True}
    await run("new_version", None, values, "rules")
    rule = (await fetch("SELECT version, amount, points FROM crm_loyalty_rule ORDER BY version DESC LIMIT 1"))[0]
    assert (rule["amount"], rule["points"]) == (100, 3)
    order = Purchase(customer, 1_000, "JPY", "order:1", clock.now(), tax=100, freight=100, coupons=100)
    assert [each.points for each in await services.earn_for_purchases([order])] == [24], "3 for each 100 of 800"
    with pytest.raises(InvalidInput):
        await run("new_version", None, {**values, "expiry": "months", "days": 3}, "rules")
    with pytest.raises(InvalidInput):
        await run("new_version", None, {**values, "expiry": "days", "months": 3}, "rules")
    past = clock.now() - timedelta(days=1)
    with pytest.raises(InvalidInput):
        await run("new_version", None, {**values, "valid_from": past}, "rules")
    assert rule["version"] == await fetch_value("SELECT count(*) FROM crm_loyalty_rule")
    assert [each.version for each in await Rule.all().order_by("version")] == list(range(1, rule["version"] + 1))


async def test_accounts_follow_a_change_of_the_tiers(customer: int) -> None:
    await services.earn(customer, 300, "order:1")
    bronze = await create(Tier, {"name": "Bronze", "name_zh": "铜卡会员", "threshold": 200})
    assert (await services.balance(customer)).tier == "Bronze"
    await update(Tier, bronze.id, {"threshold": 301})
    assert (await services.balance(customer)).tier == "Member"
    await delete(Tier, bronze.id)
    assert await services.ledger_differences() == []


async def test_panel_and_portal_speak_the_readers_language(customer: int) -> None:
    assert str((await panels.POINTS_PANEL.load(customer)).empty) == "No points yet."
    await services.earn(customer, 1234, "order:1")
    await services.redeem(customer, 34, "shop:1")
    panel = await panels.POINTS_PANEL.load(customer)
    assert [(str(figure.label), figure.value) for figure in panel.figures] == [
        ("Loyalty points", "1,200"),
        ("Tier", "Silver"),
        ("Growth to Gold", "766"),
    ]
    assert panel.figures[0].href == f"/crm_loyalty/accounts/{await account_of(customer)}"
    with use_locale("zh_CN"):
        figures = (await portal.POINTS_SECTION.summary(customer)).figures
        assert [(str(figure.label), figure.value) for figure in figures][1] == ("会员等级", "银卡会员")
        blocks = await portal.POINTS_SECTION.blocks(customer)
        moves, expiry = blocks[3].data.table, blocks[2].data.table
        assert moves is not None and [row[1:] for row in moves.rows] == [
            ("兑换", "-34", "1,200"),
            ("获得", "+1,234", "1,234"),
        ]
        assert expiry is not None and [row[1] for row in expiry.rows] == ["1,200"]


async def test_the_member_card_has_the_number_and_what_it_is_worth(customer: int) -> None:
    await services.earn(customer, 120, "a:1")
    with use_locale("en"):
        card = await portal.MEMBER_CARD.load(customer)
        found = await services.balances(customer)
        assert card is not None and card.number == found[0].card_number != ""
        assert next((str(line.label), line.value) for line in card.lines) == ("Loyalty points", "120")


async def test_who_is_no_member_has_no_card(customer: int) -> None:
    assert await portal.MEMBER_CARD.load(customer) is None


async def test_the_portal_of_a_customer_without_points(customer: int) -> None:
    assert [str(block.data.empty) for block in await portal.POINTS_SECTION.blocks(customer)] == [
        "You have no points yet."
    ]
    assert await Account.all().count() == 0
