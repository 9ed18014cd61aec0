"""What was delivered and accepted, in a customer's timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_contracts.choices import DeliveryState
from crm_contracts.permissions import ContractPermission
from guanxi import Text, TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch

_EVENTS = """
SELECT a.id, a.at, a.actor_kind, a.actor_name, a.reason, a.after ->> 'state' AS state, d.id AS delivery_id, d.what,
    COALESCE(c.number, '') AS number, c.title
FROM crm_contracts_contract c
CROSS JOIN LATERAL (SELECT id, what FROM crm_contracts_delivery WHERE contract_id = c.id OFFSET 0) d
CROSS JOIN LATERAL (
    SELECT * FROM guanxi_audit WHERE resource = 'crm_contracts/deliveries' AND record_id = d.id AND action = 'update'
        AND (jsonb_exists(after, 'delivered') OR jsonb_exists(after, 'accepted_on'))
    OFFSET 0) a
WHERE c.customer_id = ANY($1::bigint[]) AND (a.at, a.id) < ($2, $3) ORDER BY a.at DESC, a.id DESC LIMIT $4
"""
"""Each contract's deliveries and each of their entries are looked up, however many there are in all."""
_TITLES: Mapping[str, tuple[Text, str, Tone]] = {
    DeliveryState.PARTLY: (_("Partly delivered"), "box", Tone.INFO),
    DeliveryState.DELIVERED: (_("Delivered"), "box", Tone.OK),
    DeliveryState.ACCEPTED: (_("Delivery accepted"), "check", Tone.OK),
}
_CORRECTED = (_("Delivery corrected"), "pencil", Tone.NEUTRAL)


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_EVENTS, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    title, icon, tone = _TITLES.get(row["state"] or "", _CORRECTED)
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=title,
        text=" · ".join(filter(None, (row["what"], row["number"], row["title"]))),
        note=row["reason"],
        who="" if row["actor_kind"] == "system" else row["actor_name"],
        href=f"/crm_contracts/deliveries/{row['delivery_id']}",
        icon=icon,
        tone=tone,
    )


DELIVERY_SOURCE = TimelineSource(
    name="deliveries", label=_("Deliveries"), access=ContractPermission.READ, load=_load, icon="box", order=31
)
