"""How rows follow a customer that is merged into another, and come back."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import CUSTOMER_FOLLOWERS, Follower, Memory
from guanxi import Conflict, Text, _, current_company, fetch, fetch_value


def followers() -> tuple[Follower, ...]:
    """Of all add-ons that are enabled, those that others depend on first."""
    return current_company().catalog.extensions(CUSTOMER_FOLLOWERS)


def _place(follower: Follower, model: type[Any]) -> tuple[str, str]:
    """Table and column of the foreign key."""
    return model._meta.db_table, model._meta.fields_map[follower.key].source_field


async def _count(follower: Follower, model: type[Any], customer_id: int) -> int:
    table, column = _place(follower, model)
    return int(await fetch_value(f'SELECT count(*) FROM {table} WHERE "{column}" = $1', customer_id))  # noqa: S608


async def preview(loser_id: int) -> list[tuple[Text, int]]:
    """What would move, with its number; what there is none of is left out."""
    counted: list[tuple[Text, int]] = []
    for each in followers():
        if each.count is not None:
            counted.append((each.label, await each.count(loser_id)))
        elif not each.stays:
            for model, label in {each.models[0]: each.label, **each.more}.items():
                counted.append((label, await _count(each, model, loser_id)))
    return [(label, number) for label, number in counted if number]


async def move(follower: Follower, loser_id: int, survivor_id: int) -> Memory | None:
    """What to remember of it; None where nothing moved."""
    if follower.stays:
        return None
    if follower.move is not None:
        return await follower.move(loser_id, survivor_id)
    moved = {}
    for model in follower.models:
        table, column = _place(follower, model)
        ids = await move_rows(table, column, loser_id, survivor_id)
        if ids:
            moved[table] = ids
    return moved or None


async def left_behind(follower: Follower, customer_ids: list[int]) -> set[int]:
    """Those of these customers that have something to move."""
    if follower.stays:
        return set()
    if follower.left is not None:
        return await follower.left(customer_ids)
    found: set[int] = set()
    for model in follower.models:
        table, column = _place(follower, model)
        sql = f'SELECT DISTINCT "{column}" AS id FROM {table} WHERE "{column}" = ANY($1::bigint[])'  # noqa: S608
        found |= {row["id"] for row in await fetch(sql, customer_ids)}
    return found


async def back(follower: Follower, loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Raises Conflict where rows are not there any more."""
    if follower.back is not None:
        await follower.back(loser_id, survivor_id, memory)
        return
    for model in follower.models:
        table, column = _place(follower, model)
        if await rows_back(table, column, loser_id, survivor_id, memory.get(table, [])):
            raise lost_rows(follower.label)


async def move_rows(table: str, column: str, loser_id: int, survivor_id: int) -> list[int]:
    sql = f'UPDATE {table} SET "{column}" = $2 WHERE "{column}" = $1 RETURNING id'  # noqa: S608
    return sorted(row["id"] for row in await fetch(sql, loser_id, survivor_id))


async def rows_back(table: str, column: str, loser_id: int, survivor_id: int, ids: list[int]) -> int:
    """How many of them are not the survivor's any more."""
    sql = f'UPDATE {table} SET "{column}" = $1 WHERE "{column}" = $2 AND id = ANY($3::bigint[]) RETURNING id'  # noqa: S608
    return len(ids) - len(await fetch(sql, loser_id, survivor_id, ids))


def lost_rows(label: Text) -> Conflict:
    return Conflict(_("This merge cannot be undone any more: {what} were deleted or handed on since.", what=label))
