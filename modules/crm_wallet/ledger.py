"""One statement for each business step. What the database refuses comes back as this add-on's errors."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any, ParamSpec, TypeVar

import asyncpg

from crm_wallet.errors import REFUSALS, BadAmount, NoWallet
from guanxi import GuanxiError, InvalidInput, _, author_id, clock, current_actor, fetch, fetch_row, is_currency

P = ParamSpec("P")
R = TypeVar("R")
MAX_AMOUNT = 10**12
"""minor units in one step; a balance of any number of such steps stays inside a bigint"""
OWN = "guanxi:"
_ERRORS: dict[str, type[GuanxiError]] = {error.sqlstate: error for error in REFUSALS}


def refusing(step: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    @functools.wraps(step)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await step(*args, **kwargs)
        except asyncpg.ForeignKeyViolationError as error:
            raise NoWallet() from error
        except asyncpg.PostgresError as error:
            refusal = _ERRORS.get(error.sqlstate or "")
            if refusal is None:
                raise
            raise refusal(detail=error.detail or "") from error

    return wrapper


def check_amount(amount: int) -> int:
    if not 0 < amount <= MAX_AMOUNT:
        raise BadAmount()
    return amount


def check_currency(code: str) -> str:
    if not is_currency(code):
        raise InvalidInput({"currency": _("This is no ISO 4217 currency code, such as CNY.")})
    return code


def check_source(source: str) -> str:
    """What callers may name; the ledger's own sub-steps append to it, and its own sources begin with OWN."""
    if not 0 < len(source) <= 180 or not source.isprintable():
        raise InvalidInput({"source": _("From 1 to 180 printable characters.")})
    if source.startswith(OWN):
        raise InvalidInput({"source": _("Sources that begin so are the program's own.")})
    return source


def author() -> tuple[datetime, int | None, str]:
    """The last arguments of the functions: when, and who."""
    return clock.now(), author_id(), current_actor().name[:200]


async def row(sql: str, *args: Any) -> asyncpg.Record:
    found = await fetch_row(sql, *args)
    assert found is not None  # these functions return a row or raise
    return found


@refusing
async def top_up(
    customer_id: int,
    currency: str,
    amount: int,
    source: str,
    *,
    bonus: int,
    expires_at: datetime | None,
    offer_id: int | None,
    paid_by: str | None,
    ceiling: int | None,
    reason: str,
) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_top_up($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        *(customer_id, currency, amount, bonus, expires_at, offer_id, paid_by, ceiling, source, reason, *author()),
    )


@refusing
async def spend(customer_id: int, currency: str, amount: int, order: str, source: str, reason: str) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_spend($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        *(customer_id, currency, amount, order, source, reason, *author()),
    )


@refusing
async def set_aside(
    customer_id: int, currency: str, amount: int, order: str, expires_at: datetime, source: str
) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_set_aside($1, $2, $3, $4, $5, $6, $7, $8)",
        *(customer_id, currency, amount, order, expires_at, source, *author()[:2]),
    )


@refusing
async def capture(hold_id: int, amount: int | None, reason: str) -> asyncpg.Record:
    return await row("SELECT * FROM crm_wallet_capture($1, $2, $3, $4, $5, $6)", hold_id, amount, reason, *author())


@refusing
async def release(hold_id: int) -> asyncpg.Record:
    return await row("SELECT * FROM crm_wallet_release($1, $2)", hold_id, clock.now())


@refusing
async def give_back(
    entry_id: int, amount: int | None, source: str, grace_until: datetime | None, reason: str
) -> list[asyncpg.Record]:
    """What was given back first, then what became of bonus that is over. `grace_until` None: it expires at once."""
    return await fetch(
        "SELECT * FROM crm_wallet_give_back($1, $2, $3, $4, $5, $6, $7, $8)",
        *(entry_id, amount, source, grace_until, reason, *author()),
    )


@refusing
async def cash_refund(
    customer_id: int, currency: str, amount: int, source: str, *, forfeit: bool, reason: str
) -> list[asyncpg.Record]:
    """The refund first, then the bonus that is forfeited with it."""
    return await fetch(
        "SELECT * FROM crm_wallet_cash_refund($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        *(customer_id, currency, amount, forfeit, source, reason, *author()),
    )


@refusing
async def adjust(wallet_id: int, principal: int, bonus: int, source: str, reason: str) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_adjust($1, $2, $3, $4, $5, $6, $7, $8)",
        *(wallet_id, principal, bonus, source, reason, *author()),
    )


@refusing
async def sell_card(card_id: int, paid: int, until: date | None, source: str, reason: str) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_sell_card($1, $2, $3, $4, $5, $6, $7, $8)",
        *(card_id, paid, until, source, reason, *author()),
    )


@refusing
async def take_card(card_id: int, amount: int, day: date, source: str, reason: str) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_take_card($1, $2, $3, $4, $5, $6, $7, $8)",
        *(card_id, amount, day, source, reason, *author()),
    )


@refusing
async def return_card(entry_id: int, amount: int | None, source: str, reason: str) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_return_card($1, $2, $3, $4, $5, $6, $7)",
        *(entry_id, amount, source, reason, *author()),
    )


@refusing
async def redeem_card(
    card_id: int, customer_id: int, ceiling: int | None, day: date, source: str, reason: str
) -> asyncpg.Record:
    return await row(
        "SELECT * FROM crm_wallet_redeem_card($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        *(card_id, customer_id, ceiling, day, source, reason, *author()),
    )


async def expire(after: int, limit: int) -> asyncpg.Record:
    """One batch of wallets: `last_id` (None at the end), `wallets`, `expired`."""
    return await row("SELECT * FROM crm_wallet_expire($1, $2, $3)", after, limit, clock.now())


async def close_holds(limit: int) -> asyncpg.Record:
    return await row("SELECT crm_wallet_close_holds($1, $2) AS wallets", limit, clock.now())


@refusing
async def hand_over(from_wallet: int, to_wallet: int) -> Any:
    """What `hand_back` has to know; None where there was nothing to hand over. Raises OpenHolds."""
    found = await row("SELECT crm_wallet_hand_over($1, $2, $3, $4, $5) AS memory", from_wallet, to_wallet, *author())
    return found["memory"]


@refusing
async def hand_back(memory: Any) -> None:
    """Raises ValueSpent."""
    await row("SELECT crm_wallet_hand_back($1, $2, $3, $4)", memory, *author())
