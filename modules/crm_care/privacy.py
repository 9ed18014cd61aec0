"""What care holds about a person: when wishes went out, and gifts. The mails are the kernel's."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from guanxi import Field, Kind, _, erase_traces, fetch

_LOAD = """
SELECT p.name AS plan, m.created_at AS at, m.on_day, m.points, m.coupon FROM crm_care_message m
JOIN crm_care_plan p ON p.id = m.plan_id WHERE m.customer_id = $1 ORDER BY m.id
"""


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, customer_id)]


async def _erase(customer_id: int) -> None:
    rows = await fetch("SELECT id FROM crm_care_message WHERE customer_id = $1", customer_id)
    await erase_traces("crm_care/messages", [row["id"] for row in rows])


PERSONAL = PersonalData(
    name="care",
    title=_("Wishes sent"),
    load=_load,
    own=_load,
    erase=_erase,
    order=54,
    fields=(
        Field("plan", _("Care plan"), kind=Kind.TEXT),
        Field("at", _("Sent at"), kind=Kind.DATETIME),
        Field("on_day", _("For the day"), kind=Kind.DATE),
        Field("points", _("Points"), kind=Kind.INTEGER),
        Field("coupon", _("Coupon"), kind=Kind.TEXT),
    ),
)
