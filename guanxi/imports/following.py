"""How far an import is and what it brought, for who started it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guanxi.auth.permissions import KernelPermission
from guanxi.context import current_actor, may
from guanxi.db import fetch_row
from guanxi.declare.routes import ImportProblem
from guanxi.errors import NotFound
from guanxi.imports.problems import unpack
from guanxi.imports.work import IMPORT

COUNTS = ("created", "updated", "unchanged", "skipped", "problem_count")


async def find_job(id: int) -> Mapping[str, Any]:
    """The job of an import that the actor started, or of anyone's for who manages jobs. Raises NotFound."""
    row = await fetch_row(
        "SELECT id, state, done_steps, total_steps, result, cursor, payload, actor_id FROM guanxi_job"
        " WHERE id = $1 AND name = $2",
        id,
        IMPORT.name,
    )
    if row is None or (row["actor_id"] != current_actor().id and not may(KernelPermission.JOBS_MANAGE)):
        raise NotFound()
    return dict(row)


def figures_of(job: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the import has brought so far, by COUNTS; empty before its first step."""
    found = job["result"] if job["state"] == "done" else job["cursor"]
    return found if isinstance(found, dict) else {}


def problems_of(job: Mapping[str, Any], most: int) -> list[tuple[ImportProblem, str]]:
    """The first of them in the order of rows, each with what the cell holds."""
    found = [(unpack(data), str(data.get("value", ""))) for data in figures_of(job).get("problems", ())]
    return sorted(found, key=lambda item: item[0].row)[:most]
