"""Campaigns at work: one entry each, limits that hold under real concurrency, refunds, versions."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from crm_loyalty import ledger, services
from crm_loyalty.campaign_choices import Birthday, Trigger, Why
from crm_loyalty.campaign_models import Campaign
from crm_loyalty.campaign_terms import TERMS
from crm_loyalty.earning import Facts, Line, Purchase, reward
from crm_loyalty.errors import SourceTaken
from crm_loyalty.models import Tier
from crm_loyalty.purchases import explain
from crm_loyalty.standing import running
from guanxi import InvalidInput, clock, create, current_company, execute, fetch, fetch_value, today, update, use_locale
from tests.crm_loyalty.conftest import MakeCustomer
from tests.crm_loyalty.support import kinds

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def campaign(**values: Any) -> int:
    found = await create(
        Campaign, {"name": "Bonus", "trigger": Trigger.PURCHASE, "points": 1, "currency": "CNY", **values}
    )
    return int(found.id)


def order(customer: int, source: str, amount: int = 10_000, **parts: Any) -> Purchase:
    return Purchase(customer, amount, "CNY", source, parts.pop("at", clock.now()), **parts)


async def buy(customer: int, source: str, amount: int = 10_000, **parts: Any) -> list[int]:
    booked = await services.earn_for_purchases([order(customer, source, amount, **parts)])
    return [each.points for each in booked]


async def test_each_campaign_books_an_entry_of_its_own(customer: int) -> None:
    double = await campaign(amount=100)
    await campaign(points=30, minimum=10_000)
    await campaign(points=7, minimum=10_001)
    assert await buy(customer, "order:1") == [100, 100, 30]
    assert await kinds(customer) == [("earn", 100), ("bonus", 100), ("bonus", 30)]
    found = await services.balance(customer)
    assert (found.balance, found.growth) == (230, 100), "campaigns make no growth"
    statement = await services.statement(customer)
    assert [each.campaign for each in statement.movements] == ["Bonus", "Bonus", ""]
    assert await fetch_value("SELECT sum(points) FROM crm_loyalty_award WHERE campaign_id = $1", double) == 100
    assert await services.ledger_differences() == []


async def test_a_repeated_purchase_earns_once(customer: int) -> None:
    await campaign(amount=100)
    assert await buy(customer, "order:1") == await buy(customer, "order:1") == [100, 100]
    assert (await services.balance(customer)).balance == 200
    with pytest.raises(SourceTaken, match="order:1"):
        await buy(customer, "order:1", 20_000)
    await campaign(points=5)
    assert await buy(customer, "order:1") == [100, 100], "what was earned stands"


async def test_a_source_named_twice_in_one_call_earns_once(customer: int) -> None:
    await campaign(points=5)
    twice = [order(customer, "order:1"), order(customer, "order:1")]
    assert [each.points for each in await services.earn_for_purchases(twice)] == [100, 5]
    assert (await services.balance(customer)).balance == 105
    with pytest.raises(SourceTaken):
        await services.earn_for_purchases([order(customer, "order:2"), order(customer, "order:2", 20_000)])
    assert (await services.balance(customer)).balance == 105


async def test_a_purchase_known_by_a_campaign_alone_is_known(customer: int) -> None:
    await campaign(points=5)
    assert await buy(customer, "order:1", 99) == [5]
    assert await buy(customer, "order:1", 99) == [5]
    with pytest.raises(SourceTaken):
        await buy(customer, "order:1", 98)
    assert (await services.balance(customer)).balance == 5


async def test_the_first_purchase_is_rewarded_once_however_many_come_at_once(make_customer: MakeCustomer) -> None:
    await campaign(points=500, first_purchase=True)
    one, other = await make_customer(), await make_customer()
    booked = await asyncio.gather(*(buy(one, f"order:{n}") for n in range(12)))
    assert sorted(sum(each) for each in booked) == [100] * 11 + [600]
    both = [order(other, "order:a"), order(other, "order:b")]
    assert sum(each.points for each in await services.earn_for_purchases(both)) == 700
    assert await services.ledger_differences() == []


async def test_limits_hold_however_many_purchases_come_at_once(make_customer: MakeCustomer) -> None:
    id = await campaign(points=40, per_day=100, per_member=150)
    one, other = await make_customer(), await make_customer()
    await asyncio.gather(*(buy(customer, f"order:{customer}:{n}") for n in range(10) for customer in (one, other)))
    assert await _given(id, one) == await _given(id, other) == 100
    with_yesterday = order(one, "order:before", at=clock.now() - timedelta(days=1))
    await services.earn_for_purchases([with_yesterday])
    assert await _given(id, one) == 140
    await services.earn_for_purchases([replace(with_yesterday, source="order:before:2")])
    assert await _given(id, one) == 150


async def test_a_budget_is_never_overdrawn(make_customer: MakeCustomer) -> None:
    id = await campaign(points=30, budget=100)
    customers = [await make_customer() for _n in range(8)]
    await asyncio.gather(*(buy(customer, f"order:{customer}") for customer in customers))
    given = [await _given(id, customer) for customer in customers]
    assert sorted(given) == [0, 0, 0, 0, 10, 30, 30, 30]
    assert await fetch_value("SELECT given FROM crm_loyalty_campaign WHERE id = $1", id) == 100
    why = [each.reward.why for each in await explain(order(customers[0], "more"))]
    assert why == [Why.EARNED, Why.BUDGET]


async def _given(campaign_id: int, customer: int) -> int:
    return int(
        await fetch_value(
            "SELECT coalesce(sum(w.points), 0) FROM crm_loyalty_award w JOIN crm_loyalty_account a"
            " ON a.id = w.account_id WHERE w.campaign_id = $1 AND a.customer_id = $2",
            campaign_id,
            customer,
        )
    )


async def test_a_refund_takes_back_what_campaigns_gave(customer: int) -> None:
    await campaign(amount=100)
    await campaign(points=31)
    await buy(customer, "order:1")
    taken = await services.take_back("order:1", 5_000, "refund:1")
    assert taken is not None and taken.points == -50 - 50 - 15
    assert (await services.take_back("order:1", 5_000, "refund:1")) == taken, "once"
    rest = await services.take_back("order:1", 5_000, "refund:2")
    assert rest is not None and rest.points == -50 - 50 - 16
    found = await services.balance(customer)
    assert (found.balance, found.growth) == (0, 0)
    assert await services.ledger_differences() == []


async def test_birthdays_by_both_calendars(make_customer: MakeCustomer) -> None:
    await campaign(points=9, birthday=Birthday.DAY)
    await campaign(points=4, birthday=Birthday.MONTH)
    solar, lunar, none = [await make_customer() for _n in range(3)]
    set_birthday = "UPDATE crm_core_customer SET birth_calendar = $2, birth_month = $3, birth_day = $4 WHERE id = $1"
    await execute(set_birthday, solar, "solar", 2, 29)
    await execute(set_birthday, lunar, "lunar", 1, 12)  # February 28, 2026
    on = clock.day_start(date(2026, 2, 28), current_company().zone)
    points = [await buy(each, f"order:{each}", at=on) for each in (solar, lunar, none)]
    assert points == [[100, 9, 4], [100, 9, 4], [100]]
    before = clock.day_start(date(2026, 2, 27), current_company().zone)
    assert await buy(solar, "order:before", at=before) == [100, 4]


async def test_only_from_a_tier_up(make_customer: MakeCustomer) -> None:
    gold = await fetch_value("SELECT id FROM crm_loyalty_tier WHERE threshold = 2000")
    await campaign(points=11, tier_id=gold)
    rich, poor = await make_customer(), await make_customer()
    assert await buy(rich, "order:1", 200_000) == [2_000], "not in the tier yet"
    assert await buy(rich, "order:2") == [100, 11]
    assert await buy(poor, "order:3") == [100]
    assert (await Tier.get(id=gold)).threshold == 2000


async def test_products_and_what_counts(customer: int) -> None:
    await campaign(amount=100, products=["TEA"], on_tax=False, on_coupons=False)
    lines = [Line("TEA", 4_000, 400), Line("CUP", 4_000)]
    parts: dict[str, Any] = {"tax": 400, "freight": 2_000, "coupons": 1_000, "lines": lines}
    assert await buy(customer, "order:1", **parts) == [90, 40 - 4 - 5]


async def test_an_award_keeps_the_version_it_was_made_under(customer: int) -> None:
    id = await campaign(amount=100)
    await buy(customer, "order:1")
    await update(Campaign, id, {"points": 3})
    await buy(customer, "order:2")
    rows = await fetch(
        "SELECT w.points, w.basis, v.terms FROM crm_loyalty_award w JOIN crm_loyalty_campaign_version v"
        " ON v.campaign_id = w.campaign_id AND v.version = w.version ORDER BY w.id"
    )
    assert [row["points"] for row in rows] == [100, 300]
    for row in rows:
        assert row["basis"] * row["terms"]["points"] // row["terms"]["amount"] == row["points"]
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_campaign_version WHERE campaign_id = $1", id) == 2


async def test_explaining_books_nothing(customer: int) -> None:
    await campaign(amount=100)
    found = await explain(order(customer, "order:1"))
    assert [(each.reward.points, each.reward.why) for each in found] == [(100, Why.EARNED)] * 2
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_member") == 0
    terms = found[1].campaign
    assert terms is not None
    facts = Facts(today(), first_purchase=True, birthdays=(), threshold=None)
    assert reward(order(customer, "order:1"), terms, facts) == found[1].reward


async def test_campaigns_that_are_off_give_nothing(customer: int) -> None:
    await campaign(points=5, active=False)
    await campaign(points=5, valid_from=today() + timedelta(days=1))
    await campaign(points=5, valid_until=today() - timedelta(days=1))
    assert len(await running(Trigger.PURCHASE)) == 2
    assert await buy(customer, "order:1") == [100]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"trigger": Trigger.ACTIVITY}, "activity"),
        ({"valid_from": date(2026, 2, 2), "valid_until": date(2026, 2, 1)}, "valid_until"),
        ({"points": 0}, "points"),
        ({"streak_days": 7}, "streak_days"),
    ],
)
async def test_what_makes_no_sense_is_refused(customer: int, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await campaign(**values)
    assert field in refused.value.fields
    assert await fetch_value("SELECT count(*) FROM crm_loyalty_campaign") == 0


async def test_a_budget_stays_a_budget(customer: int) -> None:
    id = await campaign(points=30, budget=100)
    await buy(customer, "order:1")
    for budget in (0, 29):
        with pytest.raises(InvalidInput):
            await update(Campaign, id, {"budget": budget})
    await update(Campaign, id, {"budget": 30})
    assert await buy(customer, "order:2") == [100]
    free = await campaign()
    with pytest.raises(InvalidInput):
        await update(Campaign, free, {"budget": 5})


async def test_what_a_version_said_is_told_in_the_readers_language(customer: int) -> None:
    id = await campaign(
        name="Tea", amount=100, minimum=5_000, products=["TEA", "cups"], valid_until=date(2030, 1, 2), per_day=1_500
    )
    version = await fetch_value("SELECT id FROM crm_loyalty_campaign_version WHERE campaign_id = $1", id)
    with use_locale("en"):
        table = (await TERMS.load(version)).table
    assert table is not None
    said = {label: value for label, value in table.rows}
    assert (said["Name"], said["Gives points for"], said["for each"]) == ("Tea", "Purchases", "CN¥1.00")
    assert (said["Only these products"], said["Last day"]) == ("TEA, cups", "Jan 2, 2030")
    assert (said["At most for a member and day"], said["Tax counts"], said["Freight counts"]) == ("1,500", "Yes", "No")
    assert "From this tier up" not in said and "Activity" not in said
    with use_locale("zh_CN"):
        chinese = (await TERMS.load(version)).table
    assert chinese is not None and ("送分场景", "购买") in chinese.rows and ("税额计入", "是") in chinese.rows


async def test_double_points_are_twice_what_rule_and_tier_give(customer: int) -> None:
    await ledger.enroll("points", customer)
    double = await campaign(name="Double", points=None, factor=200, minimum=5_000)
    await update(Tier, (await Tier.get(name="Member")).id, {"multiplier": 150})
    try:
        said = await explain(order(customer, "order:0", 9_900))
        assert [each.reward.points for each in said] == [148, 148]
        assert await buy(customer, "order:1", 9_900) == [148, 148]
        assert await buy(customer, "order:2", 4_999) == [73], "below the minimum"
        assert await buy(customer, "order:1", 9_900) == [148, 148], "the same again"
        await services.take_back("order:1", 4_950, "back:1")
        assert (await services.balance(customer)).balance == 148 + 73
        assert (await services.balance(customer)).growth == 99 + 49 - 49, "a factor makes no growth"
    finally:
        await update(Tier, (await Tier.get(name="Member")).id, {"multiplier": 100})
    version = await fetch_value("SELECT id FROM crm_loyalty_campaign_version WHERE campaign_id = $1", double)
    with use_locale("zh_CN"):
        table = (await TERMS.load(version)).table
    assert table is not None and ("规则积分的倍数（%）", "200") in table.rows
    assert await services.ledger_differences() == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"factor": 200}, "factor"),
        ({"points": None, "amount": 100, "factor": 200}, "factor"),
        ({"points": None}, "points"),
        ({"points": 0, "factor": 100}, "factor"),
        ({"points": 0, "factor": 10_001}, "factor"),
        ({"points": 0, "factor": 200, "trigger": Trigger.CHECK_IN}, "factor"),
    ],
)
async def test_a_factor_stands_alone(customer: int, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await campaign(**values)
    assert field in refused.value.fields
