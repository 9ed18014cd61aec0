"""Before tiers move: how many members go up, go down and stay is said exactly, and nothing moves before a yes."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from crm_loyalty import services, tiering
from crm_loyalty.models import Tier, TierProgram
from crm_loyalty.permissions import LoyaltyPermission as P
from crm_loyalty.services import Purchase
from crm_loyalty.tier_preview import Moves, program_moves, tier_moves
from guanxi import clock, delete, execute, fetch, fetch_value, today, update
from guanxi.context import Company
from guanxi.jobs.worker import run_pending
from tests.clients import MakeClient, make_client
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.test_screens import API
from tests.crm_loyalty.test_tier_screens import USUAL, YEARLY, follow, tier_id

__all__ = ["make_client"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
_sources = itertools.count(1)
COUNTED = {"measure": "count", "period": "all_time", "months": 12, "keep_months": 0, "grace_days": 0, "step": "figure"}
KEPT = {**COUNTED, "measure": "growth", "keep_months": 6}
THIS_YEAR = {**COUNTED, "measure": "spend", "period": "calendar", "keep_months": 1}
_LOW = {"growth": (0, 20, 50, 100, 400), "spend": (0, 2_000, 5_000, 10_000, 40_000), "count": (0, 1, 3, 5, 7)}
_USUAL = (0, 500, 2000, 5000, 10000)


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def usual(program: Company) -> AsyncIterator[None]:
    """Tiers are as usual again after the test."""
    yield
    await _thresholds(_USUAL)
    await update(TierProgram, 1, USUAL)
    await run_pending()


async def _thresholds(low: tuple[int, ...]) -> None:
    await execute("UPDATE crm_loyalty_tier SET threshold = -1 - id")
    for name, threshold in zip(("Member", "Silver", "Gold", "Platinum", "Diamond"), low, strict=True):
        await execute("UPDATE crm_loyalty_tier SET threshold = $2 WHERE name = $1", name, threshold)


async def members(make_customer: MakeCustomer, count: int = 10) -> list[int]:
    """They bought different things at different times, some of it refunded; one has a given tier, two are merged."""
    found = [await make_customer() for _n in range(count)]
    for n, customer in enumerate(found):
        for k in range(n % 5 + 1):
            source, days_ago = f"tp:{next(_sources)}", (n * 97 + k * 150) % 700
            with clock.travel(clock.now() - timedelta(days=days_ago)):
                await services.earn_for_purchases(
                    [Purchase(customer, 700 + 1_900 * n + 300 * k, "CNY", source, clock.now())]
                )
            if (n + k) % 4 == 0:
                await services.take_back(source, 600 if k else 10**9, f"{source}:back")
    await services.earn(found[0], 30, f"tp:{next(_sources)}")  # growth, but no purchase
    await tiering.give(found[1], await tier_id("Gold"), today() + timedelta(days=40), "Founder")
    await follow(found[2], found[3])
    return found


async def levels() -> dict[int, int]:
    rows = await fetch(
        "SELECT m.id, t.threshold FROM crm_loyalty_member m LEFT JOIN crm_loyalty_tier t ON t.id = m.tier_id"
    )
    return {row["id"]: -1 if row["threshold"] is None else row["threshold"] for row in rows}


async def tiers_in_force() -> dict[int, int]:
    return {row["id"]: row["tier_id"] for row in await fetch("SELECT id, tier_id FROM crm_loyalty_member")}


async def moved(before: dict[int, int]) -> Moves:
    """Since then, by the thresholds that the tiers have now."""
    tiers = {row["id"]: row["threshold"] for row in await fetch("SELECT id, threshold FROM crm_loyalty_tier")}
    steps = [(level, tiers.get(before[id], -1)) for id, level in (await levels()).items()]
    up, down = sum(after > was for after, was in steps), sum(after < was for after, was in steps)
    return Moves(up, down, len(steps) - up - down)


@pytest.mark.parametrize(
    ("start", "to"),
    [
        *((start, to) for start in (USUAL, YEARLY) for to in (COUNTED, KEPT, THIS_YEAR)),
        (USUAL, YEARLY),
        (YEARLY, USUAL),
    ],
    ids=str,
)
async def test_what_is_said_of_another_program_is_what_happens(
    make_customer: MakeCustomer, start: dict[str, Any], to: dict[str, Any]
) -> None:
    await _thresholds(_LOW[start["measure"]])
    await update(TierProgram, 1, start)
    await members(make_customer)
    await run_pending()
    await _thresholds(_LOW[to["measure"]])
    before, said = await tiers_in_force(), await program_moves(to)
    await update(TierProgram, 1, to)
    await run_pending()
    assert said == await moved(before)
    assert said.up + said.down + said.stay == len(before) == 10
    assert said.up + said.down > 0 or start["measure"] == to["measure"]


@pytest.mark.parametrize("made", [USUAL, YEARLY, COUNTED, KEPT, THIS_YEAR], ids=str)
async def test_what_is_said_of_a_threshold_is_what_happens(make_customer: MakeCustomer, made: dict[str, Any]) -> None:
    low = _LOW[made["measure"]]
    await _thresholds(low)
    await update(TierProgram, 1, made)
    await members(make_customer)
    await run_pending()
    some = False
    steps = (("Gold", low[1] + 1), ("Silver", low[4] + 1), ("Diamond", low[3] - 1), ("Gold", low[3] + 1))
    for name, threshold in steps:
        tier = await tier_id(name)
        before, said = await tiers_in_force(), await tier_moves(tier, threshold)
        await update(Tier, tier, {"threshold": threshold})
        await run_pending()
        assert said == await moved(before), (name, threshold)
        some = some or said.up + said.down > 0
    assert some


async def test_nothing_moves_before_a_yes(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client = await make_client(P.READ, P.MANAGE)
    for growth in (0, 100, 600, 700, 2_500):
        await services.earn(await make_customer(), growth or 1, f"tp:{next(_sources)}")
    silver = await tier_id("Silver")
    path = f"{API}/tiers/{silver}"
    revision = (await client.get(path)).headers["ETag"]
    asked = await client.patch(path, json={"threshold": 650}, headers={"If-Match": revision})
    assert asked.status_code == 409 and asked.json()["code"] == "unconfirmed", asked.text
    details = {each["label"]: each["count"] for each in asked.json()["details"]}
    assert details == {"Members who go up": 0, "Members who go down": 1, "Members who stay": 4}
    assert await fetch_value("SELECT threshold FROM crm_loyalty_tier WHERE id = $1", silver) == 500
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_tier_change WHERE why = 'program'") == 0
    done = await client.patch(path, json={"threshold": 650, "confirmed": True}, headers={"If-Match": revision})
    assert done.status_code == 200, done.text
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_tier_change WHERE why = 'program'") == 1
    assert await services.ledger_differences() == []


async def test_a_new_tier_asks_only_where_somebody_moves(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client = await make_client(P.READ, P.MANAGE)
    await services.earn(await make_customer(), 300, f"tp:{next(_sources)}")
    nobody = await client.post(f"{API}/tiers", json={"name": "Sky", "threshold": 10**9})
    assert nobody.status_code == 201, nobody.text
    double = await client.post(f"{API}/tiers", json={"name": "Iron", "threshold": 500})
    assert double.status_code == 422, "the threshold is refused, nothing is asked"
    asked = await client.post(f"{API}/tiers", json={"name": "Bronze", "threshold": 200})
    assert asked.status_code == 409 and asked.json()["code"] == "unconfirmed"
    assert [each["count"] for each in asked.json()["details"]] == [1, 0, 0]
    made = await client.post(f"{API}/tiers", json={"name": "Bronze", "threshold": 200, "confirmed": True})
    assert made.status_code == 201, made.text
    bronze = made.json()["id"]
    refused = await client.delete(f"{API}/tiers/{bronze}")
    assert refused.status_code == 409 and refused.json()["code"] != "unconfirmed", "members are in it"
    back = await client.patch(f"{API}/tiers/{bronze}", json={"threshold": 301, "confirmed": True})
    assert back.status_code == 200, back.text
    before = await levels()
    await delete(Tier, bronze)
    await delete(Tier, nobody.json()["id"])
    assert await levels() == before, "only a tier that nobody is in can be deleted: nobody moves"


async def test_another_program_asks_too(make_client: MakeClient, make_customer: MakeCustomer) -> None:
    client = await make_client(P.READ, P.MANAGE)
    await services.earn(await make_customer(), 600, f"tp:{next(_sources)}")
    await services.earn_for_purchases([Purchase(await make_customer(), 60_000, "CNY", "tp:big", clock.now())])
    path = f"{API}/tier_programs/1"
    asked = await client.patch(path, json=YEARLY)
    assert asked.status_code == 409, asked.text
    assert [each["count"] for each in asked.json()["details"]] == [1, 1, 0]
    assert await fetch_value("SELECT measure FROM crm_loyalty_tier_program") == "growth"
    unmoved = await client.patch(path, json={"grace_days": 3})
    assert unmoved.status_code == 200, unmoved.text
    done = await client.patch(path, json={**YEARLY, "confirmed": True})
    assert done.status_code == 200, done.text
    await run_pending()
    assert await services.ledger_differences() == []
