"""What offers hold about a person: coupons and draws. They hold codes, prizes and times and no names."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_offers.choices import CouponState
from guanxi import Choice, Field, Kind, _, erase_traces, fetch


class _What(Choice):
    COUPON = "coupon", _("Coupon")
    DRAW = "draw", _("Draw")


_LOAD = """
SELECT 'coupon' AS what, k.created_at AS at, c.name, k.code, k.state, NULL AS entrant FROM crm_offers_coupon k
JOIN crm_offers_campaign c ON c.id = k.campaign_id WHERE k.customer_id = $1
UNION ALL SELECT 'draw', d.at, l.name || ' · ' || p.name, NULL, NULL, d.entrant FROM crm_offers_draw d
JOIN crm_offers_lottery l ON l.id = d.lottery_id JOIN crm_offers_prize p ON p.id = d.given_id WHERE d.customer_id = $1
ORDER BY at
"""

_OWN = (
    ("crm_offers/coupons", "SELECT id FROM crm_offers_coupon WHERE customer_id = $1"),
    ("crm_offers/draws", "SELECT id FROM crm_offers_draw WHERE customer_id = $1"),
)


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, customer_id)]


async def _erase(customer_id: int) -> None:
    """What people wrote about the coupons and draws; these themselves stay, for the figures and the check."""
    for resource, sql in _OWN:
        await erase_traces(resource, [row["id"] for row in await fetch(sql, customer_id)])


PERSONAL = PersonalData(
    name="offers",
    title=_("Offers"),
    load=_load,
    own=_load,
    erase=_erase,
    order=52,
    fields=(
        Field("what", _("Kind"), kind=Kind.CHOICE, choices=_What),
        Field("at", _("Time"), kind=Kind.DATETIME),
        Field("name", _("Name")),
        Field("code", _("Code", "coupon")),
        Field("state", _("State"), kind=Kind.CHOICE, choices=CouponState),
        Field("entrant", _("Customer number")),
    ),
)
