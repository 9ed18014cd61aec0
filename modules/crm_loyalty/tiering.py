"""Tiers: what they bring, who is in which, giving one, and how members follow when tiers are made in another way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from crm_loyalty import jobs, ledger, queries
from crm_loyalty.errors import TierNotGiven
from guanxi import InvalidInput, _, audit, clock, current_company, enqueue, fetch, today, transaction

MEMBERS = "crm_loyalty/members"


@dataclass(frozen=True, slots=True)
class TierInfo:
    """`multiplier` in percent, of points that purchases earn; `discount` in basis points."""

    id: int
    name: str
    name_zh: str
    threshold: int
    multiplier: int
    discount: int
    service_class: str
    benefits: str
    benefits_zh: str


@dataclass(frozen=True, slots=True)
class MemberTiers:
    """Thresholds of tiers, -1 where there is none, and what was given for a time."""

    earned: int
    given: int
    given_tier_id: int | None
    given_until: date | None
    """the last day"""


_MEMBER_TIERS = """
SELECT m.customer_id, crm_loyalty_level(m.earned_tier_id) AS earned, crm_loyalty_level(g.id) AS given,
    g.id AS given_tier_id,
    CASE WHEN g.id IS NOT NULL THEN (m.granted_until AT TIME ZONE $2)::date - 1 END AS given_until
FROM crm_loyalty_member m LEFT JOIN crm_loyalty_tier g ON g.id = m.granted_tier_id AND m.granted_until > $3
WHERE m.customer_id = ANY($1::bigint[])
"""


def member_tiers_sql(customer: str) -> str:
    """The tier in force of a customer, which is an expression; null: none."""
    return f"(SELECT m.tier_id FROM crm_loyalty_member m WHERE m.customer_id = {customer})"  # noqa: S608


async def member_tiers(customer_id: int) -> MemberTiers | None:
    """As of now; None for who is no member."""
    return (await tiers_of_members([customer_id])).get(customer_id)


async def tiers_of_members(customer_ids: Collection[int]) -> dict[int, MemberTiers]:
    """By customer; without those who are no members."""
    rows = await fetch(_MEMBER_TIERS, list(customer_ids), str(current_company().zone), clock.now())
    return {row["customer_id"]: MemberTiers(*list(row)[1:]) for row in rows}


def multiplied(points: int, percent: int) -> int:
    """Rounded down, but 1 of what is above 0: a purchase that earns is never lost. `percent`: a tier's multiplier."""
    return max(min(points, 1), points * percent // 100)


async def all_tiers() -> list[TierInfo]:
    """The lowest first."""
    return [TierInfo(**row) for row in await queries.tier_rows()]


async def give(customer_id: int, tier_id: int, last_day: date, reason: str) -> bool:
    """The tier is in force until the end of `last_day` where it is higher than what is earned; False: it was so before.

    What was given before is over. Who is no member becomes one. Raises InvalidInput, NoAccount.
    """
    if last_day < today():
        raise InvalidInput({"until": _("This day is over.")})
    tier = next((each for each in await all_tiers() if each.id == tier_id), None)
    if tier is None:
        raise InvalidInput({"tier": _("There is no such record.")})
    async with transaction():
        await ledger.enroll(ledger.POINTS, customer_id)
        member_id, card = await queries.member_of(customer_id)
        until = clock.day_end(last_day, current_company().zone)
        if not await ledger.give_tier(member_id, tier_id, until, last_day, _checked(reason)):
            return False
        after = {"tier": tier.name, "until": last_day}
        await audit("give_tier", MEMBERS, member_id, label=card, after=after, reason=reason)
    return True


async def end_given(customer_id: int, reason: str) -> None:
    """Raises TierNotGiven."""
    async with transaction():
        member_id, card = await queries.member_of(customer_id)
        if not await ledger.give_tier(member_id, None, None, None, _checked(reason)):
            raise TierNotGiven()
        await audit("end_tier", MEMBERS, member_id, label=card, reason=reason)


def _checked(reason: str) -> str:
    if not reason.strip():
        raise InvalidInput({"reason": _("This field is required.")})
    return reason[:300]


async def follow(*, afresh: bool) -> None:
    """Members follow the tiers as they are now: at once where these follow all growth, else by a job.

    `afresh`: tiers are made in another way; else nobody steps down before the review.
    """
    if await queries.tiers_follow_growth():
        await queries.set_tiers(clock.now())
    else:
        payload: dict[str, Any] = {"afresh": afresh}
        await enqueue(jobs.MOVE_TIERS, payload)
