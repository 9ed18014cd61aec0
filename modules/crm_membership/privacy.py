"""What paid memberships hold about a person: which, and when. Erasing keeps them for their invoices."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_membership.choices import MembershipState
from crm_membership.selling import RESOURCE
from guanxi import Field, Kind, _, erase_traces, fetch

_LOAD = """
SELECT m.created_at AS at, p.name, m.state, m.paid_on, m.first_day, m.last_day FROM crm_membership_membership m
JOIN crm_membership_plan p ON p.id = m.plan_id WHERE m.customer_id = $1 ORDER BY m.id
"""
_IDS = "SELECT id FROM crm_membership_membership WHERE customer_id = $1"


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, customer_id)]


async def _erase(customer_id: int) -> None:
    """What people wrote in the log."""
    await erase_traces(RESOURCE, [row["id"] for row in await fetch(_IDS, customer_id)])


PERSONAL = PersonalData(
    name="memberships",
    title=_("Paid memberships"),
    load=_load,
    own=_load,
    erase=_erase,
    order=54,
    fields=(
        Field("at", _("Ordered at"), kind=Kind.DATETIME),
        Field("name", _("Membership")),
        Field("state", _("State"), kind=Kind.CHOICE, choices=MembershipState),
        Field("paid_on", _("Paid on"), kind=Kind.DATE),
        Field("first_day", _("First day"), kind=Kind.DATE),
        Field("last_day", _("Last day"), kind=Kind.DATE),
    ),
)
