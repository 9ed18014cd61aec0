"""Contents of files on disk, named by SHA-256: `<company's files>/ab/cdef…`. Written twice, it is one.

Contents that no row names any more are deleted once they are old. Writing one that is there makes it young again, so
that it lasts until the writer's transaction has named it.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from guanxi.context import current_company
from guanxi.errors import NotFound

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DRAFT = re.compile(r"\.[0-9a-f]{62}\.[0-9a-f]{16}", re.ASCII)


def blob_path(digest: str) -> Path:
    """Where the content lies. Raises NotFound for what is not a hash: no other name reaches the disk."""
    if not _HASH.fullmatch(digest):
        raise NotFound()
    return current_company().files / digest[:2] / digest[2:]


async def write_blob(content: bytes) -> str:
    """Returns the hash once the content is safe on disk. A rollback leaves an unnamed file."""
    digest = sha256(content).hexdigest()
    await asyncio.to_thread(_write, blob_path(digest), content)
    return digest


async def keep_blob(source: Path) -> str:
    """Returns the hash of the file's content once that is safe on disk, of any size. The file stays where it is."""
    with source.open("rb") as file:
        digest = (await asyncio.to_thread(file_digest, file, "sha256")).hexdigest()
    await asyncio.to_thread(_write, blob_path(digest), source)
    return digest


async def read_blob(digest: str) -> bytes:
    """Raises NotFound."""
    try:
        return await asyncio.to_thread(blob_path(digest).read_bytes)
    except FileNotFoundError as error:
        raise NotFound() from error


def _write(path: Path, content: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path.parent, fcntl.LOCK_SH):
        if path.exists():
            os.utime(path)
            return
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        try:
            with draft.open("xb") as file:
                if isinstance(content, Path):
                    with content.open("rb") as source:
                        shutil.copyfileobj(source, file)
                else:
                    file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    sync_folder(path.parent)
    sync_folder(path.parent.parent)


def sync_folder(folder: Path) -> None:
    """New names in the folder are safe on disk afterwards."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    """Shared for writers, exclusive for who deletes."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class BlobFolder:
    """The contents whose hashes begin alike. Times are seconds since 1970."""

    path: Path

    def older_than(self, before: float) -> set[str]:
        """The hashes of what was last written before then. Drafts as old, which a crash left, are deleted."""
        found: set[str] = set()
        with _locked(self.path, fcntl.LOCK_EX), os.scandir(self.path) as entries:
            for entry in entries:
                digest = self.path.name + entry.name
                if entry.stat().st_mtime >= before:
                    continue
                if _HASH.fullmatch(digest):
                    found.add(digest)
                elif _DRAFT.fullmatch(entry.name):
                    Path(entry).unlink(missing_ok=True)
        return found

    def delete(self, digests: Set[str], before: float) -> int:
        """Deletes those of them that were not written again; how many."""
        paths = [self.path / digest[2:] for digest in digests]
        with _locked(self.path, fcntl.LOCK_EX):
            old = [path for path in paths if path.stat().st_mtime < before]
            for path in old:
                path.unlink()
        return len(old)


def blob_folders(files: Path) -> list[BlobFolder]:
    """Those in the folder of a company's files."""
    return [BlobFolder(path) for path in sorted(files.glob("[0-9a-f][0-9a-f]"))]
