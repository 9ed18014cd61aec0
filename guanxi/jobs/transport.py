"""Wake-ups over arq and Redis: the only file that knows either.

A wake-up says `{"company": name}` and nothing else. Losing one costs a poll interval, never a job, so whoever
enqueues does not wait for Redis, and its failures are logged once and otherwise ignored. The same holds for changes,
which are announced to every process that shows them to people.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import unquote

import orjson
from arq import Worker, func
from arq.connections import ArqRedis, RedisSettings, create_pool
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError as RedisConnectionError, RedisError, TimeoutError as RedisTimeoutError

log = logging.getLogger("guanxi.jobs")
logging.getLogger("arq").setLevel(logging.WARNING)

QUEUE = "guanxi:wake-ups"
CHANGES = "guanxi:changes"
SEND_TIMEOUT = 2.0
PAUSE = 1.0
"""Seconds without another attempt after Redis failed."""
POLL_DELAY = 0.1
"""Seconds between arq's looks into its queue: the delay of a wake-up."""
TRANSIENT: list[type[Exception]] = [RedisConnectionError, RedisTimeoutError, TimeoutError, OSError]
FAILURES = (RedisError, TimeoutError, OSError)

OnWake = Callable[[str], None]


def _settings(url: str, retry: Retry | None = None) -> RedisSettings:
    settings = RedisSettings.from_dsn(url)
    settings.password = unquote(settings.password) if settings.password else None
    settings.conn_retries = 0
    settings.retry = retry
    settings.retry_on_error = TRANSIENT if retry else None
    return settings


class Waker:
    """The sending side. What comes faster for one company than it is sent becomes one."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._redis: ArqRedis | None = None
        self._lock = asyncio.Lock()
        self._pending: set[tuple[str, str]] = set()
        self._sending: set[asyncio.Task[None]] = set()
        self._quiet_until = 0.0
        self._down = False

    def wake(self, company: str) -> None:
        """Workers look for jobs of the company."""
        self._send_soon(QUEUE, company)

    def announce(self, company: str) -> None:
        """Whoever follows changes hears of the company."""
        self._send_soon(CHANGES, company)

    def _send_soon(self, where: str, company: str) -> None:
        loop = asyncio.get_running_loop()
        if (where, company) in self._pending or loop.time() < self._quiet_until:
            return
        self._pending.add((where, company))
        task = loop.create_task(self._send(where, company))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send(self, where: str, company: str) -> None:
        self._pending.discard((where, company))  # what is committed from now on needs a wake-up of its own
        try:
            async with asyncio.timeout(SEND_TIMEOUT), self._lock:
                if self._redis is None:
                    self._redis = await create_pool(
                        _settings(self.url), job_serializer=orjson.dumps, job_deserializer=orjson.loads
                    )
                if where == CHANGES:
                    await self._redis.publish(CHANGES, company)
                else:
                    await self._redis.enqueue_job("wake", _job_id=f"wake:{company}", _queue_name=QUEUE, company=company)
        except Exception as error:
            self._quiet_until = asyncio.get_running_loop().time() + PAUSE
            if not self._down:
                log.warning("Redis does not answer (%s); workers find jobs by polling", type(error).__name__)
            self._down = True
        else:
            if self._down:
                log.info("Redis answers again")
            self._down = False

    async def close(self) -> None:
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)
        if self._redis is not None:
            with suppress(*FAILURES):
                await self._redis.aclose(close_connection_pool=True)


_waker: Waker | None = None
_listeners: set[OnWake] = set()
_followers: set[OnWake] = set()


def wake(company: str) -> None:
    """Tells the workers of this process, and through Redis those of others, that `company` has a job."""
    for listener in tuple(_listeners):
        listener(company)
    if _waker is not None:
        _waker.wake(company)


def announce(company: str) -> None:
    """Tells whoever follows changes, here and through Redis in other processes, that `company` has some."""
    for follower in tuple(_followers):
        follower(company)
    if _waker is not None:
        _waker.announce(company)


def use_redis(url: str) -> bool:
    """From now on this process sends wake-ups to the Redis at `url`, until `close_redis()`.

    False where it sends them somewhere already.
    """
    global _waker
    if _waker is not None:
        return False
    _waker = Waker(url)
    return True


async def close_redis() -> None:
    global _waker
    waker, _waker = _waker, None
    if waker is not None:
        await waker.close()


async def follow_changes(on_change: OnWake) -> None:
    """Calls `on_change(company)` for what any process announces, until cancelled.

    Without Redis, and while it is gone, only changes made by this process are heard of.
    """
    _followers.add(on_change)
    try:
        while True:
            if _waker is not None:
                with suppress(*FAILURES):
                    await _hear(_waker.url, on_change)
            await asyncio.sleep(PAUSE)
    finally:
        _followers.discard(on_change)


async def _hear(url: str, on_change: OnWake) -> None:
    redis = Redis.from_url(url, socket_connect_timeout=SEND_TIMEOUT, decode_responses=True)
    async with redis as client, client.pubsub() as channel:
        await channel.subscribe(CHANGES)
        async for message in channel.listen():
            if message["type"] == "message":
                on_change(str(message["data"]))


@contextmanager
def heard_in_process(on_wake: OnWake) -> Iterator[None]:
    _listeners.add(on_wake)
    try:
        yield
    finally:
        _listeners.discard(on_wake)


async def listen(url: str, on_wake: OnWake, *, retries: int = 20) -> None:
    """Calls `on_wake(company)` for each wake-up until cancelled, across outages of Redis.

    arq's worker waits through an outage of about `retries` seconds; after a longer one it is built anew.
    """

    async def take(ctx: dict[Any, Any], *args: Any, **wake_up: Any) -> None:
        on_wake(str(wake_up["company"]))

    down = False

    async def answered(ctx: dict[Any, Any]) -> None:
        nonlocal down
        down = False

    while True:
        worker = Worker(
            functions=[func(take, name="wake")],
            queue_name=QUEUE,
            redis_settings=_settings(url, Retry(ExponentialBackoff(cap=1, base=0.1), retries)),
            on_startup=answered,
            handle_signals=False,
            job_timeout=5,
            keep_result=0,
            poll_delay=POLL_DELAY,
            job_serializer=orjson.dumps,
            job_deserializer=orjson.loads,
        )
        try:
            await worker.async_run()
        except Exception as error:
            if not down:
                log.warning("no wake-ups from Redis (%s); jobs are found by polling", type(error).__name__)
            down = True
        finally:
            await _close(worker)
        await asyncio.sleep(PAUSE)


async def _close(worker: Worker) -> None:
    """Like `Worker.close()`, which raises when Redis is gone or a wake-up is just being handled."""
    for task in worker.tasks.values():
        task.cancel()
    await asyncio.gather(*worker.tasks.values(), return_exceptions=True)
    if worker._pool is not None:
        with suppress(*FAILURES):
            await worker._pool.aclose(close_connection_pool=True)
