"""Contents on disk last as long as something needs them."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import Any

import asyncpg

from guanxi import clock
from guanxi.context import Company, current_company, use_actor, use_company
from guanxi.db import execute, fetch_value, transaction
from guanxi.imports import start_import
from guanxi.imports.blobs import BACKUP_LOCK, DELETE_BLOBS
from guanxi.jobs import enqueue, run_pending
from guanxi.records import store_file
from guanxi.records.blobs import blob_path, write_blob
from tests.kernel.imports import support
from tests.kernel.imports.support import CLERK, csv_of

HOURS_OLD = 25


def age(hours: int = HOURS_OLD) -> None:
    """Everything on disk was written so long ago."""
    then = clock.now().timestamp() - hours * 3600
    for path in current_company().files.glob("*/*"):
        os.utime(path, (then, then))


def on_disk() -> set[str]:
    return {path.parent.name + path.name for path in current_company().files.glob("*/*")}


async def delete() -> Any:
    """What the job says that it did."""
    id = await enqueue(DELETE_BLOBS)
    await run_pending()
    return await fetch_value("SELECT result FROM guanxi_job WHERE id = $1", id)


async def test_what_nothing_names_goes_after_a_day(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        async with transaction():
            kept = (await store_file("sample/members", 1, "a.txt", b"kept")).sha256
        digest = await write_blob(b"an upload that was not imported")
        draft = blob_path(digest).with_name(f".{digest[2:]}.{'0' * 16}")
        draft.write_bytes(b"a crash")
        foreign = draft.with_name("README")
        foreign.write_bytes(b"not ours")
        age(23)
        assert await delete() == {"deleted": 0}
        age()
        assert await write_blob(b"an upload that was not imported") == digest
        assert await delete() == {"deleted": 0}
        age()
        assert await delete() == {"deleted": 1}
        assert on_disk() == {kept, foreign.parent.name + "README"}


async def test_a_backup_under_way_loses_nothing(company: Company) -> None:
    with use_company(company), use_actor(CLERK):
        digest = await write_blob(b"content")
        age()
        backup = await asyncpg.connect(company.database_url)
        try:
            await backup.execute("SELECT pg_advisory_lock_shared($1)", BACKUP_LOCK)
            assert await delete() == {"deleted": 0}
        finally:
            await backup.close()
        assert on_disk() == {digest}
        assert await delete() == {"deleted": 1}


async def test_an_import_keeps_what_it_needs(company: Company) -> None:
    content = csv_of("member,points", *(f"m{i},{'x' if i == 3 else i + 20}" for i in range(15)))
    write = support.SCORES.write

    async def dies_in_the_second_batch(rows: list[Any]) -> Any:
        if rows[0].number == 12:
            raise ConnectionResetError("gone")
        return await write(rows)

    object.__setattr__(support.SCORES, "write", dies_in_the_second_batch)
    try:
        with use_company(company), use_actor(CLERK):
            id = await start_import("sample/scores", "s.csv", content)
            await run_pending()
            age()
            assert await delete() == {"deleted": 0}
            upload = sha256(content).hexdigest()
            assert upload in on_disk() and len(on_disk()) == 2
            object.__setattr__(support.SCORES, "write", write)
            await execute("UPDATE guanxi_job SET run_at = now() WHERE id = $1", id)
            await run_pending()
            result = await fetch_value("SELECT result FROM guanxi_job WHERE id = $1", id)
            age()
            assert await delete() == {"deleted": 1}
            assert on_disk() == {upload, result["rejected"]}
            await execute("DELETE FROM guanxi_job WHERE id = $1", id)
            assert await delete() == {"deleted": 2}
    finally:
        object.__setattr__(support.SCORES, "write", write)
