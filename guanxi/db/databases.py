"""Databases on a server: made, dropped, asked for. Each is UTF-8, sorts as C.UTF-8, and has pg_trgm."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from guanxi.errors import ConfigurationError
from guanxi.i18n import _

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)
_STRATEGIES_SINCE = 15
_BUILTIN_PROVIDER_SINCE = 17
_CHARACTER_TYPES = ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8")
"""Locales of the system, whichever it has: pg_trgm asks it what a letter is, and in C no Chinese one is."""


def database_url(server_url: str, name: str) -> str:
    """The address of database `name` on the server that `server_url` points to."""
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))


async def database_exists(server_url: str, name: str) -> bool:
    async with _connected(server_url) as connection:
        return await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name) is not None


async def create_database(server_url: str, name: str, template: str | None = None) -> str:
    """Creates the database and returns its address. Raises asyncpg.DuplicateDatabaseError where it exists.

    A `template` is copied as it is; nobody may be connected to it.
    """
    quoted = _quoted(name)
    url = database_url(server_url, name)
    async with _connected(server_url) as connection:
        if template is not None:
            strategy = "STRATEGY file_copy" if connection.get_server_version().major >= _STRATEGIES_SINCE else ""
            await connection.execute(f"CREATE DATABASE {quoted} TEMPLATE {_quoted(template)} {strategy}")
            return url
        await _create_empty(connection, quoted)
    try:
        async with _connected(url) as connection:
            await connection.execute("CREATE EXTENSION pg_trgm")
    except BaseException:
        await drop_database(server_url, name)
        raise
    return url


async def _create_empty(connection: Any, quoted: str) -> None:
    builtin = connection.get_server_version().major >= _BUILTIN_PROVIDER_SINCE
    provider = "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" if builtin else ""
    options = f"TEMPLATE template0 ENCODING 'UTF8' {provider} LC_COLLATE 'C'"
    for character_type in _CHARACTER_TYPES:
        try:
            await connection.execute(f"CREATE DATABASE {quoted} {options} LC_CTYPE '{character_type}'")
        except asyncpg.WrongObjectTypeError:  # the system does not know this locale
            continue
        return
    raise ConfigurationError(_("The database server knows no locale for UTF-8."))


async def drop_database(server_url: str, name: str) -> None:
    """Drops the database, cutting its connections. One that does not exist is no error."""
    async with _connected(server_url) as connection:
        await connection.execute(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)")


async def rename_database(connection: Any, name: str, new_name: str) -> None:
    """In the transaction of `connection`, if it is in one. Nobody may be connected to the database itself."""
    await connection.execute(f"ALTER DATABASE {_quoted(name)} RENAME TO {_quoted(new_name)}")


def _quoted(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ConfigurationError(_("{name} is no name for a database."), name=name)
    return f'"{name}"'


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(url, timeout=10, server_settings={"application_name": "guanxi"})
    try:
        yield connection
    finally:
        await connection.close()
