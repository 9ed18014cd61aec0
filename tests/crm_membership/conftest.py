"""Customers who buy memberships. The tests of a file share one company; each starts with empty tables."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from guanxi import execute, fetch, transaction
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.settings import Settings
from guanxi.web import create_app
from tests.crm_loyalty.conftest import make_customer, shared_directory
from tests.kernel.web.browser import Browser

__all__ = ["make_customer", "shared_directory"]
_KEPT = "^crm_(loyalty_(rule|tier|tier_program|point_type)|core_term|contracts_(type|template.*|clause.*)|.*_key)$"


@pytest_asyncio.fixture(loop_scope="module")
async def shared_company(shared_directory: Directory) -> Company:
    """The company, with its tiers, and no customer or anything of one in it."""
    await shared_directory.by_name("test")
    company = await shared_directory.refresh("test")
    with use_company(company), use_actor(SYSTEM):
        rows = await fetch(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^crm_' AND relname !~ $1", _KEPT
        )
        async with transaction():
            await execute("SET LOCAL session_replication_role = replica")  # past the append-only triggers
            await execute(f"TRUNCATE {', '.join(row['relname'] for row in rows)}, guanxi_job")
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
