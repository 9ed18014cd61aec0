"""The asyncpg connection of every pool: JSON in and out, no reset query, statements counted on demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeAlias, cast

import asyncpg
import orjson
from asyncpg.pool import PoolConnectionProxy

Acquired: TypeAlias = PoolConnectionProxy

_TRANSACTION_CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Statements:
    """The SQL statements sent within `count_statements()`, without BEGIN, COMMIT and savepoints."""

    def __init__(self) -> None:
        self.sql: list[str] = []

    @property
    def count(self) -> int:
        return len(self.sql)

    def record(self, sql: str) -> None:
        if not sql.startswith(_TRANSACTION_CONTROL):
            self.sql.append(sql)


_statements: ContextVar[Statements | None] = ContextVar("guanxi_statements", default=None)


@contextmanager
def count_statements() -> Iterator[Statements]:
    """Counts what this task and the tasks it starts send to the database, Tortoise's statements included."""
    statements = Statements()
    token = _statements.set(statements)
    try:
        yield statements
    finally:
        _statements.reset(token)


def _record(sql: str) -> None:
    statements = _statements.get()
    if statements is not None:
        statements.record(sql)


@contextmanager
def _seeing_its_end(connection: Connection) -> Iterator[None]:
    """A server that shuts down says so before it hangs up. A statement between the two meets an error of asyncpg's
    own state machine, or a closed connection: here all of that is one error, which callers may answer by trying again.
    """
    try:
        yield
    except asyncpg.InternalClientError as error:
        raise asyncpg.ConnectionDoesNotExistError("the server ended the connection") from error
    except asyncpg.InterfaceError as error:
        if connection.is_closed():
            raise asyncpg.ConnectionDoesNotExistError("the connection is closed") from error
        raise


class Connection(asyncpg.Connection):
    """Nothing in Guanxi may change the state of a session (`SET LOCAL` and transaction locks only).

    So the reset query that asyncpg sends at each release is left out, which saves a round trip per statement;
    a transaction left open is still rolled back.
    """

    __slots__ = ()

    def get_reset_query(self) -> str:
        return ""

    async def execute(self, query: str, *args: Any, **options: Any) -> str:
        _record(query)
        with _seeing_its_end(self):
            return cast(str, await super().execute(query, *args, **options))

    async def executemany(self, command: str, args: Iterable[Any], **options: Any) -> None:
        _record(command)
        with _seeing_its_end(self):
            await super().executemany(command, args, **options)

    async def fetch(self, query: str, *args: Any, **options: Any) -> list[Any]:
        _record(query)
        with _seeing_its_end(self):
            return cast("list[Any]", await super().fetch(query, *args, **options))

    async def fetchrow(self, query: str, *args: Any, **options: Any) -> Any:
        _record(query)
        with _seeing_its_end(self):
            return await super().fetchrow(query, *args, **options)

    async def fetchval(self, query: str, *args: Any, **options: Any) -> Any:
        _record(query)
        with _seeing_its_end(self):
            return await super().fetchval(query, *args, **options)

    async def copy_records_to_table(self, table_name: str, **options: Any) -> str:
        _record(f"COPY {table_name} FROM STDIN")
        with _seeing_its_end(self):
            return cast(str, await super().copy_records_to_table(table_name, **options))

    async def copy_from_query(self, query: str, *args: Any, **options: Any) -> str:
        _record(f"COPY ({query}) TO STDOUT")
        with _seeing_its_end(self):
            return cast(str, await super().copy_from_query(query, *args, **options))


def _encode_json(value: Any) -> str:
    """A str is JSON text already, as Tortoise's JSONField and hand-written SQL send it."""
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _decode_json(text: str) -> Any:
    """The mirror of `_encode_json`: a document that is one string stays JSON text, with its quotes."""
    return text if text.startswith('"') else orjson.loads(text)


async def prepare(connection: Acquired) -> None:
    """asyncpg's `init`: dicts and lists travel as json and jsonb both ways."""
    for name in ("json", "jsonb"):
        await connection.set_type_codec(
            name, schema="pg_catalog", encoder=_encode_json, decoder=_decode_json, format="text"
        )
