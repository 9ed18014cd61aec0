from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from guanxi.auth import ensure_roles, use_redis
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import close_context, execute, open_context
from tests.kernel.auth.sample import MODELS, make_company


@pytest.fixture
async def company(database: str, tmp_path: Path) -> AsyncIterator[Company]:
    """A company with the kernel's tables and the roles of its add-on `shop`; not entered."""
    context = await open_context(database, {"guanxi": MODELS})
    made = make_company(database, context, tmp_path)
    with use_company(made), use_actor(SYSTEM):
        await context.generate_schemas()
        await execute(
            "INSERT INTO guanxi_company (id, revision, title, zone, currency, locale, color, logo, greeted)"
            " VALUES (1, 1, 'Test', 'Asia/Shanghai', 'CNY', 'en', '', '', false)"
        )
        await ensure_roles(made.catalog)
    yield made
    await close_context(context)


@pytest.fixture
def inside(company: Company) -> Iterator[Company]:
    """The company, entered, with the system as the actor."""
    with use_company(company), use_actor(SYSTEM):
        yield company


@pytest.fixture(autouse=True)
def without_redis() -> Iterator[None]:
    use_redis(None)
    yield
    use_redis(None)
