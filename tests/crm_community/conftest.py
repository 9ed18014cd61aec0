"""Clubs with customers in them. The tests of a file share one company; each starts with empty tables."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from guanxi import execute, transaction
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.crm_loyalty.conftest import make_customer, shared_directory
from tests.kernel.web.browser import Browser

__all__ = ["make_customer", "shared_directory"]
_TABLES = ("report", "post", "topic", "member", "profile", "club")
_LOYALTY = ("consumption", "entry", "lot", "account", "member")


@pytest_asyncio.fixture(loop_scope="module")
async def shared_company(shared_directory: Directory) -> Company:
    """The company, with no customer and no club in it."""
    await shared_directory.by_name("test")
    company = await shared_directory.refresh("test")
    with use_company(company), use_actor(SYSTEM):
        async with transaction():
            await execute("SET LOCAL session_replication_role = replica")  # past the triggers that keep rows
            await execute(f"TRUNCATE {', '.join(f'crm_community_{name}' for name in _TABLES)}, crm_core_merge_moved")
            for name in _LOYALTY:
                await execute(f"DELETE FROM crm_loyalty_{name}")
            for name in ("contact_point", "contact", "merge", "customer"):
                await execute(f"DELETE FROM crm_core_{name}")
            await execute("DELETE FROM guanxi_notification")
    return company


@pytest.fixture
def program(shared_company: Company) -> Iterator[Company]:
    """The test runs inside the shared company, as the system."""
    with use_company(shared_company), use_actor(SYSTEM):
        yield shared_company


@pytest_asyncio.fixture(loop_scope="module")
async def browser(shared_directory: Directory, program: Company) -> AsyncIterator[Browser]:
    async with Browser(create_app(shared_directory, Settings(data=shared_directory.data))) as found:
        yield found
