"""When a plan is due, and whom it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crm_care.choices import Occasion
from crm_core.services import Celebrant, Celebrants, celebrants, days_of, year_of
from guanxi import today

PREVIEW_DAYS = 30
Days = dict[tuple[str, int, int], date]


@dataclass(frozen=True, slots=True)
class Wish:
    customer: Celebrant
    on_day: date
    year: int
    """of the occasion's own calendar"""


@dataclass(frozen=True, slots=True)
class Wishes:
    """One page: `last_id` is where the next one begins, None at the end."""

    wishes: tuple[Wish, ...]
    last_id: int | None


_NONE = Wishes((), None)


async def wishes(plan: Mapping[str, Any], days_ahead: int, *, after: int, limit: int) -> Wishes:
    """Whom the plan writes to from today to `days_ahead` days later, in the current actor's sight."""
    days = days_of(today(), days_ahead + plan["days_before"] + 1)
    if plan["occasion"] == Occasion.BIRTHDAY:
        found = await celebrants(days, tag=plan["tag"], after=after, limit=limit)
        born = [Wish(each, each.on_day, each.year) for each in found.people if each.on_day is not None]
        return Wishes(tuple(born), found.last_id)
    day = days.get((str(plan["calendar"]), plan["month"], plan["day"]))
    if day is None:
        return _NONE
    reached: Celebrants = await celebrants(None, tag=plan["tag"], after=after, limit=limit)
    year = year_of(str(plan["calendar"]), day)
    return Wishes(tuple(Wish(each, day, year) for each in reached.people), reached.last_id)


def sent_on(on_day: date, days_before: int) -> date:
    """When wishes for that day go out: a plan that comes late writes today."""
    return max(today(), on_day - timedelta(days=days_before))
