"""Paid memberships in a customer's timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_membership.choices import MembershipState
from crm_membership.permissions import MembershipPermission
from crm_membership.selling import RESOURCE, plan_name
from guanxi import TimelineEvent, TimelineMark, TimelineSource, _, current_locale, fetch

_HAPPENED = """
SELECT m.id, m.created_at AS at, m.state, p.name, p.name_zh, u.name AS by FROM crm_membership_membership m
JOIN crm_membership_plan p ON p.id = m.plan_id LEFT JOIN guanxi_user u ON u.id = m.created_by_id
WHERE m.customer_id = ANY($1::bigint[]) AND (m.created_at, m.id) < ($2, $3)
ORDER BY m.created_at DESC, m.id DESC LIMIT $4
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_HAPPENED, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    state = MembershipState(row["state"])
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Membership ordered: {name}", name=plan_name(row, current_locale())),
        text=str(state.label),
        who=row["by"] or "",
        href=f"/{RESOURCE}/{row['id']}",
        tone=state.tone,
    )


SOURCE = TimelineSource(
    name="memberships",
    label=_("Paid memberships"),
    access=MembershipPermission.READ,
    load=_load,
    icon="shield",
    order=55,
)
