from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from guanxi.db import Context, close_context, execute, open_context


@pytest.fixture
async def context(database: str) -> AsyncIterator[Context]:
    """A context on a fresh database with one table, `item`; enter it with `with context:`."""
    context = await open_context(database, {"sample": ["tests.kernel.db.sample"]})
    with context:
        await execute(
            "CREATE TABLE item (id bigserial PRIMARY KEY, name text UNIQUE, size int CHECK (size >= 0), data jsonb)"
        )
    yield context
    await close_context(context)
