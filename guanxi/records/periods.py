"""Stretches of days as filters name them: `today`, `last_30_days`, `this_quarter`, `2026-11`, `2026-W47`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from guanxi.i18n import _

FIRST_YEAR, LAST_YEAR = 1900, 2999
YEAR_RANGE = _("The year must be from 1900 to 2999.")
UNITS = ("day", "week", "month", "quarter", "year")
WORDS = (
    *("today", "yesterday", "tomorrow", "last_7_days", "last_30_days", "next_7_days", "next_30_days"),
    *(f"{which}_{unit}" for unit in UNITS[1:] for which in ("this", "last", "next")),
)
"""those that screens offer"""
_AROUND = re.compile(r"(last|next)_(\d{1,4})_days", re.ASCII)
_NAMED = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|W(\d{2})))?", re.ASCII)
Days = tuple[date, date]
"""the first day, and the first one after the end"""


def period(word: str, today: date) -> Days | None:
    """The days that `word` means on `today`; None for a word that means none, and far from the years that dates have.

    Weeks begin on Monday (ISO 8601).
    """
    try:
        found = _relative(word, today) or _around(word, today) or _named(word)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and found[0].year >= FIRST_YEAR and found[1].year <= LAST_YEAR + 1 else None


def _relative(word: str, today: date) -> Days | None:
    if word in ("today", "yesterday", "tomorrow"):
        day = today + timedelta(days=("yesterday", "today", "tomorrow").index(word) - 1)
        return day, day + timedelta(days=1)
    which, _sep, unit = word.partition("_")
    if which not in ("last", "this", "next") or unit not in UNITS[1:]:
        return None
    start = first_day(today, unit)
    if which == "last":
        return first_day(start - timedelta(days=1), unit), start
    return (start, after(start, unit)) if which == "this" else (after(start, unit), after(after(start, unit), unit))


def _around(word: str, today: date) -> Days | None:
    """`last_30_days` ends with today, `next_30_days` begins with it."""
    found = _AROUND.fullmatch(word)
    if found is None:
        return None
    days = timedelta(days=int(found[2]))
    tomorrow = today + timedelta(days=1)
    return (tomorrow - days, tomorrow) if found[1] == "last" else (today, today + days)


def _named(word: str) -> Days | None:
    found = _NAMED.fullmatch(word)
    if found is None:
        return None
    year, month, quarter, week = found.groups()
    if week:
        start = date.fromisocalendar(int(year), int(week), 1)
        return start, start + timedelta(days=7)
    if quarter:
        start = date(int(year), 3 * int(quarter) - 2, 1)
        return start, after(start, "quarter")
    start = date(int(year), int(month or 1), 1)
    return start, after(start, "month" if month else "year")


def first_day(day: date, unit: str) -> date:
    """Of the week, month, quarter or year that `day` lies in."""
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, day.month - (day.month - 1) % 3, 1)
        case "year":
            return date(day.year, 1, 1)
    return day


def after(start: date, unit: str) -> date:
    """The first day after the unit that begins with `start`."""
    match unit:
        case "week":
            return start + timedelta(days=7)
        case "month" | "quarter" | "year":
            months = start.month - 1 + {"month": 1, "quarter": 3, "year": 12}[unit]
            return date(start.year + months // 12, months % 12 + 1, 1)
    return start + timedelta(days=1)


def name_of(start: date, unit: str) -> str:
    """What `period` reads back: `2026-Q4`."""
    match unit:
        case "week":
            year, week, _day = start.isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            return f"{start:%Y-%m}"
        case "quarter":
            return f"{start.year:04}-Q{(start.month + 2) // 3}"
        case "year":
            return f"{start.year:04}"
    return start.isoformat()
