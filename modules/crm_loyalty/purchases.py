"""What purchases earn: by the earning rule, and by each campaign that fits. One entry each, booked together or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from crm_loyalty import ledger, queries
from crm_loyalty.campaign_choices import Birthday, Trigger, Why
from crm_loyalty.earning import MAX_POINTS, Facts, Purchase, Reward, Terms, basis_of, check_purchase, reward
from crm_loyalty.errors import SourceTaken
from crm_loyalty.ledger import NewPoints, check_source
from crm_loyalty.rules import RuleVersion, available_at, expires_at, points_for, rule_at
from crm_loyalty.settings import LoyaltySettings
from crm_loyalty.standing import Standing, lock_accounts, multipliers, running, standing_of
from crm_loyalty.tiering import multiplied
from guanxi import author_id, clock, current_company, execute, fetch, settings_of, transaction

POINTS = ledger.POINTS
_KNOWN = """
SELECT p.source, e.amount, a.customer_id FROM unnest($1::text[]) AS p (source)
JOIN LATERAL (
    SELECT account_id, amount FROM crm_loyalty_entry WHERE source = p.source
    UNION ALL
    (SELECT x.account_id, x.amount FROM crm_loyalty_award w JOIN crm_loyalty_entry x ON x.id = w.entry_id
     WHERE w.purchase = p.source LIMIT 1)
    LIMIT 1) e ON true
JOIN crm_loyalty_account a ON a.id = crm_loyalty_heir(e.account_id)
"""
_BOOKED = """
SELECT e.id, e.points, e.balance_after, e.source, w.purchase,
    EXISTS (SELECT FROM crm_loyalty_entry b WHERE b.source = w.purchase) AS by_rule
FROM crm_loyalty_award w JOIN crm_loyalty_entry e ON e.id = w.entry_id WHERE w.purchase = ANY($1::text[]) ORDER BY e.id
"""
"""What campaigns gave for purchases that were booked before; `by_rule`: the rule gave something, too."""
_AWARDS = """
WITH given AS (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::bigint[], $5::text[], $6::bigint[], $7::date[])
        AS g (entry_id, campaign_id, version, points, purchase, basis, day)
), spent AS (
    UPDATE crm_loyalty_campaign c SET given = c.given + g.points
    FROM (SELECT campaign_id, sum(points) AS points FROM given GROUP BY 1) g WHERE c.id = g.campaign_id AND c.budget > 0
)
INSERT INTO crm_loyalty_award (revision, created_at, updated_at, created_by_id, entry_id, campaign_id, version,
    account_id, points, purchase, basis, day)
SELECT 1, $8, $8, $9, g.entry_id, g.campaign_id, g.version, e.account_id, g.points, g.purchase, g.basis, g.day
FROM given g JOIN crm_loyalty_entry e ON e.id = g.entry_id ORDER BY g.entry_id
"""


@dataclass(frozen=True, slots=True)
class Earned:
    """`campaign` None: by the earning rule. `why` says what kept it from more."""

    campaign: Terms | None
    reward: Reward


@dataclass(frozen=True, slots=True)
class Award:
    """A campaign's points for a purchase or an activity, as they are booked."""

    customer_id: int
    terms: Terms
    reward: Reward
    purchase: str
    at: datetime
    amount: int | None = None

    @property
    def source(self) -> str:
        return f"{self.purchase}#{self.terms.id}"


def local_day(at: datetime) -> date:
    """The company's."""
    return at.astimezone(current_company().zone).date()


def base_reward(purchase: Purchase, rule: RuleVersion | None, percent: int) -> Reward:
    """By the earning rule, and the `percent` of the member's tier."""
    if rule is None:
        return Reward(0, 0, Why.CURRENCY)
    basis = basis_of(purchase, rule.basis)
    points = min(multiplied(points_for(rule, basis), percent), MAX_POINTS)
    return Reward(points, basis, Why.EARNED if points else Why.NOTHING)


def earned(
    purchase: Purchase, rule: RuleVersion | None, campaigns: Iterable[Terms], standing: Standing
) -> list[Earned]:
    """By the rule and by every campaign, also what earns nothing; `standing` takes what was earned in."""
    percent = standing.percents.get(purchase.customer_id, 100)
    found = [Earned(None, base_reward(purchase, rule, percent))]
    day = local_day(purchase.at)
    for terms in campaigns:
        facts = replace(standing.facts(purchase.customer_id, terms, day), by_rule=found[0].reward.points)
        gain = reward(purchase, terms, facts)
        standing.take(purchase.customer_id, terms, day, gain.points)
        found.append(Earned(terms, gain))
    if any(each.reward.points for each in found):
        standing.bought.add(purchase.customer_id)
    return found


async def explain(purchase: Purchase) -> list[Earned]:
    """What a purchase would earn now, and why; nothing is booked. Raises InvalidInput."""
    check_purchase(purchase)
    rule = rule_at(await queries.all_rules(), purchase.currency, purchase.at)
    campaigns = await running(Trigger.PURCHASE)
    standing = await standing_of([purchase.customer_id], [local_day(purchase.at)], campaigns, lock=False)
    standing.percents = await multipliers([purchase.customer_id])
    return earned(purchase, rule, campaigns, standing)


async def earn(purchases: Sequence[Purchase]) -> list[Any]:
    """The entries of all purchases that earn something, set-based. Raises InvalidInput, SourceTaken, NoAccount."""
    for purchase in purchases:
        check_purchase(purchase)
    rules, campaigns = await queries.all_rules(), await running(Trigger.PURCHASE)
    rated = [(purchase, rule_at(rules, purchase.currency, purchase.at)) for purchase in purchases]
    campaigns = [each for each in campaigns if any(_may_earn(purchase, each) for purchase, _rule in rated)]
    percents = await multipliers({purchase.customer_id for purchase in purchases})
    rows = [row for purchase, rule in rated for row in _by_rule(purchase, rule, percents)]
    if not campaigns:
        return await _booked(rows, await fetch(_BOOKED, [purchase.source for purchase in purchases]))
    async with transaction():
        takers = {p.customer_id for p, _rule in rated if any(_may_earn(p, each) for each in campaigns)}
        await lock_accounts({*takers, *(row.customer_id for row in rows)})
        known = await _known([purchase for purchase, _rule in rated])
        awards = await _awards([each for each in rated if each[0].source not in known], campaigns, takers, percents)
        return [*await _booked(rows, await fetch(_BOOKED, list(known))), *await book(awards)]


async def _booked(rows: Sequence[NewPoints], before: Sequence[Any]) -> list[Any]:
    """By the rule, and what campaigns gave `before`. What the rule gave nothing for then, it gives nothing for now."""
    closed = {row["purchase"] for row in before if not row["by_rule"]}
    rows = [row for row in rows if row.source not in closed]
    return [*(await ledger.add(POINTS, "earn", rows) if rows else []), *before]


def _by_rule(purchase: Purchase, rule: RuleVersion | None, percents: Mapping[int, int]) -> list[NewPoints]:
    """What the rule gives, if anything. Growth is what it gives without the tier's percentage."""
    gain = base_reward(purchase, rule, percents.get(purchase.customer_id, 100))
    if rule is None or not gain.points:
        return []
    row = _new_points(purchase.customer_id, gain.points, purchase.source, purchase.at, rule, purchase.amount)
    growth = min(points_for(rule, gain.basis), MAX_POINTS)
    return [replace(row, growth=growth, rule_id=rule.id)]


async def _awards(
    rated: Sequence[tuple[Purchase, RuleVersion | None]],
    campaigns: Sequence[Terms],
    takers: set[int],
    percents: dict[int, int],
) -> list[Award]:
    """Of purchases that were not booked before, the first of each source."""
    firsts = {each[0].source: each for each in reversed(rated)}
    fresh = [each for each in rated if firsts[each[0].source] is each and each[0].customer_id in takers]
    days = {local_day(purchase.at) for purchase, _rule in fresh}
    standing = await standing_of(takers, days, campaigns)
    standing.percents = percents
    return [
        Award(purchase.customer_id, each.campaign, each.reward, purchase.source, purchase.at, purchase.amount)
        for purchase, rule in fresh
        for each in earned(purchase, rule, campaigns, standing)
        if each.campaign is not None and each.reward.points
    ]


async def _known(purchases: Sequence[Purchase]) -> set[str]:
    """Those that earned something before: that stands, whatever campaigns say now. Raises SourceTaken."""
    by_source = {purchase.source: purchase for purchase in purchases}
    rows = await fetch(_KNOWN, [check_source(source) for source in by_source])
    for row in rows:
        purchase = by_source[row["source"]]
        if (row["customer_id"], row["amount"]) != (purchase.customer_id, purchase.amount):
            raise SourceTaken(detail=purchase.source)
    return {row["source"] for row in rows}


async def book(awards: Sequence[Award]) -> list[Any]:
    """The awards' entries. The accounts are locked, and the campaigns that have a budget."""
    if not awards:
        return []
    rules = await queries.all_rules()
    rows = []
    for award in awards:
        rule = rule_at(rules, current_company().currency, award.at)
        new = _new_points(award.customer_id, award.reward.points, award.source, award.at, rule, award.amount)
        rows.append(new)
    entries = await ledger.add(POINTS, "bonus", rows)
    ids = {entry["source"]: entry["id"] for entry in entries}
    await execute(
        _AWARDS,
        [ids[award.source] for award in awards],
        [award.terms.id for award in awards],
        [award.terms.version for award in awards],
        [award.reward.points for award in awards],
        [award.purchase for award in awards],
        [award.reward.basis for award in awards],
        [local_day(award.at) for award in awards],
        clock.now(),
        author_id(),
    )
    return entries


def _new_points(
    customer_id: int, points: int, source: str, at: datetime, rule: RuleVersion | None, amount: int | None
) -> NewPoints:
    """Of a purchase, where there is an amount: they may be pending. Without a rule they never expire."""
    zone = current_company().zone
    over = expires_at(rule, at, zone) if rule is not None else None
    days = settings_of(LoyaltySettings).pending_days if amount is not None else 0
    return NewPoints(customer_id, points, source, at, over, available_at(at, days, over, zone), amount=amount)


def _may_earn(purchase: Purchase, terms: Terms) -> bool:
    """Whether there is a member who would get something for it."""
    best = Facts(local_day(purchase.at), True, tuple(Birthday), MAX_POINTS, by_rule=MAX_POINTS)
    return reward(purchase, terms, best).points > 0


async def customer_of(source: str) -> int | None:
    """Whose purchase it was; None: it earned nothing."""
    rows = await fetch(_KNOWN, [check_source(source)])
    return rows[0]["customer_id"] if rows else None
