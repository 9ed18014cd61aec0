"""A worker's hold on a job: a lease that others respect until it runs out, and a token that fences its work.

Leases are measured by the database's clock, so that workers whose clocks differ agree on them. Every
statement that ends or continues a try names the token: it changes no row once another worker has the job.
"""

from __future__ import annotations

import logging
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import uniform
from typing import Any

import asyncpg

from guanxi import clock
from guanxi.context import current_company
from guanxi.db import execute, fetch, fetch_value
from guanxi.declare.jobs import DeadJob, Job
from guanxi.jobs.deaths import tell_of
from guanxi.jobs.payload import from_json, to_json
from guanxi.metrics import JOBS_FINISHED

log = logging.getLogger("guanxi.jobs")

LONGEST_BACKOFF = 600.0
JITTER = 0.2
ERROR_LENGTH = 2000

_DUE = "state = 'waiting' AND run_at <= $2 AND name = ANY($1)"
_CLAIM = f"""
WITH due AS MATERIALIZED (
    SELECT id FROM guanxi_job WHERE {_DUE} ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE guanxi_job AS job
SET state = 'running', tries = job.tries + 1, lease = $3,
    lease_until = clock_timestamp() + make_interval(secs => $4)
FROM due WHERE job.id = due.id
RETURNING job.*
"""
_RECOVER = """
WITH known AS (SELECT * FROM unnest($1::text[], $2::int[]) AS known (name, tries)),
lost AS MATERIALIZED (
    SELECT id FROM guanxi_job
    WHERE state = 'running' AND lease_until < clock_timestamp() AND name = ANY($1)
    FOR UPDATE SKIP LOCKED
)
UPDATE guanxi_job AS job
SET state = CASE WHEN job.tries < known.tries THEN 'waiting' ELSE 'dead' END,
    finished_at = CASE WHEN job.tries < known.tries THEN NULL ELSE $3::timestamptz END,
    lease = NULL, lease_until = NULL, error = 'LeaseLost: the worker stopped without an answer'
FROM lost, known WHERE job.id = lost.id AND known.name = job.name
RETURNING job.id, job.name, job.state, job.actor_id
"""


class LeaseLost(Exception):
    """Another worker has this job now, or somebody discarded it; whatever this one did must not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One try of one job by this worker."""

    id: int
    job: Job
    lease: str
    tries: int
    payload: dict[str, Any]
    run_at: datetime
    cursor: Any
    done: int
    total: int | None
    actor_id: int | None
    actor_name: str


async def has_due() -> bool:
    """Whether the current company has a job to claim now."""
    names = list(current_company().catalog.jobs)
    return bool(await fetch_value(f"SELECT EXISTS (SELECT FROM guanxi_job WHERE {_DUE})", names, clock.now()))


async def claim(lease_seconds: float) -> Claim | None:
    """The job of the current company's enabled add-ons that is due for longest and that nobody holds."""
    jobs = current_company().catalog.jobs
    rows = await fetch(_CLAIM, list(jobs), clock.now(), secrets.token_hex(16), lease_seconds)
    if not rows:
        return None
    row = rows[0]
    return Claim(
        id=row["id"],
        job=jobs[row["name"]],
        lease=row["lease"],
        tries=row["tries"],
        payload=row["payload"],
        run_at=row["run_at"],
        cursor=from_json(row["cursor"]),
        done=row["done_steps"],
        total=row["total_steps"],
        actor_id=row["actor_id"],
        actor_name=row["actor_name"],
    )


async def recover() -> int:
    """Frees the jobs whose worker died: they wait again, or are dead after the last try. Returns how many."""
    jobs = current_company().catalog.jobs
    tries = [job.tries for job in jobs.values()]
    rows = await fetch(_RECOVER, list(jobs), tries, clock.now())
    for row in rows:
        log.warning("job %s %s: its worker died; it is %s now", row["id"], row["name"], row["state"])
        JOBS_FINISHED.labels(row["name"], "dead" if row["state"] == "dead" else "failed").inc()
        if row["state"] == "dead":
            await tell_of(DeadJob(row["id"], jobs[row["name"]], row["actor_id"]))
    return len(rows)


async def renew(claim: Claim, lease_seconds: float) -> bool:
    """Prolongs the lease; False when it is lost."""
    return await _held(
        claim,
        "UPDATE guanxi_job SET lease_until = clock_timestamp() + make_interval(secs => $3)",
        lease_seconds,
    )


async def save_progress(claim: Claim, more: int, total: int | None, cursor: Any) -> None:
    """`more` units are done. Raises LeaseLost, so that the transaction around it rolls back."""
    sql = "UPDATE guanxi_job SET done_steps = done_steps + $3, total_steps = $4, cursor = $5"
    if not await _held(claim, sql, more, total, _json_or_null(cursor)):
        raise LeaseLost


async def complete(claim: Claim, done: int, total: int | None, result: dict[str, Any] | None) -> None:
    """Raises LeaseLost, so that the transaction around it rolls back."""
    sql = """UPDATE guanxi_job SET state = 'done', lease = NULL, lease_until = NULL, error = '',
             finished_at = $3, done_steps = $4, total_steps = $5, result = $6"""
    if not await _held(claim, sql, clock.now(), done, total, _json_or_null(result)):
        raise LeaseLost


async def fail(claim: Claim, error: BaseException) -> bool:
    """The job waits for its next try, or is dead after the last one. False when the lease was lost before."""
    now = clock.now()
    last = claim.tries >= claim.job.tries
    return await _held(
        claim,
        """UPDATE guanxi_job SET state = $3, run_at = $4, finished_at = $5, error = $6,
           lease = NULL, lease_until = NULL""",
        "dead" if last else "waiting",
        claim.run_at if last else now + timedelta(seconds=backoff(claim.tries)),
        now if last else None,
        describe(error),
    )


async def give_back(claim: Claim) -> bool:
    """The job waits as if this worker had never claimed it."""
    return await _held(
        claim,
        "UPDATE guanxi_job SET state = 'waiting', tries = tries - 1, lease = NULL, lease_until = NULL",
    )


async def _held(claim: Claim, update: str, *args: Any) -> bool:
    status = await execute(f"{update} WHERE id = $1 AND lease = $2", claim.id, claim.lease, *args)
    return status == "UPDATE 1"


def _json_or_null(value: Any) -> str | None:
    return None if value is None else to_json(value)


def backoff(tries: int) -> float:
    """Seconds to wait after the given number of tries: 4, 8, 16 … 600, each a fifth more or less."""
    seconds = min(2.0 ** min(tries, 20) * 2, LONGEST_BACKOFF)
    return seconds * uniform(1 - JITTER, 1 + JITTER)


_CREDENTIALS = re.compile(r"(?<=://)[^/\s@]+@")
_SECRETS = re.compile(
    r"(?i)\b(password|passwd|secret|token|api[_-]?key|authorization)\b(\s*[=:]\s*|\s+)(bearer\s+|basic\s+)?\S+"
)


def describe(error: BaseException) -> str:
    """Class and message for people, without passwords and, for errors of the database, without its rows."""
    message = error.args[0] if isinstance(error, asyncpg.PostgresError) and error.args else str(error)
    message = _CREDENTIALS.sub("***@", str(message).replace("\0", ""))
    message = _SECRETS.sub(r"\1\2***", message)
    return f"{type(error).__name__}: {message}".removesuffix(": ")[:ERROR_LENGTH]
