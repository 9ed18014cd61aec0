"""Backups: one tar file with a manifest, a dump of the company's database and the contents of its files.

The dump and the list of files come from one snapshot of the database. Contents never change once written, and while
this works none is deleted, so copying them after the dump loses nothing. Restoring trusts nothing in the archive: only
the names that a backup has are taken, each once, and their contents must have the hashes that the manifest or their
name says.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import os
import re
import tarfile
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

import asyncpg
import msgspec

from guanxi import __version__, clock
from guanxi.cli.postgres import dump_database
from guanxi.context import Company
from guanxi.errors import ConfigurationError
from guanxi.i18n import _
from guanxi.imports.blobs import BACKUP_LOCK, NEEDED

FORMAT = 1
MANIFEST, DUMP = "manifest.json", "database.dump"
_FILE = re.compile(r"files/([0-9a-f]{64})", re.ASCII)
_CHUNK = 1 << 20
_MANIFEST_LIMIT = 1 << 20


class BrokenBackup(ConfigurationError):
    code = "broken_backup"
    message = _("This is not a whole backup: {cause}")


class Manifest(msgspec.Struct, frozen=True):
    format: int
    company: str
    title: str
    at: datetime
    version: str
    """of Guanxi"""
    addons: dict[str, str]
    """versions by name, of add-ons with tables"""
    dump_sha256: str
    files: int


async def write_backup(company: Company, out: Path) -> Manifest:
    """Writes `out`, whole or not at all. Raises FileExistsError, and BrokenBackup where a file is gone."""
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=out.parent) as scratch:
        dump, draft = Path(scratch, DUMP), Path(scratch, "backup.tar")
        async with _nothing_deleted(company.database_url):
            addons, digests = await _dump(company.database_url, dump)
            manifest = Manifest(
                FORMAT,
                company.name,
                company.title,
                clock.now(),
                __version__,
                addons,
                await asyncio.to_thread(_digest_of, dump),
                len(digests),
            )
            await asyncio.to_thread(_pack, draft, manifest, dump, company.files, digests)
        os.link(draft, out)  # fails where another backup has taken the name meanwhile
    return manifest


@asynccontextmanager
async def _nothing_deleted(database_url: str) -> AsyncIterator[None]:
    connection = await asyncpg.connect(database_url)
    try:
        await connection.execute("SELECT pg_advisory_lock_shared($1)", BACKUP_LOCK)
        yield
    finally:
        await connection.close()


async def _dump(database_url: str, path: Path) -> tuple[dict[str, str], list[str]]:
    """Dumps the database; returns the add-ons and the hashes of the files that this very state names."""
    connection = await asyncpg.connect(database_url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            snapshot = await connection.fetchval("SELECT pg_export_snapshot()")
            addons = await connection.fetch("SELECT name, version FROM guanxi_addon ORDER BY name")
            files = await connection.fetch(f"{NEEDED} ORDER BY 1")
            await dump_database(database_url, path, snapshot)
    finally:
        await connection.close()
    return {row["name"]: row["version"] for row in addons}, [row["sha256"] for row in files]


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(draft: Path, manifest: Manifest, dump: Path, files: Path, digests: list[str]) -> None:
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as output:
        with tarfile.open(fileobj=output, mode="w", format=tarfile.PAX_FORMAT) as archive:
            head = msgspec.json.format(msgspec.json.encode(manifest))
            _add(archive, MANIFEST, io.BytesIO(head), len(head))
            for name, path in ((DUMP, dump), *((f"files/{d}", files / d[:2] / d[2:]) for d in digests)):
                try:
                    with path.open("rb") as content:
                        _add(archive, name, content, path.stat().st_size)
                except FileNotFoundError as error:
                    raise BrokenBackup(cause=f"{path} is gone") from error
        output.flush()
        os.fsync(output.fileno())


def _add(archive: tarfile.TarFile, name: str, content: IO[bytes], size: int) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = size, 0o600, int(clock.now().timestamp())
    archive.addfile(info, content)


def unpack(backup: Path, dump: Path, files: Path) -> Manifest:
    """Writes the dump and the contents to these places, and checks every hash. Raises BrokenBackup."""
    try:
        with tarfile.open(backup, "r:") as archive:
            members = iter(archive)
            manifest = _read_manifest(archive, next(members, None))
            seen: set[str] = set()
            for name, content in _contents(archive, members):
                if name in seen:
                    raise BrokenBackup(cause=f"{name} is there twice")
                seen.add(name)
                wanted = manifest.dump_sha256 if name == DUMP else name.removeprefix("files/")
                _store(content, dump if name == DUMP else files / wanted[:2] / wanted[2:], wanted)
    except (tarfile.TarError, EOFError) as error:
        raise BrokenBackup(cause=str(error)) from error
    if DUMP not in seen or len(seen) != manifest.files + 1:
        raise BrokenBackup(cause=f"{manifest.files + 1 - len(seen)} parts are missing")
    return manifest


def _read_manifest(archive: tarfile.TarFile, member: tarfile.TarInfo | None) -> Manifest:
    content = archive.extractfile(member) if member is not None and member.isreg() else None
    if member is None or content is None or member.name != MANIFEST or member.size > _MANIFEST_LIMIT:
        raise BrokenBackup(cause=f"it does not begin with {MANIFEST}")
    try:
        manifest = msgspec.json.decode(content.read(), type=Manifest)
    except msgspec.MsgspecError as error:
        raise BrokenBackup(cause=f"{MANIFEST}: {error}") from error
    if manifest.format != FORMAT:
        raise BrokenBackup(cause=f"its format is {manifest.format}, this Guanxi reads {FORMAT}")
    return manifest


def _contents(archive: tarfile.TarFile, members: Iterator[tarfile.TarInfo]) -> Iterator[tuple[str, IO[bytes]]]:
    for member in members:
        content = archive.extractfile(member) if member.isreg() else None
        if content is None or not (member.name == DUMP or _FILE.fullmatch(member.name)):
            raise BrokenBackup(cause=f"{member.name[:100]!r} does not belong into it")
        yield member.name, content


def _store(content: IO[bytes], path: Path, digest: str) -> None:
    """Raises BrokenBackup where the content has another hash; then nothing is left at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    with path.open("xb") as output:
        while chunk := content.read(_CHUNK):
            found.update(chunk)
            output.write(chunk)
        output.flush()
        os.fsync(output.fileno())
    if found.hexdigest() != digest:
        path.unlink()
        raise BrokenBackup(cause=f"the contents of {path.name} are damaged")
