"""Queries of lists, boards, pivots and calendars that users keep under a name, and the columns that they chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import parse_qsl

from guanxi.auth.permissions import KernelPermission
from guanxi.context import current_actor, require
from guanxi.db import execute, fetch_row, fetch_value, transaction
from guanxi.desk.preferences import prefer
from guanxi.errors import Conflict, InvalidInput, NotFound
from guanxi.i18n import _

MOST = 100
"""views of one user on one resource"""
VIEWS = ("list", "board", "pivot", "calendar")
Flag = Literal["shared", "pinned", "is_default"]


@dataclass(frozen=True, slots=True)
class View:
    id: int
    name: str
    view: str
    query: str
    shared: bool
    pinned: bool
    is_default: bool
    mine: bool

    @property
    def params(self) -> list[tuple[str, str]]:
        return parse_qsl(self.query)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the current user has set for one resource."""

    views: list[View]
    columns: tuple[str, ...]
    """chosen for the list; empty: as declared"""


_DESK = """
SELECT (SELECT json_agg(json_build_array(v.id, v.name, v.view, v.query, v.shared, v.pinned, v.is_default,
                                         v.owner_id = $1) ORDER BY v.id)
        FROM guanxi_saved_view v WHERE v.resource = $2 AND (v.owner_id = $1 OR v.shared)) AS views,
       (SELECT p.value FROM guanxi_preference p WHERE p.user_id = $1 AND p.name = $3) AS columns
"""


async def desk_of(resource_key: str) -> Desk:
    """In one statement. Nobody's desk is empty."""
    actor = current_actor()
    if not actor.signed_in or actor.id is None:
        return Desk([], ())
    row = await fetch_row(_DESK, actor.id, resource_key, f"columns:{resource_key}")
    assert row is not None
    columns = row["columns"] if isinstance(row["columns"], list) else []
    return Desk([View(*values) for values in row["views"] or []], tuple(str(name) for name in columns))


async def save_view(
    resource_key: str, view: str, name: str, query: str, *, shared: bool, pinned: bool, is_default: bool
) -> int:
    """A view of the current user, or the new content of the one of this name. Returns its id."""
    name = " ".join(name.split())
    if not 1 <= len(name) <= 80 or "\x00" in name:
        raise InvalidInput({"name": _("From 1 to {limit} characters.", limit=80)})
    if view not in VIEWS or len(query) > 4000 or "\x00" in query:
        raise InvalidInput(message=_("This view cannot be saved."))
    if shared:
        require(KernelPermission.VIEWS_SHARE)
    async with transaction():
        if is_default:
            await _no_default(resource_key, shared)
        id = await fetch_value(
            "INSERT INTO guanxi_saved_view"
            " (owner_id, resource, view, name, query, shared, pinned, is_default, created_at)"
            " SELECT $1, $2::text, $3, $4, $5, $6, $7, $8, now()"
            " WHERE (SELECT count(*) FROM guanxi_saved_view WHERE owner_id = $1 AND resource = $2::text) < $9"
            " ON CONFLICT (owner_id, resource, name) DO UPDATE SET view = excluded.view, query = excluded.query,"
            " shared = excluded.shared, pinned = excluded.pinned, is_default = excluded.is_default RETURNING id",
            *(current_actor().id, resource_key, view, name, query, shared, pinned, is_default, MOST),
        )
        if id is None:
            raise Conflict(_("These are too many views. Delete one that you do not use."))
    return int(id)


async def _no_default(resource_key: str, shared: bool) -> None:
    """One default for each user, and one for all."""
    await execute(
        "UPDATE guanxi_saved_view SET is_default = FALSE"
        " WHERE resource = $1 AND shared = $2 AND is_default AND ($2 OR owner_id = $3)",
        *(resource_key, shared, current_actor().id),
    )


async def change_view(resource_key: str, id: int, flag: Flag, value: bool) -> None:
    """Raises NotFound for another user's view."""
    view = await _own(resource_key, id)
    if flag == "shared" and value:
        require(KernelPermission.VIEWS_SHARE)
    async with transaction():
        if value and (flag == "is_default" or (flag == "shared" and view["is_default"])):
            await _no_default(resource_key, value if flag == "shared" else view["shared"])
            if flag == "shared":
                await execute("UPDATE guanxi_saved_view SET is_default = TRUE WHERE id = $1", id)
        await execute(f"UPDATE guanxi_saved_view SET {flag} = $2 WHERE id = $1", id, value)


async def delete_view(resource_key: str, id: int) -> None:
    """Raises NotFound for another user's view, unless an administrator takes away a shared one."""
    await _own(resource_key, id)
    await execute("DELETE FROM guanxi_saved_view WHERE id = $1", id)


async def _own(resource_key: str, id: int) -> Any:
    actor = current_actor()
    row = await fetch_row(
        "SELECT * FROM guanxi_saved_view WHERE id = $1 AND resource = $2 AND (owner_id = $3 OR (shared AND $4))",
        *(id, resource_key, actor.id, actor.has(KernelPermission.VIEWS_SHARE)),
    )
    if row is None:
        raise NotFound()
    return row


async def choose_columns(resource_key: str, names: list[str]) -> None:
    """The columns of the list from now on; none: as declared."""
    await prefer(f"columns:{resource_key}", names or None)
