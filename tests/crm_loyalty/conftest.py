"""Customers with points. The tests of a file share one company; each starts with empty tables."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from guanxi import clock, execute, fetch_value, transaction
from guanxi.addons import AvailableAddons
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import create_database, database_url, drop_database
from tests.conftest import Servers, Template

MakeCustomer = Callable[..., Awaitable[int]]
_TABLES = (
    "award",
    "check_in",
    "campaign_version",
    "campaign",
    "code",
    "request",
    "consumption",
    "voucher",
    "hold",
    "lot",
    "entry",
    "account",
    "tier_gift",
    "tier_change",
    "member",
    "reward",
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_directory(
    servers: Servers, available: AvailableAddons, company_template: Template
) -> AsyncIterator[Directory]:
    """Like `directory`, with sixteen connections to its company."""
    name = f"d{uuid.uuid4().hex[:12]}"
    folder = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
    found = Directory(database_url(servers.postgres_url, name), available, folder)
    await found.open()
    await create_database(servers.postgres_url, f"{name}_test", template=company_template.database)
    await found.adopt("test", ("testserver",))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUANXI_DB_POOL", "16")
        await found.by_name("test")
        yield found
    await found.close()
    await drop_database(servers.postgres_url, f"{name}_test")
    await drop_database(servers.postgres_url, name)
    shutil.rmtree(folder)


@pytest_asyncio.fixture(loop_scope="module")
async def shared_company(shared_directory: Directory) -> Company:
    """The company, with no customer and no account in it."""
    await shared_directory.by_name("test")
    company = await shared_directory.refresh("test")
    with use_company(company), use_actor(SYSTEM):
        async with transaction():
            await execute("SET LOCAL session_replication_role = replica")  # past the append-only triggers
            await execute(f"TRUNCATE {', '.join(f'crm_loyalty_{name}' for name in _TABLES)}")
            await execute("DELETE FROM crm_core_customer")
    return company


@pytest.fixture
def program(shared_company: Company) -> Iterator[Company]:
    """The test runs inside the shared company, as the system."""
    with use_company(shared_company), use_actor(SYSTEM):
        yield shared_company


_numbers = itertools.count(1)


@pytest.fixture
def make_customer(program: Company) -> MakeCustomer:
    """`await make_customer()` -> the id of a new customer, owned by nobody or by `owner_id`."""

    async def make(owner_id: int | None = None) -> int:
        return int(
            await fetch_value(
                "INSERT INTO crm_core_customer (revision, created_at, updated_at, code, kind, name, name_key,"
                " name_region, trade_name, name_business, legal_form, stage, country, phone, mobile, email, fax,"
                " website, address, postcode, tax_number, introduction, owner_id, trading, locale, archived)"
                " VALUES (1, $1, $1, $2, 'person', $2, $2, '', '', '', '', 'potential', 'CN', '', '', '', '', '', '',"
                " '', '', '', $3, false, 'zh_CN', false) RETURNING id",
                clock.now(),
                f"L{next(_numbers):05}",
                owner_id,
            )
        )

    return make


@pytest_asyncio.fixture(loop_scope="module")
async def customer(make_customer: MakeCustomer) -> int:
    return await make_customer()
