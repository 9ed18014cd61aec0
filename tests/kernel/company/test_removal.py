"""Removing an add-on: what its archive holds."""

from __future__ import annotations

import json
import time
import zipfile

import pytest

from guanxi.addons import AvailableAddons
from guanxi.company import Directory, disable, removal, remove
from guanxi.context import Company
from guanxi.db import count_statements, execute, fetch, fetch_value

NAME = 'a "quote", a \\ back\\nslash, a tab\t, two\nlines, \x01\x02 春意'


async def test_the_archive_holds_every_row_as_it_was(in_shop: Company, shop_addons: AvailableAddons) -> None:
    await execute(
        "INSERT INTO sample_shop_shop (revision, created_at, updated_at, name)"
        " SELECT 1, now(), now(), $1 || n FROM generate_series(1, 12000) n",
        NAME,
    )
    rows = await fetch("SELECT to_jsonb(t) AS row FROM sample_shop_shop t ORDER BY id")
    await disable(shop_addons, "sample_shop")
    with count_statements() as statements:
        archive = await remove(shop_addons, "sample_shop")
    assert sum("sample_shop_shop" in sql and "to_jsonb" in sql for sql in statements.sql) == 1, "read once"
    assert await fetch_value("SELECT to_regclass('sample_shop_shop')") is None
    assert archive.parent.stat().st_mode & 0o077 == 0
    assert [path.name for path in archive.parent.iterdir()] == [archive.name]
    with zipfile.ZipFile(archive) as content:
        manifest = json.loads(content.read("manifest.json"))
        lines = content.read("sample_shop_shop.jsonl").decode().splitlines()
    assert manifest["tables"]["sample_shop_shop"] == len(rows) == len(lines)
    assert sorted((json.loads(line) for line in lines), key=lambda row: row["id"]) == [row["row"] for row in rows]


async def test_waits_until_every_process_knows(
    shop_directory: Directory, in_shop: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removal, "SETTLE_SECONDS", 0.5)
    available = shop_directory.available
    await disable(available, "sample_shop")
    start = time.monotonic()
    await remove(available, "sample_shop")
    assert time.monotonic() - start >= 0.4
