"""What a person is told of what loyalty holds, and what anonymizing takes away."""

from __future__ import annotations

from datetime import timedelta

import asyncpg
import pytest

from crm_core.extensions import PERSONAL_DATA
from crm_loyalty import check_ins, correcting, services
from crm_loyalty.models import Reward, Tier
from guanxi import create, current_company, execute, fetch_value, today
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import with_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_all_that_is_held_is_told_and_notes_of_staff_go(make_customer: MakeCustomer) -> None:
    one, other = await make_customer(), await make_customer()
    for each in (one, other):
        await services.earn(each, 600, f"order:{each}")
    cup = await create(Reward, {"name": "Cup", "points": 10, "stock": 5})
    code = await services.claim_reward(one, cup.id, "shop:1")
    await check_ins.check_in(one)
    gold = (await Tier.get(name="Gold")).id
    await services.give_tier(one, gold, today() + timedelta(days=9), reason="Wife of the mayor")
    with with_settings(adjust_alone=5):
        await correcting.adjust_or_request(one, 50, "hand:1", type="points", reason="Nice person")
    parts = {each.name: each for each in current_company().catalog.extensions(PERSONAL_DATA)}
    held = {
        name: await parts[name].load(one) for name in ("loyalty", "check_ins", "vouchers", "tiers", "points_requests")
    }
    assert [row["points"] for row in held["loyalty"]] == [600, -10]
    assert held["check_ins"] == [{"day": today(), "streak": 1}]
    assert [(row["code"], row["reward"], row["void"]) for row in held["vouchers"]] == [(code, "Cup", False)]
    assert [(row["from_tier"], row["to_tier"], row["reason"]) for row in held["tiers"]] == [
        ("Member", "Silver", ""),
        ("Silver", "Gold", "Wife of the mayor"),
    ]
    assert [row["reason"] for row in held["points_requests"]] == ["Nice person"]
    assert parts["points_requests"].own is None
    tiers = parts["tiers"].own
    assert tiers is not None and all("reason" not in row for row in await tiers(one))
    await parts["points_requests"].erase(one)
    assert await fetch_value("SELECT reason FROM crm_loyalty_request") == ""
    await services.give_tier(other, gold, today() + timedelta(days=9), reason="Stays")
    await parts["tiers"].erase(one)
    reasons = "SELECT array_agg(reason ORDER BY id) FROM crm_loyalty_tier_change WHERE why = 'given'"
    assert await fetch_value(reasons) == ["", "Stays"]
    logged = "SELECT string_agg(concat(reason, before, after), '') FROM guanxi_audit WHERE resource = $1"
    noted = await fetch_value(logged, "crm_loyalty/members") or ""
    assert "Wife of the mayor" not in noted and "Stays" in noted
    for change in ("reason = 'Other words'", "reason = '', figure = 1", "why = 'reached'"):
        with pytest.raises(asyncpg.PostgresError, match=r"append-only|never"):
            await execute(f"UPDATE crm_loyalty_tier_change SET {change} WHERE why = 'given'")
    with pytest.raises(asyncpg.PostgresError):
        await execute("DELETE FROM crm_loyalty_tier_change")
    assert await services.ledger_differences() == []
    assert await parts["vouchers"].load(other) == []
