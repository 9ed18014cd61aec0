"""Plans say when to be in contact where no person did (SVC-13)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from crm_core import follow_up_cards, plan_views, plans
from crm_core.choices import CadenceUnit
from crm_core.follow_up_models import ContactPlan
from crm_core.merging import merge
from crm_core.models import Activity, Customer, Term
from crm_core.plan_seeds import seed_plans
from crm_core.terms import ValuePreset, add_value_classes
from crm_core.views import CUSTOMERS
from guanxi import (
    Conflict,
    InvalidInput,
    clock,
    create,
    delete,
    elevated,
    execute,
    fetch,
    fetch_value,
    use_actor,
    use_locale,
)
from guanxi.jobs import enqueue
from guanxi.jobs.worker import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_core.support import MANAGER, customer, fill, user

pytestmark = pytest.mark.usefixtures("inside")
NOON = datetime(2026, 6, 15, 4, tzinfo=UTC)
TODAY = date(2026, 6, 15)


async def _term(kind: str, name: str) -> int:
    return int(await fetch_value("SELECT id FROM crm_core_term WHERE kind = $1 AND name = $2", kind, name))


async def _plan(**values: Any) -> ContactPlan:
    with elevated():
        return await create(
            ContactPlan, {"name": "p", "way": "call", "every": 10, "unit": "day", "active": True, **values}
        )


async def _made(name: str, last: date | None = None, **values: Any) -> int:
    made = await customer(name, **values)
    await execute(
        "UPDATE crm_core_customer SET last_contact_on = $2, created_at = $3 WHERE id = $1",
        made.id,
        last,
        datetime(2026, 6, 10, 4, tzinfo=UTC),
    )
    return int(made.id)


async def _run() -> dict[str, Any]:
    with elevated():
        await enqueue(plans.PLAN_CONTACTS)
    await run_pending()
    row = await fetch_value(
        "SELECT result FROM guanxi_job WHERE name = $1 AND state = 'done' ORDER BY id DESC LIMIT 1",
        plans.PLAN_CONTACTS.name,
    )
    return dict(row)


async def _days() -> dict[str, tuple[date | None, bool]]:
    rows = await fetch("SELECT name, next_contact_on, next_contact_planned FROM crm_core_customer ORDER BY id")
    return {row["name"]: (row["next_contact_on"], row["next_contact_planned"]) for row in rows}


async def test_the_job_sets_what_nobody_said_and_runs_twice_without_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "_AT_ONCE", 3)
    owner = await user("Li")
    important = await _term("value_class", "Important")
    with clock.travel(NOON):
        await _plan()
        await _plan(value_class=important, every=1, unit="month", way="visit")
        await _plan(value_class=important, level=await _term("level", "Small"), every=2, unit="week")
        await _plan(every=1, active=False, position=1)
        await _made("new", owner=owner.id)
        await _made("recent", date(2026, 6, 12))
        await _made("long ago", date(2025, 1, 1))
        await _made("visited", date(2026, 6, 12), value_class=important)
        await _made("both", date(2026, 6, 12), value_class=important, level=await _term("level", "Small"))
        await _made("said earlier", date(2026, 6, 12))
        await _made("said later", date(2026, 6, 12))
        await _made("lost", stage="lost")
        await _made("archived", archived=True)
        await execute("UPDATE crm_core_customer SET next_contact_on = '2026-06-13' WHERE name = 'said earlier'")
        await execute("UPDATE crm_core_customer SET next_contact_on = '2027-01-01' WHERE name = 'said later'")
        assert await _run() == {"set": 5, "withdrawn": 0}
        expected = {
            "new": (date(2026, 6, 20), True),
            "recent": (date(2026, 6, 22), True),
            "long ago": (TODAY, True),
            "visited": (date(2026, 7, 12), True),
            "both": (date(2026, 6, 26), True),
            "said earlier": (date(2026, 6, 13), False),
            "said later": (date(2027, 1, 1), False),
            "lost": (None, False),
            "archived": (None, False),
        }
        assert await _days() == expected
        assert await fetch_value("SELECT next_contact_by_id FROM crm_core_customer WHERE name = 'new'") == owner.id
        assert await _run() == {"set": 0, "withdrawn": 0}
    with clock.travel(datetime(2026, 7, 30, 4, tzinfo=UTC)):
        assert await _run() == {"set": 0, "withdrawn": 0}  # what is overdue stays so
        assert await _days() == expected


async def test_a_shorter_cadence_moves_planned_days_only_and_a_plan_that_ends_takes_them_back() -> None:
    with clock.travel(NOON):
        plan = await _plan()
        await _made("planned", date(2026, 6, 12))
        await _made("said", date(2026, 6, 12))
        await execute("UPDATE crm_core_customer SET next_contact_on = '2026-06-22' WHERE name = 'said'")
        await _run()
        await execute("UPDATE crm_core_contact_plan SET every = 5 WHERE id = $1", plan.id)
        assert await _run() == {"set": 1, "withdrawn": 0}
        assert await _days() == {"planned": (date(2026, 6, 17), True), "said": (date(2026, 6, 22), False)}
        await execute("UPDATE crm_core_contact_plan SET every = 50 WHERE id = $1", plan.id)
        assert await _run() == {"set": 0, "withdrawn": 0}
        await execute("UPDATE crm_core_contact_plan SET active = false WHERE id = $1", plan.id)
        assert await _run() == {"set": 0, "withdrawn": 1}
        assert await _days() == {"planned": (None, False), "said": (date(2026, 6, 22), False)}


async def test_merged_customers_are_left_alone_and_lost_ones_lose_their_day() -> None:
    owner = await user("Li")
    with clock.travel(NOON):
        await _plan()
        one, two = await _made("甲有限公司", owner=owner.id), await _made("乙有限公司", owner=owner.id)
        with elevated():
            await merge(one, two)
        assert await _run() == {"set": 1, "withdrawn": 0}
        assert (await _days())["乙有限公司"] == (None, False)
        with use_actor(owner):
            await run_action(CUSTOMERS, find_action(CUSTOMERS, "lose", "record"), one, {"reason": "x"})
        assert await _run() == {"set": 0, "withdrawn": 1}


async def test_logging_a_contact_starts_from_the_plan_and_overrides_it() -> None:
    owner = await user("Li")
    with clock.travel(NOON), use_locale("en"):
        await _plan(way="visit", every=1, unit="month")
        mine = await customer("春意空调有限公司", owner=owner.id)
        await _run()
        with use_actor(owner):
            assert await plans.propose(mine) == {
                "kind": "visit",
                "next_contact_on": date(2026, 7, 15),
                "next_contact_by": {"id": owner.id, "label": "Li"},
            }
            values = {"customer": mine.id, "kind": "visit", "subject": "x", "next_contact_on": date(2026, 8, 1)}
            await create(Activity, values)
            assert await _days() == {mine.name: (date(2026, 8, 1), False)}
            shown = await plan_views.CUSTOMER_PLAN.load(mine.id)
            assert [figure.value for figure in shown.figures] == ["Visit every month", "0"]
    with clock.travel(datetime(2026, 8, 4, 4, tzinfo=UTC)), use_locale("en"), use_actor(owner):
        shown = await plan_views.CUSTOMER_PLAN.load(mine.id)
        assert [figure.value for figure in shown.figures][1:] == ["50", "3"]
    with clock.travel(datetime(2026, 8, 4, 4, tzinfo=UTC)), use_locale("zh_CN"), use_actor(owner):
        assert (await plan_views.CUSTOMER_PLAN.load(mine.id)).figures[0].value == "每月拜访"


async def test_a_plan_tells_whom_it_holds_before_it_is_switched_on() -> None:
    with clock.travel(NOON):
        plan = await _plan(active=False, every=4)
        await _made("late")
        await _made("in time", TODAY)
        await _made("lost", stage="lost")
        assert await plans.held_by(plan.id) == {"held": 2, "late": 1, "open": 2}
        other = await _plan(value_class=await _term("value_class", "Important"))
        assert await plans.held_by(other.id) == {"held": 0, "late": 0, "open": 0}


async def test_how_far_plans_are_kept_by_owner() -> None:
    boss, one, two = await user("Boss", MANAGER), await user("Li"), await user("Wang")
    with clock.travel(NOON), use_actor(boss), use_locale("en"):
        plan = await _plan()
        other = await _plan(value_class=await _term("value_class", "Important"))
        for name, owner, last in (("a", one, TODAY), ("b", one, date(2026, 6, 1)), ("c", two, date(2026, 6, 5))):
            await _made(name, last, owner=owner.id)
        shown = await follow_up_cards.KEPT.load(plan.id)
        assert [figure.value for figure in shown.figures] == ["66 %", "3"]
        assert shown.table is not None and shown.table.rows == [("Li", "2", "50 %"), ("Wang", "1", "100 %")]
    with clock.travel(NOON), use_actor(two), use_locale("en"):
        assert [figure.value for figure in (await follow_up_cards.KEPT.load(plan.id)).figures] == ["100 %", "1"]
        assert (await follow_up_cards.KEPT.load(other.id)).figures == []


async def test_plans_are_seeded_once_and_switched_off() -> None:
    rows = await fetch("SELECT name, name_zh, way, every, unit, active FROM crm_core_contact_plan ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("Monthly visit: Important", "重要客户：每月拜访", "visit", 1, "month", False),
        ("Call every two weeks: Potential", "潜在客户：每两周电话跟进", "call", 2, "week", False),
        ("Quarterly call: Ordinary", "普通客户：每季度电话回访", "call", 3, "month", False),
    ]
    await seed_plans()
    assert await fetch_value("SELECT count(*) FROM crm_core_contact_plan") == 3
    await add_value_classes(ValuePreset.LETTERS)
    await add_value_classes(ValuePreset.LETTERS)
    assert await fetch_value("SELECT count(*) FROM crm_core_contact_plan WHERE NOT active") == 7


async def test_what_a_plan_must_be() -> None:
    level = await _term("level", "Small")
    for wrong in ({"value_class": level}, {"every": 0}, {"every": 367}, {"unit": "year"}, {"way": "note"}):
        with pytest.raises(InvalidInput) as refused:
            await _plan(**wrong)
        assert refused.value.fields.keys() <= wrong.keys()
    plan = await _plan(level=level)
    with elevated():
        await execute("DELETE FROM crm_core_contact_plan WHERE id <> $1", plan.id)
        with pytest.raises(Conflict):
            await delete(Term, level)
    assert [unit.value for unit in CadenceUnit] == ["day", "week", "month"]


async def test_twenty_thousand_customers_are_planned_by_a_few_statements() -> None:
    owner = await user("Li")
    await fill(20_000, owner.id or 0)
    with clock.travel(NOON):
        await _plan()
        assert (await _run())["set"] == 20_000
    assert await fetch_value("SELECT count(*) FROM crm_core_customer WHERE next_contact_by_id = $1", owner.id) == 20_000
    assert Customer._meta.db_table == "crm_core_customer"
