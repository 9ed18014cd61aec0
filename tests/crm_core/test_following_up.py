"""Whom the next contact is up to, who took part, and two who log at once (CUST-27, CUST-28)."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crm_core import cards, follow_up_reminders
from crm_core.follow_up_models import Member
from crm_core.merging import merge
from crm_core.models import Activity, Customer
from crm_core.overdue import overdue, people
from crm_core.views import ACTIVITIES, CUSTOMERS
from guanxi import (
    Actor,
    Conflict,
    InvalidInput,
    MarkId,
    Outcome,
    Stale,
    clock,
    create,
    elevated,
    execute,
    fetch,
    fetch_row,
    fetch_value,
    read,
    read_mark,
    update,
    use_actor,
    use_locale,
)
from guanxi.auth.actors import actors_of
from guanxi.jobs import enqueue
from guanxi.jobs.worker import run_pending
from guanxi.records.actions import find_action, run_action
from tests.crm_core.support import MANAGER, customer, user
from tests.links import behind

pytestmark = pytest.mark.usefixtures("inside")
NOON = datetime(2026, 6, 15, 4, tzinfo=UTC)
LATER = date(2099, 7, 1)


async def _log(customer_id: int, **values: Any) -> Outcome:
    given = {"kind": "call", "subject": "x", "next_contact_on": LATER, **values}
    return await run_action(CUSTOMERS, find_action(CUSTOMERS, "log_contact", "record"), customer_id, given)


async def _next(customer_id: int) -> tuple[date | None, int | None]:
    row = await fetch_row(
        "SELECT next_contact_on, next_contact_by_id FROM crm_core_customer WHERE id = $1", customer_id
    )
    assert row is not None
    return row["next_contact_on"], row["next_contact_by_id"]


async def _due_on(customer_id: int, day: date) -> None:
    await execute("UPDATE crm_core_customer SET next_contact_on = $2 WHERE id = $1", customer_id, day)


async def _seller(name: str) -> Actor:
    """One whose rights stand in the database as well, for jobs that look through the user's eyes."""
    made = await user(name)
    await execute(
        "INSERT INTO guanxi_user_role (user_id, role_id) SELECT $1, id FROM guanxi_role WHERE key = 'sales'", made.id
    )
    return made


async def _remind() -> int:
    """How many reminders there are after the job."""
    with elevated():
        await enqueue(follow_up_reminders.REMIND_FOLLOW_UPS)
    await run_pending()
    return int(await fetch_value("SELECT count(*) FROM guanxi_notification WHERE kind = 'follow_up'"))


async def test_the_reminder_is_for_whom_the_log_names() -> None:
    owner, helper, stranger = await user("Li"), await user("Wang"), await user("Chen")
    mine = await customer("春意空调有限公司", owner=owner.id)
    with use_actor(owner):
        await create(Member, {"customer": mine.id, "user": helper.id})
        await _log(mine.id)
        assert await _next(mine.id) == (LATER, owner.id)
        with pytest.raises(InvalidInput) as refused:
            await _log(mine.id, next_contact_by=stranger.id)
        assert set(refused.value.fields) == {"next_contact_by"}
    with use_locale("en"), clock.travel(NOON):
        [asked] = await actors_of([helper.id or 0])
        role = Actor(kind="user", id=helper.id, permissions=owner.permissions, shared=asked.shared)
        with use_actor(role):
            start = await find_action(CUSTOMERS, "log_contact", "record").start(mine)  # type: ignore[misc]
            assert start == {"next_contact_by": {"id": helper.id, "label": ""}}
            await execute("UPDATE crm_core_activity SET at = $1", datetime(2026, 6, 1, 4, tzinfo=UTC))
            await _log(mine.id, next_contact_by=helper.id, next_contact_on=date(2026, 6, 15))
            assert await _next(mine.id) == (date(2026, 6, 15), helper.id)
            shown = await cards.CARDS[0].load()
            assert [row[0] for row in shown.table.rows] == ["春意空调有限公司"]  # type: ignore[union-attr]
            assert [row["id"] for row in await behind(shown.figures[0].href)] == [mine.id]
        with use_actor(owner):
            assert (await cards.CARDS[0].load()).table is None


async def test_who_may_not_see_the_customer_any_more_is_not_reminded() -> None:
    owner, helper = await _seller("Li"), await _seller("Wang")
    mine = await customer("春意空调有限公司", owner=owner.id)
    await execute("UPDATE crm_core_customer SET next_contact_on = '2020-01-01', next_contact_by_id = $1", helper.id)
    with use_actor(helper):
        assert (await cards.CARDS[0].load()).table is None
        assert await overdue() == ([], "")
        assert await people() == ([], 0)
    assert await _remind() == 0
    with use_actor(owner):
        await create(Member, {"customer": mine.id, "user": helper.id})
    assert await _remind() == 1


async def test_nobody_is_to_contact_who_is_lost_put_away_or_merged() -> None:
    owner = await user("Li")
    with clock.travel(NOON):
        made = {name: await customer(name, owner=owner.id) for name in ("kept", "lost", "archived", "merged")}
        with elevated():
            await merge(made["kept"].id, made["merged"].id)
        await execute("UPDATE crm_core_customer SET next_contact_on = '2026-06-01'")
        await execute("UPDATE crm_core_customer SET stage = 'lost' WHERE name = 'lost'")
        await execute("UPDATE crm_core_customer SET archived = name = 'archived'")
        with use_actor(owner):
            assert [row.name for row in (await overdue())[0]] == ["kept"]
            assert (await people())[1] == 1
            await execute("UPDATE crm_core_customer SET archived = true WHERE name = 'merged'")
            shown = await cards.CARDS[0].load()
            assert shown.table is not None and [row[0] for row in shown.table.rows] == ["kept"]
            for figure in shown.figures:
                assert [row["name"] for row in await behind(figure.href)] == ["kept"]
        assert await _next(made["lost"].id) == (date(2026, 6, 1), owner.id)  # it stays on the customer


async def test_participants_are_named_once() -> None:
    owner, helper, gone = await user("Li"), await user("Wang"), await user("Gone")
    await execute("UPDATE guanxi_user SET active = false WHERE id = $1", gone.id)
    mine = await customer("春意空调有限公司", owner=owner.id)
    with use_actor(owner):
        for ids in ([owner.id], [helper.id, helper.id], [gone.id]):
            with pytest.raises(InvalidInput) as refused:
                await create(
                    Activity,
                    {"customer": mine.id, "kind": "note", "subject": "x", "participants": [{"user": id} for id in ids]},
                )
            assert set(refused.value.fields) == {"participants"}
        await _log(mine.id, kind="visit", colleague=helper.id)
        activity = await fetch_value("SELECT id FROM crm_core_activity")
        shown = await read(ACTIVITIES, activity)
    assert [line["user"]["label"] for line in shown["participants"]] == ["Wang"]


async def test_two_who_log_at_once_leave_the_day_of_the_later_contact() -> None:
    owner, boss = await user("Li"), await user("Boss", MANAGER)
    mine = await customer("春意空调有限公司", owner=owner.id)
    for turn in range(5):
        early, late = datetime(2026, 1, 1 + turn, 1, tzinfo=UTC), datetime(2026, 1, 1 + turn, 2, tzinfo=UTC)

        async def log(actor: Actor, at: datetime, day: date) -> str:
            with use_actor(actor), use_locale("en"):
                return str((await _log(mine.id, at=at, next_contact_on=day, subject=actor.name)).message)

        said = await asyncio.gather(log(boss, late, date(2026, 9, 1 + turn)), log(owner, early, date(2026, 8, 1)))
        assert (await _next(mine.id))[0] == date(2026, 9, 1 + turn)
        assert any("has logged one as well, minutes ago" in each for each in said)
    assert await fetch_value("SELECT count(*) FROM crm_core_activity") == 10


async def test_of_two_who_convert_or_save_at_once_one_wins_and_the_other_is_told() -> None:
    owner, boss = await user("Li"), await user("Boss", MANAGER)
    mine = await customer("春意空调有限公司", owner=owner.id)
    action = find_action(CUSTOMERS, "to_intent", "record")

    async def convert(actor: Actor) -> str:
        with use_actor(actor):
            try:
                await run_action(CUSTOMERS, action, mine.id, {"reason": "x"})
            except Conflict as error:
                return type(error).__name__
            return "done"

    async def save(actor: Actor) -> str:
        with use_actor(actor):
            try:
                await update(Customer, mine.id, {"introduction": actor.name}, revision=revision)
            except Stale as error:
                return str(error.current["introduction"])
            return "done"

    assert sorted(await asyncio.gather(convert(owner), convert(boss))) == ["Conflict", "done"]
    revision = await fetch_value("SELECT revision FROM crm_core_customer")
    done, told = sorted(await asyncio.gather(save(owner), save(boss)), key=lambda text: text != "done")
    assert done == "done" and told == await fetch_value("SELECT introduction FROM crm_core_customer")


async def test_what_is_overdue_by_person_and_page_after_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crm_core.overdue._SHOWN", 2)
    boss, one, two = await user("Boss", MANAGER), await user("Li"), await user("Wang")
    with clock.travel(NOON):
        for name, owner, day in (
            ("a", one, date(2026, 6, 1)),
            ("b", one, date(2026, 6, 14)),
            ("c", two, date(2026, 6, 10)),
            ("today", one, date(2026, 6, 15)),
        ):
            await _due_on((await customer(name, owner=owner.id)).id, day)
        await _due_on((await customer("gone", owner=one.id, archived=True)).id, date(2026, 6, 1))
        with use_actor(boss):
            rows, following = await overdue()
            assert [(row.name, row.days, row.person) for row in rows] == [("a", 14, "Li"), ("c", 5, "Wang")]
            rows, following = await overdue(after=read_mark(following, tuple[date, MarkId]))
            assert [(row.name, row.days) for row in rows] == [("b", 1)] and following == ""
            found, total = await people()
            assert [(each.id, each.number) for each in found] == [(one.id, 2), (two.id, 1)] and total == 3
            assert [row.name for row in (await overdue(by=two.id))[0]] == ["c"]
        with use_actor(two):
            assert [row.name for row in (await overdue())[0]] == ["c"] and (await people())[1] == 1
            assert (await overdue(by=one.id))[0] == []


async def test_a_reminder_comes_once_a_day_and_only_for_what_is_new() -> None:
    owner = await _seller("Li")
    mine, other = await customer("a", owner=owner.id), await customer("b", owner=owner.id)
    await _due_on(mine.id, date(2026, 6, 10))
    await _due_on(other.id, date(2026, 6, 16))

    with clock.travel(NOON):
        assert (await _remind(), await _remind()) == (1, 1)
    with clock.travel(datetime(2026, 6, 16, 4, tzinfo=UTC)):
        assert await _remind() == 2
    with clock.travel(datetime(2026, 6, 17, 4, tzinfo=UTC)):
        assert await _remind() == 2
    [first, second] = await fetch("SELECT title, href, user_id FROM guanxi_notification ORDER BY id")
    assert first["user_id"] == owner.id and second["title"]["params"] == {"count": 2, "late": 1}
    with use_actor(owner), clock.travel(datetime(2026, 6, 16, 4, tzinfo=UTC)):
        assert {row["name"] for row in await behind(second["href"])} == {"a", "b"}


async def test_what_becomes_due_by_a_handover_or_a_new_day_is_told_of_the_next_morning() -> None:
    owner, helper = await _seller("Li"), await _seller("Wang")
    mine, other = await customer("a", owner=owner.id), await customer("b", owner=owner.id)
    await _due_on(mine.id, date(2026, 6, 10))
    await _due_on(other.id, date(2026, 6, 15))
    given = await customer("c", owner=helper.id)
    await _due_on(given.id, date(2026, 6, 1))
    said = "SELECT title->'params' AS said FROM guanxi_notification WHERE user_id = $1 ORDER BY id"
    with clock.travel(NOON):
        assert await _remind() == 2
        with elevated():
            await update(Customer, given.id, {"owner": owner.id})
    with clock.travel(datetime(2026, 6, 16, 4, tzinfo=UTC)):
        assert await _remind() == 3  # the one that was handed over, though overdue for long
        await _due_on(mine.id, date(2026, 6, 16))
    with clock.travel(datetime(2026, 6, 17, 4, tzinfo=UTC)):
        assert await _remind() == 4  # contacted, and put off to the day when the user had been told already
        await _due_on(mine.id, date(2027, 1, 1))
    with clock.travel(datetime(2026, 6, 18, 4, tzinfo=UTC)):
        assert await _remind() == 4
    assert [dict(row["said"]) for row in await fetch(said, owner.id)] == [
        {"count": 2, "late": 1},
        {"count": 3, "late": 3},
        {"count": 3, "late": 3},
    ]
    assert await fetch_value("SELECT count(*) FROM crm_core_told_contact") == 2
