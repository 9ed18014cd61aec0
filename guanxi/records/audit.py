"""The audit log: written with the change itself, sealed afterwards into a hash chain."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import orjson

from guanxi.context import current_actor, current_request_id
from guanxi.db import execute, execute_many, fetch, fetch_row, fetch_value, transaction

_SEAL_LOCK = 0x67781
_GENESIS = bytes(32)
ACTION_REDACT = "redact"
"""an entry that says which others were blanked, see `redaction`"""


def _json(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else msgspec.json.encode(values).decode()


@dataclass(frozen=True, slots=True)
class AuditItem:
    """One record's part of `audit_many`."""

    record_id: int
    label: str = ""
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


async def audit(
    action: str,
    resource: str,
    record_id: int | None,
    *,
    label: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> int:
    """Note a write in the caller's transaction: what the current actor did to which record, and what it changed.

    Returns the entry's id.
    """
    actor = current_actor()
    id = await fetch_value(
        "INSERT INTO guanxi_audit (at, actor_kind, actor_id, actor_name, action, resource, record_id, label, reason,"
        " before, after, request_id) VALUES (now(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
        actor.kind,
        actor.id,
        actor.name[:200],
        action,
        resource,
        record_id,
        label[:300],
        reason[:500],
        _json(before),
        _json(after),
        current_request_id(),
    )
    return int(id)


async def audit_many(action: str, resource: str, entries: Sequence[AuditItem], *, reason: str = "") -> None:
    """Note many writes of one kind by one statement, in the caller's transaction."""
    if not entries:
        return
    actor = current_actor()
    await execute(
        "INSERT INTO guanxi_audit (at, actor_kind, actor_id, actor_name, action, resource, record_id, label, reason,"
        " before, after, request_id) SELECT now(), $1, $2, $3, $4, $5, id, label, $6, before, after, $7"
        " FROM unnest($8::bigint[], $9::text[], $10::jsonb[], $11::jsonb[]) AS each (id, label, before, after)",
        actor.kind,
        actor.id,
        actor.name[:200],
        action,
        resource,
        reason[:500],
        current_request_id(),
        [entry.record_id for entry in entries],
        [entry.label[:300] for entry in entries],
        [_json(entry.before) for entry in entries],
        [_json(entry.after) for entry in entries],
    )


def _entry_hash(previous: bytes, row: Mapping[str, Any]) -> bytes:
    """sha256 over the previous hash and the entry as canonical JSON (sorted keys, UTC instants)."""
    body = orjson.dumps(dict(row), option=orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z)
    return hashlib.sha256(previous + body).digest()


async def seal(batch: int = 5000) -> int:
    """Seal entries that wait in guanxi_audit_unsealed, oldest id first; returns how many. One sealer at a time."""
    async with transaction():
        await execute("SELECT pg_advisory_xact_lock($1)", _SEAL_LOCK)
        waiting = await fetch(
            "DELETE FROM guanxi_audit_unsealed WHERE entry_id = ANY(ARRAY("
            "SELECT entry_id FROM guanxi_audit_unsealed ORDER BY entry_id LIMIT $1)) RETURNING entry_id",
            batch,
        )
        ids = [row["entry_id"] for row in waiting]
        rows = await fetch("SELECT * FROM guanxi_audit WHERE id = ANY($1::bigint[]) ORDER BY id", ids)
        last = await fetch_row("SELECT sequence, hash FROM guanxi_audit_seal ORDER BY sequence DESC LIMIT 1")
        sequence, previous = (last["sequence"], last["hash"]) if last else (0, _GENESIS)
        seals = []
        for row in rows:
            sequence += 1
            previous = _entry_hash(previous, row)
            seals.append((sequence, row["id"], previous))
        await execute_many("INSERT INTO guanxi_audit_seal (sequence, entry_id, hash) VALUES ($1, $2, $3)", seals)
    return len(seals)


async def verify(batch: int = 5000) -> int | None:
    """Recompute the chain. None: it holds; else the sequence number of the first broken link.

    An entry that was blanked stands by its redaction; see `redaction`.
    """
    from guanxi.records.redaction import redactions  # late: it writes entries itself

    known = await redactions()
    sequence, previous = 0, _GENESIS
    while rows := await fetch(
        "SELECT s.sequence AS link, s.hash AS link_hash, a.* FROM guanxi_audit_seal s"
        " LEFT JOIN guanxi_audit a ON a.id = s.entry_id WHERE s.sequence > $1 ORDER BY s.sequence LIMIT $2",
        sequence,
        batch,
    ):
        for row in rows:
            entry = {key: value for key, value in row.items() if key not in ("link", "link_hash")}
            sequence += 1
            if row["link"] != sequence or row["id"] is None:
                return sequence
            if _entry_hash(previous, entry) != row["link_hash"] and not known.explain(entry):
                return sequence
            previous = row["link_hash"]
    return None
