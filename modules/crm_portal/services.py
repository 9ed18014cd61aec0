"""What other add-ons may call."""

from __future__ import annotations

from crm_portal import queries
from crm_portal.pages import signed_in_customer
from crm_portal.tabs import tabs as portal_tabs
from guanxi import current_actor

__all__ = ["address_of_session", "portal_tabs", "signed_in_customer"]


async def address_of_session() -> str:
    """The e-mail address whose link opened the current session; empty where it was handed over otherwise."""
    session_id = current_actor().session_id
    entered = await queries.entry(session_id) if session_id is not None else None
    return "" if entered is None else entered.email
