"""What the community holds about a person: its name there, its clubs, and what it wrote."""

from __future__ import annotations

from typing import Any

from crm_core.extensions import PersonalData
from guanxi import Choice, Field, Kind, _, clock, erase_traces, execute, fetch


class _What(Choice):
    NAME = "name", _("Name in the community")
    CLUB = "club", _("Joined the club")
    TOPIC = "topic", _("Opened a topic")
    POST = "post", _("Wrote")
    REPORT = "report", _("Reported a post")


_OWN = "SELECT id FROM crm_community_profile WHERE customer_id = $1"
_LOAD = f"""
SELECT * FROM (
    SELECT 'name' AS what, created_at AS at, nickname AS text FROM crm_community_profile WHERE customer_id = $1
    UNION ALL SELECT 'club', m.created_at, c.name FROM crm_community_member m
        JOIN crm_community_club c ON c.id = m.club_id WHERE m.profile_id IN ({_OWN})
    UNION ALL SELECT 'topic', created_at, title FROM crm_community_topic WHERE profile_id IN ({_OWN})
    UNION ALL SELECT 'post', created_at, text FROM crm_community_post WHERE profile_id IN ({_OWN})
    UNION ALL SELECT 'report', created_at, reason FROM crm_community_report WHERE profile_id IN ({_OWN})
) AS held ORDER BY at, what
"""  # noqa: S608
_ERASE = (
    f"""UPDATE crm_community_post SET text = '', state = 'withdrawn', revision = revision + 1, updated_at = $2
    WHERE profile_id IN ({_OWN}) RETURNING id, 'posts' AS resource""",  # noqa: S608
    f"""UPDATE crm_community_report SET excerpt = '', revision = revision + 1, updated_at = $2
    WHERE post_id IN (SELECT id FROM crm_community_post WHERE profile_id IN ({_OWN}))
    RETURNING id, 'reports' AS resource""",  # noqa: S608
    f"""UPDATE crm_community_topic SET title = '…', revision = revision + 1, updated_at = $2
    WHERE profile_id IN ({_OWN}) RETURNING id, 'topics' AS resource""",  # noqa: S608
    f"""UPDATE crm_community_report SET reason = '', revision = revision + 1, updated_at = $2
    WHERE profile_id IN ({_OWN}) RETURNING id, 'reports' AS resource""",  # noqa: S608
    """UPDATE crm_community_profile SET nickname = 'X' || id, nickname_key = 'x' || id || ':erased',
    revision = revision + 1, updated_at = $2 WHERE customer_id = $1 RETURNING id, 'profiles' AS resource""",
)
_LEAVE = f"UPDATE crm_community_member SET state = 'left' WHERE state = 'member' AND profile_id IN ({_OWN})"  # noqa: S608


async def _load(customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(_LOAD, customer_id)]


async def _erase(customer_id: int) -> None:
    """What others answered stays, without what was answered."""
    await execute(_LEAVE, customer_id)
    for sql in _ERASE:
        rows = await fetch(sql, customer_id, clock.now())
        if rows:
            await erase_traces(f"crm_community/{rows[0]['resource']}", [row["id"] for row in rows])


PERSONAL = PersonalData(
    name="community",
    title=_("Clubs and community"),
    load=_load,
    own=_load,
    erase=_erase,
    order=55,
    fields=(
        Field("what", _("Kind"), kind=Kind.CHOICE, choices=_What),
        Field("at", _("Time"), kind=Kind.DATETIME),
        Field("text", _("Text")),
    ),
)
