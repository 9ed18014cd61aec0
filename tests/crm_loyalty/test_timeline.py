"""Points in a customer's timeline."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crm_loyalty import services
from crm_loyalty.models import Reward
from crm_loyalty.timeline import SOURCE
from guanxi import TimelineMark, create, execute, fetch_value, use_locale

pytestmark = pytest.mark.asyncio(loop_scope="module")
LAST = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)


async def test_movements_the_tier_they_led_to_and_vouchers_that_were_used(customer: int) -> None:
    tier = await fetch_value("SELECT min(threshold) FROM crm_loyalty_tier WHERE threshold > 0")
    await services.earn(customer, tier - 1, "t:1", reason="Gift")
    await services.earn(customer, 5, "t:2")
    booking = await services.redeem(customer, 4, "t:3")
    await services.reverse(booking.entry_id, "t:4")
    reward = await create(Reward, {"name": "Umbrella", "name_zh": "雨伞", "points": 1, "stock": 1})
    await services.claim_reward(customer, reward.id, "t:5")
    await execute("UPDATE crm_loyalty_voucher SET used_at = now()")
    with use_locale("en"):
        found = await SOURCE.load([customer], LAST, 30)
        name = await fetch_value("SELECT name FROM crm_loyalty_tier WHERE threshold = $1", tier)
    told = [(str(event.title), event.text) for event in found]
    assert told[0] == ("Voucher used", "Umbrella")
    assert told[1][0] == "Points: Redeemed" and told[1][1].startswith("-1")
    reached = (f"Tier: {name}", "Reached")
    assert reached in told[4:6], "it is as old as the movement"
    assert [each for each in told[2:] if each != reached] == [
        ("Points: Redemption reversed", "+4"),
        ("Points: Redeemed", "-4"),
        ("Points: Earned", "+5"),
        ("Points: Earned", f"+{tier - 1:,} · Gift"),
    ]
    assert found[-1].href == f"/crm_loyalty/entries/{await fetch_value('SELECT min(id) FROM crm_loyalty_entry')}"
    with use_locale("zh_CN"):
        assert (await SOURCE.load([customer], LAST, 1))[0].text == "雨伞"


async def test_pages_follow_each_other_and_others_points_stay_theirs(customer: int) -> None:
    for number in range(5):
        await services.earn(customer, 10 + number, f"p:{number}")
    whole = await SOURCE.load([customer], LAST, 30)
    found, mark = [], LAST
    while page := await SOURCE.load([customer], mark, 2):
        found += page
        mark = TimelineMark(page[-1].at, page[-1].id)
    assert found == whole and len(whole) == 5
    assert await SOURCE.load([customer + 1000], LAST, 30) == []
