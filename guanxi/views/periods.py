"""Stretches of days as people read them: `This month`, `Nov 2026`, `2026年第4季度`."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from guanxi.i18n import Text, _, current_locale
from guanxi.records.periods import after, first_day, period
from guanxi.views.formats import show_date, show_number

WORD_LABELS: dict[str, Text] = {
    "today": _("Today"),
    "yesterday": _("Yesterday"),
    "tomorrow": _("Tomorrow"),
    "this_week": _("This week"),
    "last_week": _("Last week"),
    "next_week": _("Next week"),
    "this_month": _("This month"),
    "last_month": _("Last month"),
    "next_month": _("Next month"),
    "this_quarter": _("This quarter"),
    "last_quarter": _("Last quarter"),
    "next_quarter": _("Next quarter"),
    "this_year": _("This year"),
    "last_year": _("Last year"),
    "next_year": _("Next year"),
    "last_7_days": _("Last 7 days"),
    "last_30_days": _("Last 30 days"),
    "next_7_days": _("Next 7 days"),
    "next_30_days": _("Next 30 days"),
}
UNIT_LABELS: dict[str, Text] = {
    "day": _("Day"),
    "week": _("Week"),
    "month": _("Month"),
    "quarter": _("Quarter"),
    "year": _("Year"),
}
_FORMATS = {
    "en": {"month": "MMM y", "quarter": "QQQ y", "year": "y"},
    "zh_CN": {"month": "y年M月", "quarter": "y年第Q季度", "year": "y年"},
}


def unit_label(start: date, unit: str) -> str:
    """The name of the day, week, month, quarter or year that begins with `start`."""
    if unit == "week":
        year, week, _day = start.isocalendar()
        return str(_("Week {week} of {year}", week=week, year=year))
    pattern = _FORMATS.get(current_locale(), _FORMATS["en"]).get(unit)
    return format_date(start, pattern, locale=current_locale()) if pattern else show_date(start)


def period_label(word: str, today: date) -> str | None:
    """What a filter's value says to people; None where it names no period."""
    if word in WORD_LABELS:
        return str(WORD_LABELS[word])
    found = period(word, today)
    if found is None:
        return None
    days = re.fullmatch(r"(last|next)_(\d+)_days", word)
    if days:
        text = _("Last {count} days") if days[1] == "last" else _("Next {count} days")
        return str(text.format(count=show_number(int(days[2]))))
    start, end = found
    unit = next(unit for unit in ("year", "quarter", "month", "week") if _is_whole(start, end, unit))
    return unit_label(start, unit)


def _is_whole(start: date, end: date, unit: str) -> bool:
    return first_day(start, unit) == start and after(start, unit) == end
