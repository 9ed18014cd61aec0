"""Check-ins: once a day, streaks of consecutive days; and other activities."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crm_loyalty import check_ins, services
from crm_loyalty.campaign_choices import Activity, Trigger
from crm_loyalty.campaign_models import Campaign
from crm_loyalty.errors import NoAccount, SourceTaken
from guanxi import clock, create, execute, fetch
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import at

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def campaign(trigger: Trigger = Trigger.CHECK_IN, **values: Any) -> None:
    await create(Campaign, {"name": "Daily", "trigger": trigger, "points": 2, "currency": "CNY", **values})


async def test_once_a_day_however_often_and_at_once(customer: int) -> None:
    await campaign()
    done = await asyncio.gather(*(check_ins.check_in(customer) for _n in range(12)))
    assert sorted((each.points, each.fresh) for each in done) == [(0, False)] * 11 + [(2, True)]
    assert {each.streak for each in done} == {1}
    assert (await services.balance(customer)).balance == 2
    assert await services.ledger_differences() == []


async def test_more_points_when_a_row_of_days_is_complete(customer: int, monkeypatch: pytest.MonkeyPatch) -> None:
    await campaign(streak_days=3, streak_points=10)
    points = []
    for day in (1, 2, 3, 4, 6, 7, 8):
        monkeypatch.setattr(clock, "now", lambda day=day: at(2026, 3, day, 23, 59))
        points.append((await check_ins.check_in(customer)).points)
    assert points == [2, 2, 12, 2, 2, 2, 12]
    monkeypatch.setattr(clock, "now", lambda: at(2026, 3, 9))
    assert await check_ins.streak_of(customer) == 3, "today may still come"
    monkeypatch.setattr(clock, "now", lambda: at(2026, 3, 10))
    assert await check_ins.streak_of(customer) == 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.integers(0, 40), min_size=1))
async def test_a_streak_is_the_longest_run_of_days_up_to_it(make_customer: MakeCustomer, days: set[int]) -> None:
    customer = await make_customer()
    first = date(2026, 1, 1)
    with pytest.MonkeyPatch.context() as patch:
        for day in sorted(days):
            on = first + timedelta(days=day)
            patch.setattr(clock, "now", lambda on=on: at(on.year, on.month, on.day, 12))
            streak = next(n for n in range(1, 50) if day - n not in days)
            assert (await check_ins.check_in(customer)).streak == streak


async def test_an_activity_is_rewarded_once_for_each_source(make_customer: MakeCustomer) -> None:
    await campaign(Trigger.ACTIVITY, activity=Activity.REVIEW, per_day=5)
    await campaign(Trigger.ACTIVITY, activity=Activity.SURVEY, points=9)
    one, other = await make_customer(), await make_customer()
    give = check_ins.reward_activity
    given = await asyncio.gather(*(give(one, Activity.REVIEW, "1") for _n in range(6)))
    assert sorted(given) == [0, 0, 0, 0, 0, 2]
    assert (await services.balance(one)).balance == 2
    assert [await give(one, Activity.REVIEW, str(n)) for n in range(2, 5)] == [2, 1, 0]
    assert await give(one, Activity.SURVEY, "1") == 9
    assert await give(one, Activity.EVENT, "1") == 0
    with pytest.raises(SourceTaken):
        await give(other, Activity.REVIEW, "1")
    with pytest.raises(NoAccount):
        await give(10**9, Activity.REVIEW, "9")
    assert await services.ledger_differences() == []


async def test_what_is_kept_of_a_check_in_cannot_be_doubled(customer: int) -> None:
    await check_ins.check_in(customer)
    rows = await fetch("SELECT member_id, day FROM crm_loyalty_check_in")
    with pytest.raises(Exception, match="unique"):
        await execute(
            "INSERT INTO crm_loyalty_check_in (revision, created_at, updated_at, member_id, day, streak)"
            " VALUES (1, now(), now(), $1, $2, 9)",
            rows[0]["member_id"],
            rows[0]["day"],
        )
