"""Many records at once, and taking changes back: scope, field rules, refusals, what happens in between."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sample_shop.models import Order, Stage
from sample_shop.permissions import ShopPermission as P

from guanxi import clock, records
from guanxi.context import SYSTEM, Actor, Company, current_company, use_actor
from guanxi.db import execute, fetch, fetch_value, transaction
from guanxi.declare.resources import Resource
from guanxi.declare.where import contains, eq
from guanxi.desk.notes import add_note
from guanxi.desk.todos import add_todo, finish_todo
from guanxi.errors import Conflict, Forbidden, InvalidInput, NotFound
from guanxi.records.bulk import BulkReport, Selection, bulk_archive, bulk_delete, bulk_update, selected
from guanxi.records.undo import find_undo, last_change, undo
from tests.kernel.conftest import acting

CLERK = (P.READ, P.WRITE, P.DELETE)


@pytest.fixture
async def users(in_shop: Company) -> tuple[int, int]:
    rows = await fetch(
        "INSERT INTO guanxi_user (login, name, email, password_hash, active, administrator, locale, revision,"
        " created_at, updated_at) SELECT l, l, '', '', true, false, 'en', 1, now(), now()"
        " FROM unnest(ARRAY['ann', 'bob']) AS l RETURNING id"
    )
    return rows[0]["id"], rows[1]["id"]


def orders() -> Resource:
    return current_company().catalog.resources["sample_shop/orders"]


@contextmanager
def ann(users: tuple[int, int], *more: Any) -> Iterator[Actor]:
    with acting(users[0], *CLERK, *more) as actor:
        yield actor


async def make(owner: int, number: int, **values: Any) -> list[int]:
    with use_actor(SYSTEM):
        made = [
            await records.create(Order, {"name": f"Order {n}", "owner_id": owner, "notes": f"was {n}", **values})
            for n in range(number)
        ]
    return [order.id for order in made]


async def notes() -> list[str]:
    return [row["notes"] for row in await fetch("SELECT notes FROM sample_shop_order ORDER BY id")]


def refused(report: BulkReport) -> list[tuple[int, str, str]]:
    return [(item.id, item.label, item.reason) for item in report.refused]


async def test_each_record_is_changed_with_revision_and_audit(users: tuple[int, int]) -> None:
    ids = await make(users[0], 3)
    await execute("UPDATE sample_shop_order SET notes = 'new' WHERE id = $1", ids[1])
    with ann(users):
        report = await bulk_update(orders(), Selection(tuple(ids)), {"notes": "new"}, reason="Because")
    assert (report.total, report.changed, report.unchanged, report.refused) == (3, 2, 1, [])
    assert await notes() == ["new"] * 3
    rows = await fetch("SELECT revision FROM sample_shop_order ORDER BY id")
    assert [row["revision"] for row in rows] == [2, 1, 2]
    entries = await fetch(
        "SELECT record_id, before, after, reason, actor_id FROM guanxi_audit WHERE request_id = $1 ORDER BY id",
        f"bulk:{report.operation}",
    )
    assert [(row["record_id"], row["before"], row["reason"], row["actor_id"]) for row in entries] == [
        (ids[0], {"notes": "was 0"}, "Because", users[0]),
        (ids[2], {"notes": "was 2"}, "Because", users[0]),
    ]
    first = await fetch_value("SELECT after FROM guanxi_audit WHERE id = $1", report.operation)
    assert first == {"count": 3, "notes": "new"}


async def test_records_that_refuse_are_named_and_the_rest_is_done(users: tuple[int, int]) -> None:
    ids = await make(users[0], 3)
    closed = (await make(users[0], 1, stage=Stage.CLOSED))[0]
    foreign = (await make(users[1], 1))[0]
    with ann(users):
        report = await bulk_update(orders(), Selection((*ids, closed, foreign, 999_999)), {"notes": "x"})
    state = "In this state the record cannot be changed any more."
    assert refused(report) == [(closed, "Order 0", state), (foreign, "", "Not found."), (999_999, "", "Not found.")]
    assert report.changed == 3
    assert await notes() == ["x", "x", "x", "was 0", "was 0"]


async def test_a_hook_that_refuses_leaves_nothing_of_its_record(users: tuple[int, int]) -> None:
    ids = await make(users[0], 2)
    await execute("UPDATE sample_shop_order SET name = 'forbidden' WHERE id = $1", ids[0])
    with ann(users):
        report = await bulk_update(orders(), Selection(tuple(ids)), {"notes": "x"})
    assert refused(report) == [(ids[0], "forbidden", "Name: Another name, please.")]
    assert await notes() == ["was 0", "x"]


@pytest.mark.parametrize(
    ("values", "field"),
    [({"margin": 5}, "margin"), ({"rush": True}, "rush"), ({"total": 5}, "total"), ({"currency": "USD"}, "currency")],
)
async def test_fields_without_the_right_refuse_it_all(users: tuple[int, int], values: Any, field: str) -> None:
    ids = await make(users[0], 2)
    before = await fetch_value("SELECT count(*) FROM guanxi_audit")
    with ann(users), pytest.raises(InvalidInput) as caught:
        await bulk_update(orders(), Selection(tuple(ids)), values)
    assert list(caught.value.fields) == [field]
    assert await fetch_value("SELECT count(*) FROM guanxi_audit") == before


async def test_without_the_right_nothing_happens(users: tuple[int, int]) -> None:
    chosen = Selection(tuple(await make(users[0], 2)))
    with acting(users[0], P.READ):
        with pytest.raises(Forbidden):
            await bulk_update(orders(), chosen, {"notes": "x"})
        with pytest.raises(Forbidden):
            await bulk_delete(orders(), chosen)
    with ann(users), pytest.raises(NotFound):
        await bulk_archive(orders(), chosen)
    assert await notes() == ["was 0", "was 1"]


async def test_all_that_match_are_those_that_were_shown(users: tuple[int, int]) -> None:
    ids = await make(users[0], 4)
    await make(users[1], 2)
    where = contains("name", "order")
    with ann(users):
        assert await selected(orders(), Selection(where=where, shown=4)) == ids
        with pytest.raises(Conflict, match="records match now"):
            await bulk_update(orders(), Selection(where=where, shown=3), {"notes": "x"})
        report = await bulk_update(orders(), Selection(where=eq("notes", "was 1"), shown=1), {"notes": "x"})
    assert report.changed == 1
    assert await notes() == ["was 0", "x", "was 2", "was 3", "was 0", "was 1"]


async def test_delete_says_what_stays(users: tuple[int, int]) -> None:
    ids = await make(users[0], 2)
    closed = (await make(users[0], 1, stage=Stage.CLOSED))[0]
    with ann(users):
        report = await bulk_delete(orders(), Selection((*ids, closed)))
    assert (report.changed, [item.id for item in report.refused]) == (2, [closed])
    assert await notes() == ["was 0"]
    with ann(users), pytest.raises(NotFound):
        await find_undo(report.operation or 0)


async def test_two_at_the_same_time_both_count(users: tuple[int, int]) -> None:
    ids = await make(users[0], 20)

    async def change(values: dict[str, Any], chosen: list[int]) -> BulkReport:
        with ann(users):
            return await bulk_update(orders(), Selection(tuple(chosen)), values)

    first, second = await asyncio.gather(
        change({"notes": "x"}, ids), change({"due_on": date(2026, 11, 22)}, list(reversed(ids)))
    )
    assert (first.changed, second.changed) == (20, 20)
    rows = await fetch("SELECT notes, due_on, revision FROM sample_shop_order")
    assert {tuple(row) for row in rows} == {("x", date(2026, 11, 22), 3)}


async def test_undo_gives_the_former_values_back(users: tuple[int, int]) -> None:
    ids = await make(users[0], 3, due_on=date(2026, 1, 2))
    with ann(users):
        report = await bulk_update(orders(), Selection(tuple(ids)), {"notes": "x", "due_on": None})
        back = await undo(await find_undo(report.operation or 0))
        assert (back.changed, back.refused) == (3, [])
        again = await undo(await find_undo(report.operation or 0))
        assert {item.reason for item in again.refused} == {"It was changed since."}
    rows = await fetch("SELECT notes, due_on, revision FROM sample_shop_order ORDER BY id")
    assert [tuple(row) for row in rows] == [(f"was {n}", date(2026, 1, 2), 3) for n in range(3)]


async def test_undo_spares_what_was_changed_since(users: tuple[int, int]) -> None:
    ids = await make(users[0], 4)
    with ann(users):
        report = await bulk_update(orders(), Selection(tuple(ids)), {"notes": "x"})
        await records.update(Order, ids[0], {"notes": "later"})
        await records.update(Order, ids[1], {"name": "Other"})
        await execute("UPDATE sample_shop_order SET notes = 'by hand' WHERE id = $1", ids[2])
        back = await undo(await find_undo(report.operation or 0))
    assert [item.id for item in back.refused] == ids[:3]
    assert await notes() == ["later", "x", "by hand", "was 3"]


async def test_undo_is_for_oneself_and_for_a_while(users: tuple[int, int]) -> None:
    ids = await make(users[0], 1)
    with ann(users):
        report = await bulk_update(orders(), Selection(tuple(ids)), {"notes": "x"})
    operation = report.operation or 0
    with acting(users[1], *CLERK, P.SEE_ALL), pytest.raises(NotFound):
        await find_undo(operation)
    for id in (0, -1, 2**63, 10**9):
        with ann(users), pytest.raises(NotFound):
            await find_undo(id)
    with ann(users), clock_at(timedelta(minutes=16)), pytest.raises(Conflict):
        await find_undo(operation)
    with acting(users[0], P.READ), pytest.raises(Forbidden):
        await undo(await find_undo(operation))
    assert await notes() == ["x"]


@contextmanager
def clock_at(later: timedelta) -> Iterator[None]:
    now = clock.now() + later
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: now)
        yield


async def test_one_change_can_be_taken_back(users: tuple[int, int]) -> None:
    (id,) = await make(users[0], 1, weight=2)
    with ann(users):
        async with transaction():
            await records.update(Order, id, {"weight": 3, "name": "Other"})
            entry = await last_change(orders(), id)
        assert entry is not None
        assert (await undo(await find_undo(entry))).changed == 1
    row = await records.get(Order, id)
    assert (row.name, row.weight, row.revision) == ("Order 0", Decimal(2), 3)
    reasons = await fetch(
        "SELECT reason FROM guanxi_audit WHERE resource = $1 AND record_id = $2 ORDER BY id", orders().key, id
    )
    assert [row["reason"] for row in reasons] == ["", "", "undone"]


async def test_what_is_written_beside_a_record_does_not_keep_its_change(users: tuple[int, int]) -> None:
    (id,) = await make(users[0], 1)
    with ann(users):
        report = await bulk_update(orders(), Selection((id,)), {"notes": "x"})
        await add_note(orders().key, id, "Looks wrong to me.")
        todo = await add_todo("Ask them", resource=orders().key, record_id=id)
        await finish_todo(todo.id)
        file = await records.store_file(orders().key, id, "a.txt", b"a")
        await records.delete_file(file.token)
        assert (await undo(await find_undo(report.operation or 0))).refused == []
    assert await notes() == ["was 0"]
