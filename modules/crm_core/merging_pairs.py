"""Pairs of customers that look like the same one, as the job of `pair_finding` keeps them."""

from __future__ import annotations

from typing import Any

import msgspec

from crm_core.duplicates import BLOCKING
from crm_core.models import Customer
from crm_core.queries import scope_arguments, scope_condition
from guanxi import (
    Conflict,
    MarkId,
    _,
    audit,
    author_id,
    clock,
    fetch,
    fetch_value,
    lock,
    read_mark,
    transaction,
    write_mark,
)

PAGE = 50
_LEFT = (
    "NOT {0}.archived AND NOT EXISTS (SELECT FROM crm_core_merge m WHERE m.loser_id = {0}.id AND m.undone_at IS NULL)"
)
_PAIRS = f"""
SELECT p.one_id AS one, p.other_id AS other, p.reasons, p.confidence, a.name AS one_name, b.name AS other_name,
    a.code AS one_code, b.code AS other_code, u.name AS one_holder, v.name AS other_holder
FROM crm_core_alike p JOIN crm_core_customer a ON a.id = p.one_id JOIN crm_core_customer b ON b.id = p.other_id
LEFT JOIN guanxi_user u ON u.id = a.owner_id LEFT JOIN guanxi_user v ON v.id = b.owner_id
WHERE {scope_condition(1, "a")} AND {scope_condition(1, "b")} AND {_LEFT.format("a")} AND {_LEFT.format("b")}
    AND NOT EXISTS (SELECT FROM crm_core_not_double n WHERE n.one_id = p.one_id AND n.other_id = p.other_id)
    AND p.confidence <= $4 AND (p.confidence < $4 OR (p.one_id, p.other_id) > ($5, $6))
ORDER BY p.confidence DESC, p.one_id, p.other_id LIMIT $7
"""  # noqa: S608
_WAITING = "SELECT count(*) FROM (SELECT FROM crm_core_changed LIMIT $1) AS waiting"
MOST_WAITING = 1000
"""further ones are not counted"""

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
    rows = await fetch(_PAIRS, *scope_arguments(), *(after or (BLOCKING, 0, 0)), limit + 1)
    found = [_pair(row) for row in rows[:limit]]
    last = found[-1] if len(rows) > limit else None
    return found, None if last is None else (last.confidence, last.one.id, last.other.id)


async def waiting() -> int:
    """How many changes of customers the job has still to look at, at most `MOST_WAITING`."""
    return int(await fetch_value(_WAITING, MOST_WAITING))


def _pair(row: Any) -> Pair:
    sides = [
        Side(row[side], row[f"{side}_code"], row[f"{side}_name"], row[f"{side}_holder"]) for side in ("one", "other")
    ]
    return Pair(sides[0], sides[1], row["reasons"], row["confidence"])


def read_after(text: str) -> After | None:
    """As `show_after` writes it. Raises InvalidInput."""
    if not text:
        return None
    confidence, one, other = read_mark(text, tuple[MarkId, MarkId, MarkId])
    return min(confidence, BLOCKING), one, other


def show_after(after: After | None) -> str:
    return "" if after is None else write_mark(*after)


async def dismiss(one_id: int, other_id: int) -> None:
    """The two are not the same, for good. Safe to repeat. Raises NotFound."""
    if one_id == other_id:
        raise Conflict(_("Choose two different customers."))
    async with transaction():
        first, second = [await lock(Customer, id) for id in sorted((one_id, other_id))]
        id = await fetch_value(
            "INSERT INTO crm_core_not_double (one_id, other_id, revision, created_at, updated_at, created_by_id)"
            " VALUES ($1, $2, 1, $3, $3, $4) ON CONFLICT (one_id, other_id) DO NOTHING RETURNING id",
            first.id,
            second.id,
            clock.now(),
            author_id(),
        )
        if id is not None:
            for customer, another in ((first, second), (second, first)):
                await audit("told_apart", "crm_core/customers", customer.id, label=customer.name, reason=another.name)
