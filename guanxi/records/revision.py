"""The company's revision: it rises with whatever changes what processes keep in memory."""

from __future__ import annotations

from functools import partial

from guanxi.context import current_company
from guanxi.db import execute, on_commit

raised: set[str] = set()
"""the databases whose revision this process has raised and not read anew"""


async def bump_revision() -> None:
    """Every process drops what it derived from roles, settings and add-ons within a second of the caller's commit;
    this one with its next request."""
    await execute("UPDATE guanxi_company SET revision = revision + 1")
    await on_commit(partial(_note, current_company().database_url))


async def _note(database_url: str) -> None:
    raised.add(database_url)
