from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from guanxi import clock
from guanxi.auth import give_back, limit, use_redis
from guanxi.auth.limits import forget_old_attempts
from guanxi.context import Company
from guanxi.db import fetch_value, transaction
from guanxi.errors import TooManyRequests
from tests.conftest import Servers

NOON = clock.now().replace(hour=12, minute=0, second=15, microsecond=0)


async def tries(key: str, per_minute: int, times: int) -> int:
    """How many of `times` were let through."""
    passed = 0
    for _ in range(times):
        try:
            await limit(key, per_minute)
            passed += 1
        except TooManyRequests as refused:
            assert refused.retry_after == 45 or refused.retry_after == 44
    return passed


async def test_counts_in_postgresql(inside: Company) -> None:
    with clock.travel(NOON):
        assert await tries("mail:a", 3, 5) == 3
        assert await tries("mail:b", 3, 2) == 2
    with clock.travel(NOON + timedelta(minutes=1)):
        assert await tries("mail:a", 3, 1) == 1
        assert await fetch_value("SELECT count(*) FROM guanxi_attempt") == 3
    with clock.travel(NOON + timedelta(minutes=5)):
        await forget_old_attempts()
    assert await fetch_value("SELECT count(*) FROM guanxi_attempt") == 0


async def test_parallel_calls_are_all_counted(inside: Company) -> None:
    with clock.travel(NOON):
        results = await asyncio.gather(*(limit("mail:a", 5) for _ in range(20)), return_exceptions=True)
    assert sum(result is None for result in results) == 5


async def test_the_count_outlives_a_rollback(inside: Company) -> None:
    with clock.travel(NOON):
        with pytest.raises(RuntimeError):
            async with transaction():
                await limit("mail:a", 5)
                raise RuntimeError
        assert await fetch_value("SELECT sum(count) FROM guanxi_attempt") == 1


async def test_an_act_can_be_given_back(inside: Company) -> None:
    with clock.travel(NOON):
        for _ in range(10):
            await limit("mail:a", 1)
            await give_back("mail:a")


async def test_counts_in_redis(inside: Company, servers: Servers) -> None:
    client = Redis.from_url(servers.redis_url)
    await client.flushall()
    use_redis(client)
    try:
        with clock.travel(NOON):
            assert await tries("mail:anna@example.com", 3, 5) == 3
            await give_back("mail:anna@example.com")
        assert await fetch_value("SELECT count(*) FROM guanxi_attempt") == 0
        keys = await client.keys("*")
        assert len(keys) == 1
        assert b"anna" not in keys[0]
        assert keys[0].startswith(b"guanxi:limit:test:mail:")
        assert 0 < await client.ttl(keys[0]) <= 120
    finally:
        await client.aclose()


async def test_counts_in_postgresql_while_redis_is_away(inside: Company) -> None:
    client = Redis(host="127.0.0.1", port=1, socket_connect_timeout=0.2)
    use_redis(client)
    try:
        with clock.travel(NOON):
            assert await tries("mail:a", 3, 5) == 3
        assert await fetch_value("SELECT sum(count) FROM guanxi_attempt") == 5
    finally:
        await client.aclose()


async def test_keys_may_hold_anything(inside: Company) -> None:
    for key in ("", "x" * 5000, "sign_in:\x00\ud800", "王:王"):
        await limit(key, 5)
