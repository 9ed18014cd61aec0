"""Putting jobs into the queue, in the transaction that wants them done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from guanxi import clock
from guanxi.context import Actor, current_actor, current_company
from guanxi.db import fetch, fetch_value, on_commit
from guanxi.declare.jobs import Job
from guanxi.jobs.payload import to_json
from guanxi.jobs.transport import wake

_INSERT = """
INSERT INTO guanxi_job (name, addon, payload, key, state, run_at, tries, done_steps, error,
                        actor_id, actor_name, created_at)
SELECT $1, $2, item.payload, item.key, 'waiting', $5, 0, 0, '', $6, $7, $8
FROM unnest($3::text[]::jsonb[], $4::text[]) WITH ORDINALITY AS item (payload, key, position)
ORDER BY item.position
ON CONFLICT (key) DO NOTHING
RETURNING id
"""


async def enqueue(
    job: Job,
    payload: Mapping[str, Any] | None = None,
    *,
    key: str | None = None,
    run_at: datetime | None = None,
) -> int:
    """The id of the job's row. A `key` that exists already gives that row's id, and nothing is enqueued.

    Keys are free again once the row is deleted: 30 days after the job was done, 90 after it was given up. Raises
    TypeError where the payload is not JSON.
    """
    while True:
        ids = await enqueue_many(job, [payload or {}], keys=[key], run_at=run_at)
        existing = ids[0] if ids else await fetch_value("SELECT id FROM guanxi_job WHERE key = $1", key)
        if existing is not None:
            return int(existing)


async def enqueue_many(
    job: Job,
    payloads: Sequence[Mapping[str, Any]],
    *,
    keys: Sequence[str | None] | None = None,
    run_at: datetime | None = None,
) -> list[int]:
    """The ids of the new rows, written by one statement; payloads whose key exists already are left out."""
    if not payloads:
        return []
    actor = current_actor()
    now = clock.now()
    rows = await fetch(
        _INSERT,
        job.name,
        job.name.partition(".")[0],
        [_payload_json(payload) for payload in payloads],
        list(keys) if keys is not None else [None] * len(payloads),
        run_at or now,
        _user_id(actor),
        actor.name[:200],
        now,
    )
    if rows:
        await on_commit(partial(_wake, current_company().name))
    return [row["id"] for row in rows]


def _payload_json(payload: Mapping[str, Any]) -> str:
    if not isinstance(payload, Mapping):
        raise TypeError("a job's payload is a mapping")
    return to_json(dict(payload))


def _user_id(actor: Actor) -> int | None:
    """Ids of portal subjects are not users' ids: of them only the name is kept."""
    return actor.id if actor.kind in ("user", "api_key", "system") else None


async def _wake(company: str) -> None:
    wake(company)
