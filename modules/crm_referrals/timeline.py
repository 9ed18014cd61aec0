"""What referrals tell in a customer's timeline. Names of the other side are not in it: who reads may not know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_referrals.choices import Channel
from crm_referrals.permissions import ReferralPermission
from guanxi import TimelineEvent, TimelineMark, TimelineSource, Tone, _, fetch, show_number

_HAPPENED = """
WITH own AS (
    SELECT r.*, r.referrer_id = ANY($1::bigint[]) AS given FROM crm_referrals_referral r
    WHERE r.referrer_id = ANY($1::bigint[]) OR r.referred_id = ANY($1::bigint[])
), told AS (
    SELECT o.id * 2 AS id, o.id AS record_id, o.created_at AS at, 'noted' AS what, o.given, o.channel,
        0::bigint AS points, u.name AS by FROM own o LEFT JOIN guanxi_user u ON u.id = o.created_by_id
    UNION ALL SELECT o.id * 2 + 1, o.id, o.rewarded_at, 'rewarded', o.given, o.channel,
        CASE WHEN o.given THEN o.referrer_points ELSE o.referred_points END, NULL FROM own o
    WHERE o.rewarded_at IS NOT NULL
)
SELECT * FROM told WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_HAPPENED, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    rewarded = row["what"] == "rewarded"
    if rewarded:
        text = str(_("{points} points", points=show_number(row["points"])))
        title = _("Rewarded for a referral")
    else:
        text = str(Channel(row["channel"]).label)
        title = _("Recommended a new customer") if row["given"] else _("Was recommended by a customer")
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=title,
        text=text,
        who=row["by"] or "",
        href=f"/crm_referrals/referrals/{row['record_id']}",
        tone=Tone.OK if rewarded else Tone.INFO,
    )


SOURCE = TimelineSource(
    name="referrals", label=_("Referrals"), access=ReferralPermission.READ, load=_load, icon="users", order=54
)
