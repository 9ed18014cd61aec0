"""On whose behalf a job works: written into its payload, and looked at afresh whenever it writes."""

from __future__ import annotations

import msgspec

from guanxi.auth.grants import permissions_left
from guanxi.auth.shares import shares_of_user
from guanxi.context import Actor, current_actor


class Author(msgspec.Struct, frozen=True):
    """Who started a job: it works with this actor's rights, as far as they still hold."""

    kind: str
    id: int | None
    name: str
    permissions: list[str]
    department_id: int | None
    elevated: bool
    api_key_id: int | None


def current_author() -> Author:
    actor = current_actor()
    return Author(
        kind=actor.kind,
        id=actor.id,
        name=actor.name,
        permissions=sorted(actor.permissions),
        department_id=actor.department_id,
        elevated=actor.elevated,
        api_key_id=actor.api_key_id,
    )


async def actor_of(author: Author) -> Actor:
    """The author with the rights that are left at this moment."""
    permissions = frozenset(author.permissions)
    shared: dict[str, tuple[int, ...]] = {}
    if author.kind in ("user", "api_key") and author.id is not None:
        permissions &= await permissions_left(author.id, author.api_key_id)
        shared = await shares_of_user(author.id)
    return Actor(
        kind=author.kind,  # type: ignore[arg-type]
        id=author.id,
        name=author.name,
        permissions=permissions,
        department_id=author.department_id,
        shared=shared,
        elevated=author.elevated,
        api_key_id=author.api_key_id,
    )
