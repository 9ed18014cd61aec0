"""How often something may happen: fixed windows of a minute, in Redis or, without it, in PostgreSQL."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from redis.asyncio import Redis
from redis.exceptions import RedisError

from guanxi import clock
from guanxi.context import current_company
from guanxi.db import execute, fetch_value, outside_transaction
from guanxi.errors import TooManyRequests

WINDOW = 60

_redis: Redis | None = None


def use_redis(client: Redis | None) -> None:
    """Count in `client` from now on; give it short time-outs. None: count in PostgreSQL."""
    global _redis
    _redis = client


async def limit(key: str, per_minute: int) -> None:
    """Counts one act under `key` in this company. Raises TooManyRequests from the one after `per_minute` on.

    The count stays even where the caller's transaction is rolled back.
    """
    now = clock.now().timestamp()
    count = await _add(_short(key), int(now) // WINDOW, 1)
    if count > per_minute:
        raise TooManyRequests(retry_after=WINDOW - int(now) % WINDOW)


async def give_back(key: str) -> None:
    """Takes back one act counted by `limit`, such as a sign-in that succeeded."""
    await _add(_short(key), int(clock.now().timestamp()) // WINDOW, -1)


async def forget_old_attempts() -> None:
    """Deletes counters of past windows from PostgreSQL; those in Redis expire."""
    await execute('DELETE FROM guanxi_attempt WHERE "window" < $1', clock.now() - timedelta(seconds=2 * WINDOW))


def _short(key: str) -> str:
    """Keys hold what people typed: bounded, and no names in Redis."""
    kind, _, rest = key.partition(":")
    return f"{kind[:40]}:{hashlib.sha256(rest.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"


async def _add(key: str, window: int, amount: int) -> int:
    if _redis is not None:
        name = f"guanxi:limit:{current_company().name}:{key}:{window}"
        with suppress(RedisError, OSError):  # it only helps: without it, PostgreSQL counts from nought
            async with _redis.pipeline(transaction=True) as pipeline:
                pipeline.incrby(name, amount)
                pipeline.expire(name, 2 * WINDOW)
                counted, _expiry = await pipeline.execute()
            return int(counted)
    with outside_transaction():
        counted = await fetch_value(
            'INSERT INTO guanxi_attempt (key, "window", count) VALUES ($1, $2, $3)'
            ' ON CONFLICT (key, "window") DO UPDATE SET count = guanxi_attempt.count + $3 RETURNING count',
            key,
            datetime.fromtimestamp(window * WINDOW, UTC),
            amount,
        )
    return int(counted)
