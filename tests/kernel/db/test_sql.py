from __future__ import annotations

import asyncio

import asyncpg
import pytest

from guanxi.db import (
    Context,
    connect_config,
    copy_rows,
    count_statements,
    execute,
    execute_many,
    fetch,
    fetch_row,
    fetch_value,
    transaction,
)
from guanxi.errors import ConfigurationError
from tests.kernel.db.sample import Item


async def test_rows_go_in_and_come_out(context: Context) -> None:
    with context:
        assert await execute("INSERT INTO item (name, size) VALUES ('a', 1), ('b', 2)") == "INSERT 0 2"
        await execute_many("INSERT INTO item (name, size) VALUES ($1, $2)", [("c", 3), ("d", 4)])
        await copy_rows("item", ["name", "size"], [("e", 5), ("f", 6)])
        assert [tuple(row) for row in await fetch("SELECT name, size FROM item WHERE size > $1 ORDER BY 1", 4)] == [
            ("e", 5),
            ("f", 6),
        ]
        row = await fetch_row("SELECT size FROM item WHERE name = $1", "c")
        assert row is not None and row["size"] == 3
        assert await fetch_row("SELECT 1 FROM item WHERE name = 'z'") is None
        assert await fetch_value("SELECT sum(size) FROM item") == 21
        assert await fetch_value("SELECT 1 FROM item WHERE name = 'z'") is None


@pytest.mark.parametrize(
    "document", [{"名": ["春意", 1, None, True]}, [], {}, 3, 2**53 + 1, None, False, {"a": {"b": '"'}}]
)
async def test_json_is_the_same_for_sql_and_models(context: Context, document: object) -> None:
    with context:
        item = await Item.create(name="model", data=document)
        assert (await Item.get(id=item.id)).data == document
        assert await fetch_value("SELECT data FROM item WHERE id = $1", item.id) == document
        await execute("INSERT INTO item (name, data) VALUES ('sql', $1)", document)
        assert (await Item.get(name="sql")).data == document


async def test_text_is_json_already(context: Context) -> None:
    with context:
        await execute("INSERT INTO item (name, data) VALUES ('sql', $1)", '"text"')
        assert (await Item.get(name="sql")).data == "text"
        assert await fetch_value("SELECT data FROM item") == '"text"'
        assert await fetch_value("""SELECT '{"a": 1}'::json""") == {"a": 1}


async def test_errors_are_asyncpg_s_own(context: Context) -> None:
    with context:
        await execute("INSERT INTO item (name) VALUES ('a')")
        for error, value in (
            (asyncpg.UniqueViolationError, ("a", 1)),
            (asyncpg.CheckViolationError, ("b", -1)),
            (asyncpg.CharacterNotInRepertoireError, ("\0", 1)),
            (asyncpg.DataError, ("c", 2**40)),
        ):
            with pytest.raises(error):
                async with transaction():
                    await execute("INSERT INTO item (name, size) VALUES ($1, $2)", *value)
        assert await fetch_value("SELECT count(*) FROM item") == 1


async def test_statements_are_counted(context: Context) -> None:
    with context, count_statements() as outer:
        async with transaction():
            await Item.create(name="a")
            with count_statements() as inner:
                await fetch_value("SELECT 1")
                await copy_rows("item", ["name"], [("b",)])
        assert [statement.split()[0] for statement in inner.sql] == ["SELECT", "COPY"]
        await asyncio.gather(fetch("SELECT 2"), Item.all())
        assert outer.count == 3


async def test_sessions_have_limits(context: Context) -> None:
    with context:
        limits = {
            name: await fetch_value("SELECT current_setting($1)", name)
            for name in (
                "statement_timeout",
                "lock_timeout",
                "idle_in_transaction_session_timeout",
                "timezone",
                "jit",
                "application_name",
            )
        }
    assert list(limits.values()) == ["30s", "10s", "1min", "UTC", "off", "guanxi"]


def test_an_address_must_be_of_postgresql() -> None:
    credentials = connect_config("postgresql://us%40er:p%2Fw@host:6000/db", {})["connections"]["default"]["credentials"]
    assert [credentials[key] for key in ("user", "password", "host", "port", "database")] == [
        "us@er",
        "p/w",
        "host",
        6000,
        "db",
    ]
    secure = connect_config("postgres://u:p@h/db?sslmode=verify-full", {})
    assert secure["connections"]["default"]["credentials"]["ssl"] == "verify-full"
    for wrong in ("mysql://a@b/c", "postgres:///c", "postgres://a@b/c?target=x"):
        with pytest.raises(ConfigurationError):
            connect_config(wrong, {})


async def test_a_server_that_ends_the_connection_is_one_error(context: Context) -> None:
    """It says so first, and hangs up a moment later: asyncpg meets that by an error of its state machine."""
    farewell = b"SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0"
    message = b"E" + (len(farewell) + 4).to_bytes(4, "big") + farewell
    with context, pytest.raises(asyncpg.PostgresConnectionError):
        async with transaction() as client:
            client._connection._con._protocol.data_received(message)
            with pytest.raises(asyncpg.PostgresConnectionError):
                await fetch("SELECT 1")
            await fetch("SELECT 1")
