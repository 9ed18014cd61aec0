"""Taking a person's values out of the audit log without breaking its chain.

An entry's values are blanked where they stand; who, when, what and the names of the fields stay. The entry no longer
gives the hash that its seal holds, so the redaction is an entry itself: it lists the hash of each entry as it is now,
and is sealed in its turn. `audit.verify` takes a changed entry only where a later redaction names it with the very
hash that it has, and where it is blank: whatever else is changed still breaks the chain, and a redaction is seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import Any

import orjson

from guanxi.db import fetch, transaction
from guanxi.records.audit import ACTION_REDACT, audit

BLANK = "***"
_BLANK_OUT = """
UPDATE guanxi_audit SET label = '', reason = '', before = guanxi_audit_blank(before), after = guanxi_audit_blank(after)
WHERE resource = $1 AND record_id = ANY($2::bigint[]) AND action <> $3
    AND (label <> '' OR reason <> '' OR before IS DISTINCT FROM guanxi_audit_blank(before)
         OR after IS DISTINCT FROM guanxi_audit_blank(after))
RETURNING *
"""


async def redact(resource: str, record_ids: Collection[int]) -> int:
    """Blanks the values of all entries on these records; returns how many there were. It cannot be undone."""
    async with transaction():
        rows = await fetch(_BLANK_OUT, resource, sorted(record_ids), ACTION_REDACT)
        if rows:
            hashes = {str(row["id"]): content_hash(row) for row in rows}
            await audit(ACTION_REDACT, resource, None, after={"entries": hashes})
    return len(rows)


def content_hash(entry: Mapping[str, Any]) -> str:
    body = orjson.dumps(dict(entry), option=orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z)
    return hashlib.sha256(body).hexdigest()


class Redactions:
    """What redactions say of entries."""

    def __init__(self, rows: Collection[Mapping[str, Any]]) -> None:
        self._known: dict[int, set[str]] = {}
        for row in rows:
            for text, digest in row["after"]["entries"].items():
                if int(text) < row["id"]:
                    self._known.setdefault(int(text), set()).add(digest)

    def explain(self, entry: Mapping[str, Any]) -> bool:
        """Whether the entry was blanked, and is as that redaction left it."""
        values = [*(entry["before"] or {}).values(), *(entry["after"] or {}).values()]
        blank = not entry["label"] and not entry["reason"] and all(value == BLANK for value in values)
        return blank and content_hash(entry) in self._known.get(entry["id"], ())


async def redactions() -> Redactions:
    return Redactions(await fetch("SELECT id, after FROM guanxi_audit WHERE action = $1", ACTION_REDACT))
