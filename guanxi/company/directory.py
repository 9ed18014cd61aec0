"""The companies that an installation serves, and those that this process has open.

The list is a table of the directory database: the one that DATABASE_URL names. Each company has a database of its
own beside it, `<directory database>_<company>`.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from guanxi.addons import AvailableAddons
from guanxi.company.errors import CompanyExists, InvalidCompanyName, NoSuchCompany
from guanxi.company.state import load_company, revision
from guanxi.context import Company
from guanxi.db import (
    Context,
    close_context,
    create_database,
    database_exists,
    database_url,
    open_context,
    rename_database,
)
from guanxi.records.revision import raised

_NAME = re.compile(r"[a-z][a-z0-9_]{0,30}", re.ASCII)
_TABLE = (
    "CREATE TABLE IF NOT EXISTS guanxi_directory ("
    " name text PRIMARY KEY, hosts text[] NOT NULL DEFAULT '{}', database text NOT NULL UNIQUE,"
    " created_at timestamptz NOT NULL DEFAULT now())"
)
_FRESH_SECONDS = 1.0


async def _reachable(url: str) -> bool:
    """Whether the database is there. Where it is, no other database of its server need be open to us."""
    try:
        connection = await asyncpg.connect(url, timeout=10)
    except asyncpg.InvalidCatalogNameError:
        return False
    await connection.close()
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    hosts: tuple[str, ...]
    database: str


@dataclass(slots=True)
class _Open:
    company: Company
    context: Context
    checked: float


class Directory:
    """Finds companies by host or name and keeps them open. One for each process."""

    def __init__(self, url: str, available: AvailableAddons, data: Path) -> None:
        self.url = url
        self.available = available
        self.data = data
        self._entries: dict[str, Entry] = {}
        self._by_host: dict[str, str] = {}
        self._read_at = 0.0
        self._open: dict[str, _Open] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._pool: asyncpg.Pool | None = None

    async def open(self) -> None:
        """Connect, and make the directory's table on the first run."""
        name = urlsplit(self.url).path.lstrip("/")
        server = database_url(self.url, "postgres")
        if not await _reachable(self.url) and not await database_exists(server, name):
            await create_database(server, name)
        self._pool = await asyncpg.create_pool(self.url, min_size=0, max_size=2, command_timeout=30)
        try:
            await self._pool.execute(_TABLE)
        except asyncpg.UniqueViolationError:  # two processes made it at once
            await self._pool.execute(_TABLE)
        await self._read()

    async def close(self) -> None:
        for opened in self._open.values():
            await close_context(opened.context)
        self._open.clear()
        if self._pool is not None:
            await self._pool.close()
            self._pool = None

    @property
    def pool(self) -> asyncpg.Pool:
        assert self._pool is not None, "open() comes first"
        return self._pool

    async def _read(self) -> None:
        rows = await self.pool.fetch("SELECT name, hosts, database FROM guanxi_directory ORDER BY created_at, name")
        self._entries = {row["name"]: Entry(row["name"], tuple(row["hosts"]), row["database"]) for row in rows}
        self._by_host = {host: entry.name for entry in self._entries.values() for host in entry.hosts}
        self._read_at = time.monotonic()

    async def entries(self) -> Mapping[str, Entry]:
        """All companies by name, at most a second old."""
        if time.monotonic() - self._read_at > _FRESH_SECONDS:
            self._read_at = time.monotonic()  # one reads, the others need not wait for it
            await self._read()
        return self._entries

    def database_of(self, name: str) -> str:
        """The name of the database that a company of this name has. Raises InvalidCompanyName."""
        if not _NAME.fullmatch(name):
            raise InvalidCompanyName(name=name[:50])
        return f"{urlsplit(self.url).path.lstrip('/')}_{name}"

    async def check_free(self, name: str, hosts: tuple[str, ...]) -> str:
        """The database's name for a new company. Raises InvalidCompanyName, CompanyExists."""
        database = self.database_of(name)
        await self._read()
        for taken in (word for word in (name, *hosts) if word in self._entries or word in self._by_host):
            raise CompanyExists(name=taken)
        return database

    async def adopt(self, name: str, hosts: tuple[str, ...], *, draft: str | None = None) -> str:
        """List a company whose database is there, as after a restore; returns the database's name.

        With `draft`, the database has that name until now: it is renamed and listed, or neither.
        """
        database = await self.check_free(name, hosts)
        try:
            async with self.pool.acquire() as connection, connection.transaction():
                await connection.execute(
                    "INSERT INTO guanxi_directory (name, hosts, database) VALUES ($1, $2, $3)",
                    name,
                    list(hosts),
                    database,
                )
                if draft is not None:
                    await rename_database(connection, draft, database)
        except (asyncpg.UniqueViolationError, asyncpg.DuplicateDatabaseError) as error:
            raise CompanyExists(name=name) from error
        await self._read()
        return database

    async def forget(self, name: str) -> None:
        """Take a company off the list, and close it here; its database stays."""
        await self.pool.execute("DELETE FROM guanxi_directory WHERE name = $1", name)
        await self._read()
        if (opened := self._open.pop(name, None)) is not None:
            await close_context(opened.context)

    async def by_host(self, host: str) -> Company | None:
        """The company that answers at `host` (without a port), as it is now."""
        await self.entries()
        name = self._by_host.get(host.lower())
        return None if name is None else await self.by_name(name)

    async def by_name(self, name: str) -> Company:
        """The company, no more than a second behind its database and its entry, and not at all behind what this
        process committed. Raises NoSuchCompany."""
        await self.entries()
        entry = self._entry(name)
        opened = self._open.get(name)
        if opened is None:
            async with self._opening.setdefault(name, asyncio.Lock()):
                opened = self._open.get(name) or await self._open_one(entry)
        url = opened.company.database_url
        if url in raised or time.monotonic() - opened.checked > _FRESH_SECONDS:
            opened.checked = time.monotonic()
            raised.discard(url)
            await self._follow(opened)
        return opened.company

    async def refresh(self, name: str) -> Company:
        """Follow the database at once where its revision has risen. Requests under way keep the company they have."""
        opened = self._open[name]
        await self._follow(opened)
        return opened.company

    async def _follow(self, opened: _Open) -> None:
        entry = self._entry(opened.company.name)
        with opened.context:
            if await revision() != opened.company.revision or entry.hosts != opened.company.hosts:
                opened.company = await self._load(entry, opened.context)

    async def _open_one(self, entry: Entry) -> _Open:
        context = await open_context(database_url(self.url, entry.database), self.available.tortoise_apps())
        try:
            with context:
                company = await self._load(entry, context)
        except BaseException:
            await close_context(context)
            raise
        self._open[entry.name] = opened = _Open(company, context, time.monotonic())
        return opened

    def _entry(self, name: str) -> Entry:
        if name not in self._entries:
            raise NoSuchCompany(name=name[:50])
        return self._entries[name]

    async def _load(self, entry: Entry, context: Context) -> Company:
        url, files = database_url(self.url, entry.database), self.data / "files" / entry.name
        return await load_company(entry.name, entry.hosts, url, context, self.available, files)
