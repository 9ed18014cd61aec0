"""Pairs of customers that look like the same one, over the whole table, by what `duplicates` scores."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_core.models import Customer
from crm_core.queries import scope_arguments, scope_condition
from guanxi import Conflict, InvalidInput, _, audit, clock, current_actor, fetch, fetch_value, lock, transaction

PAGE = 50
_MOST_ALIKE = 20
"""What more customers share than these tells nothing of any two: a franchise's trade name, a hotel's number, a name
that thousands of people have. It would also make pairs by the square."""
_ALIVE = "NOT x.archived AND NOT EXISTS (SELECT FROM crm_core_merge m WHERE m.loser_id = x.id AND m.undone_at IS NULL)"
_PAIRS = f"""
WITH live AS MATERIALIZED (
    SELECT x.id, x.kind, x.tax_number, x.name_key, x.mobile, x.phone, x.email, x.trade_name, x.name_region
    FROM crm_core_customer x WHERE {_ALIVE}
), number AS (
    SELECT id, mobile AS number, 90 AS confidence FROM live WHERE mobile <> ''
    UNION SELECT id, phone, 90 FROM live WHERE phone <> ''
    UNION SELECT p.customer_id, p.mobile, 80 FROM crm_core_contact p JOIN live ON live.id = p.customer_id
        WHERE p.mobile <> '' AND NOT p.archived
    UNION SELECT p.customer_id, p.phone, 80 FROM crm_core_contact p JOIN live ON live.id = p.customer_id
        WHERE p.phone <> '' AND NOT p.archived
), few AS (
    SELECT number FROM number GROUP BY number HAVING count(DISTINCT id) BETWEEN 2 AND {_MOST_ALIKE}
), traded AS (
    SELECT trade_name FROM live WHERE kind = 'organization' AND length(trade_name) > 1
    GROUP BY trade_name HAVING count(*) BETWEEN 2 AND {_MOST_ALIKE}
), named AS (
    SELECT name_key, kind FROM live WHERE name_key <> ''
    GROUP BY name_key, kind HAVING count(*) BETWEEN 2 AND {_MOST_ALIKE}
), mailed AS (
    SELECT email FROM live WHERE email <> '' GROUP BY email HAVING count(*) BETWEEN 2 AND {_MOST_ALIKE}
), hit AS (
    SELECT a.id AS one, b.id AS other, 'tax_number' AS reason, 100 AS confidence
        FROM live a JOIN live b ON a.tax_number = b.tax_number AND a.id < b.id WHERE a.tax_number <> ''
    UNION ALL
    SELECT a.id, b.id, 'name', CASE WHEN kind = 'person' THEN 60 ELSE 100 END FROM named
        JOIN live a USING (name_key, kind) JOIN live b USING (name_key, kind) WHERE a.id < b.id
    UNION ALL
    SELECT a.id, b.id, 'email', 85 FROM mailed JOIN live a USING (email) JOIN live b USING (email) WHERE a.id < b.id
    UNION ALL
    SELECT a.id, b.id, 'phone', least(a.confidence, b.confidence) FROM few
        JOIN number a USING (number) JOIN number b USING (number) WHERE a.id < b.id
    UNION ALL
    SELECT a.id, b.id, 'trade_name', CASE WHEN a.name_region = b.name_region THEN 80 ELSE 70 END FROM traded
        JOIN live a USING (trade_name) JOIN live b USING (trade_name)
        WHERE a.id < b.id AND a.kind = 'organization' AND b.kind = 'organization' AND a.name_key <> b.name_key
), pair AS (
    SELECT one, other, array_agg(DISTINCT reason) AS reasons, max(confidence) AS confidence FROM hit GROUP BY one, other
)
SELECT p.one, p.other, p.reasons, p.confidence, a.name AS one_name, b.name AS other_name, a.code AS one_code,
    b.code AS other_code, u.name AS one_holder, v.name AS other_holder
FROM pair p JOIN crm_core_customer a ON a.id = p.one JOIN crm_core_customer b ON b.id = p.other
LEFT JOIN guanxi_user u ON u.id = a.owner_id LEFT JOIN guanxi_user v ON v.id = b.owner_id
WHERE {scope_condition(1, "a")} AND {scope_condition(1, "b")}
    AND NOT EXISTS (SELECT FROM crm_core_not_double n WHERE n.one_id = p.one AND n.other_id = p.other)
    AND ($4::int IS NULL OR (-p.confidence, p.one, p.other) > (-$4, $5::bigint, $6::bigint))
ORDER BY p.confidence DESC, p.one, p.other LIMIT $7
"""  # noqa: S608

After = tuple[int, int, int]
"""confidence and ids of the last pair of the page before"""


class Side(msgspec.Struct, frozen=True):
    id: int
    code: str
    name: str
    holder: str | None


class Pair(msgspec.Struct, frozen=True):
    """Two customers that look alike; `one` has the lower id."""

    one: Side
    other: Side
    reasons: list[str]
    confidence: int
    """percent"""


async def pairs(after: After | None = None, limit: int = PAGE) -> tuple[list[Pair], After | None]:
    """Of the customers that the current actor may see, the surest first; and where the next page begins."""
    rows = await fetch(_PAIRS, *scope_arguments(), *(after or (None, None, None)), limit + 1)
    found = [_pair(row) for row in rows[:limit]]
    last = found[-1] if len(rows) > limit else None
    return found, None if last is None else (last.confidence, last.one.id, last.other.id)


def _pair(row: Any) -> Pair:
    sides = [
        Side(row[side], row[f"{side}_code"], row[f"{side}_name"], row[f"{side}_holder"]) for side in ("one", "other")
    ]
    return Pair(sides[0], sides[1], row["reasons"], row["confidence"])


def read_after(text: str) -> After | None:
    """`90.12.15`, as `show_after` writes it. Raises InvalidInput."""
    if not text:
        return None
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
        raise InvalidInput({"after": _("There is no such page.")})
    confidence, one, other = map(int, parts)
    return min(confidence, 100), one, other


def show_after(after: After | None) -> str:
    return "" if after is None else ".".join(map(str, after))


async def dismiss(one_id: int, other_id: int) -> None:
    """The two are not the same, for good. Safe to repeat. Raises NotFound."""
    if one_id == other_id:
        raise Conflict(_("Choose two different customers."))
    async with transaction():
        first, second = [await lock(Customer, id) for id in sorted((one_id, other_id))]
        actor = current_actor()
        id = await fetch_value(
            "INSERT INTO crm_core_not_double (one_id, other_id, revision, created_at, updated_at, created_by_id)"
            " VALUES ($1, $2, 1, $3, $3, $4) ON CONFLICT (one_id, other_id) DO NOTHING RETURNING id",
            first.id,
            second.id,
            clock.now(),
            actor.id if actor.signed_in else None,
        )
        if id is not None:
            for customer, another in ((first, second), (second, first)):
                await audit("told_apart", "crm_core/customers", customer.id, label=customer.name, reason=another.name)
