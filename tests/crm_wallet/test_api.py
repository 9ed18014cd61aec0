"""The API and the actions, as users of different permissions meet them."""

from __future__ import annotations

from typing import Any

import pytest

from crm_core.permissions import CorePermission
from crm_wallet import codes, services
from crm_wallet.permissions import WalletPermission as P
from guanxi import current_company, fetch, fetch_value
from guanxi.context import Actor, use_actor
from guanxi.errors import Conflict, InvalidInput
from guanxi.records.actions import find_action, run_action
from tests.clients import MakeClient, make_client
from tests.crm_wallet.conftest import MakeCustomer
from tests.crm_wallet.support import fill, make_offer, stands, with_settings

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")

API = "/api/v1/crm_wallet"
SEES = (CorePermission.READ, CorePermission.SEE_ALL)
CASHIER = (*SEES, P.READ, P.TOP_UP, P.SPEND, P.REFUND, P.CARDS, P.SELL)
STEPS = ("top_up", "spend", "hold", "refund")
CARD_STEPS = ("check", "activate", "spend", "redeem")


async def run(name: str, id: int | None, values: dict[str, Any], resource: str = "wallets") -> Any:
    found = current_company().catalog.resources[f"crm_wallet/{resource}"]
    action = find_action(found, name, "list" if id is None else "record")
    return await run_action(found, action, id, values)


async def wallet_of(customer: int) -> int:
    return int(await fetch_value("SELECT id FROM crm_wallet_wallet WHERE customer_id = $1", customer))


async def test_the_whole_way_over_the_api(make_client: MakeClient, customer: int) -> None:
    client = await make_client(*CASHIER)
    offer = await make_offer(50_000, 5_000)
    body = {"customer_id": customer, "amount": 50_000, "currency": "CNY", "source": "order:1"}
    paid = await client.post(f"{API}/top_up", json={**body, "offer_id": offer})
    assert (paid.status_code, paid.json()["bonus_after"]) == (200, 5_000), paid.text
    assert (await client.post(f"{API}/top_up", json={**body, "offer_id": offer})).json() == paid.json()
    taken = await client.post(f"{API}/top_up", json=body)
    assert (taken.status_code, taken.json()["code"]) == (409, "wallet_source_taken")

    held = await client.post(f"{API}/hold", json={**body, "amount": 33_000, "source": "cart:1"})
    assert (held.json()["principal"], held.json()["bonus"], held.json()["state"]) == (30_000, 3_000, "open")
    refused = await client.post(f"{API}/spend", json={**body, "amount": 22_001, "source": "shop:1"})
    assert (refused.status_code, refused.json()["code"]) == (409, "wallet_not_enough")
    spent = await client.post(f"{API}/spend", json={**body, "amount": 11_000, "source": "shop:1"})
    assert (spent.json()["principal"], spent.json()["bonus"]) == (-10_000, -1_000)
    captured = await client.post(f"{API}/capture", json={"hold_id": held.json()["hold_id"], "amount": 11_000})
    assert captured.json()["principal_after"] == 30_000
    released = await client.post(f"{API}/release", json={"hold_id": held.json()["hold_id"]})
    assert (released.status_code, released.json()["code"]) == (409, "wallet_hold_closed")
    back = {"entry_id": spent.json()["entry_id"], "source": "back:1", "amount": 5_500}
    assert (await client.post(f"{API}/give_back", json=back)).json()["principal"] == 5_000
    refund = await client.post(f"{API}/refund", json={**body, "amount": 35_000, "source": "till:1"})
    assert (refund.json()["principal_after"], refund.json()["bonus_after"]) == (0, 0)
    balance = (await client.get(f"{API}/customers/{customer}/balance")).json()["wallets"]
    assert [(each["currency"], each["free"], each["refundable"]) for each in balance] == [("CNY", 0, 0)]
    ledger = (await client.get(f"{API}/entries", params={"sort": "id"})).json()["data"]
    assert [row["kind"] for row in ledger] == [
        "top_up", "spend", "spend", "give_back", "cash_refund", "forfeit",
    ]  # fmt: skip
    assert await services.ledger_differences() == []


async def test_gift_cards_over_the_api(make_client: MakeClient, customer: int) -> None:
    client = await make_client(*CASHIER)
    code = (await services.issue_card(10_000, "CNY")).code
    path = f"{API}/gift_cards"
    sold = await client.post(f"{path}/activate", json={"code": code, "amount": 10_000, "source": "sale:1"})
    assert (sold.status_code, sold.json()["balance"]) == (200, 10_000), sold.text
    taken = await client.post(f"{path}/spend", json={"code": code, "amount": 4_000, "source": "till:1"})
    assert taken.json()["balance"] == 6_000
    back = {"entry_id": taken.json()["entry_id"], "source": "back:1", "amount": 1_000}
    assert (await client.post(f"{path}/give_back", json=back)).json()["balance"] == 7_000
    shown = (await client.post(f"{path}/check", json={"code": code})).json()
    assert (shown["balance"], shown["state"], shown["usable"]) == (7_000, "active", True)
    into = {"code": code, "customer_id": customer, "source": "redeem:1"}
    assert (await client.post(f"{path}/redeem", json=into)).json()["principal"] == 7_000
    again = await client.post(f"{path}/redeem", json={**into, "source": "redeem:2"})
    assert (again.status_code, again.json()["code"]) == (409, "gift_card_not_usable")
    unknown = await client.post(f"{path}/check", json={"code": codes.new_code()})
    assert (unknown.status_code, unknown.json()["code"]) == (409, "gift_card_unknown")
    assert {(await client.post(f"{path}/check", json={"code": code})).status_code for _n in range(20)} == {200}
    wrong = {"code": codes.new_code()}
    assert [(await client.post(f"{path}/check", json=wrong)).status_code for _n in range(21)][-1] == 429
    found = (await client.get(f"{API}/cards")).json()["data"]
    assert "code_hash" not in found[0] and code not in str(found)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"customer_id": 1, "amount": 0, "currency": "CNY", "source": "a"},
        {"customer_id": 1, "amount": 1.5, "currency": "CNY", "source": "a"},
        {"customer_id": 1, "amount": "5", "currency": "CNY", "source": "a"},
        {"customer_id": 1, "amount": 10**13, "currency": "CNY", "source": "a"},
        {"customer_id": 2**63, "amount": 5, "currency": "CNY", "source": "a"},
        {"customer_id": 1, "amount": 5, "currency": "cny", "source": "a"},
        {"customer_id": 1, "amount": 5, "currency": "XQZ", "source": "a"},
        {"customer_id": 1, "amount": 5, "currency": "CNY", "source": ""},
        {"customer_id": 1, "amount": 5, "currency": "CNY", "source": "a", "more": 1},
        {"customer_id": 1, "amount": 5, "currency": "CNY", "source": "a\u0000b"},
    ],
)
async def test_bad_input_is_refused(make_client: MakeClient, customer: int, body: dict[str, Any]) -> None:
    client = await make_client(*CASHIER)
    given = {**body, "customer_id": customer} if body.get("customer_id") == 1 else body
    for step in STEPS:
        answer = await client.post(f"{API}/{step}", json=given)
        assert 400 <= answer.status_code < 500, (step, answer.text)
    assert await fetch("SELECT 1 FROM crm_wallet_entry") == []


async def test_customers_of_others_are_not_found(make_client: MakeClient, customer: int) -> None:
    await fill(customer, 1_000)
    spent = await services.spend(customer, 10, "CNY", "shop:1")
    held = await services.hold(customer, 10, "CNY", "cart:1")
    code = (await services.issue_card(10_000, "CNY")).code
    client = await make_client(CorePermission.READ, P.READ, P.TOP_UP, P.SPEND, P.REFUND, P.SELL)
    body = {"customer_id": customer, "amount": 5, "currency": "CNY", "source": "x:1"}
    answers = [
        await client.get(f"{API}/customers/{customer}/balance"),
        await client.get(f"{API}/wallets/{await wallet_of(customer)}"),
        await client.get(f"{API}/entries/{spent.entry_id}"),
        await client.get(f"{API}/holds/{held.hold_id}"),
        *[await client.post(f"{API}/{step}", json=body) for step in STEPS],
        await client.post(f"{API}/capture", json={"hold_id": held.hold_id}),
        await client.post(f"{API}/release", json={"hold_id": held.hold_id}),
        await client.post(f"{API}/give_back", json={"entry_id": spent.entry_id, "source": "x:2"}),
        await client.post(f"{API}/gift_cards/redeem", json={"code": code, "customer_id": customer, "source": "x:3"}),
    ]
    assert [answer.status_code for answer in answers] == [404] * 12
    assert (await client.get(f"{API}/entries")).json()["data"] == []
    assert await stands(customer) == (990, 0)


async def test_each_step_needs_its_permission(make_client: MakeClient, customer: int) -> None:
    await fill(customer, 1_000)
    reader = await make_client(*SEES, P.READ)
    body = {"customer_id": customer, "amount": 5, "currency": "CNY", "source": "x:1"}
    card = {"code": "x", "amount": 5, "source": "x", "customer_id": customer}
    held = {"hold_id": 1}
    answers = [await reader.post(f"{API}/{step}", json=body) for step in STEPS]
    answers += [await reader.post(f"{API}/{step}", json=held) for step in ("capture", "release")]
    answers += [await reader.post(f"{API}/give_back", json={"entry_id": 1, "source": "x"})]
    answers += [await reader.post(f"{API}/pay_invoice", json={"invoice_id": 1, "amount": 1, "source": "x"})]
    answers += [await reader.post(f"{API}/gift_cards/{step}", json=card) for step in CARD_STEPS]
    answers += [await reader.post(f"{API}/gift_cards/give_back", json={"entry_id": 1, "source": "x"})]
    answers += [await reader.get(f"{API}/{path}") for path in ("liability", "cards", "batches", "card_entries")]
    wallet = await wallet_of(customer)
    money = {"amount": 5, "reason": "x"}
    bodies: dict[str, dict[str, Any]] = {"top_up": {"paid_by": "cash"}, "spend": money, "cash_refund": money}
    bodies |= {"give_back": {"entry": 1, "reason": "x"}, "adjust": {"bonus": 1, "reason": "x"}}
    for name, values in bodies.items():
        answers.append(await reader.post(f"{API}/wallets/{wallet}/actions/{name}", json=values))
    granted = {"customer": customer, "currency": "CNY", **money}
    answers.append(await reader.post(f"{API}/cash_backs/actions/grant", json=granted))
    answers.append(await reader.post(f"{API}/offers", json={}))
    assert {answer.status_code for answer in answers} == {403}
    nobody = await make_client(CorePermission.READ)
    paths = ("wallets", "entries", "lots", "holds", "adjustments", "offers", "cash_backs")
    answers = [await nobody.get(f"{API}/{path}") for path in (*paths, f"customers/{customer}/balance")]
    assert {answer.status_code for answer in answers} == {403}
    assert await stands(customer) == (1_000, 0)


async def test_actions_on_a_wallet(customer: int) -> None:
    offer = await make_offer(50_000, 5_000)
    values = {"offer": offer, "amount": None, "paid_by": "cash", "reason": None}
    opened = await run("open", None, {**values, "customer": customer, "currency": "CNY"})
    wallet = opened.data["wallet_id"]
    assert opened.data["balance"] == 55_000
    await run("top_up", wallet, {**values, "offer": None, "amount": 1_000})
    with pytest.raises(InvalidInput):
        await run("top_up", wallet, {**values, "offer": None})
    spent = await run("spend", wallet, {"amount": 5_600, "reason": None})
    back = {"entry": spent.data["entry_id"], "amount": None, "reason": "Returned"}
    assert (await run("give_back", wallet, back)).data["balance"] == 56_000
    with pytest.raises(InvalidInput):
        await run("give_back", wallet, {**back, "entry": 10**9})
    await run("cash_refund", wallet, {"amount": 51_000, "reason": "Moved away"})
    assert await stands(customer) == (0, 0)
    audited = await fetch(
        "SELECT action FROM guanxi_audit WHERE resource = 'crm_wallet/wallets' ORDER BY id DESC LIMIT 5"
    )
    assert [row["action"] for row in reversed(audited)] == ["top_up", "top_up", "spend", "give_back", "cash_refund"]


def _user(id: int) -> Actor:
    return Actor(kind="user", id=id, name=f"user {id}", elevated=True)


async def test_a_correction_needs_a_second_person(customer: int) -> None:
    await fill(customer, 1_000)
    wallet = await wallet_of(customer)
    values = {"principal": -200, "bonus": 300, "reason": "Counted wrong"}
    with use_actor(_user(7)):
        asked = (await run("adjust", wallet, values)).data["adjustment_id"]
        with pytest.raises(Conflict):
            await run("adjust", wallet, values)
        with pytest.raises(Conflict):
            await run("approve", asked, {"remark": None}, "adjustments")
    assert await stands(customer) == (1_000, 0)
    with use_actor(_user(8)):
        await run("approve", asked, {"remark": None}, "adjustments")
        with pytest.raises(Conflict):
            await run("approve", asked, {"remark": None}, "adjustments")
    assert await stands(customer) == (800, 300)
    with use_actor(_user(7)):
        wrong = (await run("adjust", wallet, {**values, "principal": -801})).data["adjustment_id"]
        with pytest.raises(InvalidInput):
            await run("adjust", wallet, {**values, "principal": None, "bonus": 0})
    with use_actor(_user(8)):
        with pytest.raises(Conflict):
            await run("approve", wrong, {"remark": None}, "adjustments")
        await run("reject", wrong, {"remark": "No"}, "adjustments")
    assert await services.ledger_differences() == []


async def test_small_corrections_need_nobody_else_until_they_add_up(customer: int) -> None:
    await fill(customer, 1_000)
    wallet = await wallet_of(customer)
    with with_settings(adjust_limit=1), use_actor(_user(7)):
        for expected in (1_060, 1_060):
            await run("adjust", wallet, {"principal": 60, "bonus": 0, "reason": "Rounding"})
            assert await stands(customer) == (expected, 0)
    assert [row["state"] for row in await fetch("SELECT state FROM crm_wallet_adjustment ORDER BY id")] == [
        "approved", "requested",
    ]  # fmt: skip


async def test_actions_on_gift_cards(customer: int) -> None:
    issued = await run("issue", None, {"currency": "CNY", "value": 10_000, "with_pin": True}, "cards")
    assert issued.secret
    code, pin = issued.data["code"], issued.data["pin"]
    assert [(str(each.label), each.value) for each in issued.copied] == [("Code of the gift card", code), ("PIN", pin)]
    assert code not in str(issued.message) and issued.go_to is None, "in no message that fades, and in no cookie"
    card = await fetch_value("SELECT id FROM crm_wallet_card WHERE number = $1", issued.data["number"])
    await run("sell", card, {"amount": None}, "cards")
    with pytest.raises(Conflict):
        await run("sell", card, {"amount": None}, "cards")
    await run("block", card, {"reason": "Lost"}, "cards")
    await run("unblock", card, {"reason": "Found"}, "cards")
    until = await fetch_value("SELECT valid_until FROM crm_wallet_card WHERE id = $1", card)
    with pytest.raises(InvalidInput):
        await run("prolong", card, {"valid_until": until.replace(year=until.year - 1), "reason": "x"}, "cards")
    await run("prolong", card, {"valid_until": until.replace(year=until.year + 1), "reason": "x"}, "cards")
    redeemed = await run("redeem", None, {"code": code, "pin": pin, "customer": customer}, "cards")
    assert redeemed.data["balance"] == 10_000
    told = await fetch_value(
        "SELECT string_agg(after::text, ' ') FROM guanxi_audit WHERE resource = 'crm_wallet/cards'"
    )
    assert code not in told and pin not in told


async def test_a_merge_carries_stored_value_over(make_customer: MakeCustomer) -> None:
    from crm_wallet import merging

    loser, survivor, empty = [await make_customer() for _n in range(3)]
    await fill(loser, 1_000, 100)
    await fill(survivor, 500, 50)
    await services.top_up(loser, 70, "JPY", "jpy:1")
    spent = await services.spend(loser, 110, "CNY", "shop:1")
    follower = merging.FOLLOWERS[0]
    assert follower.move is not None and follower.back is not None and follower.left is not None
    held = await services.hold(loser, 10, "CNY", "cart:1")
    with pytest.raises(Conflict):
        await follower.move(loser, survivor)
    await services.release(held.hold_id)
    memory = await follower.move(loser, survivor)
    assert [(each.currency, each.principal, each.bonus) for each in await services.balances(survivor)] == [
        ("CNY", 1_400, 140),
        ("JPY", 70, 0),
    ]
    assert await follower.left([loser, survivor, empty]) == {survivor}
    assert await follower.move(loser, survivor) is None
    assert await services.ledger_differences() == []
    total = await fetch_value("SELECT sum(principal + bonus)::int FROM crm_wallet_entry")
    await follower.back(loser, survivor, memory)
    assert await fetch_value("SELECT sum(principal + bonus)::int FROM crm_wallet_entry") == total
    assert [(each.currency, each.principal, each.bonus) for each in await services.balances(loser)] == [
        ("CNY", 900, 90),
        ("JPY", 70, 0),
    ]
    assert await stands(survivor) == (500, 50)
    await services.give_back(spent.entry_id, "back:1")
    await services.cash_refund(loser, 1_000, "CNY", "till:1")
    memory = await follower.move(survivor, empty)
    assert memory is not None and memory["handed"] == []
    assert await services.ledger_differences() == []


async def test_what_was_spent_since_a_merge_keeps_it_from_being_undone(make_customer: MakeCustomer) -> None:
    from crm_wallet import merging

    loser, survivor = [await make_customer() for _n in range(2)]
    for id in (loser, survivor):
        await fill(id, 1_000)
    follower = merging.FOLLOWERS[0]
    assert follower.move is not None and follower.back is not None
    memory = await follower.move(loser, survivor)
    await services.spend(survivor, 1_500, "CNY", "shop:1")
    with pytest.raises(Conflict):
        await follower.back(loser, survivor, memory)
    assert await stands(survivor) == (500, 0)
