"""Servers and databases for the tests. Every xdist worker runs its own PostgreSQL and Valkey."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from guanxi.addons import AvailableAddons, load_addons
from guanxi.company import Directory, create_company, removal
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import EmbeddedPostgres, EmbeddedValkey, create_database, database_url, drop_database
from guanxi.kernel import kernel_offer

settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")  # a machine that others work on, too, may be slow at any moment

TEMPLATE = "guanxi_empty"
ROOT = Path(__file__).resolve().parent.parent
ADMIN_PASSWORD = "correct horse battery staple"


@dataclass(frozen=True, slots=True)
class Servers:
    postgres_url: str
    redis_url: str


def _fast_folder() -> str | None:
    """Memory, where the system has enough of it as a folder: copying a template takes a tenth of the time."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 4 * 2**30
    return str(memory) if roomy else None


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """A PostgreSQL that does not care for power cuts, and a Valkey; both gone after the session."""
    directory = Path(tempfile.mkdtemp(prefix="guanxi-tests-", dir=_fast_folder()))
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


@pytest.fixture(autouse=True)
def removals_need_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test is the only process of its companies."""
    monkeypatch.setattr(removal, "SETTLE_SECONDS", 0.0)


@pytest.fixture
async def database(servers: Servers) -> AsyncIterator[str]:
    """The address of a fresh, empty database."""
    name = f"test_{uuid.uuid4().hex}"
    await create_database(servers.postgres_url, name, template=TEMPLATE)
    yield database_url(servers.postgres_url, name)
    await drop_database(servers.postgres_url, name)


@pytest.fixture(scope="session")
def available() -> AvailableAddons:
    """The kernel and all add-ons of `modules/`."""
    return load_addons(kernel_offer(), [ROOT / "modules"])


@dataclass(frozen=True, slots=True)
class Template:
    """A company with every add-on enabled, to copy."""

    database: str


@pytest.fixture(scope="session")
def company_template(servers: Servers, available: AvailableAddons) -> Template:
    async def make() -> None:
        data = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
        directory = Directory(database_url(servers.postgres_url, "template"), available, data)
        await directory.open()
        try:
            await create_company(
                directory,
                "full",
                title="Template",
                addons=tuple(available.manifests),
                admin_password=ADMIN_PASSWORD,
                locale="en",
            )
            await directory.forget("full")
        finally:
            await directory.close()
            shutil.rmtree(data)

    asyncio.run(make())
    return Template("template_full")


@pytest.fixture
async def directory(
    servers: Servers, available: AvailableAddons, company_template: Template, tmp_path: Path
) -> AsyncIterator[Directory]:
    """A directory with the company `test` at host `testserver`, every add-on enabled, nothing in it."""
    url = database_url(servers.postgres_url, "template")
    async with directory_with("test", url, available, company_template.database, tmp_path) as found:
        yield found


@asynccontextmanager
async def directory_with(
    name: str, url: str, available: AvailableAddons, template: str, data: Path
) -> AsyncIterator[Directory]:
    """A directory whose one company is a copy of `template`; all companies made in it are gone afterwards."""
    directory = Directory(url, available, data)
    await directory.open()
    await create_database(url, directory.database_of(name), template=template)
    await directory.adopt(name, ("testserver",))
    try:
        yield directory
    finally:
        made = list((await directory.entries()).values())
        for entry in made:
            await directory.forget(entry.name)
        await directory.close()
        for entry in made:
            await drop_database(url, entry.database)


@pytest.fixture
async def company(directory: Directory) -> Company:
    """The company `test`. Enter it by the fixture `inside`, or `use_company(company)`."""
    return await directory.by_name("test")


@pytest.fixture
def inside(company: Company) -> Iterator[Company]:
    """The test runs inside the company, as the system."""
    with use_company(company), use_actor(SYSTEM):
        yield company
