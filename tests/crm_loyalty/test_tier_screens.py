"""How tiers are made, given and shown: actions, forms, the API, panels and the portal; merged customers' tiers."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import pytest
import pytest_asyncio

from crm_core.permissions import CorePermission
from crm_loyalty import merging, panels, portal, services
from crm_loyalty.models import Tier, TierProgram
from crm_loyalty.permissions import LoyaltyPermission as P
from crm_loyalty.services import Purchase
from guanxi import Conflict, clock, create, delete, fetch, fetch_value, update, use_locale
from guanxi.context import Company
from guanxi.jobs.worker import run_pending
from tests.clients import MakeClient, make_client
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import at
from tests.crm_loyalty.test_screens import API, run
from tests.crm_loyalty.tiers import Program, changes, stored, tiers_made

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
_sources = itertools.count(1)
YEARLY = {"measure": "spend", "period": "rolling", "months": 12, "keep_months": 12, "grace_days": 30, "step": "figure"}
USUAL = {"measure": "growth", "period": "all_time", "months": 12, "keep_months": 0, "grace_days": 0, "step": "figure"}


@pytest_asyncio.fixture(loop_scope="module")
async def usual(program: Company) -> AsyncIterator[None]:
    """Tiers are made as usual again after the test."""
    yield
    await update(TierProgram, 1, USUAL)


async def buy(customer: int, fen: int) -> str:
    source = f"ts:{next(_sources)}"
    await services.earn_for_purchases([Purchase(customer, fen, "CNY", source, clock.now())])
    return source


async def follow(loser: int, survivor: int) -> Any:
    """As in a merge of the two; what undoing it has to know."""
    assert merging.FOLLOWER.move is not None
    return await merging.FOLLOWER.move(loser, survivor)


async def member_of(customer: int) -> int:
    return int(await fetch_value("SELECT id FROM crm_loyalty_member WHERE customer_id = $1", customer))


async def tier_id(name: str) -> int:
    return int(await fetch_value("SELECT id FROM crm_loyalty_tier WHERE name = $1", name))


@pytest.mark.usefixtures("usual")
async def test_members_follow_when_tiers_are_made_in_another_way(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    await services.earn(one, 600, "gift:1")  # growth, but nothing was spent
    await buy(other, 250_000)
    assert [(await stored(each))[0] for each in (one, other)] == ["Silver", "Gold"]
    await update(TierProgram, 1, YEARLY)
    await run_pending()
    today = clock.today(at(2026, 1, 1).tzinfo)  # type: ignore[arg-type]
    assert [(await stored(each))[0] for each in (one, other)] == ["Member", "Diamond"], "in fen now"
    assert (await stored(other))[2] is not None and (await stored(other))[2] > today + timedelta(days=360)  # type: ignore[operator]
    assert await services.ledger_differences() == []
    await update(Tier, await tier_id("Diamond"), {"threshold": 300_000})
    await run_pending()
    assert (await stored(other))[0] == "Diamond", "nobody steps down before the review"
    await update(Tier, await tier_id("Diamond"), {"threshold": 10_000})
    await update(TierProgram, 1, USUAL)
    assert [await stored(each) for each in (one, other)] == [("Silver", "Silver", None), ("Gold", "Gold", None)]
    assert [each[0] for each in await changes(other)] == ["reached", "program", "program"]
    assert await services.ledger_differences() == []


async def test_a_program_that_makes_no_sense_is_refused(make_client: MakeClient) -> None:
    client = await make_client(P.READ, P.MANAGE)
    bad: list[tuple[str, dict[str, Any]]] = [
        ("tier_programs/1", {"period": "rolling"}),
        ("tier_programs/1", {"keep_months": -1}),
        ("tier_programs/1", {"months": 0}),
        ("tier_programs/1", {"grace_days": 367}),
        ("tier_programs/1", {"measure": "luck"}),
        (f"tiers/{await tier_id('Gold')}", {"multiplier": 10_001}),
        (f"tiers/{await tier_id('Gold')}", {"discount": 1.5}),
    ]
    for path, values in bad:
        revision = (await client.get(f"{API}/{path}")).headers["ETag"]
        answer = await client.patch(f"{API}/{path}", json=values, headers={"If-Match": revision})
        assert 400 <= answer.status_code < 500 and answer.status_code != 412, (values, answer.text)
    assert (await client.post(f"{API}/tier_programs", json=USUAL)).status_code == 403
    assert (await client.delete(f"{API}/tier_programs/1")).status_code == 403
    row = (await fetch("SELECT measure, period, keep_months FROM crm_loyalty_tier_program"))[0]
    assert tuple(row) == ("growth", "all_time", 0)


async def test_tiers_are_given_by_those_who_may(make_client: MakeClient, customer: int) -> None:
    await services.earn(customer, 600, "gift:2")
    member, gold = await member_of(customer), await tier_id("Gold")
    last = (clock.now() + timedelta(days=30)).date().isoformat()
    body = {"tier": gold, "until": last, "reason": "Annual fee"}
    reader = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.REDEEM)
    path = f"{API}/members/{member}/actions"
    assert (await reader.post(f"{path}/give_tier", json=body)).status_code == 403
    assert (await reader.patch(f"{API}/tier_programs/1", json={"grace_days": 3})).status_code == 403
    stranger = await make_client(CorePermission.READ, P.READ, P.ADJUST)
    assert (await stranger.post(f"{path}/give_tier", json=body)).status_code == 404
    assert (await stranger.get(f"{API}/tier_changes")).json()["data"] == []
    manager = await make_client(CorePermission.READ, CorePermission.SEE_ALL, P.READ, P.ADJUST)
    for bad in ({"until": "2020-01-01"}, {"tier": 999_999}, {"reason": ""}, {"until": "soon"}):
        assert 400 <= (await manager.post(f"{path}/give_tier", json={**body, **bad})).status_code < 500, bad
    assert (await manager.post(f"{path}/end_tier", json={"reason": "None"})).status_code == 409
    assert await changes(customer) == [("reached", "Member", "Silver")]
    given = await manager.post(f"{path}/give_tier", json=body)
    assert given.status_code == 200, given.text
    balance = (await reader.get(f"{API}/customers/{customer}/balance")).json()
    assert (balance["tier"], balance["kept_until"], balance["next_tier"], balance["missing"]) == (
        "Gold",
        last,
        "Platinum",
        4_400,
    )
    told = (await reader.get(f"{API}/tier_changes", params={"sort": "id"})).json()["data"]
    assert [(row["why"], row["figure"], row["reason"]) for row in told] == [
        ("reached", 600, ""),
        ("given", None, "Annual fee"),
    ]
    assert (await manager.post(f"{path}/end_tier", json={"reason": "Fee came back"})).status_code == 200
    assert (await stored(customer))[0] == "Silver"


async def test_a_tier_in_somebodys_past_can_be_deleted(customer: int) -> None:
    bronze = await create(Tier, {"name": "Bronze", "threshold": 200})
    await services.earn(customer, 300, "gift:3")
    with pytest.raises(Conflict):
        await delete(Tier, bronze.id)
    await update(Tier, bronze.id, {"threshold": 301})
    await delete(Tier, bronze.id)
    assert await services.ledger_differences() == []


async def test_benefits_and_what_is_missing_in_the_readers_language(customer: int) -> None:
    values: dict[str, Any] = {
        "multiplier": 150,
        "discount": 550,
        "service_class": "VIP",
        "benefits": "Own line",
        "benefits_zh": "专属客服",
    }
    await update(Tier, await tier_id("Silver"), values)
    async with tiers_made(Program("spend", "rolling", 12, keep=12)):
        with clock.travel(at(2026, 1, 10, 12)):
            await buy(customer, 1_500)
        with clock.travel(at(2026, 12, 20, 12)):
            shown = (await panels.POINTS_PANEL.load(customer)).figures
            assert [(str(figure.label), figure.value) for figure in shown] == [
                ("Loyalty points", "15"),
                ("Tier", "Silver"),
                ("Tier kept until", "Jan 10, 2027"),
                ("Spend to keep Silver", "CN¥10.00"),
                ("Spend to Gold", "CN¥15.00"),
                ("Discount", "5.5%"),
                ("Service class", "VIP"),
                ("Expiring soon", "15"),
            ]
            found = await services.balance(customer)
            assert (found.multiplier, found.discount, found.service_class) == (150, 550, "VIP")
            with use_locale("zh_CN"):
                shown = (await portal.POINTS_SECTION.summary(customer)).figures
                assert [(str(figure.label), figure.value) for figure in shown[1:5]] == [
                    ("会员等级", "银卡会员"),
                    ("等级有效期至", "2027年1月10日"),
                    ("保住银卡会员还差消费金额", "¥10.00"),
                    ("距金卡会员还差消费金额", "¥15.00"),
                ]
                table = (await portal.POINTS_SECTION.blocks(customer))[1].data.table
                assert table is not None and table.rows == [
                    ("会员权益", "专属客服"),
                    ("服务等级", "VIP"),
                    ("消费积分", "150%"),
                    ("折扣", "5.5%"),
                ]
    blank = {"multiplier": 100, "discount": 0, "service_class": "", "benefits": "", "benefits_zh": ""}
    await update(Tier, await tier_id("Silver"), blank)


async def test_purchases_of_merged_customers_count_at_their_own_time(make_customer: MakeCustomer) -> None:
    loser, survivor = await make_customer(), await make_customer()
    async with tiers_made(Program("spend", "rolling", 12, keep=12)):
        with clock.travel(at(2026, 1, 10, 12)):
            await buy(loser, 3_500)
        with clock.travel(at(2026, 6, 1, 12)):
            await buy(survivor, 3_000)
            memory = await follow(loser, survivor)
            assert memory is not None
            assert (await stored(survivor))[0] == "Platinum" and (await services.balance(survivor)).figure == 6_500
        with clock.travel(at(2027, 1, 20, 12)):
            assert (await services.balance(survivor)).figure == 3_000, "the loser's purchase was a year ago"
            assert await services.ledger_differences() == []


async def test_a_merge_that_is_undone_gives_each_their_figure(make_customer: MakeCustomer) -> None:
    loser, survivor = await make_customer(), await make_customer()
    async with tiers_made(Program("count", "calendar", keep=1)):
        with clock.travel(at(2026, 2, 1, 12)):
            for customer in (loser, loser, survivor, survivor):
                await buy(customer, 500)
            memory = await follow(loser, survivor)
            assert memory is not None
            assert (await services.balance(survivor)).figure == 4
            assert merging.FOLLOWER.back is not None
            await merging.FOLLOWER.back(loser, survivor, memory)
            assert [(await services.balance(each)).figure for each in (loser, survivor)] == [2, 2]
            assert await stored(loser) == ("Silver", "Silver", date(2026, 12, 31))
            assert (await stored(survivor))[0] == "Gold", "kept until its review"
            assert await services.ledger_differences() == []


async def test_actions_name_the_day(customer: int) -> None:
    await services.earn(customer, 10, "gift:4")
    with use_locale("en"):
        done = await run(
            "give_tier",
            await member_of(customer),
            {"tier": await tier_id("Gold"), "until": date(2099, 1, 31), "reason": "Founder"},
            "members",
        )
        assert str(done.message) == "The tier is given until Jan 31, 2099."
    with use_locale("zh_CN"):
        done = await run("end_tier", await member_of(customer), {"reason": "错误"}, "members")
        assert str(done.message) == "授予的等级已终止。"
