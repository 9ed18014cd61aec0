"""What the portal holds about a person: links that were sent, visits, and the sessions that are open."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_core.services import customer_addresses
from crm_portal.permissions import PORTAL
from guanxi import Field, Kind, _, execute, fetch, revoke_realm_sessions


async def _load(customer_id: int) -> list[dict[str, Any]]:
    rows = await fetch(
        "SELECT last_at, count FROM crm_portal_visit WHERE customer_id = $1",
        customer_id,
    )
    return [dict(row) for row in rows]


async def _erase(customer_id: int) -> None:
    """Nobody enters any more: not by an open session, not by a link on its way."""
    await revoke_realm_sessions(PORTAL.name, customer_id)
    addresses = [address.lower() for address in await customer_addresses(customer_id)]
    await execute(
        "DELETE FROM crm_portal_link WHERE customer_id = $1 OR email = ANY($2::text[])", customer_id, addresses
    )
    for table in ("crm_portal_password", "crm_portal_new_address"):
        await execute(
            f"DELETE FROM {table} WHERE customer_id = $1 OR email = ANY($2::text[])",  # noqa: S608
            customer_id,
            addresses,
        )
    await execute("DELETE FROM crm_portal_challenge WHERE email = ANY($1::text[])", addresses)
    await execute(
        "DELETE FROM crm_portal_entry e WHERE email = ANY($1::text[])"
        " AND NOT EXISTS (SELECT FROM guanxi_session s WHERE s.id = e.session_id)",
        addresses,
    )
    await execute("DELETE FROM crm_portal_visit WHERE customer_id = $1", customer_id)


PERSONAL = PersonalData(
    name="portal",
    title=_("Customer portal"),
    load=_load,
    own=_load,
    erase=_erase,
    order=5,
    fields=(Field("last_at", _("Last visit"), kind=Kind.DATETIME), Field("count", _("Visits"), kind=Kind.INTEGER)),
)
