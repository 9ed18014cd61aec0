"""What offers tell in a customer's timeline: coupons issued, redeemed and given back, and draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_offers.choices import EventKind
from crm_offers.offering import name_of
from crm_offers.permissions import OfferPermission
from guanxi import TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch, format_money

_HAPPENED = """
WITH moved AS (
    SELECT e.id * 2 AS id, e.at, e.kind, e.coupon_id AS record_id, e.discount, e.currency, e.actor, e.created_by_id,
        c.name, c.name_zh
    FROM crm_offers_coupon k JOIN crm_offers_event e ON e.coupon_id = k.id
    JOIN crm_offers_campaign c ON c.id = k.campaign_id
    WHERE k.customer_id = ANY($1::bigint[]) AND e.kind IN ('issue', 'redeem', 'reverse', 'void')
    UNION ALL
    SELECT d.id * 2 + 1, d.at, 'draw', d.id, 0, '', d.actor, d.created_by_id, p.name, p.name_zh
    FROM crm_offers_draw d JOIN crm_offers_prize p ON p.id = d.given_id WHERE d.customer_id = ANY($1::bigint[])
)
SELECT * FROM moved WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_HAPPENED, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    drawn = row["kind"] == "draw"
    kind = None if drawn else EventKind(row["kind"])
    amount = format_money(-row["discount"], row["currency"]) if row["discount"] else ""
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Lottery") if kind is None else _("Coupon: {kind}", kind=kind.label),
        text=" · ".join(filter(None, (name_of(row), amount))),
        who=row["actor"] if row["created_by_id"] is not None else "",
        href=f"/crm_offers/{'draws' if drawn else 'coupons'}/{row['record_id']}",
        icon="gift" if drawn else "tag",
        tone=Tone.INFO if kind is None else kind.tone,
    )


SOURCE = TimelineSource(name="offers", label=_("Offers"), access=OfferPermission.READ, load=_load, icon="tag", order=52)
