"""Which days may still be booked: the database function `crm_receivables_open_from()` knows the first one."""

from __future__ import annotations

from datetime import date

from guanxi import InvalidInput, _, fetch_value, show_date


async def first_open_day() -> date:
    """`date.min` where no month is closed."""
    day: date = await fetch_value("SELECT crm_receivables_open_from()")
    return day


async def refuse_closed(day: date, field: str) -> None:
    """Raises InvalidInput for a day of a closed month."""
    first = await first_open_day()
    if day < first:
        raise InvalidInput({field: _("This month is closed. The first open day is {day}.", day=show_date(first))})
