"""One statement for each business step. What the database refuses comes back as this add-on's errors."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

import asyncpg

from crm_offers.codes import hash_of, new_code, plain
from crm_offers.errors import REFUSALS, REFUSED, CouponRefused
from guanxi import (
    GuanxiError,
    InvalidInput,
    NotFound,
    _,
    author_id,
    clock,
    current_actor,
    current_company,
    execute,
    fetch,
    fetch_row,
    fetch_value,
)

P = ParamSpec("P")
R = TypeVar("R")
_LOCKED_FIRST = (
    "SELECT 1 FROM crm_offers_campaign WHERE id IN (SELECT campaign_id FROM crm_offers_event WHERE redemption_id = $1)"
    " ORDER BY id FOR NO KEY UPDATE",
    "SELECT 1 FROM crm_offers_coupon WHERE id IN (SELECT coupon_id FROM crm_offers_event WHERE redemption_id = $1)"
    " ORDER BY id FOR NO KEY UPDATE",
)
_ERRORS: dict[str, type[GuanxiError]] = {error.sqlstate: error for error in REFUSALS}


def refusing(step: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    @functools.wraps(step)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await step(*args, **kwargs)
        except asyncpg.ForeignKeyViolationError as error:
            raise NotFound() from error
        except asyncpg.PostgresError as error:
            if error.sqlstate == CouponRefused.sqlstate:
                raise REFUSED.get(error.detail or "", CouponRefused)() from error
            refusal = _ERRORS.get(error.sqlstate or "")
            if refusal is None:
                raise
            raise refusal(detail=error.detail or "") from error

    return wrapper


def check_source(source: str) -> str:
    """What callers may name; the ledger's own steps put something before it."""
    if not 0 < len(source) <= 180 or not source.isprintable():
        raise InvalidInput({"source": _("From 1 to 180 printable characters.")})
    return source


def author() -> tuple[int | None, str]:
    return author_id(), current_actor().name[:200]


def zone() -> str:
    return str(current_company().zone)


async def _row(sql: str, *args: Any) -> asyncpg.Record:
    row = await fetch_row(sql, *args)
    assert row is not None  # these functions return a row or raise
    return row


@refusing
async def issue(campaign_id: int, customer_id: int | None, source: str) -> asyncpg.Record:
    """Raises CouponRefused, NoSuchCampaign, SourceTaken."""
    code = new_code()
    return await _row(
        "SELECT id, code, valid_until FROM crm_offers_issue($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        campaign_id,
        customer_id,
        source,
        code,
        hash_of(code),
        zone(),
        clock.now(),
        *author(),
    )


async def issue_many(
    batch_id: int, customers: Sequence[int | None], sources: Sequence[str], *, reserved: bool
) -> asyncpg.Record:
    """`made`: how many; `short`: the stock did not suffice."""
    codes = [new_code() for _source in sources]
    return await _row(
        "SELECT made, short FROM crm_offers_issue_many($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        batch_id,
        list(customers),
        list(sources),
        codes,
        [hash_of(code) for code in codes],
        reserved,
        zone(),
        clock.now(),
        *author(),
    )


@refusing
async def hold(coupons: Sequence[int], source: str, customer_id: int | None, until: datetime) -> None:
    """Raises CouponRefused, SourceTaken."""
    await _row(
        "SELECT crm_offers_hold($1, $2, $3, $4, $5, $6, $7)",
        list(coupons),
        source,
        customer_id,
        until,
        clock.now(),
        *author(),
    )


_HELD = """
SELECT k.code_hash = ANY($2::text[]) OR (c.public_code = ANY($3::text[]) AND k.customer_id IS NOT DISTINCT FROM $4)
    AS named
FROM crm_offers_coupon k JOIN crm_offers_campaign c ON c.id = k.campaign_id
WHERE k.state = 'held' AND k.held_by = $1 ORDER BY k.id FOR NO KEY UPDATE OF k
"""


async def holds_only(codes: Sequence[str], customer_id: int | None, source: str) -> bool:
    """Whether these codes name all that the order holds; it stays so until the transaction ends.

    What everybody knows, a public code, counts for the customer who has the coupon.
    """
    rows = await fetch(_HELD, source, [hash_of(code) for code in codes], [plain(code) for code in codes], customer_id)
    return all(row["named"] for row in rows)


async def release(source: str) -> int:
    """How many the order had held."""
    return int(await fetch_value("SELECT crm_offers_release($1, $2, $3, $4)", source, clock.now(), *author()))


@refusing
async def redeem(
    discounts: Sequence[tuple[int, int]],
    codes: str,
    source: str,
    customer_id: int | None,
    amount: int,
    currency: str,
) -> asyncpg.Record:
    """`discounts`: (coupon, minor units) of each. Raises CouponRefused, SourceTaken."""
    return await _row(
        "SELECT id, discount, at FROM crm_offers_redeem($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        [coupon for coupon, _discount in discounts],
        [discount for _coupon, discount in discounts],
        codes,
        source,
        customer_id,
        amount,
        currency,
        clock.now(),
        *author(),
    )


async def lock_redemption(redemption_id: int) -> None:
    """Its campaigns, then its coupons: what is locked before a redemption."""
    for sql in _LOCKED_FIRST:
        await execute(sql, redemption_id)


@refusing
async def reverse(redemption_id: int, source: str) -> asyncpg.Record:
    """Raises AlreadyReversed, NoSuchRedemption, SourceTaken."""
    return await _row(
        "SELECT id, discount, reversed_at FROM crm_offers_reverse($1, $2, $3, $4, $5)",
        redemption_id,
        source,
        clock.now(),
        *author(),
    )


@refusing
async def void(coupon_id: int, source: str) -> None:
    """Raises CouponSpent."""
    await _row("SELECT crm_offers_void($1, $2, $3, $4, $5)", coupon_id, source, clock.now(), *author())


async def tidy(limit: int) -> int:
    return int(await fetch_value("SELECT crm_offers_tidy($1, $2)", limit, clock.now()))


@refusing
async def draw(
    lottery_id: int, customer_id: int, entrant: str, source: str, inner: bytes, outer: bytes
) -> asyncpg.Record:
    """Raises LotteryNotOpen, NoDrawLeft, DailyDrawsUsed, NoSuchLottery, SourceTaken."""
    code = new_code()
    return await _row(
        "SELECT id, number, roll, drawn_id, given_id, coupon_id"
        " FROM crm_offers_draw($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        lottery_id,
        customer_id,
        entrant,
        source,
        inner,
        outer,
        code,
        hash_of(code),
        zone(),
        clock.now(),
        *author(),
    )
