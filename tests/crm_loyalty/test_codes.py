"""Many points need a code that the member tells."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from crm_core.permissions import CorePermission
from crm_loyalty import codes, portal, portal_rewards, queries, services
from crm_loyalty.errors import CodeGone, CodeNeeded, CodeWrong, NoAccount, NoAddress, TooManyCodes
from crm_loyalty.models import Reward
from crm_loyalty.permissions import LoyaltyPermission as P
from guanxi import TooManyRequests, clock, create, execute, fetch, fetch_value
from guanxi.db.context import _pool_size
from tests.clients import MakeClient, make_client
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import with_settings
from tests.crm_loyalty.test_screens import account_of, run

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
API = "/api/v1/crm_loyalty"


async def member(make_customer: MakeCustomer, email: str = "li@example.com") -> int:
    id = await make_customer()
    await execute("UPDATE crm_core_customer SET email = $2, locale = 'en' WHERE id = $1", id, email)
    await services.earn(id, 1_000, f"order:{id}")
    return id


def other_than(code: str, n: int = 1) -> str:
    return f"{(int(code) + n) % 10**6:06}"


async def test_only_many_points_of_a_day_need_a_code_and_only_at_the_counter(make_customer: MakeCustomer) -> None:
    id = await member(make_customer)
    with with_settings(code_above=100):
        await services.redeem(id, 60, "shop:1", code="")
        with pytest.raises(CodeNeeded, match="more than 40 points"):
            await services.redeem(id, 41, "shop:2", code="")
        with pytest.raises(CodeNeeded):
            await services.hold(id, 41, "cart:2", code="")
        await services.redeem(id, 200, "portal:1")
        code, until = await codes.make(id, "points", 300)
        assert len(code) == codes.DIGITS and until - clock.now() <= timedelta(minutes=codes.MINUTES)
        done = await services.redeem(id, 300, "shop:3", code=f" {codes.spaced(code)} ")
        assert await services.redeem(id, 300, "shop:3", code=code) == done, "the same source once more"
        with pytest.raises(CodeGone):
            await services.redeem(id, 300, "shop:4", code=code)
    assert (await services.balance(id)).balance == 440
    hashes = await fetch("SELECT code_hash FROM crm_loyalty_code")
    assert all(row["code_hash"].startswith("$argon2id$") for row in hashes)


async def test_a_code_is_of_one_member_one_number_of_points_and_ten_minutes(make_customer: MakeCustomer) -> None:
    one, two = await member(make_customer), await member(make_customer)
    with with_settings(code_above=100):
        code, _until = await codes.make(one, "points", 300)
        for customer, points in ((one, 301), (one, 299), (two, 300)):
            with pytest.raises(CodeGone):
                await services.redeem(customer, points, f"shop:{customer}:{points}", code=code)
        with clock.travel(clock.now() + timedelta(minutes=codes.MINUTES)), pytest.raises(CodeGone):
            await services.redeem(one, 300, "shop:late", code=code)
        newer, _until = await codes.make(one, "points", 200)
        with pytest.raises(CodeGone):
            await services.redeem(one, 300, "shop:old", code=code)
        await services.redeem(one, 200, "shop:new", code=newer)
    assert (await services.balance(one)).balance == 800


async def test_five_tries_whatever_is_rolled_back(make_customer: MakeCustomer) -> None:
    id = await member(make_customer)
    with with_settings(code_above=100):
        code, _until = await codes.make(id, "points", 300)
        for left in (4, 3, 2, 1, 0):
            with pytest.raises(CodeWrong, match=f"left: {left}"):
                await services.redeem(id, 300, "shop:1", code=other_than(code, left + 1))
        with pytest.raises(TooManyRequests):
            await services.redeem(id, 300, "shop:1", code=code)
        with clock.travel(clock.now() + timedelta(minutes=2)), pytest.raises(CodeGone):
            await services.redeem(id, 300, "shop:1", code=code)
    assert await fetch_value("SELECT tries FROM crm_loyalty_code") == 5
    assert (await services.balance(id)).balance == 1_000


async def test_of_many_at_once_with_one_code_one_goes_through(make_customer: MakeCustomer) -> None:
    id = await member(make_customer)
    with with_settings(code_above=100):
        code, _until = await codes.make(id, "points", 300)
        steps = [services.redeem(id, 300, f"shop:{n}", code=code) for n in range(5)]
        found = await asyncio.gather(*steps, return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in found) == 1
    assert {type(each) for each in found if isinstance(each, BaseException)} == {CodeGone}
    assert (await services.balance(id)).balance == 700


async def test_splitting_what_needs_a_code_does_not_help(make_customer: MakeCustomer) -> None:
    id = await member(make_customer)
    with with_settings(code_above=100):
        steps = [services.redeem(id, 30, f"shop:{n}", code="") for n in range(100)]
        found = await asyncio.gather(*steps, return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in found) == 3
    assert {type(each) for each in found if isinstance(each, BaseException)} == {CodeNeeded}


async def test_codes_are_mailed_and_only_so_many(make_customer: MakeCustomer) -> None:
    id, silent = await member(make_customer), await member(make_customer, "")
    sent = await codes.send(id, "points", 300)
    assert sent.to == "l***@example.com"
    row = (await fetch('SELECT "to", subject, text, secret_text FROM guanxi_mail ORDER BY id DESC LIMIT 1'))[0]
    assert (row["to"], row["subject"]) == ("li@example.com", "Template: your code for 300 points")
    with with_settings(code_above=100):
        digits = "".join(each for each in row["secret_text"].split("minutes:")[1].split("If")[0] if each.isdigit())
        assert len(digits) == codes.DIGITS and digits not in row["text"]
        await services.redeem(id, 300, "shop:1", code=digits)
    with pytest.raises(NoAddress):
        await codes.send(silent, "points", 300)
    with pytest.raises(NoAccount):
        await codes.send(await member_without_points(make_customer), "points", 300)
    for _n in range(codes.AN_HOUR - 1):
        await codes.make(id, "points", 300)
    with pytest.raises(TooManyCodes):
        await codes.make(id, "points", 300)


async def member_without_points(make_customer: MakeCustomer) -> int:
    id = await make_customer()
    await execute("UPDATE crm_core_customer SET email = 'no@example.com' WHERE id = $1", id)
    return id


async def test_the_api_asks_for_the_code(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.REDEEM)
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ)
    stranger = await make_client(CorePermission.READ, P.READ, P.REDEEM)
    id = await member(make_customer)
    asked: dict[str, Any] = {"customer_id": id, "points": 300}
    assert (await reader.post(f"{API}/code", json=asked)).status_code == 403
    assert (await stranger.post(f"{API}/code", json=asked)).status_code == 404
    for wrong in ({"points": 0}, {"customer_id": 2**63}, {"type": ""}, {"more": 1}):
        assert 400 <= (await client.post(f"{API}/code", json={**asked, **wrong})).status_code < 500
    with with_settings(code_above=100):
        body = {**asked, "source": "shop:1"}
        for path in ("redeem", "hold"):
            needed = await client.post(f"{API}/{path}", json=body)
            assert (needed.status_code, needed.json()["code"]) == (409, "loyalty_code_needed")
        assert (await client.post(f"{API}/code", json=asked)).json()["sent_to"] == "l***@example.com"
        wrong_one = await client.post(f"{API}/redeem", json={**body, "code": "12345"})
        assert (wrong_one.status_code, wrong_one.json()["code"]) == (409, "loyalty_code_wrong")
        assert await fetch_value("SELECT max(tries) FROM crm_loyalty_code") == 1, "the try outlives the rollback"
        code, _until = await codes.make(id, "points", 300)
        done = await client.post(f"{API}/redeem", json={**body, "code": code})
        assert (done.status_code, done.json()["balance"]) == (200, 700), done.text
        assert (await client.post(f"{API}/redeem", json={**body, "code": code})).json() == done.json()
        assert (await client.post(f"{API}/redeem", json={**body, "code": "x" * 41})).status_code == 422


async def test_more_tries_at_once_than_connections_wait_for_nobody(
    make_client: MakeClient, make_customer: MakeCustomer
) -> None:
    """Each holds one connection at a time: with a second one, as many as the pool has would wait for each other."""
    client = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.REDEEM)
    members = [await member(make_customer) for _n in range(5)]
    with with_settings(code_above=100):
        right = {id: (await codes.make(id, "points", 300))[0] for id in members}

        async def redeem(id: int, n: int, code: str) -> tuple[int, str]:
            body = {"customer_id": id, "points": 300, "source": f"shop:{id}:{n}", "code": code}
            answer = await client.post(f"{API}/redeem", json=body)
            return answer.status_code, str(answer.json().get("code", ""))

        wrong = [redeem(id, n, other_than(right[id], n)) for id in members for n in range(1, 5)]
        assert set(await asyncio.gather(*wrong)) == {(409, "loyalty_code_wrong")} and len(wrong) > _pool_size()
        tries = await fetch("SELECT tries, used_at FROM crm_loyalty_code WHERE account_id = ANY($1)", await accounts())
        assert [(row["tries"], row["used_at"]) for row in tries][-5:] == [(4, None)] * 5
        assert [await redeem(id, 9, right[id]) for id in members] == [(200, "")] * 5
        assert [await redeem(id, 10, right[id]) for id in members] == [(429, "too_many_requests")] * 5
    assert [(await services.balance(id)).balance for id in members] == [700] * 5


async def accounts() -> list[int]:
    return [row["id"] for row in await fetch("SELECT id FROM crm_loyalty_account")]


async def test_a_right_code_of_a_refused_booking_counts_and_is_not_used_up(
    make_client: MakeClient, make_customer: MakeCustomer
) -> None:
    client = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.REDEEM)
    id = await member(make_customer)
    with with_settings(code_above=100):
        code, _until = await codes.make(id, "points", 1_001)
        body = {"customer_id": id, "points": 1_001, "source": "shop:1", "code": code}
        refused = await client.post(f"{API}/redeem", json=body, headers={"Idempotency-Key": "once"})
        assert (refused.status_code, refused.json()["code"]) == (409, "loyalty_not_enough_points")
        row = (await fetch("SELECT tries, used_at FROM crm_loyalty_code ORDER BY id DESC LIMIT 1"))[0]
        assert (row["tries"], row["used_at"]) == (1, None)
        await services.earn(id, 1, "order:more")
        done = await client.post(f"{API}/redeem", json=body, headers={"Idempotency-Key": "once"})
        assert (done.status_code, done.json()["balance"]) == (200, 0)


async def test_rewards_need_it_too_and_the_portal_shows_one(make_customer: MakeCustomer) -> None:
    id = await member(make_customer)
    cup = await create(Reward, {"name": "Cup", "points": 300, "stock": 9, "type_id": await queries.main_type()})
    assert [link.href for block in await portal.POINTS_SECTION.blocks(id) for link in block.links] == []
    with with_settings(code_above=100):
        assert [link.href for block in await portal.POINTS_SECTION.blocks(id) for link in block.links] == [
            "/portal/points/0/code"
        ]
        with pytest.raises(CodeNeeded):
            await services.claim(id, cup.id, "shop:1", code="")
        told = str(await portal_rewards.CODE.run(id, 0, "３００", 0))
        code = "".join(each for each in told.partition(":")[2] if each.isdigit())
        assert told.startswith("Your code for 300 points: ") and len(code) == 6
        await services.claim(id, cup.id, "shop:1", code=code)
        assert str(await portal_rewards.CODE.run(id, 0, " 1,000 ", 0)).startswith("Your code for 1,000 points: ")
        for wrong in ("", "none", "0", "9" * 20, "-5", "+5", "1.5", "1,5", "5 points"):
            with pytest.raises(Exception, match="number of points"):
                await portal_rewards.CODE.run(id, 0, wrong, 0)


async def test_staff_send_codes_and_claim_with_them(make_customer: MakeCustomer) -> None:
    id = await member(make_customer)
    account = await account_of(id)
    values = {"name": "Five off", "points": 300, "stock": 9, "type_id": await queries.main_type()}
    gift = await create(Reward, {**values, "kind": "cash_back", "gift": "5"})
    with with_settings(code_above=100):
        sent = await run("send_code", account, {"points": 300})
        assert str(sent.message) == "A code was sent to l***@example.com."
        with pytest.raises(CodeNeeded):
            await run("claim_reward", account, {"reward": gift.id})
        code, _until = await codes.make(id, "points", 300)
        done = await run("claim_reward", account, {"reward": gift.id, "code": code})
        assert str(done.message) == "Five off was redeemed: 5.00 CNY off the next invoice"
        with pytest.raises(CodeNeeded):
            await run("redeem", account, {"points": 1, "reason": ""})
    actions = await fetch(
        "SELECT action FROM guanxi_audit WHERE resource = 'crm_loyalty/accounts' AND record_id = $1 ORDER BY id",
        account,
    )
    assert [row["action"] for row in actions] == ["send_code", "claim_reward"]
