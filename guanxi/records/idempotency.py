"""`Idempotency-Key`: the same key and request give the same answer, and the effect once.

The key's row is written first in the call's own transaction: a second call waits on it and then finds the answer;
a call that fails leaves no key behind.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from guanxi.context import current_actor
from guanxi.db import execute, fetch_row, fetch_value
from guanxi.errors import Conflict, InvalidInput
from guanxi.i18n import _


class KeyReused(Conflict):
    code = "idempotency_key_reused"
    message = _("This Idempotency-Key was used for another request.")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes


def request_hash(method: str, path: str, body: bytes) -> str:
    return hashlib.sha256(b"\n".join((method.encode(), path.encode(), body))).hexdigest()


def _actor_key() -> str:
    """Each API key has its own: what one was told is not told to another of less power."""
    actor = current_actor()
    return f"{actor.kind}:{actor.realm or ''}:{actor.id or ''}:{actor.api_key_id or ''}"


async def claim_key(key: str, hash: str) -> Answer | None:
    """None: this call is the first, carry it out and `keep_answer`. Raises KeyReused, InvalidInput.

    Inside the call's transaction.
    """
    if not 1 <= len(key) <= 200 or not key.isascii() or not key.isprintable():
        raise InvalidInput({"Idempotency-Key": _("From 1 to 200 printable ASCII characters.")})
    claimed = await fetch_value(
        "INSERT INTO guanxi_idempotency_key (actor, key, request_hash, status, body, created_at)"
        " VALUES ($1, $2, $3, 0, '', now()) ON CONFLICT (actor, key) DO NOTHING RETURNING id",
        _actor_key(),
        key,
        hash,
    )
    if claimed is not None:
        return None
    row = await fetch_row(
        "SELECT request_hash, status, body FROM guanxi_idempotency_key WHERE actor = $1 AND key = $2",
        _actor_key(),
        key,
    )
    if row is None or row["request_hash"] != hash:
        raise KeyReused()
    return Answer(row["status"], row["body"])


async def keep_answer(key: str, status: int, body: bytes) -> None:
    await execute(
        "UPDATE guanxi_idempotency_key SET status = $3, body = $4 WHERE actor = $1 AND key = $2",
        _actor_key(),
        key,
        status,
        body,
    )


async def forget_old_keys() -> None:
    """Keys are kept for a day."""
    await execute("DELETE FROM guanxi_idempotency_key WHERE created_at < now() - interval '1 day'")
