"""A backup and the way back, on a real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from guanxi.auth.users import create_user
from guanxi.cli.backup import BrokenBackup, write_backup
from guanxi.cli.restore import restore_backup
from guanxi.company import Directory
from guanxi.company.errors import CompanyExists
from guanxi.context import SYSTEM, Company, use_actor, use_company
from guanxi.db import database_exists, drop_database, fetch, fetch_value, transaction
from guanxi.imports import start_import
from guanxi.jobs import run_pending
from guanxi.records import store_file
from guanxi.records.audit import seal, verify
from guanxi.records.blobs import read_blob


async def fill() -> str:
    """Some rows in the current company, and a file; returns the file's hash."""
    await create_user("sue", "春意", None)
    async with transaction():
        file = await store_file("guanxi/users", 1, "note.txt", "春意".encode())
    await seal()
    return str(file.sha256)


async def rows() -> list[tuple[object, ...]]:
    users = await fetch("SELECT login, name, password_hash FROM guanxi_user ORDER BY id")
    audit = await fetch("SELECT id, action, resource, label FROM guanxi_audit ORDER BY id")
    return [tuple(row) for row in (*users, *audit)]


async def test_what_comes_back_is_what_went(directory: Directory, inside: Company, tmp_path: Path) -> None:
    digest = await fill()
    job = await start_import("crm_core/customers", "c.csv", b"name\nWaiting\n")
    before = await rows()
    backup = tmp_path / "b.tar"
    written = await write_backup(inside, backup)
    assert (written.company, written.files) == ("test", 2)
    assert backup.stat().st_mode & 0o777 == 0o600
    await create_user("tom", "after the backup", None)

    await restore_backup(directory, backup, "copy", ("copy.test",))
    try:
        found = await directory.by_host("copy.test")
        assert found is not None and found.name == "copy"
        with use_company(found), use_actor(SYSTEM):
            assert await rows() == before
            assert await read_blob(digest) == "春意".encode()
            assert await verify() is None
            await run_pending()
            assert await fetch_value("SELECT state FROM guanxi_job WHERE id = $1", job) == "done"
            assert set(found.catalog.addons) == set(inside.catalog.addons)
            with pytest.raises(Exception, match=r"append|audit|change"):  # guarded there as well
                await fetch_value("DELETE FROM guanxi_audit RETURNING id")
    finally:
        await drop_database(directory.url, directory.database_of("copy"))


async def test_nothing_is_overwritten(directory: Directory, inside: Company, tmp_path: Path) -> None:
    backup = tmp_path / "b.tar"
    await write_backup(inside, backup)
    with pytest.raises(FileExistsError):
        await write_backup(inside, backup)
    with pytest.raises(CompanyExists):
        await restore_backup(directory, backup, "test", ())
    assert await fetch_value("SELECT count(*) FROM guanxi_user") == 1


async def test_a_failed_restore_leaves_nothing(directory: Directory, inside: Company, tmp_path: Path) -> None:
    await fill()
    backup = tmp_path / "b.tar"
    await write_backup(inside, backup)
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) // 2])
    with pytest.raises(BrokenBackup):
        await restore_backup(directory, backup, "copy", ())
    backup.write_bytes(content)
    with pytest.raises(CompanyExists):
        await restore_backup(directory, backup, "copy", ("testserver",))
    assert list(await directory.entries()) == ["test"]
    assert not await database_exists(directory.url, directory.database_of("copy"))
    assert not (directory.data / "files" / "copy").exists()
    assert not list(directory.data.glob(".restore-*"))


async def test_a_file_that_is_gone_is_told(inside: Company, tmp_path: Path) -> None:
    digest = await fill()
    (inside.files / digest[:2] / digest[2:]).unlink()
    with pytest.raises(BrokenBackup, match="is gone"):
        await write_backup(inside, tmp_path / "b.tar")
    assert not list(tmp_path.glob("*.tar")) and not list(tmp_path.glob(".backup-*"))
