"""The company that the kernel's own tests work in: only the sample add-on, which knows no customers."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guanxi.addons import AvailableAddons, load_addons
from guanxi.company import Directory, create_company
from guanxi.context import SYSTEM, Actor, Company, use_actor, use_company
from guanxi.db import database_url
from guanxi.kernel import kernel_offer
from tests.conftest import ADMIN_PASSWORD, ROOT, Servers, directory_with

ActAs = Callable[..., Iterator[Actor]]


@pytest.fixture(scope="session")
def shop_addons() -> AvailableAddons:
    return load_addons(kernel_offer(), [ROOT / "tests" / "sample_addons"])


@pytest.fixture(scope="session")
def shop_template(servers: Servers, shop_addons: AvailableAddons) -> str:
    """The database of a company with the sample add-on, to copy."""

    async def make() -> None:
        data = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
        directory = Directory(database_url(servers.postgres_url, "shoptemplate"), shop_addons, data)
        await directory.open()
        try:
            await create_company(
                directory, "full", title="Shop", addons=("sample_shop",), admin_password=ADMIN_PASSWORD, locale="en"
            )
            await directory.forget("full")
        finally:
            await directory.close()
            shutil.rmtree(data)

    asyncio.run(make())
    return "shoptemplate_full"


@pytest.fixture
async def shop_directory(
    servers: Servers, shop_addons: AvailableAddons, shop_template: str, tmp_path: Path
) -> AsyncIterator[Directory]:
    url = database_url(servers.postgres_url, "shoptemplate")
    async with directory_with("shop", url, shop_addons, shop_template, tmp_path) as found:
        yield found


@pytest.fixture
async def shop(shop_directory: Directory) -> Company:
    return await shop_directory.by_name("shop")


@pytest.fixture
def in_shop(shop: Company) -> Iterator[Company]:
    with use_company(shop), use_actor(SYSTEM):
        yield shop


@contextmanager
def acting(id: int, *permissions: str) -> Iterator[Actor]:
    """A user with exactly these permissions."""
    with use_actor(Actor(kind="user", id=id, name=f"user {id}", permissions=frozenset(permissions))) as actor:
        yield actor
