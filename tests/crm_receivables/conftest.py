"""The tests of a file share one company with sixteen connections and more; each starts with empty tables."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from guanxi import execute, fetch, transaction
from guanxi.addons import AvailableAddons
from guanxi.company import Directory
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import create_database, database_url, drop_database
from guanxi.i18n import load_catalogues
from tests.conftest import Servers, Template

_PREFIXES = "^crm_"
_KEPT = (
    "^(crm_loyalty_(rule|tier|point_type)|crm_collection_(policy|level|level_fee)|crm_core_term"
    "|crm_contracts_(type|template.*|clause.*)|crm_pay_link_key)$"
)
_KERNEL = ("guanxi_number_series", "guanxi_job", "guanxi_audit", "guanxi_audit_seal", "guanxi_audit_unsealed")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def directory(
    servers: Servers, available: AvailableAddons, company_template: Template
) -> AsyncIterator[Directory]:
    load_catalogues(offer.folder / "locale" for offer in available.offers.values())  # others may have loaded theirs
    name = f"d{uuid.uuid4().hex[:12]}"
    folder = Path(tempfile.mkdtemp(prefix="guanxi-tests-"))
    found = Directory(database_url(servers.postgres_url, name), available, folder)
    await found.open()
    await create_database(servers.postgres_url, f"{name}_test", template=company_template.database)
    await found.adopt("test", ("testserver",))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUANXI_DB_POOL", "20")
        await found.by_name("test")
    yield found
    await found.close()
    await drop_database(servers.postgres_url, f"{name}_test")
    await drop_database(servers.postgres_url, name)
    shutil.rmtree(folder)


@pytest_asyncio.fixture(loop_scope="module")
async def company(directory: Directory) -> Company:
    """The company, with no customer and nothing that hangs on one."""
    company = await directory.by_name("test")
    with use_company(company), use_actor(SYSTEM):
        rows = await fetch(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ $1 AND relname !~ $2", _PREFIXES, _KEPT
        )
        tables = [*(row["relname"] for row in rows), *_KERNEL]
        async with transaction():
            await execute("SET LOCAL session_replication_role = replica")  # past the append-only triggers
            await execute(f"TRUNCATE {', '.join(tables)}")
            await execute("DELETE FROM guanxi_user WHERE NOT administrator")
    return company


@pytest.fixture
def inside(company: Company) -> Iterator[Company]:
    with use_company(company), use_actor(SYSTEM):
        yield company
