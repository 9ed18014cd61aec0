"""Users as actors, for work that looks at the company through the eyes of somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from guanxi.auth.grants import permissions_of
from guanxi.auth.shares import shares_of, shares_sql
from guanxi.context import Actor
from guanxi.db import fetch


async def actors_of(user_ids: Iterable[int]) -> list[Actor]:
    """The active ones of these users with their present permissions, by id."""
    rows = await fetch(
        "SELECT id, name, department_id, administrator,"
        " ARRAY(SELECT role_id FROM guanxi_user_role WHERE user_id = u.id ORDER BY 1) AS roles"
        f"{shares_sql('u.id')} FROM guanxi_user u WHERE id = ANY($1::bigint[]) AND active ORDER BY id",
        list(user_ids),
    )
    return [
        Actor(
            kind="user",
            id=row["id"],
            name=row["name"],
            permissions=await permissions_of(row["administrator"], row["roles"]),
            department_id=row["department_id"],
            shared=shares_of(row),
        )
        for row in rows
    ]
