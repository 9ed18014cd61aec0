"""What customers and the company write. Each step is one statement, which refuses by doing nothing."""

from __future__ import annotations

from crm_community.choices import PostState
from crm_community.clubs import OPEN_TO, Visitor
from crm_community.errors import Muted, NotAMember, TopicClosed
from crm_community.permissions import CommunityPermission
from crm_community.settings import CommunitySettings
from guanxi import (
    InvalidInput,
    NotFound,
    Text,
    _,
    author_id,
    clock,
    fetch,
    fetch_row,
    fetch_value,
    notify,
    settings_of,
    transaction,
    users_with,
)

LONGEST_TITLE, LONGEST_TEXT, LONGEST_REASON = 120, 4000, 500
_MEMBER = """
JOIN crm_community_member m ON m.club_id = c.id AND m.profile_id = $2 AND m.state = 'member'
JOIN crm_community_profile p ON p.id = m.profile_id AND NOT p.muted
"""
_POST = """
INSERT INTO crm_community_post (revision, created_at, updated_at, created_by_id, topic_id, profile_id, text, state, key)
"""
_TOPIC = """
INSERT INTO crm_community_topic (revision, created_at, updated_at, created_by_id, club_id, profile_id, title, state,
    pinned, closed, last_post_at, key)
"""
_OPEN = f"""
WITH place AS (
    SELECT c.id FROM crm_community_club c {_MEMBER} WHERE c.id = $1 AND {OPEN_TO.format(tiers="$3")}
    FOR SHARE OF c, m, p
), topic AS (
    {_TOPIC} SELECT 1, $6, $6, NULL, id, $2, $4, $7, false, false, $6, $8 FROM place
    ON CONFLICT (key) DO NOTHING RETURNING id
), post AS ({_POST} SELECT 1, $6, $6, NULL, id, $2, $5, 'shown', NULL FROM topic)
SELECT EXISTS (SELECT FROM place) AS allowed, (SELECT id FROM topic) AS id
"""  # noqa: S608
_REPLY = f"""
WITH place AS (
    SELECT t.id FROM crm_community_topic t JOIN crm_community_club c ON c.id = t.club_id {_MEMBER}
    WHERE t.id = $1 AND t.state = 'shown' AND NOT t.closed AND {OPEN_TO.format(tiers="$3")}
    FOR SHARE OF c, m, p FOR NO KEY UPDATE OF t
), post AS (
    {_POST} SELECT 1, $5, $5, NULL, id, $2, $4, $6, $7 FROM place ON CONFLICT (key) DO NOTHING RETURNING id, topic_id
), risen AS (
    UPDATE crm_community_topic t SET last_post_at = $5 FROM post WHERE t.id = post.topic_id AND $6 = 'shown'
)
SELECT EXISTS (SELECT FROM place) AS allowed, (SELECT id FROM post) AS id
"""  # noqa: S608
_WHY = """
SELECT p.muted, t.closed, t.state AS topic, m.state AS member FROM (SELECT $1::bigint AS club_id) c
LEFT JOIN crm_community_topic t ON t.id = $3 LEFT JOIN crm_community_profile p ON p.id = $2
LEFT JOIN crm_community_member m ON m.club_id = c.club_id AND m.profile_id = p.id
"""
_OWN = "SELECT id, state FROM crm_community_post WHERE id = $1 AND profile_id = $2"
_WITHDRAW = """
UPDATE crm_community_post SET state = 'withdrawn', revision = revision + 1, updated_at = $3
WHERE id = $1 AND profile_id = $2 AND state IN ('shown', 'waiting')
"""
_REPORT = f"""
INSERT INTO crm_community_report (revision, created_at, updated_at, created_by_id, post_id, profile_id, excerpt,
    reason, state)
SELECT 1, $5, $5, NULL, s.id, $2, left(s.text, 500), $4, 'open' FROM crm_community_post s
JOIN crm_community_topic t ON t.id = s.topic_id JOIN crm_community_club c ON c.id = t.club_id
WHERE s.id = $1 AND s.state = 'shown' AND t.state = 'shown' AND s.profile_id <> $2 AND {OPEN_TO.format(tiers="$3")}
ON CONFLICT (post_id, profile_id) DO NOTHING RETURNING id
"""  # noqa: S608
_BY_COMPANY = f"""
WITH topic AS (
    {_TOPIC} VALUES (1, $4, $4, $5, $1, NULL, $2, 'shown', false, false, $4, NULL) RETURNING id
), post AS ({_POST} SELECT 1, $4, $4, $5, id, NULL, $3, 'shown', NULL FROM topic)
SELECT id FROM topic
"""  # noqa: S608
_COMPANY_REPLY = f"""
WITH post AS (
    {_POST} SELECT 1, $3, $3, $4, id, NULL, $2, 'shown', NULL FROM crm_community_topic WHERE id = $1 RETURNING id
), risen AS (UPDATE crm_community_topic SET last_post_at = $3 WHERE id = $1)
SELECT id FROM post
"""  # noqa: S608


def cleaned(name: str, text: str, longest: int) -> str:
    """Without what does not print. Raises InvalidInput where nothing or too much is left."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    found = "".join(each for each in lines if each.isprintable() or (each == "\n" and name != "title")).strip()
    if not 0 < len(found) <= longest:
        raise InvalidInput({name: _("Write up to {count} characters.", count=longest)})
    return found


async def open_topic(who: Visitor, club_id: int, title: str, text: str, key: str) -> int | None:
    """The topic's id; None: this very form opened one before. Raises InvalidInput, Muted, NotAMember, NotFound."""
    title, text = cleaned("title", title, LONGEST_TITLE), cleaned("text", text, LONGEST_TEXT)
    state, key = _first_state(), f"{who.profile_id}:{key}"[:80]
    async with transaction():
        [row] = await fetch(_OPEN, club_id, who.profile_id, who.tiers, title, text, clock.now(), state.value, key)
        if not row["allowed"]:
            await _refuse(who, club_id, None)
        if row["id"] is not None:
            await _tell(state, f"/crm_community/topics/{row['id']}", title)
    id: int | None = row["id"]
    return id


async def reply(who: Visitor, club_id: int, topic_id: int, text: str, key: str) -> None:
    """The same form again adds nothing. Raises InvalidInput, Muted, NotAMember, TopicClosed, NotFound."""
    text = cleaned("text", text, LONGEST_TEXT)
    state, key = _first_state(), f"{who.profile_id}:{key}"[:80]
    async with transaction():
        [row] = await fetch(_REPLY, topic_id, who.profile_id, who.tiers, text, clock.now(), state.value, key)
        if not row["allowed"]:
            await _refuse(who, club_id, topic_id)
        if row["id"] is not None:
            await _tell(state, f"/crm_community/posts/{row['id']}", text)


async def withdraw(who: Visitor, post_id: int) -> None:
    """Safe to repeat. Raises NotFound for anybody else's."""
    if await fetch_row(_OWN, post_id, who.profile_id) is None:
        raise NotFound()
    await fetch_row(_WITHDRAW, post_id, who.profile_id, clock.now())


async def report(who: Visitor, post_id: int, reason: str) -> None:
    """Once for each post and member; moderators are told. Nothing happens with what one does not see, or wrote."""
    reason = cleaned("text", reason, LONGEST_REASON)
    if who.profile_id is None:
        return
    async with transaction():
        id = await fetch_value(_REPORT, post_id, who.profile_id, who.tiers, reason, clock.now())
        if id is not None:
            users = await users_with(CommunityPermission.MODERATE)
            await notify(
                users, "community", _("A post was reported"), href=f"/crm_community/reports/{id}", detail=reason
            )


async def open_for_company(club_id: int, title: str, text: str) -> int:
    title, text = cleaned("title", title, LONGEST_TITLE), cleaned("text", text, LONGEST_TEXT)
    return int(await fetch_value(_BY_COMPANY, club_id, title, text, clock.now(), author_id()))


async def reply_for_company(topic_id: int, text: str) -> int:
    """Also where the topic is closed for customers."""
    text = cleaned("text", text, LONGEST_TEXT)
    return int(await fetch_value(_COMPANY_REPLY, topic_id, text, clock.now(), author_id()))


def waits_for_approval() -> bool:
    return settings_of(CommunitySettings).approve


def _first_state() -> PostState:
    return PostState.WAITING if waits_for_approval() else PostState.SHOWN


async def _tell(state: PostState, href: str, text: str) -> None:
    if state is PostState.WAITING:
        title: Text = _("Something in the community waits for approval")
        await notify(await users_with(CommunityPermission.MODERATE), "community", title, href=href, detail=text)


async def _refuse(who: Visitor, club_id: int, topic_id: int | None) -> None:
    """Says why nothing was written: what was looked at before may have changed since."""
    [row] = await fetch(_WHY, club_id, who.profile_id, topic_id)
    if row["muted"]:
        raise Muted()
    if row["member"] != "member":
        raise NotAMember()
    if row["closed"]:
        raise TopicClosed()
    raise NotFound()
