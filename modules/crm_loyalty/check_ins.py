"""Check-ins (签到), once on each of the company's days, and other activities; campaigns give points for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_loyalty.campaign_choices import Activity, Trigger
from crm_loyalty.earning import Reward, Terms, limited, member_refusal
from crm_loyalty.errors import SourceTaken
from crm_loyalty.ledger import check_source
from crm_loyalty.purchases import Award, book
from crm_loyalty.standing import FAMILY, Standing, lock_accounts, running, standing_of
from guanxi import author_id, clock, fetch_row, fetch_value, today, transaction

_CHECK_IN = f"""
{FAMILY}
INSERT INTO crm_loyalty_check_in (revision, created_at, updated_at, created_by_id, member_id, day, streak)
SELECT 1, $3, $3, $4, m.id, $2::date, 1 + coalesce(
    (SELECT max(c.streak) FROM crm_loyalty_check_in c JOIN family f ON f.id = c.member_id
        WHERE c.day = $2::date - 1), 0)
FROM crm_loyalty_member m WHERE m.customer_id = ANY($1::bigint[])
    AND NOT EXISTS (SELECT FROM crm_loyalty_check_in c JOIN family f ON f.id = c.member_id WHERE c.day = $2::date)
ON CONFLICT (member_id, day) DO NOTHING RETURNING id, streak
"""  # noqa: S608
_LATEST = f"""
{FAMILY}
SELECT c.day, c.streak FROM crm_loyalty_check_in c JOIN family f ON f.id = c.member_id
ORDER BY c.day DESC, c.streak DESC LIMIT 1
"""  # noqa: S608
_DONE = """
SELECT a.customer_id FROM crm_loyalty_award w JOIN crm_loyalty_account a ON a.id = crm_loyalty_heir(w.account_id)
WHERE w.purchase = $1 LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """`streak` days in a row, today included; `fresh` is False where the member was here today before."""

    streak: int
    points: int
    fresh: bool


async def check_in(customer_id: int) -> CheckedIn:
    """Safe to repeat and to run at once: once a day. Raises NoAccount for what is no customer."""
    day = today()
    campaigns = await running(Trigger.CHECK_IN)
    async with transaction():
        await lock_accounts([customer_id])
        row = await fetch_row(_CHECK_IN, [customer_id], day, clock.now(), author_id())
        if row is None:
            return CheckedIn(await streak_of(customer_id), 0, False)
        streak = row["streak"]
        points = await _give(customer_id, f"check-in:{row['id']}", campaigns, lambda terms: _points(terms, streak))
    return CheckedIn(streak, points, True)


def _points(terms: Terms, streak: int) -> int:
    complete = terms.streak_days > 0 and streak % terms.streak_days == 0
    return terms.points + (terms.streak_points if complete else 0)


async def streak_of(customer_id: int) -> int:
    """Days in a row up to today or yesterday."""
    row = await fetch_row(_LATEST, [customer_id])
    return row["streak"] if row is not None and (today() - row["day"]).days <= 1 else 0


async def checked_in_today(customer_id: int) -> bool:
    row = await fetch_row(_LATEST, [customer_id])
    return row is not None and row["day"] == today()


async def reward_activity(customer_id: int, activity: Activity, source: str) -> int:
    """The points that campaigns gave for it; a repeated source gives 0 more.

    Raises NoAccount, SourceTaken.
    """
    campaigns = await running(Trigger.ACTIVITY, activity)
    purchase = f"{activity.value}:{check_source(source)}"
    async with transaction():
        await lock_accounts([customer_id])
        done = await fetch_value(_DONE, purchase)
        if done is not None and done != customer_id:
            raise SourceTaken(detail=source)
        if done is not None:
            return 0
        return await _give(customer_id, purchase, campaigns, lambda terms: terms.points)


async def _give(customer_id: int, purchase: str, campaigns: list[Terms], points: Callable[[Terms], int]) -> int:
    standing = await standing_of([customer_id], [today()], campaigns)
    awards = [
        Award(customer_id, terms, gain, purchase, clock.now())
        for terms in campaigns
        if (gain := _reward(terms, points(terms), standing, customer_id)).points
    ]
    await book(awards)
    return sum(award.reward.points for award in awards)


def _reward(terms: Terms, points: int, standing: Standing, customer_id: int) -> Reward:
    facts = standing.facts(customer_id, terms, today())
    gain = limited(0 if member_refusal(terms, facts) else points, 0, terms, facts)
    standing.take(customer_id, terms, facts.day, gain.points)
    return gain
