"""What customers and panels read of the community."""

from __future__ import annotations

from typing import Any

from crm_community.clubs import OPEN_TO, Visitor
from guanxi import fetch, fetch_row, fetch_value

TOPICS_A_PAGE, POSTS_A_PAGE = 30, 50
_CLUBS = f"""
SELECT c.id, c.name, c.name_zh, c.about, c.about_zh, c.tier_id, m.state AS member,
    (SELECT count(*) FROM crm_community_member x WHERE x.club_id = c.id AND x.state = 'member') AS members,
    (SELECT count(*) FROM crm_community_topic t WHERE t.club_id = c.id AND t.state = 'shown') AS topics
FROM crm_community_club c LEFT JOIN crm_community_member m ON m.club_id = c.id AND m.profile_id = $1
WHERE {OPEN_TO.format(tiers="$2")} AND m.state IS DISTINCT FROM 'removed' AND ($3::bigint IS NULL OR c.id = $3)
ORDER BY (m.state IS NOT DISTINCT FROM 'member') DESC, c.id LIMIT 100
"""  # noqa: S608
_SEEN = "(t.state = 'shown' OR (t.state = 'waiting' AND t.profile_id = $2))"
_TOPICS = f"""
SELECT t.id, t.title, t.state, t.pinned, t.closed, t.last_post_at, p.nickname,
    (SELECT count(*) FROM crm_community_post s WHERE s.topic_id = t.id AND s.state = 'shown') AS posts
FROM crm_community_topic t LEFT JOIN crm_community_profile p ON p.id = t.profile_id
WHERE t.club_id = $1 AND {_SEEN} ORDER BY t.pinned DESC, t.last_post_at DESC, t.id DESC LIMIT $3 OFFSET $4
"""  # noqa: S608
_TOPIC = f"""
SELECT t.id, t.club_id, t.title, t.state, t.closed FROM crm_community_topic t WHERE t.id = $1 AND {_SEEN}
"""  # noqa: S608
_POSTS = """
SELECT s.id, s.text, s.state, s.created_at, s.profile_id, p.nickname FROM crm_community_post s
LEFT JOIN crm_community_profile p ON p.id = s.profile_id
WHERE s.topic_id = $1 AND (s.state <> 'waiting' OR s.profile_id = $2) ORDER BY s.id LIMIT $3 OFFSET $4
"""
_PLACE = (
    "SELECT t.id, t.club_id FROM crm_community_post s JOIN crm_community_topic t ON t.id = s.topic_id WHERE s.id = $1"
)
_FRESH = """
SELECT count(*) AS topics FROM crm_community_member m
JOIN crm_community_club c ON c.id = m.club_id AND c.active
JOIN crm_community_topic t ON t.club_id = m.club_id AND t.state = 'shown' AND t.last_post_at >= $2
WHERE m.profile_id = $1 AND m.state = 'member'
"""
_OF_CUSTOMER = """
SELECT c.id, c.name, c.name_zh, m.state, m.created_at FROM crm_community_profile p
JOIN crm_community_member m ON m.profile_id = p.id JOIN crm_community_club c ON c.id = m.club_id
WHERE p.customer_id = $1 ORDER BY m.id DESC LIMIT $2
"""
_WRITTEN = """
SELECT count(s.id) AS posts FROM crm_community_profile p JOIN crm_community_post s ON s.profile_id = p.id
WHERE p.customer_id = $1 AND s.state = 'shown'
"""


async def clubs(who: Visitor, club_id: int | None = None) -> list[Any]:
    """Those that this customer may see, its own first; `member` is the state of its membership."""
    return await fetch(_CLUBS, who.profile_id, who.tiers, club_id)


async def club(who: Visitor, club_id: int) -> Any:
    """None: there is none for this customer."""
    found = await clubs(who, club_id)
    return found[0] if found else None


async def topics(who: Visitor, club_id: int, page: int) -> list[Any]:
    """One more than a page holds where there are more."""
    return await fetch(_TOPICS, club_id, who.profile_id, TOPICS_A_PAGE + 1, page * TOPICS_A_PAGE)


async def topic(who: Visitor, topic_id: int) -> Any:
    """None: there is none that this customer sees, its club aside."""
    return await fetch_row(_TOPIC, topic_id, who.profile_id)


async def posts(who: Visitor, topic_id: int, page: int) -> list[Any]:
    return await fetch(_POSTS, topic_id, who.profile_id, POSTS_A_PAGE + 1, page * POSTS_A_PAGE)


async def place(post_id: int) -> Any:
    """The topic and the club where a post stands."""
    return await fetch_row(_PLACE, post_id)


async def fresh_topics(who: Visitor, since: Any) -> int:
    """Of the customer's clubs: in how many topics somebody wrote since then."""
    return int(await fetch_value(_FRESH, who.profile_id, since))


async def of_customer(customer_id: int, limit: int) -> list[Any]:
    """Clubs that a customer is or was in, the latest first."""
    return await fetch(_OF_CUSTOMER, customer_id, limit)


async def written_by(customer_id: int) -> int:
    return int(await fetch_value(_WRITTEN, customer_id))
