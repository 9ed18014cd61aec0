from __future__ import annotations

import asyncio
import logging
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from guanxi.context import Company
from guanxi.db import EmbeddedValkey, transaction
from guanxi.jobs import close_redis, enqueue, enqueue_many, transport, use_redis
from tests.conftest import Servers
from tests.kernel.jobs.conftest import StartWorker
from tests.kernel.jobs.support import WRITE, eventually, until


@pytest.fixture
async def redis(servers: Servers) -> AsyncIterator[Redis]:
    client = Redis.from_url(servers.redis_url)
    await client.flushall()
    yield client
    await client.flushall()
    await client.aclose()


@pytest.fixture
async def sending(servers: Servers, redis: Redis) -> AsyncIterator[None]:
    use_redis(servers.redis_url)
    yield
    await close_redis()


async def queued(redis: Redis, wanted: int) -> list[bytes]:
    async def reached() -> bool:
        return int(await redis.zcard(transport.QUEUE)) == wanted

    await eventually(reached, 3)
    return [bytes(member) for member in await redis.zrange(transport.QUEUE, 0, -1)]


@pytest.mark.usefixtures("sending")
async def test_a_commit_sends_one_json_wake_up_for_the_company(company: Company, redis: Redis) -> None:
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            await enqueue(WRITE)
            raise ZeroDivisionError
    async with transaction():
        await enqueue_many(WRITE, [{}] * 10)
        await enqueue(WRITE)
        await asyncio.sleep(0.1)
        assert await redis.zcard(transport.QUEUE) == 0
    assert await queued(redis, 1) == [b"wake:demo"]
    sent = await redis.get("arq:job:wake:demo")
    assert sent is not None and b'"k":{"company":"demo"}' in sent
    await enqueue(WRITE)
    await asyncio.sleep(0.1)
    assert await redis.zcard(transport.QUEUE) == 1


@pytest.mark.usefixtures("sending")
async def test_a_wake_up_reaches_a_worker_that_would_poll_much_later(
    company: Company, servers: Servers, redis: Redis
) -> None:
    woken: list[str] = []
    listener = asyncio.create_task(transport.listen(servers.redis_url, woken.append))
    for expected in (1, 2, 3):
        await enqueue(WRITE)

        async def heard(expected: int = expected) -> bool:
            return len(woken) >= expected

        await eventually(heard, 3)
    listener.cancel()
    await asyncio.wait({listener})
    assert set(woken) == {"demo"}
    assert await redis.keys("arq:job:*") == []


async def test_jobs_run_without_redis_and_the_outage_is_logged_once(
    company: Company, start_worker: StartWorker, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    start_worker(redis_url="redis://127.0.0.1:1")
    for _ in range(3):
        await until(await enqueue(WRITE), "done", 2)
        await asyncio.sleep(0.5)
    messages = [record.message for record in caplog.records if record.message.startswith("Redis")]
    assert messages == ["Redis does not answer (ConnectionError); workers find jobs by polling"]


@pytest.mark.parametrize("retries", [20, 1])  # the outage is shorter, or longer than arq's worker waits
async def test_redis_may_be_emptied_killed_and_come_back(
    company: Company, start_worker: StartWorker, retries: int
) -> None:
    directory = Path(tempfile.mkdtemp(prefix="guanxi-valkey-"))
    directory.chmod(0o711)
    valkey = EmbeddedValkey(directory / "valkey")
    try:
        url = valkey.start()
        woken: list[str] = []
        listener = asyncio.create_task(transport.listen(url, woken.append, retries=retries))
        start_worker(redis_url=url)
        await until(await enqueue(WRITE), "done")
        client = Redis.from_url(url)
        await client.flushall()
        await client.aclose()
        await until(await enqueue(WRITE), "done")
        valkey.stop()
        for _ in range(3):
            await until(await enqueue(WRITE), "done", 2)
            await asyncio.sleep(0.3)
        woken.clear()
        assert valkey.start() == url

        async def woken_again() -> bool:
            await until(await enqueue(WRITE), "done", 2)
            return bool(woken)

        await eventually(woken_again)
        listener.cancel()
        await asyncio.wait({listener})
    finally:
        valkey.destroy()
        shutil.rmtree(directory)


async def test_a_local_worker_is_woken_without_redis(company: Company, start_worker: StartWorker) -> None:
    start_worker(poll_seconds=5)
    await asyncio.sleep(0.3)
    await until(await enqueue(WRITE), "done", 1)
