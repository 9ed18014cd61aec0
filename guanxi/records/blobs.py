"""Contents of files on disk, named by SHA-256: `<company's files>/ab/cdef…`. Written twice, it is one."""

from __future__ import annotations

import asyncio
import os
import re
import secrets
from hashlib import sha256
from pathlib import Path

from guanxi.context import current_company
from guanxi.errors import NotFound

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


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


async def read_blob(digest: str) -> bytes:
    """Raises NotFound."""
    try:
        return await asyncio.to_thread(blob_path(digest).read_bytes)
    except FileNotFoundError as error:
        raise NotFound() from error


def _write(path: Path, content: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)
    _sync_folder(path.parent.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
