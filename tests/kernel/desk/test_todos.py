from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sample_shop.models import Order

from guanxi import clock, records
from guanxi.auth import create_user
from guanxi.context import Company, current_company
from guanxi.db import fetch, fetch_row, fetch_value
from guanxi.declare.resources import Resource
from guanxi.desk.models import Todo
from guanxi.desk.reminders import REMIND
from guanxi.desk.resources import ABOUT
from guanxi.desk.todos import add_todo, finish_todo, open_todos, reopen_todo, todos_of
from guanxi.errors import InvalidInput, NotFound
from guanxi.jobs import enqueue, run_pending
from tests.kernel.conftest import acting

ORDERS = "sample_shop/orders"
READ, ALL = "sample_shop.read", "sample_shop.see_all"
NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
"""of a day in Shanghai"""
pytestmark = pytest.mark.usefixtures("in_shop")


async def _user(login: str, *permissions: str) -> int:
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ($1, '', $2, 1, now(), now()) RETURNING id",
        login,
        list(permissions),
    )
    return await create_user(login, login.title(), roles=[role])


async def _order(owner: int) -> int:
    order = await records.create(Order, {"name": "Boiler", "owner_id": owner})
    return int(order.id)


async def _told() -> list[tuple[int, str]]:
    rows = await fetch("SELECT user_id, title->>'message' AS title FROM guanxi_notification ORDER BY id")
    return [(row["user_id"], row["title"]) for row in rows]


async def test_open_ones_come_soonest_first_and_say_what_is_late() -> None:
    ann = await _user("ann", READ)
    order = await _order(ann)
    with acting(ann, READ), clock.travel(NOON):
        await add_todo("some day")
        await add_todo("tomorrow", due_on=date(2026, 11, 23))
        await add_todo("today", due_on=date(2026, 11, 22), resource=ORDERS, record_id=order)
        late = await add_todo("late", due_on=date(2026, 11, 21))
        found = await open_todos()
        assert [todo.title for todo in await open_todos(until=date(2026, 11, 22))] == ["late", "today"]
    assert [(t.title, t.overdue, t.today) for t in found] == [
        ("late", True, False),
        ("today", False, True),
        ("tomorrow", False, False),
        ("some day", False, False),
    ]
    assert (found[1].href, found[1].record) == (f"/{ORDERS}/{order}", "Boiler")
    assert (found[0].href, found[0].record) == (f"/guanxi/todos/{late.id}", "")
    assert await _told() == []


async def test_a_record_out_of_sight_is_not_named() -> None:
    ann, bob = await _user("ann", READ), await _user("bob", READ)
    order = await _order(ann)
    with acting(ann, READ):
        todo = await add_todo("mine", resource=ORDERS, record_id=order)
    await records.update(Order, order, {"owner_id": bob})
    with acting(ann, READ):
        (found,) = await open_todos()
    assert (found.href, found.record) == (f"/guanxi/todos/{todo.id}", "")


async def test_who_gets_one_is_told_and_must_see_the_record() -> None:
    ann, bob, boss = await _user("ann", READ), await _user("bob", READ), await _user("boss", READ, ALL)
    order = await _order(ann)
    with acting(ann, READ):
        given = await add_todo("call", assignee_id=boss, resource=ORDERS, record_id=order)
        with pytest.raises(InvalidInput) as refused:
            await add_todo("call", assignee_id=bob, resource=ORDERS, record_id=order)
        assert {name: str(text) for name, text in refused.value.fields.items()} == {
            "assignee": "Bob may not see this record."
        }
        assert [todo.assignee for todo in await todos_of(ORDERS, order)] == ["Boss"]
        assert await open_todos() == []
        assert [row["id"] for row in (await records.page(_resource(), records.ListQuery())).rows] == [given.id]
    assert await _told() == [(boss, "{name} gave you a to-do: {title}")]
    assert await fetch_value("SELECT count(*) FROM guanxi_todo") == 1


def _resource() -> Resource:
    return current_company().catalog.resource_of[Todo]


async def test_a_record_must_be_one_that_the_author_sees() -> None:
    ann, bob = await _user("ann", READ), await _user("bob", READ)
    order = await _order(bob)
    with acting(ann, READ):
        for values in (
            {"resource": ORDERS, "record_id": order},
            {"resource": "no/such", "record_id": 1},
            {"resource": ORDERS},
            {"record_id": order},
        ):
            with pytest.raises(InvalidInput) as refused:
                await records.create(Todo, {"title": "x", **values})
            assert list(refused.value.fields) == ["record_id"]
    assert await fetch_value("SELECT count(*) FROM guanxi_todo") == 0


async def test_done_and_open_again_by_whoever_sees_the_record() -> None:
    ann, boss, bob = await _user("ann", READ), await _user("boss", READ, ALL), await _user("bob", READ)
    order = await _order(ann)
    with acting(ann, READ):
        todo = await add_todo("call", resource=ORDERS, record_id=order)
    with acting(bob, READ), pytest.raises(NotFound):
        await finish_todo(todo.id)
    with acting(boss, READ, ALL):
        done = await finish_todo(todo.id)
        assert done.done_at is not None and (await finish_todo(todo.id)).revision == done.revision
        assert await todos_of(ORDERS, order) == []
        assert (await reopen_todo(todo.id)).done_at is None
    rows = await fetch(
        "SELECT action, actor_name, after FROM guanxi_audit WHERE resource = $1 AND action LIKE 'todo%' ORDER BY id",
        ORDERS,
    )
    assert [(row["action"], row["actor_name"]) for row in rows] == [
        ("todo.add", f"user {ann}"),
        ("todo.done", f"user {boss}"),
        ("todo.reopen", f"user {boss}"),
    ]
    assert rows[0]["after"] == {"todo": todo.id, "title": "call"}


async def test_to_dos_of_others_are_out_of_sight() -> None:
    ann, bob = await _user("ann", READ), await _user("bob", READ)
    with acting(ann, READ):
        todo = await add_todo("private")
    with acting(bob, READ):
        for attempt in (finish_todo(todo.id), reopen_todo(todo.id), records.delete(Todo, todo.id)):
            with pytest.raises(NotFound):
                await attempt
        assert await records.count(Todo) == 0
    row = await fetch_row("SELECT title, done_at FROM guanxi_todo")
    assert row is not None and tuple(row) == ("private", None)


async def test_reminds_once_on_the_day(in_shop: Company) -> None:
    in_shop.catalog.__dict__["schedules"] = {}
    ann, bob = await _user("ann", READ), await _user("bob", READ)
    with acting(ann, READ):
        await add_todo("one", due_on=date(2026, 11, 22))
        later = await add_todo("later", due_on=date(2026, 11, 23))
        await finish_todo((await add_todo("done", due_on=date(2026, 11, 22))).id)
    with acting(bob, READ):
        await add_todo("first", due_on=date(2026, 11, 21))
        await add_todo("second", due_on=date(2026, 11, 22))

    async def remind(at: datetime) -> list[tuple[int, str]]:
        before = len(await _told())
        with clock.travel(at):
            await enqueue(REMIND)
            await run_pending(1)
        assert await fetch_value("SELECT count(*) FROM guanxi_job WHERE state <> 'done'") == 0
        return (await _told())[before:]

    assert sorted(await remind(NOON)) == [(ann, "To do: {title}"), (bob, "{count} to-dos are due")]
    assert await remind(NOON) == []
    with acting(ann, READ):
        await records.update(Todo, later.id, {"due_on": date(2026, 11, 24)})
    assert await remind(NOON.replace(day=23)) == []
    assert await remind(NOON.replace(day=24)) == [(ann, "To do: {title}")]


async def test_a_to_do_on_a_record_out_of_reach_still_has_a_page() -> None:
    ann = await _user("ann", READ)
    order = await _order(ann)
    with acting(ann, READ):
        todo = await add_todo("Call them", resource=ORDERS, record_id=order)
    with acting(ann):
        assert (await ABOUT.load(todo.id)).figures == []
