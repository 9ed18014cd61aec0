"""Whom good wishes reach: customers who agreed to news, by their birthdays or all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crm_core.birthdays import Key, columns_of, lunar_year
from crm_core.choices import Calendar
from crm_core.consent import consenting
from crm_core.privacy_choices import Purpose
from crm_core.queries import followed_condition, scope_arguments, scope_condition
from crm_core.reach import reach_sql
from guanxi import fetch

_REACHED = f"""
WHERE c.id > $1 AND r.email <> '' AND ($2 = '' OR c.tags ? $2) AND {followed_condition()} AND {scope_condition(4)}
ORDER BY c.id LIMIT $3
"""
_ALL = f"""
SELECT c.id, r.name, r.email, r.locale FROM crm_core_customer c JOIN {reach_sql()} r ON r.id = c.id {_REACHED}
"""  # noqa: S608
_BORN = f"""
SELECT c.id, r.name, r.email, r.locale, k.on_day, k.calendar
FROM unnest($7::text[], $8::int[], $9::int[], $10::date[]) AS k (calendar, month, day, on_day)
JOIN crm_core_customer c ON c.birth_calendar = k.calendar AND c.birth_month = k.month AND c.birth_day = k.day
JOIN {reach_sql()} r ON r.id = c.id {_REACHED}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Celebrant:
    id: int
    name: str
    email: str
    locale: str
    on_day: date | None = None
    """of the birthday, where birthdays were asked for"""
    year: int = 0
    """of the birthday by its own calendar"""


@dataclass(frozen=True, slots=True)
class Celebrants:
    """`last_id`: where the next page begins; None: there is none."""

    people: tuple[Celebrant, ...]
    last_id: int | None


def year_of(kind: str, day: date) -> int:
    """The year of a day by its calendar; by the sun where the tables of the moon end."""
    year = lunar_year(day) if kind == Calendar.LUNAR else None
    return day.year if year is None else year


async def celebrants(
    birthdays: Mapping[Key, date] | None, *, tag: str = "", after: int = 0, limit: int = 500
) -> Celebrants:
    """In the current actor's sight, in id order: who has an address and agreed to marketing, and this birthday.

    None who is archived, lost or anonymized. `birthdays` None: whatever the birthday.
    """
    scope = (after, tag, limit, *scope_arguments())
    if birthdays is None:
        rows = await fetch(_ALL, *scope)
    else:
        rows = await fetch(_BORN, *scope, *columns_of(birthdays), list(birthdays.values()))
    agreed = await consenting([row["id"] for row in rows], Purpose.MARKETING)
    people = []
    for row in rows:
        if row["id"] in agreed:
            values = {name: row[name] for name in ("id", "name", "email", "locale")}
            born = (
                {} if birthdays is None else {"on_day": row["on_day"], "year": year_of(row["calendar"], row["on_day"])}
            )
            people.append(Celebrant(**values, **born))
    return Celebrants(tuple(people), rows[-1]["id"] if len(rows) == limit else None)
