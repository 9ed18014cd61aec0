"""Entering exchange rates. Those of closed months stay: the database refuses to change them, too."""

from __future__ import annotations

from datetime import date

from crm_receivables import exchange_sql
from crm_receivables.errors import RateUsed
from crm_receivables.exchange import own_currency
from guanxi import Change, InvalidInput, _, execute, fetch_row, fetch_value, show_date


async def hold_rate(rate_id: int) -> None:
    """Before a rate is changed or deleted. Raises RateUsed."""
    await execute(exchange_sql.HOLD_THE_RATES)
    row = await fetch_row(exchange_sql.RATES_OPEN_FROM_OF, rate_id)
    if row is not None and row["day"] < row["open_from"]:
        raise RateUsed(day=show_date(row["open_from"]))


async def prepare_rate(change: Change) -> None:
    """Raises InvalidInput, also for a day before the end of a closed month: the rate would hold for its days, too."""
    code, day, rate = change.now("currency"), change.now("day"), change.now("rate")
    if code == await own_currency():
        raise InvalidInput({"currency": _("This is the company's own currency.")})
    if rate is not None and rate <= 0:
        raise InvalidInput({"rate": _("Enter a rate above zero.")})
    if day is not None:
        await _refuse_used(code, day)
        if await fetch_value(exchange_sql.SAME_DAY, code, day, change.before.id if change.before is not None else 0):
            raise InvalidInput(
                {"day": _("There is a rate of {currency} from this day already. Change it.", currency=code)}
            )


async def _refuse_used(code: str, day: date) -> None:
    await execute(exchange_sql.HOLD_THE_RATES)
    first: date = await fetch_value(exchange_sql.RATES_OPEN_FROM, code)
    if day < first:
        raise InvalidInput(
            {"day": _("A month was closed with rates of these days. Enter {day} or a later one.", day=show_date(first))}
        )


async def refuse_currency(_code: str) -> None:
    """The company's currency stays once differences were booked in it. Raises InvalidInput."""
    if await fetch_value(exchange_sql.OWN_CURRENCY):
        raise InvalidInput({"currency": _("A month was closed with exchange differences in the present currency.")})
