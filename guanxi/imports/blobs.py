"""Which contents on disk are still needed, and deleting the others: the rest of uploads and of rolled-back writes."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from guanxi import clock
from guanxi.context import current_company
from guanxi.db import fetch, fetch_value
from guanxi.declare.jobs import Job
from guanxi.i18n import _
from guanxi.jobs import Run
from guanxi.records.blobs import blob_folders

KEPT_DAYS = 1
BACKUP_LOCK = 0x67784
"""An advisory lock: whoever holds it, shared, finds every content that the database named at the time."""

NEEDED = """
SELECT sha256 FROM (
    SELECT sha256 FROM guanxi_file
    UNION SELECT payload->>'file' FROM guanxi_job WHERE name IN ('guanxi.import', 'guanxi.bulk')
    UNION SELECT result->>'rejected' FROM guanxi_job WHERE name = 'guanxi.import'
    UNION SELECT jsonb_array_elements_text(cursor->'rejects') FROM guanxi_job
          WHERE name = 'guanxi.import' AND state <> 'done'
    UNION SELECT result->>'file' FROM guanxi_job
          WHERE name = 'guanxi.export' AND finished_at > now() - interval '7 days'
    UNION SELECT nullif(to_jsonb(company)->>'logo', '') FROM guanxi_company company
) AS needed WHERE sha256 IS NOT NULL
"""
"""The hashes of all contents that are named: by files of records, imports, work on many records, the exports of the
last week, and the company's logo.

The logo comes out of JSON, since a database that was not upgraded yet has no such column.
"""


async def delete_blobs(run: Run) -> None:
    before = (clock.now() - timedelta(days=KEPT_DAYS)).timestamp()
    for folder in await asyncio.to_thread(blob_folders, current_company().files):
        old = await asyncio.to_thread(folder.older_than, before)
        if not old:
            continue
        async with run.step() as step:
            if not await fetch_value("SELECT pg_try_advisory_xact_lock($1)", BACKUP_LOCK):
                break
            rows = await fetch(f"{NEEDED} AND sha256 = ANY($1)", [*old])
            unneeded = old - {row["sha256"] for row in rows}
            step.done += await asyncio.to_thread(folder.delete, unneeded, before)
    run.set_result({"deleted": run.done})


DELETE_BLOBS = Job(
    name="guanxi.delete_blobs", title=_("Delete contents of files that nothing needs"), run=delete_blobs, steps=True
)
