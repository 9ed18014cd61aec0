"""The last months, as charts on cards show them."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import format_date, format_skeleton

from guanxi.context import today
from guanxi.i18n import current_locale
from guanxi.records.periods import first_day


def recent_months(count: int = 6) -> list[date]:
    """The first days of the last `count` months in the company's time zone, the present one last."""
    months = [first_day(today(), "month")]
    while len(months) < count:
        months.insert(0, first_day(months[0] - timedelta(days=1), "month"))
    return months


def show_month(start: date) -> str:
    """`Nov`, `11月`."""
    return format_date(start, "LLL", locale=current_locale())


def show_year_month(start: date) -> str:
    """`Nov 2026`, `2026年11月`."""
    return format_skeleton("yMMM", start, locale=current_locale())
