"""Writing rows: a failing batch is halved until the rows that the database refuses are known."""

from __future__ import annotations

from guanxi.db import transaction
from guanxi.declare.routes import Importer, ImportResult, ImportRow
from guanxi.imports.problems import add, is_about_rows, problems_of


async def write_rows(importer: Importer, rows: list[ImportRow]) -> ImportResult:
    """In a savepoint of the caller's transaction. Rows with problems leave nothing behind."""
    if not rows:
        return ImportResult()
    try:
        async with transaction():
            return await importer.write(rows)
    except Exception as error:
        if not is_about_rows(error):
            raise
        if len(rows) == 1:
            return ImportResult(problems=problems_of(error, rows[0].number))
    middle = len(rows) // 2
    result = ImportResult()
    for half in (rows[:middle], rows[middle:]):
        add(result, await write_rows(importer, half))
    return result
