"""Closing months: what is booked until then stays, and ties with what customers owe and have on account."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from crm_receivables import close_sql
from crm_receivables.choices import CloseState
from crm_receivables.close_models import MonthClose
from crm_receivables.errors import BooksDoNotTie
from crm_receivables.exchange import book_differences
from guanxi import (
    Conflict,
    InvalidInput,
    _,
    audit,
    author_id,
    clock,
    execute,
    fetch,
    fetch_row,
    today,
    transaction,
)

RESOURCE = "crm_receivables/month_closes"


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def last_month_end() -> date:
    return today().replace(day=1) - timedelta(days=1)


def check_month(until: date) -> None:
    """Raises InvalidInput for what is not the last day of a month that is over."""
    if until != month_end(until):
        raise InvalidInput({"until": _("Enter the last day of a month.")})
    if until >= today():
        raise InvalidInput({"until": _("This month is not over yet.")})


async def close_month(until: date) -> int:
    """Close all days until the end of a month that is over, and book its exchange differences; its id. Writers wait
    for it, and it for them.

    Raises InvalidInput, BooksDoNotTie where the journal is not what customers owe and have on account that day,
    RateMissing.
    """
    check_month(until)
    async with transaction():
        await execute(close_sql.HOLD_THE_JOURNAL)
        await execute(close_sql.HOLD_THE_RATES)
        untied = await fetch(close_sql.UNTIED, until)
        if untied:
            raise BooksDoNotTie(currency=untied[0]["currency"])
        row = await fetch_row(close_sql.BEGIN_CLOSE, until, author_id(), clock.now())
        if row is None:
            raise Conflict(_("This month or a later one is closed already."))
        close_id: int = row["id"]
        await book_differences(until, close_id, row["revision"])
        await execute(close_sql.CLOSE, close_id)
        await execute(close_sql.FORGET_BALANCES, close_id)
        kept = await fetch(close_sql.KEEP_BALANCES, close_id, until)
        balances = {f"{each['account']} {each['currency']}": each["amount"] for each in kept}
        await audit("close", RESOURCE, close_id, label=str(until), after=balances)
    return close_id


async def reopen_month(close: MonthClose, reason: str) -> None:
    """Only the last one that is closed. Raises Conflict."""
    async with transaction():
        await execute(close_sql.HOLD_THE_JOURNAL)
        if await fetch_row(close_sql.REOPEN, close.id, clock.now()) is None:
            raise Conflict(_("Only the last closed month can be reopened."))
        await audit("reopen", RESOURCE, close.id, label=str(close.until), reason=reason)


def can_reopen(close: MonthClose) -> bool:
    return close.state is CloseState.CLOSED
