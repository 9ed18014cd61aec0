"""The company that the tests of receivables share, emptied for each test; the policies of the seed stay."""

from __future__ import annotations

import pytest_asyncio

from guanxi import execute
from guanxi.context import SYSTEM, Company, use_actor, use_company
from tests.crm_receivables.conftest import company, directory, inside

__all__ = ["company", "directory", "inside"]


@pytest_asyncio.fixture(autouse=True, loop_scope="module")
async def no_mails(company: Company) -> None:
    with use_company(company), use_actor(SYSTEM):
        for table in ("mail", "todo", "notification", "file"):
            await execute(f"DELETE FROM guanxi_{table}")
