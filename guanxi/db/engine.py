"""Our Tortoise engine on asyncpg (`"engine": "guanxi.db.engine"`): transactions and pools that leak nothing.

Tortoise never returns the connection of a task that is cancelled while it enters a transaction, and waits for
a connection for ever. Here an acquire has a time-out, and whatever happens the connection goes back.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, cast

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import PoolConnectionWrapper, TransactionContext, TransactionContextPooled
from tortoise.connection import ConnectionToken, get_connections

from guanxi.db.connection import Acquired, Connection, prepare
from guanxi.errors import Busy

ACQUIRE_TIMEOUT = 10.0
"""Seconds to wait for a connection before the caller gets Busy (503)."""

Callback = Callable[[], Awaitable[None]]
log = logging.getLogger("guanxi.db")


class TransactionAborted(Exception):
    """COMMIT rolled back, because an error of the database inside the transaction was swallowed."""


async def acquire(pool: asyncpg.Pool[Any]) -> Acquired:
    """Raises Busy when no connection comes free in time or the server takes no more of them."""
    try:
        async with asyncio.timeout(ACQUIRE_TIMEOUT):
            return await pool.acquire()
    except (TimeoutError, asyncpg.TooManyConnectionsError, asyncpg.CannotConnectNowError, OSError) as error:
        raise Busy() from error


async def release(pool: asyncpg.Pool[Any] | None, connection: Acquired) -> None:
    """asyncpg goes on releasing when the waiting task is cancelled; the shield keeps our own step whole."""
    if pool is not None:
        with suppress(asyncpg.InternalClientError):  # it died this moment, and went back to the pool by itself
            await asyncio.shield(pool.release(connection))


class PooledConnection(PoolConnectionWrapper[Acquired]):
    """One statement's connection: acquired with a time-out, given back whatever happens."""

    async def __aenter__(self) -> Acquired:
        if not self.client._pool:
            await self.ensure_connection()
        self.connection = connection = await acquire(self.client._pool)
        return connection

    async def __aexit__(self, *exc: object) -> None:
        await release(self.client._pool, cast(Acquired, self.connection))


class TransactionClient(TransactionWrapper):
    """The connection that a transaction holds, with the callbacks to run once it is committed."""

    def __init__(self, client: AsyncpgDBClient) -> None:
        super().__init__(client)
        self.callbacks: list[list[Callback]] = [[]]
        self._savepoints = 0

    def _in_transaction(self) -> TransactionContext:
        self._savepoints += 1
        return Savepoint(self, f"guanxi_{self._savepoints}")

    async def run(self, sql: str) -> str:
        async with self.acquire_connection() as connection:
            return cast(str, await connection.execute(sql))

    async def begin(self) -> None:
        await self.run("BEGIN")

    async def commit(self) -> None:
        """Raises TransactionAborted where the server answers COMMIT with ROLLBACK, which asyncpg ignores."""
        self._finalized = True
        if await self.run("COMMIT") != "COMMIT":
            raise TransactionAborted("an error inside the transaction was swallowed; nothing was saved")

    async def rollback(self) -> None:
        self._finalized = True
        await self.run("ROLLBACK")


class Transaction(TransactionContextPooled):
    """The outermost transaction. Its callbacks run after the commit, when the connection has gone back."""

    client: TransactionClient
    token: ConnectionToken

    async def __aenter__(self) -> TransactionClient:
        client = self.client
        await self.ensure_connection()
        pool = client._parent._pool
        connection = await acquire(cast("asyncpg.Pool[Any]", pool))
        try:
            client._connection = cast(Any, connection)
            await client.begin()
            self.token = get_connections().set(self.connection_name, client)
        except BaseException:
            await release(pool, connection)
            raise
        return client

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        client = self.client
        try:
            if exc_type is None and not client._finalized:
                await client.commit()
            elif not client._finalized:
                await _quietly(client.rollback())
        finally:
            get_connections().reset(self.token)
            await release(client._parent._pool, cast(Any, client._connection))
        if exc_type is None:
            for callback in client.callbacks[0]:
                await callback()


class Savepoint(TransactionContext):
    """A transaction inside another one."""

    client: TransactionClient

    def __init__(self, client: TransactionClient, name: str) -> None:
        self.client = client
        self.name = name

    async def __aenter__(self) -> TransactionClient:
        await self.client.run(f"SAVEPOINT {self.name}")
        self.client.callbacks.append([])
        return self.client

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        callbacks = self.client.callbacks.pop()
        if exc_type is not None:
            await _quietly(self.client.run(f"ROLLBACK TO SAVEPOINT {self.name}"))
            return
        await self.client.run(f"RELEASE SAVEPOINT {self.name}")
        self.client.callbacks[-1].extend(callbacks)


async def _quietly(rollback: Awaitable[object]) -> None:
    """A rollback that fails (the connection is gone) must not hide the error that caused it."""
    try:
        await rollback
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        log.warning("rollback failed: %r", error)


class Client(AsyncpgDBClient):
    """The pool of one company's database."""

    connection_class = Connection

    async def create_pool(self, **options: Any) -> asyncpg.Pool[Any]:
        return await asyncpg.create_pool(None, init=prepare, **options)

    def acquire_connection(self) -> PooledConnection:
        return PooledConnection(self, self._pool_init_lock)

    def _in_transaction(self) -> TransactionContext:
        return Transaction(TransactionClient(self), self._pool_init_lock)


client_class = Client
