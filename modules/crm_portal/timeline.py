"""What the portal tells in a customer's timeline: links that users sent, and the last visit, which is all it keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_core.permissions import CorePermission
from crm_portal.links import LINK_SENT
from guanxi import TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch, may, show_number

_SEEN = """
SELECT * FROM (
    SELECT id * 2 AS id, at, CASE WHEN actor_kind = 'system' THEN '' ELSE actor_name END AS by, reason AS email,
        0 AS visits
    FROM guanxi_audit WHERE resource = 'crm_core/customers' AND record_id = ANY($1::bigint[]) AND action = $5
    UNION ALL
    SELECT id * 2 + 1, last_at, '', '', count FROM crm_portal_visit WHERE customer_id = ANY($1::bigint[])
) e WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
"""
_BY_CUSTOMER = _("The customer")


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    rows = await fetch(_SEEN, list(customer_ids), mark.at, mark.id, limit, LINK_SENT.message)
    return [_visit(row) if row["visits"] else _invitation(row) for row in rows]


def _invitation(row: Mapping[str, Any]) -> TimelineEvent:
    """The address is for those who see addresses in full."""
    text = row["email"] if may(CorePermission.SEE_NUMBERS) else ""
    return TimelineEvent(at=row["at"], id=row["id"], title=LINK_SENT, text=text, who=row["by"], icon="mail")


def _visit(row: Mapping[str, Any]) -> TimelineEvent:
    text = str(_("Visits so far: {count}", count=show_number(row["visits"])))
    who = str(_BY_CUSTOMER)
    return TimelineEvent(
        at=row["at"], id=row["id"], title=_("Last visit to the portal"), text=text, who=who, tone=Tone.INFO
    )


SOURCE = TimelineSource(
    name="portal",
    label=_("Customer portal"),
    access=CorePermission.READ,
    load=_load,
    icon="user",
    order=60,
    tells=(LINK_SENT.message,),
)
