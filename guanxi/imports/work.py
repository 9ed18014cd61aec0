"""The import itself: a job that writes one batch in each step and can go on wherever it was stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import msgspec

from guanxi.auth.authors import Author, actor_of, current_author
from guanxi.context import require, use_actor
from guanxi.db import transaction
from guanxi.declare.jobs import Job
from guanxi.declare.routes import Existing, ImportProblem
from guanxi.i18n import _, current_locale, use_locale
from guanxi.imports.batches import write_rows
from guanxi.imports.errors import UnreadableFile
from guanxi.imports.plan import Plan, read_plan
from guanxi.imports.problems import MAX_KEPT, pack
from guanxi.imports.rejects import rejected_rows
from guanxi.imports.rows import RowParser, SourceRow
from guanxi.imports.target import describe, find_target
from guanxi.jobs import Run, enqueue
from guanxi.records.blobs import read_blob, write_blob


class Request(msgspec.Struct, frozen=True):
    importer: str
    filename: str
    file: str
    """SHA-256 of the stored file"""
    columns: dict[str, str]
    locale: str
    author: Author
    find_by: str | None = None
    """the name of the key"""
    unmatched: dict[str, str] = {}
    existing: Existing = Existing.CHANGE


class Progress(msgspec.Struct):
    """The cursor: committed together with the rows it counts."""

    next: int = 0
    """index of the first row that is not done"""
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    problem_count: int = 0
    problems: list[dict[str, Any]] = []
    rejects: list[str] = []
    """hashes of stored lists of [index of row, reason], one for each batch that had any"""


async def start_import(
    importer_key: str,
    filename: str,
    content: bytes,
    mapping: Mapping[int, str] | None = None,
    *,
    key: str | None = None,
    find_by: str | None = None,
    unmatched: Mapping[str, str] | None = None,
    existing: str | None = None,
) -> int:
    """Keep the file and enqueue its import; returns the job's id. A `key` that was used starts nothing new.

    `mapping` has field names by index of the column, guessed where None; `find_by` names the key that finds records,
    `unmatched` says what to do where a relation's record is not there, `existing` where the row's own is. Rows with
    problems are skipped and can be downloaded. Raises NotFound, Forbidden, UnreadableFile, WrongColumns.
    """
    target = find_target(importer_key)
    table = await asyncio.to_thread(target.read, content)
    plan = read_plan(table, target, mapping, key=find_by, unmatched=unmatched, existing=existing)
    plan.check()
    if not plan.table.rows:
        raise UnreadableFile(_("The file has no rows below its headings."))
    request = Request(
        importer=importer_key,
        filename=filename[-255:],
        file=await write_blob(content),
        columns={str(index): name for index, name in plan.columns.items()},
        locale=current_locale(),
        find_by=plan.key.name if plan.target.keys else None,
        unmatched=dict(plan.unmatched),
        existing=plan.existing,
        author=current_author(),
    )
    async with transaction():
        return await enqueue(IMPORT, msgspec.to_builtins(request), key=key)


async def run_import(run: Run) -> None:
    request = msgspec.convert(run.payload, Request)
    with use_actor(await actor_of(request.author)), use_locale(request.locale):
        target = find_target(request.importer)
        table = await asyncio.to_thread(target.read, await read_blob(request.file))
        mapping = {int(index): name for index, name in request.columns.items()}
        plan = read_plan(
            table, target, mapping, key=request.find_by, unmatched=request.unmatched, existing=request.existing
        )
        progress = await _write_all(run, plan, request.author)
        rejected = await _write_rejected(plan, progress.rejects) if progress.rejects else None
    result = msgspec.to_builtins(progress)
    del result["next"], result["rejects"]
    run.set_result({**result, "rows": len(table.rows), "rejected": rejected})


async def _write_all(run: Run, plan: Plan, author: Author) -> Progress:
    progress = msgspec.convert(run.cursor or {}, Progress)
    parser, rows, importer = RowParser(plan), plan.table.rows, plan.target.importer
    while progress.next < len(rows):
        part = rows[progress.next : progress.next + importer.batch]
        async with run.step(total=len(rows)) as step:
            with use_actor(await actor_of(author)):
                require(importer.permission)
                good, problems = await parser.parse(part)
                result = await write_rows(importer, good)
            problems += result.problems
            progress.created += result.created
            progress.updated += result.updated
            progress.unchanged += result.unchanged
            await _note(progress, plan, part, problems)
            progress.next += len(part)
            step.done, step.cursor = progress.next, msgspec.to_builtins(progress)
    return progress


async def _note(progress: Progress, plan: Plan, part: list[SourceRow], problems: list[ImportProblem]) -> None:
    """Counts what was skipped and keeps the reasons by row, for the file of rejected rows."""
    reasons: dict[int, list[str]] = {}
    for problem in problems:
        reasons.setdefault(problem.row, []).append(describe(problem, plan.target))
    progress.skipped += len(reasons)
    progress.problem_count += len(problems)
    progress.problems += [
        pack(problem, plan.value_of(problem.row, problem.column))
        for problem in problems[: max(0, MAX_KEPT - len(progress.problems))]
    ]
    if reasons:
        rejects = [
            (progress.next + offset, "; ".join(reasons[number]))
            for offset, (number, _cells) in enumerate(part)
            if number in reasons
        ]
        progress.rejects = [*progress.rejects, await write_blob(msgspec.json.encode(rejects))]


async def _write_rejected(plan: Plan, rejects: list[str]) -> str:
    """The hash of a file of the skipped rows."""
    reasons: dict[int, str] = {}
    for digest in rejects:
        reasons |= dict(msgspec.json.decode(await read_blob(digest), type=list[tuple[int, str]]))
    return await write_blob(await asyncio.to_thread(rejected_rows, plan.table, reasons, plan.target.heading))


IMPORT = Job(name="guanxi.import", title=_("Import a file"), run=run_import, steps=True, timeout=3600)
