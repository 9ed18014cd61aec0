"""Milliseconds for the balance and the statement of a member, in a ledger of a million rows; one of them has 20,000."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

from benchmarks.harness import Machine, Result, medians, one_company
from benchmarks.lots import make_members
from crm_loyalty import services
from guanxi.db import execute, fetch_value

EACH, BUSY = 49, 20_000
ROUNDS = 40
_FILL = (
    """
    INSERT INTO crm_loyalty_entry (revision, created_at, updated_at, account_id, kind, points, growth, balance_after,
        source, reason, at, actor)
    SELECT 1, now(), now(), a.id, 'earn', 10, 10, a.balance + 10 * n, 'm:' || a.id || ':' || n, '', now(), ''
    FROM crm_loyalty_account a, generate_series(1, CASE WHEN a.id = $2::bigint THEN $3::int ELSE $1::int END) n
    """,
    """
    INSERT INTO crm_loyalty_lot (revision, created_at, updated_at, account_id, entry_id, earned_at, available_at,
        expires_at, points, remaining)
    SELECT 1, now(), now(), account_id, id, now(), now(), now() + id % 700 * interval '1 day' + interval '1 day', 10, 10
    FROM crm_loyalty_entry e WHERE source LIKE 'm:%' AND $1::int + $2::bigint + $3::int > 0
    """,
    """
    UPDATE crm_loyalty_account a SET balance = balance + 10 * CASE WHEN id = $2::bigint THEN $3::int ELSE $1::int END
    """,
    """
    UPDATE crm_loyalty_member m SET growth = growth + 10 * CASE WHEN a.id = $2::bigint THEN $3::int ELSE $1::int END
    FROM crm_loyalty_account a WHERE a.member_id = m.id
    """,
)
_FLOOR = "SELECT balance FROM crm_loyalty_account WHERE customer_id = $1"


async def measure(servers: Machine) -> Result:
    async with one_company(servers) as company:
        members = await make_members()
        busy = members[len(members) // 2]
        account = await fetch_value("SELECT id FROM crm_loyalty_account WHERE customer_id = $1", busy)
        bare = await asyncpg.connect(company.database_url)
        for statement in _FILL:
            await bare.execute(statement, EACH, account, BUSY)
        await execute("VACUUM ANALYZE crm_loyalty_entry, crm_loyalty_lot, crm_loyalty_account, crm_loyalty_member")
        assert await fetch_value("SELECT count(*) FROM crm_loyalty_entry") >= 1_000_000
        assert await services.ledger_differences() == []
        chosen = iter(members * 2)
        found = await medians(
            ROUNDS,
            _timed(lambda: services.balance(next(chosen))),
            _timed(lambda: services.statement(next(chosen), limit=50)),
            _timed(lambda: services.balance(busy)),
            _timed(lambda: services.statement(busy, limit=50)),
            _timed(lambda: bare.fetch(_FLOOR, next(chosen))),
        )
        await bare.close()
    names = ("balance", "statement", "balance of the busy one", "its statement")
    print("  " + ", ".join(f"{name} {ms:.1f} ms" for name, ms in zip(names, found, strict=False)))
    return Result(max(found[:4]), found[4], "ms")


def _timed(work: Callable[[], Awaitable[Any]]) -> Callable[[], Awaitable[float]]:
    async def milliseconds() -> float:
        begun = time.perf_counter()
        await work()
        return (time.perf_counter() - begun) * 1000

    return milliseconds
