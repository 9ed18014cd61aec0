"""The job that reads what has changed."""

from __future__ import annotations

import time
from collections.abc import Iterator

from guanxi.context import current_company
from guanxi.db import execute, fetch
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
"""read at a time"""
SECONDS = 100.0
"""that one run takes: the next one, two minutes after it was due, goes on"""
_CHANGED = """
SELECT t.id, t.revision FROM {table} t
LEFT JOIN guanxi_text x ON x.resource = $1 AND x.record_id = t.id AND x.file_id IS NULL
WHERE t.id > $2 AND x.revision IS DISTINCT FROM t.revision ORDER BY t.id LIMIT $3
"""
_GONE = """
DELETE FROM guanxi_text x WHERE x.resource = $1 AND NOT EXISTS (SELECT FROM {table} t WHERE t.id = x.record_id)
"""
_KEEP_RECORD = """
INSERT INTO guanxi_text (resource, record_id, revision, problem, body, grams) VALUES ($1, $2, $3, '', $4, $5)
ON CONFLICT (resource, record_id) WHERE file_id IS NULL DO UPDATE SET revision = $3, body = $4, grams = $5
"""
_NEW_FILES = """
SELECT f.id, f.name, f.sha256, {record} AS record_id FROM guanxi_file f JOIN {table} t ON t.id = f.record_id
WHERE f.resource = $1 AND NOT EXISTS (SELECT FROM guanxi_text x WHERE x.file_id = f.id)
ORDER BY f.id DESC LIMIT $2
"""
_KEEP_FILE = """
INSERT INTO guanxi_text (resource, record_id, file_id, problem, body, grams)
SELECT $1, $2, f.id, $4, $5, $6 FROM guanxi_file f WHERE f.id = $3 FOR KEY SHARE
ON CONFLICT (file_id) DO NOTHING
"""


async def index_texts(run: Run) -> None:
    """Safe to stop and to repeat: what is not read yet is found the next time."""
    deadline = time.monotonic() + SECONDS
    for key, resource in list(current_company().catalog.resources.items()):
        if resource.full_text is not None:
            await _index_records(run, key, resource, deadline)
            await _index_files(run, key, resource, deadline)


async def _index_records(run: Run, key: str, resource: Resource, deadline: float) -> None:
    assert resource.full_text is not None
    table, last = table_of(resource.model), 0
    async with run.step():
        await execute(_GONE.format(table=table), key)
    while time.monotonic() < deadline and (rows := await fetch(_CHANGED.format(table=table), key, last, RECORDS)):
        last = rows[-1]["id"]
        async with run.step():
            texts = await resource.full_text.load([row["id"] for row in rows])
            for row in rows:
                body = tidy(texts.get(row["id"], ""))
                await execute(_KEEP_RECORD, key, row["id"], row["revision"], body, grams(body))


async def _index_files(run: Run, key: str, resource: Resource, deadline: float) -> None:
    """The newest first. Files are read between steps: a transaction waits for nobody."""
    for name, query in _sources(key, resource):
        while rows := await fetch(query, name, FILES):
            for row in rows:
                if time.monotonic() > deadline:
                    return
                problem, body = await _text_of(row["name"], row["sha256"])
                async with run.step():
                    await execute(_KEEP_FILE, key, row["record_id"], row["id"], problem, body, grams(body))


def _sources(key: str, resource: Resource) -> Iterator[tuple[str, str]]:
    """Resources with files that count, each with the query of those that were not read yet."""
    assert resource.full_text is not None
    yield key, _NEW_FILES.format(record="t.id", table=table_of(resource.model))
    for name, relation in resource.full_text.files_of:
        model = current_company().catalog.resources[name].model
        yield name, _NEW_FILES.format(record=f't."{column_of(model, relation)}"', table=table_of(model))


async def _text_of(name: str, digest: str) -> tuple[str, str]:
    """Why there is none, and the text."""
    try:
        return "", tidy(await read_text(name, await read_blob(digest)))
    except DocumentError as error:
        return error.reason, ""
    except DocumentTimeout:
        return "time", ""
    except NotFound:
        return "gone", ""


INDEX_TEXTS = Job(
    name="guanxi.index_texts", title=_("Read texts and files for the search"), run=index_texts, steps=True
)
JOBS: tuple[Job, ...] = (INDEX_TEXTS,)
SCHEDULES: tuple[Schedule, ...] = (Schedule(job=INDEX_TEXTS, cron="*/2 * * * *"),)
