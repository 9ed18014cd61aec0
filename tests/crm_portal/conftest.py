"""A company with the portal, and an add-on that shows something in it."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from guanxi.addons import AvailableAddons, load_addons
from guanxi.company import Directory, create_company
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import create_database, database_url, drop_database
from guanxi.kernel import kernel_offer
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.conftest import ADMIN_PASSWORD, ROOT, Servers
from tests.kernel.web.browser import Browser

SAMPLE = Path(__file__).resolve().parent / "sample_addons"


@pytest.fixture(scope="session")
def portal_addons() -> AvailableAddons:
    return load_addons(kernel_offer(), [ROOT / "modules", SAMPLE])


@pytest.fixture(scope="session")
def portal_template(servers: Servers, portal_addons: AvailableAddons) -> str:
    """The database of a company with the portal, to copy."""

    async def make() -> None:
        data = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
        directory = Directory(database_url(servers.postgres_url, "portaltemplate"), portal_addons, data)
        await directory.open()
        try:
            await create_company(
                directory,
                "full",
                title="Chunyi Climate",
                addons=("sample_notes",),
                admin_password=ADMIN_PASSWORD,
                locale="en",
            )
        finally:
            await directory.close()
            shutil.rmtree(data)

    asyncio.run(make())
    return "portaltemplate_full"


@pytest.fixture
async def portal_directory(
    servers: Servers, portal_addons: AvailableAddons, portal_template: str, tmp_path: Path
) -> AsyncIterator[Directory]:
    name = f"p{uuid.uuid4().hex[:12]}"
    directory = Directory(database_url(servers.postgres_url, name), portal_addons, tmp_path)
    await directory.open()
    await create_database(servers.postgres_url, f"{name}_portal", template=portal_template)
    await directory.adopt("portal", ("testserver",))
    yield directory
    await directory.close()
    await drop_database(servers.postgres_url, f"{name}_portal")
    await drop_database(servers.postgres_url, name)


@pytest.fixture
async def portal(portal_directory: Directory) -> Company:
    return await portal_directory.by_name("portal")


@pytest.fixture
def inside(portal: Company) -> Iterator[Company]:
    """The test runs inside the company, as the system."""
    with use_company(portal), use_actor(SYSTEM):
        yield portal


@pytest.fixture
def app(portal_directory: Directory) -> object:
    return create_app(portal_directory, Settings(data=portal_directory.data))


@pytest.fixture
async def phone(app: object, inside: Company) -> AsyncIterator[Browser]:
    """A customer's browser, not signed in."""
    async with Browser(app) as made:
        yield made
