"""Clubs and posts in a customer's timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crm_community.permissions import CommunityPermission
from crm_community.texts import in_own_language
from guanxi import TimelineEvent, TimelineMark, TimelineSource, _, fetch

_HAPPENED = """
WITH own AS (SELECT id FROM crm_community_profile WHERE customer_id = ANY($1::bigint[])), told AS (
    SELECT m.id * 2 AS id, m.created_at AS at, 'joined' AS what, m.club_id AS record_id, c.name, c.name_zh
    FROM own JOIN crm_community_member m ON m.profile_id = own.id JOIN crm_community_club c ON c.id = m.club_id
    UNION ALL SELECT s.id * 2 + 1, s.created_at, 'wrote', s.topic_id, t.title, ''
    FROM own JOIN crm_community_post s ON s.profile_id = own.id JOIN crm_community_topic t ON t.id = s.topic_id
)
SELECT * FROM told WHERE (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $4
"""


async def _load(customer_ids: Sequence[int], mark: TimelineMark, limit: int) -> list[TimelineEvent]:
    return [_event(row) for row in await fetch(_HAPPENED, list(customer_ids), mark.at, mark.id, limit)]


def _event(row: Mapping[str, Any]) -> TimelineEvent:
    joined = row["what"] == "joined"
    place = "clubs" if joined else "topics"
    return TimelineEvent(
        at=row["at"],
        id=row["id"],
        title=_("Joined a club") if joined else _("Wrote in the community"),
        text=in_own_language(row, "name"),
        href=f"/crm_community/{place}/{row['record_id']}",
    )


SOURCE = TimelineSource(
    name="community",
    label=_("Clubs and community"),
    access=CommunityPermission.READ,
    load=_load,
    icon="users",
    order=56,
)
