"""The statements on this add-on's tables."""

from __future__ import annotations

from datetime import datetime, timedelta

from guanxi import clock, execute, fetch_row, fetch_value

KEEP_LINKS = timedelta(days=8)
"""longer than any link can be used"""
KEEP_ENTRIES = timedelta(days=15)
"""longer than any session lasts"""


async def add_link(email: str, customer_id: int | None = None) -> int:
    id = await fetch_value(
        "INSERT INTO crm_portal_link (email, customer_id, created_at) VALUES ($1, $2, $3) RETURNING id",
        email.lower(),
        customer_id,
        clock.now(),
    )
    return int(id)


async def links_sent(email: str, within: timedelta) -> int:
    """How many links this address asked for in this time; invitations do not count."""
    number = await fetch_value(
        "SELECT count(*) FROM crm_portal_link WHERE email = $1 AND customer_id IS NULL AND created_at > $2",
        email.lower(),
        clock.now() - within,
    )
    return int(number)


async def link(id: int) -> tuple[str, int | None] | None:
    """The address and the customer that a link is for."""
    row = await fetch_row("SELECT email, customer_id FROM crm_portal_link WHERE id = $1", id)
    return None if row is None else (row["email"], row["customer_id"])


async def forget_links() -> None:
    await execute("DELETE FROM crm_portal_link WHERE created_at < $1", clock.now() - KEEP_LINKS)
    await execute("DELETE FROM crm_portal_entry WHERE created_at < $1", clock.now() - KEEP_ENTRIES)


async def note_entry(session_id: int, email: str) -> None:
    await execute(
        "INSERT INTO crm_portal_entry (session_id, email, created_at) VALUES ($1, $2, $3)",
        session_id,
        email,
        clock.now(),
    )


async def entry_address(session_id: int) -> str:
    """Empty for a session that no address opened."""
    found = await fetch_value("SELECT email FROM crm_portal_entry WHERE session_id = $1", session_id)
    return str(found or "")


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
