"""What hangs on records besides their own fields: notes, to-dos, files, notifications, mails, and their history."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from guanxi.db import execute, fetch, transaction
from guanxi.records.audit import audit
from guanxi.records.redaction import redact

_HELD = {
    "notes": "SELECT created_at AS at, text FROM guanxi_note WHERE resource = $1 AND record_id = ANY($2) ORDER BY id",
    "todos": "SELECT created_at AS at, title, due_on, done_at FROM guanxi_todo"
    " WHERE resource = $1 AND record_id = ANY($2) ORDER BY id",
    "files": "SELECT created_at AS at, name, size FROM guanxi_file WHERE resource = $1 AND record_id = ANY($2)"
    " ORDER BY id",
}
_GONE = (
    "DELETE FROM guanxi_note WHERE resource = $1 AND record_id = ANY($2)",
    "DELETE FROM guanxi_file WHERE resource = $1 AND record_id = ANY($2)",
    "DELETE FROM guanxi_external_key WHERE resource = $1 AND record_id = ANY($2)",
    "DELETE FROM guanxi_notification WHERE href = ANY(SELECT '/' || $1 || '/' || id FROM unnest($2::bigint[]) AS id)",
)


async def traces_of(resource: str, record_ids: Collection[int]) -> dict[str, list[dict[str, Any]]]:
    """Rows by `notes todos files` of records that the caller has been allowed to read."""
    return {name: [dict(row) for row in await fetch(sql, resource, list(record_ids))] for name, sql in _HELD.items()}


async def erase_traces(resource: str, record_ids: Collection[int]) -> None:
    """Deletes what hangs on the records, and blanks their history in the audit log. It cannot be undone.

    The contents of files go from the disk by the daily job.
    """
    async with transaction():
        for sql in _GONE:
            await execute(sql, resource, list(record_ids))
        todos = await fetch(
            "DELETE FROM guanxi_todo WHERE resource = $1 AND record_id = ANY($2) RETURNING id",
            resource,
            list(record_ids),
        )
        await redact("guanxi/todos", [row["id"] for row in todos])
        await redact(resource, record_ids)


async def mails_to(addresses: Collection[str]) -> list[dict[str, Any]]:
    rows = await fetch(
        'SELECT created_at AS at, "to", subject, text FROM guanxi_mail WHERE lower("to") = ANY($1::text[]) ORDER BY id',
        [address.lower() for address in addresses],
    )
    return [dict(row) for row in rows]


async def erase_mails(addresses: Collection[str]) -> None:
    """Empties the mails to these addresses, attachments too; those that still wait are not sent any more."""
    async with transaction():
        rows = await fetch(
            "UPDATE guanxi_mail SET \"to\" = '', to_name = '', subject = '***', text = '', secret_text = NULL,"
            " html = '', state = CASE WHEN state IN ('waiting', 'sending') THEN 'failed' ELSE state END,"
            " error = '', revision = revision + 1 WHERE lower(\"to\") = ANY($1::text[]) RETURNING id",
            [address.lower() for address in addresses if address],
        )
        if rows:
            ids = [row["id"] for row in rows]
            await execute("DELETE FROM guanxi_file WHERE resource = 'guanxi/mails' AND record_id = ANY($1)", ids)
            await redact("guanxi/mails", ids)
            await audit("erase", "guanxi/mails", None, after={"count": len(rows)})
