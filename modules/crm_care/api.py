"""What the JSON API offers beside the resources."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from crm_care.models import Plan
from crm_care.panels import preview
from crm_care.permissions import CarePermission
from guanxi import Call, Endpoint, _, get


class ReachOutput(msgspec.Struct, frozen=True):
    customer_id: int
    name: str
    on_day: date


async def _preview(call: Call[Any]) -> list[ReachOutput]:
    """The first customers by their number; plans that reach more than a preview holds leave the others out."""
    plan = await get(Plan, call.path["plan_id"])
    found, _more = await preview(plan.id)
    return [ReachOutput(each.customer.id, each.customer.name, each.on_day) for each in found]


PREVIEW = Endpoint(
    path="/preview/{plan_id:int}",
    method="GET",
    handler=_preview,
    access=CarePermission.READ,
    summary=_("Whom a care plan reaches in the next 30 days"),
    output=list[ReachOutput],
)
