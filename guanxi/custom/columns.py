"""The columns of custom fields. Adding one rewrites no row; it waits for the table no longer than a moment."""

from __future__ import annotations

from typing import Any

from guanxi.custom.choices import COLUMN_TYPES, UNSORTED, CustomKind
from guanxi.db import execute, fetch, fetch_value
from guanxi.declare.resources import Resource
from guanxi.records.sql import table_of


async def custom_fields() -> list[Any]:
    """The rows of `guanxi_custom_field` in their order; none before an upgrade made the table."""
    if await fetch_value("SELECT to_regclass('guanxi_custom_field') IS NULL"):
        return []
    return await fetch("SELECT * FROM guanxi_custom_field ORDER BY position, id")


async def add_column(resource: Resource, name: str, kind: CustomKind) -> None:
    """`name` is checked already: letters, digits and `_`."""
    table = table_of(resource.model)
    await execute("SET LOCAL lock_timeout = '3s'")
    await execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {COLUMN_TYPES[kind]}')
    if kind not in UNSORTED:
        await execute(f'CREATE INDEX ON {table} ("{name}", id)')


async def drop_column(resource: Resource, name: str) -> None:
    """With all its values, for good."""
    await execute("SET LOCAL lock_timeout = '3s'")
    await execute(f'ALTER TABLE {table_of(resource.model)} DROP COLUMN "{name}"')
