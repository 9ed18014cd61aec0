"""The dry run: everything that the import would do, in a transaction that is rolled back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from guanxi.db import transaction
from guanxi.declare.routes import ImportProblem, ImportResult
from guanxi.imports.batches import write_rows
from guanxi.imports.changes import Changes
from guanxi.imports.plan import Plan, read_plan
from guanxi.imports.problems import MAX_KEPT, add
from guanxi.imports.rows import RowParser
from guanxi.imports.target import find_target

WRITING_SECONDS = 20.0
"""after this the remaining rows are only checked, not tried on the database"""


@dataclass(frozen=True, slots=True)
class DryRun:
    plan: Plan
    created: int
    updated: int
    unchanged: int
    skipped: int
    """rows with problems"""
    problem_count: int
    problems: list[ImportProblem]
    """the first 1,000, in the order of rows"""
    tried: int
    """rows that were tried on the database; below all rows where that took too long"""
    changes: Changes

    @property
    def rows(self) -> int:
        return len(self.plan.table.rows)


class _Undone(Exception):
    pass


async def dry_run(
    importer_key: str,
    filename: str,
    content: bytes,
    mapping: Mapping[int, str] | None = None,
    *,
    find_by: str | None = None,
    unmatched: Mapping[str, str] | None = None,
    existing: str | None = None,
) -> DryRun:
    """What `start_import` would do with the same input; leaves nothing behind.

    Raises NotFound, Forbidden, UnreadableFile, WrongColumns.
    """
    target = find_target(importer_key)
    table = await asyncio.to_thread(target.read, content)
    plan = read_plan(table, target, mapping, key=find_by, unmatched=unmatched, existing=existing)
    plan.check()
    return await try_plan(plan)


async def try_plan(plan: Plan, most: int = MAX_KEPT) -> DryRun:
    """`plan` has been checked. `most`: problems that are kept."""
    total, tried, bad, changes = ImportResult(), 0, set[int](), Changes()
    parser, rows, batch = RowParser(plan), plan.table.rows, plan.target.importer.batch
    end = time.monotonic() + WRITING_SECONDS
    count = 0
    try:
        async with transaction():
            for start in range(0, len(rows), batch):
                part = rows[start : start + batch]
                good, problems = await parser.parse(part)
                result = ImportResult(problems=problems)
                if time.monotonic() < end:
                    add(result, await write_rows(plan.target.importer, good))
                    tried += len(part)
                changes.add(result.changes)
                result.changes = []
                bad.update(problem.row for problem in result.problems)
                count += len(result.problems)
                result.problems = result.problems[: max(0, most - len(total.problems))]
                add(total, result)
            await changes.name_relations()
            raise _Undone
    except _Undone:
        pass
    await changes.name_records()
    total.problems.sort(key=lambda problem: problem.row)
    return DryRun(plan, total.created, total.updated, total.unchanged, len(bad), count, total.problems, tried, changes)
