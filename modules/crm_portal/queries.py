"""The statements on this add-on's tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from guanxi import clock, execute, fetch, fetch_row, fetch_value

BY_MAIL, BY_PASSWORD = "mail", "password"
"""ways of a link"""

KEEP_LINKS = timedelta(days=8)
"""longer than any link can be used"""
KEEP_ENTRIES = timedelta(days=15)
"""longer than any session lasts"""


@dataclass(frozen=True, slots=True)
class LinkRow:
    email: str
    customer_id: int | None
    """for this customer alone"""
    way: str


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    id: int
    email: str
    link_id: int | None
    code_hash: str
    tries: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    email: str
    by_mail: bool
    created_at: datetime


async def add_link(email: str, customer_id: int | None = None, *, way: str = BY_MAIL) -> int:
    """One by a password is used from the start: only a choice may still follow it."""
    now = clock.now()
    id = await fetch_value(
        "INSERT INTO crm_portal_link (email, customer_id, way, created_at, used_at)"
        " VALUES ($1, $2, $3, $4, $5) RETURNING id",
        email.lower(),
        customer_id,
        way,
        now,
        None if way == BY_MAIL else now,
    )
    return int(id)


async def links_sent(email: str, within: timedelta) -> int:
    """How many links this address asked for in this time; invitations do not count."""
    number = await fetch_value(
        "SELECT count(*) FROM crm_portal_link WHERE email = $1 AND customer_id IS NULL AND way = 'mail'"
        " AND created_at > $2",
        email.lower(),
        clock.now() - within,
    )
    return int(number)


async def link(id: int) -> LinkRow | None:
    row = await fetch_row("SELECT email, customer_id, way FROM crm_portal_link WHERE id = $1", id)
    return None if row is None else LinkRow(**row)


async def use_link(id: int) -> bool:
    """Of a link and its code, in parallel, exactly one is first."""
    used = await fetch_value(
        "UPDATE crm_portal_link SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING id", id, clock.now()
    )
    return used is not None


async def add_challenge(hash: str, email: str, lasts: timedelta) -> int:
    id = await fetch_value(
        "INSERT INTO crm_portal_challenge (hash, email, code_hash, tries, expires_at) VALUES ($1, $2, '', 0, $3)"
        " RETURNING id",
        hash,
        email,
        clock.now() + lasts,
    )
    return int(id)


async def challenge_hash(id: int) -> str:
    """Empty where it is gone."""
    return str(await fetch_value("SELECT hash FROM crm_portal_challenge WHERE id = $1", id) or "")


async def answer_challenge(id: int, link_id: int, code_hash: str, lasts: timedelta) -> None:
    """From now on there is a code that is right, as long as the link that is mailed with it."""
    await execute(
        "UPDATE crm_portal_challenge SET link_id = $2, code_hash = $3, expires_at = $4 WHERE id = $1",
        id,
        link_id,
        code_hash,
        clock.now() + lasts,
    )


async def take_try(hash: str, tries: int) -> ChallengeRow | None:
    """Counts a try, also of several at once; None where there is none left."""
    row = await fetch_row(
        "UPDATE crm_portal_challenge SET tries = tries + 1 WHERE hash = $1 AND tries < $2 AND expires_at > $3"
        " RETURNING id, email, link_id, code_hash, tries",
        hash,
        tries,
        clock.now(),
    )
    return None if row is None else ChallengeRow(**row)


async def forget_challenge(id: int) -> None:
    await execute("DELETE FROM crm_portal_challenge WHERE id = $1", id)


async def forget_links() -> None:
    now = clock.now()
    await execute("DELETE FROM crm_portal_challenge WHERE expires_at < $1", now)
    await execute("DELETE FROM crm_portal_link WHERE created_at < $1", now - KEEP_LINKS)
    await execute("DELETE FROM crm_portal_new_address WHERE created_at < $1", now - KEEP_LINKS)
    await execute("DELETE FROM crm_portal_entry WHERE created_at < $1", now - KEEP_ENTRIES)


async def note_entry(session_id: int, email: str, *, by_mail: bool) -> None:
    await execute(
        "INSERT INTO crm_portal_entry (session_id, email, by_mail, created_at) VALUES ($1, $2, $3, $4)",
        session_id,
        email,
        by_mail,
        clock.now(),
    )


async def entry(session_id: int) -> EntryRow | None:
    """None for a session that no address opened."""
    row = await fetch_row("SELECT email, by_mail, created_at FROM crm_portal_entry WHERE session_id = $1", session_id)
    return None if row is None else EntryRow(**row)


async def sessions_of(email: str) -> list[int]:
    """Those that the address opened, the ended ones too."""
    rows = await fetch("SELECT session_id FROM crm_portal_entry WHERE email = $1", email)
    return [row["session_id"] for row in rows]


async def password_hash(email: str) -> str:
    """Empty without a password."""
    return str(await fetch_value("SELECT hash FROM crm_portal_password WHERE email = $1 LIMIT 1", email) or "")


async def password_customers(email: str) -> set[int]:
    rows = await fetch("SELECT customer_id FROM crm_portal_password WHERE email = $1", email)
    return {row["customer_id"] for row in rows}


async def keep_password(email: str, hash: str, new_hash: str) -> bool:
    """Whether the password is still that one; written anew where it was hashed with other parameters."""
    rows = await fetch(
        "UPDATE crm_portal_password SET hash = $3 WHERE email = $1 AND hash = $2 RETURNING id", email, hash, new_hash
    )
    return bool(rows)


async def set_password(email: str, customer_ids: list[int], hash: str) -> None:
    """For these customers and no others."""
    await execute(
        "DELETE FROM crm_portal_password WHERE email = $1 AND customer_id <> ALL($2::bigint[])", email, customer_ids
    )
    await execute(
        "INSERT INTO crm_portal_password (email, customer_id, hash, changed_at)"
        " SELECT $1, id, $3, $4 FROM unnest($2::bigint[]) AS id ORDER BY id"
        " ON CONFLICT (email, customer_id) DO UPDATE SET hash = $3, changed_at = $4",
        email,
        customer_ids,
        hash,
        clock.now(),
    )


async def remove_password(email: str) -> None:
    await execute("DELETE FROM crm_portal_password WHERE email = $1", email)


async def ask_new_address(customer_id: int, email: str, pause: timedelta) -> int | None:
    """The link to the one that the customer asked for before leads nowhere; None where that was within `pause`."""
    id = await fetch_value(
        "INSERT INTO crm_portal_new_address AS a (customer_id, email, created_at) VALUES ($1, $2, $3)"
        " ON CONFLICT (customer_id) DO UPDATE SET id = nextval(pg_get_serial_sequence('crm_portal_new_address', 'id')),"
        " email = $2, created_at = $3 WHERE a.created_at <= $4 RETURNING id",
        customer_id,
        email,
        clock.now(),
        clock.now() - pause,
    )
    return None if id is None else int(id)


async def forget_password_of(email: str, customer_id: int) -> None:
    await execute("DELETE FROM crm_portal_password WHERE email = $1 AND customer_id = $2", email.lower(), customer_id)


async def take_new_address(id: int) -> tuple[int, str] | None:
    """The customer and the address; it is forgotten."""
    row = await fetch_row("DELETE FROM crm_portal_new_address WHERE id = $1 RETURNING customer_id, email", id)
    return None if row is None else (row["customer_id"], row["email"])


async def note_visit(customer_id: int) -> None:
    await execute(
        "INSERT INTO crm_portal_visit (customer_id, last_at, count) VALUES ($1, $2, 1)"
        " ON CONFLICT (customer_id) DO UPDATE SET last_at = $2, count = crm_portal_visit.count + 1",
        customer_id,
        clock.now(),
    )


async def visit(customer_id: int) -> tuple[datetime, int] | None:
    """When a customer last signed in, and how often so far."""
    row = await fetch_row("SELECT last_at, count FROM crm_portal_visit WHERE customer_id = $1", customer_id)
    return None if row is None else (row["last_at"], row["count"])
