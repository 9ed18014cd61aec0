"""How referrals follow a merge of customers, and come back.

What would make a ring, recommend oneself, or be a second referral of one customer stays with the customer that goes,
and is refused unless it was rewarded. Codes of both lead to the customer that is left.
"""

from __future__ import annotations

from typing import Any

import asyncpg

from crm_core.extensions import Follower, Memory
from crm_referrals.errors import CircularReferral
from crm_referrals.models import Code, Referral
from guanxi import Conflict, _, clock, execute, fetch, fetch_row

_LOST = _("This merge cannot be undone any more: referrals came since that would make a ring.")
_ONE_BY_ONE = "SELECT pg_advisory_xact_lock(hashtextextended('crm_referrals', 0))"
_ABOVE = """
WITH RECURSIVE above (id) AS (
    SELECT $1::bigint UNION SELECT r.referrer_id FROM above a JOIN crm_referrals_referral r ON r.referred_id = a.id
) SELECT id FROM above
"""
_KEEP = """
WITH old AS (SELECT id, state, why FROM crm_referrals_referral
    WHERE id = ANY($1::bigint[]) AND why IS DISTINCT FROM 'merged' ORDER BY id FOR NO KEY UPDATE)
UPDATE crm_referrals_referral r SET why = 'merged', revision = r.revision + 1, updated_at = $2,
    state = CASE WHEN r.state IN ('waiting', 'qualified') THEN 'refused' ELSE r.state END
FROM old WHERE r.id = old.id RETURNING r.id, old.state, old.why
"""
_UNKEEP = """
UPDATE crm_referrals_referral r SET state = o.state, why = o.why, revision = r.revision + 1, updated_at = $4
FROM unnest($1::bigint[], $2::text[], $3::text[]) AS o (id, state, why) WHERE r.id = o.id AND r.why = 'merged'
"""
_GIVE = """
UPDATE crm_referrals_referral SET referrer_id = $2, revision = revision + 1, updated_at = $4
WHERE referrer_id = $1 AND id = ANY($3::bigint[]) RETURNING id
"""
_RECEIVE = """
UPDATE crm_referrals_referral SET referred_id = $2, revision = revision + 1, updated_at = $4
WHERE referred_id = $1 AND id = ANY($3::bigint[]) RETURNING id
"""
_CODES = """
UPDATE crm_referrals_code c SET customer_id = $2, revision = revision + 1, updated_at = $3,
    main = main AND NOT EXISTS (SELECT FROM crm_referrals_code o WHERE o.customer_id = $2 AND o.main)
FROM (SELECT id, main AS was FROM crm_referrals_code WHERE customer_id = $1) AS old
WHERE c.id = old.id RETURNING c.id, old.was
"""
_CODES_BACK = """
UPDATE crm_referrals_code c SET customer_id = $1, revision = revision + 1, updated_at = $5,
    main = old.was AND NOT EXISTS (SELECT FROM crm_referrals_code o WHERE o.customer_id = $1 AND o.main)
FROM unnest($3::bigint[], $4::boolean[]) AS old (id, was) WHERE c.id = old.id AND c.customer_id = $2
"""


async def _kept(ids: list[int]) -> list[list[Any]]:
    rows = await fetch(_KEEP, ids, clock.now()) if ids else []
    return [[row["id"], row["state"], row["why"]] for row in rows]


async def _moved(sql: str, ids: list[int], giver: int, taker: int) -> list[int]:
    try:
        return [row["id"] for row in await fetch(sql, giver, taker, ids, clock.now())] if ids else []
    except asyncpg.PostgresError as error:
        if error.sqlstate == CircularReferral.sqlstate:
            raise Conflict(_LOST) from error
        raise


async def _above(customer_id: int) -> set[int]:
    """The customer, who recommended it, who recommended that one, and so on."""
    return {row["id"] for row in await fetch(_ABOVE, customer_id)}


async def _move_received(loser_id: int, survivor_id: int) -> Memory | None:
    await execute(_ONE_BY_ONE)
    row = await fetch_row("SELECT id, referrer_id FROM crm_referrals_referral WHERE referred_id = $1", loser_id)
    if row is None:
        return None
    taken = await fetch_row("SELECT 1 FROM crm_referrals_referral WHERE referred_id = $1", survivor_id)
    stays = taken is not None or survivor_id in await _above(row["referrer_id"])
    kept = await _kept([row["id"]]) if stays else []
    moved = [] if stays else await _moved(_RECEIVE, [row["id"]], loser_id, survivor_id)
    return {"moved": moved, "kept": kept} if moved or kept else None


async def _move_given(loser_id: int, survivor_id: int) -> Memory | None:
    await execute(_ONE_BY_ONE)
    rows = await fetch(
        "SELECT id, referred_id FROM crm_referrals_referral WHERE referrer_id = $1 ORDER BY id", loser_id
    )
    above = await _above(survivor_id)
    kept = await _kept([row["id"] for row in rows if row["referred_id"] in above])
    going = [row["id"] for row in rows if row["referred_id"] not in above]
    moved = await _moved(_GIVE, going, loser_id, survivor_id)
    return {"moved": moved, "kept": kept} if moved or kept else None


async def _back(sql: str, loser_id: int, survivor_id: int, memory: Memory) -> None:
    """Raises Conflict where the two would make a ring now."""
    await execute(_ONE_BY_ONE)
    await _moved(sql, memory["moved"], survivor_id, loser_id)
    kept = memory["kept"]
    columns = ([row[0] for row in kept], [row[1] for row in kept], [row[2] for row in kept])
    await execute(_UNKEEP, *columns, clock.now())


async def _received_back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    await _back(_RECEIVE, loser_id, survivor_id, memory)


async def _given_back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    await _back(_GIVE, loser_id, survivor_id, memory)


async def _left(column: str, customer_ids: list[int]) -> set[int]:
    sql = {
        "referred": "SELECT referred_id AS id FROM crm_referrals_referral WHERE referred_id = ANY($1::bigint[])",
        "referrer": "SELECT referrer_id AS id FROM crm_referrals_referral WHERE referrer_id = ANY($1::bigint[])",
    }[column]
    rows = await fetch(f"{sql} AND why IS DISTINCT FROM 'merged'", customer_ids)
    return {row["id"] for row in rows}


async def _received_left(customer_ids: list[int]) -> set[int]:
    return await _left("referred", customer_ids)


async def _given_left(customer_ids: list[int]) -> set[int]:
    return await _left("referrer", customer_ids)


async def _move_codes(loser_id: int, survivor_id: int) -> Memory | None:
    rows = await fetch(_CODES, loser_id, survivor_id, clock.now())
    return [[row["id"], row["was"]] for row in rows] or None


async def _codes_back(loser_id: int, survivor_id: int, memory: Memory) -> None:
    ids, were = [row[0] for row in memory], [row[1] for row in memory]
    await execute(_CODES_BACK, loser_id, survivor_id, ids, were, clock.now())


FOLLOWERS = (
    Follower(name="crm_referrals.codes", label=_("Referral codes"), models=(Code,), move=_move_codes, back=_codes_back),
    Follower(
        name="crm_referrals.received",
        label=_("Referrals of the customer"),
        models=(Referral,),
        key="referred",
        move=_move_received,
        back=_received_back,
        left=_received_left,
    ),
    Follower(
        name="crm_referrals.given",
        label=_("Referrals by the customer"),
        models=(Referral,),
        key="referrer",
        move=_move_given,
        back=_given_back,
        left=_given_left,
    ),
)
