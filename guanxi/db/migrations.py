"""Migrations: one folder of files per app, in aerich's format, each holding the SQL of its own app's tables.

Everything works in the current context, which must know the models of all apps. Files run whole, each as one
script, so functions with `$$` bodies, triggers and extra indexes may be written into them by hand. They run
in a transaction, always (aerich's RUN_IN_TRANSACTION is not looked at).
"""

from __future__ import annotations

import base64
import importlib.util
import json
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tortoise.connection import get_connection

from guanxi import clock
from guanxi.db.sql import execute, fetch, fetch_value, transaction

if TYPE_CHECKING:
    from guanxi.db.difference import Difference

TIMEOUT = 3600.0
"""Seconds that one file may take."""

_TABLE = """
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
)
"""


class MigrationError(Exception):
    """A file is missing or cannot be undone. The message names it."""


async def make(app: str, folder: Path, name: str = "update") -> Path | None:
    """Writes the next file where the models differ from the last one; returns its path. Needs no database.

    A column that differs from a dropped one by its name only counts as renamed: read the file before use.
    """
    difference = _difference(app, folder)
    if not difference.upgrade:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    files = _files(folder)
    number = _number(files[-1]) + 1 if files else 0
    stamp = clock.now().strftime("%Y%m%d%H%M%S")
    path = folder / f"{number}_{stamp}_{name if files else 'init'}.py"
    path.write_text(difference.text(), encoding="utf-8")
    return path


async def missing(app: str, folder: Path) -> bool:
    """Whether the models changed without a migration. Needs no database."""
    return bool(_difference(app, folder).upgrade)


async def applied(app: str) -> list[str]:
    """Names of the files that this database has run, in their order."""
    if await fetch_value("SELECT to_regclass('aerich')") is None:
        return []
    rows = await fetch("SELECT version FROM aerich WHERE app = $1", app)
    return sorted((row["version"] for row in rows), key=_number_of_name)


async def pending(app: str, folder: Path) -> list[str]:
    """Names of the files that this database has not run yet, in their order."""
    done = set(await applied(app))
    return [path.name for path in _files(folder) if path.name not in done]


async def upgrade(app: str, folder: Path) -> list[str]:
    """Runs the pending files in one transaction, or inside the caller's; returns their names."""
    async with _migrating():
        names = await pending(app, folder)
        for name in names:
            module = _load(folder / name)
            await _run(await module.upgrade(get_connection("default")))
            state = _models_state(module)
            await execute("INSERT INTO aerich (version, app, content) VALUES ($1, $2, $3)", name, app, state)
    return names


async def downgrade(app: str, folder: Path, to: str | None = None) -> list[str]:
    """Undoes the files after `to`, or all of them, in one transaction or the caller's; returns their names.

    Raises MigrationError where a file is gone or does not say how to undo it.
    """
    async with _migrating():
        last = -1 if to is None else _number_of_name(to)
        names = [name for name in await applied(app) if _number_of_name(name) > last]
        names.reverse()
        for name in names:
            if not (folder / name).exists():
                raise MigrationError(f"{folder / name} is gone, so it cannot be undone")
            script = await _load(folder / name).downgrade(get_connection("default"))
            if not script.strip():
                raise MigrationError(f"{folder / name} does not say how to undo it")
            await _run(script)
            await execute("DELETE FROM aerich WHERE app = $1 AND version = $2", app, name)
    return names


@asynccontextmanager
async def _migrating() -> AsyncIterator[None]:
    """A transaction in which one process at a time changes this database's tables, without time limits."""
    async with transaction():
        limits = await fetch(
            "SELECT name, current_setting(name) AS value FROM pg_settings"
            " WHERE name IN ('statement_timeout', 'lock_timeout')"
        )
        await execute("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '120s'")
        await execute("SELECT pg_advisory_xact_lock(hashtextextended('guanxi migrations', 0))")
        await execute(_TABLE)
        yield
        for limit in limits:
            await execute("SELECT set_config($1, $2, true)", limit["name"], limit["value"])


async def _run(script: str) -> None:
    if script.strip():
        async with get_connection("default").acquire_connection() as connection:
            await connection.execute(script, timeout=TIMEOUT)


def _difference(app: str, folder: Path) -> Difference:
    from guanxi.db.difference import compare  # aerich takes a tenth of a second to import

    states = [state for path in _files(folder) if (state := _models_state(_load(path)))]
    return compare(app, states[-1] if states else {})


def _files(folder: Path) -> list[Path]:
    return sorted((path for path in folder.glob("*.py") if path.name.split("_")[0].isdigit()), key=_number)


def _number(path: Path) -> int:
    return _number_of_name(path.name)


def _number_of_name(name: str) -> int:
    return int(name.split("_")[0])


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"migration_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _models_state(module: ModuleType) -> dict[str, Any]:
    """The models as they were after the file, as aerich writes them; empty for a file written by hand."""
    if not hasattr(module, "MODELS_STATE"):
        return {}
    state: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(module.MODELS_STATE)))
    return state
