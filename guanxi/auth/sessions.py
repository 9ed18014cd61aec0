"""Sessions are rows. The cookie is 256 random bits of which only the hash is stored."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from guanxi import clock
from guanxi.auth.grants import permissions_of
from guanxi.auth.shares import shares_of, shares_sql
from guanxi.context import Actor, current_company
from guanxi.db import Record, execute, fetch, fetch_row, fetch_value

LIFETIME = timedelta(days=14)
IDLE = timedelta(days=3)
SEEN_EVERY = timedelta(minutes=1)
_COOKIE_LENGTH = 43
MOST_UNREAD = 100
_UNREAD = (
    "(SELECT count(*) FROM (SELECT FROM guanxi_notification WHERE user_id = s.user_id AND read_at IS NULL"
    f" LIMIT {MOST_UNREAD}) found) AS unread"
)


@dataclass(frozen=True, slots=True)
class NewSession:
    """`cookie` goes to the browser once; `csrf` into every form."""

    cookie: str
    csrf: str
    session_id: int


@dataclass(frozen=True, slots=True)
class LoadedSession:
    actor: Actor
    csrf: str
    locale: str
    """empty where nobody chose one"""
    session_id: int
    unread: int = 0
    """notifications, counted no further than `MOST_UNREAD`"""
    hotkeys: bool = True
    """whether single keys do something: the user's preference"""


def hash_secret(secret: str) -> str:
    """sha256 in hexadecimal: enough for secrets of 256 random bits; passwords need argon2."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


async def load_session(cookie: str) -> LoadedSession | None:
    """Who is signed in with this cookie; None where the session ended, or its user or realm is not active.

    One statement, and a second one at most once a minute per session. It brings along what every page shows of the
    user's desk.
    """
    if len(cookie) != _COOKIE_LENGTH:
        return None
    now = clock.now()
    row = await fetch_row(
        "SELECT s.id, s.csrf, s.seen_at, s.user_id, s.realm, s.subject_id, s.name AS subject_name,"
        " coalesce(nullif(s.locale, ''), u.locale, '') AS locale, u.name, u.administrator, u.department_id,"
        " ARRAY(SELECT role_id FROM guanxi_user_role WHERE user_id = s.user_id ORDER BY 1) AS roles,"
        f" {_UNREAD}{shares_sql('s.user_id')},"
        " NOT EXISTS (SELECT FROM guanxi_preference WHERE user_id = s.user_id AND name = 'hotkeys'"
        " AND value = 'false'::jsonb) AS hotkeys"
        " FROM guanxi_session s LEFT JOIN guanxi_user u ON u.id = s.user_id"
        " WHERE s.hash = $1 AND s.expires_at > $2 AND s.seen_at > $3"
        " AND ((s.user_id IS NULL AND s.realm IS NOT NULL) OR u.active)",
        hash_secret(cookie),
        now,
        now - IDLE,
    )
    if row is None:
        return None
    actor = await _actor(row) if row["user_id"] is not None else _subject(row)
    if actor is None:
        return None
    if row["seen_at"] < now - SEEN_EVERY:
        await execute(
            "UPDATE guanxi_session SET seen_at = $2 WHERE id = $1 AND seen_at < $3",
            row["id"],
            now,
            now - SEEN_EVERY,
        )
    return LoadedSession(actor, row["csrf"], row["locale"], row["id"], row["unread"], row["hotkeys"])


async def live_sessions(ids: set[int]) -> dict[int, int]:
    """Those of users' sessions that have not ended, with the unread notifications of their users."""
    now = clock.now()
    rows = await fetch(
        f"SELECT s.id, {_UNREAD} FROM guanxi_session s JOIN guanxi_user u ON u.id = s.user_id AND u.active"
        " WHERE s.id = ANY($1) AND s.expires_at > $2 AND s.seen_at > $3",
        list(ids),
        now,
        now - IDLE,
    )
    return {row["id"]: row["unread"] for row in rows}


async def _actor(row: Record) -> Actor:
    return Actor(
        kind="user",
        id=row["user_id"],
        name=row["name"],
        permissions=await permissions_of(row["administrator"], row["roles"]),
        department_id=row["department_id"],
        session_id=row["id"],
        shared=shares_of(row),
    )


def _subject(row: Record) -> Actor | None:
    """Someone of a realm, such as a customer; None while the realm's add-on is not enabled."""
    if row["realm"] not in current_company().catalog.realms:
        return None
    return Actor(
        kind="external",
        id=row["subject_id"],
        name=row["subject_name"],
        realm=row["realm"],
        session_id=row["id"],
    )


async def open_session(user_id: int, *, user_agent: str = "") -> NewSession:
    """A session of a user whose identity has been proven."""
    return await _open(user_id=user_id, user_agent=user_agent)


async def open_realm_session(
    realm: str, subject_id: int, name: str, locale: str = "", *, user_agent: str = ""
) -> NewSession:
    """A session of someone who is not a user; the realm's add-on has proven who it is."""
    return await _open(realm=realm, subject_id=subject_id, name=name[:200], locale=locale, user_agent=user_agent)


async def _open(
    *,
    user_id: int | None = None,
    realm: str | None = None,
    subject_id: int | None = None,
    name: str = "",
    locale: str = "",
    user_agent: str = "",
) -> NewSession:
    cookie, csrf, now = secrets.token_urlsafe(32), secrets.token_urlsafe(32), clock.now()
    row = await fetch_row(
        "INSERT INTO guanxi_session (hash, csrf, user_id, realm, subject_id, name, locale,"
        " created_at, seen_at, expires_at, user_agent)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10) RETURNING id",
        hash_secret(cookie),
        csrf,
        user_id,
        realm,
        subject_id,
        name,
        locale,
        now,
        now + LIFETIME,
        "".join(character for character in user_agent if character.isprintable())[:200],
    )
    assert row is not None
    return NewSession(cookie, csrf, row["id"])


async def renew_session(session_id: int) -> NewSession | None:
    """The same session under a new cookie and CSRF token. None where there is no such session."""
    cookie, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    row = await fetch_row(
        "UPDATE guanxi_session SET hash = $2, csrf = $3 WHERE id = $1 RETURNING id",
        session_id,
        hash_secret(cookie),
        csrf,
    )
    return NewSession(cookie, csrf, session_id) if row is not None else None


async def session_end(session_id: int) -> datetime | None:
    """When the session ends unless it is used again before; None where it has."""
    now = clock.now()
    end: datetime | None = await fetch_value(
        "SELECT least(expires_at, seen_at + $2::interval) FROM guanxi_session WHERE id = $1", session_id, IDLE
    )
    return end if end is not None and end > now else None


async def set_session_locale(session_id: int, locale: str) -> None:
    await execute("UPDATE guanxi_session SET locale = $2 WHERE id = $1", session_id, locale)


async def sign_out(session_id: int) -> None:
    await execute("DELETE FROM guanxi_session WHERE id = $1", session_id)


async def revoke_sessions(user_id: int, except_session: int | None = None) -> None:
    """Ends the sessions of a user at once, all but one where it is given."""
    await execute("DELETE FROM guanxi_session WHERE user_id = $1 AND id IS DISTINCT FROM $2", user_id, except_session)


async def revoke_realm_sessions(realm: str, subject_id: int) -> None:
    await execute("DELETE FROM guanxi_session WHERE realm = $1 AND subject_id = $2", realm, subject_id)


async def forget_ended_sessions(now: datetime) -> None:
    await execute("DELETE FROM guanxi_session WHERE expires_at <= $1 OR seen_at <= $2", now, now - IDLE)
