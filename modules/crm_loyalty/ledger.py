"""One statement for each business step. What the database refuses comes back as this add-on's errors."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ParamSpec, TypeVar

import asyncpg

from crm_loyalty.earning import MAX_POINTS
from crm_loyalty.errors import REFUSALS, BadPoints, HoldClosed, NoAccount, SourceTaken
from guanxi import GuanxiError, InvalidInput, _, author_id, clock, current_actor, fetch, fetch_row

P = ParamSpec("P")
R = TypeVar("R")
POINTS = "points"
"""the type that purchases earn and that makes growth; a company may have others"""
_ERRORS: dict[str, type[GuanxiError]] = {error.sqlstate: error for error in REFUSALS}


def refusing(step: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    @functools.wraps(step)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await step(*args, **kwargs)
        except asyncpg.ForeignKeyViolationError as error:
            raise NoAccount() from error
        except asyncpg.UniqueViolationError as error:
            if error.constraint_name != "crm_loyalty_entry_source_key":
                raise
            raise SourceTaken(detail=(error.detail or "").partition("=(")[2].rpartition(")")[0]) from error
        except asyncpg.PostgresError as error:
            refusal = _ERRORS.get(error.sqlstate or "")
            if refusal is None:
                raise
            raise refusal(detail=error.detail or "") from error

    return wrapper


@dataclass(frozen=True, slots=True)
class NewPoints:
    """Points that come to a customer; `amount` is what was paid, in minor units, where they come from a purchase."""

    customer_id: int
    points: int
    source: str
    at: datetime
    expires_at: datetime | None
    available_at: datetime
    growth: int = 0
    amount: int | None = None
    rule_id: int | None = None


def check_points(points: int) -> int:
    if not 0 < points <= MAX_POINTS:
        raise BadPoints(limit=MAX_POINTS)
    return points


def check_source(source: str) -> str:
    """What callers may name; the ledger's own sub-steps append to it."""
    if not 0 < len(source) <= 180 or not source.isprintable():
        raise InvalidInput({"source": _("From 1 to 180 printable characters.")})
    return source


def _author() -> tuple[int | None, str]:
    actor = current_actor()
    return author_id(), actor.name[:200]


@refusing
async def add(type: str, kind: str, rows: Sequence[NewPoints], reason: str = "") -> list[asyncpg.Record]:
    """Entries of all rows, also of those whose source had been booked before. Raises SourceTaken, NoAccount."""
    return await fetch(
        "SELECT id, account_id, points, balance_after, source FROM crm_loyalty_add("
        "crm_loyalty_type($1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        type,
        kind,
        [row.customer_id for row in rows],
        [row.points for row in rows],
        [row.growth for row in rows],
        [row.amount for row in rows],
        [row.source for row in rows],
        [row.at for row in rows],
        [row.available_at for row in rows],
        [row.expires_at for row in rows],
        [row.rule_id for row in rows],
        reason,
        clock.now(),
        *_author(),
    )


@refusing
async def spend(type: str, kind: str, customer_id: int, points: int, source: str, reason: str) -> asyncpg.Record:
    return await _row(
        "SELECT id, points, balance_after FROM crm_loyalty_spend(crm_loyalty_type($1), $2, $3, $4, $5, $6, $7, $8, $9)",
        type,
        kind,
        customer_id,
        points,
        source,
        reason,
        clock.now(),
        *_author(),
    )


@refusing
async def set_aside(type: str, customer_id: int, points: int, source: str, expires_at: datetime) -> asyncpg.Record:
    return await _row(
        "SELECT id, points, state, expires_at FROM crm_loyalty_set_aside(crm_loyalty_type($1), $2, $3, $4, $5, $6, $7)",
        type,
        customer_id,
        points,
        expires_at,
        source,
        clock.now(),
        _author()[0],
    )


@refusing
async def capture(hold_id: int, points: int | None, reason: str) -> asyncpg.Record:
    return await _row(
        "SELECT id, points, balance_after FROM crm_loyalty_capture($1, $2, $3, $4, $5, $6)",
        hold_id,
        points,
        reason,
        clock.now(),
        *_author(),
    )


@refusing
async def release(hold_id: int) -> asyncpg.Record:
    return await _row("SELECT id, points, state, expires_at FROM crm_loyalty_release($1, $2)", hold_id, clock.now())


@refusing
async def release_open(hold_id: int) -> None:
    """Like `release`, but of a hold that is still open. Raises HoldClosed."""
    if (await release(hold_id))["state"] != "released":
        raise HoldClosed(detail="expired")


@refusing
async def enroll(type: str, customer_id: int) -> int:
    """The id of the customer's account of this type, made where there is none. Raises NoSuchType, NoAccount."""
    await _row(
        "SELECT crm_loyalty_enroll(crm_loyalty_type($1), ARRAY[$2::bigint], $3, $4)",
        type,
        customer_id,
        clock.now(),
        author_id(),
    )
    row = await _row("SELECT crm_loyalty_account_of($1, $2) AS id", customer_id, type)
    return int(row["id"])


@refusing
async def transfer(hold_id: int, to_account: int, source: str, reason: str) -> int:
    """The entry of what went; the lots come to the other account with their own days of expiry. Raises HoldClosed."""
    row = await _row(
        "SELECT id FROM crm_loyalty_transfer($1, $2, $3, $4, $5, $6, $7)",
        hold_id,
        to_account,
        source,
        reason,
        clock.now(),
        *_author(),
    )
    return int(row["id"])


@refusing
async def claim(customer_id: int, reward_id: int, code: str, source: str, reason: str) -> asyncpg.Record:
    return await _row(
        "SELECT id, code, entry_id FROM crm_loyalty_claim($1, $2, $3, $4, $5, $6, $7, $8)",
        customer_id,
        reward_id,
        code,
        source,
        reason,
        clock.now(),
        *_author(),
    )


@refusing
async def guard(
    customer_id: int,
    type: str,
    points: int | None,
    reward_id: int | None,
    source: str,
    *,
    hold: bool,
    times: int,
    most: int,
    code_above: int,
    since: datetime,
) -> int | None:
    """Locks the account. What may be redeemed before `code_above`, where it would be passed. 0: no limit.

    Raises TooOften, TooManyPoints, NoAccount.
    """
    row = await _row(
        "SELECT crm_loyalty_guard($1, crm_loyalty_type($2), $3, $4, $5, $6, $7, $8, $9, $10, $11) AS left",
        customer_id,
        type,
        points,
        reward_id,
        source,
        times,
        most,
        hold,
        code_above,
        since,
        clock.now(),
    )
    left: int | None = row["left"]
    return left


@refusing
async def reverse(
    entry_id: int, points: int | None, source: str, grace_until: datetime | None, reason: str
) -> list[asyncpg.Record]:
    """The reversal's entry first, then what the policy for expired lots added. `grace_until` None: forfeit."""
    return await fetch(
        "SELECT id, kind, points, balance_after FROM crm_loyalty_reverse($1, $2, $3, $4, $5, $6, $7, $8)",
        entry_id,
        points,
        source,
        grace_until,
        reason,
        clock.now(),
        *_author(),
    )


@refusing
async def take_back(
    earned: Sequence[str], amounts: Sequence[int], sources: Sequence[str], *, clamp: bool
) -> list[asyncpg.Record]:
    """Entries: what was taken, what is owed, what was waived. None for what `earned` names that earned nothing."""
    return await fetch(
        "SELECT id, points, balance_after, source"
        " FROM crm_loyalty_take_back_all($1, $2, $3, $4, $5, $6, $7) ORDER BY id",
        list(earned),
        list(amounts),
        list(sources),
        clamp,
        clock.now(),
        *_author(),
    )


async def extend(account_id: int, expires_at: datetime) -> int:
    """How many points, not over yet, got until then."""
    row = await _row("SELECT crm_loyalty_extend($1, $2, $3) AS points", account_id, expires_at, clock.now())
    return int(row["points"])


async def give_tier(
    member_id: int, tier_id: int | None, until: datetime | None, last_day: date | None, reason: str
) -> bool:
    """None: ends what was given. False where it is so already."""
    row = await _row(
        "SELECT crm_loyalty_give_tier($1, $2, $3, $4, $5, $6, $7, $8) AS changed",
        member_id,
        tier_id,
        until,
        last_day,
        reason,
        clock.now(),
        *_author(),
    )
    return bool(row["changed"])


async def review_tiers(after: int, limit: int, *, everyone: bool = False, afresh: bool = False) -> asyncpg.Record:
    """One batch of members: `last_id` (None at the end), `members`, `changed`."""
    return await _row(
        "SELECT * FROM crm_loyalty_review($1, $2, $3, $4, $5)", after, limit, clock.now(), everyone, afresh
    )


async def expire(after: int, limit: int) -> asyncpg.Record:
    """One batch of accounts: `last_id` (None at the end), `accounts`, `expired`."""
    return await _row("SELECT * FROM crm_loyalty_expire($1, $2, $3)", after, limit, clock.now())


async def close_holds(limit: int) -> asyncpg.Record:
    return await _row("SELECT crm_loyalty_close_holds($1, $2) AS accounts", limit, clock.now())


async def _row(sql: str, *args: Any) -> asyncpg.Record:
    row = await fetch_row(sql, *args)
    assert row is not None  # these functions return a row or raise
    return row


@refusing
async def hand_over(from_account: int, to_account: int) -> Any:
    """What `hand_back` has to know; None where there was nothing to hand over."""
    row = await _row(
        "SELECT crm_loyalty_hand_over($1, $2, $3, $4, $5) AS memory", from_account, to_account, clock.now(), *_author()
    )
    return row["memory"]


async def pass_on(entry_id: int) -> None:
    """What came to a merged member's account, by an entry of before, goes to the account of the other one."""
    row = await _row(
        "SELECT account_id, crm_loyalty_heir(account_id) AS heir FROM crm_loyalty_entry WHERE id = $1", entry_id
    )
    if row["heir"] != row["account_id"]:
        await hand_over(row["account_id"], row["heir"])


@refusing
async def hand_back(memory: Any) -> None:
    """Raises PointsSpent."""
    await _row("SELECT crm_loyalty_hand_back($1, $2, $3, $4)", memory, clock.now(), *_author())
