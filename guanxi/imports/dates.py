"""Days and instants as people and spreadsheets write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from guanxi.context import current_company
from guanxi.declare.fields import Kind
from guanxi.i18n import Text, _
from guanxi.unicode import nfkc

UNCLEAR = _("It is not clear which number is the day. Write 2026-01-31.")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = f"({'|'.join(_MONTHS)})[a-z]*\\.?"
_ISO = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:\s?日)?", re.ASCII)
_PACKED = re.compile(r"((?:19|20|21)\d\d)(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_NAMED = re.compile(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", re.ASCII | re.IGNORECASE)
_DAY_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH}[ -](\d{{4}})", re.ASCII | re.IGNORECASE)
_SERIAL = re.compile(r"([1-9]\d{4})(\.\d{1,12})?", re.ASCII)
_SERIAL_ZERO = datetime(1899, 12, 30)
_TIME = re.compile(
    r"(?P<day>.*?\d(?:\s?日)?)(?:T|,? )\s*(?P<before>上午|下午)?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"\s*(?P<after>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?",
    re.ASCII,
)


class Order(StrEnum):
    """How `01/02/2026` is read in a column."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    UNCLEAR = "unclear"
    """the column has both: only days after the 12th can be read"""


def order_of(texts: Iterable[str]) -> Order | None:
    """What a column's dates show by days after the 12th; month first where they show nothing, as in English.

    None where no date of the column has its year last. Dots part days first, as in German.
    """
    day = month = dots = found = False
    for text in texts:
        match = _YEAR_LAST.match(text.strip())
        if match is not None:
            found = True
            first, second = int(match[1]), int(match[3])
            day, month, dots = day or first > 12, month or second > 12, dots or match[2] == "."
    if not found:
        return None
    if day and month:
        return Order.UNCLEAR
    return Order.DAY_FIRST if day or (dots and not month) else Order.MONTH_FIRST


class Unclear(ValueError):
    reason: Text = UNCLEAR


def read_day(text: str, order: Order | None) -> date:
    """Raises ValueError. A time of midnight, which spreadsheets add, is left out."""
    moment = _moment(text, order)
    if isinstance(moment, datetime):
        if moment.time() != time():
            raise ValueError(text)
        return moment.date()
    return moment


def read_instant(text: str, order: Order | None) -> datetime:
    """In the company's time zone where the text names none. Raises ValueError."""
    moment = _moment(text, order)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=current_company().zone)).astimezone(UTC)


def _moment(text: str, order: Order | None) -> date | datetime:
    text = " ".join(nfkc(text).split())
    if serial := _SERIAL.fullmatch(text):
        return _from_serial(int(serial[1]), serial[2])
    found = _TIME.fullmatch(text)
    if found is None:
        return _day(text, order)
    day = _day(found["day"], order)
    return datetime.combine(day, _time(found), _zone(found["zone"]))


def _from_serial(days: int, fraction: str | None) -> date | datetime:
    """Days since 1899-12-30: what a date looks like in a cell that is formatted as a number."""
    day = _SERIAL_ZERO + timedelta(days=days)
    if fraction is None or not float(fraction):
        return day.date()
    return day + timedelta(seconds=round(float(fraction) * 86_400))


def _day(text: str, order: Order | None) -> date:
    if found := _ISO.fullmatch(text) or _PACKED.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(text):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    if found := _DAY_NAMED.fullmatch(text):
        return date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if order is Order.UNCLEAR and first <= 12 and second <= 12 and first != second:
            raise Unclear(text)
        day_first = first > 12 or (order is Order.DAY_FIRST and second <= 12)
        return date(year, second, first) if day_first else date(year, first, second)
    raise ValueError(text)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _time(found: re.Match[str]) -> time:
    hour = int(found["hour"])
    half = (found["before"] or found["after"] or "").lower().replace(".", "")
    if half in ("am", "pm") and not 1 <= hour <= 12:
        raise ValueError(found[0])
    if half == "pm" or (half == "下午" and hour < 12):
        hour = hour % 12 + 12
    elif half == "am" or (half == "上午" and hour == 12):
        hour %= 12
    return time(hour, int(found["minute"]), int(found["second"] or 0))


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


READERS = {Kind.DATE: read_day, Kind.DATETIME: read_instant}
