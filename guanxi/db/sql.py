"""SQL on the current company's database, inside the current transaction when there is one.

Errors are asyncpg's own: UniqueViolationError, CheckViolationError, DataError and so on, never Tortoise's.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, TypeAlias, cast

import asyncpg
from tortoise.backends.base.client import TransactionContext
from tortoise.connection import get_connection, get_connections

from guanxi.db.engine import Client, TransactionClient

Record: TypeAlias = asyncpg.Record
_COPY_SECONDS = 3600.0
"""that one table may take; the server's own limit is for the caller to lift"""


def _client() -> Client | TransactionClient:
    return cast("Client | TransactionClient", get_connection("default"))


def transaction() -> TransactionContext:
    """`async with transaction():` commits at the end and rolls back on any exception; nested, a savepoint.

    Raises Busy when no connection comes free in time. Start no task inside one.
    """
    return _client()._in_transaction()


def in_transaction() -> bool:
    return isinstance(_client(), TransactionClient)


@contextmanager
def outside_transaction() -> Iterator[None]:
    """Statements inside the block commit one by one, whatever becomes of the current transaction.

    They need a second connection of the pool, so only short ones that must outlive a rollback belong here.
    """
    client = _client()
    if not isinstance(client, TransactionClient):
        yield
        return
    connections = get_connections()
    token = connections.set("default", client._parent)
    try:
        yield
    finally:
        connections.reset(token)


async def on_commit(callback: Callable[[], Awaitable[None]]) -> None:
    """Runs `callback` once the outermost transaction has committed and given its connection back.

    Outside a transaction it runs at once. A rollback, also of the savepoint it was given in, drops it.
    """
    client = _client()
    if isinstance(client, TransactionClient):
        client.callbacks[-1].append(callback)
    else:
        await callback()


async def fetch(sql: str, *args: Any) -> list[Record]:
    async with _client().acquire_connection() as connection:
        return cast("list[Record]", await connection.fetch(sql, *args))


async def fetch_row(sql: str, *args: Any) -> Record | None:
    async with _client().acquire_connection() as connection:
        return cast("Record | None", await connection.fetchrow(sql, *args))


async def fetch_value(sql: str, *args: Any) -> Any:
    """The first column of the first row, or None where there is no row."""
    async with _client().acquire_connection() as connection:
        return await connection.fetchval(sql, *args)


async def execute(sql: str, *args: Any) -> str:
    """Returns the server's status, such as `UPDATE 3`. Without arguments `sql` may be a whole script."""
    async with _client().acquire_connection() as connection:
        return cast(str, await connection.execute(sql, *args))


async def execute_many(sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """Runs one statement for each row of arguments; all of them or none."""
    async with _client().acquire_connection() as connection:
        await connection.executemany(sql, rows)


async def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """COPY into `table`, the fast way for many rows. Values must have the Python type of their column."""
    async with _client().acquire_connection() as connection:
        await connection.copy_records_to_table(table, records=rows, columns=columns)


async def copy_json(query: str, output: IO[bytes]) -> None:
    """COPY one column of JSON into `output`, a line for each row; written in a thread.

    JSON has no raw control characters, so that these as quote and delimiter leave it as it is.
    """
    async with _client().acquire_connection() as connection:
        await connection.copy_from_query(
            query, output=output, timeout=_COPY_SECONDS, format="csv", quote="\x01", delimiter="\x02", encoding="UTF8"
        )
