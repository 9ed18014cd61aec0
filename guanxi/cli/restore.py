"""Making a company from a backup."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

from guanxi.cli.backup import DUMP, Manifest, unpack
from guanxi.cli.postgres import restore_database
from guanxi.company import Directory, upgrade
from guanxi.company.errors import CompanyExists
from guanxi.context import use_company
from guanxi.db import create_database, database_exists, drop_database


async def restore_backup(directory: Directory, backup: Path, name: str, hosts: tuple[str, ...]) -> Manifest:
    """A new company `name` from `backup`, its tables brought up to this code.

    Nothing that exists is overwritten: raises CompanyExists where the name, its database or its files are
    there, and BrokenBackup. After any error nothing of it is left.
    """
    files = directory.data / "files" / name
    database = directory.database_of(name)
    if name in await directory.entries() or files.exists() or await database_exists(directory.url, database):
        raise CompanyExists(name=name[:50])
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=directory.data) as scratch:
        dump, contents = Path(scratch, DUMP), Path(scratch, "files")
        manifest = await asyncio.to_thread(unpack, backup, dump, contents)
        url = await create_database(directory.url, database)
        try:
            await asyncio.to_thread(_move, contents, files)
            await restore_database(url, dump)
            await directory.adopt(name, hosts)
            with use_company(await directory.by_name(name)):
                await upgrade(directory.available)
        except BaseException:
            await directory.forget(name)
            await drop_database(directory.url, database)
            await asyncio.to_thread(shutil.rmtree, files, ignore_errors=True)
            raise
    return manifest


def _move(contents: Path, files: Path) -> None:
    """Into place, under the names that the company's files have; a backup may have none."""
    contents.mkdir(exist_ok=True)
    files.parent.mkdir(parents=True, exist_ok=True)
    contents.rename(files)
