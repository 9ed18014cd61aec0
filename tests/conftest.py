"""Servers and databases for the tests. Every xdist worker runs its own PostgreSQL and Valkey."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from guanxi.db import EmbeddedPostgres, EmbeddedValkey, create_database, database_url, drop_database

TEMPLATE = "guanxi_empty"


@dataclass(frozen=True, slots=True)
class Servers:
    postgres_url: str
    redis_url: str


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """A PostgreSQL that does not care for power cuts, and a Valkey; both gone after the session."""
    directory = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
    directory.chmod(0o711)  # root's servers run as another user, who passes through
    postgres, valkey = (
        EmbeddedPostgres(directory / "postgres", durable=False),
        EmbeddedValkey(directory / "valkey"),
    )
    try:
        url = postgres.start()
        asyncio.run(create_database(url, TEMPLATE))
        yield Servers(url, valkey.start())
    finally:
        valkey.destroy()
        postgres.destroy()
        shutil.rmtree(directory)


@pytest.fixture
async def database(servers: Servers) -> AsyncIterator[str]:
    """The address of a fresh, empty database."""
    name = f"test_{uuid.uuid4().hex}"
    await create_database(servers.postgres_url, name, template=TEMPLATE)
    yield database_url(servers.postgres_url, name)
    await drop_database(servers.postgres_url, name)
