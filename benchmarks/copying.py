"""The floor of whatever writes rows: asyncpg's COPY of the very rows into twins of their tables.

A twin has the columns, defaults, checks and indexes of its table, and neither foreign keys nor triggers.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import asyncpg
import orjson

from guanxi.db import execute, fetch, fetch_value

_Rows = dict[str, list[tuple[Any, ...]]]


async def last_ids(tables: Sequence[str]) -> dict[str, int]:
    return {table: await fetch_value(f"SELECT coalesce(max(id), 0) FROM {table}") for table in tables}


async def rows_since(marks: dict[str, int], share: int = 1) -> _Rows:
    """What the tables have got since `last_ids()`: all of it, or the latest n-th of the ids."""
    since = "(SELECT $1 + (max(id) - $1) * ($2::int - 1) / $2::int FROM {0})"
    query = f"SELECT * FROM {{0}} WHERE id > {since} ORDER BY id"
    found = {table: await fetch(query.format(table), id, share) for table, id in marks.items()}
    return {table: [tuple(map(_plain, row)) for row in rows] for table, rows in found.items()}


def _plain(value: Any) -> Any:
    return orjson.dumps(value).decode() if isinstance(value, dict | list) else value


async def make_twins(tables: Sequence[str]) -> None:
    for table in tables:
        await execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)")


async def copy(url: str, rows: _Rows, batches: int) -> float:
    """Seconds to write the rows into the twins, in so many transactions."""
    connection = await asyncpg.connect(url)
    try:
        started = time.perf_counter()
        for batch in range(batches):
            async with connection.transaction():
                for table, found in rows.items():
                    part = found[len(found) * batch // batches : len(found) * (batch + 1) // batches]
                    await connection.copy_records_to_table(f"bare_{table}", records=part)
        return time.perf_counter() - started
    finally:
        await connection.close()
