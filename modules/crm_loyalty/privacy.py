"""What loyalty holds about a person: the account and its movements, which hold points and no names."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from guanxi import Field, Kind, _, fetch


async def _load(customer_id: int) -> list[dict[str, Any]]:
    rows = await fetch(
        "SELECT coalesce(a.number, m.card_number) AS card_number, e.created_at AS at, e.kind, e.points"
        " FROM crm_loyalty_member m LEFT JOIN crm_loyalty_account a ON a.member_id = m.id"
        " LEFT JOIN crm_loyalty_entry e ON e.account_id = a.id WHERE m.customer_id = $1 ORDER BY e.id",
        customer_id,
    )
    return [dict(row) for row in rows]


PERSONAL = PersonalData(
    name="loyalty",
    title=_("Points"),
    load=_load,
    own=_load,
    order=50,
    resource=lambda row: "crm_loyalty/entries",
    fields=(Field("card_number", _("Card number")), Field("at", _("Time"), kind=Kind.DATETIME)),
)
