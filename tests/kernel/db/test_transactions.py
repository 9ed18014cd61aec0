from __future__ import annotations

import asyncio
import random

import asyncpg
import pytest

from guanxi.db import (
    Context,
    TransactionAborted,
    beforehand,
    close_context,
    engine,
    execute,
    fetch_value,
    in_transaction,
    on_commit,
    open_context,
    transaction,
    whole,
)
from guanxi.db.engine import acquire, release
from guanxi.errors import Busy
from tests.kernel.db.sample import Item


async def names() -> list[str]:
    return sorted(await Item.all().values_list("name", flat=True))  # type: ignore[arg-type]


async def add(name: str) -> None:
    await execute("INSERT INTO item (name) VALUES ($1)", name)


async def test_an_exception_rolls_back_and_the_end_commits(context: Context) -> None:
    with context:
        with pytest.raises(RuntimeError, match="no"):
            async with transaction():
                assert in_transaction()
                await add("lost")
                raise RuntimeError("no")
        async with transaction():
            await add("kept")
        assert not in_transaction()
        assert await names() == ["kept"]


async def test_nested_transactions_are_savepoints(context: Context) -> None:
    with context:
        async with transaction():
            await add("outer")
            with pytest.raises(asyncpg.UniqueViolationError):
                async with transaction():
                    await add("inner")
                    await add("outer")
            async with transaction(), transaction():
                await Item.create(name="innermost")
        assert await names() == ["innermost", "outer"]


async def test_callbacks_run_after_the_outermost_commit(context: Context) -> None:
    seen: list[str] = []

    async def note() -> None:
        assert not in_transaction()
        seen.append(",".join(await names()))

    with context:
        async with transaction():
            await on_commit(note)
            async with transaction():
                await add("a")
                await on_commit(note)
            await add("b")
            assert seen == []
        assert seen == ["a,b", "a,b"]
        await on_commit(note)
        assert len(seen) == 3


async def test_callbacks_of_what_was_rolled_back_are_dropped(context: Context) -> None:
    seen: list[str] = []

    async def first() -> None:
        seen.append("first")

    async def second() -> None:
        seen.append("second")

    with context:
        async with transaction():
            await on_commit(first)
            with pytest.raises(ValueError):
                async with transaction():
                    async with transaction():
                        await on_commit(second)
                    raise ValueError
        with pytest.raises(ValueError):
            async with transaction():
                await on_commit(second)
                raise ValueError
    assert seen == ["first"]


async def test_what_is_done_beforehand_stays_and_holds_no_connection(context: Context) -> None:
    seen: list[str] = []

    async def note() -> str:
        assert not in_transaction()
        await add("noted")
        return "answer"

    async def work() -> str:
        await add("work")
        seen.append(await whole(lambda: beforehand("key", note)))
        seen.append(await beforehand("key", note))
        if len(seen) == 2:
            raise ValueError("refused")
        return "done"

    with context:
        with pytest.raises(ValueError, match="refused"):
            await whole(work)
        assert await names() == ["noted"] and seen == ["answer"] * 2
        await execute("DELETE FROM item")
        assert await whole(work) == "done"
        assert await names() == ["noted", "work"]


async def test_beforehand_in_a_transaction_opened_otherwise_stays_too(context: Context) -> None:
    with context:
        with pytest.raises(ValueError):
            async with transaction():
                await beforehand("key", lambda: add("noted"))
                raise ValueError
        assert await names() == ["noted"]


async def test_a_swallowed_error_does_not_pass_for_a_commit(context: Context) -> None:
    with context:
        with pytest.raises(TransactionAborted):
            async with transaction():
                await add("a")
                with pytest.raises(asyncpg.UndefinedTableError):
                    await execute("SELECT * FROM nowhere")
        assert await names() == []


async def test_cancelled_tasks_give_their_connections_back(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUANXI_DB_POOL", "4")
    context = await open_context(database, {"sample": ["tests.kernel.db.sample"]})
    dice = random.Random(4)

    async def work() -> None:
        async with transaction():
            await fetch_value("SELECT 1")
            async with transaction():
                await fetch_value("SELECT 2")

    with context:
        for _ in range(250):
            tasks = [asyncio.create_task(work()) for _ in range(8)]
            for task in tasks:
                await asyncio.sleep(dice.choice((0, 0, 0.0001, 0.0005)))
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            assert {type(result) for result in results} <= {asyncio.CancelledError, type(None)}
        async with asyncio.timeout(5):
            assert await asyncio.gather(*(fetch_value("SELECT 3") for _ in range(8))) == [3] * 8
        pool = context.db("default")._pool
        assert pool.get_size() - pool.get_idle_size() == 0
        left = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state ~ 'idle in'"
        assert await fetch_value(left) == 0
    await close_context(context)


async def test_a_full_pool_is_busy_not_hanging(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUANXI_DB_POOL", "1")
    monkeypatch.setattr(engine, "ACQUIRE_TIMEOUT", 0.1)
    context = await open_context(database, {"sample": ["tests.kernel.db.sample"]})

    async def outside() -> None:
        await fetch_value("SELECT 1")

    with context:
        waiting = asyncio.Event()
        done = asyncio.Event()

        async def hold() -> None:
            async with transaction():
                waiting.set()
                await done.wait()

        holder = asyncio.create_task(hold())
        await waiting.wait()
        with pytest.raises(Busy):
            await outside()
        with pytest.raises(Busy):
            async with transaction():
                raise AssertionError("not reached")
        done.set()
        await holder
        await outside()
    await close_context(context)


async def test_contexts_work_side_by_side(servers: object, context: Context, database: str) -> None:
    other = await open_context(database, {"sample": ["tests.kernel.db.sample"]})

    async def in_context(chosen: Context, number: int) -> tuple[int, bool]:
        with chosen:
            async with transaction():
                await asyncio.sleep(0.001 * (number % 3))
                pool = await fetch_value("SELECT pg_backend_pid()")
            await asyncio.sleep(0.001 * (number % 2))
            return pool, in_transaction()

    results = await asyncio.gather(*(in_context((context, other)[n % 2], n) for n in range(40)))
    mine, others = {pid for pid, _ in results[::2]}, {pid for pid, _ in results[1::2]}
    assert not mine & others
    assert {inside for _, inside in results} == {False}
    await close_context(other)


async def test_a_lost_connection_does_not_hide_the_first_error(context: Context) -> None:
    with context:
        with pytest.raises(asyncpg.PostgresConnectionError):
            async with transaction():
                await execute("SELECT pg_terminate_backend(pg_backend_pid())")
        assert await fetch_value("SELECT 1") == 1


async def test_a_connection_that_dies_while_it_is_given_back_is_no_error(database: str) -> None:
    async with asyncpg.create_pool(database, min_size=1, max_size=1) as pool:
        connection = await acquire(pool)
        bare = connection._con
        giving_back = asyncio.create_task(release(pool, connection))
        for _turn in range(2):  # the pool has begun, the connection's holder has not
            await asyncio.sleep(0)
        bare.terminate()
        await giving_back
        assert await pool.fetchval("SELECT 1") == 1
