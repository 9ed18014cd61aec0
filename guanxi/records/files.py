"""Files that belong to records: contents by hash on disk, one row for each, readable by whoever may read the record."""

from __future__ import annotations

import mimetypes
import secrets
import unicodedata

from guanxi.context import author_id, current_company
from guanxi.db import execute, fetch, fetch_row, transaction
from guanxi.errors import Conflict, InvalidInput, NotFound, PayloadTooLarge
from guanxi.i18n import _
from guanxi.records.audit import audit
from guanxi.records.blobs import read_blob, write_blob
from guanxi.records.models import StoredFile
from guanxi.records.reading import get
from guanxi.records.rules import require_write

MAX_FILE = 20 * 1024 * 1024


def _clean_name(name: str) -> str:
    """A name to show and to offer for saving; never used on our disk."""
    name = unicodedata.normalize("NFC", name[-2000:]).replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in name if char.isprintable() and char not in '"<>|?*:')[-255:].strip()


async def store_file(resource_key: str, record_id: int, name: str, content: bytes) -> StoredFile:
    """Keep a file with a record, in the caller's transaction. The caller has checked the right to write there."""
    if len(content) > MAX_FILE:
        raise PayloadTooLarge()
    clean = _clean_name(name)
    if not clean or not content:
        raise InvalidInput({"file": _("Choose a file with a name and contents.")})
    digest = await write_blob(content)
    row = await fetch_row(
        "INSERT INTO guanxi_file (token, sha256, size, name, mime, resource, record_id, created_at, created_by_id)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, now(), $8) RETURNING *",
        secrets.token_hex(16),
        digest,
        len(content),
        clean,
        (mimetypes.guess_type(clean)[0] or "application/octet-stream")[:100],
        resource_key,
        record_id,
        author_id(),
    )
    assert row is not None
    await audit("attach", resource_key, record_id, after={"file": clean, "sha256": digest})
    return StoredFile._init_from_db(**row)


async def read_file(token: str) -> tuple[StoredFile, bytes]:
    """A file and its contents, if the actor may read the record it belongs to. Raises NotFound."""
    row = await fetch_row("SELECT * FROM guanxi_file WHERE token = $1", token[:32])
    if row is None:
        raise NotFound()
    file = StoredFile._init_from_db(**row)
    resource = current_company().catalog.resources.get(file.resource)
    if resource is None:
        raise NotFound()
    await get(resource.model, file.record_id)
    return file, await read_blob(file.sha256)


async def delete_file(token: str) -> StoredFile:
    """Takes a file from a record that the actor may change; the contents go from the disk later.

    Raises NotFound, Forbidden, and Conflict where the record's state forbids changes.
    """
    async with transaction():
        row = await fetch_row("SELECT * FROM guanxi_file WHERE token = $1 FOR UPDATE", token[:32])
        resource = current_company().catalog.resources.get(row["resource"]) if row is not None else None
        if row is None or resource is None:
            raise NotFound()
        file = StoredFile._init_from_db(**row)
        record = await get(resource.model, file.record_id)
        require_write(resource, "update")
        if not resource.editable(record):
            raise Conflict(_("In this state the record cannot be changed any more."))
        await execute("DELETE FROM guanxi_file WHERE id = $1", file.id)
        await audit("detach", file.resource, file.record_id, before={"file": file.name, "sha256": file.sha256})
    return file


async def files_of(resource_key: str, record_id: int) -> list[StoredFile]:
    """The files of a record that the caller has already been allowed to read, newest first."""
    rows = await fetch(
        "SELECT * FROM guanxi_file WHERE resource = $1 AND record_id = $2 ORDER BY id DESC LIMIT 200",
        resource_key,
        record_id,
    )
    return [StoredFile._init_from_db(**row) for row in rows]
