"""What is known of members as their purchases come: tiers, limits, budgets, birthdays. Read under the accounts' locks
where something is booked by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from crm_core.services import celebrating
from crm_loyalty.campaign_choices import Activity, Birthday, Rounding, Trigger
from crm_loyalty.earning import Facts, Terms, basis_in
from crm_loyalty.ledger import refusing
from guanxi import author_id, clock, execute, fetch

_RUNNING = """
SELECT c.*, t.threshold FROM crm_loyalty_campaign c LEFT JOIN crm_loyalty_tier t ON t.id = c.tier_id
WHERE c.active AND c.trigger = $1 AND ($2::text IS NULL OR c.activity = $2) ORDER BY c.id
"""
_MULTIPLIERS = """
SELECT m.customer_id, t.multiplier FROM crm_loyalty_tier t JOIN crm_loyalty_member m ON m.tier_id = t.id
WHERE t.multiplier <> 100 AND m.customer_id = ANY($1::bigint[])
"""
_LOCK = """
SELECT 1 FROM crm_loyalty_account
WHERE customer_id = ANY($1::bigint[]) AND type_id = crm_loyalty_type('points') ORDER BY id FOR NO KEY UPDATE
"""
FAMILY = """
WITH RECURSIVE family AS (
    SELECT m.id, m.customer_id FROM crm_loyalty_member m WHERE m.customer_id = ANY($1::bigint[])
    UNION ALL SELECT m.id, f.customer_id FROM crm_loyalty_member m JOIN family f ON m.merged_into_id = f.id
)
"""
"""members of these customers, and those that were merged into them"""
_MEMBERS = f"""
{FAMILY}
SELECT a.id, a.customer_id, t.threshold, $2 AND EXISTS (SELECT FROM family f
    JOIN crm_loyalty_account x ON x.member_id = f.id AND x.type_id = a.type_id
    JOIN crm_loyalty_entry e ON e.account_id = x.id
    WHERE f.customer_id = a.customer_id AND e.kind IN ('earn', 'bonus') AND e.amount IS NOT NULL) AS bought
FROM crm_loyalty_account a JOIN crm_loyalty_member m ON m.id = a.member_id
LEFT JOIN crm_loyalty_tier t ON t.id = m.tier_id
WHERE a.customer_id = ANY($1::bigint[]) AND a.type_id = crm_loyalty_type('points')
"""  # noqa: S608
_GIVEN = f"""
{FAMILY}
SELECT f.customer_id, w.campaign_id, CASE WHEN w.day = ANY($3::date[]) THEN w.day END AS day,
    sum(w.points)::bigint AS points
FROM family f JOIN crm_loyalty_account a ON a.member_id = f.id JOIN crm_loyalty_award w ON w.account_id = a.id
WHERE w.campaign_id = ANY($2::bigint[]) GROUP BY 1, 2, 3
"""  # noqa: S608
_LEFT = """
SELECT id, budget - given AS points FROM crm_loyalty_campaign WHERE id = ANY($1::bigint[]) ORDER BY id
"""


async def multipliers(customer_ids: Collection[int]) -> dict[int, int]:
    """Percent of the points that purchases earn, of members whose tier changes it."""
    rows = await fetch(_MULTIPLIERS, list(customer_ids))
    return {row["customer_id"]: row["multiplier"] for row in rows}


async def running(trigger: Trigger, activity: Activity | None = None) -> list[Terms]:
    """The campaigns that are on, whatever their days."""
    return [_terms(row) for row in await fetch(_RUNNING, trigger.value, activity and activity.value)]


def _terms(row: Any) -> Terms:
    same = (
        "id",
        "name",
        "valid_from",
        "valid_until",
        "points",
        "currency",
        "amount",
        "factor",
        "minimum",
        "first_purchase",
    )
    return Terms(
        **{name: row[name] for name in (*same, "threshold", "streak_days", "streak_points")},
        **{name: row[name] for name in ("per_day", "per_member", "budget")},
        version=row["revision"],
        name_zh=row["name_zh"] or row["name"],
        trigger=Trigger(row["trigger"]),
        rounding=Rounding(row["rounding"]),
        basis=basis_in(row),
        products=frozenset(row["products"]),
        birthday=Birthday(row["birthday"]),
    )


@refusing
async def lock_accounts(customer_ids: Collection[int]) -> None:
    """Of the main type, in id order; made where there are none. Campaigns are locked after accounts.

    Raises NoAccount.
    """
    ids = list(customer_ids)
    now = clock.now()
    await execute("SELECT crm_loyalty_enroll(crm_loyalty_type('points'), $1::bigint[], $2, $3)", ids, now, author_id())
    await execute(_LOCK, ids)


@dataclass(slots=True)
class Standing:
    """By customer; `take` keeps it right from one purchase of a batch to the next."""

    thresholds: dict[int, int | None] = field(default_factory=dict)
    percents: dict[int, int] = field(default_factory=dict)
    """of points that purchases earn, where it is not 100"""
    bought: set[int] = field(default_factory=set)
    given: dict[tuple[int, int, date], int] = field(default_factory=lambda: defaultdict(int))
    """points by customer, campaign and day; `ever` by customer and campaign"""
    ever: dict[tuple[int, int], int] = field(default_factory=lambda: defaultdict(int))
    left: dict[int, int] = field(default_factory=dict)
    birthdays: dict[date, tuple[set[int], set[int]]] = field(default_factory=dict)
    """who has the day, and who the month"""

    def facts(self, customer_id: int, terms: Terms, day: date) -> Facts:
        on_day, in_month = self.birthdays.get(day, ((), ()))
        return Facts(
            day=day,
            first_purchase=customer_id not in self.bought,
            birthdays=[
                birthday for birthday, ids in ((Birthday.DAY, on_day), (Birthday.MONTH, in_month)) if customer_id in ids
            ],
            threshold=self.thresholds.get(customer_id),
            today=self.given[customer_id, terms.id, day],
            ever=self.ever[customer_id, terms.id],
            left=self.left.get(terms.id),
        )

    def take(self, customer_id: int, terms: Terms, day: date, points: int) -> None:
        self.given[customer_id, terms.id, day] += points
        self.ever[customer_id, terms.id] += points
        if terms.id in self.left:
            self.left[terms.id] -= points


async def standing_of(
    customer_ids: Collection[int], days: Collection[date], campaigns: Sequence[Terms], *, lock: bool = True
) -> Standing:
    """As few statements as the campaigns need. `lock`: campaigns that have a budget, until the transaction's end."""
    ids = list(customer_ids)
    found = Standing()
    for row in await fetch(_MEMBERS, ids, any(each.first_purchase for each in campaigns)):
        found.thresholds[row["customer_id"]] = row["threshold"]
        if row["bought"]:
            found.bought.add(row["customer_id"])
    limited = [each.id for each in campaigns if each.per_day or each.per_member]
    if limited:
        for row in await fetch(_GIVEN, ids, limited, list(set(days))):
            if row["day"] is not None:
                found.given[row["customer_id"], row["campaign_id"], row["day"]] = row["points"]
            found.ever[row["customer_id"], row["campaign_id"]] += row["points"]
    if any(each.birthday is not Birthday.ANY for each in campaigns):
        found.birthdays = {day: await celebrating(ids, day) for day in set(days)}
    budgets = [each.id for each in campaigns if each.budget]
    if budgets:
        found.left = {
            row["id"]: row["points"] for row in await fetch(f"{_LEFT} FOR NO KEY UPDATE" if lock else _LEFT, budgets)
        }
    return found
