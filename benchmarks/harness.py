"""What all benchmarks share: servers of their own, companies, repeated rounds, and the result's line."""

from __future__ import annotations

import logging
import shutil
import statistics
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import httpx
import orjson
import structlog
from starlette.types import ASGIApp

from benchmarks.processes import parent_of
from guanxi.addons import AvailableAddons
from guanxi.auth.sessions import open_session
from guanxi.auth.users import create_user
from guanxi.cli.session import load_available
from guanxi.company import Directory, create_company
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import EmbeddedPostgres, EmbeddedValkey, database_url, fetch
from guanxi.settings import Settings
from guanxi.web import create_app

HOST = "127.0.0.1"
PASSWORD = "correct horse battery staple"


@dataclass(frozen=True, slots=True)
class Result:
    value: float
    floor: float
    """the bare thing, measured in the same rounds on the same servers"""
    unit: str

    def line(self, name: str) -> str:
        """One line of JSON; `ratio` is value / floor."""
        ratio = round(self.value / self.floor, 2)
        figures = {"value": round(self.value, 3), "unit": self.unit, "floor": round(self.floor, 3), "ratio": ratio}
        return orjson.dumps({"name": name, **figures}).decode()


@dataclass(frozen=True, slots=True)
class Machine:
    """A PostgreSQL as safe as in production and a Valkey, both our own, and a folder that goes with them."""

    postgres_url: str
    redis_url: str
    folder: Path

    @property
    def directory_url(self) -> str:
        return database_url(self.postgres_url, "guanxi")

    @property
    def orders(self) -> dict[str, str]:
        """What a web process is told by its supervisor."""
        return {"DATABASE_URL": self.directory_url, "REDIS_URL": self.redis_url}


@contextmanager
def machine() -> Iterator[Machine]:
    folder = Path(tempfile.mkdtemp(prefix="guanxi-benchmark-"))
    folder.chmod(0o711)  # root's servers run as another user, who passes through
    postgres, valkey = EmbeddedPostgres(folder / "postgres", durable=True), EmbeddedValkey(folder / "valkey")
    try:
        yield Machine(postgres.start(), valkey.start(), folder)
    finally:
        valkey.destroy()
        postgres.destroy()
        shutil.rmtree(folder)


async def postmaster(url: str) -> int:
    """The process whose children are the server's backends."""
    connection = await asyncpg.connect(url)
    try:
        return parent_of(await connection.fetchval("SELECT pg_backend_pid()"))
    finally:
        await connection.close()


def available_addons() -> AvailableAddons:
    return load_available(Settings())


@asynccontextmanager
async def open_directory(servers: Machine, available: AvailableAddons) -> AsyncIterator[Directory]:
    directory = Directory(servers.directory_url, available, servers.folder / "data")
    await directory.open()
    try:
        yield directory
    finally:
        await directory.close()


@asynccontextmanager
async def company_and_app(servers: Machine) -> AsyncIterator[tuple[Company, ASGIApp]]:
    """A company at `HOST` with every add-on and nothing in it, and the web application, to be called in this process.

    The block runs inside the company, as the system. Requests leave no line in the log.
    """
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    available = available_addons()
    async with open_directory(servers, available) as directory:
        addons = tuple(available.manifests)
        company = await create_company(
            directory, "bench", title="Benchmark", hosts=(HOST,), addons=addons, admin_password=PASSWORD
        )
        with use_company(company), use_actor(SYSTEM):
            yield company, create_app(directory, Settings(data=directory.data))


@asynccontextmanager
async def one_company(servers: Machine) -> AsyncIterator[Company]:
    """The company alone."""
    async with company_and_app(servers) as (company, _app):
        yield company


def browser_of(app: ASGIApp, cookies: dict[str, str]) -> httpx.AsyncClient:
    """Asks the application in this process, without a network."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=f"http://{HOST}", cookies=cookies)


async def user_with(login: str, *roles: str) -> int:
    """A new user who has the roles of these keys (`sales`)."""
    rows = await fetch("SELECT id FROM guanxi_role WHERE key = ANY($1)", list(roles))
    assert len(rows) == len(roles), roles
    return await create_user(login, login, PASSWORD, roles=[row["id"] for row in rows])


async def cookies_of(user_id: int) -> dict[str, str]:
    """A browser's cookies in which this user is signed in."""
    return {"guanxi_session": (await open_session(user_id)).cookie}


async def medians(rounds: int, *measures: Callable[[], Awaitable[float]]) -> list[float]:
    """The median of each measure over rounds in which all take turns, since machines are noisy."""
    figures: list[list[float]] = [[] for _measure in measures]
    for _round in range(rounds):
        for found, measure in zip(figures, measures, strict=True):
            found.append(await measure())
    return [statistics.median(found) for found in figures]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of one round."""

    ours: float
    bare: float


async def rates(rounds: int, count: int, measure: Callable[[], Awaitable[Taken]]) -> tuple[float, float]:
    """How many a second, ours and bare, where one round does `count` of them: medians over the rounds."""
    taken = [await measure() for _round in range(rounds)]
    ours, bare = (statistics.median(seconds) for seconds in ([t.ours for t in taken], [t.bare for t in taken]))
    return count / ours, count / bare
