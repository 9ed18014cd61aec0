"""Who may see which club, and who is in it."""

from __future__ import annotations

from dataclasses import dataclass

from crm_community import nicknames
from crm_community.choices import MemberState
from crm_community.errors import NoNickname, RemovedFromClub
from crm_loyalty.services import all_tiers, member_tiers
from guanxi import NotFound, author_id, clock, execute, fetch_row

OPEN_TO = "c.active AND (c.tier_id IS NULL OR c.tier_id = ANY({tiers}::bigint[]))"
"""a condition on the club `c`; `tiers` is a parameter with those that the customer has reached"""
_OPEN = f"SELECT id FROM crm_community_club c WHERE c.id = $1 AND {OPEN_TO.format(tiers='$2')}"  # noqa: S608
_JOIN = """
INSERT INTO crm_community_member AS m (revision, created_at, updated_at, created_by_id, club_id, profile_id, state)
VALUES (1, $3, $3, $4, $1, $2, 'member')
ON CONFLICT (club_id, profile_id) DO UPDATE SET state = 'member', revision = m.revision + 1, updated_at = $3
WHERE m.state <> 'removed' OR $5
RETURNING id
"""
_LEAVE = """
UPDATE crm_community_member SET state = $3, revision = revision + 1, updated_at = $4
WHERE club_id = $1 AND profile_id = $2 AND state = 'member'
"""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A customer in the community."""

    customer_id: int
    profile_id: int | None
    nickname: str
    muted: bool
    tiers: list[int]
    """those it has reached"""


async def visitor(customer_id: int) -> Visitor:
    profile = await nicknames.profile_of(customer_id)
    tiers = await reached_tiers(customer_id)
    if profile is None:
        return Visitor(customer_id, None, "", False, tiers)
    return Visitor(customer_id, profile["id"], profile["nickname"], profile["muted"], tiers)


async def reached_tiers(customer_id: int) -> list[int]:
    """The tier in force and those below it."""
    found = await member_tiers(customer_id)
    level = -1 if found is None else max(found.earned, found.given)
    return [tier.id for tier in await all_tiers() if tier.threshold <= level]


async def join(customer_id: int, club_id: int) -> None:
    """Safe to repeat. Raises NotFound for a club that is not for this customer, NoNickname, RemovedFromClub."""
    who = await visitor(customer_id)
    if await fetch_row(_OPEN, club_id, who.tiers) is None:
        raise NotFound()
    if who.profile_id is None:
        raise NoNickname()
    if await fetch_row(_JOIN, club_id, who.profile_id, clock.now(), author_id(), False) is None:
        raise RemovedFromClub()


async def leave(customer_id: int, club_id: int) -> None:
    """Safe to repeat."""
    who = await visitor(customer_id)
    await execute(_LEAVE, club_id, who.profile_id, MemberState.LEFT.value, clock.now())


async def take_in(customer_id: int, club_id: int, nickname: str = "") -> None:
    """By staff, whatever the tier; also who was removed before. Raises InvalidInput, NicknameTaken."""
    profile = await nicknames.ensure(customer_id, nickname)
    await fetch_row(_JOIN, club_id, profile["id"], clock.now(), author_id(), True)
