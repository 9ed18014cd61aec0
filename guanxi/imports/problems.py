"""Problems of rows: from errors, and as plain data that keeps them translatable."""

from __future__ import annotations

from typing import Any

import asyncpg

from guanxi.declare.routes import ImportProblem, ImportResult
from guanxi.errors import GuanxiError, InvalidInput
from guanxi.i18n import Text, _

MAX_KEPT = 1000
"""problems that a result shows; all of them are counted"""

ROW_ERRORS = (asyncpg.IntegrityConstraintViolationError, asyncpg.DataError, asyncpg.RaiseError)
"""what the database says about a row; its other errors are about itself"""

_REFUSED = _("The database refused this row.")
_EXISTS = _("This exists already.")


def is_about_rows(error: Exception) -> bool:
    return isinstance(error, ROW_ERRORS) or (isinstance(error, GuanxiError) and error.status < 500)


def problems_of(error: Exception, row: int) -> list[ImportProblem]:
    """`error` of writing one row, a problem for each field it names."""
    if isinstance(error, InvalidInput) and error.fields:
        return [ImportProblem(row, field, reason) for field, reason in error.fields.items()]
    if isinstance(error, GuanxiError):
        return [ImportProblem(row, "", error.text)]
    return [ImportProblem(row, "", _EXISTS if isinstance(error, asyncpg.UniqueViolationError) else _REFUSED)]


def add(total: ImportResult, part: ImportResult) -> None:
    total.created += part.created
    total.updated += part.updated
    total.unchanged += part.unchanged
    total.problems += part.problems
    total.changes += part.changes


def pack(problem: ImportProblem, value: str = "") -> dict[str, Any]:
    """As JSON; the reason stays a text to translate when it is shown. `value`: what the cell holds."""
    params = {
        name: value if isinstance(value, int | str) else str(value) for name, value in problem.reason.params.items()
    }
    reason = {"message": problem.reason.message, "context": problem.reason.context, "params": params}
    return {"row": problem.row, "column": problem.column, "reason": reason, "value": value}


def unpack(data: dict[str, Any]) -> ImportProblem:
    reason = data["reason"]
    text = Text(reason["message"], reason["params"], reason["context"])
    return ImportProblem(data["row"], data["column"], text)
