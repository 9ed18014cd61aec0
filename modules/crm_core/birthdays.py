"""Birthdays by the solar and by the lunar calendar: whose is on a day.

A lunar month may be leap: who was born in one celebrates in the month of the same number before it. Where a month is
short, its last day is that of the 30th as well; where there is no 29th of February, the 28th stands in.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from crm_core.choices import Calendar
from guanxi import Text, _, fetch

LAST_LUNAR_DAY = 30
AHEAD = 14
"""days that people look ahead"""
Key = tuple[str, int, int]
"""calendar, month, day"""


def birthday_error(kind: str, month: int | None, day: int | None) -> Text | None:
    if month is None and day is None:
        return None
    if month is None or day is None:
        return _("Enter both the month and the day.")
    longest = LAST_LUNAR_DAY if kind == Calendar.LUNAR else calendar.monthrange(2024, month)[1] if 0 < month < 13 else 0
    if not 1 <= month <= 12 or not 1 <= day <= longest:
        return _("There is no such day.")
    return None


def _lunar_date(day: date) -> Any:
    """None beyond what the tables hold, 1900 to 2100."""
    from borax.calendars.lunardate import LunarDate  # its tables are for those alone who ask for birthdays

    try:
        return LunarDate.from_solar(day)
    except ValueError:
        return None


def _lunar(day: date) -> tuple[int, int, bool] | None:
    """Month, day, whether the month is leap."""
    found = _lunar_date(day)
    return None if found is None else (found.month, found.day, bool(found.leap))


def lunar_year(day: date) -> int | None:
    """None beyond the tables."""
    found = _lunar_date(day)
    return None if found is None else int(found.year)


def keys_of(day: date) -> list[Key]:
    """What the birthdays celebrated on this day are written down as."""
    keys: list[Key] = [(str(Calendar.SOLAR), day.month, day.day)]
    if (day.month, day.day) == (2, 28) and not calendar.isleap(day.year):
        keys.append((str(Calendar.SOLAR), 2, 29))
    lunar = _lunar(day)
    if lunar is not None and not lunar[2]:
        keys.append((str(Calendar.LUNAR), *lunar[:2]))
        tomorrow = _lunar(day + timedelta(days=1))
        if lunar[1] < LAST_LUNAR_DAY and tomorrow is not None and tomorrow[1] == 1:
            keys.append((str(Calendar.LUNAR), lunar[0], LAST_LUNAR_DAY))
    return keys


def days_of(first: date, count: int) -> dict[Key, date]:
    """The days of these keys, from `first` on."""
    days: dict[Key, date] = {}
    for day in (first + timedelta(days=offset) for offset in range(count)):
        for key in keys_of(day):
            days.setdefault(key, day)
    return days


def columns_of(keys: Iterable[Key]) -> tuple[list[str], list[int], list[int]]:
    """As three arrays, for `unnest`."""
    rows = list(keys)
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


def next_birthday(kind: str, month: int, day: int, today: date) -> date | None:
    """None where there is none within two years: a wrong day, or one beyond the tables."""
    wanted = (kind, month, day)
    return next((each for each in (today + timedelta(days=n) for n in range(740)) if wanted in keys_of(each)), None)


async def celebrating(ids: Collection[int], day: date) -> tuple[set[int], set[int]]:
    """Who of these customers has the birthday on this day, and who in its month, each by their own calendar."""
    keys = keys_of(day)
    months = {(calendar, month) for calendar, month, _day in keys}
    rows = await fetch(
        "SELECT id, birth_calendar, birth_month, birth_day FROM crm_core_customer"
        " WHERE id = ANY($1::bigint[]) AND birth_month IS NOT NULL",
        list(ids),
    )
    on_day = {row["id"] for row in rows if (row["birth_calendar"], row["birth_month"], row["birth_day"]) in keys}
    return on_day, {row["id"] for row in rows if (row["birth_calendar"], row["birth_month"]) in months}
