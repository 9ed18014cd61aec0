"""What referrals hold about a person: codes, and that somebody recommended or was recommended, without names."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from crm_referrals.attributing import RESOURCE
from crm_referrals.choices import ReferralState
from crm_referrals.rewarding import forget
from guanxi import Choice, Field, Kind, _, erase_traces, fetch


class _What(Choice):
    CODE = "code", _("Referral code")
    GIVEN = "given", _("Recommended a new customer")
    RECEIVED = "received", _("Was recommended by a customer")


_LOAD = """
SELECT 'code' AS what, created_at AS at, code, NULL AS state, NULL::bigint AS points FROM crm_referrals_code
WHERE customer_id = $1
UNION ALL SELECT 'given', created_at, NULL, state, referrer_points FROM crm_referrals_referral WHERE referrer_id = $1
UNION ALL SELECT 'received', created_at, NULL, state, referred_points FROM crm_referrals_referral
WHERE referred_id = $1 ORDER BY at
"""
_IDS = "SELECT id FROM crm_referrals_referral WHERE referrer_id = $1 OR referred_id = $1"
_CODES = "SELECT id FROM crm_referrals_code WHERE customer_id = $1"


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, customer_id)]


async def _erase(customer_id: int) -> None:
    """Who recommended whom stays, as ids, for the points; the codes go, and what people wrote."""
    await erase_traces(RESOURCE, [row["id"] for row in await fetch(_IDS, customer_id)])
    await erase_traces("crm_referrals/codes", [row["id"] for row in await fetch(_CODES, customer_id)])
    await forget(customer_id)


PERSONAL = PersonalData(
    name="referrals",
    title=_("Referrals"),
    load=_load,
    own=_load,
    erase=_erase,
    order=53,
    fields=(
        Field("what", _("Kind"), kind=Kind.CHOICE, choices=_What),
        Field("at", _("Time"), kind=Kind.DATETIME),
        Field("code", _("Code", "referral")),
        Field("state", _("State"), kind=Kind.CHOICE, choices=ReferralState),
        Field("points", _("Points"), kind=Kind.INTEGER),
    ),
)
