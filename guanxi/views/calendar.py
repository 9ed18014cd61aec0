"""A month of records by one of their dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_day_names

from guanxi.context import current_company, may, today
from guanxi.declare.fields import Kind
from guanxi.declare.resources import Resource
from guanxi.declare.where import Condition, all_of
from guanxi.errors import InvalidInput, NotFound
from guanxi.i18n import _, current_locale
from guanxi.records import ListQuery, page
from guanxi.records.periods import after, first_day, name_of
from guanxi.records.rules import readable, writable
from guanxi.records.shape import Shape, shapes_of
from guanxi.records.terms import DATES, during
from guanxi.views.board import board_fields
from guanxi.views.cells import cell, needed_columns, record_name
from guanxi.views.parts import Params, address

LIMIT = 1000
"""records of a month; of more only the first are shown"""
A_DAY = 4
"""records shown on each day"""
MORNING = "T09:00"
"""the time of a new record that is begun from a day"""
_WEEKS_OF = {"en": "en_US"}
"""whose weeks a language has that names no country"""
_MONTH = re.compile(r"(19\d\d|2\d\d\d)-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(slots=True)
class Entry:
    name: str
    href: str
    time: str = ""
    state: str = ""
    """what its stage field says"""
    tone: str = "neutral"


@dataclass(slots=True)
class Day:
    day: date
    label: str
    """as it is read out: Sunday, November 22, 2026"""
    outside: bool
    today: bool
    entries: list[Entry] = field(default_factory=list)
    more: int = 0
    more_href: str = ""
    new_href: str | None = None

    @property
    def number(self) -> int:
        return self.day.day


@dataclass(slots=True)
class Month:
    by: Shape
    heading: str
    weekdays: list[tuple[str, str]]
    """short and long names, in the order of the weeks"""
    weeks: list[list[Day]]
    previous_href: str
    next_href: str
    today_href: str
    cut: bool
    """there are more than LIMIT records"""

    @property
    def agenda(self) -> list[Day]:
        """The days of the month that have something."""
        return [day for week in self.weeks for day in week if day.entries and not day.outside]


def calendar_fields(resource: Resource) -> list[Shape]:
    """The date fields that make calendars for the actor."""
    shapes = shapes_of(resource)
    return [shapes[f.name] for f in resource.fields if f.filter and readable(f) and shapes[f.name].kind in DATES]


def calendar_by(resource: Resource, name: str = "") -> Shape:
    """The date that records stand at: `name`, else what the resource says. Raises NotFound for none."""
    offered = {shape.name: shape for shape in calendar_fields(resource)}
    if name:
        if name not in offered:
            raise NotFound()
        return offered[name]
    found = offered.get(resource.calendar or "") or next(iter(offered.values()), None)
    if found is None:
        raise NotFound()
    return found


def month_of(text: str) -> date:
    """The first day of the month `2026-11`; of the present one for an empty text. Raises InvalidInput."""
    if not text:
        return first_day(today(), "month")
    found = _MONTH.fullmatch(text)
    if found is None:
        raise InvalidInput({"month": _("Enter a month such as 2026-11.")})
    return date(int(found[1]), int(found[2]), 1)


async def calendar_of(resource: Resource, by: Shape, start: date, where: Condition, params: Params) -> Month:
    """`where`: filters and search; `params`: the address's, without `date`, `month` and paging."""
    first = start - timedelta(days=(start.weekday() - _week_start()) % 7)
    end = after(start, "month")
    weeks = -(-(end - first).days // 7)
    last = first + timedelta(weeks=weeks)
    stage = _stage(resource)
    names = (by.name, *((stage.name,) if stage else ()))
    query = ListQuery(
        where=all_of(during(by, (first, last)), where),
        sort=by.name,
        limit=LIMIT,
        columns=needed_columns(resource, names),
    )
    found = await page(resource, query)
    days = _days(resource, by, first, weeks * 7, start, params)
    for row in found.rows:
        _put(resource, by, stage, row, days)
    cells = list(days.values())
    return Month(
        by,
        str(format_skeleton("yMMMM", start, locale=current_locale())),
        _weekdays(),
        [cells[n : n + 7] for n in range(0, len(cells), 7)],
        _href(resource, by, first_day(start - timedelta(days=1), "month"), params),
        _href(resource, by, end, params),
        _href(resource, by, None, params),
        found.next_cursor is not None,
    )


def _stage(resource: Resource) -> Shape | None:
    offered = board_fields(resource)
    return next((shape for shape in offered if shape.name == resource.form.stage), offered[0] if offered else None)


def _days(resource: Resource, by: Shape, first: date, count: int, start: date, params: Params) -> dict[date, Day]:
    now_on = today()
    rest = [(name, value) for name, value in params if name.partition(".")[0] != by.name]
    begins = resource.create is not None and may(resource.create) and writable(by.field)
    made: dict[date, Day] = {}
    for n in range(count):
        day = first + timedelta(days=n)
        text = day.isoformat()
        made[day] = Day(
            day,
            format_date(day, "full", locale=current_locale()),
            outside=day.month != start.month,
            today=day == now_on,
            more_href=address(resource.path, [*rest, (by.name, text)]),
        )
        if begins:
            value = text + MORNING if by.kind is Kind.DATETIME else text
            made[day].new_href = address(f"{resource.path}/new", [(by.name, value)])
    return made


def _put(resource: Resource, by: Shape, stage: Shape | None, row: Mapping[str, Any], days: Mapping[date, Day]) -> None:
    value = row[by.name]
    local = value.astimezone(current_company().zone) if isinstance(value, datetime) else None
    day = days[local.date() if local is not None else value]
    if len(day.entries) == A_DAY:
        day.more += 1
        return
    entry = Entry(record_name(resource, row) or f"#{row['id']}", f"{resource.path}/{row['id']}")
    if local is not None:
        entry.time = format_time(local.time(), "short", locale=current_locale())
    if stage is not None and row.get(stage.name):
        shown = cell(stage, row, {})
        entry.state, entry.tone = shown.text, shown.tone or "neutral"
    day.entries.append(entry)


def _href(resource: Resource, by: Shape, month: date | None, params: Params) -> str:
    asked = [("month", name_of(month, "month"))] if month is not None else []
    return address(f"{resource.path}/calendar", [*params, ("date", by.name), *asked])


def _week_start() -> int:
    """The first weekday by Babel's data, 0 for Monday."""
    locale = current_locale()
    return int(Locale.parse(_WEEKS_OF.get(locale, locale)).first_week_day)


def _weekdays() -> list[tuple[str, str]]:
    short, long = (get_day_names(width, locale=current_locale()) for width in ("abbreviated", "wide"))
    return [(short[n % 7], long[n % 7]) for n in range(_week_start(), _week_start() + 7)]
