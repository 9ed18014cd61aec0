"""Two sources whose events a test puts in: parcels for everybody, offers for those who see margins."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from guanxi import TimelineEvent, TimelineMark, TimelineSource, _
from sample_shop.permissions import ShopPermission

PARCELS: dict[int, list[TimelineEvent]] = {}
OFFERS: dict[int, list[TimelineEvent]] = {}
"""by order"""
BROKEN = -1
"""an order of which events cannot be told, where it has any"""


def _told(
    events: dict[int, list[TimelineEvent]],
) -> Callable[[Sequence[int], TimelineMark, int], Awaitable[list[TimelineEvent]]]:
    async def load(ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
        if BROKEN in events:
            raise LookupError("these cannot be told")
        found = [event for id in ids for event in events.get(id, ())]
        found = [event for event in found if TimelineMark(event.at, event.id) < mark]
        return sorted(found, key=lambda event: (event.at, event.id), reverse=True)[:limit]

    return load


PARCEL_SOURCE = TimelineSource(
    name="parcels", label=_("Parcels"), access=ShopPermission.READ, load=_told(PARCELS), icon="box", order=20
)
OFFER_SOURCE = TimelineSource(
    name="offers",
    label=_("Offers"),
    access=ShopPermission.MARGIN,
    load=_told(OFFERS),
    order=10,
    tells=("offer.sent",),
)
