"""Which records of others a user sees: read in the statement that reads the user."""

from __future__ import annotations

from guanxi.context import current_company
from guanxi.db import Record, fetch_row
from guanxi.declare.extensions import SHARES


def shares_sql(user: str) -> str:
    """Further columns of a SELECT, for the user whose id the SQL expression `user` is."""
    return "".join(
        f", ARRAY(SELECT {share.record} FROM {share.table} WHERE {share.user} = {user} ORDER BY 1) AS share_{place}"
        for place, share in enumerate(current_company().catalog.extensions(SHARES))
    )


def shares_of(row: Record) -> dict[str, tuple[int, ...]]:
    """`Actor.shared` from those columns."""
    found = enumerate(current_company().catalog.extensions(SHARES))
    return {share.name: tuple(row[f"share_{place}"]) for place, share in found if row[f"share_{place}"]}


async def shares_of_user(user_id: int) -> dict[str, tuple[int, ...]]:
    columns = shares_sql("$1::bigint")
    row = await fetch_row(f"SELECT 1 AS one{columns}", user_id) if columns else None
    return {} if row is None else shares_of(row)
