from __future__ import annotations

import uuid

import asyncpg
import pytest

from guanxi.db import (
    Context,
    create_database,
    database_exists,
    database_url,
    drop_database,
    execute,
    fetch,
    fetch_value,
)
from guanxi.errors import ConfigurationError
from tests.conftest import Servers


async def test_databases_come_and_go(servers: Servers) -> None:
    name = f"test_{uuid.uuid4().hex}"
    url = await create_database(servers.postgres_url, name)
    assert url == database_url(servers.postgres_url, name)
    assert await database_exists(servers.postgres_url, name)
    with pytest.raises(asyncpg.DuplicateDatabaseError):
        await create_database(servers.postgres_url, name)
    connection = await asyncpg.connect(url)
    await drop_database(servers.postgres_url, name)
    assert not await database_exists(servers.postgres_url, name)
    await connection.close()
    await drop_database(servers.postgres_url, name)


@pytest.mark.parametrize("name", ["", 'a"b', "a b", "Ab", "名", "a" * 64, "1a"])
async def test_names_are_checked(servers: Servers, name: str) -> None:
    with pytest.raises(ConfigurationError):
        await create_database(servers.postgres_url, name)


async def test_a_trigram_index_finds_chinese_names(context: Context) -> None:
    with context:
        await execute("INSERT INTO item (name) SELECT '客户' || n || '号贸易公司' FROM generate_series(1, 30000) AS n")
        await execute("INSERT INTO item (name) VALUES ('上海春意空调有限公司')")
        await execute("CREATE INDEX item_name ON item USING gin (name gin_trgm_ops)")
        await execute("ANALYZE item")
        query = "SELECT name FROM item WHERE name ILIKE '%春意空调%'"
        assert await fetch_value(query) == "上海春意空调有限公司"
        plan = "\n".join(row[0] for row in await fetch(f"EXPLAIN {query}"))
        assert "Bitmap Index Scan on item_name" in plan
        assert await fetch_value("SELECT lower('É') = 'é' AND 'é' ~ '^\\w$'")
