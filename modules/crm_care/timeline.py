"""The wishes in a customer's timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_care.choices import Occasion
from crm_care.permissions import CarePermission
from guanxi import TimelineEvent, TimelineMark, TimelineSource, _, current_locale, fetch, show_number

_HAPPENED = """
SELECT m.id, m.created_at AS at, m.on_day, m.points, m.coupon, p.name, p.name_zh, p.occasion FROM crm_care_message m
JOIN crm_care_plan p ON p.id = m.plan_id
WHERE m.customer_id = ANY($1::bigint[]) AND (m.created_at, m.id) < ($2, $3)
ORDER BY m.created_at DESC, m.id DESC LIMIT $4
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_HAPPENED, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    name = (row["name_zh"] or row["name"]) if current_locale() == "zh_CN" else row["name"]
    points = str(_("{points} points", points=show_number(row["points"]))) if row["points"] else ""
    born = row["occasion"] == Occasion.BIRTHDAY
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Birthday wishes") if born else _("Holiday wishes"),
        text=" · ".join(filter(None, (name, points, row["coupon"]))),
        href=f"/crm_care/messages/{row['id']}",
        on=row["on_day"],
    )


SOURCE = TimelineSource(name="care", label=_("Wishes"), access=CarePermission.READ, load=_load, icon="gift", order=56)
