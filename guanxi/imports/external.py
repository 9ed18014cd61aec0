"""External keys: which record another system's name stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guanxi.db import execute, fetch
from guanxi.declare.resources import Resource
from guanxi.records.sql import table_of


async def records_by_key(resource: Resource, keys: Iterable[str]) -> dict[str, int]:
    """Ids of records that exist, visible or not; keys of records that are gone are left out."""
    rows = await fetch(
        f"SELECT k.key, k.record_id FROM guanxi_external_key k JOIN {table_of(resource.model)} t ON t.id = k.record_id"
        " WHERE k.resource = $1 AND k.key = ANY($2::text[])",
        resource.key,
        sorted(set(keys)),
    )
    return {row["key"]: row["record_id"] for row in rows}


async def keep_keys(resource: Resource, records: Mapping[str, int]) -> None:
    """`records` are ids by key; a key that stood for a record that is gone stands for the new one."""
    await execute(
        "INSERT INTO guanxi_external_key (resource, key, record_id)"
        " SELECT $1, * FROM unnest($2::text[], $3::bigint[])"
        " ON CONFLICT (resource, key) DO UPDATE SET record_id = excluded.record_id",
        resource.key,
        [*records],
        [*records.values()],
    )
