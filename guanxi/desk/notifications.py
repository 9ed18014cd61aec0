"""What the program tells users: on a page of their own, by a count on every page, and by mail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from guanxi import clock
from guanxi.auth.permissions import KernelPermission
from guanxi.auth.sessions import MOST_UNREAD
from guanxi.auth.users import users_with
from guanxi.context import current_actor, current_company, elevated
from guanxi.db import Record, execute, fetch, fetch_row, fetch_value, on_commit, transaction
from guanxi.declare.jobs import DeadJob
from guanxi.desk.sight import LOST, out_of_sight
from guanxi.desk.texts import pack, unpack
from guanxi.errors import Forbidden, NotFound
from guanxi.i18n import Text, _
from guanxi.jobs.transport import announce

_INSERT = """
INSERT INTO guanxi_notification (user_id, kind, title, detail, href, at)
SELECT id, $2, $3, $4, $5, $6 FROM guanxi_user WHERE id = ANY($1) AND active ORDER BY id
"""
_LONGEST_ADDRESS = 300
_LONGEST_DETAIL = 500


@dataclass(frozen=True, slots=True)
class Told:
    """A notification as its user reads it."""

    id: int
    kind: str
    title: Text
    detail: str
    href: str
    at: datetime
    read: bool


async def notify(user_ids: Iterable[int], kind: str, title: Text, *, href: str = "", detail: str = "") -> None:
    """Tells active users, in the caller's transaction; telling somebody of one's own deeds is the caller's to avoid.

    `kind` is up to 20 characters: mention, todo, job. `href` is a path of this company.
    """
    if len(href) > _LONGEST_ADDRESS or (href and not href.startswith("/")):
        raise ValueError(f"no path of ours: {href[:50]!r}")
    detail = detail.replace("\0", "")[:_LONGEST_DETAIL]
    ids = sorted(set(user_ids))
    if ids and await execute(_INSERT, ids, kind, pack(title), detail, href, clock.now()) != "INSERT 0 0":
        await _announce()


async def notifications(*, before: int | None = None, limit: int = 50) -> list[Told]:
    """The current user's, the latest first; those older than the one with the id `before`.

    One about a record that the user may not see any more says only that.
    """
    rows = await fetch(
        "SELECT id, kind, title, detail, href, at, read_at FROM guanxi_notification"
        " WHERE user_id = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3",
        _user_id(),
        before,
        limit,
    )
    lost = await out_of_sight(row["href"] for row in rows)
    return [_told(row, row["href"] in lost) for row in rows]


def _told(row: Record, lost: bool) -> Told:
    title, detail, href = (LOST, "", "") if lost else (unpack(row["title"]), row["detail"], row["href"])
    return Told(row["id"], row["kind"], title, detail, href, row["at"], row["read_at"] is not None)


async def unread_count() -> int:
    """Of the current user, counted no further than `MOST_UNREAD`."""
    return int(
        await fetch_value(
            "SELECT count(*) FROM"
            " (SELECT FROM guanxi_notification WHERE user_id = $1 AND read_at IS NULL LIMIT $2) unread",
            _user_id(),
            MOST_UNREAD,
        )
    )


async def mark_read(id: int) -> str:
    """Returns where the notification leads. Raises NotFound for one of somebody else."""
    async with transaction():
        row = await fetch_row(
            "UPDATE guanxi_notification SET read_at = coalesce(read_at, $3) WHERE id = $1 AND user_id = $2"
            " RETURNING href",
            id,
            _user_id(),
            clock.now(),
        )
        if row is None:
            raise NotFound()
        await _announce()
    return str(row["href"])


async def mark_all_read() -> None:
    async with transaction():
        await execute(
            "UPDATE guanxi_notification SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL",
            _user_id(),
            clock.now(),
        )
        await _announce()


async def tell_of_dead_job(dead: DeadJob) -> None:
    """To the user who started it. Only those who manage jobs may see its page."""
    if dead.actor_id is None:
        return
    with elevated():
        manages = dead.actor_id in await users_with(KernelPermission.JOBS_MANAGE)
    href = f"/guanxi/jobs/{dead.id}" if manages else ""
    await notify([dead.actor_id], "job", _("A job failed: {job}").format(job=dead.job.title), href=href)


def _user_id() -> int:
    actor = current_actor()
    if not actor.signed_in or actor.id is None:
        raise Forbidden()
    return actor.id


async def _announce() -> None:
    await on_commit(partial(_tell_pages, current_company().name))


async def _tell_pages(company: str) -> None:
    announce(company)
