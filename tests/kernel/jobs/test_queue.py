from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from guanxi import clock
from guanxi.context import SYSTEM, Actor, use_actor
from guanxi.db import count_statements, fetch, fetch_value, transaction
from guanxi.jobs import enqueue, enqueue_many, run_pending
from tests.kernel.jobs.support import WRITE, notes, row

USER = Actor(kind="user", id=7, name="Li Wei")


pytestmark = pytest.mark.usefixtures("company")


async def test_a_job_is_a_row_of_the_callers_transaction() -> None:
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            await enqueue(WRITE)
            raise ZeroDivisionError
    assert await fetch_value("SELECT count(*) FROM guanxi_job") == 0
    with use_actor(USER):
        async with transaction():
            with count_statements() as statements:
                id = await enqueue(WRITE, {"note": "hello"})
    assert statements.count == 1
    found = await row(id)
    assert (found["name"], found["addon"], found["payload"]) == ("shop.write", "shop", {"note": "hello"})
    assert (found["state"], found["tries"], found["key"]) == ("waiting", 0, None)
    assert (found["actor_id"], found["actor_name"]) == (7, "Li Wei")
    assert await run_pending() == 1
    assert await notes() == ["hello"]
    done = await row(id)
    assert (done["state"], done["tries"], done["lease"], done["error"]) == ("done", 1, None, "")
    assert done["finished_at"] is not None


async def test_a_portal_subjects_id_is_not_taken_for_a_users() -> None:
    with use_actor(Actor(kind="external", id=7, name="Customer", realm="portal")):
        found = await row(await enqueue(WRITE))
    assert (found["actor_id"], found["actor_name"]) == (None, "Customer")


async def test_a_key_gives_one_job() -> None:
    first = await enqueue(WRITE, {"note": "first"}, key="mail:1")
    assert await enqueue(WRITE, {"note": "second"}, key="mail:1") == first
    assert await run_pending() == 1
    assert await enqueue(WRITE, {"note": "third"}, key="mail:1") == first
    assert await run_pending() == 0
    assert await notes() == ["first"]


async def test_a_key_in_a_transaction_that_is_still_open_is_waited_for() -> None:
    written, go = asyncio.Event(), asyncio.Event()

    async def hold() -> int:
        async with transaction():
            id = await enqueue(WRITE, key="k")
            written.set()
            await go.wait()
        return id

    holder = asyncio.create_task(hold())
    await written.wait()
    second = asyncio.create_task(enqueue(WRITE, key="k"))
    await asyncio.sleep(0.1)
    assert not second.done()
    go.set()
    assert await second == await holder


async def test_five_hundred_jobs_take_one_statement() -> None:
    await enqueue(WRITE, key="k3")
    with count_statements() as statements:
        ids = await enqueue_many(
            WRITE, [{"n": n} for n in range(500)], keys=[f"k{n}" if n < 5 else None for n in range(500)]
        )
    assert statements.count == 1
    assert len(ids) == 499
    rows = await fetch("SELECT payload, key FROM guanxi_job WHERE id = ANY($1) ORDER BY id", ids)
    assert [r["payload"]["n"] for r in rows] == [n for n in range(500) if n != 3]
    assert [r["key"] for r in rows[:5]] == ["k0", "k1", "k2", "k4", None]
    assert await enqueue_many(WRITE, []) == []


async def test_a_payload_is_plain_data() -> None:
    payload = {"day": date(2026, 1, 2), "amount": Decimal("1.50"), 3: {"tags": ("a", "b")}}
    found = await row(await enqueue(WRITE, payload))  # type: ignore[arg-type]
    assert found["payload"] == {"day": "2026-01-02", "amount": "1.50", "3": {"tags": ["a", "b"]}}


@pytest.mark.parametrize("value", [object(), float("nan"), float("inf"), 2**70, "a\0b", "\ud800", {"deep": [object()]}])
async def test_what_is_not_json_is_refused_at_once(value: Any) -> None:
    with pytest.raises(TypeError):
        await enqueue(WRITE, {"value": value})
    with pytest.raises(TypeError):
        await enqueue(WRITE, ["not", "a", "mapping"])  # type: ignore[arg-type]
    assert await fetch_value("SELECT count(*) FROM guanxi_job") == 0


async def test_a_later_job_waits_for_its_time() -> None:
    at = datetime.now(UTC) + timedelta(hours=1)
    id = await enqueue(WRITE, run_at=at)
    assert await run_pending() == 0
    with clock.travel(at):
        assert await run_pending() == 1
    assert (await row(id))["state"] == "done"


async def test_the_oldest_due_job_comes_first_and_the_limit_holds() -> None:
    now = datetime.now(UTC)
    with use_actor(SYSTEM):
        await enqueue(WRITE, {"note": "b"}, run_at=now - timedelta(seconds=1))
        await enqueue(WRITE, {"note": "a"}, run_at=now - timedelta(seconds=2))
        await enqueue(WRITE, {"note": "c"})
    assert await run_pending(limit=2) == 2
    assert await notes() == ["a", "b"]
