"""The job that reads what has changed."""

from __future__ import annotations

from typing import Any

from guanxi.context import current_company
from guanxi.db import execute, fetch, transaction
from guanxi.declare.full_text import FullText
from guanxi.declare.jobs import Job, Schedule
from guanxi.declare.resources import Resource
from guanxi.documents import DocumentError, DocumentTimeout, read_text
from guanxi.errors import NotFound
from guanxi.fulltext.grams import grams, tidy
from guanxi.i18n import _
from guanxi.jobs import Run
from guanxi.records.blobs import read_blob
from guanxi.records.sql import column_of, table_of

RECORDS, FILES = 200, 20
"""read in one transaction"""
_CHANGED = """
SELECT t.id, t.revision FROM {table} t
LEFT JOIN guanxi_text x ON x.resource = $1 AND x.record_id = t.id AND x.file_id IS NULL
WHERE x.revision IS DISTINCT FROM t.revision ORDER BY t.id LIMIT $2
"""
_GONE = """
DELETE FROM guanxi_text x WHERE x.resource = $1 AND NOT EXISTS (SELECT FROM {table} t WHERE t.id = x.record_id)
"""
_KEEP_RECORD = """
INSERT INTO guanxi_text (resource, record_id, revision, problem, body, grams) VALUES ($1, $2, $3, '', $4, $5)
ON CONFLICT (resource, record_id) WHERE file_id IS NULL DO UPDATE SET revision = $3, body = $4, grams = $5
"""
_NEW_FILES = """
SELECT f.id, f.name, f.sha256, {record} AS record_id FROM guanxi_file f {join}
WHERE f.resource = $1 AND NOT EXISTS (SELECT FROM guanxi_text x WHERE x.file_id = f.id)
ORDER BY f.id LIMIT $2
"""
_KEEP_FILE = """
INSERT INTO guanxi_text (resource, record_id, file_id, problem, body, grams)
SELECT $1, $2, f.id, $4, $5, $6 FROM guanxi_file f WHERE f.id = $3 FOR KEY SHARE
ON CONFLICT (file_id) DO NOTHING
"""


async def index_texts(run: Run) -> None:
    """Safe to stop and to repeat: what is not read yet is found the next time."""
    for key, resource in list(current_company().catalog.resources.items()):
        if resource.full_text is not None:
            await execute(_GONE.format(table=table_of(resource.model)), key)
            while await _index_records(key, resource, resource.full_text):
                pass
            await _index_all_files(key, resource.full_text)


async def _index_records(key: str, resource: Resource, full_text: FullText) -> bool:
    """Reads some of the changed ones; whether there were any."""
    async with transaction():
        rows = await fetch(_CHANGED.format(table=table_of(resource.model)), key, RECORDS)
        texts = await full_text.load([row["id"] for row in rows]) if rows else {}
        for row in rows:
            body = tidy(texts.get(row["id"], ""))
            await execute(_KEEP_RECORD, key, row["id"], row["revision"], body, grams(body))
    return bool(rows)


async def _index_all_files(key: str, full_text: FullText) -> None:
    resources = current_company().catalog.resources
    sources = [(key, "f.record_id", "")]
    for name, relation in full_text.files_of:
        model = resources[name].model
        join = f"JOIN {table_of(model)} t ON t.id = f.record_id"
        sources.append((name, f't."{column_of(model, relation)}"', join))
    for name, record, join in sources:
        query = _NEW_FILES.format(record=record, join=join)
        while rows := await fetch(query, name, FILES):
            for row in rows:
                await _index_file(key, row)


async def _index_file(key: str, row: Any) -> None:
    problem, body = "", ""
    try:
        body = tidy(await read_text(row["name"], await read_blob(row["sha256"])))
    except DocumentError as error:
        problem = error.reason
    except DocumentTimeout:
        problem = "time"
    except NotFound:
        problem = "gone"
    await execute(_KEEP_FILE, key, row["record_id"], row["id"], problem, body, grams(body))


INDEX_TEXTS = Job(name="guanxi.index_texts", title=_("Read texts and files for the search"), run=index_texts)
JOBS: tuple[Job, ...] = (INDEX_TEXTS,)
SCHEDULES: tuple[Schedule, ...] = (Schedule(job=INDEX_TEXTS, cron="*/2 * * * *"),)
