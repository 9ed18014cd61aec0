"""What hangs on one record by its key and id goes over to another record of the same kind, and back."""

from __future__ import annotations

from guanxi.db import fetch, fetch_value

_TABLES = ("guanxi_note", "guanxi_todo", "guanxi_file", "guanxi_external_key")
"""Of several rooms, by name alone: notes, to-dos, files, and the names that other systems have for the record."""


async def carry_over(resource: str, from_id: int, to_id: int) -> dict[str, list[int]]:
    """Moves all of it, in the caller's transaction; ids of what was moved by table, tables without any left out."""
    moved = {}
    for table in _TABLES:
        rows = await fetch(
            f"UPDATE {table} SET record_id = $3 WHERE resource = $1 AND record_id = $2 RETURNING id",
            resource,
            from_id,
            to_id,
        )
        if rows:
            moved[table] = sorted(row["id"] for row in rows)
    return moved


async def carry_back(resource: str, from_id: int, to_id: int, moved: dict[str, list[int]]) -> None:
    """Takes back what `carry_over(resource, from_id, to_id)` moved and is still there."""
    for table in _TABLES:
        await fetch(
            f"UPDATE {table} SET record_id = $2 WHERE resource = $1 AND record_id = $3 AND id = ANY($4::bigint[])"
            " RETURNING id",
            resource,
            from_id,
            to_id,
            moved.get(table, []),
        )


async def hanging_on(resource: str, record_ids: list[int]) -> set[int]:
    """Those of the records that `carry_over` would move something of, by one statement."""
    parts = (f"SELECT record_id FROM {table} WHERE resource = $1 AND record_id = ANY($2)" for table in _TABLES)
    return {row["record_id"] for row in await fetch(" UNION ".join(parts), resource, record_ids)}


async def hanging(resource: str, record_id: int) -> int:
    """How much `carry_over` would move."""
    parts = [f"(SELECT count(*) FROM {table} WHERE resource = $1 AND record_id = $2)" for table in _TABLES]
    return int(await fetch_value(f"SELECT {' + '.join(parts)}", resource, record_id))
